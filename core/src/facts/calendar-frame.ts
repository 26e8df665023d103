const DAY_MS = 86_400_000

/** Days, with the tolerance the SEC gives: fiscal years of 52 and 53 weeks, quarters of 12 to 16 weeks, short years. */
const YEAR = { days: 365, tolerance: 30 }
const QUARTER = { days: 91, tolerance: 30 }

interface Period {
  period_start: string | null
  period_end: string | null
  instant: string | null
}

/**
 * The calendar frame a period belongs to, as the frames of the SEC name it: `CY2023` for a year, `CY2023Q1` for a quarter,
 * `CY2023Q1I` for a moment. A moment belongs to the quarter that ended no more than 45 days before, else to the one it is in; so does a quarter, by its last day. A year
 * belongs to the calendar year in which it ends when that is in June or later, to the one before otherwise. (The SEC says only "most closely
 * fits"; the rule is the one that gives the frames it publishes in `companyfacts`.) Null for any other length.
 */
export function calendarFrame({ period_start, period_end, instant }: Period): string | null {
  if (instant !== null) return `${quarterOf(instant)}I`
  if (period_start === null || period_end === null) return null
  const days = (Date.parse(period_end) - Date.parse(period_start)) / DAY_MS + 1
  if (fits(days, QUARTER)) return quarterOf(period_end)
  return fits(days, YEAR) ? yearOf(period_end) : null
}

function fits(days: number, length: { days: number; tolerance: number }): boolean {
  return Math.abs(days - length.days) <= length.tolerance
}

/** The quarter that ended at most so many days before; otherwise the one the day is in. */
const DAYS_AFTER_QUARTER = 45

function quarterOf(day: string): string {
  const year = Number(day.slice(0, 4))
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3)
  const first = Date.UTC(year, (quarter - 1) * 3, 1)
  const ended = (Date.parse(day) - first) / DAY_MS + 1
  // The last day of a quarter is a day of that quarter itself.
  if (ended > DAYS_AFTER_QUARTER) return `CY${year}Q${quarter}`
  return quarter === 1 ? `CY${year - 1}Q4` : `CY${year}Q${quarter - 1}`
}

/** A year that ends in the first half of June ended with May, give or take the days of a 52-week year. */
function yearOf(day: string): string {
  const year = Number(day.slice(0, 4))
  return `CY${day.slice(5) >= '06-15' ? year : year - 1}`
}

/** Parts of a frame as a caller writes it; null when it is none. */
export function parseFrame(frame: string): { year: number; quarter: number | null; instant: boolean } | null {
  const match = /^CY(\d{4})(?:Q([1-4])(I)?)?$/.exec(frame)
  if (!match) return null
  return {
    year: Number(match[1]),
    quarter: match[2] === undefined ? null : Number(match[2]),
    instant: match[3] !== undefined,
  }
}
