import { describe, expect, it } from 'vitest'
import {
  addDays,
  businessDaysBetween,
  isBeforeHoliday,
  isBusinessDay,
  isFederalHoliday,
  onBusinessDay,
} from './business-days.ts'

describe('days on which the SEC is open', () => {
  it.each([
    '2024-01-01',
    '2024-01-15',
    '2024-02-19',
    '2024-05-27',
    '2024-06-19',
    '2024-07-04',
    '2024-09-02',
    '2024-10-14',
    '2024-11-11',
    '2024-11-28',
    '2024-12-25',
    // Kept on the Friday before and the Monday after.
    '2020-07-03',
    '2021-12-31',
    '2022-06-20',
    '2010-12-31',
    '2017-01-02',
  ])('leave out the holiday of %s', (date) => {
    expect(isFederalHoliday(date)).toBe(true)
    expect(isBusinessDay(date)).toBe(false)
  })

  it('count other weekdays, and Juneteenth only since 2021', () => {
    expect(['2024-07-05', '2019-06-19', '2024-11-29', '2022-01-03'].map(isFederalHoliday)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(isBusinessDay('2024-05-04')).toBe(false)
    // Christmas Eve by order of the President.
    expect(isBusinessDay('2018-12-24')).toBe(false)
  })

  it('are counted after the first day up to and with the last', () => {
    expect(businessDaysBetween('2024-05-03', '2024-05-09')).toBe(4)
    // An event on a Saturday has the same term as one on the Friday before.
    expect(businessDaysBetween('2024-05-04', '2024-05-09')).toBe(4)
    expect(businessDaysBetween('2024-07-03', '2024-07-05')).toBe(1)
    expect(businessDaysBetween('2024-05-03', '2024-05-03')).toBe(0)
    expect(businessDaysBetween('2024-05-09', '2024-05-03')).toBe(0)
    expect(businessDaysBetween('1900-01-01', '2999-01-01')).toBeLessThan(4_000)
  })

  it('end terms', () => {
    expect(onBusinessDay('2024-03-30')).toBe('2024-04-01')
    expect(onBusinessDay('2024-04-01')).toBe('2024-04-01')
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  })

  it('come before a holiday over the weekend too', () => {
    expect(isBeforeHoliday('2024-05-24')).toBe(true)
    expect(isBeforeHoliday('2024-07-03')).toBe(true)
    expect(isBeforeHoliday('2024-05-17')).toBe(false)
  })
})
