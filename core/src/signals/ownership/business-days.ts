import { addDays } from './days.ts'

/** Days on which an executive order closed federal offices, and with them the SEC, besides the legal holidays. */
const CLOSED = new Set([
  '2003-12-26',
  '2004-06-11',
  '2007-01-02',
  '2007-12-24',
  '2008-12-26',
  '2012-10-29',
  '2012-10-30',
  '2012-12-24',
  '2014-12-26',
  '2018-12-05',
  '2018-12-24',
  '2019-12-24',
  '2020-12-24',
  '2024-12-24',
  '2025-01-09',
  '2025-12-24',
  '2025-12-26',
])
const JUNETEENTH_SINCE = 2021

/** The federal holidays of a year as observed (5 U.S.C. 6103): on Friday for a Saturday, on Monday for a Sunday. */
export function federalHolidays(year: number): string[] {
  return [
    observed(`${year}-01-01`),
    weekday(year, 1, 1, 3),
    weekday(year, 2, 1, 3),
    lastMonday(year, 5),
    ...(year >= JUNETEENTH_SINCE ? [observed(`${year}-06-19`)] : []),
    observed(`${year}-07-04`),
    weekday(year, 9, 1, 1),
    weekday(year, 10, 1, 2),
    observed(`${year}-11-11`),
    weekday(year, 11, 4, 4),
    observed(`${year}-12-25`),
    // New Year's Day of a year that begins on a Saturday is kept on the last day of this one.
    ...(dayOfWeek(`${year + 1}-01-01`) === 6 ? [`${year}-12-31`] : []),
  ]
}

const known = new Map<number, Set<string>>()

/** A day on which the SEC is open. */
export function isBusinessDay(day: string): boolean {
  const of = dayOfWeek(day)
  if (of === 0 || of === 6 || CLOSED.has(day)) return false
  const year = Number(day.slice(0, 4))
  const holidays = known.get(year) ?? new Set(federalHolidays(year))
  known.set(year, holidays)
  return !holidays.has(day)
}

/** The business day some business days after a day. */
export function businessDaysAfter(day: string, days: number): string {
  let at = day
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    if (isBusinessDay(at)) left--
  }
  return at
}

/** Business days after one day up to and including another; 0 when it is not later. */
export function businessDaysBetween(from: string, to: string): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isBusinessDay(at)) count++
  return count
}

function dayOfWeek(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function observed(day: string): string {
  const of = dayOfWeek(day)
  return of === 6 ? addDays(day, -1) : of === 0 ? addDays(day, 1) : day
}

/** The nth given weekday of a month. */
function weekday(year: number, month: number, of: number, nth: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  return addDays(first, ((of - dayOfWeek(first) + 7) % 7) + 7 * (nth - 1))
}

function lastMonday(year: number, month: number): string {
  const next = `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next, -(((dayOfWeek(next) - 1 + 6) % 7) + 1))
}
