import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoredHolding } from '../../holdings/rule-rows-store.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { filedForms } from './filed-forms.ts'
import { changesBetween, positionsOf, reportsInForce } from './holdings-change.ts'
import { instDeltaRule } from './inst-delta.ts'

const cover = (parts: { quarter: string; count: number; total: number; amendment?: string }) =>
  `<?xml version="1.0"?><edgarSubmission xmlns="http://www.sec.gov/edgar/thirteenffiler"><headerData><submissionType>${parts.amendment ? '13F-HR/A' : '13F-HR'}</submissionType></headerData>
  <formData><coverPage><reportCalendarOrQuarter>${parts.quarter}</reportCalendarOrQuarter><isAmendment>${parts.amendment ? 'true' : 'false'}</isAmendment>
  ${parts.amendment ? `<amendmentNo>1</amendmentNo><amendmentInfo>${parts.amendment === 'none' ? '' : `<amendmentType>${parts.amendment}</amendmentType>`}</amendmentInfo>` : ''}
  <filingManager><name>Invented Manager</name></filingManager><reportType>13F HOLDINGS REPORT</reportType></coverPage>
  <summaryPage><tableEntryTotal>${parts.count}</tableEntryTotal><tableValueTotal>${parts.total}</tableValueTotal></summaryPage></formData></edgarSubmission>`

/** CUSIP, shares, value in dollars, put or call. */
type Row = [string, number, number, ('Put' | 'Call')?]
const table = (rows: Row[]) =>
  `<?xml version="1.0"?><informationTable xmlns="http://www.sec.gov/edgar/document/thirteenf/informationtable">${rows
    .map(
      ([cusip, shares, value, side]) =>
        `<infoTable><nameOfIssuer>ISSUER ${cusip}</nameOfIssuer><titleOfClass>COM</titleOfClass><cusip>${cusip}</cusip><value>${value}</value>
    <shrsOrPrnAmt><sshPrnamt>${shares}</sshPrnamt><sshPrnamtType>SH</sshPrnamtType></shrsOrPrnAmt>${side ? `<putCall>${side}</putCall>` : ''}
    <investmentDiscretion>SOLE</investmentDiscretion></infoTable>`,
    )
    .join('')}</informationTable>`

const [A, B, C, D, E] = ['037833100', '594918104', '023135106', '02079K305', '88160R101'] as const

