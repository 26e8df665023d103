/** Why bytes are not a submission. Codes are permanent: they are stored in the processing ledger. */
export type SubmissionErrorReason =
  | 'empty'
  | 'html_page'
  | 'not_a_submission'
  | 'truncated'
  | 'no_documents'
  | 'no_accession_number'
  | 'no_form_type'
  | 'too_large'

/** The bytes cannot be read as a complete submission. Reading them again gives the same error. */
export class SubmissionError extends Error {
  override readonly name = 'SubmissionError'
  readonly reason: SubmissionErrorReason

  constructor(reason: SubmissionErrorReason, detail: string) {
    super(`Not a complete submission (${reason}): ${detail}.`)
    this.reason = reason
  }
}
