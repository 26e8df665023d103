import { randomUUID } from 'node:crypto'
import { notify } from '../accounts/notification-store.ts'
import { appendAuditEvent } from '../audit/store.ts'
import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'
import { newId } from '../ids.ts'
import { afterFailure, type EndpointHealth } from './endpoint-health.ts'
import { enqueueEvent } from './enqueue.ts'
import { nextWaitMs } from './schedule.ts'

/** Longer than an attempt can take: when it is over, whoever had the lease is dead. */
const LEASE_MS = 20_000
/** Attempts under way at one endpoint at once, over all processes. */
const CONCURRENCY = 8
/** The same for one whose last attempt failed: what hangs must not fill the process. */
const CONCURRENCY_FAILING = 1
/** Endpoints that are served in one claim. */
const ENDPOINTS_PER_CLAIM = 64

/** A delivery that this process, and no other, is to attempt now. */
export interface ClaimedDelivery {
  id: string
  organisation_id: string
  endpoint_id: string
  event_id: string
  event_type: string
  payload: string
  attempts: number
  schedule_step: number
  lease_id: string
  created_at: string
  /** The step of a trace that made the event. */
  traceparent: string | null
  url: string
  secret_sealed: string
  /** Null unless a rotation lasts. */
  previous_secret_sealed: string | null
}

/** What one attempt came to. */
export interface AttemptOutcome {
  started_at: Date
  finished_at: Date
  duration_ms: number
  request_headers: Record<string, string>
  response: { status: number; headers: Record<string, string>; body: string } | null
  /** Null: it succeeded. */
  error: string | null
  error_detail: string | null
  retry_after_ms: number | undefined
}

/** What a recorded attempt led to. `lost`: somebody else has the lease by now, and nothing was written. */
export type Recorded = 'succeeded' | 'will_retry' | 'exhausted' | 'lost'

export interface DispatchOptions {
  /** The waits between attempts. */
  schedule?: readonly number[]
  random?: () => number
  /** Stands in for the clock of the database; for tests. */
  now?: () => Date
}

