import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@sec-latent/core/log'
import type { Answers } from './answers.ts'
import type { FeedStore } from './feed-store.ts'
import { type FeedWindow, tagged } from './feed-window.ts'

const POLL_MS = 200
const BATCH = 1_000
/** How far back the window begins, so that answers other processes made can be judged: more than they live. */
const HISTORY = 5_000
/**
 * A transaction that publishes commits at least a second before its moment (`assertInTime` of core/changes). What a look at
 * the feed did not see was committed later, so it becomes visible no earlier than this after the look; the quarter of a
 * second that is missing is for a commit that takes long.
 */
const UNSEEN_FOR_MS = 750

export interface Feeds {
  /** Where changes are written; tells of them first. */
  primary: FeedStore
  /** Where answers are read from, when that is another server that may lag. */
  replica?: FeedStore
}

/** Keeps the window and the answers up to date until it is stopped. Never throws: without the feed nothing is handed out. */
export function followFeed(
  { primary, replica }: Feeds,
  window: FeedWindow,
  answers: Answers,
  logger: Logger,
  options: { pollMs?: number } = {},
) {
  const stopped = new AbortController()
  let position: number | undefined
  let failing = false

  let looking: Promise<void> = Promise.resolve()
  let begun = false

  /** One look at a time. */
  function look(): Promise<void> {
    looking = looking.catch(() => {}).then(read)
    return looking
  }

  async function read(): Promise<void> {
    if (position === undefined) position = Math.max(0, (await primary.lastPosition()) - HISTORY)
    for (;;) {
      const { changes, clock } = await primary.after(position, BATCH)
      const news = changes.map(tagged)
      if (!begun) begin(position, news[0]?.moment, clock)
      window.append(news)
      for (const change of news) answers.tell(change)
      position = changes.at(-1)?.position ?? position
      if (changes.length < BATCH) {
        if (replica === undefined || (await replica.lastPosition()) >= position) {
          window.extend(Date.parse(clock) + UNSEEN_FOR_MS)
        }
        return
      }
    }
  }

  /** Everything after the first change that was read is known; all of it, when it is the first there ever was. */
  function begin(at: number, firstMoment: number | undefined, clock: string): void {
    begun = true
    window.begin(at === 0 ? Number.NEGATIVE_INFINITY : (firstMoment ?? Date.parse(clock)))
  }

  const following = (async () => {
    while (!stopped.signal.aborted) {
      try {
        await look()
        if (failing) logger.info({ action: 'cache.feed', message: 'The feed can be followed again.' })
        failing = false
      } catch (error) {
        if (!failing && !stopped.signal.aborted) {
          logger.warn({ action: 'cache.feed', status: 'degraded', message: (error as Error).message })
        }
        failing = true
      }
      await sleep(options.pollMs ?? POLL_MS, undefined, { signal: stopped.signal }).catch(() => {})
    }
  })()

  return {
    /** Looks now instead of at the next turn; for tests. */
    look,
    async stop(): Promise<void> {
      stopped.abort()
      await following
    },
  }
}
