import { factEvidence, factSpanEvidence, type StatedFact } from '../../facts/stated-fact.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { SignalInput } from '../signal.ts'

/** Annual and quarterly reports and their amendments. */
export const PERIODIC_FORMS = [
  '10-K',
  '10-K/A',
  '10-KT',
  '10-KT/A',
  '10-Q',
  '10-Q/A',
  '10-QT',
  '10-QT/A',
  '20-F',
  '20-F/A',
  '40-F',
  '40-F/A',
] as const

export const ANNUAL_FORMS = [
  '10-K',
  '10-K/A',
  '10-KT',
  '10-KT/A',
  '20-F',
  '20-F/A',
  '40-F',
  '40-F/A',
] as const

export const REVENUE = [
  'us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax',
  'us-gaap:Revenues',
  'us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax',
  'us-gaap:SalesRevenueNet',
  'us-gaap:SalesRevenueGoodsNet',
  'ifrs-full:Revenue',
] as const
export const NET_INCOME = ['us-gaap:NetIncomeLoss', 'us-gaap:ProfitLoss', 'ifrs-full:ProfitLoss'] as const

/** The fact as evidence, with the place that shows it where the text of its document is at hand. */
export function evidenceOf(fact: StatedFact, filing: Pick<FilingUnderRead, 'documents'>) {
  const document = filing.documents.find(({ document_id }) => document_id === fact.document_id)
  return document ? factSpanEvidence(fact, document) : factEvidence(fact)
}

/** A fact as an input of a value. */
export function inputOf(name: string, fact: StatedFact, resolver_rank?: number): SignalInput {
  return {
    name,
    value: fact.value ?? fact.value_text?.slice(0, 500) ?? null,
    accession_number: fact.accession_number,
    concept: fact.concept,
    ...(fact.unit === null ? {} : { unit: fact.unit }),
    ...(fact.period_start === null ? {} : { period_start: fact.period_start }),
    ...(fact.period_end === null ? {} : { period_end: fact.period_end }),
    decimals: fact.decimals,
    ...(resolver_rank === undefined ? {} : { resolver_rank }),
  }
}

/** What the cover page says: the fact without dimensions where there is one, since others are about one class or registrant. */
export function coverFact(facts: readonly StatedFact[], concept: string): StatedFact | null {
  let found: StatedFact | null = null
  for (const fact of facts) {
    if (fact.concept !== concept || fact.nil || fact.value_text === null || fact.value_text.trim() === '')
      continue
    if (fact.dimensions.length === 0) return fact
    found ??= fact
  }
  return found
}

/** A tagged yes or no; null for anything else, and for a fact that is not there. */
export function yesOrNo(fact: Pick<StatedFact, 'value_text'> | null): boolean | null {
  const text = fact?.value_text?.trim().toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

/** The period the report is about: that of its cover, which is the year, or the year to date of a quarterly report. */
export function coverPeriod(facts: readonly StatedFact[]): { start: string | null; end: string } | null {
  const cover = coverFact(facts, 'dei:DocumentType') ?? coverFact(facts, 'dei:DocumentPeriodEndDate')
  return cover?.period_end ? { start: cover.period_start, end: cover.period_end } : null
}

/** How exact a fact is: the larger, the more digits are right. */
export function precisionOf({
  decimals,
  decimals_exact,
}: Pick<StatedFact, 'decimals' | 'decimals_exact'>): number {
  return decimals_exact ? Number.POSITIVE_INFINITY : (decimals ?? Number.NEGATIVE_INFINITY)
}

/** Half of the last digit that is right. */
export function halfStep({ decimals }: Pick<StatedFact, 'decimals'>): number {
  return decimals === null ? 0 : 0.5 * 10 ** -decimals
}

/** Numbers of the whole entity by concept, period and unit: of several for the same thing the most exact, of equals the first. */
export class WholeEntity {
  readonly facts: StatedFact[]
  private readonly byKey = new Map<string, StatedFact>()

  constructor(facts: readonly StatedFact[]) {
    this.facts = facts.filter(
      ({ value, unit, dimensions }) => value !== null && unit !== null && dimensions.length === 0,
    )
    for (const fact of this.facts) {
      const key = keyOf(fact.concept, fact.period_start, fact.period_end, fact.unit)
      const known = this.byKey.get(key)
      if (!known || precisionOf(fact) > precisionOf(known)) this.byKey.set(key, fact)
    }
  }

  find(
    concept: string,
    period: { start: string | null; end: string | null },
    unit: string | null,
  ): StatedFact | undefined {
    return this.byKey.get(keyOf(concept, period.start, period.end, unit))
  }

  /** The first of several concepts that is stated, with its place in the list from 1. */
  first(
    concepts: readonly string[],
    period: { start: string | null; end: string | null },
    unit: string | null,
  ): { fact: StatedFact; rank: number } | null {
    for (const [index, concept] of concepts.entries()) {
      const fact = this.find(concept, period, unit)
      if (fact) return { fact, rank: index + 1 }
    }
    return null
  }

  /** The currency most numbers are in. */
  currency(): string | null {
    const counts = new Map<string, number>()
    for (const { unit } of this.facts)
      if (unit !== null && /^[A-Z]{3}$/.test(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
    return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
  }
}

function keyOf(concept: string, start: string | null, end: string | null, unit: string | null): string {
  return `${concept} ${start} ${end} ${unit}`
}

/** Whole days from one day to another, `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
