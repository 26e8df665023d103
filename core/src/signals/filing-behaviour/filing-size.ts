import {
  type HeaderField,
  type HeaderText,
  headerFieldEvidence,
  headerFields,
} from '../../evidence/header-line.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'

const config = {
  /** A megabyte is a million bytes; with 1,048,576 every value would be lower by the same 0.0474. */
  bytes_per_megabyte: 1_000_000,
} as const

const filingSizeLog: SignalType = {
  signal_type: 'filing_size_log',
  family: 'filing_behaviour',
  title: 'Size of the submission',
  description:
    'Natural logarithm of the size of the complete submission text in megabytes of 1,000,000 bytes.',
  unit: 'ln_megabytes',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: [],
  evidence_kinds: ['header_field'],
  source: 'Loughran, McDonald 2014, "Measuring Readability in Financial Disclosures", Journal of Finance',
  formula: 'ln(bytes / 1,000,000)',
  history:
    'The paper finds file size a better readability measure than the Fog index for 10-K filings. Inline XBRL, required in steps from 2019 on, has made submissions larger, so compare within a year.',
  covers_from: null,
  payload_schema: null,
  cases: FACT_CASES,
}

/** Size of the complete submission text, which Loughran and McDonald (2014) found to say more than the Fog index. */
export const filingSize = defineExtractor({
  name: 'filing_size',
  version: '1.0.0',
  signal_types: [filingSizeLog],
  applies: () => true,
  needs: {},
  config,
  reads: 'submission',

  extract({ filing }) {
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
          subject: null,
          payload: null,
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
})

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
