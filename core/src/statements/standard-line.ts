/**
 * The lines of a standardised statement: for each, the concepts companies report it under, best first, and how it follows
 * from other lines where none is reported. The concepts are elements of the US GAAP taxonomy (FASB, all years since 2009,
 * deprecated ones included: they are what old filings carry) and of the IFRS taxonomy (`ifrs:` below is `ifrs-full`).
 */
export type StandardStatement = 'income_statement' | 'balance_sheet' | 'cash_flow'

export interface StandardLine {
  line: string
  label: string
  statement: StandardStatement
  measure: 'money' | 'per_share' | 'shares'
  /** Qualified names, best first. The rank served is the position in this list, from 1. */
  concepts: readonly string[]
  derivations: readonly Derivation[]
}

/** A sum of other lines. A term that is not reported counts as nothing only where it is optional. */
export interface Derivation {
  formula: string
  terms: readonly { line: string; weight: 1 | -1; optional: boolean }[]
}

/** `assets - equity - [temporary_equity]`: brackets mark what may be missing. */
export function derivation(formula: string): Derivation {
  const terms = formula
    .replaceAll('- ', '-')
    .replaceAll('+ ', '+')
    .split(' ')
    .map((term) => {
      const name = term.replace(/^[+-]/, '')
      const optional = name.startsWith('[')
      return {
        line: optional ? name.slice(1, -1) : name,
        weight: term.startsWith('-') ? (-1 as const) : (1 as const),
        optional,
      }
    })
  return { formula, terms }
}

export function standardLines(
  statement: StandardStatement,
  rows: readonly [line: string, label: string, concepts: string, derivations?: readonly string[]][],
): StandardLine[] {
  return rows.map(([line, label, concepts, derivations = []]) => ({
    line,
    label,
    statement,
    measure:
      line.startsWith('eps_') || line.endsWith('_per_share')
        ? 'per_share'
        : line.startsWith('shares_')
          ? 'shares'
          : 'money',
    concepts: concepts
      .split(/\s+/)
      .filter(Boolean)
      .map((name) =>
        name.startsWith('ifrs:')
          ? `ifrs-full:${name.slice(5)}`
          : name.includes(':')
            ? name
            : `us-gaap:${name}`,
      ),
    derivations: derivations.map(derivation),
  }))
}
