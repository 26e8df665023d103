import type { HeaderFieldEvidence } from '../../evidence/evidence.ts'
import { headerFieldEvidence, headerFields } from '../../evidence/header-line.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'

/** The first lines of the header with these names, each once, in the order of the names; names that it lacks are left out. */
export function headerEvidence(filing: FilingUnderRead, names: readonly string[]): HeaderFieldEvidence[] {
  const header = filing.header_text
  if (!header) return []
  const fields = headerFields(header)
  return names.flatMap((name) => {
    const field = fields.find((one) => one.name === name && one.value !== '')
    return field ? [headerFieldEvidence(filing.submission_sha256, header, field)] : []
  })
}

/** Names of header lines as `headerFields` gives them. */
export const ACCEPTANCE = 'ACCEPTANCE DATETIME'
export const FORM_TYPE = 'CONFORMED SUBMISSION TYPE'
export const FILED_ON = 'FILED AS OF DATE'
export const PERIOD = 'CONFORMED PERIOD OF REPORT'
