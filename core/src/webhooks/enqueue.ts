import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import { insertDeliveries } from './delivery-store.ts'
import { eventId, prepareEvent } from './event.ts'
import type { EventTypeName } from './event-types.ts'

/** Something that concerns one organisation. */
export interface AccountEvent {
  organisation_id: string
  type: EventTypeName
  /** `object` says what it is; ids say which. Beyond 20 KB with its envelope it is refused. */
  data: { object: string; [field: string]: unknown }
  /** Says what happened, and that it happened once: `key_…:7` of an expiry. The same is the same event, sent once. */
  dedupe: string
  /** The world it belongs to; default `live`, which is where keys, usage and money are. */
  dataset?: Dataset
  /** Endpoints that are not told, such as the one it is about. */
  except?: string
}

/**
 * Queues an event for every endpoint of the organisation that asked for its type, in the caller's transaction: it is sent
 * when that commits, and never when it does not. Works for the roles latent_api, latent_service and latent_worker. Returns to
 * how many endpoints it goes; 0 too when it was queued before.
 */
export async function enqueueEvent(tx: Queryable, event: AccountEvent, now = new Date()): Promise<number> {
  const { organisation_id, type, dataset = 'live' } = event
  const endpoints = await tx<{ id: string }[]>`
    select id from webhook_endpoints
    where organisation_id = ${organisation_id} and dataset = ${dataset} and deleted_at is null
      and status = 'enabled' and ${type} = any(event_types)
      ${event.except === undefined ? tx`` : tx`and id <> ${event.except}`}`
  if (endpoints.length === 0) return 0
  const prepared = prepareEvent({
    id: eventId([organisation_id, dataset, type, event.dedupe]),
    type,
    created_at: now.toISOString(),
    dataset,
    data: event.data,
  })
  return await insertDeliveries(
    tx,
    endpoints.map(({ id }) => ({ organisation_id, endpoint_id: id, event: prepared })),
    now.toISOString(),
  )
}
