import type { Dataset } from '@sec-latent/core/dataset'
import { weakTag } from '../plugins/etag.ts'
import type { Answer } from './answer.ts'
import { cachedOperations, type Operation, type Question } from './operations.ts'

/** Part of the age by which answers expire at different times, so that those made together are not asked for together. */
const JITTER = 0.2

/** What an answer is made from. */
export interface Made {
  operation: Operation
  dataset: Dataset
  url: string
  question: Question
  /** The moment it is true at, as `Latent-As-Of` says it. */
  moment: string
  /** The answer as text. */
  text: string
  contentType: string
  cacheControl: string
  page: Answer['page']
}

/** An answer that may be kept; undefined where answers to the operation are not. */
export function makeAnswer(made: Made): Answer | undefined {
  const { operation, dataset, url, question, moment, text, contentType, cacheControl, page } = made
  const policy = cachedOperations[operation.operation_id]
  if (!policy) return undefined
  const now = Date.now()
  const etag = weakTag(text)
  const age = policy.maxAgeMs * (1 - JITTER * Math.random())
  return {
    operation,
    dataset,
    url,
    asOf: Date.parse(moment),
    pinned: question.query.as_of !== undefined,
    tags: [...new Set(policy.tags(question))],
    // The day is part of the tag of a page that goes on.
    validUntil: Math.min(now + age, page === null ? Number.POSITIVE_INFINITY : endOfDay(now)),
    etag,
    headers: [
      ...['content-type', contentType],
      ...['cache-control', cacheControl],
      ...['etag', etag],
      ...['latent-as-of', moment],
    ],
    body: Buffer.from(text),
    page,
    forms: new Map(),
  }
}

function endOfDay(now: number): number {
  const day = 86_400_000
  return (Math.floor(now / day) + 1) * day
}
