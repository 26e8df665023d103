import { recoveryStore } from '@sec-latent/core/recovery/store'
import type { Services } from '../services.ts'

const EVERY_MS = 60_000

/**
 * Commits a mark each minute, by which a restored database says to which moment it goes. Not through the queue: a day on which
 * Redis is away is one of those it is for.
 */
export function startMarks({ sql, log }: Pick<Services, 'sql' | 'log'>) {
  const store = recoveryStore(sql)
  const mark = () =>
    store
      .mark()
      .then(() => {})
      .catch((error: Error) =>
        log.warn({ action: 'recovery-mark', status: 'failed', message: error.message }),
      )
  let current = mark()
  const timer = setInterval(() => {
    current = current.then(mark)
  }, EVERY_MS)
  return {
    async stop(): Promise<void> {
      clearInterval(timer)
      await current
    },
  }
}
