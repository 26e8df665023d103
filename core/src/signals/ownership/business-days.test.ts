import { expect, test } from 'vitest'
import { businessDaysAfter, businessDaysBetween, federalHolidays, isBusinessDay } from './business-days.ts'

test('federal holidays are kept on the day they are observed', () => {
  expect(federalHolidays(2024)).toEqual([
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
  expect(federalHolidays(2021)).toEqual([
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
  expect(federalHolidays(2016)).toHaveLength(10)
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
