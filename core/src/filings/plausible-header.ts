import type { SubmissionHeader } from './filing.ts'
import { subjectOf } from './subject.ts'

/** What was asked for, and the day on which it came. */
export interface Expected {
  accession_number: string
  cik: string
  /** `YYYY-MM-DD`. */
  today: string
}

/** Why a header cannot belong to the filing that was asked for. Codes are permanent: they end the intake. */
export type ImplausibleHeader = 'accession_mismatch' | 'no_filer' | 'cik_mismatch' | 'implausible_filing_date'

/** EDGAR took its first filings in 1993. */
const FIRST_FILING_DATE = '1993-01-01'
/** EDGAR dates what it accepts in the evening on the next business day, with holidays up to four days ahead. */
const DAYS_AHEAD = 5

/** Bytes under the wrong name must not be served as somebody's filing: what does not fit is kept and looked at by people. */
export function implausible(
  { accession_number, filers, filing_date }: SubmissionHeader,
  expected: Expected,
): { reason: ImplausibleHeader; detail: string } | undefined {
  if (accession_number !== expected.accession_number) {
    const detail = `asked for ${expected.accession_number}, the header says ${accession_number}`
    return { reason: 'accession_mismatch', detail }
  }
  if (!subjectOf(filers)) return { reason: 'no_filer', detail: `${accession_number} names no filer` }
  if (!filers.some(({ cik }) => cik === expected.cik)) {
    return { reason: 'cik_mismatch', detail: `${accession_number} does not name ${expected.cik}` }
  }
  const latest = new Date(Date.parse(expected.today) + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10)
  if (filing_date !== null && (filing_date < FIRST_FILING_DATE || filing_date > latest)) {
    return { reason: 'implausible_filing_date', detail: `${accession_number} is dated ${filing_date}` }
  }
  return undefined
}
