/**
 * Days on which the SEC is closed. Federal holidays follow from the law (5 U.S.C. 6103); a holiday on a Saturday is kept on
 * the Friday before, one on a Sunday on the Monday after. The others are days on which the President closed federal offices,
 * as far as we know of them: to leave one out would count a day too many, so the list is rather too long than too short.
 */
const CLOSED_BY_ORDER = new Set([
  '2001-12-24',
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

const DAY_MS = 86_400_000

/** Whether a date is a federal holiday, on the day on which it is kept. */
export function isFederalHoliday(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const weekday = weekdayOf(date)
  const kept = (m: number, d: number) => {
    const own = weekdayOf(iso(year, m, d))
    // New Year's Day on a Saturday is kept in the year before.
    const shift = own === 6 ? -1 : own === 0 ? 1 : 0
    return date === addDays(iso(year, m, d), shift)
  }
  const nth = (m: number, wanted: number, from: number) =>
    month === m && weekday === wanted && day >= from && day < from + 7
  return (
    kept(1, 1) ||
    date === (weekdayOf(iso(year + 1, 1, 1)) === 6 ? iso(year, 12, 31) : '') ||
    (year >= 1986 && nth(1, 1, 15)) ||
    nth(2, 1, 15) ||
    (month === 5 && weekday === 1 && day >= 25) ||
    (year >= 2021 && kept(6, 19)) ||
    kept(7, 4) ||
    nth(9, 1, 1) ||
    nth(10, 1, 8) ||
    kept(11, 11) ||
    nth(11, 4, 22) ||
    kept(12, 25)
  )
}

/** Monday to Friday, save federal holidays and days on which federal offices were closed. */
export function isBusinessDay(date: string): boolean {
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && !isFederalHoliday(date) && !CLOSED_BY_ORDER.has(date)
}

/** The date itself when it is a business day, else the next one: when a term that ends on it ends (Exchange Act Rule 0-3). */
export function onBusinessDay(date: string): string {
  let at = date
  for (let step = 0; step < 10 && !isBusinessDay(at); step++) at = addDays(at, 1)
  return at
}

/** The business day some business days after a date. */
export function businessDaysAfter(date: string, days: number): string {
  let at = date
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    if (isBusinessDay(at)) left--
  }
  return at
}

/** Business days after the first date up to and with the second; 0 when the second is not later. */
export function businessDaysBetween(from: string, to: string): number {
  // Nobody is a year late with a current report; what is later still counts as that.
  const last = addDays(from, MAX_DAYS)
  let count = 0
  for (let at = addDays(from, 1); at <= to && at <= last; at = addDays(at, 1)) if (isBusinessDay(at)) count++
  return count
}
const MAX_DAYS = 4_000

/** Whether the next weekday after this one is a federal holiday. */
export function isBeforeHoliday(date: string): boolean {
  let next = addDays(date, 1)
  while (weekdayOf(next) === 0 || weekdayOf(next) === 6) next = addDays(next, 1)
  return isFederalHoliday(next)
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
