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
  const entity = child(element, 'entity')
  const segment = child(entity, 'segment')
  const scenario = child(element, 'scenario')
  return {
    id: element.attributes.id ?? '',
    entity_cik: cikOf(child(entity, 'identifier'), flags),
    ...periodOf(child(element, 'period'), flags),
    dimensions: [...dimensionsOf(segment, names, flags), ...dimensionsOf(scenario, names, flags)].sort(
      byAxis,
    ),
    flags,
  }
}

function cikOf(identifier: XmlElement | undefined, flags: string[]): string | null {
  const text = identifier?.text.trim() ?? ''
  if (CIK_SCHEME.test(identifier?.attributes.scheme?.trim() ?? '') && /^\d{1,10}$/.test(text)) {
    return text.padStart(10, '0')
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

function dayOf(text: string): { day: string; midnight: boolean } | null {
  const match = DATE.exec(text.trim())
  const day = match?.[1]
  if (day === undefined || day < EARLIEST_DAY) return null
  if (Number(day.slice(8)) > daysOf(Number(day.slice(0, 4)), Number(day.slice(5, 7))) || day.endsWith('-00'))
    return null
  return { day, midnight: match?.[2] === '00:00:00' }
}

/** Days of a month; none of a month that the calendar does not have. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function dimensionsOf(
  container: XmlElement | undefined,
  names: NameReader,
  flags: string[],
): FactDimension[] {
  const dimensions: FactDimension[] = []
  for (const member of container?.children ?? []) {
    const axis = member.attributes.dimension
    if (axis === undefined || (member.name !== 'explicitMember' && member.name !== 'typedMember')) {
      // Segments of before XBRL Dimensions, and whatever else a filer put there: the fact is of a part all the same.
      flags.push('segment_without_dimension')
      continue
    }
    if (dimensions.length >= MAX_DIMENSIONS) {
      flags.push('too_many_dimensions')
      break
    }
    dimensions.push({
      axis: names.qualified(axis.trim(), member.attributes),
      member:
        member.name === 'explicitMember' ? names.qualified(member.text.trim(), member.attributes) : null,
      typed_value: member.name === 'typedMember' ? typedValue(member) : null,
    })
  }
  return dimensions
}

function typedValue(member: XmlElement): string {
  return textContent(member).trim().slice(0, MAX_TYPED_VALUE)
}

function byAxis(a: FactDimension, b: FactDimension): number {
  return a.axis < b.axis ? -1 : a.axis > b.axis ? 1 : 0
}

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name)
}
