import type { View } from '@sec-latent/core/knowledge-time'
import type {
  CoverageScope,
  CoverageStore,
  ExtractorCounts,
  ScopeCounts,
  WaitingCounts,
} from '@sec-latent/core/processing/coverage-store'
import type { Coverage } from '../schemas.ts'

/** Counts over a whole world change slowly, and most lists without a company ask for the same ones. */
const TTL_MS = 5_000
const REMEMBERED = 1_000
const MINUTE_MS = 60_000

export interface CoverageQuestion {
  scope: CoverageScope
  /** The list came out empty, or will have: what it was drawn from is asked for while the list is read. */
  empty: boolean | Promise<boolean>
  /** For lists of what was extracted: the extractors that could have found entries, or all of them. */
  extractors?: string[] | 'all'
  /** Leaves out of the answer those that had nothing to do with any filing of the scope. */
  applicableOnly?: boolean
}

/** Says what a list was drawn from and why it is empty, from the tables of intake, filings and processing. */
export function coverageReader(
  store: CoverageStore,
  options: { remember?: boolean; now?: () => number } = {},
) {
  const now = options.now ?? Date.now
  const counts = new Map<string, { value: Promise<unknown>; until: number }>()

  /** Many requests for the same counts share one question; a failed one is forgotten. */
  async function remembered<T>(address: string, ask: () => Promise<T>): Promise<T> {
    const known = counts.get(address)
    if (known && known.until > now()) return (await known.value) as T
    const value = ask()
    counts.delete(address)
    if (counts.size >= REMEMBERED) counts.delete(counts.keys().next().value as string)
    counts.set(address, { value, until: now() + TTL_MS })
    value.catch(() => counts.delete(address))
    return await value
  }

  async function filingsOfAll(
    view: View,
    scope: CoverageScope,
    isNow: boolean,
    address: string,
  ): Promise<ScopeCounts> {
    const [published, waiting] = await Promise.all([
      remembered(`published ${address}`, () => store.published(view, scope)),
      waitingAt(view, scope, isNow, address),
    ])
    return { ...published, ...waiting }
  }

  /** A backlog may be long, and is counted once for all moments: of the minute of this one there is little. */
  async function waitingAt(
    view: View,
    scope: CoverageScope,
    isNow: boolean,
    address: string,
  ): Promise<WaitingCounts> {
    const { dataset } = view
    const minutes = await remembered(`minutes ${JSON.stringify([dataset, scope.form_type ?? null])}`, () =>
      store.waitingByMinute({ dataset, as_of: new Date(now()).toISOString() }, scope),
    )
    const moment = Date.parse(view.as_of)
    const minute = moment - (moment % MINUTE_MS)
    const sum = { pending: 0, failed: 0 }
    for (const counts of minutes)
      if (isNow || counts.minute < minute) {
        sum.pending += counts.pending
        sum.failed += counts.failed
      }
    if (isNow) return sum
    const rest = await remembered(`rest ${address}`, () =>
      store.waiting(view, scope, new Date(minute).toISOString()),
    )
    return { pending: sum.pending + rest.pending, failed: sum.failed + rest.failed }
  }

  return async function read(view: View, question: CoverageQuestion): Promise<Coverage> {
    const { scope } = question
    if (scope.cik?.length === 0) return nothing((await question.empty) ? 'entity_not_covered' : null)
    const wanted = question.extractors
    const names = wanted === 'all' ? undefined : wanted
    // Counts of companies are cheap, so they are always fresh. Whoever walks through a list asks for all pages as of the moment of the
    // first.
    const isNow = now() - Date.parse(view.as_of) < TTL_MS
    const whole = options.remember !== false && !scope.cik && !scope.accession_number
    const address = JSON.stringify([view.dataset, scope.form_type ?? null, isNow ? null : view.as_of])
    const askExtractors = () => store.extractors(view, scope, names)
    const extractorsOf = () =>
      whole ? remembered(`extractors ${address} ${names ?? ''}`, askExtractors) : askExtractors()
    const [empty, filings, extractors] = await Promise.all([
      question.empty,
      whole ? filingsOfAll(view, scope, isNow, address) : store.filings(view, scope),
      wanted === undefined ? null : extractorsOf(),
    ])
    const { published, pending, failed, later, from, to } = filings
    const known = published + pending + failed + later
    let reason: Coverage['reason'] = null
    if (known === 0) {
      const covered = scope.cik ? (await store.knownCompanies(view.dataset, scope.cik)).length > 0 : true
      reason = empty ? (covered ? 'no_match' : 'entity_not_covered') : null
    } else reason = explain(empty, filings, extractors, names !== undefined)
    const unread =
      extractors?.some(
        (one) => one.pending > 0 || one.failed > 0 || (names !== undefined && notAnswered(one) > 0),
      ) ?? false
    return {
      status: known === 0 ? 'none' : pending > 0 || failed > 0 || unread ? 'partial' : 'complete',
      reason,
      filings: { published, pending, failed },
      extractors:
        extractors?.filter((one) => !question.applicableOnly || hadToDo(one)).map((one) => ({ ...one })) ??
        null,
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
  asked: boolean,
): Coverage['reason'] {
  const some = (status: 'pending' | 'failed') => extractors?.some((one) => one[status] > 0) ?? false
  if (filings.pending > 0 || some('pending')) return 'pending'
  if (filings.failed > 0 || some('failed')) return 'failed'
  // A language model that was not asked leaves a gap for whoever asks for its signals, and for nobody else.
  if (asked && extractors?.some((one) => notAnswered(one) > 0)) return 'unavailable'
  if (!empty) return null
  if (filings.published === 0 && filings.later > 0) return 'not_yet_available_as_of'
  const sum = (count: (one: ExtractorCounts) => number) =>
    extractors?.reduce((total, one) => total + count(one), 0) ?? 1
  if (sum((one) => one.ok_found + one.ok_none) > 0) return 'no_match'
  return sum((one) => one.insufficient_data) > 0 ? 'insufficient_data' : 'not_applicable'
}

function hadToDo({ extractor: _, not_applicable: __, ...answers }: ExtractorCounts): boolean {
  return Object.values(answers).some((count) => count > 0)
}

function notAnswered({ unavailable, refused, truncated }: ExtractorCounts): number {
  return unavailable + refused + truncated
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
