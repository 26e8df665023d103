import type { StatementPeriod } from '../../statements/document-period.ts'
import { type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { fileReader, printedNumber, type ReadFile } from './statement-facts.ts'

/**
 * The fields of pystock-crawler's reports (pystock_crawler/loaders.py), each by its own definition, from our facts. Where it
 * has none of its own, the field is our line. An entry without an answer of ours counts as a disagreement.
 */
const NUMBERS: Record<string, (file: ReadFile) => number | null | undefined> = {
  revenues,
  op_income: (file) => reported(file, 'us-gaap:OperatingIncomeLoss'),
  net_income: netIncome,
  eps_basic: (file) => file.line('eps_basic')?.value,
  eps_diluted: (file) => file.line('eps_diluted')?.value ?? file.line('eps_basic')?.value,
  dividend: (file) => file.line('dividends_per_share')?.value ?? 0,
  assets: (file) => file.line('assets')?.value ?? file.line('liabilities_and_equity')?.value,
  cur_assets: (file) => file.line('current_assets')?.value,
  cur_liab: (file) => file.line('current_liabilities')?.value,
  equity: (file) => reportedLine(file, 'equity_including_noncontrolling') ?? file.line('equity')?.value,
  cash,
  cash_flow_op: (file) => cashFlow(file, 'cash_flow_operating'),
  cash_flow_inv: (file) => cashFlow(file, 'cash_flow_investing'),
  cash_flow_fin: (file) => cashFlow(file, 'cash_flow_financing'),
}

const TEXTS: Record<string, (file: ReadFile) => string | null> = {
  amend: ({ document }) => (document.amendment || document.document_type?.endsWith('/A') ? 'True' : 'False'),
  doc_type: ({ document }) => document.document_type?.replace(/\/A$/, '') ?? null,
  period_focus: ({ document }) => (document.is_annual ? 'FY' : document.document_fiscal_period),
  fiscal_year: ({ document }) => document.document_fiscal_year?.toString() ?? null,
  end_date: ({ period }) => period.period_end,
  symbol: ({ facts }) =>
    facts
      .find(({ tag }) => tag === 'TradingSymbol')
      ?.value_text?.trim()
      .toUpperCase() ?? null,
}

export function* comparePystockCrawler(corpus: Corpus): Iterable<Comparison> {
  const read = fileReader(corpus)
  for (const { peer, path, what, expected } of corpus.assertions) {
    if (peer !== 'pystock-crawler' || !corpus.has(path)) continue
    const file = read(path)
    // The instance the test is about is not held: the file stands for the filing and has no XBRL in it.
    if (file === null) continue
    const name = `pystock-crawler: ${path}: ${what}`
    const number = NUMBERS[what]
    if (number) yield compared(name, printedNumber(number(file)), printedNumber(Number(expected)))
    const text = TEXTS[what]?.(file)
    // The peer takes a symbol that the filing does not state from the name of the file.
    if (text) yield compared(name, text, expected)
  }
}

function reported(
  file: ReadFile,
  concept: string,
  period: StatementPeriod = file.period,
): number | null | undefined {
  return file.index.find(concept, period, 'money')?.value
}

function reportedLine(file: ReadFile, name: string): number | null {
  const line = file.line(name)
  return line?.value_status === 'reported' ? line.value : null
}

/** The peer's own order, in which net sales go before total revenues; then our line. */
const REVENUES = [
  'us-gaap:SalesRevenueNet',
  'us-gaap:Revenues',
  'us-gaap:SalesRevenueGoodsNet',
  'us-gaap:SalesRevenueServicesNet',
  'us-gaap:RealEstateRevenueNet',
]

/** Financial services of a maker of goods are reported apart: the greater of the two is taken. */
function revenues(file: ReadFile): number | null | undefined {
  const values = [
    REVENUES.map((concept) => reported(file, concept)).find((value) => typeof value === 'number') ??
      file.line('revenues')?.value,
    reported(file, 'us-gaap:FinancialServicesRevenue'),
  ].filter((value) => typeof value === 'number')
  return values.length > 0 ? Math.max(...values) : null
}

/** The lesser of what the parent and what its common stockholders earned. */
function netIncome(file: ReadFile): number | null | undefined {
  const both = [
    reported(file, 'us-gaap:NetIncomeLoss'),
    reported(file, 'us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic'),
  ].filter((value) => typeof value === 'number')
  if (both.length > 0) return Math.min(...both)
  return (
    reported(file, 'us-gaap:ProfitLoss') ??
    reported(file, 'us-gaap:IncomeLossFromContinuingOperations') ??
    file.line('net_income')?.value
  )
}

function cash(file: ReadFile): number | null | undefined {
  const { instant } = file
  return (
    reported(file, 'us-gaap:CashCashEquivalentsAndFederalFundsSold', instant) ??
    reported(file, 'us-gaap:CashAndDueFromBanks', instant) ??
    file.line('cash')?.value
  )
}

/** Of the quarter where it is reported, else of the year to date. */
function cashFlow(file: ReadFile, name: string): number | null | undefined {
  return file.line(name)?.value ?? file.line(name, file.yearToDate)?.value
}
