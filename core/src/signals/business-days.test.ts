import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  businessDaysAfter,
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

test('the holidays of a year are kept on the day they are observed', () => {
  const holidaysOf = (year: number) =>
    Array.from({ length: 366 }, (_, day) => addDays(`${year}-01-01`, day)).filter(
      (day) => day.startsWith(`${year}`) && isFederalHoliday(day),
    )
  expect(holidaysOf(2024)).toEqual([
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
  ])
  expect(holidaysOf(2021)).toEqual([
    '2021-01-01',
    '2021-01-18',
    '2021-02-15',
    '2021-05-31',
    '2021-06-18',
    '2021-07-05',
    '2021-09-06',
    '2021-10-11',
    '2021-11-11',
    '2021-11-25',
    '2021-12-24',
    '2021-12-31',
  ])
  expect(holidaysOf(2016)).toHaveLength(10)
})

test('weekends, holidays and closings by order are no business days', () => {
  expect(['2024-05-25', '2024-05-27', '2018-12-05', '2025-01-09'].map(isBusinessDay)).toEqual([
    false,
    false,
    false,
    false,
  ])
  // Markets close on Good Friday; the SEC does not.
  expect(isBusinessDay('2024-03-29')).toBe(true)
  expect(businessDaysAfter('2024-12-23', 2)).toBe('2024-12-27')
  expect(businessDaysBetween('2024-12-23', '2024-12-30')).toBe(3)
  expect(businessDaysBetween('2024-12-23', '2024-12-20')).toBe(0)
})
