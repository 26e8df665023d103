import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedSample } from '../testing/seed-sample.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const VELMORA = '0009990003'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    await seedSample(api.sql, ({ form }) => ['D', 'D/A', '424B5'].includes(form))
  })
  afterAll(async () => {
    await api.close()
  })

  const list = async (query: string) => (await api.get(`/v1/offerings?${query}`)).json()

  describe('offerings', () => {
    it('under an exemption name their people, amounts and who is paid', async () => {
      const [notice] = (await list(`cik=${VELMORA}&form_type=D`)).data
      expect(notice).toMatchObject({
        object: 'offering',
        offering_type: 'regulation_d',
        stage: 'notice',
        is_amendment: false,
        exemptions: ['06b'],
        security_types: ['equity', 'option_or_warrant'],
        total_amount: 3_000_000,
        amount_sold: 1_850_000,
        amount_remaining: 1_150_000,
        first_sale_on: '2024-06-03',
        investors: { total_count: 14, has_non_accredited: false },
        sales_compensation: [{ name: 'Lucasta Windermere', states: ['OR', 'WA', 'CA'] }],
      })
      expect(notice.issuers[0]).toMatchObject({
        cik: VELMORA,
        previous_names: [],
        address: { city: 'Dry Larch' },
      })
      expect(
        notice.related_persons.map((person: { relationships: string[] }) => person.relationships),
      ).toEqual([['Executive Officer'], ['Director', 'Promoter']])
    })

    it('by prospectus have price, total and what is left of it', async () => {
      const [prospectus] = (await list('offering_type=registered')).data
      expect(prospectus).toMatchObject({
        stage: 'prospectus',
        file_number: '333-999031',
        base_prospectus_date: '2025-04-14',
        security_description: '600,000 Shares of Common Stock',
        price_per_security: 7.25,
        total_amount: 4_350_000,
        net_proceeds: 4_086_000,
        fees: [{ kind: 'underwriting', per_security: 0.44, amount: 264_000 }],
      })
    })

    it('are found by amount, exemption and stage, latest first, page by page', async () => {
      expect((await list('total_amount_gte=4000000')).data).toHaveLength(1)
      expect((await list('exemption=06b,06c')).data).toHaveLength(2)
      expect((await list('stage=notice&total_amount_lte=1')).data).toEqual([])
      const first = await list('limit=2')
      const second = await list(`limit=2&cursor=${first.next_cursor}`)
      expect([...first.data, ...second.data].map((row: { form_type: string }) => row.form_type)).toEqual([
        '424B5',
        'D/A',
        'D',
      ])
    })

    it('refuse what they do not know and say why they are empty', async () => {
      expect((await api.get('/v1/offerings?exemptions=06b')).statusCode).toBe(400)
      expect((await api.get('/v1/offerings?offering_type=reg_d')).statusCode).toBe(400)
      expect((await list('cik=9900099')).coverage).toMatchObject({ reason: 'entity_not_covered' })
    })
  })
})
