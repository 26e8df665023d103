import type { Age, Amount, Books } from './books.ts'
import type { FactHit, Period } from './fact-table.ts'
import { balanceDate } from './fiscal-years.ts'

/** Companies that may issue preferred stock and have none state the count, not the amount. */
const COUNTS = ['us-gaap:PreferredStockSharesOutstanding', 'us-gaap:PreferredStockSharesIssued']

/** The lines of equity other than preferred stock: of each the first that is stated, some of which may be missing. */
const COMMON_EQUITY: readonly { concepts: readonly string[]; weight: 1 | -1; optional: boolean }[] = [
  {
    concepts: ['CommonStocksIncludingAdditionalPaidInCapital', 'CommonStockValue'],
    weight: 1,
    optional: false,
  },
  {
    concepts: ['AdditionalPaidInCapital', 'AdditionalPaidInCapitalCommonStock'],
    weight: 1,
    optional: true,
  },
  { concepts: ['RetainedEarningsAccumulatedDeficit'], weight: 1, optional: false },
  { concepts: ['AccumulatedOtherComprehensiveIncomeLossNetOfTax'], weight: 1, optional: true },
  { concepts: ['TreasuryStockValue', 'TreasuryStockCommonValue'], weight: -1, optional: true },
]

/**
 * Preferred stock at a year end: the amount; nothing where the filing states that no share is outstanding; and nothing where
 * the other lines of equity add up to all of it.
 */
export function preferredStock(books: Books, age: Age): Amount | null {
  const amount = books.amount('preferred', age)
  if (amount) return amount
  const year = books.years[age]
  if (!year) return null
  const period = { start: null, end: balanceDate(year.end, [books.table]) }
  const name = age === 0 ? 'preferred' : 'preferred_prior'
  for (const concept of COUNTS) {
    const hit = books.table.find(concept, 'shares', period)
    if (hit?.fact.value === 0) return { name, value: 0, rank: 2, parts: [{ ...hit, weight: 1 }], period }
  }
  const parts = allOfEquity(books, period)
  return parts && { name, value: 0, rank: 3, parts, period }
}

/** Equity and, with the other sign, its lines without preferred stock; null where they leave something over. */
function allOfEquity({ table }: Books, period: Period): Amount['parts'] | null {
  const equity = table.find('us-gaap:StockholdersEquity', 'money', period)
  if (!equity) return null
  const parts: Amount['parts'] = [{ ...equity, weight: 1 }]
  for (const { concepts, weight, optional } of COMMON_EQUITY) {
    const hit = concepts
      .map((concept) => table.find(`us-gaap:${concept}`, 'money', period))
      .find((found): found is FactHit => found !== null)
    if (hit) parts.push({ ...hit, weight: weight === 1 ? -1 : 1 })
    else if (!optional) return null
  }
  const rest = parts.reduce((sum, { fact, weight }) => sum + weight * (fact.value as number), 0)
  const rounding = parts.reduce(
    (sum, { fact }) => sum + (fact.decimals === null ? 0 : 0.5 * 10 ** -fact.decimals),
    0,
  )
  return Math.abs(rest) <= Math.min(rounding, 0.001 * Math.abs(equity.fact.value as number)) ? parts : null
}
