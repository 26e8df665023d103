import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'

export type ChangeType = 'filing.published' | 'signal.created' | 'signal.superseded'

export interface NewChange {
  dataset: Dataset
  change_type: ChangeType
  accession_number: string
  cik: string | null
  object_id: string
}

const POSITION_LOCK = 5_218_403

/**
 * Appends to the feed. Positions are given out under a lock that lasts until the transaction ends, so the order of
 * positions is the order of commits; keep what follows in the transaction short. A change that is in the feed already is
 * not added again.
 */
export async function appendChanges(tx: Queryable, changes: NewChange[]): Promise<void> {
  if (changes.length === 0) return
  await tx`select pg_advisory_xact_lock(${POSITION_LOCK})`
  const [row] = await tx<{ last: number }[]>`select coalesce(max(position), 0)::bigint as last from changes`
  const last = row?.last ?? 0
  await tx`
    insert into changes ${tx(changes.map((change, index) => ({ position: last + 1 + index, ...change })))}
    on conflict (change_type, object_id) do nothing`
}
