import { exportToStripe } from '@sec-latent/core/billing/export-to-stripe'
import { invoiceStore, issueInvoices } from '@sec-latent/core/billing/store'
import { stripeClient } from '@sec-latent/core/billing/stripe'
import { signedStripeEvent, startStripe } from '@sec-latent/core/billing/testing/stripe-server'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const SECRET = 'whsec_a-secret-for-tests-only'
const NOW = Math.floor(Date.now() / 1_000)
const instant = (seconds: number) => new Date(seconds * 1_000).toISOString().replace('.000', '')

forEachPostgres((version) => {
  let api: TestApp
  let stripe: Awaited<ReturnType<typeof startStripe>>
  let made = 0
  beforeAll(async () => {
    api = await testApp({ version, plan: 'build', settings: { stripeWebhookSecret: SECRET } })
    stripe = await startStripe()
  })
  afterAll(async () => {
    await api.close()
    await stripe.close()
  })

  type Signed = ReturnType<typeof signedStripeEvent>
  const post = ({ body, signature }: Signed) =>
    api.app.inject({
      method: 'POST',
      url: '/internal/stripe/events',
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
      payload: body,
    })

  /** An invoice of an organisation of its own, told to the payment service. */
  async function invoice() {
    const { id: organisation_id } = await api.accounts.createOrganisation({ name: 'Payer', plan: 'build' })
    await api.sql`update organisations set created_at = '2026-01-01'`
    await issueInvoices(api.sql, new Date('2026-10-02T00:00:00Z'), async () => {})
    await exportToStripe(api.sql, stripeClient({ secretKey: 'sk_test_loopback', baseUrl: stripe.url }))
    const [row] = await api.sql<{ id: string; stripe_invoice_id: string; customer_id: string }[]>`
      select i.id, i.stripe_invoice_id, c.customer_id from invoices i join stripe_customers c using (organisation_id)
      where organisation_id = ${organisation_id}`
    return row as { id: string; stripe_invoice_id: string; customer_id: string }
  }
  type Told = Awaited<ReturnType<typeof invoice>>
  function event(type: string, told: Told, more: { created?: number; object?: object; id?: string } = {}) {
    made += 1
    const object = {
      id: told.stripe_invoice_id,
      object: 'invoice',
      customer: told.customer_id,
      total: 4_900,
      amount_paid: type === 'invoice.paid' ? 4_900 : 0,
      metadata: { invoice_id: told.id },
      ...more.object,
    }
    return { id: more.id ?? `evt_${version}_${made}`, type, created: more.created ?? NOW, object }
  }
  const sign = (one: ReturnType<typeof event>) => signedStripeEvent(one, SECRET)
  const stored = async (id: string) => await invoiceStore(api.sql).find(id)
  const outcomeOf = async (id: string) =>
    (await api.sql`select outcome from stripe_events where id = ${id}`)[0]?.outcome
  const trail = async (id: string) =>
    (await api.sql`select action from audit_events where target_id = ${id} order by seq`).map(
      ({ action }) => action,
    )

  it('marks an invoice paid once, however often and at once it is told', async () => {
    const told = await invoice()
    const paid = sign(event('invoice.paid', told))
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(paid)))
    answers.push(await post(paid))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200])
    expect(answers[0]?.json()).toEqual({ received: true })
    expect(await stored(told.id)).toMatchObject({
      status: 'paid',
      paid_at: instant(NOW),
    })
    expect(await trail(told.id)).toEqual(['invoice.paid'])
  })

  it('ends in the same state whatever the order, and tells of a failure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['failed', 'failed again', 'paid'], { minLength: 3 }),
        fc.array(fc.nat(2), { maxLength: 3 }),
        async (order, replays) => {
          const told = await invoice()
          const events: Record<string, Signed> = {
            failed: sign(event('invoice.payment_failed', told, { created: NOW - 200 })),
            'failed again': sign(event('invoice.payment_failed', told, { created: NOW - 100 })),
            paid: sign(event('invoice.paid', told, { created: NOW })),
          }
          const sent = [...order, ...replays.map((index) => order[index] as string)]
          for (const name of sent) expect((await post(events[name] as Signed)).statusCode).toBe(200)
          expect(await stored(told.id)).toMatchObject({
            status: 'paid',
            paid_at: instant(NOW),
            payment_failed_at: null,
          })
          expect((await trail(told.id)).filter((action) => action === 'invoice.paid')).toHaveLength(1)
        },
      ),
      { numRuns: 8 },
    )
    const told = await invoice()
    await post(sign(event('invoice.payment_failed', told, { created: NOW - 50 })))
    await post(sign(event('invoice.payment_failed', told, { created: NOW - 90 })))
    expect(await stored(told.id)).toMatchObject({
      status: 'open',
      payment_failed_at: instant(NOW - 50),
    })
    const news = await api.sql`select payload from notifications where kind = 'invoice.payment_failed'
      and payload->>'id' = ${told.id}`
    expect(news).toMatchObject([{ payload: { id: told.id, month: '2026-09', total_cents: 4_900 } }])
  })

  it('believes nothing that is not signed just now', async () => {
    const told = await invoice()
    const paid = event('invoice.paid', told)
    const good = sign(paid)
    const refused = [
      signedStripeEvent(paid, 'whsec_another-secret-of-somebody'),
      signedStripeEvent(paid, SECRET, NOW - 301),
      { ...good, body: good.body.replace('4900', '4901') },
      { ...good, signature: '' },
      { ...good, signature: good.signature.replace('v1=', 'v0=') },
      { ...good, signature: good.signature.replace(/t=(\d+)/, (_, at) => `t=${Number(at) + 1}`) },
      { ...good, signature: 'x'.repeat(3_000) },
    ]
    for (const message of refused) expect((await post(message)).json()).toMatchObject({ code: 'invalid_key' })
    expect(await stored(told.id)).toMatchObject({ status: 'open' })
    const text = signedStripeEvent({ ...paid, id: 7 as never }, SECRET)
    expect((await post(text)).statusCode).toBe(401)
    expect(
      (await post({ ...good, body: `${good.body.slice(0, -1)}${' '.repeat(600_000)}}` })).statusCode,
    ).toBe(413)
  })

  it('acknowledges what it does not know or cannot believe, changes nothing and logs it', async () => {
    const told = await invoice()
    const other = await invoice()
    const cases: [ReturnType<typeof event>, string][] = [
      [event('customer.updated', told), 'ignored'],
      [event('invoice.paid', told, { object: { metadata: {} } }), 'unknown'],
      [event('invoice.paid', { ...told, id: 'inv_nobody' }), 'unknown'],
      [event('invoice.paid', told, { object: { customer: other.customer_id } }), 'conflict'],
      [event('invoice.paid', told, { object: { id: other.stripe_invoice_id } }), 'conflict'],
      [event('invoice.paid', told, { object: { total: 1, amount_paid: 1 } }), 'conflict'],
      [event('invoice.paid', told, { object: { amount_paid: 4_899 } }), 'conflict'],
    ]
    for (const [one, outcome] of cases) {
      expect((await post(sign(one))).statusCode).toBe(200)
      expect(await outcomeOf(one.id), JSON.stringify(one)).toBe(outcome)
    }
    expect(await stored(told.id)).toMatchObject({ status: 'open' })
    expect(await trail(told.id)).toEqual([])
    const logged = api.lines.filter((line) => line.includes('stripe-event') && line.includes('"conflict"'))
    expect(logged).toHaveLength(4)
    await post(sign(event('invoice.voided', told)))
    expect(await stored(told.id)).toMatchObject({ status: 'void' })
    const late = event('invoice.paid', told)
    await post(sign(late))
    expect(await outcomeOf(late.id)).toBe('conflict')
    expect(await stored(told.id)).toMatchObject({ status: 'void' })
  })

  it('notes the id of an invoice whose making was never answered', async () => {
    const told = await invoice()
    await api.sql`update invoices set stripe_invoice_id = null where id = ${told.id}`
    await post(sign(event('invoice.paid', told)))
    const [row] = await api.sql`select status, stripe_invoice_id from invoices where id = ${told.id}`
    expect(row).toEqual({ status: 'paid', stripe_invoice_id: told.stripe_invoice_id })
  })

  it('is not in the contract, and not there without a secret', async () => {
    expect(JSON.stringify(api.app.swagger())).not.toContain('/internal/stripe')
    const without = await testApp({ version })
    try {
      const answer = await without.app.inject({ method: 'POST', url: '/internal/stripe/events', payload: {} })
      expect(answer.statusCode).toBe(404)
    } finally {
      await without.close()
    }
  })
})
