import type { StandardValue } from './standardise.ts'

/** An identity that must hold within a statement, as it holds. A failure is reported and nothing is repaired. */
export interface InvariantResult {
  /** `assets = liabilities_and_equity`. */
  invariant: string
  status: 'holds' | 'fails' | 'unavailable'
  left: number | null
  right: number | null
  difference: number | null
  /** How much rounding of the inputs explains (XBRL `decimals`). */
  tolerance: number | null
}

interface Invariant {
  left: string
  relation: '=' | '>='
  /**
   * Lines with their weight; those in brackets may be missing. Further ones are the same identity under other presentations
   * that the taxonomy allows, of which one must hold.
   */
  right: string | readonly string[]
}

const INVARIANTS: readonly Invariant[] = [
  { left: 'assets', relation: '=', right: 'liabilities_and_equity' },
  {
    left: 'liabilities_and_equity',
    relation: '=',
    // Some filers report the temporary equity as a part of what they call liabilities or equity.
    right: [
      'liabilities + equity_including_noncontrolling + [temporary_equity]',
      'liabilities + equity_including_noncontrolling',
    ],
  },
  { left: 'equity_including_noncontrolling', relation: '=', right: 'equity + [noncontrolling_interest]' },
  { left: 'assets', relation: '>=', right: 'current_assets' },
  { left: 'liabilities', relation: '>=', right: 'current_liabilities' },
  { left: 'current_assets', relation: '>=', right: 'cash' },
  { left: 'gross_profit', relation: '=', right: 'revenues - cost_of_revenue' },
  {
    left: 'net_income_including_noncontrolling',
    relation: '=',
    right: 'net_income + [net_income_noncontrolling]',
  },
  {
    left: 'income_from_continuing_operations',
    relation: '=',
    // Income of equity investees may stand before or after the tax.
    right: ['pretax_income - income_tax', 'pretax_income - income_tax + equity_method_income'],
  },
  {
    left: 'net_change_in_cash',
    relation: '=',
    // Cash of discontinued operations may stand apart from the three activities or within them.
    right: [
      'cash_flow_operating + cash_flow_investing + cash_flow_financing + [exchange_rate_effect]',
      'cash_flow_operating + cash_flow_investing + cash_flow_financing + [exchange_rate_effect] + cash_flow_discontinued',
      'cash_flow_operating + cash_flow_investing + cash_flow_financing',
    ],
  },
]

/** Only reported values are compared: a derived one would prove its own formula. */
export function checkInvariants(lines: readonly StandardValue[]): InvariantResult[] {
  const byName = new Map(lines.map((line) => [line.line, line]))
  return INVARIANTS.filter(({ left }) => byName.has(left)).map(({ left, relation, right }) => {
    const results = [right].flat().map((side) => check(left, relation, side, byName))
    return results.find(({ status }) => status === 'holds') ?? (results[0] as InvariantResult)
  })
}

function check(
  left: string,
  relation: Invariant['relation'],
  right: string,
  byName: ReadonlyMap<string, StandardValue>,
): InvariantResult {
  const name = `${left} ${relation} ${right}`
  const target = reportedValue(byName.get(left))
  let total = 0
  let tolerance = target ? halfUnit(target) : 0
  let missing = target === null
  for (const term of right.replaceAll('- ', '-').replaceAll('+ ', '').split(' ')) {
    const optional = term.includes('[')
    const value = reportedValue(byName.get(term.replace(/[[\]-]/g, '')))
    if (value === null) {
      if (!optional) missing = true
      continue
    }
    total += (term.startsWith('-') ? -1 : 1) * (value.value as number)
    tolerance += halfUnit(value)
  }
  if (missing || target === null)
    return {
      invariant: name,
      status: 'unavailable',
      left: null,
      right: null,
      difference: null,
      tolerance: null,
    }
  const difference = (target.value as number) - total
  const holds = relation === '=' ? Math.abs(difference) <= tolerance : difference >= -tolerance
  return {
    invariant: name,
    status: holds ? 'holds' : 'fails',
    left: target.value,
    right: total,
    difference,
    tolerance,
  }
}

function reportedValue(line: StandardValue | undefined): StandardValue | null {
  return line?.value_status === 'reported' ? line : null
}

/** Half of the last digit a value is reported to: what rounding may have moved it. */
export function halfUnit({ inputs }: Pick<StandardValue, 'inputs'>): number {
  return inputs.reduce((sum, { decimals }) => sum + (decimals === null ? 0 : 0.5 * 10 ** -decimals), 0)
}
