import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedSample } from '../testing/seed-sample.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    await seedSample(api.sql, ({ form, period }) => form === '10-K' && (period ?? '') >= '2024-01-01')
  })
  afterAll(async () => {
    await api.close()
  })

  const list = async (query: string) => (await api.get(`/v1/subsidiaries?${query}`)).json()

  describe('subsidiaries', () => {
    it('are listed with the exhibit they stand in', async () => {
      const body = await list('cik=9990001&sort=accepted_at&limit=2')
      expect(body.data).toEqual([
        expect.objectContaining({
          object: 'subsidiary',
          position: 1,
          name: 'Tarnwick Holdings LLC',
          form_type: '10-K',
        }),
        expect.objectContaining({ position: 2, name: 'Tarnwick Services LLC', jurisdiction: 'Delaware' }),
      ])
      expect(body.data[0].document_id).toBe(`${body.data[0].accession_number}:2`)
    })

    it('are found by name and place', async () => {
      expect((await list('name=velmora%20serv')).data.length).toBeGreaterThan(0)
      expect((await list('jurisdiction=Atlantis')).data).toEqual([])
      const first = await list('limit=3')
      expect((await list(`limit=3&cursor=${first.next_cursor}`)).data[0]).not.toEqual(first.data[0])
    })
  })
})
