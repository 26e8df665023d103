import type { StatedFact } from '../../facts/stated-fact.ts'
import { type Amount, type Books, isPart } from './books.ts'
import { addDays, daysBetween, daysOf, isQuarter, isYear } from './days.ts'
import { LINES, type Line, type LineName } from './lines.ts'
import { fourthQuarter, revisions, vintage } from './vintages.ts'

/** How far ends of the same quarter may lie apart from filing to filing. */
const SAME_QUARTER_DAYS = 7

/** Two years of reports state the same concept of the whole entity some fifty times. */
const MOST_STATEMENTS = 2_000

interface Quarter {
  value: number
  parts: Amount['parts']
  start: string
  end: string
}

/**
 * A flow over the quarters that end with the report, latest first, as long as they can be had. Each is what was said of it last;
 * a fourth quarter that no filing states is the year less its first nine months, where no revision lies in between.
 */
export function quarterlyAmounts(books: Books, line: LineName, count: number): Amount[] {
  if (books.end === null) return []
  const latest = firstAlternative(books, line, books.end)
  if (latest === null) return []
  const amounts: Amount[] = []
  let end = books.end
  while (amounts.length < count) {
    const quarter = alternativeOver(books, line, latest, end)
    if (!quarter) break
    amounts.push({
      name: amounts.length === 0 ? line : `${line}_quarter_${amounts.length}_before`,
      value: quarter.value,
      rank: latest,
      parts: quarter.parts,
      period: { start: quarter.start, end: quarter.end },
    })
    end = addDays(quarter.start, -1)
  }
  return amounts
}

function firstAlternative(books: Books, line: LineName, end: string): number | null {
  const { alternatives, whole }: Line = LINES[line]
  for (const [index] of alternatives.entries()) {
    const found = alternativeOver(books, line, index + 1, end)
    if (!found) continue
    const all = whole === undefined ? null : alternativeOver(books, line, whole, end)
    return all && whole !== undefined && isPart(found.value, all.value) ? whole : index + 1
  }
  return null
}

function alternativeOver(books: Books, line: LineName, rank: number, end: string): Quarter | null {
  const { alternatives }: Line = LINES[line]
  const terms: Quarter[] = []
  for (const { concept, line: nested, weight } of alternatives[rank - 1] ?? []) {
    const term = concept === null ? lineOver(books, nested as LineName, end) : quarterOf(books, concept, end)
    if (!term) return null
    terms.push({
      ...term,
      value: weight * term.value,
      parts: term.parts.map((part) => ({ ...part, weight: (part.weight * weight) as 1 | -1 })),
    })
  }
  const [first] = terms
  if (!first || terms.some(({ start, end: last }) => start !== first.start || last !== first.end)) return null
  return {
    ...first,
    value: terms.reduce((sum, { value }) => sum + value, 0),
    parts: terms.flatMap(({ parts }) => parts),
  }
}

function lineOver(books: Books, line: LineName, end: string): Quarter | null {
  const rank = books.end === null ? null : firstAlternative(books, line, books.end)
  return rank === null ? null : alternativeOver(books, line, rank, end)
}

function quarterOf(books: Books, concept: string, end: string): Quarter | null {
  const stated = books.statedOf(concept).filter(({ unit }) => unit === books.currency)
  if (stated.length > MOST_STATEMENTS) return null
  const ending = stated.filter(
    (fact) => Math.abs(daysBetween(fact.period_end ?? '', end)) <= SAME_QUARTER_DAYS,
  )
  const quarter = periodsOf(ending).find(isQuarter)
  if (quarter) {
    const fact = vintage(over(stated, quarter), 'latest')
    return fact?.value == null
      ? null
      : { value: fact.value, parts: [{ fact, other: null, weight: 1 }], ...quarter }
  }
  const year = periodsOf(ending).find(isYear)
  const nine = year && periodsOf(stated).find((period) => isNineMonthsOf(year, period))
  if (!year || !nine) return null
  const found = fourthQuarter(
    over(stated, year),
    over(stated, nine),
    books.filing.accepted_at,
    restatedWithin(books, concept, stated, year),
  )
  return (
    found && {
      value: found.value,
      parts: [
        { fact: found.year, other: null, weight: 1 },
        { fact: found.nine_months, other: null, weight: -1 },
      ],
      start: addDays(nine.end, 1),
      end: year.end,
    }
  )
}

function isNineMonthsOf(year: Duration, period: Duration): boolean {
  const days = daysOf(period)
  return Math.abs(daysBetween(period.start, year.start)) <= 3 && days >= 250 && days <= 290
}

/** When a part of a year was restated: said again and differently, or adjusted on the axis for restatements. */
function restatedWithin(
  { facts, filing }: Books,
  concept: string,
  stated: readonly StatedFact[],
  year: Duration,
): string[] {
  const within = ({ start, end }: Duration) => start >= addDays(year.start, -3) && end <= year.end
  const parts = new Map<string, StatedFact[]>()
  for (const fact of stated) {
    const { period_start: start, period_end: end } = fact
    if (start === null || end === null) continue
    if (!within({ start, end }) || isYear({ start, end }) || isNineMonthsOf(year, { start, end })) continue
    const key = `${start}/${end}`
    const part = parts.get(key)
    if (part) part.push(fact)
    else parts.set(key, [fact])
  }
  const revised = [...parts.values()].flatMap(revisions).map((at) => new Date(at).toISOString())
  const adjusted = facts.some(
    (fact) =>
      fact.concept === concept &&
      fact.period_start !== null &&
      fact.period_end !== null &&
      within({ start: fact.period_start, end: fact.period_end }) &&
      fact.dimensions.some(({ axis }) => axis.endsWith(':RestatementAxis')),
  )
  return adjusted ? [...revised, filing.accepted_at] : revised
}

interface Duration {
  start: string
  end: string
}

function periodsOf(stated: readonly StatedFact[]): Duration[] {
  return stated.flatMap(({ period_start: start, period_end: end }) =>
    start === null || end === null ? [] : [{ start, end }],
  )
}

function over(stated: readonly StatedFact[], { start, end }: Duration): StatedFact[] {
  return stated.filter((fact) => fact.period_start === start && fact.period_end === end)
}
