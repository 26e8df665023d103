import { planNamed } from '../accounts/plans.ts'
import type { Queryable, Sql } from '../db.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../sha256.ts'
import { canonicalJson } from '../signals/fingerprint.ts'
import { type InvoiceDocument, invoiceOf, type LateUnits, type OperationUnits } from './invoice.ts'
import { monthAround } from './month.ts'
import { planOfMonth } from './plan-changes.ts'

export { monthAround }

export interface Invoice {
  id: string
  organisation_id: string
  /** First day of its month, UTC. */
  period_start: string
  status: 'open' | 'paid' | 'void'
  plan: string
  total_cents: number
  document: InvoiceDocument
  /** SHA-256 of the document's canonical JSON. */
  document_sha256: string
  issued_at: string
  paid_at: string | null
  voided_at: string | null
  /** When a payment last failed; null once it is paid. */
  payment_failed_at: string | null
}

export function invoiceStore(sql: Queryable) {
  const columns = sql`id, organisation_id, period_start, status, plan, total_cents, document, document_sha256, issued_at,
    paid_at, voided_at, payment_failed_at`

  /** Units of each operation in a month that were counted before a moment, late ones among them. */
  async function unitsOf(organisationId: string, start: string, end: string, countedBefore: string) {
    return await sql<OperationUnits[]>`
      select operation_id, sum(units)::bigint as units from (
        select operation_id, units from usage_hours
        where organisation_id = ${organisationId} and finalized_at is not null
          and hour >= ${start}::date and hour < ${end}::date
        union all
        select operation_id, units from usage_adjustments
        where organisation_id = ${organisationId} and hour >= ${start}::date and hour < ${end}::date
          and finalized_at < ${countedBefore}::date
      ) counted group by operation_id having sum(units) <> 0 order by operation_id`
  }

  async function lateUnits(organisationId: string, start: string, end: string): Promise<LateUnits[]> {
    const months = await sql<{ month: string; units: number }[]>`
      select to_char(date_trunc('month', hour, 'UTC') at time zone 'UTC', 'YYYY-MM-DD') as month, sum(units)::bigint as units
      from usage_adjustments
      where organisation_id = ${organisationId} and hour < ${start}::date
        and finalized_at >= ${start}::date and finalized_at < ${end}::date
      group by 1 having sum(units) <> 0 order by 1`
    return await Promise.all(
      months.map(async ({ month, units }) => {
        const next = monthAround(new Date(month)).end
        const [billed] = await sql<{ plan: string }[]>`
          select plan from invoices where organisation_id = ${organisationId} and period_start = ${month}::date`
        const [current] = await sql<{ plan: string }[]>`
          select ${planOfMonth(sql, month)} as plan from organisations o where id = ${organisationId}`
        const before = (await unitsOf(organisationId, month, next, start)).reduce(
          (sum, one) => sum + one.units,
          0,
        )
        const plan = planNamed(billed?.plan ?? current?.plan ?? 'free')
        return { month: month.slice(0, 7), before, units, plan }
      }),
    )
  }

  return {
    async list(page: { after?: string; limit: number }): Promise<Invoice[]> {
      return await sql<Invoice[]>`
        select ${columns} from invoices where ${page.after ? sql`period_start < ${page.after}::date` : sql`true`}
        order by period_start desc limit ${page.limit}`
    },

    async find(id: string): Promise<Invoice | undefined> {
      const [row] = await sql<Invoice[]>`select ${columns} from invoices where id = ${id}`
      return row
    },

    /** The document of a month as it stands: final once every hour of the month is. */
    async documentOf(
      organisationId: string,
      planName: string,
      start: string,
      end: string,
    ): Promise<InvoiceDocument> {
      const [units, late] = await Promise.all([
        unitsOf(organisationId, start, end, end),
        lateUnits(organisationId, start, end),
      ])
      return invoiceOf(start.slice(0, 7), planNamed(planName), units, late)
    },

    async setStatus(id: string, status: 'paid' | 'void', at: Date): Promise<boolean> {
      const rows = await sql`
        update invoices set status = ${status}, paid_at = ${status === 'paid' ? at : null},
          voided_at = ${status === 'void' ? at : null}, payment_failed_at = null
        where id = ${id} and status = 'open' returning id`
      return rows.length === 1
    },

    /** Notes that a payment failed; false when a later one is noted, or the invoice is no longer open. */
    async notePaymentFailure(id: string, at: Date): Promise<boolean> {
      const rows = await sql`
        update invoices set payment_failed_at = ${at}
        where id = ${id} and status = 'open' and (payment_failed_at is null or payment_failed_at < ${at}) returning id`
      return rows.length === 1
    },
  }
}
export type InvoiceStore = ReturnType<typeof invoiceStore>

/** True when no usage of the time before `end` can change any more. */
async function isFinal(sql: Queryable, end: string): Promise<boolean> {
  const [row] = await sql<{ open: boolean }[]>`
    select exists (select 1 from usage_open_hours where hour < ${end}::date)
      or exists (select 1 from usage_hours where hour < ${end}::date and finalized_at is null) as open`
  return row?.open === false
}

/** So long after the end of a month its last hour is final at the earliest. */
const SETTLE_MS = 15 * 60_000

/**
 * Issues the invoices of the month before `now` that are not there yet, once all its usage is final; returns them.
 * `issued` runs in the transaction of each.
 */
export async function issueInvoices(
  sql: Sql,
  now: Date,
  issued: (tx: Queryable, invoice: Invoice) => Promise<void>,
): Promise<Invoice[]> {
  const end = monthAround(now).start
  const { start } = monthAround(new Date(Date.parse(end) - 1))
  if (now.getTime() < Date.parse(end) + SETTLE_MS || !(await isFinal(sql, end))) return []
  const waiting = await sql<{ id: string; plan: string }[]>`
    select o.id, ${planOfMonth(sql, start)} as plan from organisations o
    where o.created_at < ${end}::date
      and not exists (select 1 from invoices i where i.organisation_id = o.id and i.period_start = ${start}::date)
    order by o.id`
  const made: Invoice[] = []
  for (const { id, plan } of waiting) {
    const document = await invoiceStore(sql).documentOf(id, plan, start, end)
    // Nobody wants a document that says nothing was used and nothing is owed. Late units were used, also those that cost nothing.
    if (document.total_cents === 0 && document.lines.every(({ kind }) => kind === 'plan')) continue
    const invoice = await sql.begin(async (tx) => {
      const [row] = await tx<Invoice[]>`
        insert into invoices (id, organisation_id, period_start, status, plan, total_cents, document, document_sha256,
          issued_at)
        values (${newId('inv')}, ${id}, ${start}, 'open', ${plan}, ${document.total_cents},
          ${tx.json(document as never)}, ${sha256(canonicalJson(document as never))}, ${now})
        on conflict (organisation_id, period_start) do nothing
        returning id, organisation_id, period_start, status, plan, total_cents, document, document_sha256, issued_at,
          paid_at, voided_at, payment_failed_at`
      if (row) await issued(tx, row)
      return row
    })
    if (invoice) made.push(invoice)
  }
  return made
}
