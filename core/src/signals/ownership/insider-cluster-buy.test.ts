import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerXml, transactionXml } from '../../insider-transactions/ownership-fixture.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { filedForms } from './filed-forms.ts'
import { insiderClusterBuy } from './insider-cluster-buy.ts'

const FERRAND = ownerXml(
  '9000101',
  'Ferrand Odile',
  '<isOfficer>1</isOfficer><officerTitle>CFO</officerTitle>',
)
const MARCHBANK = ownerXml('9000102', 'Marchbank Isolde', '<isDirector>1</isDirector>')
const TREVANION = ownerXml('9000103', 'Trevanion Piers', '<isDirector>1</isDirector>')
const OAKHOLD = ownerXml('9000104', 'Oakhold LP', '<isTenPercentOwner>1</isTenPercentOwner>')

const buy = (date: string, shares = '1000', price = '<value>20.00</value>', after = '5000') =>
  transactionXml({ date, shares: `<value>${shares}</value>`, price, after })

describe('a cluster of insider purchases', () => {
  let database: TestDatabase
  let forms: ReturnType<typeof filedForms>
  let issuers = 0
  /** Every test has an issuer of its own. */
  const issuer = () => `00090010${String(++issuers).padStart(2, '0')}`
  beforeAll(async () => {
    database = await testDatabase()
    forms = filedForms(database.sql)
  })
  afterAll(() => database.close())

  async function two(of: string) {
    return [
      await forms.form4({
        issuer: of,
        accepted: '2024-05-03 17:00',
        owners: FERRAND,
        rows: buy('2024-05-02'),
      }),
      await forms.form4({
        issuer: of,
        accepted: '2024-05-10 17:00',
        owners: MARCHBANK,
        rows: buy('2024-05-09', '600'),
      }),
    ]
  }

  test('belongs to the form that completes it, and names and quotes every purchase', async () => {
    const of = issuer()
    const [first, second] = await two(of)
    const third = await forms.form4({
      issuer: of,
      accepted: '2024-05-31 17:00',
      owners: TREVANION,
      rows: buy('2024-05-30', '700'),
    })
    const run = await forms.run(insiderClusterBuy, third)
    expect(run.status).toBe('ok_found')
    const [signal] = run.signals
    expect(signal).toMatchObject({ value: 3, unit: 'count', direction: 1, subject: null })
    expect(signal?.payload).toMatchObject({
      window_start: '2024-05-02',
      window_end: '2024-05-30',
      total_value: 46_000,
      purchases_without_price: 0,
      buyers: [
        { owner_name: 'Ferrand Odile', value: 20_000, accession_numbers: [first] },
        { owner_name: 'Trevanion Piers', value: 14_000, accession_numbers: [third] },
        { owner_name: 'Marchbank Isolde', value: 12_000, accession_numbers: [second] },
      ],
    })
    expect(signal?.inputs).toContainEqual({
      name: 'purchase_0009000102',
      value: 12_000,
      unit: 'usd',
      period_end: '2024-05-09',
      accession_number: second,
    })
    expect(signal?.evidence).toHaveLength(3)
    expect(signal?.evidence[0]).toMatchObject({
      kind: 'xml_path',
      path: '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]',
      value: 'Common Stock 2024-05-30 4P0 700 20.00 A 5000 D',
    })
    for (const form of [first, second]) {
      expect(await forms.run(insiderClusterBuy, form as string)).toMatchObject({
        status: 'ok_none',
        reason: 'no_cluster',
      })
    }
  })

  test('needs the purchases within 30 days, of $10,000 each, and shares, not options', async () => {
    const of = issuer()
    await two(of)
    const late = await forms.form4({
      issuer: of,
      accepted: '2024-06-03 17:00',
      owners: TREVANION,
      rows: buy('2024-06-02'),
    })
    expect((await forms.run(insiderClusterBuy, late)).reason).toBe('no_cluster')
    const small = await forms.form4({
      issuer: of,
      accepted: '2024-05-20 17:00',
      owners: TREVANION,
      rows: buy('2024-05-20', '499'),
    })
    expect((await forms.run(insiderClusterBuy, small)).reason).toBe('no_cluster')
    const options = await forms.form4({
      issuer: of,
      accepted: '2024-05-21 17:00',
      owners: TREVANION,
      rows: '',
      derivative: transactionXml({ table: 'derivative', date: '2024-05-20' }),
    })
    expect((await forms.run(insiderClusterBuy, options)).reason).toBe('no_open_market_purchase')
    const grant = await forms.form4({
      issuer: of,
      accepted: '2024-05-22 17:00',
      owners: TREVANION,
      rows: transactionXml({ code: 'A', date: '2024-05-21' }),
    })
    expect((await forms.run(insiderClusterBuy, grant)).reason).toBe('no_open_market_purchase')
  })

  test('counts owners who report together once, over several forms too', async () => {
    const of = issuer()
    await two(of)
    const joint = await forms.form4({
      issuer: of,
      accepted: '2024-05-13 17:00',
      owners: MARCHBANK + OAKHOLD,
      rows: buy('2024-05-11', '900'),
    })
    expect((await forms.run(insiderClusterBuy, joint)).reason).toBe('no_cluster')
    const alone = await forms.form4({
      issuer: of,
      accepted: '2024-05-14 17:00',
      owners: OAKHOLD,
      rows: buy('2024-05-13'),
    })
    expect((await forms.run(insiderClusterBuy, alone)).reason).toBe('no_cluster')
  })

  test('counts a block once that a chain of owners reports on forms of their own', async () => {
    const of = issuer()
    await two(of)
    const indirect =
      '<directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>By Oakhold LP</value></natureOfOwnership>'
    const block = {
      date: '2024-05-13',
      shares: '<value>4000</value>',
      price: '<value>20</value>',
      after: '90000',
    }
    await forms.form4({
      issuer: of,
      accepted: '2024-05-14 17:00',
      owners: OAKHOLD,
      rows: transactionXml(block),
    })
    const parent = ownerXml('9000105', 'Oakhold Partners LLC', '<isTenPercentOwner>1</isTenPercentOwner>')
    const form = await forms.form4({
      issuer: of,
      accepted: '2024-05-14 17:05',
      owners: parent,
      rows: transactionXml({ ...block, nature: indirect }),
    })
    expect(await forms.run(insiderClusterBuy, form)).toMatchObject({
      status: 'ok_none',
      reason: 'buyer_counted_before',
    })
    // Two directors who buy alike and directly are two buyers.
    const alike = issuer()
    await two(alike)
    const last = await forms.form4({
      issuer: alike,
      accepted: '2024-05-14 17:00',
      owners: OAKHOLD,
      rows: buy('2024-05-02'),
    })
    expect((await forms.run(insiderClusterBuy, last)).signals[0]?.value).toBe(3)
  })

  test('is the same in whatever order the forms arrive', async () => {
    const of = issuer()
    const third = await forms.form4({
      issuer: of,
      accepted: '2024-05-15 17:00',
      owners: TREVANION,
      rows: buy('2024-05-14'),
    })
    expect((await forms.run(insiderClusterBuy, third)).reason).toBe('no_cluster')
    await forms.form4({ issuer: of, accepted: '2024-05-20 17:00', owners: OAKHOLD, rows: buy('2024-05-17') })
    await two(of)
    const [signal] = (await forms.run(insiderClusterBuy, third)).signals
    expect(signal?.value).toBe(3)
    expect((await forms.run(insiderClusterBuy, third)).signals[0]?.fingerprint).toBe(signal?.fingerprint)
  })

  test('sees nothing that was accepted later, and does not repeat itself for a buyer who was counted', async () => {
    const of = issuer()
    const [first] = await two(of)
    const third = await forms.form4({
      issuer: of,
      accepted: '2024-05-15 17:00',
      owners: TREVANION,
      rows: buy('2024-05-14'),
    })
    expect((await forms.run(insiderClusterBuy, first as string)).reason).toBe('no_cluster')
    expect((await forms.run(insiderClusterBuy, third)).status).toBe('ok_found')
    const again = await forms.form4({
      issuer: of,
      accepted: '2024-05-17 17:00',
      owners: TREVANION,
      rows: buy('2024-05-16', '3000', '<value>21.00</value>', '8000'),
    })
    expect((await forms.run(insiderClusterBuy, again)).reason).toBe('buyer_counted_before')
    const fourth = await forms.form4({
      issuer: of,
      accepted: '2024-05-20 17:00',
      owners: OAKHOLD,
      rows: buy('2024-05-17'),
    })
    expect((await forms.run(insiderClusterBuy, fourth)).signals[0]?.value).toBe(4)
  })

  test('counts a corrected line once, and an amendment that only corrects completes nothing', async () => {
    const of = issuer()
    await two(of)
    const third = await forms.form4({
      issuer: of,
      accepted: '2024-05-15 17:00',
      owners: TREVANION,
      rows: buy('2024-05-14'),
      period: '2024-05-14',
    })
    expect((await forms.run(insiderClusterBuy, third)).signals[0]?.value).toBe(3)
    const amended = await forms.form4({
      issuer: of,
      form_type: '4/A',
      original: '2024-05-15',
      accepted: '2024-05-16 17:00',
      owners: TREVANION,
      rows: buy('2024-05-14', '1100'),
      period: '2024-05-14',
    })
    expect((await forms.run(insiderClusterBuy, amended)).reason).toBe('buyer_counted_before')
    const fourth = await forms.form4({
      issuer: of,
      accepted: '2024-05-20 17:00',
      owners: OAKHOLD,
      rows: buy('2024-05-17'),
    })
    const [signal] = (await forms.run(insiderClusterBuy, fourth)).signals
    expect(signal?.value).toBe(4)
    expect(signal?.payload?.total_value).toBe(20_000 + 12_000 + 22_000 + 20_000)
  })

  test('is unknown when a price that could complete it is missing', async () => {
    const of = issuer()
    await two(of)
    const third = await forms.form4({
      issuer: of,
      accepted: '2024-05-15 17:00',
      owners: TREVANION,
      rows: buy('2024-05-14', '1000', '<footnoteId id="F1"/>'),
      footnotes: '<footnote id="F1">Price to be determined.</footnote>',
    })
    expect(await forms.run(insiderClusterBuy, third)).toMatchObject({
      status: 'insufficient_data',
      reason: 'price_not_stated',
      missing: [`price_per_share of ${third}`],
    })
  })

  test('is insufficient where the form was typed', async () => {
    const typed = await forms.file({
      form_type: '4',
      accepted: '2002-05-15 17:00',
      parties: 'ISSUER:\n\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\t\t0009001099\n',
      documents: [
        { type: '4', name: 'form4.txt', content: 'FORM 4\n\nStatement of changes in beneficial ownership' },
      ],
    })
    expect(await forms.run(insiderClusterBuy, typed)).toMatchObject({
      status: 'insufficient_data',
      reason: 'form_not_in_xml',
    })
  })
})
