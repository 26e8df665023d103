import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedSample } from '../testing/seed-sample.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const TARNWICK = '0009990001'

forEachPostgres((version) => {
  let api: TestApp
  let items: number
  beforeAll(async () => {
    api = await testApp({ version })
    const samples = await seedSample(
      api.sql,
      ({ form, company }) => form === '8-K' && company.cik === TARNWICK,
    )
    items = samples.reduce((sum, sample) => sum + sample.items.length, 0)
  })
  afterAll(async () => {
    await api.close()
  })

  const list = async (query: string) => (await api.get(`/v1/events?${query}`)).json()

  describe('events', () => {
    it('are every item of every report, each with its section', async () => {
      const body = await list(`cik=${TARNWICK}&limit=500`)
      expect(body.data).toHaveLength(items)
      for (const event of body.data) {
        expect(event).toMatchObject({ object: 'event', cik: TARNWICK, named_in: 'both', form_type: '8-K' })
        expect(event.section_id).toBe(`${event.document_id}:8k.item_${event.item_code.replace('.', '_')}`)
        expect(event.span.end).toBeGreaterThan(event.span.start)
      }
      expect(body.coverage).toMatchObject({ status: 'complete' })
    })

    it('are found by type, by item and by day', async () => {
      const results = await list('event_type=results_of_operations')
      expect(results.data.length).toBeGreaterThan(0)
      expect((await list('item_code=2.02')).data).toEqual(results.data)
      const [latest] = results.data
      const after = await list(`event_type=results_of_operations&event_date_gte=${latest.event_date}`)
      expect(after.data).toEqual([latest])
    })

    it('page through without losing or repeating one', async () => {
      const seen: string[] = []
      let cursor = ''
      for (let turn = 0; turn < 100; turn++) {
        const page = await list(`limit=3${cursor}`)
        seen.push(
          ...page.data.map(
            (event: { accession_number: string; position: number }) =>
              `${event.accession_number} ${event.position}`,
          ),
        )
        if (!page.next_cursor) break
        cursor = `&cursor=${page.next_cursor}`
      }
      expect(new Set(seen).size).toBe(items)
      expect(seen).toHaveLength(items)
    })

    it('refuse a type that does not exist', async () => {
      const answer = await api.get('/v1/events?event_type=results_of_operation')
      expect(answer.statusCode).toBe(400)
      expect(answer.body).toContain('results_of_operations')
    })
  })
})
