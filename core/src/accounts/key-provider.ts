import { hashKey, type Pepper, parseKey } from './key-format.ts'
import type { AccountStore, KeyRecord } from './store.ts'

/** `unknown` also stands for a malformed key: who has no key of ours learns nothing from us. */
export type KeyVerdict =
  | { outcome: 'valid'; record: KeyRecord }
  | { outcome: 'unknown' }
  | { outcome: 'expired'; record: KeyRecord }
  | { outcome: 'revoked'; record: KeyRecord }

/** Whoever can tell what a key may do. Postgres is one; a hosted service can be another. */
export interface KeyProvider {
  verify(key: string): Promise<KeyVerdict>
}

const CACHE_TTL_MS = 30_000
const CACHE_ENTRIES = 10_000

/**
 * Keys from our own database. A verified key is remembered for 30 seconds under its HMAC, so that a warm request asks
 * nobody; a revocation is therefore effective within that time. Unknown keys are not remembered: a key must work from
 * the moment it is made.
 */
export function postgresKeyProvider(
  accounts: Pick<AccountStore, 'findKeyByHash'>,
  peppers: Pepper[],
  options: { ttlMs?: number; now?: () => number } = {},
): KeyProvider {
  const ttlMs = options.ttlMs ?? CACHE_TTL_MS
  const now = options.now ?? Date.now
  const cache = new Map<string, { record: KeyRecord; readAt: number }>()
  const waiting = new Map<string, Promise<KeyRecord | undefined>>()

  async function read(address: string, hashes: Buffer[]): Promise<KeyRecord | undefined> {
    const known = cache.get(address)
    if (known && now() - known.readAt < ttlMs) return known.record
    const asked = waiting.get(address)
    if (asked) return await asked
    const question = accounts.findKeyByHash(hashes)
    waiting.set(address, question)
    try {
      const record = await question
      cache.delete(address)
      if (record) {
        // Maps keep insertion order: the first entry is the one read longest ago.
        if (cache.size >= CACHE_ENTRIES) cache.delete(cache.keys().next().value as string)
        cache.set(address, { record, readAt: now() })
      }
      return record
    } finally {
      waiting.delete(address)
    }
  }

  return {
    async verify(key) {
      const parsed = parseKey(key)
      if (!parsed) return { outcome: 'unknown' }
      const hashes = peppers.map((pepper) => hashKey(key, pepper))
      const record = await read((hashes[0] as Buffer).toString('base64'), hashes)
      if (!record || record.mode !== parsed.mode) return { outcome: 'unknown' }
      if (record.revoked_at !== null) return { outcome: 'revoked', record }
      if (record.expires_at !== null && Date.parse(record.expires_at) <= now())
        return { outcome: 'expired', record }
      return { outcome: 'valid', record }
    },
  }
}
