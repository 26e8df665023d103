import type { StatedFact } from '../../facts/stated-fact.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { addDays } from './days.ts'
import { type FactTable, factTable, type Period } from './fact-table.ts'
import {
  balanceDate,
  type FiscalYear,
  reportEnd,
  reportedYear,
  yearBefore,
  yearToDate,
} from './fiscal-years.ts'
import { LINES, type Line, type LineName } from './lines.ts'

/** How many years before the reported one: `rec`, `rec_prior`, `rec_before_prior`. */
export type Age = 0 | 1 | 2
const PART_TOLERANCE = 0.001
const SUFFIXES = ['', '_prior', '_before_prior'] as const

/** A line with its value and everything that value rests on. */
export interface Amount {
  name: string
  value: number
  /** Place of the alternative in the list of the line, from 1. */
  rank: number
  /** One fact, or the terms of a sum; each with another value stated for the same thing, where there is one. */
  parts: { fact: StatedFact; other: StatedFact | null; weight: 1 | -1 }[]
  period: Period
}

/** What a filing, and the filings before it, state about the years a score compares. */
export interface Books {
  filing: FilingUnderRead
  facts: readonly StatedFact[]
  /** Of all amounts; null where none is stated. */
  currency: string | null
  /** The years that end with the report, latest first; empty where the report covers no full year. */
  years: readonly FiscalYear[]
  /** Last day of the period the report covers. */
  end: string | null
  table: FactTable
  /** The tables of earlier filings, latest first. */
  earlier: readonly FactTable[]
  amount(line: LineName, age?: Age): Amount | null
  /** The time since the fiscal year began: a year in an annual report, three to nine months in a quarterly one. */
  period: FiscalYear | null
  /** A flow over a period, in this filing alone. */
  over(line: LineName, period: Period): Amount | null
  /** A balance at the beginning and at the end of `period`. */
  opening(line: LineName): Amount | null
  closing(line: LineName): Amount | null
  /** Every statement of a concept by this filing and those before it, the latest filing first. */
  statedOf(concept: string): StatedFact[]
}

const known = new WeakMap<readonly StatedFact[], { earlier: readonly StatedFact[]; books: Books }>()

/**
 * Opens the books of a filing. Values for the year before come from the filing's own comparatives; what it does not repeat
 * comes from the latest filing before it that states the same concept. A line keeps the alternative it has in the reported
 * year: two concepts are not compared with each other. Made once for all rules that are given the same facts.
 */
export function booksOf(
  filing: FilingUnderRead,
  facts: readonly StatedFact[],
  earlierFacts: readonly StatedFact[],
): Books {
  const before = known.get(facts)
  if (before && before.earlier === earlierFacts && before.books.filing === filing) return before.books
  const books = open(filing, facts, earlierFacts)
  known.set(facts, { earlier: earlierFacts, books })
  return books
}

function open(
  filing: FilingUnderRead,
  facts: readonly StatedFact[],
  earlierFacts: readonly StatedFact[],
): Books {
  const table = factTable(facts)
  const { currency } = table
  const earlier = byFiling(earlierFacts).map((stated) => factTable(stated, currency))
  const end = reportEnd(facts, filing.period_of_report)
  const years = fiscalYears(end, table, earlier)
  const dates = years.map((year, age) => balanceDate(year.end, age === 0 ? [table] : [table, ...earlier]))
  const period = years[0] && isAnnual(filing) ? years[0] : end === null ? null : yearToDate(table, end)
  const amounts = new Map<string, Amount | null>()

  function amount(line: LineName, age: Age = 0): Amount | null {
    const key = `${line} ${age}`
    let found = amounts.get(key)
    if (found === undefined) {
      found = look(line, age)
      amounts.set(key, found)
    }
    return found
  }

  function look(line: LineName, age: Age): Amount | null {
    const year = years[age]
    const date = dates[age]
    if (!year || date === undefined) return null
    const period = LINES[line].kind === 'flow' ? year : { start: null, end: date }
    for (const source of age === 0 ? [table] : [table, ...earlier]) {
      const found = resolve(source, line, period, age === 0 ? undefined : rankOf)
      if (found) return { ...found, name: `${line}${SUFFIXES[age]}` }
    }
    return null
  }

  function balanceAt(line: LineName, date: string, name: string, sources: FactTable[]): Amount | null {
    for (const source of sources) {
      const found = resolve(source, line, { start: null, end: balanceDate(date, [source]) })
      if (found) return { ...found, name }
    }
    return null
  }

  /** The alternative a line has in the reported year; undefined leaves the choice open. */
  function rankOf(line: LineName): number | undefined {
    return amount(line)?.rank
  }

  return {
    filing,
    facts,
    currency,
    years,
    end,
    table,
    earlier,
    amount,
    period,
    over: (line, over) => resolve(table, line, over),
    opening: (line) =>
      period ? balanceAt(line, addDays(period.start, -1), `${line}_prior`, [table, ...earlier]) : null,
    closing: (line) => {
      const date = period?.end ?? end
      return date === null ? null : balanceAt(line, date, line, [table])
    },
    statedOf: (concept) => [table, ...earlier].flatMap((each) => each.stated(concept)),
  }
}

