import type { Sql } from '../db.ts'
import { type AccountEvent, enqueueEvent } from './enqueue.ts'
import { type EventTypeName, eventTypeNames } from './event-types.ts'

const BATCH = 200

interface Notification {
  id: number
  organisation_id: string
  kind: string
  payload: Record<string, unknown>
}

/**
 * Makes events of what organisations are told of their keys and their usage, each in the transaction that notes that it was done. What is no
 * event, or became one already, is passed over. Returns how many were passed.
 */
export async function publishNotifications(sql: Sql): Promise<number> {
  return await sql.begin(async (tx) => {
    const rows = await tx<Notification[]>`
      select id, organisation_id, kind, payload from notifications where published_at is null
      order by id limit ${BATCH} for update skip locked`
    for (const { id, organisation_id, kind, payload } of rows) {
      const data = dataOf(kind, payload)
      if (!data || !eventTypeNames.includes(kind as EventTypeName)) continue
      await enqueueEvent(tx, {
        organisation_id,
        type: kind as EventTypeName,
        data,
        dedupe: `notification ${id}`,
      })
    }
    if (rows.length > 0) {
      await tx`update notifications set published_at = clock_timestamp() where id in ${tx(rows.map(({ id }) => id))}`
    }
    return rows.length
  })
}

/** `undefined` for news that become events elsewhere, or none. */
function dataOf(kind: string, payload: Record<string, unknown>): AccountEvent['data'] | undefined {
  if (kind === 'usage.threshold_reached') return { object: 'usage_threshold', ...payload }
  if (!kind.startsWith('api_key.')) return undefined
  const { key_id, ...rest } = payload
  return { object: 'key', id: key_id, ...rest }
}
