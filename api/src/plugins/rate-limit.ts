import { type Plan, planNamed } from '@sec-latent/core/accounts/plans'
import type { LimitDecision, LimitRequest, RateLimiter } from '@sec-latent/core/accounts/rate-limiter'
import type { FastifyInstance, FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../problems.ts'

const DAY_SECONDS = 86_400
const MONTH_DAYS = 30
/** Clients that were refused together should not come back together. */
const RETRY_JITTER = 0.1

declare module 'fastify' {
  interface FastifyRequest {
    /** What was taken from the month's quota for this request, until it is known whether it is billed. */
    reservation: LimitRequest | null
  }
}

/** The limits of the organisation, on every request with a key. Answers that are not billed give their units back. */
export const rateLimit = fp<{ limiter: RateLimiter }>(
  async (app: FastifyInstance, { limiter }) => {
    app.decorateRequest('reservation', null)
    app.addHook('onRequest', async (request, reply) => {
      const { account } = request
      if (!account) return
      const plan = planNamed(account.plan)
      const wish: LimitRequest = {
        organisation_id: account.organisation_id,
        plan,
        cost: request.routeOptions.config.cost ?? 1,
        metered: account.mode === 'live' || account.mode === 'admin',
      }
      const decision = await limiter.admit(wish)
      describe(reply, plan, decision)
      if (decision.verdict === 'admitted') {
        request.reservation = wish
        return
      }
      throw refusal(plan, decision)
    })
    app.addHook('onResponse', async (request, reply) => {
      const billed = reply.statusCode >= 200 && reply.statusCode < 300
      if (request.reservation && !billed) limiter.release(request.reservation)
    })
  },
  { name: 'rate-limit', dependencies: ['auth'] },
)

/** `RateLimit` and `RateLimit-Policy` as in the IETF draft: `q` quota, `w` window, `r` remaining, `t` seconds to reset. */
function describe(reply: FastifyReply, plan: Plan, decision: LimitDecision): void {
  const window = Math.max(1, Math.ceil(plan.burst / plan.requests_per_second))
  const policies = [`"burst";q=${plan.burst};w=${window}`]
  const levels = [`"burst";r=${decision.remaining};t=${Math.ceil(decision.reset_ms / 1000)}`]
  if (decision.month) {
    const { quota, used, reset_ms } = decision.month
    policies.push(`"month";q=${quota};w=${MONTH_DAYS * DAY_SECONDS}`)
    levels.push(`"month";r=${Math.max(0, quota - used)};t=${Math.ceil(reset_ms / 1000)}`)
  }
  reply.header('ratelimit-policy', policies.join(', ')).header('ratelimit', levels.join(', '))
}

function refusal(plan: Plan, decision: LimitDecision): ProblemError {
  if (decision.verdict === 'quota_exceeded' && decision.month) {
    const { quota, used, reset_ms } = decision.month
    return new ProblemError('quota_exceeded', {
      detail: `The plan ${plan.title} grants ${quota} units a month; all are used.`,
      extensions: {
        'violated-policies': ['month'],
        limits: [{ name: 'month', limit: quota, remaining: Math.max(0, quota - used), reset_ms }],
      },
    })
  }
  const waitMs = Math.ceil(decision.retry_after_ms * (1 + Math.random() * RETRY_JITTER))
  return new ProblemError('rate_limited', {
    detail: `The plan ${plan.title} allows ${plan.requests_per_second} requests a second and ${plan.burst} at once.`,
    headers: {
      'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))),
      'retry-after-ms': String(waitMs),
      'x-should-retry': 'true',
    },
    extensions: {
      retry_after_ms: waitMs,
      'violated-policies': ['burst'],
      limits: [
        { name: 'burst', limit: plan.burst, remaining: decision.remaining, reset_ms: decision.reset_ms },
      ],
    },
  })
}
