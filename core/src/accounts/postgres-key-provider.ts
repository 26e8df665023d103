import type { Redis } from 'ioredis'
import type { Logger } from '../log.ts'
import type { KeyChange, KeyChangeStore } from './key-change-store.ts'
import { followKeyChanges } from './key-changes.ts'
import { hashKey, type Pepper, parseKey } from './key-format.ts'
import type { KeyProvider, KeyVerdict } from './key-provider.ts'
import { type KeyRecord, type KeyStore, keyStore } from './key-store.ts'
import { type Clocks, realClocks, UNKNOWN, verdictCache } from './verdict-cache.ts'
import { KeysUnavailable, within } from './within.ts'

const TTL_MS = 30_000
const UNKNOWN_TTL_MS = 5_000
/** A key in use is read again before its time is over, so that no request waits for it. */
const REFRESH_AFTER_MS = 20_000
const REFRESH_PAUSE_MS = 1_000
const LOOKUP_TIMEOUT_MS = 3_000
/** How often a read is repeated because changes came while it ran. */
const READS = 3
/** A process that has not heard from Postgres for this long is not well. */
const UNWELL_AFTER_MS = 5_000

export interface PostgresKeyOptions {
  /** Tells of changes at once; without it they are known within a second. */
  redis?: Redis
  logger?: Logger
  clocks?: Clocks
  pollMs?: number
  lookupTimeoutMs?: number
}

/**
 * Keys in our own database. A key that was read is remembered for 30 seconds at most, and forgotten as soon as it is known to
 * have changed: within milliseconds by Redis, within a second by asking Postgres, and after 30 seconds when both are away; then
 * nothing is admitted any more.
 */
