import { daysBetween, type StatementPeriod } from '../../statements/document-period.ts'
import { conceptName } from '../../statements/fact-reference.ts'
import { type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { fundamentalConcepts } from './fundamental-accounting-concepts.ts'
import { fileReader, printedNumber, type ReadFile } from './statement-facts.ts'

/** Fields the peer copies from the cover (parse-xbrl, src/XbrlParser.js), under its own name for one of them. */
const COVER: Record<string, string> = {
  DocumentFiscalPeriodFocus: 'DocumentFiscalPeriodFocus',
  DocumentFiscalYearFocus: 'DocumentFiscalYearFocus',
  DocumentType: 'DocumentType',
  EntityCentralIndexKey: 'EntityCentralIndexKey',
  EntityFilerCategory: 'EntityFilerCategory',
  EntityRegistrantName: 'EntityRegistrantName',
  TradingSymbol: 'TradingSymbol',
  FiscalYear: 'CurrentFiscalYearEndDate',
}
const NOT_FOUND = 'Field not found'
/** The facts among whose contexts the peer looks for the period of its income statement. */
const PERIOD_FACTS = new Set([
  'us-gaap:CashAndCashEquivalentsPeriodIncreaseDecrease',
  'us-gaap:CashPeriodIncreaseDecrease',
  'us-gaap:NetIncomeLoss',
  'dei:DocumentPeriodEndDate',
])
const INSTANT_FACTS = new Set([
  'us-gaap:Assets',
  'us-gaap:AssetsCurrent',
  'us-gaap:LiabilitiesAndStockholdersEquity',
])

export function* compareParseXbrl(corpus: Corpus): Iterable<Comparison> {
  const read = fileReader(corpus)
  let last: { path: string; fields: Map<string, number> } | undefined
  for (const { peer, path, what, expected } of corpus.assertions) {
    if (peer !== 'parse-xbrl' || !corpus.has(path)) continue
    const file = read(path)
    if (file === null) continue
    const name = `parse-xbrl: ${path}: ${what}`
    if (COVER[what] !== undefined) yield compared(name, coverValue(file, COVER[what]), expected)
    else if (what === 'BalanceSheetDate') yield compared(name, file.instant.period_end, expected)
    else if (what === 'IncomeStatementPeriodYTD')
      yield compared(name, yearToDate(file).period_start, expected)
    else if (what === 'ContextForDurations') yield compared(name, yearToDate(file).context_id, expected)
    else if (what === 'ContextForInstants') yield compared(name, instantContext(file), expected)
    else {
      if (last?.path !== path) last = { path, fields: fieldsOf(file) }
      const ours = last.fields.get(what)
      if (ours !== undefined) yield compared(name, printedNumber(ours), printedNumber(Number(expected)))
    }
  }
}

function coverValue({ facts }: ReadFile, tag: string): string {
  return facts.find((fact) => fact.taxonomy === 'dei' && fact.tag === tag)?.value_text ?? NOT_FOUND
}

/** The longest period that ends with the document, be it the whole life of the company. */
function yearToDate({ facts, instant }: ReadFile): StatementPeriod & { context_id: string } {
  const candidates = facts.filter(
    (fact) =>
      PERIOD_FACTS.has(conceptName(fact)) &&
      fact.dimensions.length === 0 &&
      fact.period_end !== null &&
      daysBetween(fact.period_end, instant.period_end) <= 1,
  )
  const longest = candidates.sort((one, other) =>
    (one.period_start ?? '') < (other.period_start ?? '') ? -1 : 1,
  )[0]
  return {
    period_type: 'year_to_date',
    period_start: longest?.period_start ?? null,
    period_end: longest?.period_end ?? instant.period_end,
    context_id: longest?.context_id ?? '',
  }
}

function instantContext({ facts, instant }: ReadFile): string {
  const found = facts.find(
    (fact) =>
      INSTANT_FACTS.has(conceptName(fact)) &&
      fact.dimensions.length === 0 &&
      fact.instant === instant.period_end,
  )
  return found?.context_id ?? ''
}

function fieldsOf(file: ReadFile): Map<string, number> {
  const duration = yearToDate(file)
  return fundamentalConcepts((concept, kind) => {
    const period = kind === 'instant' ? file.instant : duration
    return file.index.find(concept, period, 'money')?.value
  })
}
