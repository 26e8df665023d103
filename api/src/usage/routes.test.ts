import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    await api.seed.filing({ accession_number: '0009900001-25-000001' })
  })
  afterAll(async () => {
    await api.close()
  })

  describe('usage', () => {
    it('equals what was served: every request counted once, only 2xx billed', async () => {
      const { key, record } = await api.makeKey()
      const etag = String((await api.get('/v1/filings/0009900001-25-000001', { key })).headers.etag)
      for (let i = 0; i < 5; i++) await api.get('/v1/filings', { key })
      const refused = await api.get('/v1/filings?x=1', { key })
      expect(refused.headers['latent-cost']).toBe('0')
      await api.get('/v1/filings/0009900001-25-000099', { key })
      await api.get('/v1/filings/0009900001-25-000001', { key, headers: { 'if-none-match': etag } })
      await api.get('/v1/filings', { key: null })
      await api.services.meter.flush()
      await api.services.meter.flush()
      const { data } = (
        await api.get(`/v1/usage?granularity=hour&group_by=operation,key,status&key_id=${record.id}`)
      ).json()
      const rows = data.map((row: Record<string, unknown>) => [
        row.operation_id,
        row.status,
        row.requests,
        row.units,
        row.errors,
      ])
      expect(rows).toEqual([
        ['getFiling', 200, 1, 1, 0],
        ['getFiling', 304, 1, 0, 0],
        ['getFiling', 404, 1, 0, 1],
        ['listFilings', 200, 5, 5, 0],
        ['listFilings', 400, 1, 0, 1],
      ])
      expect(data[0]).toMatchObject({ object: 'usage', key_id: record.id, finalized: false })
      for (const granularity of ['day', 'month']) {
        const whole = (await api.get(`/v1/usage?granularity=${granularity}&key_id=${record.id}`)).json().data
        expect(whole).toMatchObject([
          { operation_id: null, key_id: null, status: null, requests: 9, units: 6, errors: 2 },
        ])
      }
      const used = (await api.get('/v1/keys')).json().data.find((one: { id: string }) => one.id === record.id)
      expect(used.last_used_at).not.toBeNull()
    })

    it('of test keys is counted and costs nothing', async () => {
      const { key, record } = await api.makeKey({ mode: 'test' })
      expect((await api.get('/v1/filings', { key })).headers['latent-cost']).toBe('0')
      await api.services.meter.flush()
      const { data } = (await api.get(`/v1/usage?key_id=${record.id}`)).json()
      expect(data).toMatchObject([{ requests: 1, units: 0 }])
    })

    it('of another organisation is never seen', async () => {
      await api.get('/v1/filings')
      await api.services.meter.flush()
      expect((await api.get('/v1/usage', { key: api.keys.foreign.key })).json().data).toEqual([])
    })

    it('pages through its rows once each', async () => {
      await api.services.meter.flush()
      const address = '/v1/usage?granularity=hour&group_by=operation,key,status'
      const all = (await api.get(address)).json().data
      const seen = []
      let cursor: string | null = null
      do {
        const more: string = cursor === null ? '' : `&cursor=${cursor}`
        const page = (await api.get(`${address}&limit=1${more}`)).json()
        seen.push(
          ...page.data.map((row: Record<string, unknown>) => JSON.stringify(Object.values(row).slice(0, 5))),
        )
        cursor = page.next_cursor
      } while (cursor !== null && seen.length < 50)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThanOrEqual(all.length)
    })

    it('comes as CSV and as NDJSON, by name or by Accept, with the same rows', async () => {
      await api.services.meter.flush()
      const address = '/v1/usage?granularity=hour&group_by=operation,key,status&operation_id=getFiling'
      const { data } = (await api.get(address)).json()
      const csv = await api.get(address, { headers: { accept: 'text/csv' } })
      expect(csv.headers['content-type']).toContain('text/csv')
      const [header, ...lines] = csv.body.trimEnd().split('\r\n')
      expect(header).toBe('period_start,operation_id,key_id,status,requests,units,errors,finalized')
      expect(lines.length).toBe(data.length)
      expect(lines[0]).toBe(
        `${data[0].period_start},getFiling,${data[0].key_id},200,${data[0].requests},${data[0].units},0,false`,
      )
      const ndjson = await api.get(`${address}&format=ndjson`)
      expect(ndjson.headers['content-type']).toContain('application/x-ndjson')
      expect(
        ndjson.body
          .trimEnd()
          .split('\n')
          .map((line) => ({ object: 'usage', ...JSON.parse(line) })),
      ).toEqual(data)
    })
  })

  describe('400', () => {
    it.each([
      'granularity=week',
      'group_by=organisation',
      'status=abc',
      'format=xml',
      'key_id=slp_live_1',
      'from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z',
      'from=2020-01-01T00:00:00Z&to=2025-01-01T00:00:00Z',
    ])('for %s', async (query) => {
      expect((await api.get(`/v1/usage?${query}`)).statusCode).toBe(400)
    })
  })

  describe('503', () => {
    it('while the journal cannot be written: nothing is answered that was not counted', async () => {
      const { meter } = api.services
      const { afterJournal, isAvailable } = meter
      try {
        meter.afterJournal = (callback) => callback(new Error('no space left on device'))
        const late = await api.get('/v1/filings')
        expect(late.statusCode).toBe(503)
        expect(late.json().code).toBe('metering_unavailable')
        meter.isAvailable = () => false
        const refused = await api.get('/v1/filings')
        expect(refused.json().code).toBe('metering_unavailable')
        expect(refused.headers['retry-after']).toBeDefined()
        expect((await api.get('/health', { key: null })).statusCode).toBe(200)
      } finally {
        Object.assign(meter, { afterJournal, isAvailable })
      }
      expect((await api.get('/v1/filings')).statusCode).toBe(200)
    })
  })
})
