import type { Dataset } from '../dataset.ts'

export type FilerRole =
  | 'filer'
  | 'issuer'
  | 'subject_company'
  | 'reporting_owner'
  | 'filed_by'
  | 'serial_company'

/**
 * Where `accepted_at` was read. `sgml_header`: the ACCEPTANCE-DATETIME of the submission. `index_page`: the "Accepted"
 * line of EDGAR's index page. `submissions_json`: the submissions JSON, with its clock resolved (see decision 0002).
 * `filing_date`: the header has no time (before about 2001), so the moment is 17:30 in New York on the filing date,
 * the latest acceptance that still carries that date.
 */
export type AcceptedAtSource = 'sgml_header' | 'index_page' | 'submissions_json' | 'filing_date'

/** How the bytes of the filing were obtained. `primary_document`: EDGAR had no full submission text to offer. */
export type SubmissionSource = 'full_submission' | 'primary_document'

/** A filer as the header of a submission names it. Codes stay as filed; empty values are null. */
export interface Filer {
  role: FilerRole
  cik: string
  name: string
  sic: string | null
  irs_number: string | null
  state_of_incorporation: string | null
  /** Month and day, `MMDD`. */
  fiscal_year_end: string | null
  file_number: string | null
  film_number: string | null
  sec_act: string | null
  former_names: { name: string; changed_on: string | null }[]
}

/** The header of a submission in typed fields (EDGAR Filer Manual, volume II; PDS dissemination specification). */
export interface SubmissionHeader {
  accession_number: string
  form_type: string
  /** EDGAR "FILED AS OF DATE", `YYYY-MM-DD`. */
  filing_date: string | null
  /** RFC 3339 UTC. */
  accepted_at: string | null
  accepted_at_source: AcceptedAtSource | null
  period_of_report: string | null
  effective_date: string | null
  date_as_of_change: string | null
  /** 8-K item codes of the header, e.g. `5.02`, or the old numbers `1` to `12`. */
  items: string[]
  /** PUBLIC DOCUMENT COUNT, which is now and then one more than what follows. */
  declared_document_count: number | null
  filers: Filer[]
}

/** One <DOCUMENT> of a submission. The byte range is that of its content inside the submission. */
export interface SubmissionDocument {
  /** Position as filed; unique within the submission (a repeated or missing <SEQUENCE> is replaced by the position). */
  sequence: number
  document_type: string
  /** As filed, hostile: metadata only, never part of a path. */
  file_name: string | null
  description: string | null
  byte_start: number
  byte_end: number
  document_sha256: string
}

export interface Submission {
  header: SubmissionHeader
  documents: SubmissionDocument[]
  /** What the reader tolerated, one short sentence each. */
  warnings: string[]
}

/** A filing as the store keeps it. */
export interface FilingRecord
  extends Omit<SubmissionHeader, 'accepted_at' | 'accepted_at_source' | 'filing_date'> {
  dataset: Dataset
  filing_date: string
  accepted_at: string
  accepted_at_source: AcceptedAtSource
  submission_source: SubmissionSource
  submission_sha256: string
  /** Bytes of the complete submission text; null when only the primary document is held. */
  submission_bytes: number | null
  /** On sec.gov; null for fictional filings. */
  source_url: string | null
  first_seen_at: string
  /** When this API first showed the filing; null until published. */
  available_at: string | null
}
