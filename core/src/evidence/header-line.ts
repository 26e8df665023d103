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

/** Evidence for a piece of the header between two indexes of its text. */
export function headerFieldEvidence(
  submissionSha256: string,
  header: HeaderText,
  field: string,
  value: string,
  start: number,
  end: number,
): HeaderFieldEvidence {
  return {
    kind: 'header_field',
    submission_sha256: submissionSha256,
    field,
    value,
    byte_start: header.byte_start + start,
    byte_end: header.byte_start + end,
    quote: header.text.slice(start, end),
  }
}

/** The ends of the line that holds the index, without its line break and the spaces after it. */
export function lineAround(text: string, index: number): { start: number; end: number } {
  const start = index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1
  const newline = text.indexOf('\n', index)
  const end = newline === -1 ? text.length : newline
  return { start, end: start + text.slice(start, end).trimEnd().length }
}
