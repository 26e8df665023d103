import { BlockList, isIPv6 } from 'node:net'
import type { KeyMode } from '@sec-latent/core/accounts/key-format'
import type { KeyProvider } from '@sec-latent/core/accounts/key-provider'
import { grants, type Scope } from '@sec-latent/core/accounts/scopes'
import type { KeyRecord } from '@sec-latent/core/accounts/store'
import type { Dataset } from '@sec-latent/core/dataset'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../problems.ts'
import { attemptCounter } from './attempt-counter.ts'

/** Who asks. */
export interface Account {
  organisation_id: string
  /** What is limited, metered and logged: a key, a service account or a signed-in user (`key_…`, `sva_…`, `usr_…`). */
  key_id: string
  /** Who is written into the audit log. */
  actor: { type: 'key' | 'user' | 'service_account' | 'support'; id: string }
  mode: KeyMode
  plan: string
  scopes: string[]
  /** The only world this key can see. */
  dataset: Dataset
}

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null
  }
}

const BEARER = /^Bearer +([\x21-\x7e]+) *$/i
const MINUTE_MS = 60_000

/** Finds out whose request it is and whether the key may do this. Routes without scopes do not start. */
export const auth = fp<{ keys: KeyProvider; failedAttemptsPerMinute: number }>(
  async (app: FastifyInstance, { keys, failedAttemptsPerMinute }) => {
    const failures = attemptCounter(failedAttemptsPerMinute, MINUTE_MS)
    app.decorateRequest('account', null)
    app.addHook('onRoute', (route) => {
      if (!route.config?.public && !route.config?.scopes?.length) {
        throw new Error(`${route.method} ${route.url} declares no scope`)
      }
    })
    app.addHook('onRequest', async (request) => {
      const { config } = request.routeOptions
      if (config.public || request.is404) return
      const address = networkOf(request.ip)
      try {
        request.account = await identify(request, keys)
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

async function identify(request: FastifyRequest, keys: KeyProvider): Promise<Account> {
  const { authorization } = request.headers
  if (authorization === undefined) throw new ProblemError('missing_key')
  const key = BEARER.exec(authorization)?.[1]
  if (key === undefined) {
    throw new ProblemError('missing_key', {
      detail: 'The Authorization header is not of the form `Bearer <key>`.',
    })
  }
  const verdict = keys.known(key) ?? (await keys.verify(key))
  if (verdict.outcome === 'unknown') throw new ProblemError('invalid_key')
  if (verdict.outcome === 'expired') throw new ProblemError('key_expired')
  if (verdict.outcome === 'revoked') throw new ProblemError('key_revoked')
  if (verdict.outcome === 'disabled') throw new ProblemError('key_disabled')
  if (verdict.outcome === 'organisation_disabled') throw new ProblemError('organisation_disabled')
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

/** One subscriber holds a whole /64 of IPv6, so it counts as one address. */
function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip
  return ip.split(':').slice(0, 4).join(':')
}

function tooManyFailures(waitMs: number): ProblemError {
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
