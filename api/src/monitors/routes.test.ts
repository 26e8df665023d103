import { matchMonitors } from '@sec-latent/core/monitors/store'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  let key: string
  let foreign: string
  beforeAll(async () => {
    api = await testApp({ version })
    key = (await api.makeKey({ scopes: ['monitors:*'] })).key
    foreign = (await api.makeKey({ organisation_id: api.other.id, scopes: ['monitors:*'] })).key
    await publish('sig_before', '0009900001')
  })
  afterAll(async () => {
    await api.close()
  })

  const create = (body: object, by = key) =>
    api.send({ method: 'POST', url: '/v1/monitors', key: by, payload: body })
  const match = async () => {
    const told: string[] = []
    while (
      await matchMonitors(api.sql, 'live', async (_, matches) => {
        told.push(...matches.map((one) => one.object_id))
      })
    );
    return told
  }
  let position = 0
  async function publish(object_id: string, cik: string, change_type = 'signal.created'): Promise<void> {
    position += 1
    await api.sql`insert into changes ${api.sql({
      ...{ position, dataset: 'live', change_type, accession_number: '0009900001-25-000001', cik, object_id },
      created_at: new Date(Date.now() - 1_000).toISOString(),
    })}`
  }

  describe('a monitor', () => {
    it('matches what passes all its conditions and became visible after it, once', async () => {
      const wide = (await create({ name: 'Everything' })).json()
      const narrow = (
        await create({ name: 'One company', ciks: ['9900002'], change_types: ['signal.created'] })
      ).json()
      expect(narrow.ciks).toEqual(['0009900002'])
      await publish('sig_1', '0009900001')
      await publish('sig_2', '0009900002')
      await publish('0009900002-25-000001', '0009900002', 'filing.published')
      expect((await match()).sort()).toEqual(['0009900002-25-000001', 'sig_1', 'sig_2', 'sig_2'])
      expect(await match()).toEqual([])
      const of = async (id: string) => (await api.get(`/v1/monitors/${id}/matches`, { key })).json().data
      expect((await of(wide.id)).map((one: { object_id: string }) => one.object_id)).toEqual([
        '0009900002-25-000001',
        'sig_2',
        'sig_1',
      ])
      expect(await of(narrow.id)).toMatchObject([
        { object_id: 'sig_2', url: '/v1/signals/sig_2', cik: '0009900002' },
      ])
      const page = (await api.get(`/v1/monitors/${wide.id}/matches?limit=2`, { key })).json()
      const next = (
        await api.get(`/v1/monitors/${wide.id}/matches?limit=2&cursor=${page.next_cursor}`, { key })
      ).json()
      expect(next.data.map((one: { object_id: string }) => one.object_id)).toEqual(['sig_1'])
    })

    it('that dies between the match and its commit is matched again', async () => {
      await create({ name: 'Again' })
      await publish('sig_3', '0009900003')
      await expect(
        matchMonitors(api.sql, 'live', async () => {
          throw new Error('killed')
        }),
      ).rejects.toThrow('killed')
      expect(await match()).toContain('sig_3')
    })

    it('is changed only by who has seen its last version, and matches nothing while it is off', async () => {
      const made = await create({ name: 'Off', ciks: ['0009900009'] })
      const { id } = made.json()
      const url = `/v1/monitors/${id}`
      const patch = (payload: object, etag: string) =>
        api.send({ method: 'PATCH', url, key, payload, headers: { 'if-match': etag } })
      const first = String(made.headers.etag)
      expect((await api.get(url, { key })).headers.etag).toBe(first)
      const off = await patch({ enabled: false }, first)
      expect([off.statusCode, off.json().enabled, off.json().ciks]).toEqual([200, false, ['0009900009']])
      expect((await patch({ name: 'Late' }, first)).statusCode).toBe(412)
      await publish('sig_4', '0009900009')
      await match()
      expect((await api.get(`${url}/matches`, { key })).json().data).toEqual([])
      expect((await api.send({ method: 'DELETE', url, key })).statusCode).toBe(204)
      expect((await api.get(url, { key })).json().code).toBe('monitor_not_found')
    })

    it('of another organisation is like one that does not exist', async () => {
      const { id } = (await create({ name: 'Mine' })).json()
      const requests = [
        ['GET', `/v1/monitors/${id}`],
        ['GET', `/v1/monitors/${id}/matches`],
        ['DELETE', `/v1/monitors/${id}`],
        ['PATCH', `/v1/monitors/${id}`],
      ] as const
      for (const [method, url] of requests) {
        const payload = method === 'PATCH' ? { name: 'x' } : undefined
        const answer = await api.send({ method, url, key: foreign, ...(payload ? { payload } : {}) })
        expect([method, answer.statusCode]).toEqual([method, 404])
      }
      expect((await api.get('/v1/monitors', { key: foreign })).json().data).toEqual([])
    })

    it('refuses what is not a condition', async () => {
      expect((await create({ name: 'x', ciks: ['abc'] })).statusCode).toBe(400)
      expect((await create({ name: 'x', signal_types: ['nothing'] })).statusCode).toBe(400)
      expect((await create({ name: '', tickers: [] })).statusCode).toBe(400)
    })
  })
})
