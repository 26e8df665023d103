import type { FormLine } from '../../insider-transactions/rule-rows-store.ts'

type Line = Pick<FormLine, 'row'>

/**
 * An open-market or private purchase or sale of shares: codes P and S of table I. No other code is a trade, and V beside a
 * code only says that it was reported earlier than needed. A purchase that disposes contradicts itself and is left out.
 */
export function isTrade({ row }: Line): boolean {
  return isPurchase({ row }) || isSale({ row })
}

export function isPurchase({ row }: Line): boolean {
  return isOpenMarket({ row }, 'P') && row.acquired_disposed !== 'D'
}

export function isSale({ row }: Line): boolean {
  return isOpenMarket({ row }, 'S') && row.acquired_disposed !== 'A'
}

function isOpenMarket({ row }: Line, code: 'P' | 'S'): boolean {
  return row.row_kind === 'transaction' && row.table === 'non_derivative' && row.transaction_code === code
}

/** US dollars: shares times the price, which may be a weighted average; null where the form leaves one of them out. */
export function tradeValue({ row }: Line): number | null {
  if (row.shares !== null && row.price_per_share !== null)
    return withoutNoise(row.shares * row.price_per_share)
  return row.transaction_total_value
}

/** The sum of the values; null when one of them is missing. */
export function totalValue(lines: readonly Line[]): number | null {
  let total = 0
  for (const line of lines) {
    const value = tradeValue(line)
    if (value === null) return null
    total += value
  }
  return withoutNoise(total)
}

/** Fifteen digits: products and sums of binary fractions carry noise behind them. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(15))
}

/**
 * Owners who file together are one buyer, and so are two forms that have an owner in common: the name of the group each owner
 * belongs to, the smallest CIK of it.
 */
export function ownerGroups(forms: readonly { owner_ciks: readonly string[] }[]): (cik: string) => string {
  const parent = new Map<string, string>()
  const find = (cik: string): string => {
    let at = cik
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const { owner_ciks } of forms) {
    const [first, ...rest] = owner_ciks
    if (first === undefined) continue
    for (const cik of rest) {
      const [low, high] = [find(first), find(cik)].sort() as [string, string]
      parent.set(high, low)
    }
  }
  return find
}
