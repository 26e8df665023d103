import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Plan, plans } from '../accounts/plans.ts'
import { accountStore } from '../accounts/store.ts'
import { policiesOf } from '../limits/policies.ts'
import { sha256 } from '../sha256.ts'
import { canonicalJson } from '../signals/fingerprint.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { exportToStripe } from './export-to-stripe.ts'
import { forecastCents, spentCents } from './forecast.ts'
import { invoiceOf, overageCents } from './invoice.ts'
import { monthAround } from './month.ts'
import { invoicePdf } from './pdf.ts'
import { applyPlanChanges, changePlan } from './plan-changes.ts'
import { type Invoice, invoiceStore, issueInvoices } from './store.ts'
import { stripeClient } from './stripe.ts'
import { startStripe } from './testing/stripe-server.ts'

const allPlans = Object.values(plans) as Plan[]

describe('the price of a month', () => {
  it('never passes the spend cap, when the limits let in what they may', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allPlans),
        fc.integer({ min: 0, max: 10_000_000 }),
        (plan, spend_cap_cents) => {
          const limit = policiesOf(plan, { spend_cap_cents }).find(
            (policy) => policy.kind === 'quota' && (policy.name === 'spend' || policy.name === 'month'),
          )
          const most = Math.max(plan.monthly_quota, limit?.kind === 'quota' ? limit.limit : 0)
          expect(overageCents(plan, most)).toBeLessThanOrEqual(spend_cap_cents)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('is the plan up to its quota, and rounds half up beyond', () => {
    expect(overageCents(plans.free, 1_000_000)).toBe(0)
    expect(overageCents(plans.build, plans.build.monthly_quota)).toBe(0)
    expect(overageCents(plans.build, plans.build.monthly_quota + 1_000)).toBe(80)
    expect(overageCents(plans.pro, plans.pro.monthly_quota + 50)).toBe(2)
    expect(spentCents(plans.pro, 0)).toBe(plans.pro.price_cents)
  })

  it('is foretold from the share of the month that is over, up to the cap', () => {
    const month = { start: '2026-11-01', end: '2026-12-01', now: new Date('2026-11-16T00:00:00Z') }
    const units = plans.build.monthly_quota
    expect(forecastCents(plans.build, 100_000, units, month)).toBe(4_900 + 8_000)
    expect(forecastCents(plans.build, 500, units, month)).toBe(4_900 + 500)
    expect(forecastCents(plans.build, null, units, month)).toBe(4_900)
  })
})

describe('the document of an invoice', () => {
  const usage = fc.array(
    fc.record({
      operation_id: fc.constantFrom('listFilings', 'getFiling', 'search'),
      units: fc.nat(3_000_000),
    }),
    { maxLength: 3 },
  )
  it('adds up, to the unit and to the cent, whatever the order of what it is made of', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allPlans), usage, (plan, given) => {
        const units = [...new Map(given.map((one) => [one.operation_id, one])).values()]
        const document = invoiceOf('2026-10', plan, units, [])
        const sum = (kind: string) =>
          document.lines
            .filter((line) => line.kind === kind)
            .reduce((total, line) => total + line.quantity, 0)
        expect(sum('usage')).toBe(document.units)
        expect(document.units).toBe(units.reduce((total, one) => total + one.units, 0))
        expect(document.total_cents).toBe(
          document.lines.reduce((total, line) => total + line.amount_cents, 0),
        )
        expect(document.total_cents).toBe(spentCents(plan, document.units))
        expect(invoiceOf('2026-10', plan, [...units].reverse(), [])).toEqual(document)
      }),
      { numRuns: 500 },
    )
  })

  it('bills late units as if they had come in time', () => {
    const plan = plans.build
    const late = { month: '2026-09', before: plan.monthly_quota - 500, units: 2_500, plan }
    const [line] = invoiceOf('2026-10', plan, [], [late]).lines.filter(({ kind }) => kind === 'late_usage')
    expect(line).toMatchObject({ month: '2026-09', quantity: 2_500, amount_cents: 160 })
  })
})

