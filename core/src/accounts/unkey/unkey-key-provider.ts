import type { Redis } from 'ioredis'
import type { Queryable } from '../../db.ts'
import { newId } from '../../ids.ts'
import { subjectOf } from '../../limits/policies.ts'
import type { Logger } from '../../log.ts'
import { type KeyChange, type KeyChangeStore, lockKey, recordKeyChange } from '../key-change-store.ts'
import { followKeyChanges } from '../key-changes.ts'
import type { KeyMode } from '../key-format.ts'
import type { CheckKey, KeyProvider, KeyVerdict } from '../key-provider.ts'
import { type ApiKey, DEFAULT_EXPIRY_DAYS, type KeyRecord, type NewKey } from '../key-store.ts'
import type { AccountLimits } from '../store.ts'
import { type Clocks, realClocks, UNKNOWN, verdictCache } from '../verdict-cache.ts'
import { KeysUnavailable, within } from '../within.ts'
import { type UnkeySettings, type UnkeyVerification, unkeyClient } from './unkey-client.ts'
import {
  apiKeyOf,
  instant,
  metaOf,
  modeOf,
  momentOf,
  newMeta,
  patched,
  prefixOf,
  type UnkeyKey,
} from './unkey-record.ts'

const FRESH_MS = 10_000
/** The longest time a verdict may stand in for Unkey when it cannot be asked. */
const STALE_MS = 60_000
const UNKNOWN_TTL_MS = 5_000
const DAY_MS = 86_400_000
const LOOKUP_TIMEOUT_MS = 3_000

export interface UnkeyKeyStores {
  changes: Pick<KeyChangeStore, 'since'>
  limitsOf(organisationId: string): Promise<AccountLimits | undefined>
}

export interface UnkeyKeyOptions {
  redis?: Redis
  logger?: Logger
  clocks?: Clocks
  pollMs?: number
}

/**
 * Keys that Unkey keeps. What an organisation may do stays here: its plan, its limits and the meter. A secret is a key at
 * Unkey; those of one key share `meta.key_id`, so a rotated key keeps its id with us. A verdict is kept for ten seconds, and
 * up to a minute while Unkey cannot be asked, if the settings say so.
 */
