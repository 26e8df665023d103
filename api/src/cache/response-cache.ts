import { createHash } from 'node:crypto'
import type { Dataset } from '@sec-latent/core/dataset'
import type { Logger } from '@sec-latent/core/log'
import type { Redis } from 'ioredis'
import type { Answer, Reissue } from './answer.ts'
import { type Answers, answers } from './answers.ts'
import { type DirectReader, directAnswers } from './direct.ts'
import { feedWindow } from './feed-window.ts'
import { type Feeds, followFeed } from './follow-feed.ts'
import type { Operation } from './operations.ts'
import { type SharedAnswers, sharedAnswers } from './shared-answers.ts'

export interface ResponseCacheOptions {
  maxBytes: number
  maxEntries: number
  pollMs?: number
  /** Operations whose answers can be made without the router. */
  readers?: Record<string, DirectReader>
}

export type CacheResult = 'hit' | 'shared' | 'joined' | 'miss'

/** The answers of one process, in step with the feed, over those that all processes share. */
export function responseCache(
  { feeds, redis, logger }: { feeds: Feeds; redis: Redis | undefined; logger: Logger },
  options: ResponseCacheOptions,
) {
  const window = feedWindow()
  const local: Answers = answers(window, options)
  const operations = new Map<string, Operation>()
  const underWay = new Map<string, Promise<void>>()
  const counts: Record<CacheResult, number> = { hit: 0, shared: 0, joined: 0, miss: 0 }
  let shared: SharedAnswers | undefined
  let reissue: Reissue = (_, cursor) => cursor
  const feed = followFeed(feeds, window, local, logger, { pollMs: options.pollMs })

  return {
    counts,
    size: local.size,

    /** Told once by the API: its operations, the shape of its answers, and how cursors are made for others. */
    describe(api: { operations: Operation[]; contract: () => string; reissue: Reissue }): void {
      for (const operation of api.operations) operations.set(operation.operation_id, operation)
      reissue = api.reissue
      if (redis === undefined) return
      shared = sharedAnswers(redis, logger, {
        shape: () => createHash('sha256').update(api.contract()).digest('base64url').slice(0, 16),
        operation: (id) => operations.get(id),
      })
    },

    /** Makes answers without the router. */
    direct: directAnswers(options.readers ?? {}),

    reissue: ((...page) => reissue(...page)) as Reissue,

    /** The answer this process has, when it is true now. Does not wait and counts nothing. */
    peek: local.find,

    /** How far what becomes visible is known; ask before the rows of an answer are read. */
    knownUntil: window.horizon,

    /** Keeps what takes one row to make: that is made anew sooner than it is fetched from another process. */
    keepHere: local.keep,

    keep(answer: Answer, knownUntil: number): boolean {
      const kept = local.keep(answer, knownUntil)
      if (kept) shared?.keep(answer)
      return kept
    },

    /** The answer other processes made, when it is true now. */
    async findShared(dataset: Dataset, url: string): Promise<Answer | undefined> {
      const found = await shared?.find(dataset, url)
      return found && local.keep(found, Number.POSITIVE_INFINITY) ? local.find(dataset, url) : undefined
    },

    /** Readings that others who ask the same wait for, by dataset and URL. */
    underWay,

    /** Looks at the feed now; for tests and measurements. */
    look: feed.look,

    close: feed.stop,
  }
}
export type ResponseCache = ReturnType<typeof responseCache>
