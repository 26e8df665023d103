import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedSample } from '../testing/seed-sample.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const FUND = '0009990081'

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    await seedSample(api.sql, ({ company }) => company.cik === FUND)
  })
  afterAll(async () => {
    await api.close()
  })

  describe('reports of funds', () => {
    it('say who the fund is, what it holds in all, and who serves it', async () => {
      const body = (await api.get(`/v1/fund-reports?cik=${FUND}`)).json()
      expect(body.data.map((row: { report_type: string }) => row.report_type)).toEqual([
        'votes',
        'portfolio',
        'census',
      ])
      const [votes, portfolio, census] = body.data
      expect(votes).toMatchObject({ votes: { report_type: 'FUND VOTING REPORT', votes_count: 3 } })
      expect(portfolio).toMatchObject({
        object: 'fund_report',
        registrant_name: 'Merrowfield Series Trust',
        registrant_cik: FUND,
        period_of_report: '2025-06-30',
        fiscal_year_end: '2025-12-31',
        series: [{ series_id: 'S000999801', class_ids: ['C000999801'] }],
        portfolio: { total_assets: 1_293_285, net_assets: 1_252_035, holdings_count: 3 },
      })
      expect(portfolio.portfolio.monthly_returns).toEqual([
        { class_id: 'C000999801', returns: [1.2, -0.35, 2.04] },
      ])
      expect(census.services.map(({ kind, name }: Record<string, string>) => [kind, name])).toEqual([
        ['auditor', 'Brindle & Sage LLP'],
        ['investment_adviser', 'Harrowgate Vale Capital LLC'],
        ['custodian', 'Almoner Street Trust Company'],
      ])
      expect(body.coverage).toMatchObject({ status: 'complete' })
    })

    it('of one kind, of one series, by period, page by page', async () => {
      const list = async (query: string) => (await api.get(`/v1/fund-reports?${query}`)).json()
      expect((await list('report_type=census&series_id=S000999801')).data).toHaveLength(1)
      expect((await list('series_id=S000000001')).data).toEqual([])
      expect((await list('period_of_report_gte=2025-01-01')).data).toHaveLength(2)
      const first = await list('limit=2')
      const second = await list(`limit=2&cursor=${first.next_cursor}`)
      expect(new Set([...first.data, ...second.data].map((row) => row.accession_number)).size).toBe(3)
      expect(second.has_more).toBe(false)
    })
  })

  describe('positions and votes of funds', () => {
    it('are found by fund and by security', async () => {
      const own = (await api.get(`/v1/fund-holdings?cik=${FUND}&sort=accepted_at`)).json()
      expect(own.data.map((row: { value: number }) => row.value)).toEqual([550_160, 439_725, 303_400])
      const held = (await api.get('/v1/fund-holdings?isin=us99tw1t1066')).json()
      expect(held.data).toEqual([
        expect.objectContaining({
          object: 'fund_holding',
          cusip: '99TW1T106',
          balance: 18_400,
          units: 'NS',
          asset_category: 'EC',
          period_of_report: '2025-06-30',
          is_on_loan: false,
          debt: null,
        }),
      ])
    })

    it('tell how a matter was voted on', async () => {
      const body = (await api.get('/v1/proxy-votes?cusip=99TW1T106&meeting_date_gte=2025-05-01')).json()
      expect(body.data.map((row: { description: string }) => row.description)).toEqual([
        'Report on the reuse of packaging',
        'Elect the nominees to the board',
      ])
      expect(body.data[0]).toMatchObject({
        object: 'proxy_vote',
        proposed_by: 'SECURITY HOLDER',
        votes: [{ how_voted: 'FOR', shares: 18_400, management_recommendation: 'AGAINST' }],
        series_id: 'S000999801',
        meeting_date: '2025-05-15',
      })
    })

    it('were not known before they were filed', async () => {
      const body = (await api.get(`/v1/fund-holdings?cik=${FUND}&as_of=2025-08-28T00:00:00Z`)).json()
      expect(body).toMatchObject({ data: [], coverage: { reason: 'not_yet_available_as_of' } })
    })
  })
})
