import Stripe from 'stripe'
import { notify } from '../accounts/notification-store.ts'
import { appendAuditEvent } from '../audit/store.ts'
import type { Queryable, Sql } from '../db.ts'
import { type Invoice, invoiceStore } from './store.ts'

/** A message is believed for so long after it was signed, so that one that was caught on its way cannot be sent again later. */
const TOLERANCE_SECONDS = 300
const MAX_ID_CHARS = 255
/** It tries for three days; whoever asks why an invoice is paid comes later. */
const KEEP_DAYS = 90

/**
 * What became of an event: `applied` changed something, `stale` says what is known or was overtaken, `ignored` is of a kind that
 * does not concern us, `unknown` is about no invoice of ours, `conflict` contradicts what we know.
 */
export type StripeOutcome = 'applied' | 'stale' | 'ignored' | 'unknown' | 'conflict'

export interface StripeEventResult {
  id: string
  type: string
  /** `duplicate`: it was taken in before. */
  outcome: StripeOutcome | 'duplicate'
  invoice_id: string | null
}

/** The message was not signed by the payment service, or too long ago. */
export class StripeSignatureError extends Error {
  override name = 'StripeSignatureError'
}

/** The event of a message, if the payment service signed these bytes just now. Throws `StripeSignatureError`. */
export function readStripeEvent(body: Uint8Array, signature: string, secret: string): Stripe.Event {
  let event: Stripe.Event
  try {
    event = Stripe.webhooks.constructEvent(body, signature, secret, TOLERANCE_SECONDS)
  } catch (cause) {
    throw new StripeSignatureError('the message is not signed by the payment service', { cause })
  }
  const { id, type, created } = event
  const isWhole = [id, type].every((text) => typeof text === 'string' && text.length <= MAX_ID_CHARS)
  if (!isWhole || !Number.isSafeInteger(created)) throw new StripeSignatureError('the message holds no event')
  return event
}

/**
 * Takes an event in, once: its effect and the note that it was taken in are one transaction. Events come twice, late and in any
 * order; whatever the order, the invoice ends up the same. Role: `latent_service`.
 */
export async function takeStripeEvent(service: Sql, event: Stripe.Event): Promise<StripeEventResult> {
  const { id, type } = event
  const occurredAt = new Date(event.created * 1_000)
  return (await service.begin(async (tx) => {
    const isNew = await tx`
      insert into stripe_events (id, type, occurred_at, outcome) values (${id}, ${type}, ${occurredAt}, 'ignored')
      on conflict do nothing returning id`
    if (isNew.length === 0) return { id, type, outcome: 'duplicate', invoice_id: null }
    const { outcome, invoice_id } = await apply(tx, event, occurredAt)
    await tx`update stripe_events set outcome = ${outcome} where id = ${id}`
    return { id, type, outcome, invoice_id }
  })) as StripeEventResult
}

/** Removes notes of events so old that the payment service sends them no more. Role: `latent_worker`. */
export async function forgetStripeEvents(sql: Sql): Promise<number> {
  return (await sql.begin(async (tx) => {
    await tx`set local role latent_retention`
    const rows = await tx`
      delete from stripe_events where received_at < now() - ${KEEP_DAYS} * interval '1 day' returning id`
    return rows.length
  })) as number
}

type Applied = Pick<StripeEventResult, 'invoice_id'> & { outcome: StripeOutcome }

async function apply(tx: Queryable, event: Stripe.Event, at: Date): Promise<Applied> {
  if (
    event.type !== 'invoice.paid' &&
    event.type !== 'invoice.payment_failed' &&
    event.type !== 'invoice.voided'
  )
    return { outcome: 'ignored', invoice_id: null }
  const told = event.data.object
  const invoice = await ourInvoice(tx, told)
  if (!invoice) return { outcome: 'unknown', invoice_id: null }
  const applied = (outcome: StripeOutcome) => ({ outcome, invoice_id: invoice.id })
  if (!(await agrees(tx, invoice, told))) return applied('conflict')
  if (event.type === 'invoice.payment_failed') return applied(await noteFailure(tx, invoice, event.id, at))
  const status = event.type === 'invoice.paid' ? 'paid' : 'void'
  if (invoice.status === status) return applied('stale')
  if (invoice.status !== 'open') return applied('conflict')
  if (status === 'paid' && told.amount_paid < invoice.total_cents) return applied('conflict')
  await invoiceStore(tx).setStatus(invoice.id, status, at)
  await audit(tx, invoice, `invoice.${status === 'paid' ? 'paid' : 'voided'}`, event.id, { status })
  return applied('applied')
}

/** The invoice an event speaks of, held until the transaction ends. It bears our id since it was made. */
async function ourInvoice(tx: Queryable, told: Stripe.Invoice): Promise<Invoice | undefined> {
  const id = told.metadata?.invoice_id
  if (typeof id !== 'string') return undefined
  await tx`select 1 from invoices where id = ${id} for update`
  return await invoiceStore(tx).find(id)
}

/**
 * True when the payment service means the invoice we told it of: its own id, if we noted one, the customer, and the amount. One
 * that was made but not noted, because the answer was lost, is noted now.
 */
async function agrees(tx: Queryable, invoice: Invoice, told: Stripe.Invoice): Promise<boolean> {
  const customer = typeof told.customer === 'string' ? told.customer : told.customer?.id
  const [known] = await tx<{ stripe_invoice_id: string | null; customer_id: string | null }[]>`
    select i.stripe_invoice_id, c.customer_id from invoices i left join stripe_customers c using (organisation_id)
    where i.id = ${invoice.id}`
  if (!known || known.customer_id !== customer || told.total !== invoice.total_cents) return false
  if (known.stripe_invoice_id === null)
    await tx`update invoices set stripe_invoice_id = ${told.id ?? null} where id = ${invoice.id}`
  return known.stripe_invoice_id === null || known.stripe_invoice_id === told.id
}

async function noteFailure(
  tx: Queryable,
  invoice: Invoice,
  eventId: string,
  at: Date,
): Promise<StripeOutcome> {
  if (!(await invoiceStore(tx).notePaymentFailure(invoice.id, at))) return 'stale'
  const { id, organisation_id, period_start, total_cents } = invoice
  await notify(tx, {
    organisation_id,
    kind: 'invoice.payment_failed',
    dedupe_key: `invoice.payment_failed ${id} ${at.toISOString()}`,
    payload: { object: 'invoice', id, month: period_start.slice(0, 7), total_cents },
  })
  await audit(tx, invoice, 'invoice.payment_failed', eventId, { payment_failed_at: at.toISOString() })
  return 'applied'
}

async function audit(
  tx: Queryable,
  invoice: Invoice,
  action: string,
  eventId: string,
  after: Record<string, unknown>,
): Promise<void> {
  await appendAuditEvent(tx, {
    organisation_id: invoice.organisation_id,
    actor: { type: 'system', id: 'stripe' },
    action,
    target_type: 'invoice',
    target_id: invoice.id,
    before: { status: invoice.status, payment_failed_at: invoice.payment_failed_at },
    after: { ...after, stripe_event_id: eventId },
    request_id: null,
  })
}
