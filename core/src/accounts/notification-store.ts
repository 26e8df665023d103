import type { Queryable } from '../db.ts'

/** What an organisation is told. The payload has ids and moments, never a secret. */
export interface NewNotification {
  organisation_id: string
  kind:
    | 'api_key.expiring'
    | 'api_key.disabled'
    | 'api_key.leaked'
    | 'api_key.sent_in_url'
    | 'webhook_endpoint.disabled'
    | 'usage.threshold_reached'
    | 'invoice.payment_failed'
  /** The same news has the same key, however often it is found. */
  dedupe_key: string
  payload: Record<string, unknown>
}

/** Notes something to tell, in the transaction that made it so; false when it was noted before. */
export async function notify(tx: Queryable, notification: NewNotification): Promise<boolean> {
  const rows = await tx`
    insert into notifications ${tx({ ...notification, payload: tx.json(notification.payload as never) as never })}
    on conflict (dedupe_key) do nothing returning id`
  return rows.length === 1
}
