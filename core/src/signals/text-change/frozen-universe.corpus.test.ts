import { beforeAll, describe, expect, it } from 'vitest'
import { hasCorpus } from '../../accuracy/corpus.ts'
import { type Observations, observeCorpus } from './corpus-universe.ts'
import { mdnaUniverse, similarityUniverses } from './frozen-universe.ts'
import { expectedModification } from './mdna-modification.ts'
import { textChangeScore } from './text-change-score.ts'

// The universe is frozen, the reading of filings is not: what it was made of may come out a little differently today.
describe.skipIf(!hasCorpus())('the frozen universe against the corpus it was made of', () => {
  let observed: Observations
  beforeAll(() => {
    observed = observeCorpus()
  }, 180_000)

  it('fits the modification of MD&A: residuals sum to 0', () => {
    const residuals = observed.mdna.flatMap(({ values }) => {
      const expected = expectedModification(values.words, mdnaUniverse)
      return expected === null ? [] : [values.modification - expected]
    })
    expect(residuals.length).toBeGreaterThanOrEqual(mdnaUniverse.pairs - 2)
    const sum = residuals.reduce((total, residual) => total + residual, 0)
    console.log(`${residuals.length} pairs, residuals sum to ${sum}`)
    expect(Math.abs(sum / residuals.length)).toBeLessThan(1e-3)
  })

  it.each(['10-K', '10-Q'] as const)('has scores of %s on both sides of 50', (form) => {
    const scores = observed[form].map(
      ({ values }) => textChangeScore(values, similarityUniverses[form]).value,
    )
    expect(scores.length).toBeGreaterThanOrEqual(similarityUniverses[form].pairs - 2)
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    console.log(`${scores.length} pairs, mean score ${mean.toFixed(2)}`)
    expect(mean).toBeGreaterThan(45)
    expect(mean).toBeLessThan(55)
  })
})