export function postgresKeyProvider(
  stores: {
    keys: Pick<KeyStore, 'findByHash' | 'startGrace' | 'findKeyByHash'>
    changes: Pick<KeyChangeStore, 'since'>
  },
  peppers: Pepper[],
  options: PostgresKeyOptions = {},
): KeyProvider {
  const clocks = options.clocks ?? realClocks
  const lookupTimeoutMs = options.lookupTimeoutMs ?? LOOKUP_TIMEOUT_MS
  const cache = verdictCache({ ttlMs: TTL_MS, unknownTtlMs: UNKNOWN_TTL_MS }, clocks)
  const callbacks = new Set<(change: KeyChange) => void>()
  const waiting = new Map<string, Promise<KeyVerdict>>()
  /** After a read that failed nothing is read ahead of its time for a while. */
  let pausedUntil = 0
  const [pepper] = peppers
  if (!pepper) throw new Error('there is no pepper')

  const changes = followKeyChanges(
    stores.changes,
    {
      apply(change) {
        cache.evict(change)
        for (const callback of callbacks) callback(change)
      },
      applyAll: () => cache.clear(),
    },
    {
      redis: options.redis,
      logger: options.logger,
      pollMs: options.pollMs,
      elapsed: clocks.elapsed,
    },
  )

  const hashesOf = (key: string) => peppers.map((one) => hashKey(key, one))

  /** A verdict is remembered only if no change is known that it might not contain. */
  async function read(digest: string, key: string): Promise<KeyVerdict> {
    const mode = parseKey(key)?.mode
    let verdict = UNKNOWN
    for (let attempt = 0; attempt < READS; attempt += 1) {
      const askedAt = clocks.elapsed()
      const found = await within(lookupTimeoutMs, stores.keys.findByHash(hashesOf(key)))
      verdict = found.record?.mode === mode ? verdictOf(found.record as KeyRecord, clocks.now()) : UNKNOWN
      if (found.version < changes.heard()) continue
      if (found.startsGrace && verdict.outcome === 'valid') await startGrace(verdict.record)
      cache.set(digest, verdict, { askedAt, version: found.version })
      break
    }
    return verdict
  }

  /** A request never fails because the predecessor of its secret could not be told to go; the next read tries again. */
  async function startGrace(record: KeyRecord): Promise<void> {
    try {
      const change = await within(lookupTimeoutMs, stores.keys.startGrace(record))
      if (change) changes.announce(change)
    } catch (error) {
      options.logger?.warn({
        action: 'keys.start_grace',
        status: 'failed',
        message: (error as Error).message,
      })
    }
  }

  function lookUp(digest: string, key: string): Promise<KeyVerdict> {
    const asked = waiting.get(digest)
    if (asked) return asked
    const question = read(digest, key)
      .catch((cause) => {
        pausedUntil = clocks.elapsed() + REFRESH_PAUSE_MS
        throw cause instanceof KeysUnavailable
          ? cause
          : new KeysUnavailable('the key could not be looked up', { cause })
      })
      .finally(() => waiting.delete(digest))
    waiting.set(digest, question)
    return question
  }

  function known(digest: string, key: string): KeyVerdict | undefined {
    const entry = cache.get(digest)
    if (entry) {
      const elapsed = clocks.elapsed()
      if (elapsed - entry.askedAt >= REFRESH_AFTER_MS && elapsed >= pausedUntil && !waiting.has(digest)) {
        lookUp(digest, key).catch(() => {})
      }
      return cache.verdictOf(entry)
    }
    return cache.isUnknown(digest) || !parseKey(key) ? UNKNOWN : undefined
  }

  return {
    name: 'postgres',
    capabilities: {
      maxRevocationLagMs: 1_000,
      transactional: true,
      rotateKeepsId: true,
      startOnFirstUse: true,
      findBySecret: true,
      remote: false,
    },

    known: (key) => known(cache.digestOf(key), key),

    async verify(key) {
      const digest = cache.digestOf(key)
      return known(digest, key) ?? (await lookUp(digest, key))
    },

    create: (tx, wish) => keyStore(tx).createKey(wish, pepper),

    async update(tx, organisationId, keyId, patch, check) {
      const keys = keyStore(tx)
      const before = await keys.lockKey(organisationId, keyId)
      if (!before) return undefined
      check?.(before)
      return { before, ...(await keys.updateKey(before, patch)) }
    },

    async rotate(tx, organisationId, keyId, wish, check) {
      const keys = keyStore(tx)
      const before = await keys.lockKey(organisationId, keyId)
      if (!before) return undefined
      check?.(before)
      return { before, ...(await keys.rotateKey(before, wish, pepper)) }
    },

    async revoke(tx, organisationId, keyId, reason, check) {
      const keys = keyStore(tx)
      const before = await keys.lockKey(organisationId, keyId)
      if (!before) return undefined
      check?.(before)
      return await keys.revokeKey(organisationId, keyId, reason)
    },
    count: (tx, organisationId, modes) => keyStore(tx).countKeys(organisationId, modes),
    get: (tx, organisationId, keyId) => keyStore(tx).findKey(organisationId, keyId),
    list: (tx, organisationId, page) => keyStore(tx).listKeys(organisationId, page),
    findBySecret: async (key) => (parseKey(key) ? await stores.keys.findKeyByHash(hashesOf(key)) : undefined),

    announce(change) {
      if (change) changes.announce(change)
    },
    onChange(callback) {
      callbacks.add(callback)
      return () => callbacks.delete(callback)
    },
    health() {
      const lagMs = changes.lagMs()
      return { ok: lagMs < UNWELL_AFTER_MS, lagMs }
    },
    close: () => changes.close(),
  }
}

/** What is to be said of a key that was found. */
export function verdictOf(record: KeyRecord, now: number): KeyVerdict {
  if (record.revoked_at !== null) return { outcome: 'revoked', record }
  if (record.organisation_disabled_at !== null) return { outcome: 'organisation_disabled', record }
  if (record.disabled_at !== null) return { outcome: 'disabled', record }
  if (record.expires_at !== null && Date.parse(record.expires_at) <= now)
    return { outcome: 'expired', record }
  return { outcome: 'valid', record }
}
