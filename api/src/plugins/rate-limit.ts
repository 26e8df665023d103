import { planNamed } from '@sec-latent/core/accounts/plans'
import type { Admission, Limiter, LimitSubject } from '@sec-latent/core/limits/limiter'
import { subjectOf } from '@sec-latent/core/limits/policies'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../problems.ts'
import type { Account } from './auth.ts'

/** Months have no fixed length; the policy names the usual one, and `t` the seconds that are really left. */
const MONTH_SECONDS = 30 * 86_400
/** Clients that were refused together should not come back together. */
const RETRY_JITTER = 0.1
const CONCURRENCY_RETRY_MS = 1_000

/** So long a request waits for the first units of a process that has just lost Redis. */
const RECOVERY_MS = 100

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose place among the requests in flight it holds. */
    place: LimitSubject | null
    /** What was taken from the month for it, until it is known whether it is billed. */
    reserved: { subject: LimitSubject; cost: number } | null
  }
}

/** The limits of the organisation, on every request with a key. Answers that are not billed give their units back. */
export const rateLimit = fp<{ limiter: Limiter }>(
  async (app: FastifyInstance, { limiter }) => {
    app.decorateRequest('place', null)
    app.decorateRequest('reserved', null)

    app.addHook('onRequest', (request, reply, done) => {
      const { account } = request
      if (!account) return done()
      // Who went away while it was found out who they are has no `close` any more at which a place would be given back.
      if (reply.raw.destroyed) return reply.hijack()
      const subject = subjectOfAccount(account)
      if (!limiter.enter(subject)) return done(tooManyAtOnce(subject))
      request.place = subject
      // Also when the client goes away before the answer.
      reply.raw.once('close', () => {
        const counted = reply.raw.headersSent || request.metering === 'recorded'
        release(request, counted && isBilled(reply.statusCode))
      })
      const cost = request.routeOptions.config.cost ?? 1
      let waited = false
      const decide = (admission: Admission) => {
        // Without Redis every process starts with nothing, and a moment later has something.
        if (
          admission.verdict === 'rate_limited' &&
          admission.retry_after_ms <= RECOVERY_MS &&
          !waited &&
          limiter.isDegraded()
        ) {
          waited = true
          setTimeout(() => limiter.admit(subject, cost).then(decide, done), admission.retry_after_ms)
          return
        }
        reply.headers(rateLimitHeaders(subject, admission))
        if (admission.verdict !== 'admitted') return done(refusalOf(account.plan, subject, admission))
        request.reserved = { subject, cost }
        done()
      }
      const admission = limiter.admitNow(subject, cost)
      if (admission) decide(admission)
      else limiter.admit(subject, cost).then(decide, done)
    })

    app.addHook('onResponse', (request, reply, done) => {
      release(request, isBilled(reply.statusCode))
      done()
    })

    /** Ends what the request holds; the first call counts. */
    function release(request: FastifyRequest, billed: boolean): void {
      const { place, reserved } = request
      if (place) limiter.leave(place)
      if (reserved && !billed) limiter.refund(reserved.subject, reserved.cost)
      request.place = request.reserved = null
    }
  },
  { name: 'rate-limit', dependencies: ['auth'] },
)

function isBilled(status: number): boolean {
  return status >= 200 && status < 300
}

const policyHeaders = new WeakMap<LimitSubject, string>()

/** `RateLimit-Policy` of the IETF draft, the same for every request of a key: `q` quota, `w` window in seconds. */
export function rateLimitPolicy(subject: LimitSubject): string {
  const known = policyHeaders.get(subject)
  if (known !== undefined) return known
  const text = subject.policies
    .flatMap((policy) => {
      if (policy.kind === 'rate') return [`"${policy.name}";q=${policy.quota};w=${policy.window}`]
      const own = `"${policy.name}";q=${policy.limit};w=${MONTH_SECONDS}`
      return policy.included === undefined ? [own] : [own, `"month";q=${policy.included};w=${MONTH_SECONDS}`]
    })
    .join(', ')
  policyHeaders.set(subject, text)
  return text
}

/** `RateLimit` of the IETF draft: `r` units that are left, `t` seconds until there are more. */
export function rateLimitLevels({ levels }: Admission): string {
  let text = ''
  for (let i = 0; i < levels.length; i++) {
    const { name, remaining, reset_ms } = levels[i] as Admission['levels'][number]
    text += `${i === 0 ? '' : ', '}"${name}";r=${remaining};t=${Math.ceil(reset_ms / 1000)}`
  }
  return text
}

export function rateLimitHeaders(
  subject: LimitSubject,
  admission: Admission,
): { 'ratelimit-policy': string; ratelimit: string } {
  return { 'ratelimit-policy': rateLimitPolicy(subject), ratelimit: rateLimitLevels(admission) }
}

/** The problem a refused request meets. */
export function refusalOf(planName: string, subject: LimitSubject, admission: Admission): ProblemError {
  const { verdict, violated, levels } = admission
  const plan = planNamed(planName)
  const limits = levels.filter((level) => violated.includes(level.name))
  const extensions = { 'violated-policies': violated, limits }
  switch (verdict) {
    case 'quota_exceeded':
    case 'spend_cap_reached':
      return new ProblemError(verdict, {
        detail: `All units of the month are used: ${limits.map(({ name, limit }) => `${name} ${limit}`).join(', ')}.`,
        headers: { 'x-should-retry': 'false' },
        extensions,
      })
    case 'quota_unavailable':
      return new ProblemError(verdict, waiting(admission.retry_after_ms, extensions))
    case 'concurrency_exceeded':
      return tooManyAtOnce(subject)
    default:
      return new ProblemError('rate_limited', {
        detail: `The plan ${plan.title} allows ${plan.requests_per_second} units a second, ${plan.burst} at once and ${plan.daily_limit} in 24 hours.`,
        ...waiting(admission.retry_after_ms, extensions),
      })
  }
}

function tooManyAtOnce(subject: LimitSubject): ProblemError {
  return new ProblemError('concurrency_exceeded', {
    detail: `${subject.concurrency} requests are being answered already.`,
    headers: { 'retry-after': '1', 'retry-after-ms': String(CONCURRENCY_RETRY_MS), 'x-should-retry': 'true' },
    extensions: { retry_after_ms: CONCURRENCY_RETRY_MS },
  })
}

function waiting(ms: number, extensions: Record<string, unknown>) {
  const waitMs = Math.ceil(ms * (1 + Math.random() * RETRY_JITTER))
  return {
    headers: {
      'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))),
      'retry-after-ms': String(waitMs),
      'x-should-retry': 'true',
    },
    extensions: { retry_after_ms: waitMs, ...extensions },
  }
}

function subjectOfAccount(account: Account): LimitSubject {
  if (account.subject) return account.subject
  // Those of a person come with the account.
  const mode = account.mode === 'session' ? 'test' : account.mode
  return subjectOf({ ...account, mode, id: account.key_id, spend_cap_cents: null, monthly_unit_cap: null })
}
