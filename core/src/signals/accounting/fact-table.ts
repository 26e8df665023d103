import type { StatedFact } from '../../facts/stated-fact.ts'

/** `YYYY-MM-DD`; an instant has no start. */
export interface Period {
  start: string | null
  end: string
}

export interface FactHit {
  fact: StatedFact
  /** Another value stated for the very same thing, which rounding does not explain; null when there is none. */
  other: StatedFact | null
}

/** The numbers filings state for the whole entity in one currency, by concept and period. */
export interface FactTable {
  currency: string | null
  find(concept: string, measure: 'money' | 'shares', period: Period): FactHit | null
  /** Every fact of a concept, in the order stated. */
  stated(concept: string): readonly StatedFact[]
  /** Durations of facts of a concept, in the order stated. */
  durations(concept: string): { start: string; end: string }[]
  /** Dates at which a concept is stated as a balance, in the order stated. */
  instants(concept: string): string[]
}

/** A thousand times the assets of the largest company in the smallest unit of money: beyond it stands a mistake. */
const LARGEST_AMOUNT = 1e20

/**
 * Facts with a dimension never enter: they are parts, other entities, or adjustments on `srt:RestatementAxis`. Of several
 * facts of one filing for the same thing the most precise is taken, of equals the first.
 */
export function factTable(facts: readonly StatedFact[], currency = reportingCurrency(facts)): FactTable {
  const byKey = new Map<string, StatedFact[]>()
  const byConcept = new Map<string, StatedFact[]>()
  for (const fact of facts) {
    if (fact.dimensions.length > 0 || fact.value === null || fact.period_end === null) continue
    if (Math.abs(fact.value) > LARGEST_AMOUNT) continue
    if (fact.unit === null || (fact.unit !== currency && fact.unit !== 'shares')) continue
    addTo(byKey, keyOf(fact.concept, fact.unit, { start: fact.period_start, end: fact.period_end }), fact)
    addTo(byConcept, fact.concept, fact)
  }
  return {
    currency,
    find(concept, measure, period) {
      const unit = measure === 'shares' ? 'shares' : currency
      if (unit === null) return null
      const stated = byKey.get(keyOf(concept, unit, period))
      if (!stated) return null
      const fact = stated.reduce((best, each) => (precision(each) > precision(best) ? each : best))
      return { fact, other: stated.find((each) => disagree(each, fact)) ?? null }
    },
    stated: (concept) => byConcept.get(concept) ?? [],
    durations: (concept) =>
      (byConcept.get(concept) ?? []).flatMap(({ period_start: start, period_end: end }) =>
        start === null || end === null ? [] : [{ start, end }],
      ),
    instants: (concept) =>
      (byConcept.get(concept) ?? []).flatMap(({ period_start: start, period_end: end }) =>
        start === null && end !== null ? [end] : [],
      ),
  }
}

/** The currency most amounts of the whole entity are in; conveniences translated into another one are few. */
export function reportingCurrency(facts: readonly StatedFact[]): string | null {
  const counts = new Map<string, number>()
  for (const { unit, value, dimensions } of facts) {
    if (unit === null || value === null || dimensions.length > 0 || !/^[A-Z]{3}$/.test(unit)) continue
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  let most: string | null = null
  for (const [unit, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = unit
  return most
}

/** Two facts for the same thing disagree when the roundings they are stated to allow no one number behind both. */
export function disagree(one: StatedFact, other: StatedFact): boolean {
  if (one.value === null || other.value === null) return false
  return Math.abs(one.value - other.value) > rounding(one) + rounding(other)
}

/** Half of the last digit a value is stated to. */
function rounding({ decimals, decimals_exact: exact }: StatedFact): number {
  return exact || decimals === null ? 0 : 0.5 * 10 ** -decimals
}

function precision({ decimals, decimals_exact: exact }: StatedFact): number {
  return exact ? Number.POSITIVE_INFINITY : (decimals ?? Number.NEGATIVE_INFINITY)
}

function keyOf(concept: string, unit: string, { start, end }: Period): string {
  return `${concept} ${start ?? ''}/${end} ${unit}`
}

function addTo(map: Map<string, StatedFact[]>, key: string, fact: StatedFact): void {
  const known = map.get(key)
  if (known) known.push(fact)
  else map.set(key, [fact])
}
