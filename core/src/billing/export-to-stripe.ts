import type { Queryable } from '../db.ts'
import type { StripeClient } from './stripe.ts'
import { meterIdentifier, stripeStore } from './stripe-store.ts'

const BATCH = 200

export interface Told {
  customers: number
  hours: number
  invoices: number
}

/**
 * Tells the payment service what it does not know: customers, final hours of units, invoices. Each is noted after it was
 * told; what dies in between is told again, under the same identifier, and known once.
 */
export async function exportToStripe(sql: Queryable, stripe: StripeClient): Promise<Told> {
  const store = stripeStore(sql)
  const told: Told = { customers: 0, hours: 0, invoices: 0 }
  for (const organisation of await store.organisationsToTell(BATCH)) {
    await store.keepCustomer(organisation.id, await stripe.customerOf(organisation))
    told.customers += 1
  }
  for (const event of await store.hoursToTell(BATCH)) {
    await stripe.meter({ ...event, customerId: event.customer_id, identifier: meterIdentifier(event) })
    await store.keepHour(event)
    told.hours += 1
  }
  for (const invoice of await store.invoicesToTell(BATCH)) {
    await store.keepInvoice(invoice.id, await stripe.invoice(invoice.customer_id, invoice))
    told.invoices += 1
  }
  return told
}
