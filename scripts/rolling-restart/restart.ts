import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from '../cluster/cluster.ts'

/** Of the time it goes on serving; asked in the midst of it. */
const ASK_AFTER_MS = 300

export interface Restart {
  code: number
  /** What the process itself said while it was draining. */
  ready: number
  closes: boolean
}

/** Ends a process with SIGTERM, looks at how it drains, and starts it again. */
export async function restart(api: Cluster['apis'][number]): Promise<Restart> {
  const ended = api.stop()
  await sleep(ASK_AFTER_MS)
  const ready = await fetch(`http://127.0.0.1:${api.port}/readyz`).catch(() => undefined)
  const seen = { ready: ready?.status ?? 0, closes: ready?.headers.get('connection') === 'close' }
  await ready?.body?.cancel()
  const code = await ended
  await api.start()
  return { code, ...seen }
}
