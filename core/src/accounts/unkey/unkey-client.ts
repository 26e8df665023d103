import { Unkey } from '@unkey/api'
import type { Code } from '@unkey/api/models/components'
import { UnkeyError } from '@unkey/api/models/errors'
import type { Clocks } from '../verdict-cache.ts'
import { KeysUnavailable } from '../within.ts'
import { breaker } from './breaker.ts'
import type { UnkeyKey } from './unkey-record.ts'

/** The SDK waits for ever by default. */
const TIMEOUT_MS = 800
const MANAGEMENT_TIMEOUT_MS = 5_000
const BREAKER = { failures: 5, pauseMs: 1_000 }
const PAGE = 100
/** An organisation has at most 500 keys, some with two secrets. */
const MAX_PAGES = 12
/** A `reset` beyond this is a moment, not a duration: the service sends milliseconds since 1970 where its contract says a wait. */
const EPOCH_FROM = 1e11

export interface UnkeySettings {
  rootKey: string
  apiId: string
  baseUrl?: string | undefined
  /** What becomes of keys while Unkey cannot be asked: refused, or as it was said within the last minute. */
  failMode: 'closed' | 'cached'
}

export interface UnkeyVerification {
  valid: boolean
  code: Code
  keyId: string | undefined
  meta: Record<string, unknown> | undefined
  expires: number | undefined
  permissions: string[]
  organisationId: string | undefined
  /** When the limit that was exceeded lets requests through again, in milliseconds since 1970. */
  retryAt: number | undefined
}

export interface UnkeyWrite {
  name?: string
  meta?: Record<string, unknown>
  expires?: number | null
  enabled?: boolean
  permissions?: string[]
}

/**
 * The calls we make to Unkey, with the limits it does not set itself. Nothing is retried here: a verification is not idempotent,
 * and the caller of the API knows better whether to come again. Whatever is not an answer throws `KeysUnavailable`: no answer,
 * 5xx, a refusal of our own credentials or of our workspace's rate (never our customer's fault), and a shape the SDK rejects.
 */
export function unkeyClient(settings: UnkeySettings, clocks: Clocks) {
  const sdk = new Unkey({
    rootKey: settings.rootKey,
    ...(settings.baseUrl ? { serverURL: settings.baseUrl } : {}),
    timeoutMs: TIMEOUT_MS,
    retryConfig: { strategy: 'none' },
  })
  const guard = breaker({ ...BREAKER, elapsed: clocks.elapsed })
  const patient = { timeoutMs: MANAGEMENT_TIMEOUT_MS }
  let askedAt = clocks.elapsed()
  let failedAt: number | undefined

  async function ask<T>(call: () => Promise<T>): Promise<T> {
    return await guard.run(async () => {
      try {
        const answer = await call()
        askedAt = clocks.elapsed()
        failedAt = undefined
        return answer
      } catch (cause) {
        if (isMissing(cause)) throw cause
        failedAt ??= clocks.elapsed()
        throw new KeysUnavailable('Unkey did not answer', { cause })
      }
    })
  }

  return {
    async verify(key: string): Promise<UnkeyVerification> {
      const { data } = await ask(() => sdk.keys.verifyKey({ key }))
      const exceeded = data.ratelimits?.filter((one) => one.exceeded) ?? []
      return {
        valid: data.valid,
        code: data.code,
        keyId: data.keyId,
        meta: data.meta,
        expires: data.expires,
        permissions: data.permissions ?? [],
        organisationId: data.identity?.externalId,
        retryAt:
          exceeded.length > 0
            ? Math.max(...exceeded.map(({ reset }) => momentOfReset(reset, clocks.now())))
            : undefined,
      }
    },

    async create(
      wish: Required<Pick<UnkeyWrite, 'name' | 'meta' | 'permissions'>> & {
        prefix: string
        externalId: string
        expires: number | undefined
      },
    ): Promise<{ keyId: string; key: string }> {
      const { data } = await ask(() =>
        sdk.keys.createKey({ ...wish, apiId: settings.apiId, byteLength: 32 }, patient),
      )
      return data
    },

    async update(keyId: string, wish: UnkeyWrite): Promise<void> {
      await ask(() => sdk.keys.updateKey({ keyId, ...wish }, patient))
    },

    /** Removes a key and all that is known of it. That it is gone already is as good. */
    async remove(keyId: string): Promise<void> {
      try {
        await ask(() => sdk.keys.deleteKey({ keyId, permanent: true }, patient))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    },

    /** A new secret; the old one ends after so many milliseconds. Unkey gives the new one an id of its own. */
    async reroll(keyId: string, expiration: number): Promise<{ keyId: string; key: string }> {
      const { data } = await ask(() => sdk.keys.rerollKey({ keyId, expiration }, patient))
      return data
    },

    /** Every secret of every key of an organisation. */
    async list(externalId: string): Promise<UnkeyKey[]> {
      const found: UnkeyKey[] = []
      let cursor: string | undefined
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const { result } = await ask(async () => {
          return await sdk.apis.listKeys({ apiId: settings.apiId, externalId, limit: PAGE, cursor }, patient)
        })
        found.push(...result.data)
        cursor = result.pagination.cursor
        if (!result.pagination.hasMore || !cursor) break
      }
      return found
    },

    /** The key with this secret, without using it. */
    async whoami(key: string): Promise<UnkeyKey | undefined> {
      try {
        return (await ask(() => sdk.keys.whoami({ key }, patient))).data
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },

    health(): { ok: boolean; lagMs: number } {
      return { ok: !guard.isOpen(), lagMs: failedAt === undefined ? 0 : clocks.elapsed() - askedAt }
    },
  }
}
export type UnkeyClient = ReturnType<typeof unkeyClient>

/** What is not there is an answer; every other refusal says nothing about a key. */
function isMissing(error: unknown): boolean {
  return error instanceof UnkeyError && error.statusCode === 404
}

/** Accepts both: the milliseconds to wait, and the moment in milliseconds since 1970. */
export function momentOfReset(reset: number, now: number): number {
  return reset > EPOCH_FROM ? reset : now + reset
}