forEachPostgres((version) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase({ version })
  })
  afterAll(async () => {
    await database.close()
  })

  async function organisation(plan: keyof typeof plans): Promise<string> {
    const { id } = await accountStore(database.sql).createOrganisation({ name: 'Łódź & Søn Ltd', plan })
    await database.sql`update organisations set created_at = '2026-01-01' where id = ${id}`
    return id
  }
  async function used(organisation_id: string, hour: string, units: number, final = true): Promise<void> {
    const row = {
      organisation_id,
      key_id: 'key_1',
      operation_id: 'listFilings',
      status: 200,
      hour,
      requests: units,
      units,
    }
    await database.sql`insert into usage_hours ${database.sql({ ...row, finalized_at: final ? '2026-11-01T00:11:00Z' : null })}`
  }
  const NOW = new Date('2026-11-02T00:00:00Z')
  const issue = (now = NOW) => issueInvoices(database.sql, now, async () => {})

  describe('invoices', () => {
    it('are issued once, of final usage only, and bill what comes late on the next one', async () => {
      const id = await organisation('build')
      await used(id, '2026-10-05T10:00:00Z', 101_000)
      await used(id, '2026-10-31T23:00:00Z', 500, false)
      expect(await issue()).toEqual([])
      await database.sql`update usage_hours set finalized_at = '2026-11-01T00:11:00Z' where finalized_at is null`
      expect(await issue(new Date('2026-11-01T00:10:00Z'))).toEqual([])
      const [[invoice], again] = [await issue(), await issue()]
      expect(again).toEqual([])
      expect(invoice).toMatchObject({
        organisation_id: id,
        period_start: '2026-10-01',
        status: 'open',
        total_cents: 4_900 + 120,
      })
      expect(invoice?.document.units).toBe(101_500)
      expect(invoice?.document_sha256).toBe(sha256(canonicalJson(invoice?.document as never)))

      await database.sql`insert into usage_adjustments ${database.sql({
        ...{
          organisation_id: id,
          key_id: 'key_1',
          operation_id: 'listFilings',
          status: 200,
          hour: '2026-10-05T10:00:00Z',
        },
        ...{ requests: 1_000, units: 1_000, finalized_at: '2026-11-03T00:00:00Z' },
      })}`
      expect((await invoiceStore(database.sql).find(String(invoice?.id)))?.document).toEqual(
        invoice?.document,
      )
      const december = (await issue(new Date('2026-12-02T00:00:00Z'))).find(
        (one) => one.organisation_id === id,
      )
      expect(december?.document.lines).toContainEqual(
        expect.objectContaining({ kind: 'late_usage', month: '2026-10', quantity: 1_000, amount_cents: 80 }),
      )
      expect(december?.total_cents).toBe(4_900 + 80)
    })

    it('cannot be changed or deleted, not even by the owner of the table', async () => {
      const [row] = await database.sql<{ id: string }[]>`select id from invoices limit 1`
      const id = String(row?.id)
      await expect(database.sql`update invoices set total_cents = 1 where id = ${id}`).rejects.toThrow(
        'does not change',
      )
      await expect(database.sql`delete from invoices where id = ${id}`).rejects.toThrow('does not change')
      expect(await invoiceStore(database.sql).setStatus(id, 'paid', NOW)).toBe(true)
      expect(await invoiceStore(database.sql).setStatus(id, 'void', NOW)).toBe(false)
    })

    it('have the plan of their month, whatever the plan was changed to before they were issued', async () => {
      const { sql } = database
      const id = await organisation('build')
      const change = (plan: keyof typeof plans, at: string) =>
        sql.begin((tx) => changePlan(tx, id, plan, new Date(at)))
      const plan = async () => (await sql`select plan from organisations where id = ${id}`)[0]?.plan
      const invoiceIn = async (now: string) =>
        (await issue(new Date(now))).find((one) => one.organisation_id === id)
      await used(id, '2026-10-31T23:00:00Z', 150_000)

      // Larger before the invoice of October is issued: October stays what it was.
      expect(await change('pro', '2026-11-01T00:05:00Z')).toMatchObject({ outcome: 'changed', plan: 'pro' })
      expect(await invoiceIn('2026-11-02T00:00:00Z')).toMatchObject({
        plan: 'build',
        total_cents: 4_900 + 4_000,
      })

      // Larger within the month: the whole month is of the larger plan, each unit once.
      await used(id, '2026-11-03T10:00:00Z', 2_500_000)
      expect(await change('scale', '2026-11-20T10:17:00Z')).toMatchObject({ outcome: 'changed' })
      // Smaller: from the next month. Asked for again, taken back and asked for once more, it waits once.
      expect(await change('free', '2026-11-21T00:00:00Z')).toMatchObject({
        outcome: 'scheduled',
        plan: 'scale',
        next_plan: 'free',
        effective_from: '2026-12-01',
      })
      expect(await change('scale', '2026-11-21T00:00:01Z')).toMatchObject({
        outcome: 'kept',
        next_plan: null,
      })
      await change('build', '2026-11-22T00:00:00Z')
      await change('build', '2026-11-22T00:00:01Z')
      expect(await applyPlanChanges(sql, new Date('2026-11-30T23:59:59Z'))).toBe(0)
      expect(await plan()).toBe('scale')
      expect(
        await Promise.all([1, 2].map(() => applyPlanChanges(sql, new Date('2026-12-01T00:00:10Z')))),
      ).toEqual(expect.arrayContaining([0, 1]))
      expect(await plan()).toBe('build')

      // And larger again in December, before the invoice of November.
      await change('pro', '2026-12-01T00:01:00Z')
      await used(id, '2026-12-05T10:00:00Z', 10)
      expect(await invoiceIn('2026-12-02T00:00:00Z')).toMatchObject({
        plan: 'scale',
        total_cents: plans.scale.price_cents,
        document: { units: 2_500_000 },
      })
      expect(await invoiceIn('2027-01-02T00:00:00Z')).toMatchObject({
        plan: 'pro',
        total_cents: plans.pro.price_cents,
      })
      const audited = await sql`select action from audit_events where organisation_id = ${id}`
      expect(audited).toEqual([{ action: 'plan.changed' }])
    })

    it('are not made of nothing', async () => {
      const id = await organisation('free')
      expect((await issue()).filter((one) => one.organisation_id === id)).toEqual([])
    })

    it('name late units also when they cost nothing and nothing else was used', async () => {
      const id = await organisation('free')
      await used(id, '2026-10-07T10:00:00Z', 10)
      await issue()
      await database.sql`insert into usage_adjustments ${database.sql({
        organisation_id: id,
        key_id: 'key_1',
        operation_id: 'listFilings',
        status: 200,
        hour: '2026-10-07T10:00:00Z',
        requests: 3,
        units: 3,
        finalized_at: '2026-11-03T00:00:00Z',
      })}`
      const later = (await issue(new Date('2026-12-02T00:00:00Z'))).find((one) => one.organisation_id === id)
      expect(later?.document).toMatchObject({ units: 0, total_cents: 0 })
      expect(later?.document.lines).toContainEqual(
        expect.objectContaining({ kind: 'late_usage', month: '2026-10', quantity: 3 }),
      )
    })

    it('are the same PDF each time', async () => {
      const [invoice] = await invoiceStore(database.sql).list({ limit: 1 })
      const [one, other] = [
        await invoicePdf(invoice as Invoice, 'Łódź & Søn Ltd'),
        await invoicePdf(invoice as Invoice, 'Łódź & Søn Ltd'),
      ]
      expect(sha256(one)).toBe(sha256(other))
      const read = await PDFDocument.load(one)
      expect([read.getTitle(), read.getPageCount()]).toEqual([`Invoice ${invoice?.id}`, 1])
      const many = { ...(invoice as Invoice), document: { ...(invoice as Invoice).document } }
      many.document.lines = Array.from({ length: 120 }, () => many.document.lines[0] as never)
      expect((await PDFDocument.load(await invoicePdf(many, 'x'))).getPageCount()).toBeGreaterThan(2)
    })

    it('belong to months of UTC', () => {
      expect(monthAround(new Date('2026-12-31T23:59:59Z'))).toEqual({
        start: '2026-12-01',
        end: '2027-01-01',
      })
    })
  })

  describe('the payment service', () => {
    it('is told everything once, whatever fails on the way', async () => {
      const stripe = await startStripe()
      try {
        const id = await organisation('pro')
        const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - 7_200_000).toISOString()
        await used(id, hour, 42)
        const client = stripeClient({ secretKey: 'sk_test_loopback', baseUrl: stripe.url })
        stripe.faults.push('error_500', 'lost_answer', 'reset', 'rate_limited', 'lost_answer', 'lost_answer')
        for (let tries = 0; tries < 6; tries++)
          await exportToStripe(database.sql, client).catch(() => undefined)
        // An answer that was never noted is asked for again under the same identifier.
        await database.sql`delete from stripe_meter_events where organisation_id = ${id}`
        await exportToStripe(database.sql, client)
        expect(await exportToStripe(database.sql, client)).toEqual({ customers: 0, hours: 0, invoices: 0 })

        const events = stripe.calls.filter(
          (call) => call.path === '/v1/billing/meter_events' && call.parameters['payload[value]'] === '42',
        )
        expect(new Set(events.map((call) => call.parameters.identifier)).size).toBe(1)
        const customers = stripe.calls.filter((call) => call.path === '/v1/customers')
        expect(new Set(customers.map((call) => call.idempotencyKey)).size).toBe(customers.length)
        const invoices = await database.sql<
          { total_cents: number; status: string; stripe_invoice_id: string | null }[]
        >`
          select i.total_cents, i.status, i.stripe_invoice_id from invoices i`
        // Nobody is asked to pay nothing.
        const told = invoices.filter((one) => one.status === 'open' && one.total_cents > 0)
        expect(told.every((one) => one.stripe_invoice_id !== null)).toBe(true)
        const amounts = stripe.calls
          .filter((call) => call.path === '/v1/invoiceitems')
          .map((call) => Number(call.parameters.amount))
        expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(
          told.reduce((sum, one) => sum + one.total_cents, 0),
        )
      } finally {
        await stripe.close()
      }
    })
  })
})
