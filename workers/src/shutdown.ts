import type { Logger } from '@sec-latent/core/log'

/** Longer than any job should take; shorter than the platform waits before it kills. */
const PATIENCE_MS = 25_000

/** Stops the process in order on SIGTERM or SIGINT; a second signal changes nothing, too long a stop ends with code 1. */
export function onShutdown(log: Logger, stop: () => Promise<void>): void {
  let stopping = false
  const begin = async (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    log.info({ action: 'stop', message: `Stopping after ${signal}.` })
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    await stop()
    process.exit(0)
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
}
