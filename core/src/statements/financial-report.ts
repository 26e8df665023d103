import { factsOfFiling } from '../facts/filing-facts.ts'
import type { FilingUnderRead } from '../readers/reader.ts'
import { filedStatements } from './as-filed.ts'
import { statementsWithoutPresentation } from './customary-order.ts'
import type { FiledStatement } from './filed-statement.ts'
import { taxonomyOfFiling } from './filing-taxonomy.ts'
import type { StandardStatement } from './standard-line.ts'
import { RESOLVER_VERSION, type StandardisedFiling, standardiseFiling } from './standardise.ts'

/** The statements of one filing. */
export interface FinancialReport {
  /** The entity its cover page or its contexts name; null when they name none. */
  cik: string | null
  document_type: string | null
  document_fiscal_year: number | null
  document_fiscal_period: string | null
  document_period_end: string | null
  amendment: boolean | null
  currency: string | null
  presentation: 'filed' | 'unavailable'
  /** Why there is no presentation: `no_linkbase`, or what is wrong with it. */
  presentation_reason: string | null
  resolver_version: string
  filed: FiledStatement[]
  standard: StandardisedFiling['statements']
}

/** Reads the statements of a filing out of its facts and its taxonomy; null without facts. */
export function readFinancialReport(filing: FilingUnderRead): FinancialReport | null {
  const documents = factsOfFiling(filing)
  const facts = documents.flatMap((document) => document.facts)
  const [first] = documents
  if (first === undefined || facts.length === 0) return null
  const taxonomy = taxonomyOfFiling(filing)
  const filed =
    typeof taxonomy === 'string' ? statementsWithoutPresentation(facts) : filedStatements(taxonomy, facts)
  const standardised = standardiseFiling(facts, presentedConcepts(filed))
  const { document_type, document_fiscal_year, document_fiscal_period, document_period_end } = first.cover
  return {
    cik:
      standardised?.document.entity_cik ??
      facts.find(({ entity_cik }) => entity_cik !== null)?.entity_cik ??
      null,
    document_type,
    document_fiscal_year,
    document_fiscal_period,
    document_period_end,
    amendment: standardised?.document.amendment ?? null,
    currency: standardised?.currency ?? null,
    presentation: typeof taxonomy === 'string' ? 'unavailable' : 'filed',
    presentation_reason: typeof taxonomy === 'string' ? taxonomy : null,
    resolver_version: RESOLVER_VERSION,
    filed,
    standard: standardised?.statements ?? [],
  }
}

/** What the filer shows in each of its main statements, which decides between concepts of the same meaning. */
function presentedConcepts(filed: readonly FiledStatement[]): Map<StandardStatement, Set<string>> {
  const shown = new Map<StandardStatement, Set<string>>()
  for (const { kind, parenthetical, presentation, lines } of filed) {
    const statement = kind === 'comprehensive_income' ? 'income_statement' : kind
    if (presentation !== 'filed' || parenthetical) continue
    if (statement !== 'income_statement' && statement !== 'balance_sheet' && statement !== 'cash_flow')
      continue
    const concepts = shown.get(statement) ?? new Set()
    for (const { concept, cells } of lines) if (cells.length > 0) concepts.add(concept)
    shown.set(statement, concepts)
  }
  return shown
}