/** The first alternative of a line that one filing states for a period, but never a part where it states the whole. */
export function resolve(
  table: FactTable,
  name: LineName,
  period: Period,
  rankOf?: (line: LineName) => number | undefined,
): Amount | null {
  const { alternatives, whole }: Line = LINES[name]
  const only = rankOf?.(name)
  if (only !== undefined) return alternativeOf(table, name, only, period, rankOf)
  for (const [index] of alternatives.entries()) {
    const found = alternativeOf(table, name, index + 1, period, rankOf)
    if (!found) continue
    const all = whole === undefined ? null : alternativeOf(table, name, whole, period, rankOf)
    return all && isPart(found.value, all.value) ? all : found
  }
  return null
}

/** Smaller than the whole by more than the digits of tables in millions explain. */
export function isPart(value: number, whole: number): boolean {
  return value < whole * (1 - PART_TOLERANCE)
}

function alternativeOf(
  table: FactTable,
  name: LineName,
  rank: number,
  period: Period,
  rankOf?: (line: LineName) => number | undefined,
): Amount | null {
  const { alternatives, measure }: Line = LINES[name]
  let value = 0
  const parts: Amount['parts'] = []
  for (const { concept, line, weight, optional } of alternatives[rank - 1] ?? []) {
    if (concept !== null) {
      const hit = table.find(concept, measure, period)
      if (hit) {
        value += weight * (hit.fact.value as number)
        parts.push({ ...hit, weight })
      } else if (!optional) return null
    } else {
      const nested = resolve(table, line as LineName, period, rankOf)
      if (nested) {
        value += weight * nested.value
        parts.push(...nested.parts.map((part) => ({ ...part, weight: (part.weight * weight) as 1 | -1 })))
      } else if (!optional) return null
    }
  }
  return parts.length === 0 ? null : { name, value, rank, parts, period }
}

function isAnnual({ form_type: form }: FilingUnderRead): boolean {
  return !form.startsWith('10-Q')
}

function fiscalYears(end: string | null, table: FactTable, earlier: readonly FactTable[]): FiscalYear[] {
  const years: FiscalYear[] = []
  let year = end === null ? null : reportedYear(table, end)
  while (year && years.length < 3) {
    years.push(year)
    year = yearBefore(year, [table, ...earlier])
  }
  return years
}

/** Facts in groups of one filing, the filing accepted last first. */
function byFiling(facts: readonly StatedFact[]): StatedFact[][] {
  const groups = new Map<string, StatedFact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.accession_number)
    if (group) group.push(fact)
    else groups.set(fact.accession_number, [fact])
  }
  return [...groups.values()].sort((one, other) => {
    const a = one[0] as StatedFact
    const b = other[0] as StatedFact
    return (
      Date.parse(b.accepted_at) - Date.parse(a.accepted_at) ||
      (a.accession_number < b.accession_number ? 1 : -1)
    )
  })
}
