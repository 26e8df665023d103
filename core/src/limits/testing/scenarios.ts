import fc from 'fast-check'
import { LOAD_AT, type Scenario } from './simulation.ts'

const LONGEST_MS = 20_000
/** A crash whose journal is not read yet and a Redis that forgets are one fault too many to be exact about. */
const BEFORE_FLUSH_MS = 8_000
const AFTER_FLUSH_MS = 5_000

const fault: fc.Arbitrary<Scenario['faults'][number]> = fc.oneof(
  fc.record({
    kind: fc.constant('crash' as const),
    at: fc.integer({ min: 4_000, max: LONGEST_MS }),
    replica: fc.nat(31),
  }),
  fc.record({
    kind: fc.constant('outage' as const),
    at: fc.integer({ min: 4_000, max: LONGEST_MS }),
    ms: fc.constantFrom(30, 400, 2_500, 8_000),
  }),
  fc.record({ kind: fc.constant('flush' as const), at: fc.integer({ min: 4_000, max: LONGEST_MS }) }),
)

/** Loads, sizes and faults of any kind. */
const anything: fc.Arbitrary<Scenario> = fc
  .record({
    seed: fc.nat(0x7fffffff),
    replicas: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 32 })),
    rate: fc.constantFrom(0.5, 2, 10, 50, 200, 1_000),
    burst: fc.constantFrom(5, 20, 100, 500, 2_000),
    quota: fc.constantFrom(30, 100, 300, 1_000, 100_000),
    spendCap: fc.boolean(),
    keyCap: fc.constantFrom(null, null, 20, 150),
    costs: fc.constantFrom<number[][]>([1], [1, 1, 1, 5], [5]),
    unbilled: fc.constantFrom(0, 0.2, 0.9),
    answerMs: fc.constantFrom(200, 200, 3_000),
    latencyMs: fc.constantFrom(0.5, 4, 30, 70),
    monthEndsIn: fc.constantFrom(null, null, 6_000, 12_000),
    phases: fc.array(
      fc.record({
        ms: fc.constantFrom(200, 1_000, 5_000),
        perSecond: fc.constantFrom(1, 20, 200, 2_000),
        skew: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    faults: fc.oneof(fc.constant<Scenario['faults']>([]), fc.array(fault, { maxLength: 4 })),
  })
  .map(
    (scenario): Scenario => ({
      ...scenario,
      faults: scenario.faults.filter(
        (one) =>
          one.kind !== 'flush' ||
          scenario.faults.every(
            (other) =>
              other.kind !== 'crash' ||
              other.at < one.at - BEFORE_FLUSH_MS ||
              other.at > one.at + AFTER_FLUSH_MS,
          ),
      ),
    }),
  )

/**
 * A burst that is spent, then one fault under a load that takes all that comes back, then a flood. Whoever gives out without
 * Redis what Redis gives out again afterwards, or begins anew with a full bucket, admits most of a second burst here.
 */
const pressed: fc.Arbitrary<Scenario> = fc
  .record({
    seed: fc.nat(0x7fffffff),
    replicas: fc.integer({ min: 1, max: 8 }),
    rate: fc.constantFrom(2, 10, 20),
    burst: fc.constantFrom(100, 200),
    latencyMs: fc.constantFrom(0.5, 4, 30),
    unbilled: fc.constantFrom(0, 0.5),
    outageMs: fc.constantFrom(null, 2_500, 8_000),
    /** From the end of the fault to the flood: short ones find the breaker open. */
    pauseMs: fc.constantFrom(100, 1_200, 3_000),
  })
  .map(({ outageMs, pauseMs, ...sizes }): Scenario => {
    const flood = { ms: 200, perSecond: 2_000, skew: false }
    const at = LOAD_AT + 500
    const steadyMs = at - LOAD_AT - flood.ms + (outageMs ?? 0) + pauseMs
    return {
      ...sizes,
      quota: 100_000,
      spendCap: false,
      keyCap: null,
      costs: [1],
      answerMs: 200,
      monthEndsIn: null,
      phases: [flood, { ms: steadyMs, perSecond: sizes.rate * 2, skew: false }, flood],
      faults: [outageMs === null ? { kind: 'flush', at } : { kind: 'outage', at, ms: outageMs }],
    }
  })

/**
 * A month that ends while much of what is not billed has no answer yet, and a quota that the new one uses up. Units that come
 * back are of the month in which they were taken: whoever gives them to the new one admits more than its quota.
 */
const turnOfMonth: fc.Arbitrary<Scenario> = fc
  .record({
    seed: fc.nat(0x7fffffff),
    replicas: fc.integer({ min: 1, max: 8 }),
    quota: fc.constantFrom(30, 100, 300),
    spendCap: fc.boolean(),
    keyCap: fc.constantFrom(null, null, 20),
    unbilled: fc.constantFrom(0.3, 0.6, 0.9),
    answerMs: fc.constantFrom(200, 1_000, 3_000),
    latencyMs: fc.constantFrom(0.5, 4, 30),
    share: fc.constantFrom(0.3, 0.8),
  })
  .map(
    ({ share, ...sizes }): Scenario => ({
      ...sizes,
      rate: 1_000,
      burst: 2_000,
      costs: [1],
      monthEndsIn: LOAD_AT + 1_000,
      phases: [
        { ms: 1_000, perSecond: Math.ceil(sizes.quota * share), skew: false },
        { ms: 4_000, perSecond: 250, skew: false },
      ],
      faults: [],
    }),
  )

export const scenarios: fc.Arbitrary<Scenario> = fc.oneof(
  { weight: 6, arbitrary: anything },
  { weight: 1, arbitrary: pressed },
  { weight: 1, arbitrary: turnOfMonth },
)
