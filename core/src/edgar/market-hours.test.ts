import { expect, test } from 'vitest'
import { isMarketOpen } from './market-hours.ts'

const open = (instant: string) => isMarketOpen(Date.parse(instant))

test('trading begins at half past nine and ends at four in New York, in summer and in winter', () => {
  expect(open('2026-07-15T13:29:59Z')).toBe(false)
  expect(open('2026-07-15T13:30:00Z')).toBe(true)
  expect(open('2026-07-15T19:59:59Z')).toBe(true)
  expect(open('2026-07-15T20:00:00Z')).toBe(false)
  expect(open('2026-01-14T14:29:59Z')).toBe(false)
  expect(open('2026-01-14T14:30:00Z')).toBe(true)
  expect(open('2026-01-14T20:59:59Z')).toBe(true)
  expect(open('2026-01-14T21:00:00Z')).toBe(false)
})

test('the weekend is quiet', () => {
  expect(open('2026-11-20T16:00:00Z')).toBe(true)
  expect(open('2026-11-21T16:00:00Z')).toBe(false)
  expect(open('2026-11-22T16:00:00Z')).toBe(false)
})

test.each([
  ['2026', '01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  ['2027', '01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  ['2028', '01-17 02-21 04-14 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
])('the holidays of %s, as published', (year, days) => {
  const quiet: string[] = []
  for (let at = Date.UTC(Number(year), 0, 1, 16); at < Date.UTC(Number(year) + 1, 0, 1); at += 86_400_000) {
    const day = new Date(at)
    if (day.getUTCDay() % 6 !== 0 && !isMarketOpen(at)) quiet.push(day.toISOString().slice(5, 10))
  }
  expect(quiet.join(' ')).toBe(days)
})
