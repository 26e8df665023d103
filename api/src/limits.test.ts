import { randomUUID } from 'node:crypto'
import { plans } from '@sec-latent/core/accounts/plans'
import { type LeaseLimiterOptions, leaseLimiter } from '@sec-latent/core/limits/lease-limiter'
import type { LimitPolicy, LimitSubject } from '@sec-latent/core/limits/limiter'
import { createLogger } from '@sec-latent/core/log'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLimitsRedis } from './services.ts'
import { type TestApp, testApp } from './testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp({ plan: 'free' })
})
afterAll(async () => {
  await api.close()
})

const silent = createLogger('test', 'silent')
const PATIENT_MS = 5_000

function limiterOf(
  redis: Redis,
  options: LeaseLimiterOptions = {},
  units: { epoch: string; units: number }[] = [],
) {
  return leaseLimiter(redis, { unitsByEpoch: async () => units }, silent, {
    redisTimeoutMs: PATIENT_MS,
    settleMs: 0,
    ...options,
  })
}

/** A prefix whose state is old enough for full buckets. */
async function oldPrefix(): Promise<string> {
  const prefix = `t${randomUUID()}`
  await api.redis.set(`{${prefix}}:created`, 1)
  return prefix
}

function subject(rate: number, burst: number, quota?: number): LimitSubject {
  const policies: LimitPolicy[] = [
    { kind: 'rate', name: 'burst', rate, burst, quota: burst, window: Math.ceil(burst / rate) },
  ]
  if (quota !== undefined) {
    policies.push({ kind: 'quota', name: 'month', limit: quota, problem: 'quota_exceeded' })
  }
  return { organisation_id: 'org_a', key_id: 'key_a', policies, concurrency: 2 }
}

describe('the rate limit', () => {
  it('belongs to the organisation: minting keys buys nothing, and the 429 says when to come back', async () => {
    const second = await api.makeKey()
    const keys = [api.keys.live.key, second.key]
    const started = performance.now()
    const answers = []
    for (let i = 0; i < 30; i++)
      answers.push(await api.get('/v1/signal-types', { key: keys[i % 2] as string }))
    const admitted = answers.filter((answer) => answer.statusCode === 200)
    const refused = answers.filter((answer) => answer.statusCode === 429)
    expect(admitted.length).toBeGreaterThanOrEqual(plans.free.burst)
    const seconds = (performance.now() - started) / 1000
    const returned = Math.ceil(seconds * plans.free.requests_per_second)
    expect(admitted.length).toBeLessThanOrEqual(plans.free.burst + 1 + returned)
    expect(admitted.length + refused.length).toBe(30)
    const [first] = refused
    expect(first?.headers['x-should-retry']).toBe('true')
    expect(Number(first?.headers['retry-after-ms'])).toBeGreaterThan(0)
    expect(first?.headers.ratelimit).toContain('"burst";r=0')
    const wait = Number(/"burst";r=0;t=(\d+)/.exec(String(first?.headers.ratelimit))?.[1])
    expect(Number(first?.headers['retry-after'])).toBeGreaterThanOrEqual(wait)
    expect(first?.headers['ratelimit-policy']).toBe(
      '"burst";q=20;w=10, "day";q=2000;w=86400, "month";q=5000;w=2592000',
    )
    expect(first?.json()).toMatchObject({
      code: 'rate_limited',
      retryable: true,
      'violated-policies': ['burst'],
      limits: [{ name: 'burst', limit: 20, remaining: 0 }],
    })
    expect((await api.get('/v1/signal-types', { key: api.keys.foreign.key })).statusCode).toBe(200)
  })

  it('admits again after the time it named', async () => {
    const limiter = limiterOf(api.redis, { prefix: await oldPrefix() })
    const one = subject(5, 1)
    expect((await limiter.admit(one, 1)).verdict).toBe('admitted')
    const refused = await limiter.admit(one, 1)
    expect(refused).toMatchObject({ verdict: 'rate_limited', violated: ['burst'] })
    expect(refused.retry_after_ms).toBeGreaterThan(50)
    await new Promise((resolve) => setTimeout(resolve, refused.retry_after_ms + 2))
    expect((await limiter.admit(one, 1)).verdict).toBe('admitted')
    await limiter.close()
  })

  it('a warm decision asks nobody, and a flood of refused requests next to nobody', async () => {
    const limiter = limiterOf(api.redis, { prefix: await oldPrefix() })
    const one = subject(1, 10)
    await limiter.admit(one, 1)
    let refused = 0
    for (let i = 0; i < 200_000; i++) {
      const decided = limiter.admitNow(one, 1) ?? (await limiter.admit(one, 1))
      if (decided.verdict === 'rate_limited') refused += 1
    }
    expect(refused).toBeGreaterThan(199_000)
    expect(limiter.counts().redisCalls).toBeLessThanOrEqual(2_000)
    await limiter.close()
  })

  it('counts requests in flight by organisation', () => {
    const limiter = limiterOf(api.redis)
    const one = subject(1, 10)
    const other = { ...subject(1, 10), key_id: 'key_b' }
    expect([limiter.enter(one), limiter.enter(other), limiter.enter(one)]).toEqual([true, true, false])
    limiter.leave(other)
    expect(limiter.enter(one)).toBe(true)
  })
})

