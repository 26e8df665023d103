import { hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { KeyVerdict } from './key-provider.ts'

const ENTRIES = 50_000
/** Keys that do not exist: a few thousand are remembered apart, so that nobody pushes real ones out. */
const UNKNOWN_ENTRIES = 5_000

export const UNKNOWN: KeyVerdict = { outcome: 'unknown' }

interface Entry {
  verdict: KeyVerdict
  organisation_id: string
  key_id: string
  /** When the question was asked, by the steady clock; the answer may be newer, never older. */
  askedAt: number
  /** When the key expires, by the clock on the wall. */
  expiresAt: number
  /** All changes up to this number are in the verdict. */
  version: number
  /** What is said once it has expired. */
  expired: KeyVerdict
}

export interface Clocks {
  /** Milliseconds since 1970: when keys expire. */
  now(): number
  /** Milliseconds of a clock that nobody sets: how long something is remembered. */
  elapsed(): number
}

export const realClocks: Clocks = { now: Date.now, elapsed: () => performance.now() }

/**
 * Verdicts in the memory of this process, for so long and no longer. Keys are remembered under a digest that only this process
 * can make: no key stays in memory, and a dump of it names none.
 */
export function verdictCache(limits: { ttlMs: number; unknownTtlMs: number }, clocks: Clocks = realClocks) {
  const byOrganisation = new Map<string, Set<string>>()
  const entries = new LRUCache<string, Entry>({ max: ENTRIES, dispose: forgetOwner })
  const unknown = new LRUCache<string, number>({ max: UNKNOWN_ENTRIES })
  const salt = randomBytes(16).toString('base64')

  function forgetOwner({ organisation_id }: Entry, digest: string, reason: string): void {
    if (reason === 'set') return
    const digests = byOrganisation.get(organisation_id)
    digests?.delete(digest)
    if (digests?.size === 0) byOrganisation.delete(organisation_id)
  }

  return {
    digestOf: (key: string): string => hash('sha256', salt + key, 'latin1' as 'base64'),

    /** The verdict, and how old it is in milliseconds; nothing when it is too old. */
    get(digest: string): Entry | undefined {
      const entry = entries.get(digest)
      return entry !== undefined && clocks.elapsed() - entry.askedAt < limits.ttlMs ? entry : undefined
    },

    /** What is to be said of an entry now: a key expires while it is remembered. */
    verdictOf(entry: Entry): KeyVerdict {
      return clocks.now() >= entry.expiresAt ? entry.expired : entry.verdict
    },

    isUnknown(digest: string): boolean {
      const askedAt = unknown.get(digest)
      return askedAt !== undefined && clocks.elapsed() - askedAt < limits.unknownTtlMs
    },

    set(
      digest: string,
      verdict: KeyVerdict,
      { askedAt, version }: { askedAt: number; version: number },
    ): void {
      if (verdict.outcome === 'unknown') {
        entries.delete(digest)
        unknown.set(digest, askedAt)
        return
      }
      const { id, organisation_id, expires_at } = verdict.record
      entries.set(digest, {
        verdict,
        organisation_id,
        key_id: id,
        askedAt,
        version,
        expiresAt:
          verdict.outcome !== 'valid' || expires_at === null
            ? Number.POSITIVE_INFINITY
            : Date.parse(expires_at),
        expired: { outcome: 'expired', record: verdict.record },
      })
      const digests = byOrganisation.get(organisation_id)
      if (digests) digests.add(digest)
      else byOrganisation.set(organisation_id, new Set([digest]))
    },

    /** Forgets what a change made old, and all keys that were unknown: the change may have made one of them. */
    evict(change: { organisation_id: string; key_id: string | null; version: number }): void {
      unknown.clear()
      for (const digest of [...(byOrganisation.get(change.organisation_id) ?? [])]) {
        const entry = entries.peek(digest)
        if (!entry || entry.version >= change.version) continue
        if (change.key_id === null || change.key_id === entry.key_id) entries.delete(digest)
      }
    },

    clear(): void {
      unknown.clear()
      entries.clear()
    },
  }
}
export type VerdictCache = ReturnType<typeof verdictCache>
