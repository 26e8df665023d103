import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerXml, transactionXml } from '../../insider-transactions/ownership-fixture.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { filedForms } from './filed-forms.ts'
import { insiderClusterBuy } from './insider-cluster-buy.ts'
import { insiderCsuiteBuy } from './insider-csuite-buy.ts'
import { insiderNpr } from './insider-npr.ts'
import { insiderOpportunistic } from './insider-opportunistic.ts'
import { lateForm4Rule } from './late-form4.ts'
import { plannedSaleShareRule } from './planned-sale-share.ts'

const CEO = ownerXml(
  '9000201',
  'Ferrand Odile',
  '<isOfficer>1</isOfficer><officerTitle>President &amp; CEO</officerTitle>',
)
const DIRECTOR = ownerXml('9000202', 'Marchbank Isolde', '<isDirector>1</isDirector>')

const trade = (
  code: 'P' | 'S',
  date: string,
  shares: string,
  price = '<value>10.00</value>',
  after = '9000',
) =>
  transactionXml({
    code,
    acquired: code === 'P' ? 'A' : 'D',
    date,
    shares: `<value>${shares}</value>`,
    price,
    after,
  })
const noted = (id: string) => `<value>10.00</value><footnoteId id="${id}"/>`

let database: TestDatabase
let forms: ReturnType<typeof filedForms>
let issuers = 0
/** Every test has an issuer of its own. */
const issuer = () => `00090020${String(++issuers).padStart(2, '0')}`
beforeAll(async () => {
  database = await testDatabase()
  forms = filedForms(database.sql)
})
afterAll(() => database.close())

describe('a purchase by a chief officer', () => {
  test('has the value of the form\u2019s purchases, and names the office', async () => {
    const form = await forms.form4({
      issuer: issuer(),
      accepted: '2024-05-08 17:00',
      owners: CEO,
      rows:
        trade('P', '2024-05-06', '1200', '<value>18.35</value>') +
        trade('P', '2024-05-07', '300', '<value>18.40</value>'),
    })
    const [signal] = (await forms.run(insiderCsuiteBuy, form)).signals
    expect(signal).toMatchObject({ value: 1200 * 18.35 + 300 * 18.4, unit: 'usd', direction: 1 })
    expect(signal?.payload).toMatchObject({
      offices: ['ceo'],
      owner_cik: '0009000201',
      shares: 1500,
      purchases: 2,
      average_price: 18.36,
    })
    expect(signal?.evidence).toHaveLength(2)
  })

  test('is silent for other owners, sales and grants, and unknown without a price', async () => {
    const of = issuer()
    const director = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:00',
      owners: DIRECTOR,
      rows: trade('P', '2024-05-06', '10'),
    })
    expect((await forms.run(insiderCsuiteBuy, director)).reason).toBe('no_chief_officer')
    const sale = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:01',
      owners: CEO,
      rows: trade('S', '2024-05-06', '10'),
    })
    expect((await forms.run(insiderCsuiteBuy, sale)).reason).toBe('no_open_market_purchase')
    const unpriced = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:02',
      owners: CEO,
      rows: trade('P', '2024-05-06', '10', ''),
    })
    expect(await forms.run(insiderCsuiteBuy, unpriced)).toMatchObject({
      status: 'insufficient_data',
      missing: ['price_per_share'],
    })
  })
})

describe('the net purchase ratio', () => {
  test('weighs purchases against sales of all insiders over 90 days by value', async () => {
    const of = issuer()
    await forms.form4({
      issuer: of,
      accepted: '2024-02-06 17:00',
      owners: DIRECTOR,
      rows: trade('S', '2024-02-05', '5000'),
    })
    await forms.form4({
      issuer: of,
      accepted: '2024-02-09 17:00',
      owners: DIRECTOR,
      rows: trade('S', '2024-02-07', '100'),
    })
    await forms.form4({
      issuer: of,
      accepted: '2024-03-05 17:00',
      owners: DIRECTOR,
      rows: transactionXml({ code: 'F', acquired: 'D', date: '2024-03-04' }),
    })
    const form = await forms.form4({
      issuer: of,
      accepted: '2024-05-07 17:00',
      owners: CEO,
      rows: trade('P', '2024-05-06', '300'),
    })
    const [signal] = (await forms.run(insiderNpr, form)).signals
    // 2024-02-07 is the first of the 90 days that end on 2024-05-06; the sale two days before is outside.
    expect(signal).toMatchObject({ value: 0.5, unit: 'ratio', direction: 1 })
    expect(signal?.payload).toEqual({
      window_start: '2024-02-07',
      window_end: '2024-05-06',
      buys: 3000,
      sells: 1000,
      buyers: 1,
      sellers: 1,
      lines: 2,
      forms: 2,
    })
    expect(signal?.evidence).toHaveLength(2)
  })

  test('is unknown when a line in the window has no price, and silent without a trade', async () => {
    const of = issuer()
    const other = await forms.form4({
      issuer: of,
      accepted: '2024-05-03 17:00',
      owners: DIRECTOR,
      rows: trade('S', '2024-05-02', '100', ''),
    })
    const form = await forms.form4({
      issuer: of,
      accepted: '2024-05-07 17:00',
      owners: CEO,
      rows: trade('P', '2024-05-06', '300'),
    })
    expect(await forms.run(insiderNpr, form)).toMatchObject({
      status: 'insufficient_data',
      reason: 'price_not_stated',
      missing: [`price_per_share of ${other}`],
    })
    const gift = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:00',
      owners: CEO,
      rows: transactionXml({ code: 'G', acquired: 'D' }),
    })
    expect((await forms.run(insiderNpr, gift)).reason).toBe('no_open_market_trade')
    const free = await forms.form4({
      issuer: issuer(),
      accepted: '2024-05-08 17:00',
      owners: CEO,
      rows: trade('P', '2024-05-06', '3', '<value>0</value>'),
    })
    expect((await forms.run(insiderNpr, free)).reason).toBe('denominator_negligible')
  })
})

