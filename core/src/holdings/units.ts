import type { FiledHolding, Holding, HoldingsReport } from './holding.ts'

/** Form 13F asks for whole dollars since this filing date, for thousands before (Release 34-95148). */
const DOLLARS_SINCE = '2023-01-03'

/** Below this price in dollars hardly any Section 13(f) security trades. */
const LOW_PRICE = 1
/** Above it even fewer: a dozen of some twenty thousand. */
const HIGH_PRICE = 5_000
/** Rows that speak for another unit than the era's, and rows that repeat one column in the other. */
const MOST = 0.5
const NEARLY_ALL = 0.9
/** Fewer rows prove nothing: one penny stock, or one block of a very dear one. */
const MIN_ROWS = 3

export interface Unit {
  value_unit: HoldingsReport['value_unit']
  reason: Holding['value_reason']
}

/**
 * The unit of a table's value column. The filing date says which unit the form asked for; what the rows imply overrules it
 * when it cannot be otherwise: filers went on writing thousands after the change, and wrote dollars before it.
 */
export function unitOf(rows: readonly FiledHolding[], filedOn: string): Unit {
  const priced = rows.filter(isPriced)
  const repeated = priced.filter(({ shares, value_as_filed }) => shares === value_as_filed)
  if (repeated.length >= MIN_ROWS && repeated.length >= priced.length * NEARLY_ALL)
    return { value_unit: null, reason: 'shares_equal_value' }
  const prices = priced.map(({ shares, value_as_filed }) => (value_as_filed as number) / (shares as number))
  const share = (of: (price: number) => boolean) =>
    prices.length < MIN_ROWS ? 0 : prices.filter(of).length / prices.length
  if (filedOn >= DOLLARS_SINCE) {
    // As dollars most would be penny stocks: they were thousands.
    return share((price) => price < LOW_PRICE) > MOST
      ? { value_unit: 'thousand_usd', reason: 'thousands_evident' }
      : { value_unit: 'usd', reason: null }
  }
  // As thousands most would cost more than almost anything does: they were dollars.
  return share((price) => price * 1000 > HIGH_PRICE) > MOST
    ? { value_unit: 'usd', reason: 'dollars_evident' }
    : { value_unit: 'thousand_usd', reason: 'thousands_era' }
}

/** Shares of stock with a price: options are valued by their underlying, principal amounts are no count. */
function isPriced({ shares, shares_type, value_as_filed }: FiledHolding): boolean {
  return shares_type !== 'PRN' && (shares ?? 0) > 0 && (value_as_filed ?? 0) > 0
}

/** The rows with their values in US dollars. */
export function valued(rows: readonly FiledHolding[], { value_unit, reason }: Unit): Holding[] {
  return rows.map((row, index) => ({ position: index + 1, ...row, ...dollarsOf(row, value_unit, reason) }))
}

function dollarsOf(
  { value_as_filed }: FiledHolding,
  unit: Unit['value_unit'],
  reason: Unit['reason'],
): Pick<Holding, 'value' | 'value_status' | 'value_reason'> {
  if (value_as_filed === null) return { value: null, value_status: 'unavailable', value_reason: 'not_given' }
  if (unit === null) return { value: null, value_status: 'unavailable', value_reason: reason }
  return unit === 'usd'
    ? { value: value_as_filed, value_status: 'reported', value_reason: reason }
    : { value: value_as_filed * 1000, value_status: 'normalized', value_reason: reason }
}
