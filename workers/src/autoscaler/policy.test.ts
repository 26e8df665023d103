import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COOLDOWN_MS, decide, type ScalingRule, type ScalingState, UNDECIDED } from './policy.ts'
import { SCALING_RULES } from './rules.ts'

const MINUTE = 60_000
const STEP = 15_000

const ruleOf = (service: string) => SCALING_RULES.find((rule) => rule.service === service) as ScalingRule

/** Lets the policy see a trace, one value a step; answers every change with its time. */
function replay(
  rule: ScalingRule,
  trace: (at: number, replicas: number) => Record<string, number | undefined>,
  { replicas = rule.min, minutes = 60, step = STEP } = {},
) {
  const changes: { minute: number; from: number; to: number; reason: string }[] = []
  let state: ScalingState = UNDECIDED
  for (let at = 0; at <= minutes * MINUTE; at += step) {
    const decision = decide(rule, { at, replicas, signals: trace(at, replicas) }, state)
    if (decision.reason !== null)
      changes.push({
        minute: at / MINUTE,
        from: replicas,
        to: decision.replicas,
        reason: decision.reason,
      })
    replicas = decision.replicas
    state = decision.state
  }
  return { changes, replicas }
}

describe('the triggers of the founding architecture', () => {
  test.each([
    ['the portal', 'docs-site', 'cpu', 0.71, 5],
    ['the API', 'api', 'requests_waiting', 101, 1],
    ['the workers', 'workers', 'jobs_waiting', 1_001, 1],
  ])('%s gets one more when its limit was exceeded for long enough', (_, service, signal, value, minutes) => {
    const { changes } = replay(ruleOf(service), () => ({ [signal]: value }), { minutes: minutes + 1 })
    expect(changes).toEqual([
      { minute: minutes, from: 2, to: 3, reason: expect.stringContaining(`was above`) },
    ])
  })

  test.each([
    ['docs-site', 'cpu', 0.29],
    ['api', 'requests_waiting', 19],
    ['workers', 'jobs_waiting', 99],
  ])(
    '%s gives one back after a quarter of an hour below its lower limit, and not before',
    (service, signal, value) => {
      const { changes } = replay(ruleOf(service), () => ({ [signal]: value }), { replicas: 4, minutes: 16 })
      expect(changes).toEqual([{ minute: 15, from: 4, to: 3, reason: expect.stringContaining('was below') }])
    },
  )

  test.each([
    ['docs-site', 'cpu', 0.7],
    ['docs-site', 'cpu', 0.3],
    ['api', 'requests_waiting', 100],
    ['api', 'requests_waiting', 20],
    ['workers', 'jobs_waiting', 1_000],
    ['workers', 'jobs_waiting', 100],
  ])('%s stays as it is with %s at %d', (service, signal, value) => {
    expect(replay(ruleOf(service), () => ({ [signal]: value }), { replicas: 3 }).changes).toEqual([])
  })

  test('have the bounds of the founding table', () => {
    const bounds = SCALING_RULES.map(({ service, min, max }) => [service, min, max])
    expect(bounds).toEqual([
      ['docs-site', 2, 4],
      ['api', 2, 6],
      ['workers', 2, 8],
    ])
  })
})

