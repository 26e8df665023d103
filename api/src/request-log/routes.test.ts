import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loggedPath } from '../plugins/usage.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
  })
  afterAll(async () => {
    await api.close()
  })

  describe('the request log', () => {
    it('has every request with a valid key, as it was answered', async () => {
      const { key, record } = await api.makeKey()
      const answers = [
        await api.get('/v1/filings?form_type=10-K', { key }),
        await api.get('/v1/filings?x=1', { key }),
        await api.get('/v1/filings', { key: 'slp_live_nothing' }),
      ]
      await api.services.meter.flush()
      const { data } = (await api.get(`/v1/usage/requests?key_id=${record.id}`)).json()
      expect(data.map((one: Record<string, unknown>) => [one.request_id, one.status, one.units])).toEqual([
        [answers[1]?.headers['request-id'], 400, 0],
        [answers[0]?.headers['request-id'], 200, 1],
      ])
      expect(data[1]).toMatchObject({
        object: 'request',
        operation_id: 'listFilings',
        method: 'GET',
        path: '/v1/filings?form_type=10-K',
        cost: 1,
      })
      const [last] = (await api.get(`/v1/usage/requests?status=400&key_id=${record.id}`)).json().data
      expect(last).toEqual(data[0])
      const one = await api.get(`/v1/usage/requests/${data[1].request_id}`)
      expect(one.json()).toEqual(data[1])
    })

    it('pages from the latest to the earliest, once each', async () => {
      const { key, record } = await api.makeKey()
      const asked: string[] = []
      for (let i = 0; i < 5; i++)
        asked.unshift(String((await api.get('/v1/filings', { key })).headers['request-id']))
      await api.services.meter.flush()
      const seen: string[] = []
      let address: string | null = `/v1/usage/requests?limit=2&key_id=${record.id}`
      while (address !== null) {
        const page: { data: { request_id: string }[]; next_cursor: string | null } = (
          await api.get(address)
        ).json()
        seen.push(...page.data.map((one) => one.request_id))
        address = page.next_cursor
          ? `/v1/usage/requests?limit=2&key_id=${record.id}&cursor=${page.next_cursor}`
          : null
      }
      expect([...seen].sort()).toEqual([...asked].sort())
    })

    it('of another organisation is not there', async () => {
      const answer = await api.get('/v1/filings')
      await api.services.meter.flush()
      const id = answer.headers['request-id']
      const { key } = api.keys.foreign
      expect((await api.get(`/v1/usage/requests/${id}`)).statusCode).toBe(200)
      const foreign = await api.get(`/v1/usage/requests/${id}`, { key })
      expect(foreign.statusCode).toBe(404)
      expect(foreign.json().code).toBe('request_not_found')
      const unknown = await api.get(`/v1/usage/requests/req_${'0'.repeat(26)}`, { key })
      expect(unknown.json().code).toBe('request_not_found')
      expect((await api.get('/v1/usage/requests', { key })).json().data).not.toContainEqual(
        expect.objectContaining({ request_id: id }),
      )
    })
  })
})

describe('the path that is kept', () => {
  it.each([
    ['/v1/filings?ticker=ABCD', '/v1/filings?ticker=ABCD'],
    ['/v1/x?q=slp_live_0123456789abcdef', '/v1/x?q=slp_live_[redacted]'],
    ['/v1/x?q=slp%5Flive%5F0123456789abcdef', '/v1/x?q=slp_live_[redacted]'],
    ['/v1/x?access_token=abc&a=1', '/v1/x?access_token=[redacted]&a=1'],
    ['/v1/x?q=whsec_0123456789abcdef', '/v1/x?q=[redacted]'],
    ['/v1/x?section_key=10k.item_1a', '/v1/x?section_key=10k.item_1a'],
    ['/v1/x?q=\u00e9', '/v1/x?q=?'],
  ])('of %s is %s', (url, kept) => {
    expect(loggedPath(url)).toBe(kept)
  })

  it('has 512 characters at most, and no key that begins before them', () => {
    const key = `slp_live_${'a'.repeat(49)}`
    expect(loggedPath(`/v1/x?q=${'b'.repeat(900)}`)).toHaveLength(512)
    const cut = loggedPath(`/v1/x?q=${'b'.repeat(490)}${key}`)
    expect(cut).not.toContain('aaaa')
    expect(cut).toHaveLength(512)
  })
})
