import { holdingKey } from './holding-key.ts'
import type { OwnershipRow } from './ownership-document.ts'

/** A transaction, the balance that the row before it leads to, and the balance it states. */
export interface RollForward {
  xml_path: string
  expected: number
  stated: number
  /** Both are the same; fractions of a share are dropped by some filers. */
  rolls: boolean
}

/**
 * For each run of transactions in one security, held in one way: whether every stated balance is the one before plus the
 * shares acquired or minus the shares disposed. Filers may list transactions in another order or state only the final
 * balance on every row, so a break is a hint and not an error of the filing. A run of equal balances is not counted.
 */
export function rollForward(rows: OwnershipRow[]): RollForward[] {
  const last = new Map<string, number>()
  const pairs: RollForward[] = []
  for (const row of rows) {
    const stated = row.shares_owned_following
    if (row.row_kind !== 'transaction' || stated === null || row.shares === null || !row.acquired_disposed)
      continue
    // For derivatives the balance is per grant in practice, which the form does not identify.
    if (row.table === 'derivative') continue
    const key = holdingKey(row)
    const before = last.get(key)
    last.set(key, stated)
    if (before === undefined || before === stated) continue
    const expected = before + (row.acquired_disposed === 'A' ? row.shares : -row.shares)
    pairs.push({ xml_path: row.xml_path, expected, stated, rolls: Math.abs(expected - stated) <= 1 })
  }
  return pairs
}
