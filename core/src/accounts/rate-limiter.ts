import type { Redis } from 'ioredis'
import type { Logger } from '../log.ts'
import type { Plan } from './plans.ts'

/**
 * GCRA and the quota of the month in one step. Only the clock of Redis counts, so processes with skewed clocks agree.
 * The quota is reserved here and given back by the caller when the answer turns out to be free. When Redis does not
 * know the use of the month (it was emptied, or the month is new) nothing is decided until it has been told.
 *
 * KEYS: theoretical arrival time, used units of the month.
 * ARGV: emission interval in microseconds, burst, cost, monthly quota or -1, seconds until the month's counter may go.
 * Returns: verdict (0 refused by rate, 1 admitted, 2 refused by quota, 3 month unknown), remaining, reset us, retry us, used.
 */
const ADMIT = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, burst, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local quota = tonumber(ARGV[4])
local used = tonumber(redis.call('GET', KEYS[2]) or '-1')
if quota >= 0 and used < 0 then return {3, 0, 0, 0, used} end
local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local next = tat + interval * cost
local allow_at = next - interval * burst
if now < allow_at then
  return {0, math.max(0, math.floor((burst * interval - (tat - now)) / interval)), tat - now, allow_at - now, used}
end
if quota >= 0 and used + cost > quota then
  return {2, math.floor((burst * interval - (tat - now)) / interval), tat - now, 0, used}
end
redis.call('SET', KEYS[1], string.format('%.0f', next), 'PX', math.ceil((next - now) / 1000) + 1000)
if quota >= 0 then
  used = redis.call('INCRBY', KEYS[2], cost)
  redis.call('EXPIRE', KEYS[2], ARGV[5])
