import type { Fact } from '../facts/fact.ts'
import { type ReportedDocument, reportedDocument, type StatementPeriod } from './document-period.ts'
import { type FactIndex, indexFacts } from './fact-index.ts'
import { conceptName, type FactReference, factReference } from './fact-reference.ts'
import { checkInvariants, type InvariantResult } from './invariants.ts'
import type { Derivation, StandardLine, StandardStatement } from './standard-line.ts'
import { STANDARD_LINES } from './standard-lines.ts'

/** A proxy statement quotes a few figures of earlier reports, not always in their units. It has no statements. */
const PROXY = /^(?:DEF|PRE|DFAN|PX14)/

/** Raised whenever the lists, the derivations or the choice of periods change an answer. */
export const RESOLVER_VERSION = '1.0.0'

/** A line of a standardised statement with what it rests on. A line without a value says so; it is never zero by default. */
export interface StandardValue {
  line: string
  label: string
  value: number | null
  unit: string | null
  value_status: 'reported' | 'derived' | 'not_reported'
  /** The concept the value was reported under; null for a derived one. */
  source_tag: string | null
  /** Place of the concept in the line's list, from 1. */
  resolver_rank: number | null
  /** How a derived value was computed, in names of lines. */
  formula: string | null
  inputs: FactReference[]
}

export interface StandardisedStatement extends StatementPeriod {
  statement: StandardStatement
  lines: StandardValue[]
  checks: InvariantResult[]
}

export interface StandardisedFiling {
  document: ReportedDocument
  currency: string | null
  resolver_version: string
  statements: StandardisedStatement[]
}

/**
 * The standardised statements of a filing for the periods that end with it. `presented` holds the concepts the filer shows in
 * its own statement of the kind: they go before concepts that only a note carries.
 */
export function standardiseFiling(
  facts: readonly Fact[],
  presented: ReadonlyMap<StandardStatement, ReadonlySet<string>> = new Map(),
): StandardisedFiling | null {
  const document = reportedDocument(facts)
  if (document === null || PROXY.test(document.document_type ?? '')) return null
  const index = indexFacts(facts, document.entity_cik)
  const statements: StandardisedStatement[] = []
  for (const period of document.periods) {
    const kinds: StandardStatement[] =
      period.period_type === 'instant' ? ['balance_sheet'] : ['income_statement', 'cash_flow']
    for (const statement of kinds) {
      const lines = resolveStatement(index, statement, period, presented.get(statement))
      if (lines.every(({ value }) => value === null)) continue
      statements.push({ ...period, statement, lines, checks: checkInvariants(lines) })
    }
  }
  return statements.length === 0
    ? null
    : { document, currency: index.currency, resolver_version: RESOLVER_VERSION, statements }
}

export function resolveStatement(
  index: FactIndex,
  statement: StandardStatement,
  period: StatementPeriod,
  presented: ReadonlySet<string> = new Set(),
): StandardValue[] {
  const wanted = STANDARD_LINES.filter((line) => line.statement === statement)
  const byName = new Map(wanted.map((line) => [line.line, line]))
  const resolved = new Map<string, StandardValue>()
  const underway = new Set<string>()

  function resolve(line: StandardLine): StandardValue {
    const known = resolved.get(line.line)
    if (known) return known
    const value = reported(index, line, period, presented) ?? derived(line) ?? notReported(line)
    // What was left out because it was underway higher up may still be found when asked for by itself.
    if (value.value !== null || underway.size === 0) resolved.set(line.line, value)
    return value
  }

  function derived(line: StandardLine): StandardValue | null {
    if (underway.has(line.line)) return null
    underway.add(line.line)
    const value = line.derivations
      .map((derivation) => sum(line, derivation))
      .find((candidate) => candidate !== null)
    underway.delete(line.line)
    return value ?? null
  }

  function sum(line: StandardLine, { formula, terms }: Derivation): StandardValue | null {
    let total = 0
    const inputs: FactReference[] = []
    for (const { line: name, weight, optional } of terms) {
      const term = resolve(byName.get(name) as StandardLine)
      if (term.value === null) {
        if (optional) continue
        return null
      }
      total += weight * term.value
      inputs.push(...term.inputs)
    }
    const unit = inputs[0]?.unit ?? null
    return {
      ...notReported(line),
      value: total,
      unit,
      value_status: 'derived',
      formula,
      inputs: unique(inputs),
    }
  }

  return wanted.map(resolve)
}

function reported(
  index: FactIndex,
  { line, label, concepts, measure }: StandardLine,
  period: StatementPeriod,
  presented: ReadonlySet<string>,
): StandardValue | null {
  const found = concepts
    .map((concept, position) => ({ fact: index.find(concept, period, measure), rank: position + 1 }))
    .filter((hit): hit is { fact: Fact; rank: number } => hit.fact !== undefined)
  const best = found.find(({ fact }) => presented.has(conceptName(fact))) ?? found[0]
  if (!best) return null
  const { fact, rank } = best
  return {
    line,
    label,
    value: fact.value,
    unit: fact.unit,
    value_status: 'reported',
    source_tag: conceptName(fact),
    resolver_rank: rank,
    formula: null,
    inputs: [factReference(fact)],
  }
}

function notReported({ line, label }: StandardLine): StandardValue {
  return {
    line,
    label,
    value: null,
    unit: null,
    value_status: 'not_reported',
    source_tag: null,
    resolver_rank: null,
    formula: null,
    inputs: [],
  }
}

function unique(inputs: FactReference[]): FactReference[] {
  const seen = new Set<string>()
  return inputs.filter(({ document_id, position }) => {
    const key = `${document_id} ${position}`
    return !seen.has(key) && seen.add(key)
  })
}
