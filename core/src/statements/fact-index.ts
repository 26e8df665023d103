import type { Fact } from '../facts/fact.ts'
import { type PeriodType, periodKey, type StatementPeriod } from './document-period.ts'
import { conceptName } from './fact-reference.ts'
import type { StandardLine } from './standard-line.ts'

/** The numbers a filing reports for the whole entity, by concept, period and unit. */
export interface FactIndex {
  find(concept: string, period: StatementPeriod, measure: StandardLine['measure']): Fact | undefined
  currency: string | null
}

/**
 * Facts with a dimension never enter: they are parts, other entities, or restatement adjustments
 * (`srt:RestatementAxis`). Of several facts for the same thing the most precise one is taken, of equals the first.
 */
export function indexFacts(facts: readonly Fact[], entityCik: string | null): FactIndex {
  const currency = reportingCurrency(facts)
  const byKey = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.dimensions.length > 0 || fact.value === null || fact.unit === null) continue
    if (entityCik !== null && fact.entity_cik !== null && fact.entity_cik !== entityCik) continue
    const key = `${conceptName(fact)} ${periodKey(fact)} ${fact.unit}`
    const known = byKey.get(key)
    if (!known || precision(fact) > precision(known)) byKey.set(key, fact)
  }
  return {
    currency,
    find(concept, period, measure) {
      return unitsOf(measure, currency)
        .map((unit) => byKey.get(`${concept} ${periodKey(asFactPeriod(period))} ${unit}`))
        .find((fact) => fact !== undefined)
    },
  }
}

function precision({ decimals, decimals_exact }: Fact): number {
  return decimals_exact ? Number.POSITIVE_INFINITY : (decimals ?? Number.NEGATIVE_INFINITY)
}

function unitsOf(measure: StandardLine['measure'], currency: string | null): string[] {
  if (measure === 'shares') return ['shares']
  if (currency === null) return []
  return measure === 'money' ? [currency] : [`${currency}/shares`, `${currency}/share`, currency]
}

/** The currency most facts are in; conveniences translated into another one are few. */
function reportingCurrency(facts: readonly Fact[]): string | null {
  const counts = new Map<string, number>()
  for (const { unit, dimensions, value } of facts)
    if (unit !== null && value !== null && dimensions.length === 0 && /^[A-Z]{3}$/.test(unit))
      counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
}

function asFactPeriod({ period_type, period_start, period_end }: StatementPeriod) {
  const instant: PeriodType = 'instant'
  return period_type === instant
    ? { period_start: null, period_end: null, instant: period_end }
    : { period_start, period_end, instant: null }
}
