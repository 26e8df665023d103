import { type Invoice, invoiceStore, issueInvoices, monthAround } from '@sec-latent/core/billing/store'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { rollUpStore } from '@sec-latent/core/metering/roll-up-store'
import { type UsageGranularity, type UsageRow, usageStore } from '@sec-latent/core/metering/usage-store'
import { canonicalJson } from '@sec-latent/core/signals/fingerprint'
import { asOrganisation } from '@sec-latent/core/tenancy/organisation'
import type { Ground, Invariant, Row } from './invariant.ts'
import { meteringChaos } from './metering-chaos.ts'

const REQUESTS = 5_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Of the organisations that the servers invent, in their order; the last is on the plan of the first. */
const PLANS = ['free', 'build', 'pro', 'scale', 'free']
const LISTED = 100_000

/**
 * The usage API, the hours with their adjustments, the invoices' lines and the request log say the same, per organisation and
 * month, to the unit. Two months are lived through: the first is billed while half of its requests are still in journals of
 * servers that were killed, or are yet to be asked, so that the invoice of the second has to name them.
 */
export const invariant: Invariant = {
  id: 'I27',
  title: 'usage API, hours, invoice lines and request log agree to the unit',

  async run(ground) {
    const requests = ground.size ?? REQUESTS
    const { ledger, issuedAt } = await twoMonths(ground, requests)
    const api = openDatabase(ledger.url, { max: 2, role: 'latent_api' })
    const worker = openDatabase(ledger.url, { max: 2, role: 'latent_worker' })
    try {
      const { sql } = ledger
      const before = await sums(sql, api)
      const again = await settleAndIssue(worker, issuedAt)
      const after = await sums(sql, api)
      const invoices = await sql<Invoice[]>`select * from invoices order by organisation_id, period_start`
      const lines = await linesAndLedgers(sql, api)
      const apart = (one: keyof Sums, other: keyof Sums) =>
        after.reduce((total, sum) => total + Math.abs(sum[one] - sum[other]), 0)
      const total = after.reduce((all, sum) => all + sum.log_requests, 0)
      const [late] = await sql<{ count: number }[]>`select count(*)::int as count from usage_adjustments`
      const lateLines = invoices.flatMap(({ document }) =>
        document.lines.filter(({ kind }) => kind === 'late_usage'),
      )
      ground.say(`${invoices.length} invoices over two months, ${lateLines.length} lines of late units`)
      return [
        some('requests in the log', total, requests * 0.95, 'requests'),
        some('adjustments', late?.count ?? 0, 1, 'rows'),
        some('invoices', invoices.length, 2 * PLANS.length, 'invoices'),
        some('units on lines of late units', sumOf(lateLines, 'quantity'), 1, 'units'),
        none('usage API and request log apart', apart('api_requests', 'log_requests'), 'requests'),
        none('usage API and request log apart', apart('api_units', 'log_units'), 'units'),
        none('usage API by day and by hour apart', apart('api_units', 'api_day_units'), 'units'),
        none('usage API and hours apart', apart('api_requests', 'hour_requests'), 'requests'),
        none('usage API and hours apart', apart('api_units', 'hour_units'), 'units'),
        none('invoice lines and usage API apart, by month', lines.fromApi, 'units'),
        none('invoice lines and request log apart, by month', lines.fromLog, 'units'),
        some('months compared operation by operation', lines.whole, PLANS.length, 'months'),
        none('their usage lines and request log apart, by operation', lines.byOperation, 'units'),
        none(
          'invoices whose lines do not add up, or that another computation makes otherwise',
          await unlikeTheirUsage(worker, invoices),
          'invoices',
        ),
        none('invoices issued a second time', again, 'invoices'),
        none(
          'changed by another roll-up',
          JSON.stringify(before) === JSON.stringify(after) ? 0 : 1,
          'organisations',
        ),
      ]
    } finally {
      await Promise.all([worker.end({ timeout: 5 }), api.end({ timeout: 5 })])
    }
  },
}

