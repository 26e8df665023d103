import { daysBetween, type StatementPeriod } from '../statements/document-period.ts'
import { derivation } from '../statements/standard-line.ts'
import type { StandardisedStatement, StandardValue } from '../statements/standardise.ts'
import { RATIOS, type RatioDefinition } from './ratio-list.ts'

/** Raised whenever a definition changes an answer. */
export const RATIOS_VERSION = '1.0.0'

export interface Ratio {
  ratio: string
  label: string
  group: RatioDefinition['group']
  value: number | null
  /** `ratio`, `days`, or the currency of an amount. */
  unit: string
  formula: string
  status: 'ok' | 'unavailable'
  reason: 'input_not_reported' | 'denominator_not_positive' | 'denominator_negligible' | null
  /** Lines that were asked for and that the filing does not report. */
  missing: string[]
  /** The lines the value was computed from, with their facts. */
  inputs: StandardValue[]
}

export interface PeriodRatios extends StatementPeriod {
  ratios: Ratio[]
}

/** Below this share of assets a denominator says nothing. */
const NEGLIGIBLE_SHARE = 0.001

/** The ratios of each duration a filing reports, with the balances at its end. */
export function ratiosOf(statements: readonly StandardisedStatement[]): PeriodRatios[] {
  const balances = statements.find(({ statement }) => statement === 'balance_sheet')?.lines ?? []
  const periods = new Map<string, StatementPeriod & { lines: StandardValue[] }>()
  for (const { statement, period_type, period_start, period_end, lines } of statements) {
    if (statement === 'balance_sheet') continue
    const key = `${period_type} ${period_start} ${period_end}`
    const known = periods.get(key)
    if (known) known.lines.push(...lines)
    else periods.set(key, { period_type, period_start, period_end, lines: [...lines] })
  }
  return [...periods.values()].map(({ lines, ...period }) => {
    const byName = new Map([...balances, ...lines].map((line) => [line.line, line]))
    const length = period.period_start === null ? 0 : daysBetween(period.period_start, period.period_end) + 1
    return { ...period, ratios: RATIOS.map((definition) => ratioOf(definition, byName, length)) }
  })
}

function ratioOf(
  definition: RatioDefinition,
  lines: ReadonlyMap<string, StandardValue>,
  days: number,
): Ratio {
  const { ratio, label, group, unit, numerator, denominator } = definition
  const over = sumOf(numerator, lines)
  const under = denominator === null ? null : sumOf(denominator, lines)
  const inputs = [...over.inputs, ...(under?.inputs ?? [])]
  const missing = [...over.missing, ...(under?.missing ?? [])]
  const served = unit === 'currency' ? (inputs[0]?.unit ?? 'currency') : unit
  const formula = formulaOf(definition)
  const answer = { ratio, label, group, unit: served, formula, missing, inputs }
  const unavailable = (reason: NonNullable<Ratio['reason']>): Ratio => ({
    ...answer,
    value: null,
    status: 'unavailable',
    reason,
  })
  if (missing.length > 0) return unavailable('input_not_reported')
  if (under === null) return { ...answer, value: over.total, status: 'ok', reason: null }
  if (under.total <= 0) return unavailable('denominator_not_positive')
  if (under.total < (lines.get('assets')?.value ?? 0) * NEGLIGIBLE_SHARE)
    return unavailable('denominator_negligible')
  const value = (over.total / under.total) * (unit === 'days' ? days : 1)
  return { ...answer, value, status: 'ok', reason: null }
}

function formulaOf({ unit, numerator, denominator }: RatioDefinition): string {
  if (denominator === null) return numerator
  const fraction = `${bracketed(numerator)} / ${bracketed(denominator)}`
  return unit === 'days' ? `${fraction} * days` : fraction
}

function bracketed(sum: string): string {
  return sum.includes(' ') ? `(${sum})` : sum
}

function sumOf(formula: string, lines: ReadonlyMap<string, StandardValue>) {
  let total = 0
  const inputs: StandardValue[] = []
  const missing: string[] = []
  for (const { line, weight, optional } of derivation(formula).terms) {
    const term = lines.get(line)
    if (term === undefined || term.value === null) {
      if (!optional) missing.push(line)
      continue
    }
    total += weight * term.value
    inputs.push(term)
  }
  return { total, inputs, missing }
}
