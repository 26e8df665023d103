import type { OwnershipRow } from './ownership-document.ts'

/** A transaction whose balance after it does not follow from the balance of the row before it. */
export interface RollForwardBreak {
  xml_path: string
  /** Shares the row before leads to, and shares the row states. */
  expected: number
  stated: number
}

/**
 * Checks that in each run of transactions in one security, held in one way, every stated balance is the one before plus
 * the shares acquired or minus the shares disposed. Filers may list transactions in another order or state only the final
 * balance on every row, so a break is a hint and not an error of the filing. A run of equal balances is not counted.
 */
export function rollForward(rows: OwnershipRow[]): { checked: number; breaks: RollForwardBreak[] } {
  const last = new Map<string, number>()
  const breaks: RollForwardBreak[] = []
  let checked = 0
  for (const row of rows) {
    const stated = row.shares_owned_following
    if (row.row_kind !== 'transaction' || stated === null || row.shares === null || !row.acquired_disposed)
      continue
    // For derivatives the balance is per grant in practice, which the form does not identify.
    if (row.table === 'derivative') continue
    const key = JSON.stringify([row.security_title, row.direct_or_indirect, row.nature_of_ownership])
    const before = last.get(key)
    last.set(key, stated)
    if (before === undefined || before === stated) continue
    const expected = before + (row.acquired_disposed === 'A' ? row.shares : -row.shares)
    checked += 1
    if (Math.abs(expected - stated) > 1) breaks.push({ xml_path: row.xml_path, expected, stated })
  }
  return { checked, breaks }
}
