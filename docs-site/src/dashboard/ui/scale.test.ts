import { expect, it } from 'vitest'
import { labelled, scaleTo } from './scale.ts'

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [100, [0, 50, 100]],
  [101, [0, 50, 100, 150]],
  [987_654, [0, 500_000, 1_000_000]],
])('an axis for %s has round marks and ends at or above it', (value, ticks) => {
  expect(scaleTo(value)).toEqual({ max: ticks.at(-1), ticks })
})

it('an axis never ends below its value and has few marks', () => {
  for (let value = 1; value < 5e9; value = Math.ceil(value * 1.37)) {
    const { max, ticks } = scaleTo(value)
    expect(max).toBeGreaterThanOrEqual(value)
    expect(ticks.length).toBeLessThanOrEqual(6)
  }
})

it('of many labels every n-th is printed, the last among them', () => {
  const shown = (count: number, fitting: number) =>
    Array.from({ length: count }, (_, index) => index).filter(labelled(count, fitting))
  expect(shown(5, 10)).toEqual([0, 1, 2, 3, 4])
  expect(shown(30, 8)).toEqual([1, 5, 9, 13, 17, 21, 25, 29])
  expect(shown(3, 0)).toEqual([2])
})
