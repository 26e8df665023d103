import type { Filing } from '../../../sdk/src/index.ts'

type Report = Pick<Filing, 'accession_number' | 'form_type' | 'period_of_report' | 'accepted_at'>

const DAY_MS = 86_400_000
/** A year, as fiscal calendars have it. */
const YEAR_DAYS = 365
/** How far from a year ago a report may be to be that of a year ago: calendars of 52 and 53 weeks move by a week. */
const TOLERANCE_DAYS = 45

/** The form without its mark of an amendment. */
export function baseForm(formType: string): string {
  return formType.replace(/\/A$/, '')
}

/** The report a year earlier: nearest in its period; without one, the latest before. */
export function priorOf<R extends Report>(filing: Report, candidates: readonly R[]): R | undefined {
  const earlier = candidates
    .filter((one) => one.accession_number !== filing.accession_number && one.accepted_at < filing.accepted_at)
    .sort((a, b) => (a.accepted_at < b.accepted_at ? 1 : -1))
  const sameForm = earlier.filter((one) => one.form_type === baseForm(filing.form_type))
  const usable = sameForm.length > 0 ? sameForm : earlier
  const distance = (one: R) => {
    if (!one.period_of_report || !filing.period_of_report) return Number.POSITIVE_INFINITY
    const days = (Date.parse(filing.period_of_report) - Date.parse(one.period_of_report)) / DAY_MS
    return Math.abs(days - YEAR_DAYS)
  }
  const yearAgo = usable.filter((one) => distance(one) <= TOLERANCE_DAYS)
  return yearAgo.sort((a, b) => distance(a) - distance(b))[0] ?? usable[0]
}