describe('the monthly quota', () => {
  it('is never exceeded by several processes, gives back what is not billed, and survives an emptied Redis', async () => {
    const prefix = await oldPrefix()
    const known: { epoch: string; units: number }[] = []
    const limiters = [1, 2, 3].map((i) => limiterOf(api.redis, { prefix, epoch: `e${i}` }, known))
    const one = subject(100_000, 100_000, 10)
    const verdicts = await Promise.all(
      Array.from({ length: 60 }, (_, i) => (limiters[i % 3] as (typeof limiters)[number]).admit(one, 1)),
    )
    expect(verdicts.filter(({ verdict }) => verdict === 'admitted')).toHaveLength(10)
    const [first] = limiters as [(typeof limiters)[number]]
    expect(await first.admit(one, 1)).toMatchObject({ verdict: 'quota_exceeded', violated: ['month'] })
    first.refund(one, 1)
    expect((await first.admit(one, 1)).verdict).toBe('admitted')
    known.push({ epoch: 'e_dead', units: 9 })
    await api.redis.del(`${prefix}:{org_a}`)
    const fresh = limiterOf(api.redis, { prefix, epoch: 'e4' }, known)
    expect((await fresh.admit(one, 1)).verdict).toBe('admitted')
    expect((await fresh.admit(one, 1)).verdict).toBe('quota_exceeded')
    for (const limiter of [...limiters, fresh]) await limiter.close()
  })

  it('gets back what a dead process took and did not use', async () => {
    const prefix = await oldPrefix()
    const known = [{ epoch: 'dead', units: 0 }]
    const one = subject(1_000, 1_000, 5)
    const dead = limiterOf(api.redis, { prefix, epoch: 'dead' }, known)
    for (let i = 0; i < 5; i++) expect((await dead.admit(one, 1)).verdict).toBe('admitted')
    const alive = limiterOf(api.redis, { prefix, epoch: 'alive' }, known)
    expect((await alive.admit(one, 1)).verdict).toBe('quota_exceeded')
    known[0] = { epoch: 'dead', units: 3 }
    expect(await alive.settleReplica('dead')).toBe(0)
    await api.redis.zrem(`{${prefix}}:replicas`, 'dead')
    expect(await alive.settleReplica('dead')).toBe(1)
    const next = limiterOf(api.redis, { prefix, epoch: 'next' }, known)
    const verdicts = [await next.admit(one, 1), await next.admit(one, 1), await next.admit(one, 1)]
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['admitted', 'admitted', 'quota_exceeded'])
  })

  it('is a 402 that must not be retried; test keys have none', async () => {
    const { id } = api.other
    const month = new Date().toISOString().slice(0, 7)
    const key = `limits:{${id}}`
    await api.get('/v1/signal-types', { key: api.keys.foreign.key })
    await api.redis.hset(key, `u:${month}`, 1_000_000)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    let response = await api.get('/v1/signal-types', { key: api.keys.foreign.key })
    for (let i = 0; i < 3 && response.statusCode === 200; i++) {
      response = await api.get('/v1/signal-types', { key: api.keys.foreign.key })
    }
    expect(response.statusCode).toBe(402)
    expect(response.headers['x-should-retry']).toBe('false')
    expect(response.json()).toMatchObject({ code: 'quota_exceeded', 'violated-policies': ['month'] })
    const test = await api.makeKey({ organisation_id: id, mode: 'test' })
    expect((await api.get('/v1/signal-types', { key: test.key })).statusCode).toBe(200)
  })
})

describe('without Redis', () => {
  it('each process applies its share from an empty bucket, at once and without an error', async () => {
    const nowhere = openLimitsRedis('redis://127.0.0.1:1', silent)
    const limiter = limiterOf(nowhere)
    const one = subject(100, 5)
    expect((await limiter.admit(one, 1)).verdict).toBe('rate_limited')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const verdicts = []
    for (let i = 0; i < 5; i++) verdicts.push((await limiter.admit(one, 1)).verdict)
    expect(verdicts).toEqual(Array(5).fill('admitted'))
    expect(limiter.isDegraded()).toBe(true)
    expect(limiter.counts().fallbacks).toBeGreaterThan(5)
    nowhere.disconnect()
  })

  it('gives out of a quota only a little on trust, and nothing of a spend cap', async () => {
    const nowhere = openLimitsRedis('redis://127.0.0.1:1', silent)
    const limiter = limiterOf(nowhere)
    const verdictsOf = async (one: LimitSubject) => {
      await limiter.admit(one, 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
      const verdicts = []
      for (let i = 0; i < 4; i++) verdicts.push((await limiter.admit(one, 1)).verdict)
      return verdicts
    }
    const capped = subject(1_000, 100)
    const spend: LimitPolicy = { kind: 'quota', name: 'spend', limit: 300, problem: 'spend_cap_reached' }
    expect(
      (await verdictsOf({ ...capped, organisation_id: 'org_s', policies: [...capped.policies, spend] }))[0],
    ).toBe('quota_unavailable')
    expect(await verdictsOf(subject(1_000, 100, 300))).toEqual([
      'admitted',
      'admitted',
      'admitted',
      'quota_unavailable',
    ])
    nowhere.disconnect()
  })

  it('the API answers and boots all the same', async () => {
    const alone = await testApp()
    try {
      alone.limits.disconnect()
      await alone.get('/v1/filings')
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect((await alone.get('/v1/filings')).statusCode).toBe(200)
      expect((await alone.get('/v1/status', { key: null })).json()).toMatchObject({
        status: 'degraded',
        components: { limits: 'degraded' },
      })
    } finally {
      await alone.close()
    }
  })
})

describe('an address without a valid key', () => {
  it('is held back after too many attempts; who has a key is not', async () => {
    const guarded = await testApp({ settings: { failedAttemptsPerMinute: 3 } })
    try {
      for (let i = 0; i < 3; i++)
        expect((await guarded.get('/v1/filings', { key: null })).statusCode).toBe(401)
      const response = await guarded.get('/v1/filings', { key: null })
      expect(response.statusCode).toBe(429)
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(1)
      expect((await guarded.get('/v1/filings')).statusCode).toBe(200)
    } finally {
      await guarded.close()
    }
  })
})
