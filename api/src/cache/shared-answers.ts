import { createHash } from 'node:crypto'
import type { Dataset } from '@sec-latent/core/dataset'
import type { Logger } from '@sec-latent/core/log'
import type { Redis } from 'ioredis'
import type { Answer } from './answer.ts'
import type { Operation } from './operations.ts'

/** Redis gets this long; a read from Postgres takes hardly longer. */
const TIMEOUT_MS = 50
/** After a failure Redis is left alone this long. */
const PAUSE_MS = 1_000
const MAX_SHARED_BYTES = 512 * 1024

export interface SharedAnswersOptions {
  /** Changes whenever answers get another shape: processes of different versions never read each other's. */
  shape(): string
  operation(operationId: string): Operation | undefined
  now?: () => number
}

/**
 * Answers that all processes share, in the Redis of the caches. It may be emptied, full or away: then there is simply
 * nothing. Whoever reads one judges by the feed whether it is still true.
 */
export function sharedAnswers(redis: Redis, logger: Logger, options: SharedAnswersOptions) {
  const now = options.now ?? Date.now
  let resumeAt = 0
  let shape: string | undefined

  const addressOf = (dataset: Dataset, url: string) => {
    shape ??= options.shape()
    return `answer:${shape}:${dataset}:${createHash('sha256').update(url).digest('base64url')}`
  }

  async function attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (now() < resumeAt) return undefined
    try {
      return await within(ask(), TIMEOUT_MS)
    } catch (error) {
      if (now() >= resumeAt) {
        logger.warn({ action: 'cache.shared', status: 'degraded', message: (error as Error).message })
      }
      resumeAt = now() + PAUSE_MS
      return undefined
    }
  }

  return {
    async find(dataset: Dataset, url: string): Promise<Answer | undefined> {
      const bytes = await attempt(() => redis.getBuffer(addressOf(dataset, url)))
      return bytes ? unpack(bytes, dataset, url, options.operation) : undefined
    },

    /** Leaves it for the others; does not wait. */
    keep(answer: Answer): void {
      const ttlMs = Math.floor(answer.validUntil - now())
      if (ttlMs <= 0 || answer.body.length > MAX_SHARED_BYTES) return
      void attempt(() => redis.set(addressOf(answer.dataset, answer.url), pack(answer), 'PX', ttlMs))
    },
  }
}
export type SharedAnswers = ReturnType<typeof sharedAnswers>

/** A line of JSON, then the body. */
function pack({ operation, dataset: _, forms: __, body, ...rest }: Answer): Buffer {
  const head = JSON.stringify({ ...rest, operation_id: operation.operation_id })
  return Buffer.concat([Buffer.from(`${head}\n`), body])
}

function unpack(
  bytes: Buffer,
  dataset: Dataset,
  url: string,
  operationOf: SharedAnswersOptions['operation'],
): Answer | undefined {
  const end = bytes.indexOf('\n')
  if (end === -1) return undefined
  try {
    const { operation_id, ...head } = JSON.parse(bytes.toString('utf8', 0, end)) as Omit<
      Answer,
      'operation' | 'dataset' | 'forms' | 'body'
    > & { operation_id: string }
    const operation = operationOf(operation_id)
    if (operation === undefined || head.url !== url) return undefined
    return { ...head, operation, dataset, body: bytes.subarray(end + 1), forms: new Map() }
  } catch {
    return undefined
  }
}

async function within<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer in ${timeoutMs} ms`)), timeoutMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
