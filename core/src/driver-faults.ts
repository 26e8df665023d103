import { callsOf, scrubMessage } from './error-reports/scrub.ts'
import type { Logger } from './log.ts'

/** Codes of a connection that was lost, as the system, the driver and Postgres give them. */
const LOST = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_\w+|57P0[123])$/

/**
 * Keeps a process alive when connections to Postgres are lost under it: the driver leaves rejections of queries behind that
 * nobody waits for any more; whoever waited was told. Everything else that nobody caught ends the process, also a driver that
 * broke inside: its connections may never answer again, and a new process is clean.
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
      message: scrubMessage(error.message),
      metadata: { stack: callsOf(error) },
      error,
    })
    logger.flushErrors().finally(() => process.exit(1))
  })
}

export function isDriverFault(error: Error & { code?: string }): boolean {
  return LOST.test(error.code ?? '')
}
