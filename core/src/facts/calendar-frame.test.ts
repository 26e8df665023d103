import { expect, test } from 'vitest'
import { calendarFrame } from './calendar-frame.ts'

const duration = (period_start: string, period_end: string) => ({ period_start, period_end, instant: null })
const moment = (instant: string) => ({ period_start: null, period_end: null, instant })

test.each([
  ['a calendar year', duration('2023-01-01', '2023-12-31'), 'CY2023'],
  ['a fiscal year that ends in September', duration('2022-09-25', '2023-09-30'), 'CY2023'],
  ['one that ends in June', duration('2022-07-01', '2023-06-30'), 'CY2023'],
  ['one that ends in May', duration('2022-06-01', '2023-05-31'), 'CY2022'],
  ['one that ends in January', duration('2022-02-01', '2023-01-31'), 'CY2022'],
  ['53 weeks', duration('2022-12-26', '2023-12-31'), 'CY2023'],
  ['the shortest year', duration('2023-01-01', '2023-12-01'), 'CY2023'],
  ['a day less', duration('2023-01-01', '2023-11-30'), null],
  ['a quarter', duration('2023-01-01', '2023-03-31'), 'CY2023Q1'],
  ['a quarter off the calendar', duration('2023-02-01', '2023-04-30'), 'CY2023Q1'],
  ['the other side of it', duration('2023-03-01', '2023-05-31'), 'CY2023Q2'],
  ['half a year', duration('2023-01-01', '2023-06-30'), null],
  ['a month', duration('2023-01-01', '2023-01-31'), null],
  ['the end of a quarter', moment('2023-03-31'), 'CY2023Q1I'],
  ['a month after it', moment('2023-04-30'), 'CY2023Q1I'],
  ['45 days after it', moment('2023-05-15'), 'CY2023Q1I'],
  ['46 days after it', moment('2019-08-15'), 'CY2019Q3I'],
  ['45 days after a year', moment('2022-02-14'), 'CY2021Q4I'],
  ['January belongs to the year before', moment('2024-01-31'), 'CY2023Q4I'],
  ['no period', duration('2023-01-01', '2022-01-01'), null],
])('%s', (_title, period, frame) => {
  expect(calendarFrame(period)).toBe(frame)
})
