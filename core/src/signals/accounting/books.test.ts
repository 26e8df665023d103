import { describe, expect, it } from 'vitest'
import { booksOf } from './books.ts'
import { annualReport, company, EARLIER_ACCESSION, statedFact, YEARS } from './books-fixture.ts'
import { EARLIER_CONCEPTS } from './lines.ts'

const END = YEARS[0].end
const PERIOD = `${YEARS[0].start}/${END}`
const PRIOR_PERIOD = `${YEARS[1].start}/${YEARS[1].end}`
const open = (facts = company(), filing = annualReport()) => booksOf(filing, facts.facts, facts.earlier)

describe('the books of a filing', () => {
  it('take the first concept of a line that the filing states, and say which it was', () => {
    const data = company()
    expect(open(data).amount('rev')).toMatchObject({ value: 12_000_000, rank: 2 })
    data.facts.push(statedFact('RevenueFromContractWithCustomerExcludingAssessedTax', PERIOD, 12_000_000))
    expect(open({ ...data, facts: [...data.facts] }).amount('rev')).toMatchObject({
      value: 12_000_000,
      rank: 1,
    })
  })

  it('take all revenue, not that from contracts alone, where both are stated and differ', () => {
    const data = company()
    data.facts.push(statedFact('RevenueFromContractWithCustomerExcludingAssessedTax', PERIOD, 9_000_000))
    expect(open(data).amount('rev')).toMatchObject({ value: 12_000_000, rank: 2 })
  })

  it('take the year before from the comparatives of the filing itself', () => {
    const data = company()
    const restated = data.earlier.map((fact) =>
      fact.concept === 'us-gaap:Assets' && fact.period_end === YEARS[1].end ? { ...fact, value: 1 } : fact,
    )
    const found = open({ ...data, earlier: restated }).amount('ta', 1)
    expect(found).toMatchObject({ name: 'ta_prior', value: 13_000_000 })
    expect(found?.parts[0]?.fact.accession_number).toBe(data.facts[0]?.accession_number)
  })

  it('take what the filing does not repeat from the latest filing before it', () => {
    const data = company()
    const facts = data.facts.filter(
      ({ concept, period_end: end }) => !(concept === 'us-gaap:Assets' && end === YEARS[1].end),
    )
    const later = statedFact('Assets', YEARS[1].end, 12_999_000, {
      accession_number: '0009990001-23-000009',
      accepted_at: '2023-08-01T20:00:00Z',
    })
    const books = open({ facts, earlier: [...data.earlier, later] })
    expect(books.amount('ta', 1)?.value).toBe(12_999_000)
    expect(books.amount('ta', 2)?.value).toBe(12_000_000)
    expect(books.amount('ta', 2)?.parts[0]?.fact.accession_number).toBe(EARLIER_ACCESSION)
  })

  it('do not compare two concepts: the year before is looked for under the same one', () => {
    const data = company({ without: ['AccountsReceivableNetCurrent'] })
    data.facts.push(statedFact('AccountsReceivableNetCurrent', END, 7))
    data.facts.push(statedFact('ReceivablesNetCurrent', YEARS[1].end, 9))
    const books = open(data)
    expect(books.amount('rec')).toMatchObject({ value: 7, rank: 1 })
    expect(books.amount('rec', 1)).toBeNull()
  })

  it('work out liabilities from the other side of the balance sheet, without temporary equity', () => {
    const data = company({ without: ['Liabilities'] })
    data.facts.push(statedFact('LiabilitiesAndStockholdersEquity', END, 15_000_000))
    expect(open(data).amount('tl')).toMatchObject({ value: 7_000_000, rank: 2 })
    const parts = [
      statedFact('RedeemableNoncontrollingInterestEquityCarryingAmount', END, 100_000),
      statedFact('MinorityInterest', END, 50_000),
    ]
    const tl = open({ ...data, facts: [...data.facts, ...parts] }).amount('tl')
    expect(tl?.value).toBe(6_850_000)
    expect(tl?.parts.map(({ fact, weight }) => `${weight} ${fact.concept.slice(8)}`)).toEqual([
      '1 LiabilitiesAndStockholdersEquity',
      '-1 StockholdersEquity',
      '-1 MinorityInterest',
      '-1 RedeemableNoncontrollingInterestEquityCarryingAmount',
    ])
  })

  it('add nothing up from a part: each term of a sum must be stated', () => {
    const data = company({ without: ['DebtCurrent'] })
    data.facts.push(statedFact('LongTermDebtCurrent', END, 300))
    expect(open(data).amount('std')).toBeNull()
    data.facts.push(statedFact('ShortTermBorrowings', END, 100))
    expect(open({ ...data, facts: [...data.facts] }).amount('std')).toMatchObject({ value: 400, rank: 2 })
  })

  it('know years of 52 and 53 weeks, and no year of another length', () => {
    const weeks = (start: string, end: string) =>
      booksOf(
        annualReport({ period: '2023-09-30' }),
        [
          statedFact('NetIncomeLoss', `${start}/${end}`, 5),
          statedFact('NetIncomeLoss', '2021-09-26/2022-09-24', 4),
        ],
        [],
      ).years
    expect(weeks('2022-09-25', '2023-09-30')).toHaveLength(2)
    // A transition period of nine months is no year.
    expect(weeks('2023-01-01', '2023-09-30')).toHaveLength(0)
  })

  it('leave out a year that does not follow on: a fiscal-year change or a missing year', () => {
    const gap = [
      statedFact('NetIncomeLoss', PERIOD, 5),
      statedFact('NetIncomeLoss', '2021-07-01/2022-06-30', 4),
    ]
    expect(booksOf(annualReport(), gap, []).years).toHaveLength(1)
    const earlier = [statedFact('NetIncomeLoss', PRIOR_PERIOD, 4, { accession_number: EARLIER_ACCESSION })]
    expect(booksOf(annualReport(), gap, earlier).years).toHaveLength(2)
  })

  it('have balances of the report itself at its end, never of an earlier one', () => {
    const data = company({ without: ['Goodwill'] })
    data.earlier.push(statedFact('Goodwill', END, 1, { accession_number: EARLIER_ACCESSION }))
    data.earlier.push(statedFact('Goodwill', YEARS[1].end, 2, { accession_number: EARLIER_ACCESSION }))
    const books = open(data)
    expect([books.closing('gw'), books.opening('gw')?.value]).toEqual([null, 2])
  })

  it('ask earlier filings for every concept of every line, in one question', () => {
    expect(EARLIER_CONCEPTS).toContain('us-gaap:Assets')
    expect(EARLIER_CONCEPTS).toContain(
      'us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
    )
    expect(new Set(EARLIER_CONCEPTS).size).toBe(EARLIER_CONCEPTS.length)
  })
})
