import type { Sql } from '../db.ts'
import { enqueueEvent } from './enqueue.ts'
import { type EventTypeName, eventTypeNames } from './event-types.ts'

const BATCH = 200

interface Notification {
  id: number
  organisation_id: string
  kind: string
  payload: Record<string, unknown>
}

/**
 * Makes events of what organisations are told of their keys, each in the transaction that notes that it was done. What is no
 * event, or became one already, is passed over. Returns how many were passed.
 */
export async function publishNotifications(sql: Sql): Promise<number> {
  return await sql.begin(async (tx) => {
    const rows = await tx<Notification[]>`
      select id, organisation_id, kind, payload from notifications where published_at is null
      order by id limit ${BATCH} for update skip locked`
    for (const { id, organisation_id, kind, payload } of rows) {
      const { key_id, ...rest } = payload
      if (!kind.startsWith('api_key.') || !eventTypeNames.includes(kind as EventTypeName)) continue
      await enqueueEvent(tx, {
        organisation_id,
        type: kind as EventTypeName,
        data: { object: 'key', id: key_id, ...rest },
        dedupe: `notification ${id}`,
      })
    }
    if (rows.length > 0) {
      await tx`update notifications set published_at = clock_timestamp() where id in ${tx(rows.map(({ id }) => id))}`
    }
    return rows.length
  })
}
