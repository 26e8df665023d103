import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createLogger } from '../log.ts'
import { limiterOver } from './lease-limiter.ts'
import type { AcquireCall, LeaseStore, RateCall } from './lease-store.ts'
import type { LimitSubject, RatePolicy } from './limiter.ts'
import { modelLeaseStore } from './testing/model-lease-store.ts'
import { type Scenario, simulate } from './testing/simulation.ts'

const subject: LimitSubject = {
  organisation_id: 'org_a',
  key_id: 'key_a',
  policies: [{ kind: 'rate', name: 'burst', rate: 5, burst: 20, quota: 20, window: 4 }],
  concurrency: 2,
}

/** A store whose first answers never come. */
function silentAtFirst(store: LeaseStore, calls: number): LeaseStore {
  let left = calls
  const lost = { get: (target: LeaseStore, name: keyof LeaseStore) => (left-- > 0 ? never : target[name]) }
  return new Proxy(store, lost as ProxyHandler<LeaseStore>)
}

const never = () => new Promise<never>(() => {})

async function limiterAfterLost(calls: number) {
  let since = 1_000_000_000
  const store = modelLeaseStore({ now: () => since + Math.round(performance.now() * 1_000) })
  // Redis has been there for a minute, and every bucket is full.
  await store.beat({ epoch: 'another', ttl: 5_000_000, leaving: false })
  since += 60_000_000
  return limiterOver(
    silentAtFirst(store, calls),
    { unitsByEpoch: async () => [] },
    createLogger('test', 'silent'),
    { redisTimeoutMs: 20, beatMs: 0, settleMs: 0 },
  )
}

it.each([1, 2])(
  '%i answers that never come are no outage: it is asked again, and nobody is refused',
  async (lost) => {
    const limiter = await limiterAfterLost(lost)
    for (let i = 0; i < 20; i++)
      expect(limiter.admitNow(subject, 1) ?? (await limiter.admit(subject, 1))).toMatchObject({
        verdict: 'admitted',
      })
    expect(limiter.counts().fallbacks).toBe(0)
  },
)

it('without any answer it is: a bucket of its own begins empty, and the refusal says when to come back', async () => {
  const limiter = await limiterAfterLost(Number.POSITIVE_INFINITY)
  const refused = await limiter.admit(subject, 1)
  expect(refused).toMatchObject({ verdict: 'rate_limited', violated: ['burst'] })
  expect(refused.retry_after_ms).toBeGreaterThan(150)
  expect(limiter.counts().fallbacks).toBe(1)
})

it('what a burst gave out while Redis was left alone is said with the first call that succeeds', async () => {
  const store = modelLeaseStore({ now: () => 1_000_000_000 + Math.round(performance.now() * 1_000) })
  let away = false
  let aloneSinceFailure = 0
  const told: number[] = []
  const breaking = new Proxy(store, {
    get: (target, name: keyof LeaseStore) => (wish: never) => {
      if (away) {
        aloneSinceFailure = 0
        return Promise.reject(new Error('away'))
      }
      if (name === 'acquire')
        told.push((wish as AcquireCall).policies.map((p) => (p as RateCall).debt)[0] ?? 0)
      return (target[name] as (wish: never) => unknown)(wish)
    },
  })
  const limiter = limiterOver(breaking, { unitsByEpoch: async () => [] }, createLogger('test', 'silent'), {
    beatMs: 0,
    settleMs: 0,
  })
  const quick = { ...subject, policies: [{ ...subject.policies[0], rate: 200, burst: 200 } as RatePolicy] }
  const ask = async () => {
    const { verdict } = limiter.admitNow(quick, 1) ?? (await limiter.admit(quick, 1))
    if (away && verdict === 'admitted') aloneSinceFailure += 1
    await sleep(5)
  }
  await ask()
  away = true
  // Until Redis is left alone, every request asks first.
  while (aloneSinceFailure < 20) await ask()
  away = false
  const expected = aloneSinceFailure
  const calls = told.length
  while (told.length === calls) {
    const { verdict } = limiter.admitNow(quick, 1) ?? (await limiter.admit(quick, 1))
    if (told.length === calls && verdict === 'admitted') aloneSinceFailure += 1
    await sleep(5)
  }
  expect(told[calls]).toBe(aloneSinceFailure)
  expect(aloneSinceFailure).toBeGreaterThanOrEqual(expected)
  expect(told.slice(0, calls).every((debt) => debt === 0)).toBe(true)
})

const quiet: Scenario = {
  seed: 17,
  replicas: 1,
  rate: 50,
  burst: 5,
  quota: 1_000,
  spendCap: false,
  keyCap: null,
  costs: [5],
  unbilled: 0,
  answerMs: 200,
  latencyMs: 30,
  monthEndsIn: null,
  phases: [
    { ms: 1_000, perSecond: 1, skew: false },
    { ms: 5_000, perSecond: 20, skew: false },
  ],
  faults: [],
}

// Both were found by npm run limits:properties.
it('a month that ends on the way of a grant leaves no units of a rate beyond what may be held', async () => {
  const outcome = await simulate({ ...quiet, monthEndsIn: 6_000 })
  expect(outcome.violations).toEqual([])
  expect(outcome.admitted).toBeGreaterThan(30)
})

it('a Redis that forgot hears of units whose answers Postgres does not have yet', async () => {
  const outcome = await simulate({
    ...quiet,
    seed: 1_135_639_118,
    replicas: 2,
    rate: 1_000,
    burst: 2_000,
    quota: 300,
    spendCap: true,
    keyCap: 20,
    answerMs: 3_000,
    latencyMs: 0.5,
    monthEndsIn: 12_000,
    phases: [
      { ms: 5_000, perSecond: 20, skew: false },
      { ms: 1_200, perSecond: 2_000, skew: false },
    ],
    faults: [{ kind: 'flush', at: 4_658 }],
  })
  expect(outcome.violations).toEqual([])
  expect(outcome.admitted).toBeGreaterThan(50)
})
