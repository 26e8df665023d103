import type { Sql } from '../db.ts'
import { ROLL_UP_LOCK } from './delivery-store.ts'

/** Counters of a process that ended stay as they came for so long, for whoever has a question about them. */
const KEEP_DAYS = 40
/** A process that was neither closed nor recovered is waited for until then: its journal may be on a disk that comes back. */
const WAIT_DAYS = 400
/** The name under which counters stand whose process is forgotten. */
const SETTLED = 'settled'

/** What keeps the counters small, and tells whether they still say what was billed. Role: `latent_worker`. */
export function upkeepStore(sql: Sql) {
  return {
    /**
     * Adds the counters of processes that ended long ago to one row per organisation, key, operation, status and hour, and forgets
     * the process in the same transaction: nothing can be delivered for it any more, so nothing is counted twice, and every sum
     * is what it was. Returns how many processes were forgotten.
     */
    async settleEpochs(now: Date, limit = 100): Promise<number> {
      const ended = await sql<{ epoch: string }[]>`
        select epoch from metering_epochs
        where coalesce(closed_at, recovered_at) < ${daysBefore(now, KEEP_DAYS)} or heartbeat_at < ${daysBefore(now, WAIT_DAYS)}
        order by epoch limit ${limit}`
      for (const { epoch } of ended) await settle(sql, epoch)
      return ended.length
    },

    /**
     * Units by which the counters of the last weeks differ from what was rolled up of them, hours that wait for the roll-up left
     * out. Anything but 0 is an alarm.
     */
    async unreconciledUnits(now: Date): Promise<number> {
      const from = daysBefore(now, KEEP_DAYS)
      const [row] = await sql<{ units: number }[]>`
        select coalesce(sum(abs(units)), 0)::bigint as units from (
          select organisation_id, hour, sum(units) as units from (
            select organisation_id, hour, units from usage_cells where hour >= ${from}
            union all select organisation_id, hour, -units from usage_hours where hour >= ${from}
            union all select organisation_id, hour, -units from usage_adjustments where hour >= ${from}
          ) counted
          where hour in (select hour from usage_final_hours) and hour not in (select hour from usage_open_hours)
          group by organisation_id, hour
        ) differences`
      return row?.units ?? 0
    },
  }
}

async function settle(sql: Sql, epoch: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local role latent_retention`
    // Deliveries and roll-ups wait: neither may see the counters twice or not at all.
    await tx`select pg_advisory_xact_lock(${ROLL_UP_LOCK})`
    const forgotten = await tx`delete from metering_epochs where epoch = ${epoch} returning epoch`
    if (forgotten.length === 0) return
    await tx`
      insert into usage_cells (organisation_id, key_id, operation_id, status, hour, epoch, requests, units)
      select organisation_id, key_id, operation_id, status, hour, ${SETTLED}, requests, units
      from usage_cells where epoch = ${epoch}
      on conflict (organisation_id, hour, key_id, operation_id, status, epoch) do update set
        requests = usage_cells.requests + excluded.requests, units = usage_cells.units + excluded.units`
    await tx`delete from usage_cells where epoch = ${epoch}`
  })
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