/** The workers' side: which deliveries are due, and what became of them. Locks an endpoint before its deliveries, always. */
export function dispatchStore(sql: Sql, options: DispatchOptions = {}) {
  const { schedule, random = Math.random } = options
  // Once for each statement, so that an index can be asked for what is due instead of looking at all that waits.
  const clock = (tx: Queryable) =>
    options.now ? tx`${options.now().toISOString()}::timestamptz` : tx`(select clock_timestamp())`

  const isOld = (days: number) => sql`created_at < ${clock(sql)} - ${days} * interval '1 day'`

  return {
    /**
     * Takes deliveries that are due, at most `limit`, for this process alone. The locks on the endpoints make the count of what
     * is under way at each exact; an endpoint that another process looks at is left to it.
     */
    async claim(limit: number): Promise<ClaimedDelivery[]> {
      const lease = randomUUID()
      return (await sql.begin(async (tx) => {
        // Steps from endpoint to endpoint through the index, so a long backlog of one costs as much as a short one.
        const endpoints = await tx<{ id: string }[]>`
          with recursive waiting (endpoint_id) as (
            (select endpoint_id from webhook_deliveries where next_attempt_at is not null
             order by endpoint_id limit 1)
            union all
            select (select d.endpoint_id from webhook_deliveries d
                    where d.next_attempt_at is not null and d.endpoint_id > w.endpoint_id
                    order by d.endpoint_id limit 1)
            from waiting w where w.endpoint_id is not null
          )
          select e.id from waiting w join webhook_endpoints e on e.id = w.endpoint_id
          where e.status = 'enabled' and e.deleted_at is null and exists (
            select from webhook_deliveries d where d.endpoint_id = e.id and d.next_attempt_at <= ${clock(tx)}
              and (d.leased_until is null or d.leased_until <= ${clock(tx)}))
          order by random() limit ${Math.min(limit, ENDPOINTS_PER_CLAIM)}
          for no key update of e skip locked`
        if (endpoints.length === 0) return []
        return await tx<ClaimedDelivery[]>`
          with due as (
            select d.id from webhook_endpoints e
            cross join lateral (
              select greatest(0, case when e.first_failure_at is null then ${CONCURRENCY}::int
                else ${CONCURRENCY_FAILING}::int end - count(*)::int) as free
              from webhook_deliveries u
              where u.endpoint_id = e.id and u.leased_until > ${clock(tx)}
            ) room
            cross join lateral (
              select o.id from webhook_deliveries o
              where o.endpoint_id = e.id and o.next_attempt_at <= ${clock(tx)}
                and (o.leased_until is null or o.leased_until <= ${clock(tx)})
              order by o.next_attempt_at, o.id limit room.free
              for no key update skip locked
            ) d
            where e.id = any(${endpoints.map(({ id }) => id)})
            limit ${limit}
          )
          update webhook_deliveries d
          set lease_id = ${lease}, leased_until = ${clock(tx)} + ${LEASE_MS} * interval '1 millisecond'
          from due, webhook_endpoints e
          where d.id = due.id and e.id = d.endpoint_id
          returning d.id, d.organisation_id, d.endpoint_id, d.event_id, d.event_type, d.payload, d.attempts,
            d.schedule_step, d.lease_id, d.created_at, d.traceparent, e.url, e.secret_sealed,
            case when e.previous_secret_expires_at > ${clock(tx)} then e.previous_secret_sealed end
              as previous_secret_sealed`
      })) as ClaimedDelivery[]
    },

    /** Writes down one attempt and what follows from it, all in one transaction. */
    async record(delivery: ClaimedDelivery, outcome: AttemptOutcome): Promise<Recorded> {
      return await sql.begin(async (tx) => {
        const [endpoint] = await tx<LockedEndpoint[]>`
          select id, organisation_id, dataset, status, first_failure_at, failing_since from webhook_endpoints
          where id = ${delivery.endpoint_id} for no key update`
        if (!endpoint) return 'lost'
        const recorded = await close(tx, delivery, outcome)
        if (recorded === 'lost') return recorded
        await insertAttempt(tx, delivery, outcome)
        await judgeEndpoint(tx, endpoint, outcome)
        if (recorded === 'exhausted') await tellExhausted(tx, endpoint, delivery, outcome.finished_at)
        return recorded
      })
    },

    /** Removes deliveries with their attempts, and deleted endpoints, that are older than `days`. Returns how many. */
    async removeOld(days: number, limit: number): Promise<number> {
      const { count } = await sql`
        delete from webhook_deliveries where id in (
          select id from webhook_deliveries where ${isOld(days)} order by created_at limit ${limit})`
      return count
    },

    /** How many deliveries are older than that. */
    async countOld(days: number): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from webhook_deliveries where ${isOld(days)}`
      return row?.count ?? 0
    },
  }

  /** Ends the lease and says when the delivery is due next, if ever. */
  async function close(
    tx: Queryable,
    delivery: ClaimedDelivery,
    { error, finished_at, retry_after_ms }: AttemptOutcome,
  ): Promise<Recorded> {
    const step = delivery.schedule_step + 1
    const wait = error === null ? undefined : nextWaitMs(step, retry_after_ms, random(), schedule)
    const status = error === null ? 'succeeded' : wait === undefined ? 'exhausted' : 'failed'
    const next = wait === undefined ? tx`null` : tx`${clock(tx)} + ${wait}::float8 * interval '1 millisecond'`
    const { count } = await tx`
      update webhook_deliveries set attempts = attempts + 1, schedule_step = ${step}, status = ${status},
        next_attempt_at = ${next}, completed_at = ${wait === undefined ? finished_at.toISOString() : null},
        lease_id = null, leased_until = null
      where id = ${delivery.id} and lease_id = ${delivery.lease_id}`
    if (count === 0) return 'lost'
    return status === 'failed' ? 'will_retry' : status
  }
}
export type DispatchStore = ReturnType<typeof dispatchStore>

interface LockedEndpoint extends EndpointHealth {
  id: string
  organisation_id: string
  dataset: Dataset
  status: 'enabled' | 'disabled'
}

async function insertAttempt(tx: Queryable, delivery: ClaimedDelivery, outcome: AttemptOutcome) {
  const { response } = outcome
  await tx`insert into webhook_attempts ${tx({
    id: newId('att', outcome.started_at.getTime()),
    organisation_id: delivery.organisation_id,
    delivery_id: delivery.id,
    number: delivery.attempts + 1,
    started_at: outcome.started_at.toISOString(),
    duration_ms: outcome.duration_ms,
    request_headers: tx.json(outcome.request_headers) as never,
    response_status: response?.status ?? null,
    response_headers: response === null ? null : (tx.json(response.headers) as never),
    response_body: response?.body ?? null,
    error: outcome.error,
    error_detail: outcome.error_detail,
  })}`
}

/** Keeps the health of the endpoint, and disables it when it is gone or failing for too long. */
async function judgeEndpoint(tx: Queryable, endpoint: LockedEndpoint, outcome: AttemptOutcome) {
  if (outcome.error === null) {
    if (endpoint.first_failure_at === null) return
    await tx`update webhook_endpoints set first_failure_at = null, failing_since = null where id = ${endpoint.id}`
    return
  }
  const { giveUp, ...health } = afterFailure(endpoint, outcome.finished_at)
  await tx`
    update webhook_endpoints set first_failure_at = ${health.first_failure_at}, failing_since = ${health.failing_since}
    where id = ${endpoint.id}`
  if (endpoint.status === 'disabled') return
  if (outcome.response?.status === 410) await disable(tx, endpoint, 'gone', outcome.finished_at)
  else if (giveUp) await disable(tx, endpoint, 'failing', outcome.finished_at)
}

async function disable(tx: Queryable, endpoint: LockedEndpoint, reason: 'gone' | 'failing', now: Date) {
  const { id, organisation_id, dataset } = endpoint
  const [row] = await tx<{ version: number }[]>`
    update webhook_endpoints set status = 'disabled', disabled_reason = ${reason}, disabled_at = ${now.toISOString()},
      version = version + 1, updated_at = ${now.toISOString()}
    where id = ${id} returning version`
  await enqueueEvent(
    tx,
    {
      organisation_id,
      dataset,
      type: 'webhook_endpoint.disabled',
      data: {
        object: 'webhook_endpoint',
        id,
        disabled_reason: reason,
        url: `/v1/webhook-endpoints/${id}`,
      },
      dedupe: `${id}:${row?.version}`,
      except: id,
    },
    now,
  )
  // People are told by mail.
  await notify(tx, {
    organisation_id,
    kind: 'webhook_endpoint.disabled',
    dedupe_key: `webhook_endpoint.disabled ${id} ${row?.version}`,
    payload: { endpoint_id: id, disabled_reason: reason },
  })
  await appendAuditEvent(tx, {
    organisation_id,
    actor: { type: 'system', id: 'webhooks' },
    action: 'webhook_endpoint.disabled',
    target_type: 'webhook_endpoint',
    target_id: id,
    before: { status: 'enabled' },
    after: { status: 'disabled', disabled_reason: reason },
    request_id: null,
  })
}

/** Tells the other endpoints. Of an operational event that is given up nobody is told: it would never end. */
async function tellExhausted(tx: Queryable, endpoint: LockedEndpoint, delivery: ClaimedDelivery, now: Date) {
  if (delivery.event_type.startsWith('webhook')) return
  await enqueueEvent(
    tx,
    {
      organisation_id: endpoint.organisation_id,
      dataset: endpoint.dataset,
      type: 'webhook_delivery.exhausted',
      data: {
        object: 'webhook_delivery',
        id: delivery.id,
        endpoint_id: endpoint.id,
        event_id: delivery.event_id,
        event_type: delivery.event_type,
        url: `/v1/webhook-endpoints/${endpoint.id}/deliveries/${delivery.id}`,
      },
      dedupe: `${delivery.id}:${delivery.attempts + 1}`,
      except: endpoint.id,
    },
    now,
  )
}