describe('the changes of a manager\u2019s holdings', () => {
  let database: TestDatabase
  let forms: ReturnType<typeof filedForms>
  let managers = 0
  const manager = () => `00090050${String(++managers).padStart(2, '0')}`
  beforeAll(async () => {
    database = await testDatabase()
    forms = filedForms(database.sql)
  })
  afterAll(() => database.close())

  const report = (of: string, accepted: string, quarter: string, rows: Row[], amendment?: string) => {
    const form_type = amendment ? '13F-HR/A' : '13F-HR'
    const [month = '', day = '', year = ''] = quarter.split('-')
    return forms.file({
      form_type,
      accepted,
      period: `${year}-${month}-${day}`,
      parties: `FILER:\n\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\t\t${of}\n`,
      documents: [
        {
          type: form_type,
          name: 'primary_doc.xml',
          content: cover({
            quarter,
            count: rows.length,
            total: rows.reduce((sum, [, , value]) => sum + value, 0),
            amendment,
          }),
        },
        { type: 'INFORMATION TABLE', name: 'table.xml', content: table(rows) },
      ],
    })
  }
  const before: Row[] = [
    [A, 1000, 100_000],
    [B, 500, 50_000],
    [C, 200, 20_000],
    [D, 300, 90_000],
    [E, 10, 1_000, 'Put'],
  ]
  const after: Row[] = [
    [A, 1500, 165_000],
    [B, 400, 44_000],
    [D, 6000, 93_000],
    [E, 10, 1_100, 'Put'],
    [E, 50, 5_000],
    [A, 100, 11_000],
  ]

  test('are counted by share counts, with puts apart and splits left out', async () => {
    const of = manager()
    const prior = await report(of, '2024-02-14 12:00', '12-31-2023', before)
    const form = await report(of, '2024-05-15 12:00', '03-31-2024', after)
    const [signal] = (await forms.run(instDeltaRule, form)).signals
    expect(signal).toMatchObject({ value: 4, unit: 'count', direction: 1, subject: null })
    expect(signal?.payload).toMatchObject({
      period_of_report: '2024-03-31',
      prior_period: '2023-12-31',
      accession_numbers: [form],
      prior_accession_numbers: [prior],
      positions: 5,
      prior_positions: 5,
      opened: 1,
      closed: 1,
      increased: 1,
      decreased: 1,
      unchanged: 1,
      splits: 1,
      unknown: 0,
      total_value: 319_100,
      prior_total_value: 261_000,
      value_bought: 600 * 110 + 5_000,
      value_sold: 100 * 110 + 20_000,
    })
    const payload = signal?.payload as { additions: unknown[]; exits: unknown[]; reductions: unknown[] }
    expect(payload.additions[0]).toEqual({
      cusip: A,
      issuer_name: `ISSUER ${A}`,
      put_call: null,
      shares_before: 1000,
      shares_after: 1600,
      shares_change: 600,
      traded_value: 66_000,
    })
    expect(payload.exits).toEqual([
      {
        cusip: C,
        issuer_name: `ISSUER ${C}`,
        put_call: null,
        shares_before: 200,
        shares_after: null,
        shares_change: -200,
        traded_value: 20_000,
      },
    ])
    expect(signal?.evidence.map((piece) => (piece as { path?: string }).path ?? piece.kind)).toEqual([
      '/edgarSubmission/formData/summaryPage/tableEntryTotal',
      '/edgarSubmission/formData/summaryPage/tableValueTotal',
      '/edgarSubmission/formData/coverPage/reportCalendarOrQuarter',
      '/informationTable/infoTable[1]',
      '/informationTable/infoTable[5]',
      '/informationTable/infoTable[2]',
      'header_field',
    ])
  })

  test('need the report of the very quarter before, accepted by then', async () => {
    const of = manager()
    await report(of, '2023-11-14 12:00', '09-30-2023', before)
    const form = await report(of, '2024-05-15 12:00', '03-31-2024', after)
    await report(of, '2024-05-20 12:00', '12-31-2023', before)
    expect(await forms.run(instDeltaRule, form)).toMatchObject({
      status: 'insufficient_data',
      reason: 'no_report_of_quarter_before',
      missing: ['report of the quarter that ended 2023-12-31'],
    })
  })

  test('a restatement replaces, new holdings add, and an amendment that says neither says nothing', async () => {
    const of = manager()
    await report(of, '2024-02-14 12:00', '12-31-2023', before)
    await report(of, '2024-02-20 12:00', '12-31-2023', [[A, 1600, 160_000]], 'RESTATEMENT')
    const added = await report(of, '2024-02-25 12:00', '12-31-2023', [[B, 400, 40_000]], 'NEW HOLDINGS')
    await report(of, '2024-05-15 12:00', '03-31-2024', [[A, 1600, 170_000]])
    const more = await report(of, '2024-05-20 12:00', '03-31-2024', [[B, 450, 49_500]], 'NEW HOLDINGS')
    const { payload } = (await forms.run(instDeltaRule, more)).signals[0] ?? {}
    expect(payload).toMatchObject({
      positions: 2,
      prior_positions: 2,
      unchanged: 1,
      increased: 1,
      value_bought: 50 * 110,
    })
    expect((payload as { prior_accession_numbers: string[] }).prior_accession_numbers.at(-1)).toBe(added)
    const unclear = await report(of, '2024-05-25 12:00', '03-31-2024', [[B, 450, 49_500]], 'none')
    expect((await forms.run(instDeltaRule, unclear)).reason).toBe('amendment_type_not_stated')
    const orphan = await report(
      manager(),
      '2024-05-25 12:00',
      '03-31-2024',
      [[B, 450, 49_500]],
      'NEW HOLDINGS',
    )
    expect((await forms.run(instDeltaRule, orphan)).reason).toBe('amended_report_not_held')
  })
})

describe('positions', () => {
  const row = (over: Partial<StoredHolding>): StoredHolding => ({
    accession_number: 'a',
    document_id: 'a:2',
    position: 1,
    issuer_name: 'X',
    title_of_class: null,
    cusip: A,
    value: 100,
    value_status: 'reported',
    shares: 10,
    shares_type: 'SH',
    put_call: null,
    ...over,
  })

  test('without a share count or a value stay unknown', () => {
    const prior = positionsOf([row({ shares: null })])
    const [change] = changesBetween(prior, positionsOf([row({})]))
    expect(change).toMatchObject({ kind: 'unknown', shares_change: null, traded_value: null })
    const [unvalued] = changesBetween(
      new Map(),
      positionsOf([row({ value: null, value_status: 'unavailable' })]),
    )
    expect(unvalued).toMatchObject({ kind: 'opened', shares_change: 10, traded_value: null })
    expect(positionsOf([row({ cusip: null })]).size).toBe(0)
  })

  test('that doubled at a constant price were bought, at half the price were split', () => {
    const prior = positionsOf([row({})])
    const kindOf = (value: number, shares = 20) =>
      changesBetween(prior, positionsOf([row({ shares, value })]))[0]?.kind
    expect(kindOf(200)).toBe('increased')
    expect(kindOf(105)).toBe('split')
    expect(kindOf(105, 21)).toBe('increased')
  })

  test('stand in the latest original or restatement and what was added to it', () => {
    const original = { id: 1, is_amendment: false, amendment_type: null, report_type: 'holdings' as const }
    const restated = { ...original, id: 2, is_amendment: true, amendment_type: 'restatement' as const }
    const added = { ...restated, id: 3, amendment_type: 'new_holdings' as const }
    const unclear = { ...restated, id: 4, amendment_type: null }
    const ids = (...reports: { id: number }[]) => reports.map(({ id }) => id)
    expect(ids(...reportsInForce([original, added]))).toEqual([1, 3])
    expect(ids(...reportsInForce([original, added, restated]))).toEqual([2])
    expect(ids(...reportsInForce([original, restated, unclear, added]))).toEqual([2, 3])
    expect(ids(...reportsInForce([]))).toEqual([])
  })
})
