import type { Dataset } from '@sec-latent/core/dataset'
import { LRUCache } from 'lru-cache'
import { type Answer, sizeOf } from './answer.ts'
import type { FeedWindow, TaggedChange } from './feed-window.ts'

export interface AnswersOptions {
  maxBytes: number
  maxEntries: number
  now?: () => number
}

/** Sandbox traffic is small: it gets this part of the room. */
const TEST_SHARE = 0.125

/**
 * The answers this process keeps. What it hands out was true at its `as_of`, and nothing that became visible since then
 * alters it: each answer knows until when that holds, and without the feed (`horizon`) none is handed out.
 */
export function answers(window: FeedWindow, options: AnswersOptions) {
  const now = options.now ?? Date.now
  const byTag = new Map<string, Set<Answer>>()
  const room = (share: number) =>
    new LRUCache<string, Answer>({
      max: Math.max(1, Math.floor(options.maxEntries * share)),
      maxSize: Math.max(1, Math.floor(options.maxBytes * share)),
      sizeCalculation: (answer) => Math.ceil(sizeOf(answer)),
      dispose: forget,
    })
  const rooms: Record<Dataset, LRUCache<string, Answer>> = {
    live: room(1 - TEST_SHARE),
    test: room(TEST_SHARE),
  }

  function forget(answer: Answer): void {
    for (const tag of answer.tags) {
      const address = `${answer.dataset} ${tag}`
      const tagged = byTag.get(address)
      tagged?.delete(answer)
      if (tagged?.size === 0) byTag.delete(address)
    }
  }

  return {
    /** The answer to a URL, when it is true now. */
    find(dataset: Dataset, url: string): Answer | undefined {
      const answer = rooms[dataset].get(url)
      if (answer === undefined) return undefined
      const at = now()
      if (at >= answer.validUntil) {
        rooms[dataset].delete(url)
        return undefined
      }
      return answer.pinned || at <= window.horizon() ? answer : undefined
    },

    /**
     * Keeps an answer as long as it is true. `knownUntil` is the horizon before its rows were read: what was read from a
     * replica that lags behind the feed is not kept. False when it is not known how long it is true, or it is over already.
     */
    keep(answer: Answer, knownUntil: number): boolean {
      if (answer.asOf > knownUntil) return false
      if (!answer.pinned) {
        const until = window.trueUntil(answer.dataset, answer.asOf, answer.tags)
        if (until === undefined) return false
        answer.validUntil = Math.min(answer.validUntil, until)
      }
      if (answer.validUntil <= now()) return false
      rooms[answer.dataset].set(answer.url, answer)
      if (answer.pinned || rooms[answer.dataset].peek(answer.url) !== answer) return true
      for (const tag of answer.tags) {
        const address = `${answer.dataset} ${tag}`
        const tagged = byTag.get(address)
        if (tagged) tagged.add(answer)
        else byTag.set(address, new Set([answer]))
      }
      return true
    },

    /** Shortens the life of every answer that the change alters to the moment it becomes visible. */
    tell(change: TaggedChange): void {
      for (const tag of change.tags) {
        for (const answer of byTag.get(`${change.dataset} ${tag}`) ?? []) {
          if (change.moment > answer.asOf && change.moment < answer.validUntil) {
            answer.validUntil = change.moment
          }
        }
      }
    },

    /** Forgets everything, as when the feed cannot be followed from where it was left. */
    clear(): void {
      rooms.live.clear()
      rooms.test.clear()
    },

    size: () => ({
      entries: rooms.live.size + rooms.test.size,
      bytes: rooms.live.calculatedSize + rooms.test.calculatedSize,
    }),
  }
}
export type Answers = ReturnType<typeof answers>
