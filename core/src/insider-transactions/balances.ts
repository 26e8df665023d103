import { holdingKey } from './holding-key.ts'
import type { OwnershipDocument, OwnershipRow } from './ownership-document.ts'

/** What an owner holds after a form. */
export interface Balance {
  /** The row that states it. */
  position: number
  owner_cik: string
  holding_key: string
  /** Day the balance is true for: of the transaction, or of the report for a holding. */
  balance_date: string
  /** Null where the form counts the security in dollars. */
  shares: number | null
}

/** The balance a form leaves of each position, one for each owner: joint owners hold the same thing together. */
export function balancesOf(
  document: Pick<OwnershipDocument, 'rows' | 'owners' | 'period_of_report'>,
  filedOn: string,
): Balance[] {
  const owners = [...new Set(document.owners.map(({ owner_cik }) => owner_cik))]
  const positions = new Map<string, OwnershipRow[]>()
  for (const row of document.rows) {
    if (row.shares_owned_following === null && row.value_owned_following === null) continue
    const key = holdingKey(row)
    positions.set(key, [...(positions.get(key) ?? []), row])
  }
  return [...positions].flatMap(([holding_key, rows]) => {
    const { position, transaction_date, shares_owned_following } = lastOf(rows)
    const balance_date = transaction_date ?? document.period_of_report ?? filedOn
    return owners.map((owner_cik) => ({
      position,
      owner_cik,
      holding_key,
      balance_date,
      shares: shares_owned_following,
    }))
  })
}

/**
 * The row with the final balance: of the latest day, and within a day the one whose balance no other row begins with.
 * Filers list transactions in either order; where the balances do not tell, the last row counts.
 */
function lastOf(rows: OwnershipRow[]): OwnershipRow {
  const day = rows
    .map((row) => row.transaction_date ?? '')
    .sort()
    .at(-1)
  const ofDay = rows.filter((row) => (row.transaction_date ?? '') === day)
  const final = ofDay.filter(
    (row) => !ofDay.some((other) => other !== row && balanceBefore(other) === row.shares_owned_following),
  )
  return (final.length === 1 ? final[0] : ofDay.at(-1)) as OwnershipRow
}

function balanceBefore({ shares, shares_owned_following, acquired_disposed }: OwnershipRow): number | null {
  if (shares === null || shares_owned_following === null || acquired_disposed === null) return null
  return shares_owned_following + (acquired_disposed === 'A' ? -shares : shares)
}
