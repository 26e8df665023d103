import { expect, test } from 'vitest'
import { faultKinds, MATRIX } from './kinds/index.ts'
import { planFaults } from './plan.ts'

const TEN_MINUTES = { count: 240, forMs: 600_000 }
const told = (seed: number) =>
  planFaults(faultKinds, { seed, ...TEN_MINUTES }).map(({ atMs, kind, holdMs, seed: own }) => [
    atMs,
    kind.name,
    holdMs,
    own,
  ])

test('the same seed gives the same faults at the same times, and another seed gives others', () => {
  expect(told(7)).toEqual(told(7))
  expect(told(7)).not.toEqual(told(8))
})

test('ten minutes have two hundred faults and more, each kind among them', () => {
  const plan = planFaults(faultKinds, { seed: 3, ...TEN_MINUTES })
  expect(plan.length).toBeGreaterThanOrEqual(200)
  expect(new Set(plan.map(({ kind }) => kind))).toEqual(new Set(faultKinds))
  for (const { atMs, holdMs, kind } of plan) {
    expect(atMs).toBeLessThanOrEqual(TEN_MINUTES.forMs)
    expect(holdMs).toBeGreaterThanOrEqual(kind.holdMs[0])
    expect(holdMs).toBeLessThanOrEqual(kind.holdMs[1])
  }
})

test('every row of the matrix has faults of its own, or says why it has none', () => {
  expect(Object.keys(MATRIX)).toEqual(Array.from({ length: 22 }, (_, n) => `F${n + 1}`))
  for (const [fault, { notHere }] of Object.entries(MATRIX)) {
    const kinds = faultKinds.filter((kind) => kind.fault === fault)
    expect([fault, kinds.length > 0 || notHere !== undefined]).toEqual([fault, true])
  }
  expect(faultKinds.filter(({ fault }) => !(fault in MATRIX))).toEqual([])
})

test('kinds of faults have names of their own', () => {
  const names = faultKinds.map(({ fault, name }) => `${fault} ${name}`)
  expect(names.length - new Set(names).size).toBe(0)
})