describe('trades that are reported years late', () => {
  test('have no window, because the forms around them are not looked at', async () => {
    const form = await forms.form4({
      issuer: issuer(),
      accepted: '2024-05-07 17:00',
      owners: CEO,
      rows: trade('P', '2021-05-06', '300'),
      period: '2021-05-06',
    })
    expect(await forms.run(insiderNpr, form)).toMatchObject({
      status: 'insufficient_data',
      reason: 'reported_too_late',
    })
    expect((await forms.run(insiderClusterBuy, form)).reason).toBe('reported_too_late')
    expect((await forms.run(insiderOpportunistic, form)).reason).toBe('reported_too_late')
  })
})

describe('opportunistic and routine trades', () => {
  async function history(of: string, days: string[]) {
    for (const day of days)
      await forms.form4({ issuer: of, accepted: `${day} 17:00`, owners: CEO, rows: trade('S', day, '100') })
  }

  test('a sale in the month of each of three years is routine, another one is not', async () => {
    const of = issuer()
    await history(of, ['2021-05-04', '2022-05-03', '2023-05-09', '2023-08-08'])
    const form = await forms.form4({
      issuer: of,
      accepted: '2024-06-04 17:00',
      owners: CEO,
      rows: trade('S', '2024-05-31', '100') + trade('S', '2024-06-03', '100'),
    })
    const { signals } = await forms.run(insiderOpportunistic, form)
    expect(signals.map(({ subject, value, direction }) => [subject, value, direction])).toEqual([
      ['2024-05', 'routine', 0],
      ['2024-06', 'opportunistic', -1],
    ])
    expect(signals[0]?.evidence.map((piece) => (piece as { value: string }).value.slice(13, 23))).toEqual([
      '2024-05-31',
      '2021-05-04',
      '2022-05-03',
      '2023-05-09',
    ])
    expect(signals[1]?.payload).toMatchObject({
      side: 'sell',
      same_month_years: [],
      months_held: ['2021-05', '2022-05', '2023-05', '2023-08'],
    })
  })

  test('cannot be told without a trade in each of three years, and says which months are held', async () => {
    const of = issuer()
    await history(of, ['2021-05-04', '2023-05-09'])
    const form = await forms.form4({
      issuer: of,
      accepted: '2024-05-07 17:00',
      owners: CEO,
      rows: trade('P', '2024-05-06', '100'),
    })
    expect(await forms.run(insiderOpportunistic, form)).toMatchObject({
      status: 'insufficient_data',
      reason: 'insider_history_short',
      missing: ['trades of the owner in 2022', 'trades held: 2021-05, 2023-05'],
    })
  })

  test('another owner\u2019s trades make no habit', async () => {
    const of = issuer()
    await history(of, ['2021-05-04', '2022-05-03', '2023-05-09'])
    const form = await forms.form4({
      issuer: of,
      accepted: '2024-05-07 17:00',
      owners: DIRECTOR,
      rows: trade('P', '2024-05-06', '100'),
    })
    expect((await forms.run(insiderOpportunistic, form)).status).toBe('insufficient_data')
  })
})

