import { isDay } from '../insider-transactions/xml-fields.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WORDS = /\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(\d{4})\b/
const WORDS_DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/
const NUMBERS = /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/
const ISO = /\b\d{4}-\d{2}-\d{2}\b/
// EDGAR began in 1993; a schedule on it names no day of the century before.
const FIRST_CENTURY_YEAR = 80

/** The first day a text names, as `YYYY-MM-DD`; `December 31, 2014`, `31 December 2014`, `12/31/14` and the like. */
export function writtenDate(text: string): string | null {
  const part = text.slice(0, 500)
  const words = WORDS.exec(part)
  if (words) return dayOf(words[3], monthOf(words[1]), words[2])
  const dayFirst = WORDS_DAY_FIRST.exec(part)
  if (dayFirst) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const numbers = NUMBERS.exec(part)
  if (numbers) return dayOf(fullYear(numbers[3] ?? ''), Number(numbers[1]), numbers[2])
  const iso = ISO.exec(part)?.[0]
  return iso && isDay(iso) ? iso : null
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function fullYear(year: string): string {
  if (year.length === 4) return year
  return Number(year) >= FIRST_CENTURY_YEAR ? `19${year}` : `20${year}`
}

function dayOf(year = '', month: number, day = ''): string | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(date) ? date : null
}
