import type { Logger } from './log.ts'

/** Codes of a connection that was lost, as the system, the driver and Postgres give them. */
const LOST = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_\w+|57P0[123])$/
const DRIVER = /\/postgres\/src\/connection\.js/

/**
 * Keeps a process alive when Postgres is killed under it. The driver then throws out of its own timers (it writes into a
 * socket that is gone) and leaves rejections of queries behind that nobody waits for any more; whoever waited was told.
 * Everything else that nobody caught ends the process, as it should.
 */
export function surviveDriverFaults(logger: Logger): void {
  process.on('uncaughtException', (error: Error & { code?: string }) => {
    if (isDriverFault(error)) {
      logger.warn({ action: 'database.connection', status: 'degraded', message: error.message })
      return
    }
    logger.error({
      action: 'uncaught',
      status: 'failed',
      message: error.message,
      metadata: { stack: error.stack ?? null },
    })
    process.exit(1)
  })
}

export function isDriverFault(error: Error & { code?: string }): boolean {
  return LOST.test(error.code ?? '') || (error instanceof TypeError && DRIVER.test(error.stack ?? ''))
}