function none(check: string, value: number, unit: string): Row {
  return { check, value, unit, at_most: 0, ok: value === 0 }
}

function some(check: string, value: number, at_least: number, unit: string): Row {
  return { check, value, unit, at_least, ok: value >= at_least }
}

function sumOf<N extends string>(rows: readonly Record<N, number>[], name: N): number {
  return rows.reduce((sum, one) => sum + one[name], 0)
}

/**
 * Servers that are killed all the time answer in a month and, from the middle on, in the next one too. Hours are made final in
 * the midst of it; after half of the rounds the first month is billed, at the end the second.
 */
async function twoMonths(ground: Ground, requests: number) {
  const first = monthAround(new Date())
  const second = monthAround(new Date(first.end))
  /** So long after the end of a month nobody is waited for any more: what comes then is late. */
  const afterEnd = (month: { end: string }) => new Date(Date.parse(month.end) + 2 * DAY_MS)
  const inSecond = Date.parse(second.start) + 10 * DAY_MS - Date.now()
  let worker: Sql | undefined
  let isBilled = false
  const ledger = await meteringChaos(ground, {
    requests,
    kills: Math.max(6, Math.round(requests / 1_000)),
    restartPostgres: false,
    prepare: makeOrganisations,
    aheadMs: (server, share) => (server === 1 && share >= 0.5 ? inSecond : 0),
    async between(url, share) {
      worker ??= openDatabase(url, { max: 2, role: 'latent_worker' })
      if (share < 0.5) await rollUpStore(worker).run(new Date(Date.now() + 26 * HOUR_MS))
      else if (!isBilled) isBilled = (await settleAndIssue(worker, afterEnd(first))) > 0
      // Later than the end of the first month, so that what it finds is billed with the second.
      else await rollUpStore(worker).run(new Date(afterEnd(first).getTime() + DAY_MS))
    },
  })
  worker ??= openDatabase(ledger.url, { max: 2, role: 'latent_worker' })
  // What was late for the first month is found before the second ends; what is found after that is of no invoice yet.
  await rollUpStore(worker).run(new Date(Date.parse(second.end) - 1_000))
  await settleAndIssue(worker, afterEnd(second))
  await worker.end({ timeout: 5 })
  return { ledger, issuedAt: afterEnd(second) }
}

/** Those of the invented requests. */
async function makeOrganisations(sql: Sql): Promise<void> {
  for (const [index, plan] of PLANS.entries()) {
    await sql`insert into organisations (id, name, plan) values (${`org_${index}`}, ${`Organisation ${index}`}, ${plan})`
  }
}

/** What the workers do when a month is over; returns how many invoices that made. */
async function settleAndIssue(worker: Sql, now: Date): Promise<number> {
  await rollUpStore(worker).run(now)
  return (await issueInvoices(worker, now, async () => {})).length
}

interface MonthOfOne {
  organisation_id: string
  /** `YYYY-MM` */
  month: string
  units: number
}

