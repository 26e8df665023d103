import { plans } from '@sec-latent/core/accounts/plans'
import { rateLimiter } from '@sec-latent/core/accounts/rate-limiter'
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

describe('the rate limit', () => {
  it('belongs to the organisation: minting keys buys nothing, and the 429 says when to come back', async () => {
    const second = await api.makeKey()
    const keys = [api.keys.live.key, second.key]
    const started = performance.now()
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => api.get('/v1/signal-types', { key: keys[i % 2] as string })),
    )
    const admitted = answers.filter((answer) => answer.statusCode === 200)
    const refused = answers.filter((answer) => answer.statusCode === 429)
    expect(admitted.length).toBeGreaterThanOrEqual(plans.free.burst)
    const seconds = (performance.now() - started) / 1000
    const returned = Math.ceil(seconds * plans.free.requests_per_second)
    expect(admitted.length).toBeLessThanOrEqual(plans.free.burst + returned)
    expect(admitted.length + refused.length).toBe(30)
    const [first] = refused
    expect(first?.headers['x-should-retry']).toBe('true')
    expect(Number(first?.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    expect(Number(first?.headers['retry-after-ms'])).toBeGreaterThan(0)
    expect(first?.headers.ratelimit).toContain('"burst";r=0')
    expect(first?.json()).toMatchObject({
      code: 'rate_limited',
      retryable: true,
      'violated-policies': ['burst'],
      limits: [{ name: 'burst', limit: 20, remaining: 0 }],
    })
    expect((await api.get('/v1/signal-types', { key: api.keys.foreign.key })).statusCode).toBe(200)
  })

  it('admits again after the time it named', async () => {
    const limiter = rateLimiter(api.redis, { costSince: async () => 0 }, silent, { prefix: 'again' })
    const wish = {
      organisation_id: 'org_a',
      plan: { ...plans.free, burst: 1, requests_per_second: 5 },
      cost: 1,
      metered: false,
    }
    expect((await limiter.admit(wish)).verdict).toBe('admitted')
    const refused = await limiter.admit(wish)
    expect(refused.verdict).toBe('rate_limited')
    expect(refused.retry_after_ms).toBeGreaterThan(100)
    await new Promise((resolve) => setTimeout(resolve, refused.retry_after_ms))
    expect((await limiter.admit(wish)).verdict).toBe('admitted')
  })

  it('three processes together admit no more than one', async () => {
    const plan = { ...plans.free, burst: 40, requests_per_second: 1 }
    const limiters = [1, 2, 3].map(() =>
      rateLimiter(api.redis.duplicate(), { costSince: async () => 0 }, silent, { prefix: 'three' }),
    )
    const verdicts = await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        (limiters[i % 3] as (typeof limiters)[number]).admit({
          organisation_id: 'org_b',
          plan,
          cost: 1,
          metered: false,
        }),
      ),
    )
    const admitted = verdicts.filter((one) => one.verdict === 'admitted').length
    expect(admitted).toBeGreaterThanOrEqual(40)
    expect(admitted).toBeLessThanOrEqual(42)
  })
})

describe('the monthly quota', () => {
  it('is never exceeded, gives back what is not billed, and survives an emptied Redis', async () => {
    let spent = 0
    const limiter = rateLimiter(api.redis, { costSince: async () => spent }, silent, { prefix: 'quota' })
    const plan = { ...plans.free, burst: 1_000, requests_per_second: 1_000, monthly_quota: 10 }
    const wish = { organisation_id: 'org_c', plan, cost: 1, metered: true }
    const verdicts = await Promise.all(Array.from({ length: 40 }, () => limiter.admit(wish)))
    expect(verdicts.filter((one) => one.verdict === 'admitted').length).toBeLessThanOrEqual(10)
    expect((await limiter.admit(wish)).verdict).toBe('quota_exceeded')
    limiter.release(wish)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await limiter.admit(wish)).verdict).toBe('admitted')
    spent = 9
    await api.redis.del(...(await api.redis.keys('quota:*')))
    expect((await limiter.admit(wish)).month).toMatchObject({ used: 10, quota: 10 })
    expect((await limiter.admit(wish)).verdict).toBe('quota_exceeded')
  })

  it('is a 402 that must not be retried; test keys have none', async () => {
    const month = new Date().toISOString().slice(0, 7)
    await api.redis.set(`limit:{${api.organisation.id}}:month:${month}`, plans.free.monthly_quota)
    await api.redis.del(`limit:{${api.organisation.id}}:burst`)
    const response = await api.get('/v1/signal-types')
    expect(response.statusCode).toBe(402)
    expect(response.headers['x-should-retry']).toBe('false')
    expect(response.json()).toMatchObject({ code: 'quota_exceeded', 'violated-policies': ['month'] })
    expect((await api.get('/v1/signal-types', { key: api.keys.test.key })).statusCode).toBe(200)
    await api.redis.del(`limit:{${api.organisation.id}}:month:${month}`)
  })
})

describe('without Redis', () => {
  it('each process limits on its own, at once and without an error', async () => {
    const nowhere = openLimitsRedis('redis://127.0.0.1:1', silent)
    const limiter = rateLimiter(nowhere, { costSince: async () => 0 }, silent)
    const wish = { organisation_id: 'org_d', plan: { ...plans.free, burst: 5 }, cost: 1, metered: true }
    const begun = performance.now()
    const verdicts = []
    for (let i = 0; i < 8; i++) verdicts.push((await limiter.admit(wish)).verdict)
    expect(performance.now() - begun).toBeLessThan(500)
    expect(verdicts.filter((verdict) => verdict === 'admitted')).toHaveLength(5)
    expect(limiter.isDegraded()).toBe(true)
    nowhere.disconnect()
  })

  it('a Redis that hangs costs one timeout, then none', async () => {
    const hung = { defineCommand() {}, admitRequest: () => new Promise(() => {}) } as unknown as Redis
    const limiter = rateLimiter(hung, { costSince: async () => 0 }, silent)
    const wish = { organisation_id: 'org_e', plan: plans.pro, cost: 1, metered: true }
    const begun = performance.now()
    for (let i = 0; i < 20; i++) expect((await limiter.admit(wish)).verdict).toBe('admitted')
    expect(performance.now() - begun).toBeLessThan(200)
    expect(limiter.fallbackCount()).toBe(20)
  })

  it('the API answers and boots all the same', async () => {
    const alone = await testApp()
    try {
      alone.limits.disconnect()
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
      expect((await guarded.get('/v1/filings')).statusCode).toBe(200)
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(1)
    } finally {
      await guarded.close()
    }
  })
})
