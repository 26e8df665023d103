import type { StatedFact } from '../../facts/stated-fact.ts'
import type { DeterministicExtractor } from '../extractor.ts'
import { filingFixture } from '../filing-fixture.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Outcome } from '../signal.ts'

/** The years of the invented company, latest first. */
export const YEARS = [
  { start: '2023-01-01', end: '2023-12-31' },
  { start: '2022-01-01', end: '2022-12-31' },
  { start: '2021-01-01', end: '2021-12-31' },
] as const
export const ACCESSION = '0009990001-24-000001'
export const EARLIER_ACCESSION = '0009990001-23-000001'

/** An invented fact. A period with a slash is a duration. */
export function statedFact(
  concept: string,
  period: string,
  value: number | string,
  wish: Partial<StatedFact> = {},
): StatedFact {
  const [first = '', last] = period.split('/')
  const accession = wish.accession_number ?? ACCESSION
  return {
    accession_number: accession,
    form_type: '10-K',
    filing_date: '2024-02-15',
    accepted_at: accession === ACCESSION ? '2024-02-15T21:00:00Z' : '2023-02-15T21:00:00Z',
    document_id: `${accession}:1`,
    document_sha256: 'd'.repeat(64),
    position: 1,
    concept: concept.includes(':') ? concept : `us-gaap:${concept}`,
    is_extension: false,
    unit: typeof value === 'string' ? null : /Shares|NumberOf/.test(concept) ? 'shares' : 'USD',
    value: typeof value === 'number' ? value : null,
    value_text: String(value),
    decimals: typeof value === 'number' ? 0 : null,
    decimals_exact: false,
    nil: false,
    period_start: last === undefined ? null : first,
    period_end: last ?? first,
    dimensions: [],
    context_id: period,
    hidden: false,
    flags: [],
    text_sha256: null,
    start: null,
    end: null,
    byte_start: null,
    byte_end: null,
    ...wish,
  }
}

/** Flows of the year, the year before and two years before, in thousands. */
const FLOWS: Record<string, readonly [number, number, number]> = {
  Revenues: [12_000, 10_000, 9_000],
  CostOfRevenue: [7_000, 6_000, 5_500],
  GrossProfit: [5_000, 4_000, 3_500],
  SellingGeneralAndAdministrativeExpense: [1_500, 1_300, 1_200],
  OperatingIncomeLoss: [2_000, 1_600, 1_400],
  IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest: [
    1_900, 1_500, 1_300,
  ],
  IncomeTaxExpenseBenefit: [380, 330, 273],
  NetIncomeLoss: [1_520, 1_170, 1_027],
  NetCashProvidedByUsedInOperatingActivities: [1_900, 1_400, 1_300],
  PaymentsToAcquirePropertyPlantAndEquipment: [700, 600, 500],
  Depreciation: [500, 450, 400],
  ShareBasedCompensation: [240, 200, 180],
  ProceedsFromIssuanceOfCommonStock: [50, 40, 30],
  PaymentsForRepurchaseOfCommonStock: [400, 300, 200],
  ProceedsFromIssuanceOfLongTermDebt: [600, 0, 0],
  RepaymentsOfLongTermDebt: [300, 100, 100],
  GoodwillImpairmentLoss: [90, 0, 0],
}
const BALANCES: Record<string, readonly [number, number, number]> = {
  Assets: [15_000, 13_000, 12_000],
  AssetsCurrent: [6_000, 5_000, 4_500],
  LiabilitiesCurrent: [3_000, 2_800, 2_600],
  Liabilities: [7_000, 6_400, 6_000],
  StockholdersEquity: [8_000, 6_600, 6_000],
  RetainedEarningsAccumulatedDeficit: [5_000, 3_900, 3_000],
  PreferredStockValue: [0, 0, 0],
  CashAndCashEquivalentsAtCarryingValue: [1_500, 1_200, 1_000],
  ShortTermInvestments: [500, 300, 250],
  LongTermInvestments: [400, 350, 300],
  AccountsReceivableNetCurrent: [2_000, 1_600, 1_500],
  InventoryNet: [1_200, 1_100, 1_000],
  OtherAssetsCurrent: [300, 280, 260],
  PropertyPlantAndEquipmentNet: [5_000, 4_600, 4_400],
  PropertyPlantAndEquipmentGross: [9_000, 8_200, 7_700],
  DebtCurrent: [400, 350, 300],
  LongTermDebtNoncurrent: [2_500, 2_300, 2_200],
  AccountsPayableCurrent: [900, 800, 750],
  TaxesPayableCurrent: [120, 100, 90],
  Goodwill: [810, 900, 900],
  ContractWithCustomerLiabilityCurrent: [350, 300, 280],
  RevenueRemainingPerformanceObligation: [4_400, 4_000, 3_900],
}

