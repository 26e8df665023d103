import type { Check, Comparison } from './check.ts'
import type { Corpus } from './corpus.ts'
import type { Review, Verdict } from './reviews.ts'

/** A disagreement with what a person said of it, where one has looked. */
export interface Disagreement extends Comparison {
  review: Review | null
}

export interface CheckResult {
  name: string
  source: string
  at_least: number | null
  after_review: boolean
  cases: number
  agreed: number
  disagreements: Disagreement[]
  seconds: number
}

/** Runs checks over a corpus, one after the other. */
export async function* measure(
  checks: readonly Check[],
  corpus: Corpus,
  reviews: ReadonlyMap<string, ReadonlyMap<string, Review>>,
): AsyncGenerator<CheckResult> {
  for (const { name, source, at_least, after_review = false, compare } of checks) {
    const started = performance.now()
    const disagreements: Disagreement[] = []
    let cases = 0
    for await (const comparison of compare(corpus)) {
      cases++
      if (!comparison.agreed)
        disagreements.push({ ...comparison, review: reviews.get(name)?.get(comparison.case) ?? null })
    }
    const agreed = cases - disagreements.length
    const seconds = (performance.now() - started) / 1000
    yield { name, source, at_least, after_review, cases, agreed, disagreements, seconds }
  }
}

/** Share of cases in which we agree; null where there was no case, since nothing was shown. */
export function rateOf({ cases, agreed }: CheckResult): number | null {
  return cases === 0 ? null : agreed / cases
}

/** The rate when disagreements that are not ours to change are counted as agreed. */
export function rateAfterReview(result: CheckResult): number | null {
  const settled: Verdict[] = ['theirs_wrong', 'definition_differs']
  const excused = result.disagreements.filter(({ review }) => review && settled.includes(review.verdict))
  return rateOf({ ...result, agreed: result.agreed + excused.length })
}

/** Whether the check shows what it must; null where the corpus has no case of it, so that nothing was shown either way. */
export function isMet(result: CheckResult): boolean | null {
  const rate = result.after_review ? rateAfterReview(result) : rateOf(result)
  if (rate === null) return null
  return result.at_least === null || rate >= result.at_least
}
