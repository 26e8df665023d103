import type { Age, Amount, Books } from './books.ts'
import { balanceDate } from './fiscal-years.ts'

/** Companies that may issue preferred stock and have none state the count, not the amount. */
const COUNTS = ['us-gaap:PreferredStockSharesOutstanding', 'us-gaap:PreferredStockSharesIssued']

/** Preferred stock at a year end: the amount, or nothing where the filing states that no share is outstanding. */
export function preferredStock(books: Books, age: Age): Amount | null {
  const amount = books.amount('preferred', age)
  if (amount) return amount
  const year = books.years[age]
  if (!year) return null
  const period = { start: null, end: balanceDate(year.end, [books.table]) }
  for (const concept of COUNTS) {
    const hit = books.table.find(concept, 'shares', period)
    if (hit?.fact.value !== 0) continue
    const name = age === 0 ? 'preferred' : 'preferred_prior'
    return { name, value: 0, rank: 2, parts: [{ ...hit, weight: 1 }], period }
  }
  return null
}
