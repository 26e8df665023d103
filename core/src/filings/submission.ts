import { createHash } from 'node:crypto'
import type { Submission, SubmissionDocument, SubmissionHeader } from './filing.ts'
import { parseHeader } from './header.ts'
import type { DocumentTags, FoundDocument } from './open-document.ts'
import { SubmissionError } from './submission-error.ts'
import {
  MAX_DOCUMENTS,
  MAX_SUBMISSION_BYTES,
  type ScannedSubmission,
  SubmissionScanner,
} from './submission-scanner.ts'

export { MAX_SUBMISSION_BYTES }

/**
 * Reads a full submission text (`<accession>.txt`), one of the PEM era, or a dissemination container (`.nc`): any form, any
 * year. Looks at the outermost structure only, so that text which imitates a header or another document stays text. Throws
 * SubmissionError when the bytes are not a complete submission; what can be tolerated becomes a warning, and no document
 * is ever dropped.
 */
export function readSubmission(bytes: Uint8Array): Submission {
  return submissionOf(scan(bytes))
}

/** Reads the header of a submission, also of one that has no documents. */
export function readSubmissionHeader(bytes: Uint8Array): { header: SubmissionHeader; warnings: string[] } {
  return headerOf(scan(bytes))
}

/** A submission that passed by, with the address of all its bytes. */
export interface StreamedSubmission {
  submission: Submission
  submission_sha256: string
  submission_bytes: number
}

/** The same reading of bytes that come piece by piece: some megabytes of them are in memory at a time. */
export async function readSubmissionStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<StreamedSubmission> {
  const scanner = new SubmissionScanner()
  const hash = createHash('sha256')
  let submission_bytes = 0
  for await (const chunk of chunks) {
    scanner.push(chunk)
    hash.update(chunk)
    submission_bytes += chunk.length
  }
  return { submission: submissionOf(scanner.end()), submission_sha256: hash.digest('hex'), submission_bytes }
}

function scan(bytes: Uint8Array): ScannedSubmission {
  if (bytes.length > MAX_SUBMISSION_BYTES) {
    throw new SubmissionError('too_large', `${bytes.length} bytes, at most ${MAX_SUBMISSION_BYTES} are read`)
  }
  const scanner = new SubmissionScanner()
  scanner.push(bytes, true)
  return scanner.end()
}

function headerOf(scanned: ScannedSubmission): { header: SubmissionHeader; warnings: string[] } {
  const parsed = parseHeader(scanned.header, { byte_start: 0, byte_end: scanned.header.length })
  const { header } = parsed
  if (!/^\d{10}-\d{2}-\d{6}$/.test(header.accession_number)) {
    header.accession_number = scanned.accession_number ?? ''
  }
  if (header.accession_number === '')
    throw new SubmissionError('no_accession_number', 'the header names none')
  if (header.form_type === '') throw new SubmissionError('no_form_type', 'the header names none')
  return parsed
}

function submissionOf(scanned: ScannedSubmission): Submission {
  const { header, warnings } = headerOf(scanned)
  if (scanned.documents.length === 0) throw new SubmissionError('no_documents', 'only a header')
  const noted = [...warnings, ...scanned.warnings]
  const taken = new Set<number>()
  const documents = scanned.documents.map((found, index) => documentOf(found, index + 1, taken, noted))
  // One less than declared is common (EDGAR counts a part it does not disseminate); more than one is worth a note.
  const missing = (header.declared_document_count ?? documents.length) - documents.length
  if (missing >= 2 || missing < 0) {
    noted.push(`The header declares ${header.declared_document_count} documents, ${documents.length} follow.`)
  }
  return { header, documents, warnings: atMost(MAX_WARNINGS, noted) }
}

/** A hostile submission earns a warning for each of its documents; nobody reads that many. */
const MAX_WARNINGS = 100

function atMost(count: number, warnings: string[]): string[] {
  if (warnings.length <= count) return warnings
  return [...warnings.slice(0, count), `${warnings.length - count} more warnings.`]
}

function documentOf(
  found: FoundDocument,
  position: number,
  taken: Set<number>,
  warnings: string[],
): SubmissionDocument {
  const { tags, byte_start, byte_end, document_sha256 } = found
  for (const name of tags.unknown) warnings.push(`Document ${position} has the unknown tag "${name}".`)
  if (!tags.type) warnings.push(`Document ${position} has no type.`)
  if (!found.has_text) warnings.push(`Document ${position} has no text.`)
  const sequence = sequenceOf(tags, position, taken, warnings)
  taken.add(sequence)
  return {
    sequence,
    document_type: tags.type ?? '',
    file_name: tags.file_name,
    description: tags.description,
    byte_start,
    byte_end,
    document_sha256,
  }
}

function sequenceOf(
  { sequence }: DocumentTags,
  position: number,
  taken: Set<number>,
  warnings: string[],
): number {
  if (sequence !== null && sequence !== 0 && !taken.has(sequence)) return sequence
  warnings.push(`Document ${position} has a missing or repeated sequence.`)
  let free = position
  while (taken.has(free)) free += MAX_DOCUMENTS
  return free
}
