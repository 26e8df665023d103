import { type MonthReader, sakaMonths } from './month-names.ts'
import { MAX_INPUT, type Transformation } from './transformation.ts'

type Field = 'day' | 'month' | 'year'

/**
 * A date whose fields stand in a known order. Digits are the fields; the month may be a name between or around them.
 * Everything else is decoration, as the registries have it: `31st December, 2023`, `31.12.2023`.
 */
export function dateOf(order: readonly Field[], monthNames?: MonthReader): Transformation {
  return (text) => {
    const pieces = piecesOf(text, monthNames)
    if (pieces?.length !== order.length) return null
    const found: Partial<Record<Field, number>> = {}
    for (const [index, field] of order.entries()) {
      const value = fieldOf(field, pieces[index] as Piece, monthNames !== undefined)
      if (value === null) return null
      found[field] = value
    }
    return written(found)
  }
}

type Piece = { digits: string } | { month: number }

function piecesOf(text: string, monthNames: MonthReader | undefined): Piece[] | null {
  if (text.length > MAX_INPUT) return null
  const pieces: Piece[] = []
  for (const [run] of westernDigits(text).matchAll(/\d+|[\p{L}\p{M}]+/gu)) {
    if (/^\d/.test(run)) {
      if (run.length > 4) return null
      pieces.push({ digits: run })
      continue
    }
    const month = monthNames?.(run) ?? null
    if (month !== null) pieces.push({ month })
    if (pieces.length > 3) return null
  }
  return pieces
}

/** Full-width and Devanagari digits as the usual ones. */
function westernDigits(text: string): string {
  return text.replace(/[\uff10-\uff19\u0966-\u096f]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= 0xff10 ? 0xff10 : 0x0966))
  })
}

function fieldOf(field: Field, piece: Piece, named: boolean): number | null {
  if ('month' in piece) return field === 'month' ? piece.month : null
  if (field === 'month' && named) return null
  if (field === 'year') return yearOf(piece.digits)
  return piece.digits.length <= 2 ? Number(piece.digits) : null
}

/** A year of one or two digits is of this century, as the registries say; one of three digits is none. */
function yearOf(digits: string): number | null {
  if (digits.length === 3) return null
  return Number(digits) + (digits.length <= 2 ? 2000 : 0)
}

function written({ day, month, year }: Partial<Record<Field, number>>): string | null {
  if (month === undefined || month < 1 || month > 12) return null
  const monthText = String(month).padStart(2, '0')
  if (day === undefined) return year === undefined ? null : `${String(year).padStart(4, '0')}-${monthText}`
  // A day without a year may be the 29th of February.
  if (day < 1 || day > daysIn(year ?? 2000, month)) return null
  const dayText = String(day).padStart(2, '0')
  return year === undefined
    ? `--${monthText}-${dayText}`
    : `${String(year).padStart(4, '0')}-${monthText}-${dayText}`
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const QUARTERS = new Map([
  ['1', 3],
  ['first', 3],
  ['2', 6],
  ['second', 6],
  ['3', 9],
  ['third', 9],
  ['4', 12],
  ['fourth', 12],
  ['last', 12],
])

/** `ixt-sec:datequarterend`: the last day of a calendar quarter, as in `fourth quarter of 2023`. */
export const quarterEnd: Transformation = (text) => {
  if (text.length > MAX_INPUT) return null
  let month: number | undefined
  let year: number | undefined
  for (const [run] of text.toLowerCase().matchAll(/\d+|[a-z]+/g)) {
    if (/^\d{4}$/.test(run)) year = year === undefined ? Number(run) : Number.NaN
    else if (QUARTERS.has(run)) month = month === undefined ? QUARTERS.get(run) : Number.NaN
    else if (/^\d/.test(run)) return null
  }
  if (!month || !year) return null
  return written({ year, month, day: daysIn(year, month) })
}

/** Gregorian year before the first of each era. */
const ERAS = new Map([
  ['明治', 1867],
  ['明', 1867],
  ['大正', 1911],
  ['大', 1911],
  ['昭和', 1925],
  ['昭', 1925],
  ['平成', 1988],
  ['平', 1988],
  ['令和', 2018],
  ['令', 2018],
])
const ERA_DATE = /^(明治?|大正?|昭和?|平成?|令和?)(\d{1,2}|元)年(\d{1,2})月(?:(\d{1,2})日)?$/

/** A date of the Japanese eras, with or without its day. */
export const eraDate =
  (withDay: boolean): Transformation =>
  (text) => {
    if (text.length > MAX_INPUT) return null
    const match = ERA_DATE.exec(westernDigits(text).replace(/[\s\u3000]/g, ''))
    const start = ERAS.get(match?.[1] ?? '')
    if (!match || start === undefined || (match[4] !== undefined) !== withDay) return null
    const year = start + (match[2] === '元' ? 1 : Number(match[2]))
    return written({
      year,
      month: Number(match[3]),
      day: match[4] === undefined ? undefined : Number(match[4]),
    })
  }

/** Gregorian month and day on which each month of the Saka calendar begins; the last two are in the next year. */
const SAKA_STARTS: readonly (readonly [month: number, day: number])[] = [
  [3, 22],
  [4, 21],
  [5, 22],
  [6, 22],
  [7, 23],
  [8, 23],
  [9, 23],
  [10, 23],
  [11, 22],
  [12, 22],
  [1, 21],
  [2, 20],
]
const SAKA_YEARS_BEHIND = 78

/** A date of India's national calendar (`calindaymonthyear`). */
export const sakaDate: Transformation = (text) => {
  const pieces = piecesOf(text, sakaMonths)
  if (pieces?.length !== 3) return null
  const [first, second, third] = pieces as [Piece, Piece, Piece]
  if (!('digits' in first && 'month' in second && 'digits' in third)) return null
  const day = Number(first.digits)
  const { month } = second
  const saka = sakaYearOf(third.digits, month, day)
  const year = saka + SAKA_YEARS_BEHIND
  const leap = daysIn(year, 2) === 29
  // Chaitra begins a day earlier, and is a day longer, in a leap year.
  const length = month === 1 ? (leap ? 31 : 30) : month <= 6 ? 31 : 30
  if (saka < 0 || day < 1 || day > length) return null
  const [startMonth, startDay] = SAKA_STARTS[month - 1] as readonly [number, number]
  const begin = month === 1 && leap ? startDay - 1 : startDay
  const gregorian = new Date(Date.UTC(startMonth <= 2 ? year + 1 : year, startMonth - 1, begin + day - 1))
  return gregorian.toISOString().slice(0, 10)
}

/** Years of two digits: up to the day that began the Gregorian year 2000 (11 Pausa 1921) they are of Saka 20xx. */
function sakaYearOf(digits: string, month: number, day: number): number {
  if (digits.length !== 2) return digits.length === 4 ? Number(digits) : -1
  const year = Number(digits)
  return year > 21 || (year === 21 && month >= 10 && day >= 11) ? 1900 + year : 2000 + year
}
