import { textContent, type XmlElement } from '../documents/xml-reader.ts'
import type { FactDimension } from '../facts/fact.ts'
import type { NameReader } from './names.ts'

/** Who, when and which part of it a fact is about (XBRL 2.1 section 4.7). */
export interface Context {
  id: string
  entity_cik: string | null
  period_start: string | null
  period_end: string | null
  instant: string | null
  dimensions: FactDimension[]
  /** What is wrong with it, for every fact that refers to it. */
  flags: string[]
}

const CIK_SCHEME = /^https?:\/\/(?:www\.)?sec\.gov\/CIK$/i
const MAX_DIMENSIONS = 64
const MAX_TYPED_VALUE = 512

export function readContext(element: XmlElement, names: NameReader): Context {
  const flags: string[] = []
  let entity: XmlElement | undefined
  let period: XmlElement | undefined
  let scenario: XmlElement | undefined
  for (const part of element.children) {
    if (part.name === 'entity') entity ??= part
    else if (part.name === 'period') period ??= part
    else if (part.name === 'scenario') scenario ??= part
  }
  let identifier: XmlElement | undefined
  let segment: XmlElement | undefined
  for (const part of entity?.children ?? []) {
    if (part.name === 'identifier') identifier ??= part
    else if (part.name === 'segment') segment ??= part
  }
  const entity_cik = cikOf(identifier, flags)
  const { period_start, period_end, instant } = periodOf(period, flags)
  const dimensions: FactDimension[] = []
  if (segment !== undefined) addDimensions(dimensions, segment, names, flags)
  if (scenario !== undefined) addDimensions(dimensions, scenario, names, flags)
  if (dimensions.length > 1) dimensions.sort(byAxis)
  return { id: element.attributes.id ?? '', entity_cik, period_start, period_end, instant, dimensions, flags }
}

/** All contexts of a filing name the same entity, or the same few. */
let lastCik = { scheme: '', text: '', cik: '' }

function cikOf(identifier: XmlElement | undefined, flags: string[]): string | null {
  const scheme = identifier?.attributes.scheme ?? ''
  const text = identifier?.text ?? ''
  if (lastCik.cik !== '' && text === lastCik.text && scheme === lastCik.scheme) return lastCik.cik
  const digits = text.trim()
  if (CIK_SCHEME.test(scheme.trim()) && /^\d{1,10}$/.test(digits)) {
    lastCik = { scheme, text, cik: digits.padStart(10, '0') }
    return lastCik.cik
  }
  flags.push('entity_not_a_cik')
  return null
}

type Period = Pick<Context, 'period_start' | 'period_end' | 'instant'>

function periodOf(period: XmlElement | undefined, flags: string[]): Period {
  const dates: Period = { period_start: null, period_end: null, instant: null }
  for (const part of period?.children ?? []) {
    if (part.name === 'instant') dates.instant = dayAtWhoseEnd(part.text)
    else if (part.name === 'startDate') dates.period_start = dayOf(part.text)?.day ?? null
    else if (part.name === 'endDate') dates.period_end = dayAtWhoseEnd(part.text)
    else if (part.name === 'forever') return dates
  }
  const whole = dates.instant !== null || (dates.period_start !== null && dates.period_end !== null)
  if (!whole) flags.push('invalid_period')
  else if (dates.period_start !== null && dates.period_end !== null && dates.period_end < dates.period_start)
    flags.push('period_ends_before_it_starts')
  return dates
}

/** An end without a time is the end of its day; midnight is the end of the day before (XBRL 2.1 section 4.7.2). */
function dayAtWhoseEnd(text: string): string | null {
  const date = dayOf(text)
  if (date === null || !date.midnight) return date?.day ?? null
  return new Date(Date.parse(`${date.day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** No filing speaks of an earlier one, and the calendar of databases begins in the year 1. */
const EARLIEST_DAY = '1000-01-01'
const DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?$/

interface Day {
  day: string
  midnight: boolean
}

/** The days of a filing are a few dozen, its contexts thousands. */
const MAX_DAYS = 1000
const days = new Map<string, Day | null>()

function dayOf(text: string): Day | null {
  let day = days.get(text)
  if (day === undefined) {
    day = readDay(text)
    if (days.size >= MAX_DAYS) days.clear()
    days.set(text, day)
  }
  return day
}

function readDay(text: string): Day | null {
  const match = DATE.exec(text.trim())
  const day = match?.[1]
  if (day === undefined || day < EARLIEST_DAY) return null
  const date = Number(day.slice(8))
  if (date < 1 || date > daysOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)))) return null
  return { day, midnight: match?.[2] === '00:00:00' }
}

/** Days of a month; none of a month that the calendar does not have. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function addDimensions(
  dimensions: FactDimension[],
  container: XmlElement,
  names: NameReader,
  flags: string[],
) {
  for (const member of container.children) {
    const axis = member.attributes.dimension
    if (axis === undefined || (member.name !== 'explicitMember' && member.name !== 'typedMember')) {
      // Segments of before XBRL Dimensions, and whatever else a filer put there: the fact is of a part all the same.
      flags.push('segment_without_dimension')
      continue
    }
    if (dimensions.length >= MAX_DIMENSIONS) {
      flags.push('too_many_dimensions')
      return
    }
    dimensions.push({
      axis: names.qualified(axis.trim(), member.attributes),
      member:
        member.name === 'explicitMember' ? names.qualified(member.text.trim(), member.attributes) : null,
      typed_value: member.name === 'typedMember' ? typedValue(member) : null,
    })
  }
}

function typedValue(member: XmlElement): string {
  return textContent(member).trim().slice(0, MAX_TYPED_VALUE)
}

function byAxis(a: FactDimension, b: FactDimension): number {
  return a.axis < b.axis ? -1 : a.axis > b.axis ? 1 : 0
}
