/** What decides whether two filings can be compared. */
export interface ComparableFiling {
  accession_number: string
  cik: string
  form_type: string
  /** RFC 3339 UTC. */
  accepted_at: string
  /** `YYYY-MM-DD`. */
  period_of_report: string | null
}

/**
 * A year later a period ends 364 to 366 days on, 371 after a 53-week year, and headers give month ends where the year
 * ends on a Saturday near them. Quarters are some 90 days apart, so this window cannot reach the wrong one.
 */
export const PRIOR_DAYS = { minimum: 340, maximum: 390 } as const

const DAY_MS = 86_400_000

/**
 * The form two reports must share to be compared; null when the form is not compared. 10-K405 was a 10-K with one box
 * ticked. Amendments restate parts and transition reports cover odd periods: neither is compared nor compared with.
 */
export function comparableForm(formType: string): string | null {
  switch (formType) {
    case '10-K':
    case '10-K405':
      return '10-K'
    case '10-KSB':
    case '10-KSB40':
      return '10-KSB'
    case '10-Q':
    case '10-QSB':
      return formType
    default:
      return null
  }
}

/** Every form that can stand for the same form a year earlier, for the query that gathers candidates. */
export function comparableFormTypes(formType: string): string[] {
  switch (comparableForm(formType)) {
    case '10-K':
      return ['10-K', '10-K405']
    case '10-KSB':
      return ['10-KSB', '10-KSB40']
    case '10-Q':
      return ['10-Q']
    case '10-QSB':
      return ['10-QSB']
    default:
      return []
  }
}

/** Whether `candidate` is the same report of the same company for the same fiscal period one year before, and earlier accepted. */
export function isComparablePrior(current: ComparableFiling, candidate: ComparableFiling): boolean {
  const form = comparableForm(current.form_type)
  if (form === null || form !== comparableForm(candidate.form_type)) return false
  if (current.cik !== candidate.cik || current.accession_number === candidate.accession_number) return false
  if (!(Date.parse(candidate.accepted_at) < Date.parse(current.accepted_at))) return false
  const days = daysApart(candidate.period_of_report, current.period_of_report)
  return days !== null && days >= PRIOR_DAYS.minimum && days <= PRIOR_DAYS.maximum
}

/** The filing to compare with: the period nearest to a year before, then the latest accepted, then the last accession number. */
export function choosePrior<F extends ComparableFiling>(
  current: ComparableFiling,
  candidates: readonly F[],
): F | null {
  const distance = (candidate: F) =>
    Math.abs((daysApart(candidate.period_of_report, current.period_of_report) ?? 0) - 365)
  return (
    candidates
      .filter((candidate) => isComparablePrior(current, candidate))
      .sort(
        (a, b) =>
          distance(a) - distance(b) ||
          Date.parse(b.accepted_at) - Date.parse(a.accepted_at) ||
          compareText(b.accession_number, a.accession_number),
      )[0] ?? null
  )
}

function daysApart(earlier: string | null, later: string | null): number | null {
  if (earlier === null || later === null) return null
  const days = (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / DAY_MS
  return Number.isNaN(days) ? null : days
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
