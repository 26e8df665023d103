import { describe, expect, it } from 'vitest'
import { auditorNames, sameFirm } from './auditor-names.ts'
import { companyWords, personNames } from './person-name.ts'
import { oneAmountOrRange, writtenAmounts } from './written-amount.ts'
import { daysBetween, writtenDates } from './written-date.ts'

describe('dates in words', () => {
  it('are read in both orders, with their place', () => {
    const text = 'On May 3, 2024 and on 14 June 2024, and the 1st day of July, 2024'
    expect(writtenDates(text).map(({ date }) => date)).toEqual(['2024-05-03', '2024-06-14', '2024-07-01'])
    expect(text.slice(writtenDates(text)[0]?.start, writtenDates(text)[0]?.end)).toBe('May 3, 2024')
  })

  it('are none when the day does not exist or the year is missing', () => {
    expect(writtenDates('February 30, 2024, and May 3')).toEqual([])
  })

  it('are apart by days of the calendar', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })
})

describe('amounts in words', () => {
  it('are dollars with their scale', () => {
    expect(writtenAmounts('$1.1 million, US$2,500 and C$30').map(({ usd }) => usd)).toEqual([
      1_100_000, 2_500,
    ])
  })

  it('are one figure or one range, or nothing', () => {
    expect(oneAmountOrRange('a charge of approximately $12.5 million')).toEqual({
      low: 12_500_000,
      high: 12_500_000,
    })
    expect(oneAmountOrRange('between $5 and $7 million')).toEqual({ low: 5_000_000, high: 7_000_000 })
    expect(oneAmountOrRange('$5 million in cash and shares of $7 million')).toBeNull()
    expect(oneAmountOrRange('no amount')).toBeNull()
  })
})

describe('names of persons', () => {
  const names = (text: string, company: string[] = []) =>
    personNames(text, companyWords(company)).map(({ name }) => name)

  it('have a form of address, or two capitalised words that are no office, company or month', () => {
    expect(names('On May 3, 2024, Dr. Jane A. Roe and John Doe III met Ms. Smith.')).toEqual([
      'Jane A. Roe',
      'John Doe III',
      'Smith',
    ])
    expect(names('Chief Executive Officer Jane Roe told the Board of Directors')).toEqual(['Jane Roe'])
    expect(names('Juan de la Cruz, Jr. and Mary O’Hara')).toEqual(['Juan de la Cruz Jr.', 'Mary O’Hara'])
  })

  it('are none for companies, papers and headings', () => {
    expect(names('Acme Widgets, Inc. and the Transition Agreement of Northern Light Bank')).toEqual([])
    expect(names('DEPARTURE OF DIRECTORS OR CERTAIN OFFICERS')).toEqual([])
    expect(names('Blue Falcon resigned', ['Blue Falcon Inc'])).toEqual([])
  })
})

describe('names of accounting firms', () => {
  it('are those of the large, and those that end as firms do', () => {
    expect(
      auditorNames('dismissed Ernst & Young LLP and engaged Miller, Roe & Partners LLP').map(
        ({ name }) => name,
      ),
    ).toEqual(['Ernst & Young LLP', 'Miller, Roe & Partners LLP'])
    expect(auditorNames('The Audit Committee met.')).toEqual([])
  })

  it('are the same under a shorter name', () => {
    expect(sameFirm('Deloitte', 'Deloitte & Touche LLP')).toBe(true)
    expect(sameFirm('KPMG LLP', 'BDO USA, LLP')).toBe(false)
  })
})
