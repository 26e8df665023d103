import { hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { hashKey, type Pepper, parseKey } from './key-format.ts'
import type { AccountStore, KeyRecord } from './store.ts'

/** `unknown` also stands for a malformed key: who has no key of ours learns nothing from us. */
export type KeyVerdict =
  | { outcome: 'valid'; record: KeyRecord }
  | { outcome: 'unknown' }
  | { outcome: 'expired'; record: KeyRecord }
  | { outcome: 'revoked'; record: KeyRecord }
  /** Its organisation has no access any more. */
  | { outcome: 'organisation_disabled'; record: KeyRecord }

/** Whoever can tell what a key may do. Postgres is one; a hosted service can be another. */
export interface KeyProvider {
  /** The verdict as far as it is remembered, without waiting; `undefined`: ask `verify`. */
  known(key: string): KeyVerdict | undefined
  verify(key: string): Promise<KeyVerdict>
}

const UNKNOWN: KeyVerdict = { outcome: 'unknown' }
const CACHE_TTL_MS = 30_000
const CACHE_ENTRIES = 50_000

/**
 * Keys from our own database. A verified key is remembered for 30 seconds, so that a warm request asks nobody; a revocation
 * is therefore effective within that time. Unknown keys are not remembered: a key must work from the moment it is made.
 */
export function postgresKeyProvider(
  accounts: Pick<AccountStore, 'findKeyByHash'>,
  peppers: Pepper[],
  options: { ttlMs?: number; now?: () => number } = {},
): KeyProvider {
  const ttlMs = options.ttlMs ?? CACHE_TTL_MS
  const now = options.now ?? Date.now
  const cache = new LRUCache<string, { verdict: KeyVerdict & { record: KeyRecord }; readAt: number }>({
    max: CACHE_ENTRIES,
  })
  const waiting = new Map<string, Promise<KeyRecord | undefined>>()
  // Keys are remembered under a digest that only this process can make: no key stays in memory, and a dump of it names none.
  const salt = randomBytes(16).toString('base64')
  const digestOf = (key: string) => hash('sha256', salt + key, 'latin1' as 'base64')

  function remembered(digest: string): KeyVerdict | undefined {
    const known = cache.get(digest)
    if (!known || now() - known.readAt >= ttlMs) return undefined
    const { verdict } = known
    if (verdict.outcome !== 'valid') return verdict
    const { expires_at } = verdict.record
    if (expires_at !== null && Date.parse(expires_at) <= now())
      return { outcome: 'expired', record: verdict.record }
    return verdict
  }

  async function read(digest: string, key: string): Promise<KeyRecord | undefined> {
    const asked = waiting.get(digest)
    if (asked) return await asked
    const readAt = now()
    const question = accounts.findKeyByHash(peppers.map((pepper) => hashKey(key, pepper)))
    waiting.set(digest, question)
    try {
      const record = await question
      if (record) cache.set(digest, { verdict: verdictOf(record, now()), readAt })
      else cache.delete(digest)
      return record
    } finally {
      waiting.delete(digest)
    }
  }

  return {
    known: (key) => remembered(digestOf(key)),

    async verify(key) {
      const digest = digestOf(key)
      const known = remembered(digest)
      if (known) return known
      const parsed = parseKey(key)
      if (!parsed) return UNKNOWN
      const record = await read(digest, key)
      return record?.mode === parsed.mode ? verdictOf(record, now()) : UNKNOWN
    },
  }
}

function verdictOf(record: KeyRecord, now: number): KeyVerdict & { record: KeyRecord } {
  if (record.revoked_at !== null) return { outcome: 'revoked', record }
  if (record.organisation_disabled_at !== null) return { outcome: 'organisation_disabled', record }
  if (record.expires_at !== null && Date.parse(record.expires_at) <= now)
    return { outcome: 'expired', record }
  return { outcome: 'valid', record }
}
