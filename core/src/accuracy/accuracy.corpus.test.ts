import { describe, expect, it } from 'vitest'
import type { Check } from './check.ts'
import { checks } from './checks/index.ts'
import { hasCorpus, openCorpus } from './corpus.ts'
import { isMet, measure } from './measure.ts'
import { readReviews } from './reviews.ts'

/** Checks of thousands of cases, each of which must agree: the first are enough here, `npm run accuracy` runs them all. */
const FIRST_CASES = 200
const PATIENCE_MS = 120_000

describe.skipIf(!hasCorpus())('on the real corpus', () => {
  const corpus = hasCorpus() ? openCorpus() : undefined
  const reviews = readReviews(checks.map(({ name }) => name))

  it.each(checks.filter(({ at_least }) => at_least !== null))(
    '$name: as required',
    async (check) => {
      if (!corpus) return
      for await (const result of measure([shortened(check)], corpus, reviews)) {
        expect(result.cases).toBeGreaterThan(0)
        expect(isMet(result), JSON.stringify(result.disagreements.slice(0, 20), null, 1)).toBe(true)
      }
    },
    PATIENCE_MS,
  )
})

/** A check that allows no disagreement may stop anywhere. */
function shortened(check: Check): Check {
  if (check.at_least !== 1) return check
  return {
    ...check,
    async *compare(corpus) {
      let cases = 0
      for await (const comparison of check.compare(corpus)) {
        yield comparison
        if (++cases === FIRST_CASES) return
      }
    },
  }
}
