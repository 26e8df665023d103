import { parseProposedSale } from '@sec-latent/core/proposed-sales/parse-notice'
import { insertProposedSales } from '@sec-latent/core/proposed-sales/store'
import { sampleCorpusFilings } from '@sec-latent/core/sample-corpus/corpus'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filer } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const ISSUER = '0009990001'
const SELLER = '0009991004'
const ACCESSION = '0009991004-25-000001'

forEachPostgres((version) => {
  let api: TestApp

  beforeAll(async () => {
    api = await testApp({ version })
    const sample = sampleCorpusFilings().find(({ form }) => form === '144')
    const text = sample?.submission.toString() ?? ''
    const notice = parseProposedSale(text.slice(text.indexOf('<XML>'), text.indexOf('</XML>') + 6))
    const filers = [
      filer(ISSUER, 'TARNWICK TIDAL INSTRUMENTS INC', 'subject_company'),
      filer(SELLER, 'ASHGROVE TORVALD', 'reporting_owner'),
    ]
    const { document_id } = await api.seed.filing({
      accession_number: ACCESSION,
      cik: ISSUER,
      form_type: '144',
      accepted_at: '2025-05-20T19:12:44Z',
      filers,
    })
    for (let run = 0; run < 2; run++)
      await api.sql.begin((tx) =>
        insertProposedSales(tx, { accession_number: ACCESSION }, [{ document_id, notice }]),
      )
    await api.seed.ledger(ACCESSION, { proposed_sales: ['ok_found'] })
  })
  afterAll(async () => {
    await api.close()
  })

  describe('proposed sales', () => {
    it('say what is to be sold, whence it came and what was sold before', async () => {
      const body = (await api.get(`/v1/proposed-sales?seller_cik=${SELLER}`)).json()
      expect(body.data).toHaveLength(1)
      expect(body.data[0]).toMatchObject({
        object: 'proposed_sale',
        issuer_cik: ISSUER,
        seller_name: 'Torvald Ashgrove',
        relationships: ['Officer'],
        securities: [{ units_to_be_sold: 6_000, aggregate_market_value: 165_180 }],
        acquisitions: [{ acquired_date: '2025-02-28', is_gift: false }],
        sold_in_past_3_months: [{ amount_sold: 2_500, gross_proceeds: 66_300 }],
        plan_adoption_dates: ['2024-12-06'],
      })
      expect(body.coverage).toMatchObject({ status: 'complete', reason: null })
    })

    it('are found by the issuer and the day of the notice, and an empty list says why', async () => {
      const day = (query: string) => api.get(`/v1/proposed-sales?cik=${ISSUER}&${query}`)
      expect((await day('notice_date_gte=2025-05-20')).json().data).toHaveLength(1)
      const later = (await day('notice_date_gt=2025-05-20')).json()
      expect(later.data).toEqual([])
      expect(later.coverage.reason).toBe('no_match')
    })
  })
})
