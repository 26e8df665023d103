import type { Company } from './company.ts'
import type { Balances, Flows } from './financials.ts'
import { grouped, htmlText, longDate } from './html-text.ts'
import type { Facts, Period } from './inline-xbrl.ts'
import type { Report, Row } from './layout.ts'

const INCOME: [label: string, key: keyof Flows, concept: string, bold?: boolean][] = [
  ['Net sales', 'revenue', 'us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax'],
  ['Cost of sales', 'cost_of_revenue', 'us-gaap:CostOfRevenue'],
  ['Gross profit', 'gross_profit', 'us-gaap:GrossProfit', true],
  ['Research and development', 'research', 'us-gaap:ResearchAndDevelopmentExpense'],
  ['Selling, general and administrative', 'selling', 'us-gaap:SellingGeneralAndAdministrativeExpense'],
  ['Operating income', 'operating_income', 'us-gaap:OperatingIncomeLoss', true],
  ['Interest expense', 'interest', 'us-gaap:InterestExpense'],
  [
    'Income before income taxes',
    'pretax',
    'us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest',
  ],
  ['Income tax expense', 'tax', 'us-gaap:IncomeTaxExpenseBenefit'],
  ['Net income', 'net_income', 'us-gaap:NetIncomeLoss', true],
]

const CASH_FLOW: [label: string, key: keyof Flows, concept: string, sign: 1 | -1, bold?: boolean][] = [
  ['Net income', 'net_income', 'us-gaap:NetIncomeLoss', 1],
  ['Depreciation', 'depreciation', 'us-gaap:Depreciation', 1],
  ['Stock-based compensation', 'stock_compensation', 'us-gaap:ShareBasedCompensation', 1],
  ['Accounts receivable', 'receivables_change', 'us-gaap:IncreaseDecreaseInAccountsReceivable', 1],
  ['Inventory', 'inventory_change', 'us-gaap:IncreaseDecreaseInInventories', 1],
  ['Accounts payable', 'payables_change', 'us-gaap:IncreaseDecreaseInAccountsPayable', 1],
  ['Contract liabilities', 'deferred_change', 'us-gaap:IncreaseDecreaseInContractWithCustomerLiability', 1],
  [
    'Net cash provided by operating activities',
    'operating_cash',
    'us-gaap:NetCashProvidedByUsedInOperatingActivities',
    1,
    true,
  ],
  [
    'Purchases of property and equipment',
    'capital_expenditures',
    'us-gaap:PaymentsToAcquirePropertyPlantAndEquipment',
    -1,
  ],
  ['Repayment of debt', 'debt_repaid', 'us-gaap:RepaymentsOfDebt', -1],
  ['Repurchases of common stock', 'buybacks', 'us-gaap:PaymentsForRepurchaseOfCommonStock', -1],
  ['Dividends paid', 'dividends', 'us-gaap:PaymentsOfDividends', -1],
  [
    'Net cash used in financing activities',
    'financing_cash',
    'us-gaap:NetCashProvidedByUsedInFinancingActivities',
    1,
    true,
  ],
  [
    'Change in cash and cash equivalents',
    'cash_change',
    'us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect',
    1,
    true,
  ],
]

