import { parsePeppers } from '@sec-latent/core/accounts/key-format'

// What whoever measures and the server under test both know. Nothing else is imported here: it would be measured too.

export const BENCH_PEPPERS = parsePeppers('v1:a-pepper-for-measuring-only')
export const BENCH_CURSOR_SECRET = 'a-cursor-secret-for-measuring'
/** Keys of this plan keep its limits. */
export const TIGHT_PLAN = 'free'

export interface ServerOrder {
  databaseUrl: string
  redisUrl: string
  objectsUrl: string
  meterFolder: string
  cacheMb: number
  cacheEntries?: number | undefined
  /** Usage goes from the journal to Postgres when it is asked for, instead of each second. */
  shipWhenAsked?: boolean | undefined
}
