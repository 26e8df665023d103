import { canonicalText } from '../../documents/canonical-text.ts'
import { documentKind } from '../../documents/document-kind.ts'
import type { Fact } from '../../facts/fact.ts'
import {
  type ReportedDocument,
  reportedDocument,
  type StatementPeriod,
} from '../../statements/document-period.ts'
import { type FactIndex, indexFacts } from '../../statements/fact-index.ts'
import { resolveStatement, type StandardValue } from '../../statements/standardise.ts'
import { readInlineXbrl } from '../../xbrl/inline.ts'
import { readInstance } from '../../xbrl/instance.ts'
import type { Corpus } from '../corpus.ts'

/** What we read out of one file of a corpus, as the checks of values need it. */
export interface ReadFile {
  facts: Fact[]
  document: ReportedDocument
  index: FactIndex
  /** The period income is reported for: the year of an annual report, else the quarter. */
  period: StatementPeriod
  yearToDate: StatementPeriod
  instant: StatementPeriod
  line(name: string, period?: StatementPeriod): StandardValue | undefined
}

const DOCUMENT_ID = '0000000000-00-000000:1'

/** The facts of an instance or an inline document, and null for a file that is neither. */
export function factsOfFile(corpus: Corpus, path: string): Fact[] | null {
  const content = corpus.bytes(path)
  const kind = documentKind({ file_name: path }, content)
  if (kind === 'xml') return readInstance(content, DOCUMENT_ID).facts
  if (kind !== 'html') return null
  const inline = canonicalText(content, kind).inline_xbrl
  return inline ? readInlineXbrl([{ document_id: DOCUMENT_ID, inline }]).facts : null
}

/** Reads each file once; assertions about one file stand together. */
export function fileReader(corpus: Corpus): (path: string) => ReadFile | null {
  let last: { path: string; file: ReadFile | null } | undefined
  return (path) => {
    if (last?.path !== path) last = { path, file: readFile(corpus, path) }
    return last.file
  }
}

function readFile(corpus: Corpus, path: string): ReadFile | null {
  const facts = factsOfFile(corpus, path)
  const document = facts && reportedDocument(facts)
  if (!facts || !document) return null
  const index = indexFacts(facts, document.entity_cik)
  const of = (...types: StatementPeriod['period_type'][]) =>
    types
      .map((type) => document.periods.find(({ period_type }) => period_type === type))
      .find((one) => one !== undefined)
  const instant = of('instant') as StatementPeriod
  const period = of('year', 'quarter', 'year_to_date') ?? instant
  const yearToDate = of('year', 'year_to_date', 'quarter') ?? instant
  return {
    facts,
    document,
    index,
    period,
    yearToDate,
    instant,
    line(name, wanted = period) {
      const statements = [
        resolveStatement(index, 'income_statement', wanted),
        resolveStatement(index, 'cash_flow', wanted),
        resolveStatement(index, 'balance_sheet', instant),
      ]
      return statements.flat().find(({ line }) => line === name)
    },
  }
}

/** A number as both sides print it: `15700000000`, `0.25`. */
export function printedNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? 'nothing' : String(Number(value.toPrecision(12)))
}
