import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import { currentTraceparent } from '../traces/current.ts'
import type { PublishTurn } from './publish-turn.ts'

export type ChangeType =
  | 'filing.published'
  /** EDGAR serves other bytes for the filing than those first seen. */
  | 'filing.changed'
  /** EDGAR no longer serves the filing. */
  | 'filing.withdrawn'
  | 'document.changed'
  | 'signal.created'
  | 'signal.superseded'

export interface NewChange {
  dataset: Dataset
  change_type: ChangeType
  accession_number: string
  cik: string | null
  object_id: string
}

/**
 * Appends to the feed, within a publish turn: a reader who has seen position n will never be shown a smaller one later. A
 * change that is in the feed already is not added again.
 */
export async function appendChanges(tx: Queryable, turn: PublishTurn, changes: NewChange[]): Promise<void> {
  if (changes.length === 0) return
  const [row] = await tx<{ last: number }[]>`select coalesce(max(position), 0)::bigint as last from changes`
  const last = row?.last ?? 0
  const traceparent = currentTraceparent() ?? null
  await tx`
    insert into changes ${tx(
      changes.map((change, index) => ({
        position: last + 1 + index,
        ...change,
        created_at: turn.moment,
        traceparent,
      })),
    )}
    on conflict (change_type, object_id) do nothing`
}
