import type { OwnershipRow } from './ownership-document.ts'
import type { RestatedRow } from './restated-rows.ts'

/** Only purchases and sales are joined: two directors get equal grants on one day without owning anything together. */
const MARKET_CODES = new Set(['P', 'S'])

/**
 * Lines that two forms of different owners state alike. A block held through a chain of owners is reported by each of them,
 * on forms of their own when they are more than ten: one sale, counted as often as it is reported. Same issuer and filed
 * within days is what the caller knows; here everything that the lines state must be equal, footnotes included, and the
 * balance must be there.
 */
export function jointRows(first: readonly OwnershipRow[], second: readonly OwnershipRow[]): RestatedRow[] {
  const byKey = new Map<string, number>()
  for (const row of first) {
    const key = keyOf(row)
    if (key !== null && !byKey.has(key)) byKey.set(key, row.position)
  }
  const joined: RestatedRow[] = []
  for (const row of second) {
    const key = keyOf(row)
    const position = key === null ? undefined : byKey.get(key)
    if (key === null || position === undefined) continue
    byKey.delete(key)
    // The form that came first stands; what repeats it is the later line.
    joined.push({ position: row.position, restated_by: position })
  }
  return joined
}

function keyOf(row: OwnershipRow): string | null {
  if (row.row_kind !== 'transaction' || !MARKET_CODES.has(row.transaction_code ?? '')) return null
  if (!row.shares || !row.shares_owned_following || row.footnotes.length === 0) return null
  const { table, security_title, transaction_date, transaction_code, shares, price_per_share } = row
  const { shares_owned_following, direct_or_indirect, footnotes } = row
  return JSON.stringify([
    table,
    security_title,
    transaction_date,
    transaction_code,
    shares,
    price_per_share,
    shares_owned_following,
    direct_or_indirect,
    footnotes,
  ])
}
