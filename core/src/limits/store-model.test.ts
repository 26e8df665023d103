import { testRedis } from '@sec-latent/core/testing/redis'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { AcquireCall, LeaseStore, PolicyCall } from './lease-store.ts'
import { redisLeaseStore } from './redis-lease-store.ts'
import { modelLeaseStore } from './testing/model-lease-store.ts'

const { redis, close } = await testRedis()
afterAll(close)

const MONTHS = ['2025-01', '2025-02']
const scope = fc.constantFrom('org_a', 'org_a|key_b', 'org_c')
const epoch = fc.constantFrom('one', 'two', 'three')
const few = fc.integer({ min: 0, max: 40 })

const rate = fc.record({
  kind: fc.constant('rate' as const),
  scope,
  name: fc.constantFrom('burst', 'day'),
  interval: fc.constantFrom(1_000, 333_334, 86_400_000),
  burst: fc.integer({ min: 1, max: 500 }),
  left: few,
  hold: few,
  debt: fc.constantFrom(0, 0, 3),
})
const quota = fc.record({
  kind: fc.constant('quota' as const),
  scope,
  limit: fc.integer({ min: 1, max: 300 }),
  known: fc.boolean(),
  spent: fc.integer({ min: 0, max: 200 }),
  held: few,
  hold: few,
  reserve: few,
})
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('acquire' as const),
      epoch,
      cost: fc.constantFrom(1, 1, 5),
      waiters: fc.integer({ min: 0, max: 12 }),
      emptyAgo: fc.constantFrom(-1, -1, 0, 2_000_000),
      month: fc.constantFrom(...MONTHS),
      replicas: fc.integer({ min: 1, max: 4 }),
      policies: fc.uniqueArray(fc.oneof(rate, quota), {
        minLength: 1,
        maxLength: 3,
        selector: (p: PolicyCall) => `${p.scope} ${p.kind === 'rate' ? p.name : 'units'}`,
      }),
      late: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('seed' as const),
      scope,
      ago: fc.constantFrom(0, 1_000_000, 50_000_000),
      settle: fc.constantFrom(0, 3_000_000),
      dayUnits: few,
      month: fc.constantFrom(...MONTHS),
      units: fc.option(fc.uniqueArray(fc.record({ epoch, units: few }), { selector: (one) => one.epoch }), {
        nil: undefined,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('beat' as const), epoch, leaving: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('settle' as const, 'remember' as const),
      scope,
      epoch,
      month: fc.constantFrom(...MONTHS),
      units: few,
    }),
  },
)

describe('the scripts in Redis and the model in memory', () => {
  it('answer the same, whatever is asked in whatever order', async () => {
    let run = 0
    let decided = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.constantFrom(0, 700, 50_000, 900_000, 4_000_000)), {
          minLength: 5,
          maxLength: 40,
        }),
        async (steps) => {
          run += 1
          let now = 1_700_000_000_000_000
          let seq = 0
          const real = redisLeaseStore(redis, `model${run}`, { now: () => now })
          const model = modelLeaseStore({ now: () => now })
          for (const [one, pause] of steps) {
            now += pause
            seq += 1
            const apply = async (store: LeaseStore) => {
              if (one.do === 'acquire') {
                const { late, do: _, ...call } = one
                return await store.acquire({ ...(call as Omit<AcquireCall, 'seq'>), seq: late ? 1 : seq })
              }
              if (one.do === 'seed') return await store.seed({ ...one, created: now - one.ago })
              if (one.do === 'beat') return await store.beat({ ...one, ttl: 2_000_000 })
              if (one.do === 'remember') return await store.remember(one)
              return await store.settle(one)
            }
            const [answer, expected] = [await apply(real), await apply(model)]
            expect(answer).toEqual(expected)
            if (one.do === 'acquire' && (expected as { outcome: string }).outcome === 'decided') decided += 1
          }
        },
      ),
      { numRuns: 150 },
    )
    // Most calls ask for something that is unknown; enough must not.
    expect(decided).toBeGreaterThan(50)
  })
})
