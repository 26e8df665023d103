import { headerLines } from '../filings/header-lines.ts'
import type { HeaderFieldEvidence } from './evidence.ts'

/**
 * The header of a submission, decoded one byte to one character (Latin-1), so that an index into `text` plus
 * `byte_start` is a byte offset into the submission whatever the header holds.
 */
export interface HeaderText {
  text: string
  byte_start: number
}

// A header of a filing with several hundred co-registrants is about 400 KB.
const MAX_HEADER_BYTES = 4 * 1024 * 1024

/**
 * Everything before the first <DOCUMENT> of a submission: the SGML header, or the lines of privacy-enhanced mail around
 * it. Null when the first document starts at once.
 */
export function headerText(submission: Uint8Array): HeaderText | null {
  const bytes = Buffer.from(submission.buffer, submission.byteOffset, submission.byteLength)
  const firstDocument = bytes.subarray(0, MAX_HEADER_BYTES).indexOf('<DOCUMENT>')
  const end = firstDocument === -1 ? Math.min(bytes.length, MAX_HEADER_BYTES) : firstDocument
  const text = bytes.toString('latin1', 0, end)
  return text.trim() === '' ? null : { text, byte_start: 0 }
}

/** A field of the header between two indexes of its text. */
export interface HeaderField {
  name: string
  value: string
  start: number
  end: number
}

/** The fields of the header in order, under the names of the labelled style (`ITEM INFORMATION`, `ACCESSION NUMBER`). */
export function headerFields(header: HeaderText): HeaderField[] {
  const bytes = Buffer.from(header.text, 'latin1')
  return headerLines(bytes, { byte_start: 0, byte_end: bytes.length }).map((line) => ({
    name: line.name,
    value: line.value.trim(),
    start: line.byte_start,
    end: line.byte_end,
  }))
}

/** Evidence for a field of the header. */
export function headerFieldEvidence(
  submissionSha256: string,
  header: HeaderText,
  field: HeaderField,
): HeaderFieldEvidence {
  return {
    kind: 'header_field',
    submission_sha256: submissionSha256,
    field: field.name,
    value: field.value,
    byte_start: header.byte_start + field.start,
    byte_end: header.byte_start + field.end,
    quote: header.text.slice(field.start, field.end),
  }
}