export function unkeyKeyProvider(
  stores: UnkeyKeyStores,
  settings: UnkeySettings,
  options: UnkeyKeyOptions = {},
): KeyProvider {
  const clocks = options.clocks ?? realClocks
  const client = unkeyClient(settings, clocks)
  const cache = verdictCache({ ttlMs: STALE_MS, unknownTtlMs: UNKNOWN_TTL_MS }, clocks)
  const callbacks = new Set<(change: KeyChange) => void>()
  const waiting = new Map<string, Promise<KeyVerdict>>()
  const changes = followKeyChanges(
    stores.changes,
    {
      apply(change) {
        cache.evict(change)
        for (const callback of callbacks) callback(change)
      },
      applyAll: () => cache.clear(),
    },
    { redis: options.redis, logger: options.logger, pollMs: options.pollMs, elapsed: clocks.elapsed },
  )

  async function ask(digest: string, key: string, mode: KeyMode): Promise<KeyVerdict> {
    const askedAt = clocks.elapsed()
    const version = changes.heard()
    const answer = await client.verify(key)
    const verdict = await verdictOf(answer, mode)
    // A change that came meanwhile may not be in the answer.
    if (changes.heard() === version && verdict.outcome !== 'limited')
      cache.set(digest, verdict, { askedAt, version })
    return verdict
  }

  async function verdictOf(answer: UnkeyVerification, mode: KeyMode): Promise<KeyVerdict> {
    const { keyId, organisationId } = answer
    if (answer.code === 'NOT_FOUND' || !keyId || !organisationId) return UNKNOWN
    const limits = await within(LOOKUP_TIMEOUT_MS, stores.limitsOf(organisationId))
    if (!limits) return UNKNOWN
    const meta = metaOf(answer.meta, { key_id: keyId, mode, expires: answer.expires })
    const record: KeyRecord = {
      id: meta.key_id,
      organisation_id: organisationId,
      mode,
      scopes: answer.permissions,
      allowed_cidrs: meta.allowed_cidrs,
      api_version: meta.api_version,
      expires_at: momentOf(answer.expires),
      revoked_at: meta.revoked_at,
      disabled_at: meta.disabled_at,
      plan: limits.plan,
      organisation_disabled_at: limits.disabled_at,
      subject: subjectOf({
        id: meta.key_id,
        organisation_id: organisationId,
        mode,
        plan: limits.plan,
        spend_cap_cents: limits.spend_cap_cents,
        monthly_unit_cap: meta.monthly_unit_cap,
      }),
    }
    if (meta.revoked_at !== null) return { outcome: 'revoked', record }
    if (limits.disabled_at !== null) return { outcome: 'organisation_disabled', record }
    if (answer.code === 'EXPIRED' || (answer.expires !== undefined && answer.expires <= clocks.now()))
      return { outcome: 'expired', record }
    if (answer.code === 'RATE_LIMITED' || answer.code === 'USAGE_EXCEEDED')
      return { outcome: 'limited', record, retry_at: answer.retryAt ?? null }
    return { outcome: answer.valid ? 'valid' : 'disabled', record }
  }

  function lookUp(digest: string, key: string, mode: KeyMode): Promise<KeyVerdict> {
    const asked = waiting.get(digest)
    if (asked) return asked
    const question = ask(digest, key, mode)
      .catch((cause) => standIn(digest, cause))
      .finally(() => waiting.delete(digest))
    waiting.set(digest, question)
    return question
  }

  /** What was said within the last minute, if that may stand in; else nobody can say. */
  function standIn(digest: string, cause: unknown): KeyVerdict {
    const entry = settings.failMode === 'cached' ? cache.get(digest) : undefined
    if (entry) return cache.verdictOf(entry)
    throw cause instanceof KeysUnavailable
      ? cause
      : new KeysUnavailable('the key could not be verified', { cause })
  }

  function known(digest: string, key: string): KeyVerdict | undefined {
    const entry = cache.get(digest)
    if (entry && clocks.elapsed() - entry.askedAt < FRESH_MS) return cache.verdictOf(entry)
    return cache.isUnknown(digest) || modeOf(key) === undefined ? UNKNOWN : undefined
  }

  /** The keys of an organisation, latest first. */
  async function keysOf(organisationId: string): Promise<{ key: ApiKey; secrets: UnkeyKey[] }[]> {
    const groups = new Map<string, UnkeyKey[]>()
    for (const secret of await client.list(organisationId)) {
      const id = typeof secret.meta?.key_id === 'string' ? secret.meta.key_id : secret.keyId
      groups.set(id, [...(groups.get(id) ?? []), secret])
    }
    return [...groups.values()]
      .map((secrets) => ({ key: apiKeyOf(secrets, clocks.now()), secrets }))
      .filter(
        (one): one is { key: ApiKey; secrets: UnkeyKey[] } => one.key?.organisation_id === organisationId,
      )
      .sort((one, other) => (one.key.id < other.key.id ? 1 : -1))
  }

  async function find(organisationId: string, keyId: string) {
    return (await keysOf(organisationId)).find(({ key }) => key.id === keyId)
  }

  /** Nobody else changes the key until the transaction ends: Unkey has no conditional writes. */
  async function lock(tx: Queryable, organisationId: string, keyId: string, check?: CheckKey) {
    await lockKey(tx, keyId)
    const found = await find(organisationId, keyId)
    if (found) check?.(found.key)
    return found
  }

  /** Every secret of a key says the same. */
  async function write(
    secrets: UnkeyKey[],
    set: Partial<ReturnType<typeof metaOf>>,
    more: Parameters<typeof client.update>[1] = {},
  ) {
    for (const secret of secrets) {
      const { expires, ...rest } = more
      // The end of a secret that is being replaced stays.
      const keepsEnd = expires === undefined || secret !== secrets.reduce(latest)
      await client.update(secret.keyId, {
        ...rest,
        ...(keepsEnd ? {} : { expires }),
        meta: { ...secret.meta, ...set },
      })
    }
  }

  async function changed(tx: Queryable, before: ApiKey) {
    const after = await find(before.organisation_id, before.id)
    const change = await recordKeyChange(tx, before.organisation_id, before.id)
    return { before, record: after?.key ?? before, change }
  }

  return {
    name: 'unkey',
    capabilities: {
      maxRevocationLagMs: 60_000,
      transactional: false,
      rotateKeepsId: true,
      startOnFirstUse: false,
      findBySecret: true,
      remote: true,
    },

    known: (key) => known(cache.digestOf(key), key),

    async verify(key) {
      const digest = cache.digestOf(key)
      return known(digest, key) ?? (await lookUp(digest, key, modeOf(key) as KeyMode))
    },

    async create(tx, wish) {
      const id = newId('key')
      const expiresAt = expiryOf(wish, clocks.now())
      const meta = newMeta(id, wish, momentOf(expiresAt))
      const made = await client.create({
        prefix: prefixOf(wish.mode),
        name: wish.name,
        externalId: wish.organisation_id,
        permissions: [...(wish.scopes ?? [])],
        expires: expiresAt,
        meta: { ...meta },
      })
      await client.update(made.keyId, { meta: { ...meta, last_four: made.key.slice(-4) } })
      const found = await find(wish.organisation_id, id)
      if (!found) throw new KeysUnavailable('Unkey does not have the key it made')
      return { key: made.key, record: found.key, change: await recordKeyChange(tx, wish.organisation_id, id) }
    },

    async update(tx, organisationId, keyId, patch, check) {
      const found = await lock(tx, organisationId, keyId, check)
      if (!found) return undefined
      const { name, scopes, expires_at, disabled } = patch
      await write(found.secrets, patched(found.key, patch, clocks.now()), {
        ...(name === undefined ? {} : { name }),
        ...(scopes === undefined ? {} : { permissions: [...scopes] }),
        ...(expires_at === undefined ? {} : { expires: expires_at === null ? null : Date.parse(expires_at) }),
        ...(disabled === undefined ? {} : { enabled: !disabled }),
      })
      return await changed(tx, found.key)
    },

    async rotate(tx, organisationId, keyId, wish, check) {
      const found = await lock(tx, organisationId, keyId, check)
      if (!found) return undefined
      const newest = found.secrets.reduce(latest)
      for (const retiring of found.secrets) {
        if (retiring !== newest) await client.update(retiring.keyId, { expires: clocks.now() })
      }
      const made = await client.reroll(newest.keyId, wish.grace_seconds * 1_000)
      // The copy says what the old one said; its own end is that of the key.
      const { key_expires_at } = metaOf(newest.meta, {
        ...newest,
        key_id: newest.keyId,
        mode: found.key.mode,
      })
      await client.update(made.keyId, {
        meta: { ...newest.meta, version: found.key.version + 1, last_four: made.key.slice(-4) },
        expires: key_expires_at === null ? null : Date.parse(key_expires_at),
      })
      return { key: made.key, ...(await changed(tx, found.key)) }
    },

    async revoke(tx, organisationId, keyId, reason, check) {
      const found = await lock(tx, organisationId, keyId, check)
      if (!found) return undefined
      if (found.key.revoked_at === null) {
        const revoked = {
          revoked_at: instant(clocks.now()),
          revoked_reason: reason,
          version: found.key.version + 1,
        }
        await write(found.secrets, revoked, { enabled: false })
      }
      return await changed(tx, found.key)
    },

    get: async (_tx, organisationId, keyId) => (await find(organisationId, keyId))?.key,

    async count(_tx, organisationId, modes) {
      const now = clocks.now()
      const counts = ({ mode, revoked_at, expires_at }: ApiKey) =>
        modes.includes(mode) && revoked_at === null && (expires_at === null || Date.parse(expires_at) > now)
      return (await keysOf(organisationId)).filter(({ key }) => counts(key)).length
    },

    async list(_tx, organisationId, { after, limit }) {
      const keys = (await keysOf(organisationId))
        .map(({ key }) => key)
        .filter(({ mode }) => mode !== 'explorer')
      return keys.filter(({ id }) => !after || id < after.id).slice(0, limit)
    },

    async findBySecret(key) {
      if (modeOf(key) === undefined) return undefined
      const secret = await client.whoami(key)
      return secret && apiKeyOf([secret], clocks.now())
    },

    announce(change) {
      if (change) changes.announce(change)
    },
    onChange(callback) {
      callbacks.add(callback)
      return () => callbacks.delete(callback)
    },
    health: () => client.health(),
    close: () => changes.close(),
  }
}

function latest(one: UnkeyKey, other: UnkeyKey): UnkeyKey {
  return other.createdAt > one.createdAt ? other : one
}

function expiryOf(wish: NewKey, now: number): number | undefined {
  if (wish.expiresInSeconds !== undefined) return now + wish.expiresInSeconds * 1_000
  const days = wish.expiresInDays === undefined ? DEFAULT_EXPIRY_DAYS : wish.expiresInDays
  return days === null ? undefined : now + days * DAY_MS
}
