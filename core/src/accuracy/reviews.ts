import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a person found who looked at a disagreement. */
export type Verdict = 'ours_wrong' | 'theirs_wrong' | 'definition_differs'

export interface Review {
  /** The case as the check names it. */
  case: string
  verdict: Verdict
  /** One sentence. */
  reason: string
}

const FOLDER = join(import.meta.dirname, 'reviews')

/** The reviews of all checks: name of the check, then case. Each check has its own file, named after it. */
export function readReviews(checkNames: readonly string[]): Map<string, Map<string, Review>> {
  const known = new Map(checkNames.map((name) => [`${fileNameOf(name)}.json`, name]))
  for (const file of existsSync(FOLDER) ? readdirSync(FOLDER) : []) {
    if (!known.has(file)) throw new Error(`reviews/${file} belongs to no check`)
  }
  return new Map(
    checkNames.map((name) => {
      const file = join(FOLDER, `${fileNameOf(name)}.json`)
      const reviews = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Review[]) : []
      return [name, new Map(reviews.map((review) => [review.case, review]))]
    }),
  )
}

/** `8-K items: header` is reviewed in `8-k-items-header.json`. */
export function fileNameOf(checkName: string): string {
  return checkName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
