import type { Queryable, Sql } from '../db.ts'
import type { ServedRequest } from './meter.ts'

/** Customers may look requests up for so long. */
export const REQUEST_LOG_DAYS = 30
const DAY_MS = 86_400_000
const STATEMENT_TIMEOUT_MS = 30_000

/** The running total of one epoch for one key, operation, status and hour. */
export interface UsageCell {
  organisation_id: string
  key_id: string
  operation_id: string
  status: number
  /** Beginning of the hour, milliseconds since 1970. */
  hour: number
  requests: number
  units: number
}

/** A run of journal entries with the totals they lead to. */
export interface Delivery {
  epoch: string
  first_seq: number
  last_seq: number
  cells: UsageCell[]
  /** One per entry, in order. */
  requests: ServedRequest[]
}

/** How much of an epoch is in Postgres, and its totals for some hours at that moment. */
export interface ShippedState {
  shipped_seq: number
  cells: UsageCell[]
}

/** Where journals are shipped to. Role: `latent_service`. */
export function deliveryStore(sql: Sql) {
  const partitions = new Set<string>()

  /** In transactions of their own, before rows come that need them: making one must not hold up other deliveries. */
  async function ensurePartitions(days: Iterable<string>): Promise<void> {
    for (const day of days) {
      if (partitions.has(day)) continue
      await sql`select ensure_request_log_partition(${day}::date)`
      partitions.add(day)
    }
  }

  return {
    /**
     * Announces an epoch and returns how much of it is here. `shippedBefore` is what its journal no longer holds, because it
     * was here once: a database that was set back must not wait for it.
     */
    async openEpoch(epoch: string, startedAt: Date, shippedBefore: number): Promise<number> {
      const [row] = await sql<{ shipped_seq: number }[]>`
        insert into metering_epochs (epoch, started_at, heartbeat_at, shipped_seq)
        values (${epoch}, ${startedAt}, ${startedAt}, ${shippedBefore})
        on conflict (epoch) do update set shipped_seq = greatest(metering_epochs.shipped_seq, excluded.shipped_seq)
        returning shipped_seq`
      return row?.shipped_seq ?? 0
    },

    /** The totals of an epoch for some hours, and the entry up to which they count: one statement, one moment. */
    async shipped(epoch: string, hours: number[]): Promise<ShippedState> {
      const [row] = await sql<{ shipped_seq: number; cells: UsageCell[] }[]>`
        select shipped_seq, coalesce((
          select jsonb_agg(jsonb_build_object('organisation_id', c.organisation_id, 'key_id', c.key_id,
            'operation_id', c.operation_id, 'status', c.status, 'requests', c.requests, 'units', c.units,
            'hour', extract(epoch from c.hour) * 1000))
          from usage_cells c where c.epoch = e.epoch and c.hour = any(${instants(hours)}::timestamptz[])
        ), '[]') as cells from metering_epochs e where epoch = ${epoch}`
      if (!row) throw new Error(`the epoch ${epoch} was never announced`)
      return row
    },

    /**
     * Brings counters and log rows of a run of entries, in one transaction with the mark that they are here. Whatever was
     * here before is left alone: the same delivery again, an old one, or one that overlaps changes nothing twice.
     * Returns false, and changes nothing, when entries before it are missing.
     */
    async deliver(delivery: Delivery): Promise<boolean> {
      const { epoch, first_seq, last_seq, cells, requests } = delivery
      const keepFrom = Date.now() - REQUEST_LOG_DAYS * DAY_MS
      await ensurePartitions(new Set(requests.filter(({ at }) => at >= keepFrom).map(({ at }) => dayOf(at))))
      return (await sql.begin(async (tx) => {
        await tx`select set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true)`
        const [mark] = await tx<{ shipped_seq: number }[]>`
          select shipped_seq from metering_epochs where epoch = ${epoch} for update`
        if (!mark) throw new Error(`the epoch ${epoch} was never announced`)
        if (mark.shipped_seq < first_seq - 1) return false
        if (mark.shipped_seq >= last_seq) return true
        await holdBackRollUps(tx)
        await writeCells(tx, epoch, cells)
        await writeLog(
          tx,
          requests.slice(mark.shipped_seq + 1 - first_seq).filter(({ at }) => at >= keepFrom),
        )
        await tx`update metering_epochs set shipped_seq = ${last_seq} where epoch = ${epoch}`
        return true
      })) as boolean
    },

    /** Says that everything the process answered before `through` is here. */
    async heartbeat(epoch: string, through: Date): Promise<void> {
      await sql`
        update metering_epochs set heartbeat_at = greatest(heartbeat_at, ${through}) where epoch = ${epoch}`
    },

    /** Ends an epoch whose journal is here to its last entry: by the process itself, or by whoever found its journal. */
    async endEpoch(epoch: string, how: 'closed' | 'recovered'): Promise<void> {
      await sql`
        update metering_epochs set ${
          how === 'closed' ? sql`closed_at = coalesce(closed_at, now())` : sql`recovered_at = now()`
        } where epoch = ${epoch}`
    },

    /** Notes when keys were last used, to within some seconds. Rows that somebody else holds are left for another time. */
    async touchKeys(used: Map<string, number>): Promise<void> {
      if (used.size === 0) return
      await sql`
        update api_keys k set last_used_at = greatest(k.last_used_at, used.at)
        from (
          select k.id, used.at from unnest(${[...used.keys()]}::text[], ${instants([...used.values()])}::timestamptz[])
            as used (id, at) join api_keys k on k.id = used.id
          where k.last_used_at is null or k.last_used_at < used.at - interval '5 seconds'
          order by k.id for update of k skip locked
        ) used where used.id = k.id`
    },
  }
}
export type DeliveryStore = ReturnType<typeof deliveryStore>

