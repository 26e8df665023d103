import { usageRecorder } from '@sec-latent/core/accounts/usage-recorder'
import { usageStore } from '@sec-latent/core/accounts/usage-store'
import { createLogger } from '@sec-latent/core/log'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import fc from 'fast-check'
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
      await api.get('/v1/filings?x=1', { key })
      await api.get('/v1/filings/0009900001-25-000099', { key })
      await api.get('/v1/filings/0009900001-25-000001', { key, headers: { 'if-none-match': etag } })
      await api.get('/v1/filings', { key: null })
      await api.services.recorder.flush()
      await api.services.recorder.flush()
      const { data } = (
        await api.get(`/v1/usage?granularity=hour&group_by=operation,key&key_id=${record.id}`)
      ).json()
      const rows = data.map((row: Record<string, unknown>) => [
        row.operation_id,
        row.requests,
        row.cost,
        row.errors,
      ])
      expect(rows).toEqual([
        ['getFiling', 3, 1, 1],
        ['listFilings', 6, 5, 1],
      ])
      expect(data[0]).toMatchObject({ object: 'usage', key_id: record.id })
      const daily = (await api.get(`/v1/usage?key_id=${record.id}`)).json().data
      expect(daily).toMatchObject([{ operation_id: null, key_id: null, requests: 9, cost: 6, errors: 2 }])
      const used = (await api.get('/v1/keys')).json().data.find((one: { id: string }) => one.id === record.id)
      expect(used.last_used_at).not.toBeNull()
    })

    it('of another organisation is never seen', async () => {
      await api.get('/v1/filings')
      await api.services.recorder.flush()
      expect((await api.get('/v1/usage', { key: api.keys.foreign.key })).json().data).toEqual([])
    })

    it('pages through its rows once each', async () => {
      await api.services.recorder.flush()
      const all = (await api.get('/v1/usage?granularity=hour&group_by=operation,key')).json().data
      const seen = []
      let cursor: string | null = null
      do {
        const more: string = cursor === null ? '' : `&cursor=${cursor}`
        const page = (
          await api.get(`/v1/usage?granularity=hour&group_by=operation,key&limit=1${more}`)
        ).json()
        seen.push(
          ...page.data.map(
            (row: { operation_id: string; key_id: string }) => `${row.operation_id} ${row.key_id}`,
          ),
        )
        cursor = page.next_cursor
      } while (cursor !== null && seen.length < 50)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThanOrEqual(all.length)
    })
  })

  describe('counters', () => {
    it('sum up to the truth whatever is repeated, reordered or lost on the way', async () => {
      const store = usageStore(api.sql)
      let run = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ epoch: fc.constantFrom('a', 'b', 'c'), cost: fc.nat(5) }), {
            minLength: 1,
            maxLength: 30,
          }),
          fc.infiniteStream(fc.nat()),
          async (events, order) => {
            run += 1
            const organisation_id = `org_counter_${run}`
            const totals = new Map<string, { requests: number; cost: number }>()
            const deliveries: { epoch: string; requests: number; cost: number }[] = []
            for (const { epoch, cost } of events) {
              const total = totals.get(epoch) ?? { requests: 0, cost: 0 }
              totals.set(epoch, { requests: total.requests + 1, cost: total.cost + cost })
              deliveries.push({ epoch, ...(totals.get(epoch) as { requests: number; cost: number }) })
            }
            const last = [...totals].map(([epoch, total]) => ({ epoch, ...total }))
            const shuffled = [...deliveries, ...deliveries, ...last]
              .map((delivery) => ({ delivery, at: order.next().value as number }))
              .sort((a, b) => a.at - b.at)
              .map(({ delivery }) => delivery)
            for (const { epoch, requests, cost } of shuffled) {
              await store.write(epoch, [
                {
                  organisation_id,
                  key_id: `key_${run}`,
                  operation_id: 'listFilings',
                  hour: '2025-01-01T00:00:00Z',
                  requests,
                  cost,
                  errors: 0,
                },
              ])
            }
            expect(await store.costSince(organisation_id, '2025-01-01T00:00:00Z')).toBe(
              events.reduce((sum, event) => sum + event.cost, 0),
            )
          },
        ),
        { numRuns: 20 },
      )
    })

    it('a write that failed is made good by the next one', async () => {
      const written: number[] = []
      let broken = true
      const recorder = usageRecorder(
        {
          async write(_epoch, counters) {
            if (broken) throw new Error('away')
            written.push(...counters.map((counter) => counter.requests))
          },
        },
        createLogger('test', 'silent'),
      )
      const request = { organisation_id: 'o', key_id: 'k', operation_id: 'x', cost: 1, status: 200 }
      recorder.record(request)
      await recorder.flush()
      recorder.record(request)
      broken = false
      await recorder.close()
      expect(written).toEqual([2])
    })
  })

  describe('keys', () => {
    it('are listed by their beginning and end only, those of the own organisation', async () => {
      const response = await api.get('/v1/keys?limit=500')
      const { data } = response.json()
      expect(
        data.every(
          (key: { start: string; last_four: string }) => key.start.length <= 9 && key.last_four.length === 4,
        ),
      ).toBe(true)
      expect(response.body).not.toContain(api.keys.live.key.slice(9, -4))
      expect(response.body).not.toContain(api.keys.foreign.record.id)
    })
  })
})
