import type { StatedFact } from '../../facts/stated-fact.ts'
import type { SignalInput } from '../signal.ts'
import { inputOfFact, type Lacking, take } from './accounting-rule.ts'
import type { Amount, Books } from './books.ts'
import { addDays } from './days.ts'

const SPLIT_CONCEPTS = new Set([
  'us-gaap:StockholdersEquityNoteStockSplitConversionRatio1',
  'us-gaap:StockholdersEquityNoteStockSplitConversionRatio',
])
/** A ratio of share counts within this of a split ratio is explained by the split. */
const SPLIT_TOLERANCE = 0.1
/** Beyond these a split that nobody tagged must be feared: in one report, and where an earlier one had to be asked. */
const UNEXPLAINED = {
  same_report: { above: 1.4, below: 0.7 },
  earlier_report: { above: 1.1, below: 0.9 },
} as const

export type ComparableShares =
  | { now: number; prior: number; amounts: Amount[]; notes: SignalInput[] }
  | Lacking

/**
 * Shares outstanding at both year ends, counted alike; where the balance sheet gives them by class alone, the weighted
 * averages of both years. A report restates the earlier count after a split (SAB Topic 4.C). Where the two still differ by
 * the tagged ratio of a split the earlier one was not restated and is adjusted; a jump that nothing explains is not compared.
 */
export function comparableShares(books: Books): ComparableShares {
  const outstanding = take(books, { now: ['shares_outstanding'], prior: ['shares_outstanding'] })
  const weighted = take(books, { now: ['weighted_shares'], prior: ['weighted_shares'] })
  if (!('missing' in outstanding)) {
    const { shares_outstanding: now } = outstanding.now
    return compared(books, now, outstanding.prior.shares_outstanding, outstanding.amounts)
  }
  if ('missing' in weighted) return outstanding
  return compared(books, weighted.now.weighted_shares, weighted.prior.weighted_shares, weighted.amounts)
}

function compared(books: Books, now: number, prior: number, amounts: Amount[]): ComparableShares {
  if (!(now > 0) || !(prior > 0)) return { missing: ['shares_outstanding'], reason: 'denominator_negligible' }
  const splits = splitsOf(books)
  const jump = now / prior
  const explained = splits.find(({ factor }) => Math.abs(jump / factor - 1) <= SPLIT_TOLERANCE)
  if (explained && Math.abs(explained.factor - 1) > SPLIT_TOLERANCE) {
    return {
      now,
      prior: prior * explained.factor,
      amounts,
      notes: [{ ...inputOfFact('split_ratio', explained.fact), value: explained.factor }],
    }
  }
  const sameReport = amounts.every(({ parts }) =>
    parts.every(({ fact }) => fact.accession_number === books.filing.accession_number),
  )
  const { above, below } = UNEXPLAINED[sameReport ? 'same_report' : 'earlier_report']
  if (jump > above || jump < below) {
    return { missing: ['split_ratio'], reason: 'split_uncertain' }
  }
  return { now, prior, amounts, notes: [] }
}

/**
 * Splits the filing states for the time since the beginning of the reported year: new shares for one old one. A reverse split
 * is tagged either way round, so both readings are kept.
 */
function splitsOf({ facts, years }: Books): { factor: number; fact: StatedFact }[] {
  const from = years[0] ? addDays(years[0].start, -1) : ''
  const ratios = facts.filter(
    ({ concept, value, period_end: end }) =>
      SPLIT_CONCEPTS.has(concept) && value !== null && value > 0 && end !== null && end >= from,
  )
  return ratios.flatMap((fact) => [
    { factor: fact.value as number, fact },
    { factor: 1 / (fact.value as number), fact },
  ])
}