/**
 * The number under which deliveries and roll-ups keep out of each other's way: many deliveries at once, but none while an
 * hour becomes final, so that no counter can come into an hour unseen.
 */
export const ROLL_UP_LOCK = 5_218_419

async function holdBackRollUps(tx: Queryable): Promise<void> {
  await tx`select pg_advisory_xact_lock_shared(${ROLL_UP_LOCK})`
}

async function writeCells(tx: Queryable, epoch: string, cells: UsageCell[]): Promise<void> {
  const hours = [...new Set(cells.map(({ hour }) => hour))].sort()
  await tx`
    insert into usage_open_hours (hour) select unnest(${instants(hours)}::timestamptz[]) on conflict do nothing`
  await tx`
    insert into usage_cells (organisation_id, key_id, operation_id, status, hour, epoch, requests, units)
    select organisation_id, key_id, operation_id, status, hour, ${epoch}, requests, units
    from unnest(${cells.map(({ organisation_id }) => organisation_id)}::text[],
      ${cells.map(({ key_id }) => key_id)}::text[], ${cells.map(({ operation_id }) => operation_id)}::text[],
      ${cells.map(({ status }) => status)}::smallint[], ${instants(cells.map(({ hour }) => hour))}::timestamptz[],
      ${cells.map(({ requests }) => requests)}::bigint[], ${cells.map(({ units }) => units)}::bigint[])
      as cell (organisation_id, key_id, operation_id, status, hour, requests, units)
    on conflict (organisation_id, hour, key_id, operation_id, status, epoch) do update set
      requests = greatest(usage_cells.requests, excluded.requests),
      units = greatest(usage_cells.units, excluded.units)`
}

async function writeLog(tx: Queryable, requests: ServedRequest[]): Promise<void> {
  if (requests.length === 0) return
  const column = <N extends keyof ServedRequest>(name: N) => requests.map((one) => one[name])
  await tx`
    insert into request_log (organisation_id, request_id, key_id, operation_id, method, path, status, cost, units, at,
      duration_us)
    select * from unnest(${column('organisation_id')}::text[], ${column('request_id')}::text[],
      ${column('key_id')}::text[], ${column('operation_id')}::text[], ${column('method')}::text[],
      ${column('path')}::text[], ${column('status')}::smallint[], ${column('cost')}::int[],
      ${column('units')}::int[], ${instants(column('at'))}::timestamptz[], ${column('duration_us')}::bigint[])
    on conflict do nothing`
}

function instants(milliseconds: number[]): string[] {
  return milliseconds.map((one) => new Date(one).toISOString())
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