const POSITION: [label: string, key: keyof Balances | null, concept: string, bold?: boolean][] = [
  ['Assets', null, ''],
  ['Cash and cash equivalents', 'cash', 'us-gaap:CashAndCashEquivalentsAtCarryingValue'],
  ['Accounts receivable, net', 'receivables', 'us-gaap:AccountsReceivableNetCurrent'],
  ['Inventory', 'inventory', 'us-gaap:InventoryNet'],
  ['Prepaid expenses and other', 'prepaid', 'us-gaap:PrepaidExpenseAndOtherAssetsCurrent'],
  ['Total current assets', 'current_assets', 'us-gaap:AssetsCurrent', true],
  ['Property and equipment, net', 'plant', 'us-gaap:PropertyPlantAndEquipmentNet'],
  ['Goodwill', 'goodwill', 'us-gaap:Goodwill'],
  ['Other assets', 'other_assets', 'us-gaap:OtherAssetsNoncurrent'],
  ['Total assets', 'total_assets', 'us-gaap:Assets', true],
  ["Liabilities and shareholders' equity", null, ''],
  ['Accounts payable', 'payables', 'us-gaap:AccountsPayableCurrent'],
  ['Accrued liabilities', 'accrued', 'us-gaap:AccruedLiabilitiesCurrent'],
  ['Contract liabilities', 'deferred_revenue', 'us-gaap:ContractWithCustomerLiabilityCurrent'],
  ['Current portion of debt', 'current_debt', 'us-gaap:LongTermDebtCurrent'],
  ['Total current liabilities', 'current_liabilities', 'us-gaap:LiabilitiesCurrent', true],
  ['Debt', 'long_term_debt', 'us-gaap:LongTermDebtNoncurrent'],
  ['Other liabilities', 'other_liabilities', 'us-gaap:OtherLiabilitiesNoncurrent'],
  ['Total liabilities', 'total_liabilities', 'us-gaap:Liabilities', true],
  ['Common stock', 'common_stock', 'us-gaap:CommonStockValue'],
  ['Additional paid-in capital', 'paid_in_capital', 'us-gaap:AdditionalPaidInCapital'],
  ['Retained earnings', 'retained_earnings', 'us-gaap:RetainedEarningsAccumulatedDeficit'],
  ["Total shareholders' equity", 'total_equity', 'us-gaap:StockholdersEquity', true],
  [
    "Total liabilities and shareholders' equity",
    'liabilities_and_equity',
    'us-gaap:LiabilitiesAndStockholdersEquity',
    true,
  ],
]

/** A line as the filer's own taxonomy presents it. */
export interface PresentedConcept {
  label: string
  concept: string
  /** The role of the label, its last step. */
  shown: 'label' | 'totalLabel' | 'negatedLabel'
}

export const INCOME_LINES: PresentedConcept[] = [
  ...INCOME.map(([label, , concept, total]) => presented(label, concept, total)),
  presented('Earnings per share, basic and diluted', 'us-gaap:EarningsPerShareBasicAndDiluted'),
  presented('Weighted average shares', 'us-gaap:WeightedAverageNumberOfSharesOutstandingBasic'),
]
export const BALANCE_SHEET_LINES: PresentedConcept[] = POSITION.filter(([, key]) => key !== null).map(
  ([label, , concept, total]) => presented(label, concept, total),
)
export const CASH_FLOW_LINES: PresentedConcept[] = CASH_FLOW.map(([label, , concept, sign, total]) => ({
  ...presented(label, concept, total),
  ...(sign < 0 ? { shown: 'negatedLabel' as const } : {}),
}))

function presented(label: string, concept: string, total = false): PresentedConcept {
  return { label, concept, shown: total ? 'totalLabel' : 'label' }
}

/** Lines that are zero throughout are left out, as filers do. */
export function incomeStatement(
  report: Report,
  facts: Facts,
  columns: { caption: string; flows: Flows; shares: number }[],
): void {
  const rows: Row[] = [
    {
      cells: ['(In thousands, except per share amounts)', ...columns.map(({ caption }) => caption)],
      bold: true,
    },
  ]
  for (const [label, key, concept, bold] of INCOME) {
    if (columns.every(({ flows }) => flows[key] === 0)) continue
    const cells = columns.map(({ flows }) => facts.amount(concept, periodOf(flows), Number(flows[key])))
    rows.push({ cells: [label, ...cells], bold, indent: !bold })
  }
  rows.push({
    cells: [
      'Earnings per share, basic and diluted',
      ...columns.map(({ flows, shares }) =>
        facts.perShare('us-gaap:EarningsPerShareBasicAndDiluted', periodOf(flows), flows.net_income / shares),
      ),
    ],
  })
  rows.push({
    cells: [
      'Weighted average shares',
      ...columns.map(({ flows, shares }) =>
        facts.amount(
          'us-gaap:WeightedAverageNumberOfSharesOutstandingBasic',
          periodOf(flows),
          shares,
          'shares',
        ),
      ),
    ],
  })
  report.table(rows)
}

