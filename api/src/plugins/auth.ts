import { BlockList, isIPv6 } from 'node:net'
import type { KeyMode } from '@sec-latent/core/accounts/key-format'
import type { KeyProvider } from '@sec-latent/core/accounts/key-provider'
import { grants, type Scope } from '@sec-latent/core/accounts/scopes'
import type { KeyRecord } from '@sec-latent/core/accounts/store'
import type { Dataset } from '@sec-latent/core/dataset'
import { looksLikeToken } from '@sec-latent/core/identity/access-tokens'
import { limitsOf, limitsOfPerson } from '@sec-latent/core/identity/caller-limits'
import type { LimitSubject } from '@sec-latent/core/limits/limiter'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { allowPortal, identifyVisitor, type Visitor } from '../identity/callers.ts'
import type { Identity } from '../identity/identity.ts'
import { ProblemError } from '../problems.ts'
import { attemptCounter } from './attempt-counter.ts'

/** Who asks. */
export interface Account {
  organisation_id: string
  /** What is limited, metered and logged: a key, a service account or a signed-in user (`key_…`, `sva_…`, `usr_…`). */
  key_id: string
  /** Who is written into the audit log. */
  actor: { type: 'key' | 'user' | 'service_account' | 'support'; id: string }
  /** The kind of key; service accounts count as `live`. `session`: a person in the portal, who is not metered. */
  mode: KeyMode | 'session'
  plan: string
  scopes: string[]
  /** The only world this key can see. */
  dataset: Dataset
  /** The version of the API the key is pinned to; null: the current one. */
  api_version?: string | null
  /** When the key stops working; null: never. */
  key_expires_at?: string | null
  /** The limits the request stands under. */
  subject?: LimitSubject
}

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null
    /** The person behind a session; null for keys and service accounts. */
    visitor: Visitor | null
  }
}

const BEARER = /^Bearer +([\x21-\x7e]+) *$/i
const MINUTE_MS = 60_000

/**
 * Finds out whose request it is (a key's, a service account's, or that of a person who is signed in) and whether they may do
 * this. A credential in the Authorization header counts before a cookie. Routes without scopes do not start.
 */
export const auth = fp<{ keys: KeyProvider; identity: Identity; failedAttemptsPerMinute: number }>(
  async (app: FastifyInstance, { keys, identity, failedAttemptsPerMinute }) => {
    const failures = attemptCounter(failedAttemptsPerMinute, MINUTE_MS)
    app.decorateRequest('account', null)
    app.decorateRequest('visitor', null)
    app.addHook('onRoute', (route) => {
      if (!route.config?.public && !route.config?.scopes?.length) {
        throw new Error(`${route.method} ${route.url} declares no scope`)
      }
    })
    app.addHook('onSend', (request, reply, payload, done) => {
      if (request.headers.origin !== undefined) allowPortal(request, reply, identity)
      done(null, payload)
    })
    app.addHook('onRequest', async (request) => {
      const { config } = request.routeOptions
      if (config.public || request.is404) return
      const address = networkOf(request.ip)
      try {
        request.account = await identify(request, keys, identity)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        // Only failures are held back: many customers may share one address with somebody who guesses.
        const wait = failures.blockedForMs(address)
        if (wait > 0) throw tooManyFailures(wait)
        failures.count(address)
        throw error
      }
      requireScopes(request.account, config.scopes ?? [])
    })
  },
  { name: 'auth' },
)

async function identify(request: FastifyRequest, keys: KeyProvider, identity: Identity): Promise<Account> {
  const { authorization } = request.headers
  if (authorization === undefined) return await ofVisitor(request, identity)
  const key = BEARER.exec(authorization)?.[1]
  if (key === undefined) {
    throw new ProblemError('missing_key', {
      detail: 'The Authorization header is not of the form `Bearer <key>`.',
    })
  }
  if (looksLikeToken(key)) return await ofToken(key, identity)
  const verdict = keys.known(key) ?? (await keys.verify(key))
  if (verdict.outcome === 'unknown') throw new ProblemError('invalid_key')
  if (verdict.outcome === 'expired') throw new ProblemError('key_expired')
  if (verdict.outcome === 'revoked') throw new ProblemError('key_revoked')
  if (verdict.outcome === 'disabled') throw new ProblemError('key_disabled')
  if (verdict.outcome === 'organisation_disabled') throw new ProblemError('organisation_disabled')
  if (verdict.outcome === 'limited') throw limitedElsewhere(verdict.retry_at)
  const { record } = verdict
  refuseForeignNetwork(record, request.ip)
  if (request.headers.origin !== undefined && (record.mode === 'live' || record.mode === 'admin')) {
    throw new ProblemError('live_key_in_browser')
  }
  return {
    organisation_id: record.organisation_id,
    key_id: record.id,
    actor: { type: 'key', id: record.id },
    mode: record.mode,
    plan: record.plan,
    scopes: record.scopes,
    dataset: record.mode === 'test' ? 'test' : 'live',
    api_version: record.api_version,
    key_expires_at: record.expires_at,
    subject: record.subject,
  }
}

