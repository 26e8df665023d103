import { plans } from '@sec-latent/core/accounts/plans'
import { monthAround } from '@sec-latent/core/billing/month'
import { issueInvoices } from '@sec-latent/core/billing/store'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  let key: string
  beforeAll(async () => {
    api = await testApp({ version, plan: 'build' })
    key = (await api.makeKey({ scopes: ['billing:*', 'usage:read', 'filings:read'] })).key
  })
  afterAll(async () => {
    await api.close()
  })

  describe('billing', () => {
    it('says what the month came to, to the unit that was served', async () => {
      for (let i = 0; i < 3; i++) await api.get('/v1/filings', { key })
      await api.get('/v1/filings?nothing=1', { key })
      await api.services.meter.flush()
      const plan = (await api.get('/v1/billing/plan', { key })).json()
      const usage = (await api.get('/v1/usage?granularity=month', { key })).json().data
      expect(usage.map((row: { units: number }) => row.units)).toEqual([plan.units])
      expect(plan).toMatchObject({
        name: 'build',
        price_cents: 4_900,
        cost_cents: 4_900,
        units: 3,
        spend_cap_cents: null,
      })
    })

    it('keeps a spend cap, with who changed it', async () => {
      const put = (payload: object) => api.send({ method: 'PUT', url: '/v1/billing/budget', key, payload })
      expect((await put({ spend_cap_cents: 2_000 })).json()).toMatchObject({
        object: 'budget',
        spend_cap_cents: 2_000,
      })
      expect((await api.get('/v1/billing/budget', { key })).json().spend_cap_cents).toBe(2_000)
      expect((await put({ spend_cap_cents: -1 })).statusCode).toBe(400)
      expect((await put({ spend_cap_cents: null })).json().spend_cap_cents).toBeNull()
      const events = await api.sql`select action from audit_events where action = 'budget.updated'`
      expect(events).toHaveLength(2)
      const reader = (await api.makeKey({ scopes: ['billing:read'] })).key
      const refused = await api.send({
        method: 'PUT',
        url: '/v1/billing/budget',
        key: reader,
        payload: { spend_cap_cents: 1 },
      })
      expect(refused.json().code).toBe('insufficient_scope')
    })

    it('changes the plan: a larger one at once, a smaller one with the next month', async () => {
      const { id } = await api.accounts.createOrganisation({ name: 'Growing', plan: 'build' })
      const own = await api.makeKey({ organisation_id: id, scopes: ['billing:*', 'filings:read'] })
      const put = (plan: string, headers: Record<string, string> = {}) =>
        api.send({ method: 'PUT', url: '/v1/billing/plan', key: own.key, payload: { plan }, headers })
      const policy = async () =>
        String((await api.get('/v1/filings', { key: own.key })).headers['ratelimit-policy'])
      expect(await policy()).toContain(`"month";q=${plans.build.monthly_quota}`)

      const repeated = { 'idempotency-key': 'grow' }
      expect((await put('pro', repeated)).json()).toMatchObject({ name: 'pro', next_plan: null })
      expect((await put('pro', repeated)).headers['idempotency-replayed']).toBe('true')
      await expect.poll(policy, { timeout: 10_000 }).toContain(`"month";q=${plans.pro.monthly_quota}`)

      const smaller = (await put('free')).json()
      expect(smaller).toMatchObject({
        name: 'pro',
        next_plan: 'free',
        next_plan_from: monthAround(new Date()).end,
      })
      expect((await put('pro')).json()).toMatchObject({ name: 'pro', next_plan: null, next_plan_from: null })
      expect((await put('golden')).json().code).toBe('invalid_field')
      const reader = await api.makeKey({ organisation_id: id, scopes: ['billing:read'] })
      const refused = await api.send({
        method: 'PUT',
        url: '/v1/billing/plan',
        key: reader.key,
        payload: { plan: 'scale' },
      })
      expect(refused.json().code).toBe('insufficient_scope')
      const audited = await api.sql`
        select action from audit_events where organisation_id = ${id} and action like 'plan.%' order by seq`
      expect(audited.map(({ action }) => action)).toEqual([
        'plan.changed',
        'plan.change_scheduled',
        'plan.kept',
      ])
    })

    it('serves the invoices of the organisation, as JSON and as PDF', async () => {
      await api.sql`update organisations set created_at = '2026-01-01'`
      await issueInvoices(api.sql, new Date('2026-10-02T00:00:00Z'), async () => {})
      const { data } = (await api.get('/v1/billing/invoices', { key })).json()
      expect(data).toMatchObject([
        { object: 'invoice', month: '2026-09', status: 'open', total_cents: 4_900 },
      ])
      expect((await api.get(`/v1/billing/invoices/${data[0].id}`, { key })).json()).toEqual(data[0])
      const pdf = await api.get(data[0].pdf_url, { key })
      expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual(
        [200, 'application/pdf', '%PDF-'],
      )
      expect((await api.get(data[0].pdf_url, { key })).rawPayload.equals(pdf.rawPayload)).toBe(true)
      const foreign = (await api.makeKey({ organisation_id: api.other.id, scopes: ['billing:read'] })).key
      expect((await api.get(`/v1/billing/invoices/${data[0].id}`, { key: foreign })).json().code).toBe(
        'invoice_not_found',
      )
      expect((await api.get(data[0].pdf_url, { key: foreign })).json().code).toBe('invoice_not_found')
    })
  })
})
