import { plans } from '@sec-latent/core/accounts/plans'
import { Type } from 'typebox'
import { named, nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, pageParameters, Sha256 } from '../schemas.ts'

export const BillingPlan = Type.Object(
  {
    object: Type.Literal('billing_plan'),
    name: Type.String({ examples: ['pro'] }),
    title: Type.String({ examples: ['Pro'] }),
    requests_per_second: Type.Integer({ description: 'Sustained units per second.' }),
    burst: Type.Integer({ description: 'Units that may come at once after a pause.' }),
    daily_limit: Type.Integer({ description: 'Units in any 24 hours.' }),
    monthly_quota: Type.Integer({ description: 'Units per calendar month (UTC) included in the price.' }),
    concurrency: Type.Integer({ description: 'Requests in flight at once, per process of the API.' }),
    price_cents: Type.Integer({ description: 'Price of a month in US cents.' }),
    overage_cents_per_1000: nullable(
      Type.Integer({ description: 'US cents of 1,000 units beyond the quota; null: the quota is the end.' }),
    ),
    spend_cap_cents: nullable(
      Type.Integer({
        description: 'The most the month may cost beyond the price, in US cents; null: nothing.',
      }),
    ),
    next_plan: nullable(
      Type.String({ description: 'The smaller plan that comes into force with the next month; null: none.' }),
    ),
    next_plan_from: nullable(
      Type.String({
        description: 'First day of the month from which that plan is in force, UTC; null: none.',
        examples: ['2026-12-01'],
      }),
    ),
    month: Type.String({ description: 'The current month, UTC.', examples: ['2026-11'] }),
    units: Type.Integer({ description: 'Units billed in the month so far; at most a few seconds behind.' }),
    cost_cents: Type.Integer({ description: 'What the month costs so far, the price of the plan included.' }),
    forecast_cents: Type.Integer({
      description:
        'What it will have cost at its end if it goes on like this: units so far, divided by the share of the month that is over, up to the spend cap.',
    }),
  },
  { $id: 'BillingPlan', description: 'The plan of the organisation and what its month has come to.' },
)

export const BillingPlanRequest = Type.Object(
  {
    plan: stringEnum(Object.keys(plans), {
      description:
        'Name of the plan. A larger one is in force at once, a smaller one from the first day of the next month (UTC).',
      examples: ['pro'],
    }),
  },
  { additionalProperties: false },
)

export const Budget = Type.Object(
  {
    object: Type.Literal('budget'),
    spend_cap_cents: nullable(
      Type.Integer({
        minimum: 0,
        description: 'The most a month may cost beyond the price of the plan, in US cents; null: nothing.',
      }),
    ),
    alert_percents: Type.Array(Type.Integer(), {
      description: 'At these shares of the quota and of the cap, owners and admins are told.',
    }),
  },
  { $id: 'Budget', description: 'What a month may cost.' },
)
export const BudgetRequest = Type.Object(
  {
    spend_cap_cents: nullable(
      Type.Integer({
        minimum: 0,
        maximum: 100_000_000,
        description: 'US cents beyond the plan; null: nothing.',
      }),
    ),
  },
  { additionalProperties: false },
)

const InvoiceLine = Type.Object({
  kind: stringEnum(['plan', 'usage', 'overage', 'late_usage']),
  description: Type.String(),
  operation_id: nullable(Type.String({ description: 'Of a usage line.' })),
  month: nullable(Type.String({ description: 'The month late units belong to.' })),
  quantity: Type.Integer({ description: 'Units, or 1 for the plan.' }),
  price_cents: nullable(
    Type.Integer({ description: 'US cents of `per` units; null: included in the plan.' }),
  ),
  per: Type.Integer({ description: 'Units the price is for.' }),
  amount_cents: Type.Integer(),
})

export const InvoiceDocument = Type.Object(
  {
    month: Type.String({ description: 'The month it bills, UTC.', examples: ['2026-10'] }),
    plan: Type.String(),
    plan_title: Type.String(),
    included_units: Type.Integer(),
    units: Type.Integer({
      description: 'Units of the month: the sum of its usage lines, and of the usage of the month.',
    }),
    currency: stringEnum(['usd']),
    lines: Type.Array(InvoiceLine),
    total_cents: Type.Integer({ description: 'Sum of the amounts, US cents.' }),
  },
  { $id: 'InvoiceDocument', description: 'What an invoice says.' },
)

export const Invoice = Type.Object(
  {
    object: Type.Literal('invoice'),
    id: Type.String({ examples: ['inv_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    month: Type.String({ description: 'The month it bills, UTC.', examples: ['2026-10'] }),
    status: stringEnum(['open', 'paid', 'void']),
    total_cents: Type.Integer({ description: 'US cents.' }),
    document: named(InvoiceDocument),
    document_sha256: Sha256('SHA-256 of the canonical JSON (RFC 8785) of the document.'),
    pdf_url: Type.String({ description: 'Path of the PDF.' }),
    issued_at: Instant('When it was issued.'),
    paid_at: nullable(Instant('When it was paid.')),
    voided_at: nullable(Instant('When it was voided.')),
    payment_failed_at: nullable(
      Instant('When a payment of it last failed; null when none did, or once it is paid.'),
    ),
  },
  { $id: 'Invoice', description: 'An invoice. What it says never changes; late usage is on a later one.' },
)
export const InvoiceList = listOf('InvoiceList', Invoice, 'Invoices of the organisation, latest month first.')
export const InvoiceQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })
export const InvoiceParams = Type.Object(
  {
    invoice_id: Type.String({
      pattern: '^inv_[0-9a-z]{26}$',
      description: 'Id of an invoice.',
      examples: ['inv_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
  },
  { additionalProperties: false },
)
