import { setTimeout as sleep } from 'node:timers/promises'
import type { Dataset } from '../dataset.ts'
import type { Change, ChangeFilter, ChangeReadStore } from './read-store.ts'

const POLL_MS = 250
const BATCH = 500
/** Changes kept in memory, so that readers who are up to date cost the database nothing of their own. */
const KEPT = 2_000

/**
 * Follows the feed of one dataset for any number of readers with one query every quarter of a second, while there are
 * readers. A reader that is further behind than what is kept reads from the store until it has caught up.
 */
export function changeFollower(
  changes: Pick<ChangeReadStore, 'list' | 'lastPosition'>,
  dataset: Dataset,
  options: { pollMs?: number; onError?: (error: Error) => void } = {},
) {
  /** Everything from `start` (exclusive) to `end` (inclusive), in order. */
  let kept: Change[] = []
  let start: number | undefined
  let end = 0
  let following = false
  const waiting = new Set<() => void>()
  let readers = 0

  async function poll(): Promise<void> {
    if (start === undefined) {
      start = await changes.lastPosition(dataset)
      end = start
    }
    for (;;) {
      const rows = await changes.list(dataset, {}, { after: end, limit: BATCH })
      if (rows.length === 0) return
      kept.push(...rows)
      end = rows.at(-1)?.position ?? end
      if (kept.length > KEPT) {
        start = kept[kept.length - KEPT - 1]?.position ?? start
        kept = kept.slice(-KEPT)
      }
      wake()
    }
  }

  function wake(): void {
    for (const resolve of waiting) resolve()
    waiting.clear()
  }

  async function follow(): Promise<void> {
    following = true
    while (readers > 0) {
      await poll().catch((error: Error) => options.onError?.(error))
      await sleep(options.pollMs ?? POLL_MS)
    }
    // Nobody reads: what is kept would be old when somebody comes.
    kept = []
    start = undefined
    following = false
  }

  return {
    /** A reader is there; until `release` is called the feed is followed. */
    hold(): () => void {
      readers += 1
      if (!following) void follow()
      let held = true
      return () => {
        if (held) readers -= 1
        held = false
      }
    },

    /** Changes after a position, oldest first: out of memory where it reaches that far, else from the store. */
    async after(position: number, filter: ChangeFilter): Promise<{ changes: Change[]; upTo: number }> {
      if (start !== undefined && position >= start) {
        const fresh = kept.filter((change) => change.position > position)
        return {
          changes: fresh.filter((change) => matches(change, filter)),
          upTo: Math.max(position, end),
        }
      }
      const rows = await changes.list(dataset, filter, { after: position, limit: BATCH })
      if (rows.length === BATCH) return { changes: rows, upTo: rows.at(-1)?.position ?? position }
      // Everything that matches up to what is known to be visible was just read.
      return { changes: rows, upTo: Math.max(rows.at(-1)?.position ?? position, start ?? position) }
    },

    /** Resolves when there may be something new, or after `ms`. */
    async news(ms: number, signal: AbortSignal): Promise<void> {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(limit)
          waiting.delete(done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const limit = setTimeout(done, ms)
        waiting.add(done)
        signal.addEventListener('abort', done, { once: true })
        if (signal.aborted) done()
      })
    },
  }
}
export type ChangeFollower = ReturnType<typeof changeFollower>

function matches(change: Change, filter: ChangeFilter): boolean {
  return (
    (filter.change_type?.includes(change.change_type) ?? true) &&
    (filter.cik === undefined || (change.cik !== null && filter.cik.includes(change.cik))) &&
    (filter.accession_number?.includes(change.accession_number) ?? true)
  )
}
