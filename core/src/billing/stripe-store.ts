import type { Queryable } from '../db.ts'
import { sha256 } from '../sha256.ts'
import type { Invoice } from './store.ts'

/** Hours older than this are refused by the payment service. */
const OLDEST_DAYS = 34

export interface HourOfUnits {
  organisation_id: string
  hour: string
  units: number
}

/** Says what an hour of units is, so that telling it twice is telling it once. */
export function meterIdentifier({ organisation_id, hour, units }: HourOfUnits): string {
  return sha256(`${organisation_id}|api_units|${hour}|${units}`)
}

/** What the payment service was told, and what it was not told yet. */
export function stripeStore(sql: Queryable) {
  return {
    async customerOf(organisationId: string): Promise<string | undefined> {
      const [row] = await sql<{ customer_id: string }[]>`
        select customer_id from stripe_customers where organisation_id = ${organisationId}`
      return row?.customer_id
    },

    async keepCustomer(organisation_id: string, customer_id: string): Promise<void> {
      await sql`insert into stripe_customers ${sql({ organisation_id, customer_id })} on conflict do nothing`
    },

    /** Organisations of paid plans, or with invoices. */
    async organisationsToTell(limit: number): Promise<{ id: string; name: string }[]> {
      return await sql<{ id: string; name: string }[]>`
        select o.id, o.name from organisations o
        where (o.plan <> 'free' or exists (select 1 from invoices i where i.organisation_id = o.id))
          and not exists (select 1 from stripe_customers c where c.organisation_id = o.id)
          -- Who was erased there stays erased.
          and not exists (select 1 from privacy_forwards f where f.organisation_id = o.id and f.processor = 'stripe')
        order by o.id limit ${limit}`
    },

    /** Final hours of customers that were not told. */
    async hoursToTell(limit: number): Promise<(HourOfUnits & { customer_id: string })[]> {
      return await sql<(HourOfUnits & { customer_id: string })[]>`
        select h.organisation_id, h.hour, sum(h.units)::bigint as units, c.customer_id
        from usage_hours h join stripe_customers c using (organisation_id)
        where h.finalized_at is not null and h.hour > now() - ${OLDEST_DAYS} * interval '1 day'
          and not exists (select 1 from stripe_meter_events e
            where e.organisation_id = h.organisation_id and e.hour = h.hour)
        group by h.organisation_id, h.hour, c.customer_id having sum(h.units) > 0
        order by h.hour, h.organisation_id limit ${limit}`
    },

    async keepHour(event: HourOfUnits): Promise<void> {
      const { organisation_id, hour, units } = event
      await sql`
        insert into stripe_meter_events ${sql({ organisation_id, hour, units, identifier: meterIdentifier(event) })}
        on conflict do nothing`
    },

    async invoicesToTell(limit: number): Promise<(Invoice & { customer_id: string })[]> {
      return await sql<(Invoice & { customer_id: string })[]>`
        select i.*, c.customer_id from invoices i join stripe_customers c using (organisation_id)
        where i.stripe_invoice_id is null and i.status = 'open' and i.total_cents > 0
        order by i.issued_at, i.id limit ${limit}`
    },

    async keepInvoice(id: string, stripeInvoiceId: string): Promise<void> {
      await sql`update invoices set stripe_invoice_id = ${stripeInvoiceId} where id = ${id} and stripe_invoice_id is null`
    },
  }
}