export interface CompanyWish {
  /** Every amount times this. */
  scale?: number
  /** Concepts left out everywhere. */
  without?: readonly string[]
  /** Other values of a concept, latest year first. */
  values?: Readonly<Record<string, readonly number[]>>
  unit?: string
}

/** The facts of an annual report: flows of three years, balances of two; and what the report before it states. */
export function company(wish: CompanyWish = {}): { facts: StatedFact[]; earlier: StatedFact[] } {
  const { scale = 1_000, without = [], values = {}, unit = 'USD' } = wish
  const rows = (kind: 'flow' | 'balance') =>
    Object.entries({ ...(kind === 'flow' ? FLOWS : BALANCES) })
      .filter(([concept]) => !without.includes(concept))
      .map(([concept, years]) => [concept, values[concept] ?? years] as const)
  const facts: StatedFact[] = []
  const earlier: StatedFact[] = []
  const before = { accession_number: EARLIER_ACCESSION, unit }
  for (const [concept, years] of rows('flow')) {
    for (const [age, year] of YEARS.entries()) {
      const period = `${year.start}/${year.end}`
      facts.push(statedFact(concept, period, scale * (years[age] ?? 0), { unit }))
      if (age > 0) earlier.push(statedFact(concept, period, scale * (years[age] ?? 0), before))
    }
  }
  for (const [concept, years] of rows('balance')) {
    for (const [age, year] of YEARS.entries()) {
      const value = scale * (years[age] ?? 0)
      if (age < 2) facts.push(statedFact(concept, year.end, value, { unit }))
      if (age > 0) earlier.push(statedFact(concept, year.end, value, before))
    }
  }
  if (!without.includes('CommonStockSharesOutstanding')) {
    const [now = 0, prior = 0] = values.CommonStockSharesOutstanding ?? [990, 1_000]
    facts.push(statedFact('CommonStockSharesOutstanding', YEARS[0].end, now))
    facts.push(statedFact('CommonStockSharesOutstanding', YEARS[1].end, prior))
  }
  if (!without.includes('EntityPublicFloat')) {
    facts.push(statedFact('dei:EntityPublicFloat', '2023-06-30', scale * 20_000, { unit }))
  }
  facts.push(statedFact('dei:DocumentPeriodEndDate', `${YEARS[0].start}/${YEARS[0].end}`, YEARS[0].end))
  return { facts: placed(facts), earlier: placed(earlier) }
}

function placed(facts: StatedFact[]): StatedFact[] {
  return facts.map((fact, index) => ({ ...fact, position: index + 1 }))
}

/** The annual report the facts stand in. */
export function annualReport(
  wish: {
    form_type?: string
    sic?: string | null
    file_number?: string
    period?: string
    filing_date?: string
  } = {},
): FilingUnderRead {
  const { filing } = filingFixture({
    accession_number: ACCESSION,
    form_type: wish.form_type ?? '10-K',
    filing_date: wish.filing_date ?? '2024-02-15',
    period_of_report: wish.period ?? YEARS[0].end,
    blocks: ['Annual report'],
  })
  filing.submission.header.filers = [
    {
      role: 'filer',
      cik: filing.cik,
      name: 'Harborlight Robotics',
      sic: wish.sic === undefined ? '3569' : wish.sic,
      file_number: wish.file_number ?? '001-12345',
    } as (typeof filing.submission.header.filers)[number],
  ]
  return filing
}

/** What a rule says of an annual report. */
export function outcomeOf(
  rule: DeterministicExtractor,
  { facts, earlier }: { facts: StatedFact[]; earlier: StatedFact[] } = company(),
  filing: FilingUnderRead = annualReport(),
): Outcome {
  return rule.extract({ filing, as_of: filing.accepted_at, facts, earlier } as never)
}

/** The value of a signal type, or why there is none. */
export function answerOf(outcome: Outcome, signalType: string): number | string {
  if (outcome.status === 'ok_found') {
    const finding = outcome.findings.find((each) => each.signal_type === signalType)
    if (finding) return finding.value as number
  }
  if (outcome.status === 'ok_found' || outcome.status === 'ok_none') {
    const omitted = outcome.omitted?.find((each) => each.signal_type === signalType)
    if (omitted) return `${omitted.reason}: ${omitted.missing.join(', ')}`
  }
  if (outcome.status === 'insufficient_data') return `${outcome.reason}: ${outcome.missing.join(', ')}`
  return `${outcome.status} ${'reason' in outcome ? outcome.reason : ''}`.trim()
}
