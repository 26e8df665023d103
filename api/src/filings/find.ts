import { parseAccessionNumber } from '@sec-latent/core/edgar/accession-number'
import type { FilingReadStore, PublishedFiling } from '@sec-latent/core/filings/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import { ProblemError } from '../problems.ts'

/** The dashed form of an accession number that the schema has let pass. */
export function accessionOf(given: string): string {
  return parseAccessionNumber(given) as string
}

/** The filing, or the problem that says why there is none: unknown, or known and not visible. */
export async function findFiling(
  filings: FilingReadStore,
  view: View,
  accessionNumber: string,
): Promise<PublishedFiling> {
  const filing = await filings.find(view, accessionNumber)
  if (filing) return filing
  const progress = await filings.progress(view.dataset, accessionNumber)
  if (!progress || Date.parse(progress.first_seen_at) > Date.parse(view.as_of)) {
    throw new ProblemError('filing_not_found', {
      detail: `There is no filing ${accessionNumber} as of ${view.as_of}.`,
    })
  }
  const state = progress.reason === null ? progress.stage : `${progress.stage}: ${progress.reason}`
  throw new ProblemError('filing_not_published', {
    detail: `The filing ${accessionNumber} is known but was not available as of ${view.as_of} (${state}).`,
  })
}
