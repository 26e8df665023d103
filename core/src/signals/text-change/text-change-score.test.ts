import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarityUniverses } from './frozen-universe.ts'
import { percentileOf, quantilesOf } from './percentile.ts'
import { textChangeScore } from './text-change-score.ts'

const NAMES = ['cosine', 'jaccard', 'min_edit', 'simple'] as const
const measure = fc.double({ min: 0, max: 1, noNaN: true })
const measures = fc.record({ cosine: measure, jaccard: measure, min_edit: measure, simple: measure })

describe('the text change score', () => {
  it.each(Object.entries(similarityUniverses))(
    'of a %s is within 0 and 100 and never rises with a measure',
    (_, universe) => {
      fc.assert(
        fc.property(measures, fc.constantFrom(...NAMES), measure, (values, name, other) => {
          const here = textChangeScore(values, universe).value
          const there = textChangeScore({ ...values, [name]: other }, universe).value
          expect(here).toBeGreaterThanOrEqual(0)
          expect(here).toBeLessThanOrEqual(100)
          if (other >= values[name]) expect(there).toBeLessThanOrEqual(here)
          else expect(there).toBeGreaterThanOrEqual(here)
        }),
      )
      const same = { cosine: 1, jaccard: 1, min_edit: 1, simple: 1 }
      expect(textChangeScore(same, universe).value).toBe(0)
      expect(textChangeScore({ cosine: 0, jaccard: 0, min_edit: 0, simple: 0 }, universe).value).toBe(100)
    },
  )

  it('is 50 for the median of the universe in every measure', () => {
    const universe = similarityUniverses['10-K']
    const median = (name: (typeof NAMES)[number]) => universe.quantiles[name][10] ?? 0
    expect(
      textChangeScore(
        {
          cosine: median('cosine'),
          jaccard: median('jaccard'),
          min_edit: median('min_edit'),
          simple: median('simple'),
        },
        universe,
      ).value,
    ).toBe(50)
  })

  it('rests on universes with 21 quantiles each, in order', () => {
    for (const { quantiles } of Object.values(similarityUniverses)) {
      for (const name of NAMES) {
        expect(quantiles[name]).toHaveLength(21)
        expect(quantiles[name]).toEqual(quantiles[name].toSorted((a, b) => a - b))
      }
    }
  })
})

describe('a percentile', () => {
  it('is interpolated between quantiles, 0 below the first and 100 from the last', () => {
    const quartiles = [1, 2, 2, 4, 8]
    expect([0.9, 1, 1.5, 2, 3, 4, 6, 8, 9].map((value) => percentileOf(value, quartiles))).toEqual([
      0, 0, 12.5, 50, 62.5, 75, 87.5, 100, 100,
    ])
    expect(quantilesOf([4, 1, 3, 2], 4)).toEqual([1, 1.75, 2.5, 3.25, 4])
    expect(percentileOf(5, [5, 5, 5])).toBe(100)
  })
})