describe('the policy', () => {
  const workers = ruleOf('workers')

  test('a flood of jobs brings as many as it asks for, at most twice as many at once, and never more than the most', () => {
    const { changes } = replay(workers, () => ({ jobs_waiting: 50_000 }), { minutes: 30 })
    expect(changes.map(({ from, to }) => [from, to])).toEqual([
      [2, 4],
      [4, 8],
    ])
  })

  test('a peak that is over before it lasted changes nothing, however often it comes', () => {
    const spikes = (at: number) => ({ jobs_waiting: (at / STEP) % 4 === 0 ? 900_000 : 500 })
    expect(replay(workers, spikes, { replicas: 3, minutes: 600 }).changes).toEqual([])
  })

  test('what cannot be measured takes no replica away, and the quiet before does not count afterwards', () => {
    const blind = (at: number) => ({ jobs_waiting: at === 10 * MINUTE ? undefined : 5 })
    const { changes } = replay(workers, blind, { replicas: 4, minutes: 26 })
    expect(changes.map(({ minute }) => minute)).toEqual([25.25])
    expect(replay(workers, () => ({}), { replicas: 4 }).changes).toEqual([])
  })

  test('a count outside of the bounds is brought back at once, whatever is measured', () => {
    const { changes } = replay(workers, () => ({}), { replicas: 20, minutes: 1 })
    expect(changes).toEqual([{ minute: 0, from: 20, to: 8, reason: '20 replicas are outside of 2 to 8' }])
  })

  test('with several triggers one is enough for more, and all must agree on fewer', () => {
    const rule: ScalingRule = {
      ...ruleOf('docs-site'),
      triggers: [...ruleOf('docs-site').triggers, ...ruleOf('api').triggers],
    }
    const busyQueue = replay(rule, () => ({ cpu: 0.1, requests_waiting: 150 }), { replicas: 3, minutes: 2 })
    expect(busyQueue.changes.map(({ to }) => to)).toEqual([4])
    expect(replay(rule, () => ({ cpu: 0.1, requests_waiting: 50 }), { replicas: 3 }).changes).toEqual([])
    const quiet = replay(rule, () => ({ cpu: 0.1, requests_waiting: 5 }), { replicas: 3, minutes: 16 })
    expect(quiet.changes.map(({ to }) => to)).toEqual([2])
  })

  test('a day of work that swells and ebbs is followed: the queue stays short, and nothing is given back within a quarter of an hour', () => {
    // So many jobs come in a minute; a replica does a hundred. What is left waits.
    let waiting = 0
    let longest = 0
    const day = (at: number, replicas: number) => {
      const hour = at / (60 * MINUTE)
      const incoming = 80 + 520 * Math.max(0, Math.sin(((hour - 6) / 12) * Math.PI))
      waiting = Math.max(0, waiting + ((incoming - replicas * 100) * STEP) / MINUTE)
      longest = Math.max(longest, waiting)
      return { jobs_waiting: waiting }
    }
    const { changes, replicas } = replay(workers, day, { minutes: 24 * 60 })
    expect(Math.max(...changes.map(({ to }) => to))).toBeGreaterThanOrEqual(6)
    expect(replicas).toBe(2)
    expect(waiting).toBe(0)
    // Ten minutes of work of those who are there.
    expect(longest).toBeLessThan(6 * 100 * 10)
    // A queue says nothing of the work it was spared, so a replica that is needed is given back and asked for again: seldom.
    for (const [index, change] of changes.entries()) {
      const before = changes[index - 1]
      if (before && change.to < change.from) expect(change.minute - before.minute).toBeGreaterThanOrEqual(15)
    }
  })

  test('over random traces it stays within bounds, waits between changes, and says why', () => {
    const value = fc.option(fc.double({ min: 0, max: 5_000, noNaN: true }), { nil: undefined })
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 0, max: 20 }),
        (values, replicas) => {
          const { changes } = replay(
            workers,
            (at) => ({ jobs_waiting: values[Math.floor(at / STEP / 8) % values.length] }),
            { replicas, minutes: 240 },
          )
          for (const [index, { from, to, minute, reason }] of changes.entries()) {
            expect(to).not.toBe(from)
            expect(to).toBeGreaterThanOrEqual(workers.min)
            expect(to).toBeLessThanOrEqual(workers.max)
            expect(reason).not.toBe('')
            const before = changes[index - 1]
            if (before) expect((minute - before.minute) * MINUTE).toBeGreaterThanOrEqual(COOLDOWN_MS)
          }
        },
      ),
      { numRuns: 300, seed: 20261123 },
    )
  })
})
