import { headerFieldEvidence, lineAround } from '../evidence/header-line.ts'
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

  extract(filing) {
    const bytes = filing.submission_bytes
    if (bytes === null) return { status: 'not_applicable', reason: 'no_full_submission' }
    if (bytes <= 0) return { status: 'failed', reason: 'empty_submission' }
    const header = filing.header_text
    if (!header) return { status: 'failed', reason: 'header_not_found' }
    const line = accessionLine(header.text, filing.accession_number)
    if (!line) return { status: 'failed', reason: 'accession_line_not_found' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'filing_size_log',
          value: Math.log(bytes / config.bytes_per_megabyte),
          unit: 'ln_megabytes',
          direction: 0,
          evidence: [
            headerFieldEvidence(
              filing.submission_sha256,
              header,
              'ACCESSION NUMBER',
              filing.accession_number,
              line.start,
              line.end,
            ),
          ],
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

const LINE_STARTS = ['ACCESSION NUMBER:', '<ACCESSION-NUMBER>']

/**
 * Where the header says whose header it is: the accession line, else any line that carries the number. A container on
 * one line is quoted no further than the number.
 */
function accessionLine(header: string, accessionNumber: string): { start: number; end: number } | null {
  for (const lineStart of LINE_STARTS) {
    const start = header.indexOf(lineStart)
    if (start === -1) continue
    const number = header.indexOf(accessionNumber, start)
    if (number !== -1 && number <= lineAround(header, start).end) {
      return { start, end: number + accessionNumber.length }
    }
  }
  const number = header.indexOf(accessionNumber)
  if (number === -1) return null
  const { start } = lineAround(header, number)
  return { start, end: number + accessionNumber.length }
}
