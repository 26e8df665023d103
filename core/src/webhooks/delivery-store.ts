import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'
import { currentTraceparent } from '../traces/current.ts'
import type { DeliveryStatus, WebhookAttempt, WebhookDelivery } from './endpoint.ts'
import type { PreparedEvent } from './event.ts'
import { type Change, eventOfChange, matchingChanges } from './feed-events.ts'

/** One statement holds so many rows at most; Postgres allows 65,535 parameters. */
const INSERT_ROWS = 2_000

/** An event for one endpoint. */
export interface NewDelivery {
  organisation_id: string
  endpoint_id: string
  event: PreparedEvent
  /** The step of a trace that made the event; left out: the one under way. */
  traceparent?: string | null
}

/**
 * Queues events; one that the endpoint has got already is left as it is. Returns how many are new. They are due at
 * once, by the clock that is asked what is due: a process whose own is fast would make everybody wait. An earlier `at` is kept.
 */
export async function insertDeliveries(
  tx: Queryable,
  deliveries: readonly NewDelivery[],
  at?: string,
): Promise<number> {
  if (deliveries.length === 0) return 0
  let added = 0
  const database = await databaseNow(tx)
  const now = at !== undefined && Date.parse(at) < Date.parse(database) ? at : database
  const traceparent = currentTraceparent() ?? null
  for (let start = 0; start < deliveries.length; start += INSERT_ROWS) {
    const rows = deliveries.slice(start, start + INSERT_ROWS).map(({ event, ...of }) => ({
      id: newId('dlv', Date.parse(now)),
      traceparent,
      ...of,
      ...event,
      next_attempt_at: now,
      created_at: now,
    }))
    const { count } = await tx`
      insert into webhook_deliveries ${tx(rows)} on conflict (endpoint_id, event_id) do nothing`
    added += count
  }
  return added
}

async function databaseNow(tx: Queryable): Promise<string> {
  const [row] = await tx<{ now: string }[]>`select clock_timestamp() as now`
  return (row as { now: string }).now
}

export interface ReplayWish {
  since: string
  until: string
  event_types: string[] | null
  only_failed: boolean
}

/** The deliveries of the endpoints of one organisation. */
export function deliveryStore(tx: Queryable) {
  const columns = tx`id, endpoint_id, event_id, event_type, status, attempts, next_attempt_at, occurred_at, created_at,
    completed_at`

  return {
    /** Latest first. */
    async list(
      endpointId: string,
      filter: { status?: DeliveryStatus[]; event_type?: string[] },
      page: { after?: string; limit: number },
    ): Promise<WebhookDelivery[]> {
      return await tx<WebhookDelivery[]>`
        select ${columns} from webhook_deliveries
        where endpoint_id = ${endpointId}
          ${filter.status ? tx`and status = any(${filter.status})` : tx``}
          ${filter.event_type ? tx`and event_type = any(${filter.event_type})` : tx``}
          ${page.after ? tx`and id < ${page.after}` : tx``}
        order by id desc limit ${page.limit}`
    },

    async find(endpointId: string, id: string): Promise<(WebhookDelivery & { payload: string }) | undefined> {
      const [delivery] = await tx<(WebhookDelivery & { payload: string })[]>`
        select ${columns}, payload from webhook_deliveries where endpoint_id = ${endpointId} and id = ${id}`
      return delivery
    },

    async findByEvent(endpointId: string, eventId: string): Promise<WebhookDelivery | undefined> {
      const [delivery] = await tx<WebhookDelivery[]>`
        select ${columns} from webhook_deliveries where endpoint_id = ${endpointId} and event_id = ${eventId}`
      return delivery
    },

    /** Oldest first. */
    async attempts(deliveryId: string): Promise<WebhookAttempt[]> {
      return await tx<WebhookAttempt[]>`
        select id, number, started_at, duration_ms, request_headers, response_status, response_headers, response_body,
          error, error_detail
        from webhook_attempts where delivery_id = ${deliveryId} order by number limit 100`
    },

    /** Makes a delivery due now, with the whole schedule before it, whatever became of it. */
    async retry(id: string): Promise<WebhookDelivery> {
      const [delivery] = await tx<WebhookDelivery[]>`
        update webhook_deliveries set status = case when attempts = 0 then 'pending' else 'failed' end,
          schedule_step = 0, next_attempt_at = clock_timestamp(), completed_at = null
        where id = ${id} returning ${columns}`
      return delivery as WebhookDelivery
    },

    /**
     * Queues the events of a time again, oldest first and at most `limit` of each kind: those that were sent or given up, and,
     * unless only those given up are wanted, those of the feed that happened while the endpoint was not there or disabled.
     * Returns how many, and where to go on when there are more.
     */
    async replay(
      endpoint: { id: string; organisation_id: string; dataset: Dataset },
      wish: ReplayWish,
      limit: number,
    ): Promise<{ queued: number; continue_since: string | null }> {
      const missed = wish.only_failed
        ? []
        : await matchingChanges(tx, endpoint.id, { ...wish, limit: limit + 1 })
      const missedEnd = endOf(missed, limit)
      const [sent] = await tx<{ queued: number; last: string | null }[]>`
        with chosen as (
          select id, occurred_at from webhook_deliveries
          where endpoint_id = ${endpoint.id} and occurred_at >= ${wish.since}
            and occurred_at ${missedEnd === null ? tx`< ${wish.until}` : tx`<= ${missedEnd}`}
            and next_attempt_at is null
            ${wish.only_failed ? tx`and status = 'exhausted'` : tx``}
            ${wish.event_types ? tx`and event_type = any(${wish.event_types})` : tx``}
          order by occurred_at, id limit ${limit}
          for no key update
        ), queued as (
          update webhook_deliveries d set status = 'failed', schedule_step = 0, next_attempt_at = clock_timestamp(),
            completed_at = null
          from chosen where d.id = chosen.id returning d.id
        )
        select (select count(*)::int from queued) as queued, (select max(occurred_at) from chosen) as last`
      const sentEnd = (sent?.queued ?? 0) === limit ? (sent?.last ?? null) : null
      const end = sentEnd ?? missedEnd
      const events = missed.filter(
        (change) => end === null || Date.parse(change.created_at) <= Date.parse(end),
      )
      const added = await insertDeliveries(
        tx,
        events.map((change) => ({
          organisation_id: endpoint.organisation_id,
          endpoint_id: endpoint.id,
          event: eventOfChange(endpoint.dataset, change),
        })),
      )
      return { queued: (sent?.queued ?? 0) + added, continue_since: end }
    },
  }
}
export type DeliveryStore = ReturnType<typeof deliveryStore>

/** Up to when everything is among the first `limit` changes; null when there are no more. */
function endOf(changes: readonly Change[], limit: number): string | null {
  return changes.length > limit ? (changes[limit - 1]?.created_at ?? null) : null
}
