import { carry } from '@sec-latent/core/outbox/store'
import type { Services } from '../services.ts'

const BATCH = 500
const IDLE_MS = 200
const TROUBLE_MS = 1_000

/** Carries announcements from the outbox to the queue until it is told to stop. Every worker process runs one. */
export function startCarrier({ sql, queues, log }: Services) {
  let stopped = false
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const running = (async () => {
    while (!stopped) {
      try {
        const carried = await carry(sql, BATCH, queues.add)
        if (carried === 0) await pause(IDLE_MS)
      } catch (error) {
        log.warn({ action: 'carry-outbox', status: 'failed', message: (error as Error).message })
        await pause(TROUBLE_MS)
      }
    }
  })()

  return {
    async stop(): Promise<void> {
      stopped = true
      wake()
      await running
    },
  }
}
