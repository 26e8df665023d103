import fc from 'fast-check'
import type { Scenario } from './simulation.ts'

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
export const scenarios: fc.Arbitrary<Scenario> = fc
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
