import type { FilingRecord } from '@sec-latent/core/filings/filing'
import type { FiledHolding, HoldingsReport } from '@sec-latent/core/holdings/holding'
import { insertHoldings, insertHoldingsReport } from '@sec-latent/core/holdings/store'
import { unitOf, valued } from '@sec-latent/core/holdings/units'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filer } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const MANAGER = '0009900071'
const OTHER = '0009900072'

interface Wish {
  accession: string
  manager?: string
  period: string
  accepted: string
  report_type?: HoldingsReport['report_type']
  amendment?: HoldingsReport['amendment_type'] | 'unsaid'
  rows: [cusip: string, shares: number, value: number, put_call?: 'put' | 'call'][]
}

forEachPostgres((version) => {
  let api: TestApp

  async function report({
    accession,
    manager = MANAGER,
    period,
    accepted,
    report_type,
    amendment,
    rows,
  }: Wish) {
    const form_type = `${report_type === 'notice' ? '13F-NT' : '13F-HR'}${amendment ? '/A' : ''}`
    const filers = [filer(manager, 'OAKMERE CAPITAL LLC')]
    const seeded = await api.seed.filing({
      accession_number: accession,
      cik: manager,
      form_type,
      accepted_at: accepted,
      period_of_report: period,
      filers,
    })
    const filing = { accession_number: accession, filers, period_of_report: period } as FilingRecord
    await insertHoldingsReport(api.sql, filing, {
      form_type,
      report_type: report_type ?? 'holdings',
      period_of_report: period,
      is_amendment: amendment !== undefined,
      amendment_type: amendment === 'unsaid' ? null : (amendment ?? null),
      manager_name: 'Oakmere Capital LLC',
      confidential_omitted: false,
      amendment_number: amendment ? 1 : null,
      form_13f_file_number: null,
      crd_number: null,
      sec_file_number: null,
      additional_information: null,
      reporting_managers: [],
      included_managers: [],
      included_manager_count: 0,
      table_entry_total: rows.length,
      table_value_total: null,
      entries_read: rows.length,
      value_read: null,
      value_unit: null,
      signed_by: null,
      signed_on: null,
    } satisfies HoldingsReport)
    const filed = rows.map(
      ([cusip, shares, value, put_call]): FiledHolding => ({
        issuer_name: cusip === '99QF2P103' ? 'PELLWORTH CO' : 'OAKMERE TOOL WORKS',
        title_of_class: 'COM',
        cusip,
        figi: null,
        value_as_filed: value,
        shares,
        shares_type: 'SH',
        put_call: put_call ?? null,
        investment_discretion: 'SOLE',
        other_managers: ['1', '3'],
        voting_sole: shares,
        voting_shared: 0,
        voting_none: 0,
      }),
    )
    const holdings = valued(filed, unitOf(filed, accepted.slice(0, 10)))
    if (holdings.length > 0) await insertHoldings(api.sql, filing, seeded.document_id, holdings)
    // Both may be repeated.
    await insertHoldings(api.sql, filing, seeded.document_id, holdings)
    await api.seed.ledger(accession, { holdings: [rows.length > 0 ? 'ok_found' : 'ok_none'] })
  }

  beforeAll(async () => {
    api = await testApp({ version })
    const [A, B, C] = ['99TW1T106', '99QF2P103', '99VG3L103'] as const
    await report({
      accession: '0009900071-22-000001',
      period: '2022-09-30',
      accepted: '2022-11-10T20:00:00Z',
      rows: [[A, 1000, 40]],
    })
    await report({
      accession: '0009900071-25-000001',
      period: '2025-03-31',
      accepted: '2025-05-10T20:00:00Z',
      rows: [
        [A, 100, 4000],
        [A, 50, 2000],
        [B, 300, 9000],
        [B, 10, 300, 'put'],
      ],
    })
    await report({
      accession: '0009900071-25-000002',
      period: '2025-03-31',
      accepted: '2025-05-20T20:00:00Z',
      amendment: 'restatement',
      rows: [
        [A, 100, 4000],
        [A, 40, 1600],
        [B, 300, 9000],
        [B, 10, 300, 'put'],
      ],
    })
    await report({
      accession: '0009900071-25-000003',
      period: '2025-06-30',
      accepted: '2025-08-10T20:00:00Z',
      rows: [
        [A, 200, 9000],
        [B, 250, 8000],
      ],
    })
    await report({
      accession: '0009900071-25-000004',
      period: '2025-06-30',
      accepted: '2025-09-10T20:00:00Z',
      amendment: 'new_holdings',
      rows: [[C, 70, 700]],
    })
    await report({
      accession: '0009900071-25-000005',
      period: '2025-06-30',
      accepted: '2025-09-11T20:00:00Z',
      amendment: 'unsaid',
      rows: [[C, 9999, 1]],
    })
    await report({
      accession: '0009900072-25-000001',
      manager: OTHER,
      period: '2025-06-30',
      accepted: '2025-08-12T20:00:00Z',
      rows: [[A, 5, 220]],
    })
    await report({
      accession: '0009900072-25-000002',
      manager: OTHER,
      period: '2025-03-31',
      accepted: '2025-05-12T20:00:00Z',
      report_type: 'notice',
      rows: [],
    })
  })
  afterAll(async () => {
    await api.close()
  })

  const sharesOf = (body: { data: { cusip: string; shares: number }[] }) =>
    body.data.map(({ cusip, shares }) => `${cusip} ${shares}`)

  describe('holdings', () => {
    it('are listed as filed, with the value in dollars whatever was filed', async () => {
      const body = (await api.get(`/v1/holdings?cik=${MANAGER}&period_of_report=2022-09-30`)).json()
      expect(body.data).toEqual([
        expect.objectContaining({
          object: 'holding',
          manager_cik: MANAGER,
          manager_name: 'Oakmere Capital LLC',
          issuer_name: 'OAKMERE TOOL WORKS',
          value: 40_000,
          value_as_filed: 40,
          value_status: 'normalized',
          value_reason: 'thousands_era',
          shares: 1000,
          other_managers: ['1', '3'],
          period_of_report: '2022-09-30',
        }),
      ])
      expect(body.coverage).toMatchObject({ status: 'complete', reason: null })
    })

    it('count once after a restatement and new holdings, and an amendment that says neither counts for nothing', async () => {
      const net = async (query: string) =>
        sharesOf((await api.get(`/v1/holdings?cik=${MANAGER}&view=net&sort=accepted_at&${query}`)).json())
      expect(await net('period_of_report=2025-03-31')).toEqual([
        '99TW1T106 100',
        '99TW1T106 40',
        '99QF2P103 300',
        '99QF2P103 10',
      ])
      expect(await net('period_of_report=2025-06-30')).toEqual([
        '99TW1T106 200',
        '99QF2P103 250',
        '99VG3L103 70',
      ])
    })

    it('are what was known at the moment asked about', async () => {
      const before = `/v1/holdings?cik=${MANAGER}&view=net&period_of_report=2025-03-31&as_of=2025-05-15T00:00:00Z`
      expect(sharesOf((await api.get(before)).json())).toContain('99TW1T106 50')
    })

    it('of one security name every manager that holds it', async () => {
      const body = (await api.get('/v1/holdings?cusip=99tw1t106&period_of_report=2025-06-30')).json()
      expect(body.data.map((row: { manager_cik: string }) => row.manager_cik)).toEqual([OTHER, MANAGER])
      const named = (await api.get('/v1/holdings?issuer_name=pellw&put_call=put&view=net')).json()
      expect(sharesOf(named)).toEqual(['99QF2P103 10'])
      expect((await api.get('/v1/holdings?issuer_name=p%25')).json().data).toEqual([])
    })

    it('page without losing or repeating a row', async () => {
      const whole = (await api.get(`/v1/holdings?cik=${MANAGER}`)).json()
      const seen: string[] = []
      let cursor = ''
      for (let i = 0; i < 20; i++) {
        const page = (await api.get(`/v1/holdings?cik=${MANAGER}&limit=3${cursor}`)).json()
        seen.push(...sharesOf(page))
        if (!page.next_cursor) break
        cursor = `&cursor=${page.next_cursor}`
      }
      expect(seen).toEqual(sharesOf(whole))
      expect(seen).toHaveLength(13)
    })

    it('refuse what they do not know', async () => {
      expect((await api.get('/v1/holdings?manager=1')).statusCode).toBe(400)
      expect((await api.get('/v1/holdings?view=gross')).statusCode).toBe(400)
      expect((await api.get('/v1/holdings?cusip=12')).statusCode).toBe(400)
      expect((await api.get('/v1/holdings/changes')).statusCode).toBe(400)
    })
  })

  describe('reports of holdings', () => {
    it('say what they are and which of them count', async () => {
      const body = (await api.get(`/v1/holdings/reports?cik=${MANAGER}&period_of_report=2025-06-30`)).json()
      expect(
        body.data.map((row: Record<string, unknown>) => [
          row.amendment_type,
          row.is_amendment,
          row.is_in_force,
        ]),
      ).toEqual([
        [null, true, false],
        ['new_holdings', true, true],
        [null, false, true],
      ])
      const notices = (await api.get('/v1/holdings/reports?report_type=notice')).json()
      expect(notices.data).toEqual([
        expect.objectContaining({ object: 'holdings_report', manager_cik: OTHER, form_type: '13F-NT' }),
      ])
      const march = (
        await api.get(`/v1/holdings/reports?cik=${MANAGER}&period_of_report=2025-03-31&limit=1`)
      ).json()
      const rest = await api.get(
        `/v1/holdings/reports?cik=${MANAGER}&period_of_report=2025-03-31&limit=1&cursor=${march.next_cursor}`,
      )
      expect(rest.json()).toMatchObject({ data: [{ is_in_force: false }], has_more: false })
    })
  })

  describe('changes of holdings', () => {
    const changes = async (query: string) => (await api.get(`/v1/holdings/changes?${query}`)).json()

    it('compare a quarter with the one before, after amendments', async () => {
      const body = await changes(`cik=${MANAGER}`)
      expect(body.comparison).toMatchObject({
        status: 'ok',
        period_before: '2025-03-31',
        period_after: '2025-06-30',
        reports_before: [{ accession_number: '0009900071-25-000002', amendment_type: 'restatement' }],
        reports_after: [
          { accession_number: '0009900071-25-000003', amendment_type: null },
          { accession_number: '0009900071-25-000004', amendment_type: 'new_holdings' },
        ],
      })
      const brief = body.data.map((row: Record<string, unknown>) => [
        row.cusip,
        row.put_call,
        row.change,
        row.shares_before,
        row.shares_after,
        row.value_after,
      ])
      expect(brief).toEqual([
        ['99QF2P103', null, 'decreased', 300, 250, 8000],
        ['99QF2P103', 'put', 'closed', 10, null, null],
        ['99TW1T106', null, 'increased', 140, 200, 9000],
        ['99VG3L103', null, 'new', null, 70, 700],
      ])
    })

    it('are told by kind, page by page', async () => {
      expect((await changes(`cik=${MANAGER}&change=new,closed`)).data).toHaveLength(2)
      const first = await changes(`cik=${MANAGER}&limit=3`)
      const second = await changes(`cik=${MANAGER}&limit=3&cursor=${first.next_cursor}`)
      expect([...first.data, ...second.data].map((row: { change: string }) => row.change)).toEqual([
        'decreased',
        'closed',
        'increased',
        'new',
      ])
    })

    it('are not made up where a report is not known or the holdings are reported elsewhere', async () => {
      expect(await changes(`cik=${MANAGER}&period_of_report=2025-03-31`)).toMatchObject({
        data: [],
        comparison: { status: 'no_prior_report', period_before: '2024-12-31' },
      })
      expect(await changes(`cik=${OTHER}&period_of_report=2025-06-30`)).toMatchObject({
        data: [],
        comparison: { status: 'notice' },
      })
      expect(await changes('cik=9900099')).toMatchObject({
        data: [],
        comparison: { status: 'no_report', period_after: null },
        coverage: { status: 'none', reason: 'entity_not_covered' },
      })
    })
  })
})
