import { filingDateCutoff } from '../edgar/new-york-time.ts'
import type { Intake } from '../intake/intake.ts'
import type { Amendment, FilingRecord, SubmissionHeader } from './filing.ts'

/**
 * The filing as it is stored: the header, with the filing date of the index where a header has none, and with the latest
 * moment that still carries that date where it has no acceptance time.
 */
export function filingRecord(
  header: SubmissionHeader,
  intake: Intake,
  submissionBytes: number,
  amendment: Amendment | null = null,
): FilingRecord {
  const filing_date = header.filing_date ?? intake.filing_date
  const timed = header.accepted_at !== null && header.accepted_at_source !== null
  const full = intake.submission_source !== 'primary_document'
  return {
    ...header,
    dataset: intake.dataset,
    filing_date,
    accepted_at: timed ? (header.accepted_at as string) : (filingDateCutoff(filing_date) as string),
    accepted_at_source: timed
      ? (header.accepted_at_source as FilingRecord['accepted_at_source'])
      : 'filing_date',
    submission_source: intake.submission_source as FilingRecord['submission_source'],
    submission_sha256: intake.submission_sha256 as string,
    submission_bytes: full ? submissionBytes : null,
    source_url: intake.source_url,
    amendment,
    first_seen_at: intake.first_seen_at,
    available_at: null,
  }
}
