import type { Queryable, Sql } from '../db.ts'
import { ROLL_UP_LOCK } from './delivery-store.ts'
import { HOUR_MS } from './shipper.ts'

/** An hour stays open so long after its end, for what is on its way. */
const SETTLE_MS = 600_000
/** A process that was silent for so long is given up: its disk is lost, or it will be an adjustment. */
export const EPOCH_LOST_MS = 24 * HOUR_MS

export interface RollUp {
  /** Hours that were recomputed. */
  hours: number
  /** Of these, how many became final. */
  finalized: number
  /** Rows of differences to hours that had been final before. */
  adjustments: number
  /** Epochs that keep hours open: alive in them, and silent since. */
  waiting_for: string[]
}

/** Sums of counters over epochs, hour by hour. Role: `latent_worker`. */
export function rollUpStore(sql: Sql) {
  /**
   * Recomputes an hour from the counters and overwrites what stood there, so running it twice changes nothing. When it can
   * be final it becomes so in the same transaction, in which no delivery can come between.
   */
  async function settleHour(hour: string, now: Date): Promise<Omit<RollUp, 'hours'>> {
    const waiting_for = await silentEpochs(sql, hour, now)
    const isOver = now.getTime() >= Date.parse(hour) + HOUR_MS + SETTLE_MS
    return (await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${ROLL_UP_LOCK})`
      const [final] = await tx`select 1 from usage_final_hours where hour = ${hour}`
      if (final) {
        const adjustments = await adjust(tx, hour, now)
        await tx`delete from usage_open_hours where hour = ${hour}`
        return { finalized: 0, adjustments, waiting_for: [] }
      }
      await overwrite(tx, hour)
      if (!isOver || waiting_for.length > 0) {
        return { finalized: 0, adjustments: 0, waiting_for: isOver ? waiting_for : [] }
      }
      await tx`insert into usage_final_hours (hour, finalized_at) values (${hour}, ${now})`
      await tx`update usage_hours set finalized_at = ${now} where hour = ${hour}`
      await tx`delete from usage_open_hours where hour = ${hour}`
      return { finalized: 1, adjustments: 0, waiting_for: [] }
    })) as Omit<RollUp, 'hours'>
  }

  return {
    /** Recomputes every hour that is not settled. */
    async run(now: Date = new Date()): Promise<RollUp> {
      const hours = await sql<{ hour: string }[]>`select hour from usage_open_hours order by hour`
      const total: RollUp = { hours: hours.length, finalized: 0, adjustments: 0, waiting_for: [] }
      for (const { hour } of hours) {
        const one = await settleHour(hour, now)
        total.finalized += one.finalized
        total.adjustments += one.adjustments
        total.waiting_for = [...new Set([...total.waiting_for, ...one.waiting_for])]
      }
      return total
    },

    /** Makes the partitions of the request log for the coming days, and drops those whose time is over. */
    async keepRequestLog(options: { now?: Date; keepDays: number; aheadDays: number }): Promise<number> {
      const today = (options.now ?? new Date()).toISOString().slice(0, 10)
      for (let ahead = 0; ahead <= options.aheadDays; ahead++) {
        await sql`select ensure_request_log_partition(${today}::date + ${ahead}::int)`
      }
      const [row] = await sql<{ dropped: number }[]>`
        select drop_request_log_partitions(${today}::date - ${options.keepDays}::int) as dropped`
      return row?.dropped ?? 0
    },
  }
}
export type RollUpStore = ReturnType<typeof rollUpStore>

/** Processes that were alive in the hour and have not said since that all of it is here. */
async function silentEpochs(sql: Queryable, hour: string, now: Date): Promise<string[]> {
  const end = new Date(Date.parse(hour) + HOUR_MS)
  const rows = await sql<{ epoch: string }[]>`
    select epoch from metering_epochs
    where started_at < ${end} and heartbeat_at < ${end} and closed_at is null and recovered_at is null
      and heartbeat_at > ${new Date(now.getTime() - EPOCH_LOST_MS)}`
  return rows.map(({ epoch }) => epoch)
}

async function overwrite(tx: Queryable, hour: string): Promise<void> {
  await tx`
    insert into usage_hours (organisation_id, key_id, operation_id, status, hour, requests, units)
    select organisation_id, key_id, operation_id, status, hour, sum(requests), sum(units)
    from usage_cells where hour = ${hour} group by organisation_id, key_id, operation_id, status, hour
    on conflict (organisation_id, hour, key_id, operation_id, status) do update
      set requests = excluded.requests, units = excluded.units
      where (usage_hours.requests, usage_hours.units) is distinct from (excluded.requests, excluded.units)`
}

/**
 * What the counters say now beyond what the final rows and earlier adjustments say. `now` is of the clock by which hours become
 * final and invoices are issued: the month in which an adjustment is made decides which invoice bills it.
 */
async function adjust(tx: Queryable, hour: string, now: Date): Promise<number> {
  const rows = await tx`
    insert into usage_adjustments (organisation_id, key_id, operation_id, status, hour, requests, units, finalized_at)
    select organisation_id, key_id, operation_id, status, ${hour}::timestamptz, sum(requests), sum(units),
      ${now}::timestamptz
    from (
      select organisation_id, key_id, operation_id, status, requests, units from usage_cells where hour = ${hour}
      union all
      select organisation_id, key_id, operation_id, status, -requests, -units from usage_hours where hour = ${hour}
      union all
      select organisation_id, key_id, operation_id, status, -requests, -units from usage_adjustments where hour = ${hour}
    ) parts
    group by organisation_id, key_id, operation_id, status
    having sum(requests) <> 0 or sum(units) <> 0
    returning id`
  return rows.length
}
