import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { touchOrganisation } from '@sec-latent/core/accounts/key-change-store'
import { type PlanName, planNamed } from '@sec-latent/core/accounts/plans'
import { forecastCents, spentCents } from '@sec-latent/core/billing/forecast'
import { monthAround } from '@sec-latent/core/billing/month'
import { organisationBilling } from '@sec-latent/core/billing/organisation-billing'
import { invoicePdf } from '@sec-latent/core/billing/pdf'
import { changePlan, type PlanChange } from '@sec-latent/core/billing/plan-changes'
import { invoiceStore, type Invoice as StoredInvoice } from '@sec-latent/core/billing/store'
import type { Queryable } from '@sec-latent/core/db'
import { ALERT_THRESHOLDS } from '@sec-latent/core/metering/alerts'
import { usageStore } from '@sec-latent/core/metering/usage-store'
import { Type } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import {
  BillingPlan,
  BillingPlanRequest,
  Budget,
  BudgetRequest,
  Invoice,
  InvoiceDocument,
  InvoiceList,
  InvoiceParams,
  InvoiceQuery,
} from './schema.ts'

export interface BillingServices {
  writing: Writing
  cursors: CursorCodec
}

export const billingRoutes: FastifyPluginAsyncTypebox<BillingServices> = async (
  app,
  { writing, cursors },
) => {
  for (const schema of [BillingPlan, Budget, InvoiceDocument, Invoice, InvoiceList]) app.addSchema(schema)

  app.get(
    '/billing/plan',
    {
      config: access({ scopes: ['billing:read'], sessions: true }),
      schema: {
        operationId: 'getBillingPlan',
        summary: 'Get the plan',
        description:
          'The plan of the organisation, what the current month has come to, and where it is going.',
        tags: ['Account'],
        response: { 200: named(BillingPlan) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      reply.header('cache-control', 'no-store')
      return await writing.read(request, (tx) => billingPlanOf(tx, organisation_id, new Date()))
    },
  )

  app.put(
    '/billing/plan',
    {
      config: access({ scopes: ['billing:admin'], sessions: true }),
      schema: {
        operationId: 'updateBillingPlan',
        summary: 'Change the plan',
        description:
          'A month has one plan. A larger plan is in force at once, its limits within seconds: the whole current month is billed by its price, its quota and its price of further units, and what was beyond the quota of the smaller plan counts against the larger quota. A smaller plan comes into force with the next month; until then it can be taken back by asking for the plan that is in force.',
        tags: ['Account'],
        body: BillingPlanRequest,
        response: { 200: named(BillingPlan) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const now = new Date()
        const { organisation_id } = accountOf(request)
        const change = await changePlan(tx, organisation_id, request.body.plan as PlanName, now)
        return {
          status: 200,
          body: await billingPlanOf(tx, organisation_id, now),
          audit: {
            action: AUDITED[change.outcome],
            target_type: 'organisation',
            target_id: organisation_id,
            before: { plan: change.plan_before },
            after: {
              plan: change.plan,
              next_plan: change.next_plan,
              effective_from: change.effective_from,
            },
          },
        }
      }),
  )

  app.get(
    '/billing/budget',
    {
      config: access({ scopes: ['billing:read'], sessions: true }),
      schema: {
        operationId: 'getBudget',
        summary: 'Get the budget',
        description: 'What a month may cost beyond the plan, and when owners and admins are told.',
        tags: ['Account'],
        response: { 200: named(Budget) },
      },
    },
    async (request, reply) => {
      const billing = await writing.read(request, (tx) =>
        organisationBilling(tx, accountOf(request).organisation_id),
      )
      reply.header('cache-control', 'no-store')
      return servedBudget(billing.spend_cap_cents)
    },
  )

  app.put(
    '/billing/budget',
    {
      config: access({ scopes: ['billing:admin'], sessions: true }),
      schema: {
        operationId: 'updateBudget',
        summary: 'Change the budget',
        description:
          'Sets the spend cap, which is never passed: units beyond the quota are served up to it, then requests are answered with 402. Takes effect within a second.',
        tags: ['Account'],
        body: BudgetRequest,
        response: { 200: named(Budget) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const { organisation_id } = accountOf(request)
        const before = await organisationBilling(tx, organisation_id)
        const { spend_cap_cents } = request.body
        await before.setSpendCap(spend_cap_cents)
        await touchOrganisation(tx, organisation_id)
        return {
          status: 200,
          body: servedBudget(spend_cap_cents),
          audit: {
            action: 'budget.updated',
            target_type: 'organisation',
            target_id: organisation_id,
            before: { spend_cap_cents: before.spend_cap_cents },
            after: { spend_cap_cents },
          },
        }
      }),
  )

  app.get(
    '/billing/invoices',
    {
      config: access({ scopes: ['billing:read'], sessions: true }),
      schema: {
        operationId: 'listInvoices',
        summary: 'List invoices',
        description:
          'Invoices of the organisation, latest month first. That of a month is there when all its usage is final.',
        tags: ['Account'],
        querystring: InvoiceQuery,
        response: { 200: named(InvoiceList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after?.[0] as string | undefined
      const rows = await writing.read(request, (tx) => invoiceStore(tx).list({ after, limit: page.limit }))
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(served), (invoice) => [`${invoice.month}-01`]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/billing/invoices/:invoice_id',
    {
      config: access({ scopes: ['billing:read'], sessions: true, problems: ['invoice_not_found'] }),
      schema: {
        operationId: 'getInvoice',
        summary: 'Get an invoice',
        description: 'An invoice with all its lines.',
        tags: ['Account'],
        params: InvoiceParams,
        response: { 200: named(Invoice) },
      },
    },
    async (request, reply) => {
      const { invoice_id } = request.params
      const invoice = await writing.read(request, (tx) => invoiceStore(tx).find(invoice_id))
      if (!invoice) throw new ProblemError('invoice_not_found')
      reply.header('cache-control', 'no-store')
      return served(invoice)
    },
  )

  app.get(
    '/billing/invoices/:invoice_id/pdf',
    {
      config: access({ scopes: ['billing:read'], sessions: true, problems: ['invoice_not_found'] }),
      schema: {
        operationId: 'downloadInvoice',
        summary: 'Download an invoice',
        description: 'The invoice as a PDF: the same bytes each time, as long as its status is the same.',
        tags: ['Account'],
        params: InvoiceParams,
        response: {
          200: {
            description: 'The PDF.',
            content: { 'application/pdf': { schema: Type.String({ description: 'A PDF.' }) } },
          } as never,
        },
      },
    },
    async (request, reply) => {
      const found = await writing.read(request, async (tx) => {
        const invoice = await invoiceStore(tx).find(request.params.invoice_id)
        return invoice && { invoice, billing: await organisationBilling(tx, invoice.organisation_id) }
      })
      if (!found) throw new ProblemError('invoice_not_found')
      const { invoice, billing } = found
      reply.header('content-type', 'application/pdf').header('cache-control', 'no-store')
      reply.header('content-disposition', `attachment; filename="${invoice.id}.pdf"`)
      return reply.send(Buffer.from(await invoicePdf(invoice, billing.name)))
    },
  )
}

const AUDITED = {
  changed: 'plan.changed',
  scheduled: 'plan.change_scheduled',
  kept: 'plan.kept',
} as const satisfies Record<PlanChange['outcome'], string>

async function billingPlanOf(tx: Queryable, organisationId: string, now: Date) {
  const { start, end } = monthAround(now)
  const { spend_cap_cents, ...billing } = await organisationBilling(tx, organisationId)
  const units = await usageStore(tx).unitsSince(organisationId, start)
  const plan = planNamed(billing.plan)
  return {
    object: 'billing_plan' as const,
    ...plan,
    spend_cap_cents,
    next_plan: billing.next_plan,
    next_plan_from: billing.next_plan_from,
    month: start.slice(0, 7),
    units,
    cost_cents: spentCents(plan, units),
    forecast_cents: forecastCents(plan, spend_cap_cents, units, { start, end, now }),
  }
}

function servedBudget(spend_cap_cents: number | null) {
  return { object: 'budget' as const, spend_cap_cents, alert_percents: [...ALERT_THRESHOLDS] }
}

function served({ organisation_id: _, period_start, plan: __, ...invoice }: StoredInvoice) {
  return {
    object: 'invoice' as const,
    ...invoice,
    month: period_start.slice(0, 7),
    pdf_url: `/v1/billing/invoices/${invoice.id}/pdf`,
  }
}
