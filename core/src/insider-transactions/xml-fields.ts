import { childOf, plain, textOf, type XmlElement } from './xml-tree.ts'

const MAX_WARNINGS = 100
// A number with more digits than this is no number a filing states.
const MAX_NUMBER_LENGTH = 40

/** What a reader could not use and left null, one short sentence each. */
export interface Warnings {
  list: string[]
  add(text: string): void
}

export function warningList(): Warnings {
  const list: string[] = []
  return {
    list,
    add(text) {
      if (list.length < MAX_WARNINGS) list.push(text)
    },
  }
}

/** EDGAR's schemas allow 0, 1, true, false, Y and N; an empty element says nothing. */
export function flag(text: string | null, where: string, warnings: Warnings): boolean | null {
  if (text === null) return null
  const lower = text.toLowerCase()
  if (lower === '1' || lower === 'true' || lower === 'y') return true
  if (lower === '0' || lower === 'false' || lower === 'n') return false
  warnings.add(`${where} is neither true nor false`)
  return null
}

export function number(text: string | null, where: string, warnings: Warnings): number | null {
  if (text === null) return null
  if (text.length <= MAX_NUMBER_LENGTH && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return Number(text)
  warnings.add(`${where} is not a number`)
  return null
}

/** `YYYY-MM-DD`; EDGAR also stores dates with a zone such as `2010-06-17-05:00`, whose day is the day meant. */
export function date(text: string | null, where: string, warnings: Warnings): string | null {
  if (text === null || (text.length === 10 && isDay(text))) return text
  const day = text.slice(0, 10)
  const rest = text.slice(10)
  if (isDay(day) && (rest === '' || /^(?:Z|[+-]\d{2}:\d{2}|T[\d:.]{5,12}Z?)$/.test(rest))) return day
  warnings.add(`${where} is not a date`)
  return null
}

/** `MM/DD/YYYY`, as Form 144 and Schedules 13D and 13G write days, as `YYYY-MM-DD`. */
export function slashDate(text: string | null, where: string, warnings: Warnings): string | null {
  if (text === null) return null
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (!match) return date(text, where, warnings)
  const [, month = '', day = '', year = ''] = match
  return date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, where, warnings)
}

/** True for a day of the calendar written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  if (year === 0 || month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function letter<T extends string>(text: string | null, ...allowed: T[]): T | null {
  return allowed.find((value) => value === text?.toUpperCase()) ?? null
}

export function cikOf(text: string | null): string | null {
  return text && /^\d{1,10}$/.test(text) ? text.padStart(10, '0') : null
}

/** Value of a field that may hold `<value>` beside footnotes; null when it holds footnotes only. */
export function fieldValue(parent: XmlElement | undefined, name: string): string | null {
  const field = childOf(parent, name)
  if (!field) return null
  // The earliest schemas write the value straight into the element.
  const value = childOf(field, 'value')
  return plain(value ? value.text : field.text)
}

/** An address on one line, its parts as filed; null when there is none. */
export function addressOf(element: XmlElement | undefined): PostalAddress | null {
  if (!element) return null
  const address = {
    street1: textOf(element, 'street1'),
    street2: textOf(element, 'street2'),
    city: textOf(element, 'city'),
    state_or_country: textOf(element, 'stateOrCountry'),
    zip_code: textOf(element, 'zipCode'),
  }
  return Object.values(address).some((part) => part !== null) ? address : null
}

/** An address in EDGAR's common elements; states and countries are EDGAR's codes. */
export interface PostalAddress {
  street1: string | null
  street2: string | null
  city: string | null
  state_or_country: string | null
  zip_code: string | null
}
