import type { AmountField, ReportingPerson, UnavailableReason } from './beneficial-ownership.ts'

type Reading = { value: number } | { reason: UnavailableReason }

const NUMBER = /\d[\d,]*(?:\.\d+)?/g
// A number after one of these words says where to look and is no amount: "see Item 5", "response to row 9".
const REFERENCE =
  /\b(?:items?|rows?|notes?|footnotes?|rules?|sections?|schedules?|pages?|exhibits?|annex|no\.?)\s*\(?$/i
const NOTHING =
  /^[\s(*]*(?:none|nil|zero|nothing|-+\s*0?\s*-*|[\u2013\u2014]+\s*0?\s*[\u2013\u2014]*)[\s).*]*(?:$|\(|see\b|shares?\b)/i
const NOT_APPLICABLE = /^[\s(*]*(?:n\/?a\b|not applicable)/i
const BOUND = /^[\s(*]*(?:less|more|greater|under|over|below|above|[<>])/i

/** Shares as a row of a typed cover page states them. "None" and "-0-" are 0; a row that is left blank is not. */
export function amountIn(text: string): Reading {
  const row = text.trim()
  if (row === '') return { reason: 'not_stated' }
  if (NOTHING.test(row)) return { value: 0 }
  if (NOT_APPLICABLE.test(row)) return { reason: 'not_stated' }
  const number = firstNumber(row)
  return number === null ? { reason: 'refers_to_text' } : { value: number }
}

/** Per cent as a typed cover page states it; "less than 1 %" is a bound and no number. */
export function percentIn(text: string): Reading {
  const row = text.trim()
  if (row !== '' && BOUND.test(row)) return { reason: 'bound_only' }
  return plausiblePercent(amountIn(row))
}

function plausiblePercent(reading: Reading): Reading {
  return 'value' in reading && reading.value > 100 ? { reason: 'out_of_range' } : reading
}

/** The first number of the text that is no footnote mark and no reference to another place. */
function firstNumber(text: string): number | null {
  for (const match of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2)
    if (REFERENCE.test(before)) continue
    // "(1)" is a footnote mark; a number that stands alone in its parentheses is nothing else here.
    if (/\(\s*$/.test(before) && /^\s?\)/.test(after)) continue
    if (/[\w$]-?$/.test(before) && !/[\s$]$/.test(before)) continue
    return Number(match[0].replaceAll(',', ''))
  }
  return null
}

/** A number of an XML schedule. */
export function amountOf(text: string | null): Reading {
  if (text === null) return { reason: 'not_stated' }
  const value = /^\d{1,20}(?:\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN
  return Number.isNaN(value) ? { reason: 'out_of_range' } : { value }
}

export function percentOf(text: string | null): Reading {
  return plausiblePercent(amountOf(text))
}

type Amounts = Pick<ReportingPerson, AmountField | 'value_status' | 'unavailable'>

/** The numbers of a cover page, each null with its reason where there is none. */
export function amounts(readings: Record<AmountField, Reading>): Amounts {
  const unavailable: Amounts['unavailable'] = []
  const numberOf = (field: AmountField) => {
    const reading = readings[field]
    if ('value' in reading) return reading.value
    unavailable.push({ field, reason: reading.reason })
    return null
  }
  const numbers = {
    sole_voting_power: numberOf('sole_voting_power'),
    shared_voting_power: numberOf('shared_voting_power'),
    sole_dispositive_power: numberOf('sole_dispositive_power'),
    shared_dispositive_power: numberOf('shared_dispositive_power'),
    aggregate_amount: numberOf('aggregate_amount'),
    percent_of_class: numberOf('percent_of_class'),
  }
  return {
    ...numbers,
    value_status: numbers.aggregate_amount === null ? 'unavailable' : 'reported',
    unavailable,
  }
}
