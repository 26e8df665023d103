import type { StatedFact } from '../../facts/stated-fact.ts'
import { disagree } from './fact-table.ts'

/** `first`: what was said first. `latest`: what was said last. `as_of`: what was said last by a moment. */
export type WhichVintage = 'first' | 'latest' | { as_of: string }

/** One of the statements of the same thing, in any order; null when nothing was said by then. */
export function vintage(stated: readonly StatedFact[], which: WhichVintage): StatedFact | null {
  const ordered = inOrder(stated)
  if (which === 'first') return ordered[0] ?? null
  if (which === 'latest') return ordered.at(-1) ?? null
  const moment = Date.parse(which.as_of)
  return ordered.findLast(({ accepted_at: at }) => Date.parse(at) <= moment) ?? null
}

/** When a statement differed from the one before it by more than rounding explains. */
export function revisions(stated: readonly StatedFact[]): number[] {
  const ordered = inOrder(stated)
  return ordered.flatMap((fact, index) => {
    const before = ordered[index - 1]
    return before && disagree(before, fact) ? [Date.parse(fact.accepted_at)] : []
  })
}

/**
 * The fourth quarter is the year less its first nine months only if both speak of the same books: no revision of either lies
 * between the filings they were taken from. `restated` are moments at which the company restated a part of that year in other
 * words, such as an adjustment on `srt:RestatementAxis`. Null where the difference would mean nothing.
 */
export function fourthQuarter(
  year: readonly StatedFact[],
  nineMonths: readonly StatedFact[],
  asOf: string,
  restated: readonly string[] = [],
): { value: number; year: StatedFact; nine_months: StatedFact } | null {
  const moment = { as_of: asOf }
  const whole = vintage(year, moment)
  const part = vintage(nineMonths, moment)
  if (whole?.value == null || part?.value == null) return null
  const [yearAt, partAt] = [Date.parse(whole.accepted_at), Date.parse(part.accepted_at)]
  const revised = [...revisions(year), ...revisions(nineMonths), ...restated.map((at) => Date.parse(at))]
  // A year stated after its nine months must not be a restated one. Nine months stated again after the year are those the
  // year was made of, whatever had been said of them before.
  const between = revised.some((at) =>
    partAt <= yearAt ? at > partAt && at <= yearAt : at > yearAt && at < partAt,
  )
  return between ? null : { value: whole.value - part.value, year: whole, nine_months: part }
}

function inOrder(stated: readonly StatedFact[]): StatedFact[] {
  return stated
    .filter(({ value }) => value !== null)
    .sort(
      (one, other) =>
        Date.parse(one.accepted_at) - Date.parse(other.accepted_at) ||
        (one.accession_number < other.accession_number
          ? -1
          : one.accession_number > other.accession_number
            ? 1
            : one.position - other.position),
    )
}
