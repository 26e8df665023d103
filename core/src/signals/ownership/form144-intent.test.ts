import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerXml, transactionXml } from '../../insider-transactions/ownership-fixture.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { filedForms } from './filed-forms.ts'
import { form144IntentRule } from './form144-intent.ts'

const SELLER = ownerXml('9000301', 'Ashgrove Torvald', '<isDirector>1</isDirector>')
const OTHER = ownerXml('9000302', 'Marchbank Isolde', '<isDirector>1</isDirector>')

const noticeXml = (
  issuer: string,
  parts: { type?: string; value?: string; day?: string; replaces?: string } = {},
) =>
  `<?xml version="1.0"?><edgarSubmission xmlns="http://www.sec.gov/edgar/ownership"><headerData>
  <submissionType>${parts.type ?? '144'}</submissionType>${parts.replaces ? `<previousAccessionNumber>${parts.replaces}</previousAccessionNumber>` : ''}
  <filerInfo><filer><filerCredentials><cik>0009000301</cik></filerCredentials></filer></filerInfo></headerData>
  <formData><issuerInfo><issuerCik>${issuer}</issuerCik><issuerName>Harrow</issuerName>
  <nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>Torvald Ashgrove</nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>
  <relationshipsToIssuer><relationshipToIssuer>Director</relationshipToIssuer></relationshipsToIssuer></issuerInfo>
  <securitiesInformation><securitiesClassTitle>Common</securitiesClassTitle><noOfUnitsSold>3000</noOfUnitsSold>
  ${parts.value ?? '<aggregateMarketValue>300000.00</aggregateMarketValue>'}<noOfUnitsOutstanding>1500000</noOfUnitsOutstanding>
  <approxSaleDate>${parts.day ?? '05/06/2024'}</approxSaleDate><securitiesExchangeName>NYSE</securitiesExchangeName></securitiesInformation>
  <noticeSignature><noticeDate>05/03/2024</noticeDate></noticeSignature></formData></edgarSubmission>`

const sale = (date: string, shares: string, price = '<value>101.00</value>') =>
  transactionXml({ code: 'S', acquired: 'D', date, shares: `<value>${shares}</value>`, price })

describe('a Form 144 and the sale that follows', () => {
  let database: TestDatabase
  let forms: ReturnType<typeof filedForms>
  let issuers = 0
  const issuer = () => `00090030${String(++issuers).padStart(2, '0')}`
  beforeAll(async () => {
    database = await testDatabase()
    forms = filedForms(database.sql)
  })
  afterAll(() => database.close())

  const notice = (of: string, accepted: string, parts: Parameters<typeof noticeXml>[1] = {}) =>
    forms.file({
      form_type: parts.type ?? '144',
      accepted,
      parties: `SUBJECT COMPANY:\n\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\t\t${of}\n`,
      documents: [{ type: parts.type ?? '144', name: 'primary_doc.xml', content: noticeXml(of, parts) }],
    })

  test('the notice states units and value', async () => {
    const filed = await notice(issuer(), '2024-05-03 12:00')
    const [signal] = (await forms.run(form144IntentRule, filed)).signals
    expect(signal).toMatchObject({ value: 300_000, unit: 'usd', direction: -1, subject: null })
    expect(signal?.payload).toMatchObject({
      stage: 'notice',
      units: 3000,
      market_value: 300_000,
      share_of_outstanding: 0.002,
      approximate_sale_date: '2024-05-06',
      exchange: 'NYSE',
      units_sold: null,
    })
    expect(signal?.evidence.map((piece) => (piece as { value: string }).value)).toEqual([
      '3000',
      '300000.00',
      '05/06/2024',
      'NYSE',
    ])
  })

  test('a notice without a value is insufficient, and a sale that matches it still has its own', async () => {
    const of = issuer()
    const filed = await notice(of, '2024-05-03 12:00', { value: ' ' })
    expect(await forms.run(form144IntentRule, filed)).toMatchObject({
      status: 'insufficient_data',
      missing: ['aggregate_market_value'],
    })
  })

  test('sales within 90 days belong to the notice that names their day, else to the latest', async () => {
    const of = issuer()
    const first = await notice(of, '2024-05-03 12:00')
    const second = await notice(of, '2024-05-04 12:00', { day: '05/20/2024' })
    const form = await forms.form4({
      issuer: of,
      accepted: '2024-05-22 17:00',
      owners: SELLER,
      rows:
        sale('2024-05-06', '100') +
        sale('2024-05-20', '200') +
        sale('2024-05-21', '300') +
        sale('2024-05-02', '7'),
    })
    const { signals } = await forms.run(form144IntentRule, form)
    expect(signals.map(({ subject, value }) => [subject, value])).toEqual([
      [first, 10_100],
      [second, 50_500],
    ])
    expect(signals[1]?.payload).toMatchObject({
      stage: 'sale',
      units: 3000,
      units_sold: 500,
      days_after_notice: 16,
    })
    expect(signals[1]?.evidence).toHaveLength(6)
  })

  test('other owners, later days, replaced notices and unpriced sales do not match', async () => {
    const of = issuer()
    const first = await notice(of, '2024-05-03 12:00')
    const another = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:00',
      owners: OTHER,
      rows: sale('2024-05-06', '100'),
    })
    expect((await forms.run(form144IntentRule, another)).reason).toBe('no_matching_notice')
    const late = await forms.form4({
      issuer: of,
      accepted: '2024-08-05 17:00',
      owners: SELLER,
      rows: sale('2024-08-02', '100'),
    })
    expect((await forms.run(form144IntentRule, late)).reason).toBe('no_matching_notice')
    const unpriced = await forms.form4({
      issuer: of,
      accepted: '2024-05-08 17:00',
      owners: SELLER,
      rows: sale('2024-05-06', '100', ''),
    })
    expect((await forms.run(form144IntentRule, unpriced)).reason).toBe('price_not_stated')
    const amended = await notice(of, '2024-05-05 12:00', { type: '144/A', replaces: first })
    const form = await forms.form4({
      issuer: of,
      accepted: '2024-05-09 17:00',
      owners: SELLER,
      rows: sale('2024-05-06', '100'),
    })
    expect((await forms.run(form144IntentRule, form)).signals.map(({ subject }) => subject)).toEqual([
      amended,
    ])
    const buy = await forms.form4({
      issuer: of,
      accepted: '2024-05-09 17:00',
      owners: SELLER,
      rows: transactionXml({}),
    })
    expect((await forms.run(form144IntentRule, buy)).reason).toBe('no_open_market_sale')
  })
})
