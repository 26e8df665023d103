import { newYorkTime } from './new-york-time.ts'

const OPENS = 9 * 60 + 30
const CLOSES = 16 * 60

/**
 * Whether the stock exchanges of New York trade at a moment: then filings arrive all the time, and silence means that something
 * is broken. Half days count as whole ones, whose afternoons are quieter but not silent.
 */
export function isMarketOpen(epochMs: number): boolean {
  const { date, hour, minute } = newYorkTime(epochMs)
  const minutes = hour * 60 + minute
  if (minutes < OPENS || minutes >= CLOSES) return false
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !quietDays(Number(date.slice(0, 4))).has(date)
}

/** The days of a year on which the exchanges or EDGAR rest, as `YYYY-MM-DD`. */
function quietDays(year: number): Set<string> {
  const days = [
    observed(year, 1, 1),
    // A New Year's Day that is a Saturday is observed in the year before it.
    observed(year + 1, 1, 1),
    weekdayOfMonth(year, 1, 1, 3),
    weekdayOfMonth(year, 2, 1, 3),
    goodFriday(year),
    lastMonday(year, 5),
    observed(year, 6, 19),
    observed(year, 7, 4),
    weekdayOfMonth(year, 9, 1, 1),
    weekdayOfMonth(year, 10, 1, 2),
    observed(year, 11, 11),
    weekdayOfMonth(year, 11, 4, 4),
    observed(year, 12, 25),
  ]
  return new Set(days.map((day) => day.toISOString().slice(0, 10)))
}

function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day))
}

/** A federal holiday on a Saturday is kept on the Friday before it, one on a Sunday on the Monday after. */
function observed(year: number, month: number, day: number): Date {
  const weekday = utc(year, month, day).getUTCDay()
  return utc(year, month, day + (weekday === 6 ? -1 : weekday === 0 ? 1 : 0))
}

/** The `nth` such weekday of a month; Sunday is 0. */
function weekdayOfMonth(year: number, month: number, weekday: number, nth: number): Date {
  const first = utc(year, month, 1).getUTCDay()
  return utc(year, month, 1 + ((weekday - first + 7) % 7) + 7 * (nth - 1))
}

function lastMonday(year: number, month: number): Date {
  const last = utc(year, month + 1, 0)
  return utc(year, month, last.getUTCDate() - ((last.getUTCDay() + 6) % 7))
}

/** Two days before Easter, by the rule of the Gregorian calendar (Meeus, Jones and Butcher). */
function goodFriday(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return utc(year, Math.floor(f / 31), (f % 31) + 1 - 2)
}
