import {
  type HeaderField,
  type HeaderText,
  headerFieldEvidence,
  headerFields,
} from '../evidence/header-line.ts'
import type { Extractor } from './signal.ts'

const config = {
  /** A megabyte is a million bytes; with 1,048,576 every value would be lower by the same 0.0474. */
  bytes_per_megabyte: 1_000_000,
} as const

/** Size of the complete submission text, which Loughran and McDonald (2014) found to say more than the Fog index. */
export const filingSize: Extractor = {
  name: 'filing_size',
  version: '1.0.0',
  kind: 'deterministic',
  signal_types: ['filing_size_log'],
  applies: () => true,
  needs_prior: false,
  config,
  reads: 'submission',

  extract(filing) {
    const bytes = filing.submission_bytes
    if (bytes === null) return { status: 'not_applicable', reason: 'no_full_submission' }
    if (bytes <= 0) return { status: 'failed', reason: 'empty_submission' }
    const header = filing.header_text
    if (!header) return { status: 'failed', reason: 'header_not_found' }
    const field = accessionField(header, filing.accession_number)
    if (!field) return { status: 'failed', reason: 'accession_line_not_found' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'filing_size_log',
          value: Math.log(bytes / config.bytes_per_megabyte),
          unit: 'ln_megabytes',
          direction: 0,
          evidence: [headerFieldEvidence(filing.submission_sha256, header, field)],
          inputs: [
            { name: 'submission_bytes', value: bytes, accession_number: filing.accession_number },
            {
              name: 'submission_sha256',
              value: filing.submission_sha256,
              accession_number: filing.accession_number,
            },
          ],
        },
      ],
    }
  },
}

/**
 * Where the header says whose header it is: the accession line, else any place that carries the number (the oldest
 * headers have it only in the name of the file).
 */
function accessionField(header: HeaderText, accessionNumber: string): HeaderField | null {
  const field = headerFields(header).find(
    ({ name, value }) => name === 'ACCESSION NUMBER' && value === accessionNumber,
  )
  if (field) return field
  const start = header.text.indexOf(accessionNumber)
  if (start === -1) return null
  return { name: 'ACCESSION NUMBER', value: accessionNumber, start, end: start + accessionNumber.length }
}
