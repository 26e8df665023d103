const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

const WRITTEN =
  /\b(?:(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})|(\d{1,2})(?:st|nd|rd|th)? (?:day of )?(January|February|March|April|May|June|July|August|September|October|November|December),? (\d{4}))\b/gi

/** A date in words and its place in the text it was found in. */
export interface WrittenDate {
  /** `YYYY-MM-DD`. */
  date: string
  start: number
  end: number
}

/** Every full date of a text on one line, in order: `May 3, 2024` and `3 May 2024`. A day that does not exist is none. */
export function writtenDates(text: string): WrittenDate[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    const [found, month, day, year, dayFirst, monthSecond, yearThird] = match
    const date = isoDate(year ?? yearThird ?? '', month ?? monthSecond ?? '', day ?? dayFirst ?? '')
    return date === null ? [] : [{ date, start: match.index, end: match.index + found.length }]
  })
}

function isoDate(year: string, month: string, day: string): string | null {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date ? null : date
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
