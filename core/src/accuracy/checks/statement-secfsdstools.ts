import type { StatementPeriod } from '../../statements/document-period.ts'
import { type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { fileReader, printedNumber, type ReadFile } from './statement-facts.ts'

/** What the peer adds up as proceeds from investments. */
const INVESTMENTS_SOLD = [
  'ProceedsFromSaleOfAvailableForSaleSecurities',
  'ProceedsFromSaleOfTradingSecurities',
  'ProceedsFromSaleOfEquitySecurities',
  'ProceedsFromSaleOfDebtSecurities',
  'ProceedsFromSaleAndMaturityOfOtherInvestments',
  'ProceedsFromMaturitiesPrepaymentsAndCallsOfAvailableForSaleSecurities',
  'ProceedsFromSaleOfInvestmentsInAffiliates',
  'ProceedsFromSaleOfHeldToMaturitySecurities',
]

type Value = (file: ReadFile) => number | null | undefined

/**
 * Fields of secfsdstools' standardised statements (f_standardize) that are named otherwise than the concept they hold. What it
 * does not find it sets to zero, and cash that goes out it shows negative; both are done here as it documents them.
 */
const OWN_FIELDS: Record<string, Value> = {
  Cash: (file) => file.line('cash')?.value,
  Equity: (file) => file.line('equity_including_noncontrolling')?.value,
  HolderEquity: (file) => file.line('equity')?.value,
  LiabilitiesAndEquity: (file) => file.line('liabilities_and_equity')?.value,
  RetainedEarnings: (file) => file.line('retained_earnings')?.value,
  RedeemableEquity: (file) => concept(file, 'RedeemableNoncontrollingInterestEquityCarryingAmount') ?? 0,
  TemporaryEquity: (file) => file.line('temporary_equity')?.value ?? 0,
  Liabilities: (file) => file.line('liabilities')?.value,
  AssetsNoncurrent: (file) => file.line('noncurrent_assets')?.value,
  LiabilitiesNoncurrent: (file) => file.line('noncurrent_liabilities')?.value,
  AllIncomeTaxExpenseBenefit: (file) => file.line('income_tax')?.value,
  CostOfRevenue: (file) => file.line('cost_of_revenue')?.value,
  EarningsPerShare: (file) => file.line('eps_basic')?.value,
  GrossProfit: (file) => file.line('gross_profit')?.value,
  IncomeLossFromContinuingOperations: (file) => file.line('income_from_continuing_operations')?.value,
  IncomeLossFromContinuingOperationsBeforeIncomeTaxExpenseBenefit: (file) =>
    file.line('pretax_income')?.value,
  OutstandingShares: (file) => file.line('shares_basic')?.value,
  ProfitLoss: (file) => file.line('net_income_including_noncontrolling')?.value,
  Revenues: (file) => file.line('revenues')?.value,
  CashAndCashEquivalentsEndOfPeriod: (file) =>
    concept(file, 'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents') ??
    file.line('cash')?.value,
  ProceedsFromSaleOfInvestments: (file) =>
    INVESTMENTS_SOLD.reduce((sum, tag) => sum + (concept(file, tag) ?? 0), 0),
  CashPeriodIncreaseDecreaseIncludingExRateEffectFinal: (file) =>
    file.line('net_change_in_cash', file.yearToDate)?.value,
  EffectOfExchangeRateFinal: (file) => file.line('exchange_rate_effect', file.yearToDate)?.value ?? 0,
  DepreciationDepletionAndAmortization: (file) =>
    file.line('depreciation_and_amortization', file.yearToDate)?.value,
  NetCashProvidedByUsedInOperatingActivitiesContinuingOperations: (file) =>
    file.line('cash_flow_operating', file.yearToDate)?.value,
  NetCashProvidedByUsedInInvestingActivitiesContinuingOperations: (file) =>
    file.line('cash_flow_investing', file.yearToDate)?.value,
  NetCashProvidedByUsedInFinancingActivitiesContinuingOperations: (file) =>
    file.line('cash_flow_financing', file.yearToDate)?.value,
}

const COVER: Record<string, (file: ReadFile) => string | number | null | undefined> = {
  form: ({ document }) => document.document_type,
  fy: ({ document }) => document.document_fiscal_year,
  fp: ({ document }) => document.document_fiscal_period,
  // The data sets move days to the nearest end of a month.
  fye: ({ document }) => yearEnd(document.fiscal_year_end),
  cik: ({ document }) => Number(document.entity_cik),
  ddate: ({ instant }) => monthEnd(instant.period_end),
}

export function* compareSecfsdstools(corpus: Corpus): Iterable<Comparison> {
  const read = fileReader(corpus)
  for (const { peer, test, path, what, expected } of corpus.assertions) {
    const [, series, field] = /^(bs|is|cf)_series\.(\w+)$/.exec(what) ?? []
    if (peer !== 'secfsdstools' || field === undefined || !corpus.has(path)) continue
    const file = read(path)
    if (file === null) continue
    const name = `secfsdstools: ${path}: ${test.slice(test.indexOf('::') + 2)} ${what}`
    const cover = COVER[field]
    if (cover) {
      const theirs =
        Number.isNaN(Number(expected)) || field === 'fye' ? expected : printedNumber(Number(expected))
      yield compared(name, String(cover(file) ?? 'nothing'), theirs)
    } else if (/^[A-Z]/.test(field)) {
      const ours = (OWN_FIELDS[field] ?? ((one: ReadFile) => conceptOr(one, field, series === 'cf')))(file)
      yield compared(name, printedNumber(ours), printedNumber(Number(expected)))
    }
  }
}

/** A field named like a concept is that concept; nothing is zero, and payments are negative. */
function conceptOr(file: ReadFile, tag: string, cashFlow: boolean): number {
  const value = concept(file, tag) ?? 0
  return cashFlow && tag.startsWith('Payments') && value !== 0 ? -value : value
}

function concept(file: ReadFile, tag: string): number | null | undefined {
  const periods: StatementPeriod[] = [file.period, file.yearToDate, file.instant]
  return periods
    .map((period) => file.index.find(`us-gaap:${tag}`, period, 'money')?.value)
    .find((value) => value !== undefined)
}

function monthEnd(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  // Up to the 15th the end of the month before is nearer.
  return new Date(Date.UTC(year, date <= 15 ? month - 1 : month, 0))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '')
}

/** `--09-25` as `0930`. */
function yearEnd(day: string | null): string | undefined {
  const [, month, date] = /^--(\d{2})-(\d{2})$/.exec(day ?? '') ?? []
  return month === undefined ? undefined : monthEnd(`2021-${month}-${date}`).slice(4)
}
