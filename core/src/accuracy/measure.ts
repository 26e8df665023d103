import type { Check, Comparison } from './check.ts'
import type { Corpus } from './corpus.ts'

export interface CheckResult {
  name: string
  source: string
  at_least: number | null
  cases: number
  agreed: number
  disagreements: Comparison[]
}

/** Runs checks over a corpus, one after the other. */
export async function measure(checks: readonly Check[], corpus: Corpus): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const check of checks) {
    const result: CheckResult = {
      name: check.name,
      source: check.source,
      at_least: check.at_least,
      cases: 0,
      agreed: 0,
      disagreements: [],
    }
    for await (const comparison of check.compare(corpus)) {
      result.cases++
      if (comparison.agreed) result.agreed++
      else result.disagreements.push(comparison)
    }
    results.push(result)
  }
  return results
}