describe('the planned share of sales', () => {
  const footnotes =
    '<footnote id="F1">Sold under a plan adopted in accordance with Rule 10b5-1.</footnote><footnote id="F2">Weighted average price.</footnote><footnote id="F3">As Rule 10b-5 demands.</footnote>'

  test('is the checkbox where it is answered, whatever the footnotes say', async () => {
    const of = issuer()
    const rows = trade('S', '2024-05-06', '300', noted('F1')) + trade('S', '2024-05-06', '100', noted('F2'))
    const no = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:00',
      owners: CEO,
      rows,
      footnotes,
      flag: '0',
    })
    const [none] = (await forms.run(plannedSaleShareRule, no)).signals
    expect(none).toMatchObject({ value: 0, payload: { decided_by: 'checkbox', total_value: 4000 } })
    expect(none?.evidence[0]).toMatchObject({ path: '/ownershipDocument/aff10b5One', value: '0' })
    const yes = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:01',
      owners: CEO,
      rows,
      footnotes,
      flag: 'true',
    })
    expect((await forms.run(plannedSaleShareRule, yes)).signals[0]?.value).toBe(1)
  })

  test('is told by footnotes without one, line by line', async () => {
    const form = await forms.form4({
      issuer: issuer(),
      accepted: '2019-05-08 17:00',
      owners: CEO,
      rows: trade('S', '2019-05-06', '300', noted('F1')) + trade('S', '2019-05-06', '100', noted('F2')),
      footnotes,
    })
    const [signal] = (await forms.run(plannedSaleShareRule, form)).signals
    expect(signal).toMatchObject({ value: 0.75, direction: 0 })
    expect(signal?.payload).toEqual({
      planned_value: 3000,
      total_value: 4000,
      decided_by: 'footnotes',
      sales: 2,
      sales_without_statement: 1,
    })
    expect(signal?.evidence[0]).toMatchObject({ path: '/ownershipDocument/footnotes/footnote[1]' })
  })

  test('is unknown where nothing is said; Rule 10b-5 is no plan, nor is code V', async () => {
    const of = issuer()
    const silent = await forms.form4({
      issuer: of,
      accepted: '2019-05-08 17:00',
      owners: CEO,
      rows: trade('S', '2019-05-06', '300', noted('F2')),
      footnotes,
    })
    expect(await forms.run(plannedSaleShareRule, silent)).toMatchObject({
      status: 'insufficient_data',
      reason: 'plan_not_stated',
    })
    const fraud = await forms.form4({
      issuer: of,
      accepted: '2019-05-08 17:01',
      owners: CEO,
      rows: trade('S', '2019-05-06', '300', noted('F3')),
      footnotes,
    })
    expect((await forms.run(plannedSaleShareRule, fraud)).signals[0]?.value).toBe(0)
    const voluntary = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:01',
      owners: CEO,
      rows: transactionXml({ code: 'V', acquired: 'D' }),
    })
    expect((await forms.run(plannedSaleShareRule, voluntary)).reason).toBe('no_open_market_sale')
    const unpriced = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:02',
      owners: CEO,
      rows: trade('S', '2024-05-06', '300', ''),
      flag: '1',
    })
    expect((await forms.run(plannedSaleShareRule, unpriced)).reason).toBe('price_not_stated')
  })
})

describe('a late Form 4', () => {
  test('is one filed after the second business day', async () => {
    // Thursday before Memorial Day: Friday is the first business day, Tuesday the second.
    const of = issuer()
    const rows = trade('S', '2024-05-23', '300')
    const inTime = await forms.form4({ issuer: of, accepted: '2024-05-28 21:00', owners: CEO, rows })
    expect((await forms.run(lateForm4Rule, inTime)).reason).toBe('filed_in_time')
    const late = await forms.form4({ issuer: of, accepted: '2024-05-30 09:00', owners: CEO, rows })
    const [signal] = (await forms.run(lateForm4Rule, late)).signals
    expect(signal).toMatchObject({ value: 2, unit: 'days', direction: -1 })
    expect(signal?.payload).toEqual({
      transaction_date: '2024-05-23',
      due_date: '2024-05-28',
      filing_date: '2024-05-30',
      late_lines: 1,
      transaction_codes: ['S'],
    })
    expect(signal?.evidence.map(({ kind }) => kind)).toEqual(['xml_path', 'header_field'])
  })

  test('leaves out what may wait for Form 5, and counts from a deemed execution date', async () => {
    const of = issuer()
    const small = await forms.form4({
      issuer: of,
      accepted: '2024-05-30 09:00',
      owners: CEO,
      rows: transactionXml({ code: 'L', date: '2024-01-02' }),
    })
    expect((await forms.run(lateForm4Rule, small)).reason).toBe('no_line_due_in_two_days')
    const oldGift = await forms.form4({
      issuer: of,
      accepted: '2023-02-14 09:00',
      owners: CEO,
      rows: transactionXml({ code: 'G', acquired: 'D', date: '2023-01-03' }),
    })
    expect((await forms.run(lateForm4Rule, oldGift)).reason).toBe('no_line_due_in_two_days')
    const deemed = trade('S', '2024-05-06', '5').replace(
      '</transactionDate>',
      '</transactionDate><deemedExecutionDate><value>2024-05-08</value></deemedExecutionDate>',
    )
    const planned = await forms.form4({ issuer: of, accepted: '2024-05-10 09:00', owners: CEO, rows: deemed })
    expect((await forms.run(lateForm4Rule, planned)).reason).toBe('filed_in_time')
    expect(lateForm4Rule.applies('4/A')).toBe(false)
  })
})