end
return {1, math.floor((burst * interval - (next - now)) / interval), next - now, 0, used}
`

/** Gives units back, but never makes a counter that Redis does not have: it would look like an unused month. */
const RELEASE = `
if tonumber(redis.call('GET', KEYS[1]) or '0') < tonumber(ARGV[1]) then return 0 end
return redis.call('DECRBY', KEYS[1], ARGV[1])
`

/** Redis gets this long to answer before the process decides alone. */
const REDIS_TIMEOUT_MS = 50
/** After a failure Redis is left alone this long, so that an outage costs one timeout per second, not one per request. */
const REDIS_PAUSE_MS = 1_000
const MONTH_UNKNOWN = 3
const LOCAL_ENTRIES = 10_000

export interface LimitDecision {
  verdict: 'admitted' | 'rate_limited' | 'quota_exceeded'
  /** Requests that may still come at once. */
  remaining: number
  /** Milliseconds until the whole burst is available again. */
  reset_ms: number
  /** Milliseconds until this request would be admitted; 0 when it was, or when waiting does not help. */
  retry_after_ms: number
  /** Null for keys without a quota and while Redis cannot be asked. */
  month: { used: number; quota: number; reset_ms: number } | null
}

export interface LimitRequest {
  organisation_id: string
  plan: Plan
  cost: number
  /** Test and explorer keys have no monthly quota. */
  metered: boolean
}

/**
 * Limits of an organisation, shared by all processes through Redis. While Redis is away each process applies the plan on
 * its own, so the organisation gets at most its limit times the processes, and no request fails or waits.
 */
export function rateLimiter(
  redis: Redis,
  usage: { costSince(organisationId: string, since: string): Promise<number> },
  logger: Logger,
  options: { now?: () => number; prefix?: string; redisTimeoutMs?: number } = {},
) {
  const now = options.now ?? Date.now
  const prefix = options.prefix ?? 'limit'
  const { redisTimeoutMs = REDIS_TIMEOUT_MS } = options
  const local = new Map<string, number>()
  let askAgainAt = 0
  let fallbacks = 0

  redis.defineCommand('admitRequest', { numberOfKeys: 2, lua: ADMIT })
  redis.defineCommand('releaseUnits', { numberOfKeys: 1, lua: RELEASE })
  const scripts = redis as unknown as {
    admitRequest(...args: (string | number)[]): Promise<[number, number, number, number, number]>
    releaseUnits(key: string, cost: number): Promise<number>
  }

  const rateKey = (id: string) => `${prefix}:{${id}}:burst`
  const monthKey = (id: string, month: string) => `${prefix}:{${id}}:month:${month}`

  async function ask(request: LimitRequest): Promise<LimitDecision> {
    const { organisation_id: id, plan, cost } = request
    const month = monthOf(now())
    const key = monthKey(id, month.name)
    const quota = request.metered ? plan.monthly_quota : -1
    const interval = Math.round(1_000_000 / plan.requests_per_second)
    const ttl = Math.ceil((month.ends - now()) / 1000) + 3600
    const run = () =>
      within(scripts.admitRequest(rateKey(id), key, interval, plan.burst, cost, quota, ttl), redisTimeoutMs)
    let answer = await run()
    if (answer[0] === MONTH_UNKNOWN) {
      const spent = await usage.costSince(id, new Date(month.starts).toISOString())
      await within(redis.set(key, spent, 'EX', ttl, 'NX'), redisTimeoutMs)
      answer = await run()
    }
    const [verdict, remaining, resetUs, retryUs, used] = answer
    return {
      verdict: verdict === 1 ? 'admitted' : verdict === 2 ? 'quota_exceeded' : 'rate_limited',
      remaining,
      reset_ms: Math.ceil(resetUs / 1000),
      retry_after_ms: Math.ceil(retryUs / 1000),
      month: quota >= 0 && used >= 0 ? { used, quota, reset_ms: month.ends - now() } : null,
    }
  }

  function decideAlone({ organisation_id: id, plan, cost }: LimitRequest): LimitDecision {
    fallbacks += 1
    const interval = 1000 / plan.requests_per_second
    const tat = Math.max(local.get(id) ?? 0, now())
    const next = tat + interval * cost
    const allowAt = next - interval * plan.burst
    const refused = now() < allowAt
    if (!refused) {
      if (!local.has(id) && local.size >= LOCAL_ENTRIES) local.delete(local.keys().next().value as string)
      local.set(id, next)
    }
    const level = refused ? tat : next
    return {
      verdict: refused ? 'rate_limited' : 'admitted',
      remaining: Math.max(0, Math.floor(plan.burst - (level - now()) / interval)),
      reset_ms: Math.ceil(level - now()),
      retry_after_ms: refused ? Math.ceil(allowAt - now()) : 0,
      month: null,
    }
  }

  return {
    async admit(request: LimitRequest): Promise<LimitDecision> {
      if (now() < askAgainAt) return decideAlone(request)
      try {
        return await ask(request)
      } catch (cause) {
        askAgainAt = now() + REDIS_PAUSE_MS
        logger.warn({ action: 'limits.fallback', status: 'degraded', message: (cause as Error).message })
        return decideAlone(request)
      }
    },

    /** Gives back what `admit` reserved of the month for an answer that is not billed. Never throws. */
    release(request: LimitRequest): void {
      if (!request.metered || now() < askAgainAt) return
      const key = monthKey(request.organisation_id, monthOf(now()).name)
      within(scripts.releaseUnits(key, request.cost), redisTimeoutMs).catch(() => {})
    },

    /** True while this process decides alone. */
    isDegraded: () => now() < askAgainAt,

    /** How often this process decided alone. */
    fallbackCount: () => fallbacks,
  }
}
export type RateLimiter = ReturnType<typeof rateLimiter>

async function within<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer in ${timeoutMs} ms`)), timeoutMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

function monthOf(at: number): { name: string; starts: number; ends: number } {
  const day = new Date(at)
  return {
    name: day.toISOString().slice(0, 7),
    starts: Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1),
    ends: Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1),
  }
}
