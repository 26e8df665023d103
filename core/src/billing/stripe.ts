import Stripe from 'stripe'
import type { Invoice } from './store.ts'

const TIMEOUT_MS = 10_000
const RETRIES = 2
/** The meter of the payment service that usage is told to. */
export const METER_EVENT = 'api_units'

export interface StripeSettings {
  secretKey: string
  /** Another server that speaks the protocol; for tests. */
  baseUrl?: string
}

/** A customer of the payment service, an hour of units, an invoice: told as often as need be, known once. */
export function stripeClient({ secretKey, baseUrl }: StripeSettings) {
  const address = baseUrl === undefined ? undefined : new URL(baseUrl)
  const stripe = new Stripe(secretKey, {
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    ...(address
      ? {
          host: address.hostname,
          port: address.port,
          protocol: address.protocol.replace(':', '') as 'http' | 'https',
        }
      : {}),
  })

  return {
    /** Makes the customer of an organisation; asked again, it is the same one. */
    async customerOf(organisation: { id: string; name: string }): Promise<string> {
      const customer = await stripe.customers.create(
        { name: organisation.name, metadata: { organisation_id: organisation.id } },
        { idempotencyKey: `customer:${organisation.id}` },
      )
      return customer.id
    },

    /** Ends a customer, with all that is known of who it is. That it is gone already is as good. */
    async deleteCustomer(customerId: string): Promise<void> {
      try {
        await stripe.customers.del(customerId)
      } catch (error) {
        const isGone =
          error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
        if (!isGone) throw error
      }
    },

    /** Tells the units of an hour. That it was told before counts as told. */
    async meter(event: {
      customerId: string
      hour: string
      units: number
      identifier: string
    }): Promise<void> {
      try {
        await stripe.billing.meterEvents.create({
          event_name: METER_EVENT,
          identifier: event.identifier,
          timestamp: Math.floor(Date.parse(event.hour) / 1000),
          payload: { stripe_customer_id: event.customerId, value: String(event.units) },
        })
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    },

    /** Makes the invoice with one item per line that costs something, and opens it for payment. */
    async invoice(customerId: string, invoice: Invoice): Promise<string> {
      const made = await stripe.invoices.create(
        {
          customer: customerId,
          auto_advance: false,
          collection_method: 'send_invoice',
          days_until_due: 14,
          pending_invoice_items_behavior: 'exclude',
          currency: 'usd',
          metadata: { invoice_id: invoice.id, document_sha256: invoice.document_sha256 },
        },
        { idempotencyKey: `invoice:${invoice.id}` },
      )
      const charged = invoice.document.lines.filter((line) => line.amount_cents !== 0)
      for (const [index, line] of charged.entries()) {
        await stripe.invoiceItems.create(
          {
            customer: customerId,
            invoice: made.id as string,
            currency: 'usd',
            amount: line.amount_cents,
            description: `${line.description} (${invoice.document.month})`,
          },
          { idempotencyKey: `invoice:${invoice.id}:${index}` },
        )
      }
      await stripe.invoices.finalizeInvoice(
        made.id as string,
        {},
        { idempotencyKey: `finalize:${invoice.id}` },
      )
      return made.id as string
    },
  }
}
export type StripeClient = ReturnType<typeof stripeClient>

/** Meter events are known by their identifier for a day; the service refuses to take one twice. */
function isDuplicate(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    /already exists|duplicate/i.test(error.message)
  )
}
