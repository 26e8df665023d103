import type { Dataset } from '../dataset.ts'
import type { CanonicalText } from '../documents/document.ts'
import type { HeaderText } from '../evidence/header-line.ts'
import type { Submission } from '../filings/filing.ts'
import type { Section } from '../sections/section.ts'

/** A document of a filing with all that was read out of it. */
export interface ReadDocument {
  document_id: string
  sequence: number
  document_type: string
  document_sha256: string
  /** Null where there is none, and for every document but the main one (see the need `exhibitTexts`). */
  text: CanonicalText | null
  sections: Section[]
}

/** The filing itself as a rule sees it. A rule neither fetches nor reads a clock. */
export interface FilingUnderRead {
  dataset: Dataset
  accession_number: string
  cik: string
  form_type: string
  /** RFC 3339 UTC. */
  accepted_at: string
  period_of_report: string | null
  submission_sha256: string
  /** Bytes of the full submission text; null when only the primary document is held. */
  submission_bytes: number | null
  submission: Submission
  /**
   * The header lines, for `header_field` evidence; null when there is no header. One character is one byte (see
   * `headerText` in evidence/header-line.ts), so an index plus `byte_start` is a byte offset of the submission.
   */
  header_text: HeaderText | null
  documents: ReadDocument[]
}
