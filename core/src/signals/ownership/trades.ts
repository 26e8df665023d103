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

/**
 * Day, code, security, shares, price and the balance left: what two forms state alike when a block held through several owners
 * is reported by each of them on a form of its own. Null without a balance.
 */
export function tradeKey({ row }: Line): string | null {
  const {
    transaction_date,
    transaction_code,
    security_title,
    shares,
    price_per_share,
    shares_owned_following,
  } = row
  if (!shares || !shares_owned_following) return null
  const title = security_title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return JSON.stringify([
    transaction_date,
    transaction_code,
    title,
    shares,
    price_per_share,
    shares_owned_following,
  ])
}

/**
 * Trades that more than one form reports, by key. One of the forms must hold indirectly: two directors with equal grants may
 * buy as many shares at one price and own nothing together.
 */
export function sharedTrades(
  lines: readonly (Line & Pick<FormLine, 'accession_number' | 'owner_ciks'>)[],
): Map<string, { owner_ciks: string[]; first: string }> {
  const found = new Map<string, { forms: Set<string>; owner_ciks: string[]; isIndirect: boolean }>()
  for (const line of lines) {
    const key = tradeKey(line)
    if (key === null) continue
    const one = found.get(key) ?? { forms: new Set<string>(), owner_ciks: [], isIndirect: false }
    one.forms.add(line.accession_number)
    one.owner_ciks.push(...line.owner_ciks)
    one.isIndirect ||= line.row.direct_or_indirect === 'I'
    found.set(key, one)
  }
  return new Map(
    [...found]
      .filter(([, { forms, isIndirect }]) => forms.size > 1 && isIndirect)
      .map(([key, { forms, owner_ciks }]) => [key, { owner_ciks, first: [...forms][0] ?? '' }]),
  )
}

/** Lines without those that another form stated first, in the order of the lines. */
export function reportedOnce<L extends Line & Pick<FormLine, 'accession_number' | 'owner_ciks'>>(
  lines: readonly L[],
): L[] {
  const shared = sharedTrades(lines)
  return lines.filter((line) => {
    const known = shared.get(tradeKey(line) ?? '')
    return known === undefined || known.first === line.accession_number
  })
}