/** A service account with an access token. Every token that is not good gets the answer of an unknown key. */
async function ofToken(token: string, { tokens }: Identity): Promise<Account> {
  const bearer = await tokens.verify(token)
  if (!bearer) throw new ProblemError('invalid_key')
  const { account, scopes } = bearer
  if (account.organisation_disabled) throw new ProblemError('organisation_disabled')
  return {
    organisation_id: account.organisation_id,
    key_id: account.id,
    actor: { type: 'service_account', id: account.id },
    mode: 'live',
    plan: account.plan,
    scopes,
    dataset: 'live',
    subject: limitsOf({ ...account, mode: 'live', monthly_unit_cap: null }),
  }
}

/** A person with a session, on routes for people. They are not metered: who has used up a quota must still see why. */
async function ofVisitor(request: FastifyRequest, identity: Identity): Promise<Account> {
  const { sessions } = request.routeOptions.config
  const visitor =
    sessions && request.headers.cookie !== undefined ? await identifyVisitor(request, identity) : undefined
  if (!visitor) throw new ProblemError('missing_key')
  const { organisation, person, actor } = visitor
  if (organisation.organisation_disabled) throw new ProblemError('organisation_disabled')
  request.visitor = visitor
  return {
    organisation_id: organisation.organisation_id,
    key_id: person.user_id,
    actor,
    mode: 'session',
    plan: organisation.plan,
    scopes: [...visitor.scopes],
    dataset: 'live',
    subject: limitsOfPerson(organisation.organisation_id, person.user_id),
  }
}

function requireScopes(account: Account, required: Scope[]): void {
  if (required.every((scope) => grants(account.scopes, scope))) return
  throw new ProblemError('insufficient_scope', {
    detail: `The operation needs ${required.join(' and ')}.`,
    extensions: { required, granted: account.scopes },
  })
}

function refuseForeignNetwork(record: KeyRecord, ip: string): void {
  if (record.allowed_cidrs.length === 0) return
  const allowed = new BlockList()
  for (const cidr of record.allowed_cidrs) {
    const [network = '', bits] = cidr.split('/')
    const family = isIPv6(network) ? 'ipv6' : 'ipv4'
    allowed.addSubnet(network, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  const address = ip.startsWith('::ffff:') ? ip.slice('::ffff:'.length) : ip
  if (!allowed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) throw new ProblemError('ip_not_allowed')
}

/** Whoever keeps the key limits it too. */
function limitedElsewhere(retryAt: number | null): ProblemError {
  if (retryAt === null)
    return new ProblemError('quota_exceeded', { detail: 'The key may not be used any more.' })
  const waitMs = Math.max(1, retryAt - Date.now())
  return new ProblemError('rate_limited', {
    detail: 'The key itself is limited.',
    headers: {
      'retry-after': String(Math.ceil(waitMs / 1000)),
      'retry-after-ms': String(waitMs),
      'x-should-retry': 'true',
    },
    extensions: { retry_after_ms: waitMs },
  })
}

/** One subscriber holds a whole /64 of IPv6, so it counts as one address. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip
  return ip.split(':').slice(0, 4).join(':')
}

export function tooManyFailures(waitMs: number): ProblemError {
  return new ProblemError('rate_limited', {
    detail: 'Too many requests without a valid key came from this address.',
    headers: {
      'retry-after': String(Math.ceil(waitMs / 1000)),
      'retry-after-ms': String(waitMs),
      'x-should-retry': 'false',
    },
    extensions: { retry_after_ms: waitMs },
  })
}