export function balanceSheet(report: Report, facts: Facts, columns: Balances[]): void {
  const rows: Row[] = [
    { cells: ['(In thousands)', ...columns.map(({ date }) => longDate(date))], bold: true },
  ]
  for (const [label, key, concept, bold] of POSITION) {
    if (key === null) {
      rows.push({ cells: [htmlText(label), ...columns.map(() => '')], bold: true })
      continue
    }
    if (columns.every((column) => column[key] === 0)) continue
    const cells = columns.map((column) =>
      facts.amount(concept, { instant: column.date }, Number(column[key])),
    )
    rows.push({ cells: [htmlText(label), ...cells], bold, indent: !bold })
  }
  report.table(rows)
}

export function cashFlowStatement(
  report: Report,
  facts: Facts,
  columns: { caption: string; flows: Flows; opening_cash: number; closing_cash: number }[],
): void {
  const rows: Row[] = [{ cells: ['(In thousands)', ...columns.map(({ caption }) => caption)], bold: true }]
  for (const [label, key, concept, sign, bold] of CASH_FLOW) {
    if (columns.every(({ flows }) => flows[key] === 0)) continue
    const cells = columns.map(({ flows }) => {
      const value = Number(flows[key])
      const tag = facts.amount(concept, periodOf(flows), value)
      return sign < 0 ? `(${tag})` : tag
    })
    rows.push({ cells: [label, ...cells], bold, indent: !bold })
  }
  rows.push({
    cells: [
      'Cash and cash equivalents, beginning',
      ...columns.map(({ opening_cash }) => grouped(opening_cash)),
    ],
  })
  rows.push({
    cells: ['Cash and cash equivalents, end', ...columns.map(({ closing_cash }) => grouped(closing_cash))],
    bold: true,
  })
  report.table(rows)
}

export function equityStatement(report: Report, columns: { opening: Balances; flows: Flows }[]): void {
  const rows: Row[] = [
    { cells: ['(In thousands)', 'Stock and capital', 'Retained earnings', 'Total'], bold: true },
  ]
  for (const { opening, flows } of columns) {
    const capital = opening.common_stock + opening.paid_in_capital
    rows.push(
      line(`Balance at ${longDate(opening.date)}`, capital, opening.retained_earnings, true),
      line('Net income', 0, flows.net_income),
      line('Stock-based compensation', flows.stock_compensation, 0),
      line('Repurchases and dividends', 0, -flows.buybacks - flows.dividends),
    )
  }
  const last = columns.at(-1)
  if (last) {
    const { opening, flows } = last
    rows.push(
      line(
        `Balance at ${longDate(flows.end)}`,
        opening.common_stock + opening.paid_in_capital + flows.stock_compensation,
        opening.retained_earnings + flows.net_income - flows.buybacks - flows.dividends,
        true,
      ),
    )
  }
  report.table(rows)
}

function line(label: string, capital: number, retained: number, bold = false): Row {
  const show = (value: number) =>
    value < 0 ? `(${grouped(-value)})` : value === 0 ? '&#8212;' : grouped(value)
  return { cells: [label, show(capital), show(retained), show(capital + retained)], bold, indent: !bold }
}

function periodOf(flows: Flows): Period {
  return { start: flows.start, end: flows.end }
}

/** The captions of fiscal years, which for a 52/53-week year name the number of weeks. */
export function yearCaption(company: Company, year: number): string {
  const weeks = company.calendar.years.find((entry) => entry.year === year)?.weeks
  return weeks ? `Fiscal ${year} (${weeks} weeks)` : `Fiscal ${year}`
}
