import type { Dataset } from '../dataset.ts'
import type { Sql } from '../db.ts'
import { insertDeliveries } from './delivery-store.ts'
import { eventOfChange, matchesOf, nextPosition } from './feed-events.ts'

/** Changes that are handed out in one transaction. */
const BATCH = 200

/**
 * Hands the next visible changes of the feed to the endpoints that want them, and moves the cursor in the same transaction: a
 * process that dies has done both or neither. Only one process has the cursor at a time; the others are told 0. Returns how
 * many changes were passed.
 */
export async function fanOut(sql: Sql, dataset: Dataset): Promise<{ changes: number; deliveries: number }> {
  return await sql.begin(async (tx) => {
    const [cursor] = await tx<{ position: number }[]>`
      select position from webhook_cursors where dataset = ${dataset} for update skip locked`
    if (!cursor) return { changes: 0, deliveries: 0 }
    const upTo = await nextPosition(tx, dataset, cursor.position, BATCH)
    if (upTo === undefined) return { changes: 0, deliveries: 0 }
    const matches = await matchesOf(tx, dataset, { after: cursor.position, upTo })
    const deliveries = await insertDeliveries(
      tx,
      matches.map((match) => ({
        organisation_id: match.organisation_id,
        endpoint_id: match.endpoint_id,
        event: eventOfChange(dataset, match),
        traceparent: match.traceparent,
      })),
    )
    await tx`update webhook_cursors set position = ${upTo} where dataset = ${dataset}`
    return { changes: upTo - cursor.position, deliveries }
  })
}
