import { holdingKey } from './holding-key.ts'
import type { OwnershipDocument } from './ownership-document.ts'

/** What an owner held after a line of a form. */
export interface Balance {
  position: number
  owner_cik: string
  /** What makes two balances one position: table, security, way of holding and, for derivatives, terms. */
  holding_key: string
  /** Day the balance is true for: of the transaction, or of the report for a holding. */
  balance_date: string
  /** Null where the form counts the security in dollars. */
  shares: number | null
}

/** The balances a form states, one for each line and owner: joint owners hold the same thing together. */
export function balancesOf(
  document: Pick<OwnershipDocument, 'rows' | 'owners' | 'period_of_report'>,
  filedOn: string,
): Balance[] {
  const owners = [...new Set(document.owners.map(({ owner_cik }) => owner_cik))]
  return document.rows.flatMap((row) => {
    if (row.shares_owned_following === null && row.value_owned_following === null) return []
    const balance = {
      position: row.position,
      holding_key: holdingKey(row),
      balance_date: row.transaction_date ?? document.period_of_report ?? filedOn,
      shares: row.shares_owned_following,
    }
    return owners.map((owner_cik) => ({ ...balance, owner_cik }))
  })
}
