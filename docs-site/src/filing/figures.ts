import type { Fact } from '../../../sdk/src/index.ts'

/** What most reports state, in the order in which people look for it. Several tags can stand for one figure; the first stated wins. */
export const FIGURES: { name: string; tags: string[] }[] = [
  {
    name: 'Revenue',
    tags: ['RevenueFromContractWithCustomerExcludingAssessedTax', 'Revenues', 'SalesRevenueNet', 'Revenue'],
  },
  { name: 'Gross profit', tags: ['GrossProfit'] },
  { name: 'Operating income', tags: ['OperatingIncomeLoss'] },
  { name: 'Net income', tags: ['NetIncomeLoss', 'ProfitLoss'] },
  { name: 'Diluted earnings per share', tags: ['EarningsPerShareDiluted'] },
  { name: 'Cash from operations', tags: ['NetCashProvidedByUsedInOperatingActivities'] },
  { name: 'Capital expenditure', tags: ['PaymentsToAcquirePropertyPlantAndEquipment'] },
  {
    name: 'Cash',
    tags: [
      'CashAndCashEquivalentsAtCarryingValue',
      'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
    ],
  },
  { name: 'Receivables', tags: ['AccountsReceivableNetCurrent'] },
  { name: 'Inventory', tags: ['InventoryNet'] },
  { name: 'Total assets', tags: ['Assets'] },
  { name: 'Total liabilities', tags: ['Liabilities'] },
  {
    name: 'Equity',
    tags: ['StockholdersEquity', 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest'],
  },
  {
    name: 'Shares outstanding',
    tags: ['EntityCommonStockSharesOutstanding', 'CommonStockSharesOutstanding'],
  },
]

export interface FigureRow {
  name: string
  tag: string
  /** Whole months, 0 for a balance. */
  months: number
  latest: Fact
  /** The same figure a year earlier, as this filing states it. */
  earlier: Fact | undefined
}

const DAY_MS = 86_400_000
const MONTH_DAYS = 30.44

const endOf = (fact: Fact): string => fact.instant ?? fact.period_end ?? ''

function monthsOf({ period_start, period_end }: Fact): number {
  if (!period_start || !period_end) return 0
  return Math.round((Date.parse(period_end) - Date.parse(period_start)) / DAY_MS / MONTH_DAYS)
}

/** The latest statement of each figure, for each length of period, with that of a year earlier beside it. */
export function figureRows(facts: readonly Fact[]): FigureRow[] {
  const usable = facts.filter((fact) => fact.value !== null && !fact.nil && fact.dimensions.length === 0)
  return FIGURES.flatMap(({ name, tags }) => {
    const tag = tags.find((one) => usable.some((fact) => fact.tag === one))
    const own = usable.filter((fact) => fact.tag === tag)
    const lengths = [...new Set(own.map(monthsOf))].sort((a, b) => a - b)
    return lengths.flatMap((months) => {
      // What is shown in the text comes before what is hidden, so that its place can be opened.
      const ofLength = own
        .filter((fact) => monthsOf(fact) === months)
        .sort((a, b) => endOf(b).localeCompare(endOf(a)) || Number(a.hidden) - Number(b.hidden))
      const [latest] = ofLength
      if (!latest || !tag) return []
      return [{ name, tag, months, latest, earlier: ofLength.find((fact) => isYearBefore(fact, latest)) }]
    })
  })
}

function isYearBefore(fact: Fact, latest: Fact): boolean {
  const days = (Date.parse(endOf(latest)) - Date.parse(endOf(fact))) / DAY_MS
  return days >= 350 && days <= 380
}

/** `2024-12-31`, or `12 months to 2024-12-31`. */
export function periodInWords(fact: Fact): string {
  const months = monthsOf(fact)
  return months === 0 ? endOf(fact) : `${months} ${months === 1 ? 'month' : 'months'} to ${endOf(fact)}`
}
