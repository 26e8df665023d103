import { openDatabase, type Sql } from '@sec-latent/core/db'
import { rollUpStore } from '@sec-latent/core/metering/roll-up-store'
import { usageStore } from '@sec-latent/core/metering/usage-store'
import { asOrganisation } from '@sec-latent/core/tenancy/organisation'
import type { Invariant, Row } from './invariant.ts'
import { meteringChaos } from './metering-chaos.ts'

const REQUESTS = 5_000
const HOUR_MS = 3_600_000
/** After a day even processes that nothing was heard of no longer keep an hour open: whatever comes then is an adjustment. */
const A_DAY_LATER_MS = 26 * HOUR_MS

/** The usage API, the hours with their adjustments, and the request log say the same, per organisation and to the unit. */
export const invariant: Invariant = {
  id: 'I27',
  title: 'usage API, hours and request log agree to the unit',

  async run(ground) {
    const requests = ground.size ?? REQUESTS
    let worker: Sql | undefined
    const ledger = await meteringChaos(ground, {
      requests,
      kills: Math.max(6, Math.round(requests / 1_000)),
      restartPostgres: false,
      // Hours are made final in the middle of it, so that much of what is served comes too late for them.
      async between(url) {
        worker ??= openDatabase(url, { max: 2, role: 'latent_worker' })
        await rollUpStore(worker).run(new Date(Date.now() + A_DAY_LATER_MS))
      },
    })
    const api = openDatabase(ledger.url, { max: 2, role: 'latent_api' })
    worker ??= openDatabase(ledger.url, { max: 2, role: 'latent_worker' })
    await rollUpStore(worker).run(new Date(Date.now() + A_DAY_LATER_MS))
    const before = await sums(ledger.sql, api)
    await rollUpStore(worker).run(new Date(Date.now() + A_DAY_LATER_MS))
    const after = await sums(ledger.sql, api)
    const [late] = await ledger.sql<{ count: number }[]>`select count(*)::int as count from usage_adjustments`
    await Promise.all([worker.end({ timeout: 5 }), api.end({ timeout: 5 })])
    const none = (check: string, value: number, unit: string): Row => ({
      check,
      value,
      unit,
      at_most: 0,
      ok: value === 0,
    })
    const apart = (one: keyof Sums, other: keyof Sums) =>
      after.reduce((total, sum) => total + Math.abs(sum[one] - sum[other]), 0)
    const total = after.reduce((all, sum) => all + sum.log_requests, 0)
    return [
      {
        check: 'requests in the log',
        value: total,
        unit: 'requests',
        at_least: requests * 0.95,
        ok: total >= requests * 0.95,
      },
      {
        check: 'adjustments',
        value: late?.count ?? 0,
        unit: 'rows',
        at_least: 1,
        ok: (late?.count ?? 0) > 0,
      },
      none('usage API and request log apart', apart('api_requests', 'log_requests'), 'requests'),
      none('usage API and request log apart', apart('api_units', 'log_units'), 'units'),
      none('usage API by day and by hour apart', apart('api_units', 'api_day_units'), 'units'),
      none('usage API and hours apart', apart('api_requests', 'hour_requests'), 'requests'),
      none('usage API and hours apart', apart('api_units', 'hour_units'), 'units'),
      none(
        'changed by another roll-up',
        JSON.stringify(before) === JSON.stringify(after) ? 0 : 1,
        'organisations',
      ),
    ]
  },
}

interface Sums {
  api_requests: number
  api_units: number
  api_day_units: number
  log_requests: number
  log_units: number
  hour_requests: number
  hour_units: number
}

/** The same totals out of each ledger, organisation by organisation; the API's as the API reads them. */
async function sums(sql: Sql, api: Sql): Promise<Sums[]> {
  const organisations = await sql<{ id: string }[]>`
    select distinct organisation_id as id from usage_cells order by 1`
  const all: Sums[] = []
  for (const { id } of organisations) {
    const usage = (granularity: 'hour' | 'day', by: boolean) =>
      asOrganisation(api, id, (tx) =>
        usageStore(tx).list(
          {
            organisation_id: id,
            from: new Date(Date.now() - 30 * 24 * HOUR_MS).toISOString(),
            to: new Date(Date.now() + HOUR_MS).toISOString(),
            granularity,
            by_operation: by,
            by_key: by,
            by_status: by,
          },
          { limit: 100_000 },
        ),
      )
    const [hours, days] = [await usage('hour', true), await usage('day', false)]
    const [row] = await sql<Omit<Sums, 'api_requests' | 'api_units' | 'api_day_units'>[]>`
      select
        (select count(*)::int from request_log where organisation_id = ${id}) as log_requests,
        (select coalesce(sum(units), 0)::int from request_log where organisation_id = ${id}) as log_units,
        sum(requests)::int as hour_requests, sum(units)::int as hour_units
      from (
        select requests, units from usage_hours where organisation_id = ${id}
        union all select requests, units from usage_adjustments where organisation_id = ${id}
      ) billed`
    const total = (rows: { requests: number; units: number }[], name: 'requests' | 'units') =>
      rows.reduce((sum, one) => sum + one[name], 0)
    all.push({
      api_requests: total(hours, 'requests'),
      api_units: total(hours, 'units'),
      api_day_units: total(days, 'units'),
      ...(row as Omit<Sums, 'api_requests' | 'api_units' | 'api_day_units'>),
    })
  }
  return all
}
