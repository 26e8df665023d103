import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HARBOR, MERIDIAN } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    await api.seed.filing({ accession_number: '0009900001-25-000001', accepted_at: '2025-02-20T21:05:00Z' })
    await api.seed.filing({
      accession_number: '0009900001-25-000002',
      form_type: '8-K',
      items: ['5.02', '9.01'],
      accepted_at: '2025-03-01T11:00:00Z',
      period_of_report: '2025-02-27',
    })
    await api.seed.filing({
      accession_number: '0009900002-25-000001',
      cik: MERIDIAN,
      accepted_at: '2025-03-01T11:00:00Z',
    })
    await api.seed.filing({ accession_number: '0009900001-25-000009', dataset: 'test', cik: '0009900007' })
    await api.seed.filing({ accession_number: '0009900001-25-000010', available_at: null })
    await api.seed.entities.recordTickers('live', [{ cik: HARBOR, ticker: 'HLRB', exchange: 'Nasdaq' }])
  })
  afterAll(async () => {
    await api.close()
  })

  const numbers = (response: { json(): { data: { accession_number: string }[] } }) =>
    response.json().data.map((filing) => filing.accession_number)

  describe('200', () => {
    it('lists the latest accepted filing first and breaks ties by accession number', async () => {
      expect(numbers(await api.get('/v1/filings'))).toEqual([
        '0009900002-25-000001',
        '0009900001-25-000002',
        '0009900001-25-000001',
      ])
    })

    it('serves a filing with every field of the contract, times in UTC', async () => {
      const response = await api.get('/v1/filings/0009900001-25-000002')
      expect(response.statusCode).toBe(200)
      expect(response.json()).toMatchObject({
        object: 'filing',
        accession_number: '0009900001-25-000002',
        form_type: '8-K',
        accepted_at: '2025-03-01T11:00:00Z',
        filing_date: '2025-03-01',
        items: ['5.02', '9.01'],
        filers: [{ role: 'filer', cik: HARBOR, name: 'HARBOR LIGHT ROBOTICS INC', irs_number: null }],
      })
    })

    it('takes an accession number without dashes and a CIK in any padding', async () => {
      expect((await api.get('/v1/filings/000990000125000002')).json().accession_number).toBe(
        '0009900001-25-000002',
      )
      for (const cik of ['9900002', '0009900002', '00009900002', 'CIK0009900002']) {
        expect(numbers(await api.get(`/v1/filings?cik=${cik}`)), cik).toEqual(['0009900002-25-000001'])
      }
    })

    it('reads repeated and comma-separated values as any of them', async () => {
      expect(numbers(await api.get('/v1/filings?cik=9900001,9900002&form_type=10-K'))).toHaveLength(2)
      expect(numbers(await api.get('/v1/filings?form_type=8-K&form_type=10-K'))).toHaveLength(3)
    })

    it.each([
      ['form_type=8-k', 1],
      ['ticker=hlrb', 2],
      ['ticker=HLRB&cik=9900002', 0],
      ['item_code=5.02', 1],
      ['item_code=1.01', 0],
      ['item_code=3C.1', 0],
      ['accepted_at_gte=2025-03-01T11:00:00Z', 2],
      ['accepted_at_gt=2025-03-01T11:00:00Z', 0],
      ['accepted_at_lt=2025-03-01T12:00:00%2B01:00', 1],
      ['filing_date=2025-02-20', 1],
      ['filing_date_lte=2025-02-20', 1],
      ['period_of_report=2025-02-27', 1],
      ['period_of_report_gte=2025-01-01&period_of_report_lt=2025-03-01', 1],
    ])('filters by %s', async (filter, count) => {
      expect(numbers(await api.get(`/v1/filings?${filter}`))).toHaveLength(count)
    })

    it('sorts the earliest first on request', async () => {
      expect(numbers(await api.get('/v1/filings?sort=accepted_at'))[0]).toBe('0009900001-25-000001')
    })

    it('counts matches only when asked to', async () => {
      expect((await api.get('/v1/filings?limit=1&include=total')).json().total).toEqual({
        value: 3,
        relation: 'eq',
      })
      expect((await api.get('/v1/filings?limit=1')).json()).not.toHaveProperty('total')
    })

    it('shows a test key the fictional world only, and a live key the real one only', async () => {
      const key = api.keys.test.key
      expect(numbers(await api.get('/v1/filings', { key }))).toEqual(['0009900001-25-000009'])
      expect((await api.get('/v1/filings/0009900001-25-000001', { key })).json().code).toBe(
        'filing_not_found',
      )
      expect((await api.get('/v1/filings/0009900001-25-000009')).json().code).toBe('filing_not_found')
    })

    it('finds the filing of an EDGAR URL and the document it points at', async () => {
      const url = encodeURIComponent(
        'https://www.sec.gov/ix?doc=/Archives/edgar/data/9900001/000990000125000001/report.htm',
      )
      expect((await api.get(`/v1/filings/resolve?url=${url}`)).json()).toMatchObject({
        accession_number: '0009900001-25-000001',
        cik: HARBOR,
        document_id: '0009900001-25-000001:1',
        filing: { object: 'filing' },
      })
    })
  })

  describe('as_of', () => {
    it('answers as the API would have answered then: by acceptance and by availability', async () => {
      await api.seed.filing({
        accession_number: '0009900003-25-000001',
        cik: '0009900003',
        accepted_at: '2025-04-01T10:00:00Z',
        available_at: '2025-04-01T10:00:30.123456Z',
      })
      const at = async (moment: string) => (await api.get(`/v1/filings?cik=9900003&as_of=${moment}`)).json()
      expect((await at('2025-04-01T10:00:29Z')).data).toEqual([])
      expect((await at('2025-04-01T10:00:29Z')).coverage.reason).toBe('not_yet_available_as_of')
      const served = (await api.get('/v1/filings/0009900003-25-000001')).json().available_at
      expect((await at(served)).data, 'its own available_at shows it').toHaveLength(1)
      expect((await at('2025-04-01T10:00:31Z')).as_of).toBe('2025-04-01T10:00:31Z')
    })

    it('says so in a header and refuses a moment in the future', async () => {
      const response = await api.get('/v1/filings/0009900001-25-000001?as_of=2025-06-01T00:00:00Z')
      expect(response.headers['latent-as-of']).toBe('2025-06-01T00:00:00Z')
      expect((await api.get('/v1/filings?as_of=2999-01-01T00:00:00Z')).statusCode).toBe(400)
    })
  })

  describe('404', () => {
    it('an unknown accession is a problem of its own', async () => {
      const response = await api.get('/v1/filings/0009900001-99-000001')
      expect(response.statusCode).toBe(404)
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(response.json()).toMatchObject({
        type: 'http://portal.test/docs/errors/filing_not_found',
        status: 404,
        code: 'filing_not_found',
        instance: '/v1/filings/0009900001-99-000001',
        request_id: response.headers['request-id'],
      })
    })

    it('a filing that is still being read is told apart from an unknown one, and may be retried', async () => {
      const response = await api.get('/v1/filings/0009900001-25-000010')
      expect(response.json()).toMatchObject({ code: 'filing_not_published', retryable: true })
      expect(response.json().detail).toContain('parsed')
    })
  })

  describe('coverage', () => {
    it.each([
      ['cik=9900002', 'complete', null],
      ['cik=9900002&form_type=8-K', 'none', 'no_match'],
      ['cik=9900002&accepted_at_lt=2000-01-01T00:00:00Z', 'complete', 'no_match'],
      ['cik=42', 'none', 'entity_not_covered'],
      ['ticker=NOPE', 'none', 'entity_not_covered'],
      ['cik=9900001', 'partial', 'pending'],
    ])('of %s is %s for the reason %s', async (filter, status, reason) => {
      expect((await api.get(`/v1/filings?${filter}`)).json().coverage).toMatchObject({ status, reason })
    })
  })
})
