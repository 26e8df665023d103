import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filer } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
  })
  afterAll(async () => {
    await api.close()
  })

  const numbers = (response: { json(): { data: { accession_number: string }[] } }) =>
    response.json().data.map((filing) => filing.accession_number)

  describe('amendments and custody', () => {
    const ORIGINAL = '0009900003-24-000001'
    const FIRST = '0009900003-24-000002'
    const SECOND = '0009900003-24-000003'
    const ENDED = '0009900003-25-000001'
    const report = { cik: '0009900003', filers: [filer('0009900003', 'LANTERN HARBOR INC')] }
    beforeAll(async () => {
      const period_of_report = '2023-12-31'
      await api.seed.filing({
        ...report,
        accession_number: ORIGINAL,
        period_of_report,
        accepted_at: '2024-02-20T21:05:00Z',
      })
      for (const [accession_number, accepted_at] of [
        [FIRST, '2024-04-20T21:05:00Z'],
        [SECOND, '2024-05-20T21:05:00Z'],
      ] as const) {
        await api.seed.filing({
          ...report,
          accession_number,
          form_type: '10-K/A',
          period_of_report,
          accepted_at,
        })
      }
      await api.seed.filing({
        ...report,
        accession_number: ENDED,
        form_type: '15-12G',
        period_of_report: null,
        accepted_at: '2024-06-20T21:05:00Z',
      })
    })

    it('an amendment names the latest earlier filing of its base form for the same period', async () => {
      expect((await api.get(`/v1/filings/${SECOND}`)).json().amends).toBe(ORIGINAL)
      expect((await api.get(`/v1/filings/${ORIGINAL}`)).json().amends).toBeNull()
    })

    it('filters by what is amended', async () => {
      expect(numbers(await api.get(`/v1/filings?amends=${ORIGINAL}`))).toEqual([SECOND, FIRST])
      expect(numbers(await api.get(`/v1/filings?amends=${FIRST}`))).toEqual([])
    })

    it('lists everything that belongs to a filing, as it was known at a moment', async () => {
      const related = async (path: string) =>
        (await api.get(`/v1/filings/${path}`))
          .json()
          .data.map((one: { relation: string; filing: { accession_number: string } }) => [
            one.relation,
            one.filing.accession_number,
          ])
      expect(await related(`${ORIGINAL}/related`)).toEqual([
        ['amended_by', FIRST],
        ['amended_by', SECOND],
        ['deregistration', ENDED],
      ])
      expect(await related(`${SECOND}/related`)).toEqual([
        ['amends', ORIGINAL],
        ['amends_the_same', FIRST],
        ['deregistration', ENDED],
      ])
      expect(await related(`${ORIGINAL}/related?as_of=2024-05-01T00:00:00Z`)).toEqual([['amended_by', FIRST]])
    })

    it('one filing shows all its header says and that its bytes are those first seen', async () => {
      const filing = (await api.get(`/v1/filings/${ORIGINAL}`)).json()
      expect(filing.filers[0]).toMatchObject({ cik: '0009900003', business_address: null, former_names: [] })
      expect(filing.details).toMatchObject({ paper: false, series: [] })
      expect(filing.custody).toMatchObject({ state: 'unchanged', events: [], last_checked_at: null })
      expect(filing.custody.submission_sha256).toBe(filing.submission_sha256)
    })
  })
})
