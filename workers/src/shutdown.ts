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

/**
 * Waits for parts that end what they have under way, each by its name, and no longer than `patienceMs`: one that waits for a
 * server that does not answer must not keep the process. What it leaves is done by others, as after a crash. Never rejects;
 * resolves to the names of the parts that were left.
 */
export async function endWithin(
  patienceMs: number,
  parts: Record<string, Promise<unknown>>,
  log: Logger,
): Promise<string[]> {
  const open = new Set(Object.keys(parts))
  const ends = Object.entries(parts).map(async ([name, part]) => {
    try {
      await part
    } catch (error) {
      log.warn({ action: 'stop', status: 'failed', message: `${name}: ${(error as Error).message}` })
    }
    open.delete(name)
  })
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([Promise.all(ends), patience])
  clearTimeout(timer)
  const left = [...open]
  if (left.length > 0) {
    log.warn({
      action: 'stop',
      status: 'incomplete',
      message: 'Left to others what did not end in time.',
      metadata: { parts: left },
    })
  }
  return left
}