/** How far the lines of all invoices are from the other ledgers, month by month of each organisation. */
async function linesAndLedgers(sql: Sql, api: Sql) {
  const billed = await sql<(MonthOfOne & { operation_id: string | null; late: boolean })[]>`
    select i.organisation_id, coalesce(line ->> 'month', to_char(i.period_start, 'YYYY-MM')) as month,
      line ->> 'operation_id' as operation_id, line ->> 'kind' = 'late_usage' as late, (line -> 'quantity')::int as units
    from invoices i, jsonb_array_elements(i.document -> 'lines') line
    where line ->> 'kind' in ('usage', 'late_usage')`
  const logged = await sql<(MonthOfOne & { operation_id: string })[]>`
    select organisation_id, to_char(at at time zone 'UTC', 'YYYY-MM') as month, operation_id, sum(units)::int as units
    from request_log group by 1, 2, 3`
  const counted: MonthOfOne[] = []
  for (const index of PLANS.keys()) {
    const organisation_id = `org_${index}`
    for (const { period_start, units } of await usageOf(api, organisation_id, 'month')) {
      counted.push({ organisation_id, month: new Date(period_start).toISOString().slice(0, 7), units })
    }
  }
  const monthly = ({ organisation_id, month }: MonthOfOne) => `${organisation_id} ${month}`
  const withLate = new Set(billed.filter(({ late }) => late).map(monthly))
  const inTime = <R extends MonthOfOne>(rows: readonly R[]) =>
    rows.filter((one) => !withLate.has(monthly(one)))
  const perOperation = (row: MonthOfOne & { operation_id: string | null }) =>
    `${monthly(row)} ${row.operation_id}`
  return {
    fromLog: distance(totals(billed, monthly), totals(logged, monthly)),
    fromApi: distance(totals(billed, monthly), totals(counted, monthly)),
    byOperation: distance(totals(inTime(billed), perOperation), totals(inTime(logged), perOperation)),
    /** Months of organisations that were compared operation by operation. */
    whole: new Set(inTime(billed).map(monthly)).size,
  }
}

function totals<R extends { units: number }>(
  rows: readonly R[],
  nameOf: (row: R) => string,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0) + row.units)
  return sums
}

function distance(one: Map<string, number>, other: Map<string, number>): number {
  let sum = 0
  for (const name of new Set([...one.keys(), ...other.keys()])) {
    sum += Math.abs((one.get(name) ?? 0) - (other.get(name) ?? 0))
  }
  return sum
}

/** Invoices whose lines do not add up to what they say, or whose month gives another document when it is computed again. */
async function unlikeTheirUsage(worker: Sql, invoices: readonly Invoice[]): Promise<number> {
  let unlike = 0
  for (const { organisation_id, plan, period_start, document } of invoices) {
    const { start, end } = monthAround(new Date(period_start))
    const again = await invoiceStore(worker).documentOf(organisation_id, plan, start, end)
    const used = document.lines.filter(({ kind }) => kind === 'usage')
    const addsUp =
      sumOf(used, 'quantity') === document.units &&
      sumOf(document.lines, 'amount_cents') === document.total_cents
    if (!addsUp || canonicalJson(again as never) !== canonicalJson(document as never)) unlike += 1
  }
  return unlike
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
    const [hours, days] = [await usageOf(api, id, 'hour'), await usageOf(api, id, 'day')]
    const [row] = await sql<Omit<Sums, 'api_requests' | 'api_units' | 'api_day_units'>[]>`
      select
        (select count(*)::int from request_log where organisation_id = ${id}) as log_requests,
        (select coalesce(sum(units), 0)::int from request_log where organisation_id = ${id}) as log_units,
        sum(requests)::int as hour_requests, sum(units)::int as hour_units
      from (
        select requests, units from usage_hours where organisation_id = ${id}
        union all select requests, units from usage_adjustments where organisation_id = ${id}
      ) billed`
    all.push({
      api_requests: sumOf(hours, 'requests'),
      api_units: sumOf(hours, 'units'),
      api_day_units: sumOf(days, 'units'),
      ...(row as Omit<Sums, 'api_requests' | 'api_units' | 'api_day_units'>),
    })
  }
  return all
}

/** What the usage API tells an organisation of both months; by hour everything apart that can be told apart. */
async function usageOf(
  api: Sql,
  organisation_id: string,
  granularity: UsageGranularity,
): Promise<UsageRow[]> {
  const apart = granularity === 'hour'
  return await asOrganisation(api, organisation_id, (tx) =>
    usageStore(tx).list(
      {
        organisation_id,
        from: new Date(Date.now() - 31 * DAY_MS).toISOString(),
        to: new Date(Date.now() + 62 * DAY_MS).toISOString(),
        granularity,
        by_operation: apart,
        by_key: apart,
        by_status: apart,
      },
      { limit: LISTED },
    ),
  )
}
