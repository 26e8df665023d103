import { randomUUID } from 'node:crypto'
import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import { deliveryStore, insertDeliveries } from './delivery-store.ts'
import type { WebhookDelivery } from './endpoint.ts'
import { eventId, prepareEvent } from './event.ts'

/** Queues `webhook.test` for one endpoint, whatever it asked for otherwise. */
export async function queueTestEvent(
  tx: Queryable,
  endpoint: { id: string; organisation_id: string; dataset: Dataset },
): Promise<WebhookDelivery> {
  const created_at = new Date().toISOString()
  const event = prepareEvent({
    id: eventId([endpoint.id, randomUUID()], created_at),
    type: 'webhook.test',
    created_at,
    dataset: endpoint.dataset,
    data: { object: 'webhook_endpoint', id: endpoint.id, url: `/v1/webhook-endpoints/${endpoint.id}` },
  })
  const { organisation_id, id: endpoint_id } = endpoint
  await insertDeliveries(tx, [{ organisation_id, endpoint_id, event }])
  return (await deliveryStore(tx).findByEvent(endpoint_id, event.event_id)) as WebhookDelivery
}
