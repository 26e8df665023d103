import type { View } from '@sec-latent/core/knowledge-time'
import type {
  CoverageScope,
  CoverageStore,
  ExtractorCounts,
} from '@sec-latent/core/processing/coverage-store'
import type { Coverage } from '../schemas.ts'

/** Counts over everything change slowly and cost the most. */
const UNSCOPED_TTL_MS = 5_000

export interface CoverageQuestion {
  scope: CoverageScope
  /** The list came out empty. */
  empty: boolean
  /** For lists of what was extracted: the extractors that could have found entries, or all of them. */
  extractors?: string[] | 'all'
}

/** Says what a list was drawn from and why it is empty, from the tables of intake, filings and processing. */
export function coverageReader(store: CoverageStore, options: { ttlMs?: number; now?: () => number } = {}) {
  const ttlMs = options.ttlMs ?? UNSCOPED_TTL_MS
  const now = options.now ?? Date.now
  const remembered = new Map<string, { counts: ReturnType<CoverageStore['filings']>; at: number }>()

  /** Counts of a whole world are remembered for a few seconds; those of a company never. */
  async function countFilings(view: View, scope: CoverageScope, isNow: boolean) {
    if (scope.cik || scope.accession_number || !isNow || ttlMs === 0) return await store.filings(view, scope)
    const address = JSON.stringify([view.dataset, scope.form_type ?? null])
    const known = remembered.get(address)
    if (known && now() - known.at < ttlMs) return await known.counts
    const counts = store.filings(view, scope)
    remembered.delete(address)
    if (remembered.size >= 1_000) remembered.delete(remembered.keys().next().value as string)
    remembered.set(address, { counts, at: now() })
    counts.catch(() => remembered.delete(address))
    return await counts
  }

  return async function read(view: View, question: CoverageQuestion): Promise<Coverage> {
    const { scope, empty } = question
    const isNow = now() - Date.parse(view.as_of) < UNSCOPED_TTL_MS
    if (scope.cik?.length === 0) return nothing(empty ? 'entity_not_covered' : null)
    const wanted = question.extractors
    const [filings, extractors] = await Promise.all([
      countFilings(view, scope, isNow),
      wanted === undefined
        ? null
        : scope.cik || scope.accession_number
          ? store.extractors(view, scope, wanted === 'all' ? undefined : wanted)
          : null,
    ])
    const { published, pending, failed, later, from, to } = filings
    const known = published + pending + failed + later
    let reason: Coverage['reason'] = null
    if (known === 0) {
      const covered = scope.cik ? (await store.knownCompanies(view.dataset, scope.cik)).length > 0 : true
      reason = empty ? (covered ? 'no_match' : 'entity_not_covered') : null
    } else reason = explain(empty, filings, extractors)
    const unread = extractors?.some((one) => one.pending > 0 || one.failed > 0) ?? false
    return {
      status: known === 0 ? 'none' : pending > 0 || failed > 0 || unread ? 'partial' : 'complete',
      reason,
      filings: { published, pending, failed },
      extractors: extractors?.map((one) => ({ ...one })) ?? null,
      from,
      to,
    }
  }
}
export type CoverageReader = ReturnType<typeof coverageReader>

function explain(
  empty: boolean,
  filings: { published: number; pending: number; failed: number; later: number },
  extractors: ExtractorCounts[] | null,
): Coverage['reason'] {
  const some = (status: 'pending' | 'failed') => extractors?.some((one) => one[status] > 0) ?? false
  if (filings.pending > 0 || some('pending')) return 'pending'
  if (filings.failed > 0 || some('failed')) return 'failed'
  if (!empty) return null
  if (filings.published === 0 && filings.later > 0) return 'not_yet_available_as_of'
  const answered = extractors?.reduce((sum, one) => sum + one.ok_found + one.ok_none, 0) ?? 1
  return answered === 0 ? 'not_applicable' : 'no_match'
}

/** Coverage of a scope that no company or filing belongs to. */
function nothing(reason: Coverage['reason']): Coverage {
  return {
    status: 'none',
    reason,
    filings: { published: 0, pending: 0, failed: 0 },
    extractors: null,
    from: null,
    to: null,
  }
}

/** Coverage of lists that no filing can be missing from: keys, usage, catalogues. */
export function ownRecords(empty: boolean): Coverage {
  return { ...nothing(empty ? 'no_match' : null), status: 'complete' }
}
