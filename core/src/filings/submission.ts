import { sha256 } from '../sha256.ts'
import type { Submission, SubmissionDocument } from './filing.ts'
import { cleanValue, parseHeader } from './header.ts'
import { headerLines } from './header-lines.ts'
import { type DocumentRange, findContainer } from './submission-container.ts'
import { SubmissionError } from './submission-error.ts'

/** Above this a submission is refused; the largest ever filed stay well below it. */
export const MAX_SUBMISSION_BYTES = 1024 ** 3
/** EDGAR's own ceiling is some thousands of attachments. */
const MAX_DOCUMENTS = 20_000

/**
 * Reads a full submission text (`<accession>.txt`), one of the PEM era, or a dissemination container (`.nc`): any form, any
 * year. Runs in linear time and looks at the outermost structure only, so that text which imitates a header or another
 * document stays text. Throws SubmissionError when the bytes are not a complete submission; what can be tolerated
 * becomes a warning, and no document is ever dropped.
 */
export function readSubmission(bytes: Uint8Array): Submission {
  if (bytes.length > MAX_SUBMISSION_BYTES) {
    throw new SubmissionError('too_large', `${bytes.length} bytes, at most ${MAX_SUBMISSION_BYTES} are read`)
  }
  const container = findContainer(bytes)
  const { header, warnings } = parseHeader(bytes, container.header)
  header.accession_number = /^\d{10}-\d{2}-\d{6}$/.test(header.accession_number)
    ? header.accession_number
    : (container.accession_number ?? '')
  if (header.accession_number === '')
    throw new SubmissionError('no_accession_number', 'the header names none')
  if (header.form_type === '') throw new SubmissionError('no_form_type', 'the header names none')
  if (container.documents.length > MAX_DOCUMENTS) {
    throw new SubmissionError(
      'too_large',
      `${container.documents.length} documents, at most ${MAX_DOCUMENTS} are read`,
    )
  }
  if (container.documents.length === 0) throw new SubmissionError('no_documents', 'only a header')
  warnings.push(...container.warnings)

  const documents: SubmissionDocument[] = []
  const taken = new Set<number>()
  for (const range of container.documents) {
    documents.push(readDocument(bytes, range, documents.length + 1, taken, warnings))
  }
  // One less than declared is common (EDGAR counts a part it does not disseminate); more than one is worth a note.
  const missing = (header.declared_document_count ?? documents.length) - documents.length
  if (missing >= 2 || missing < 0) {
    warnings.push(
      `The header declares ${header.declared_document_count} documents, ${documents.length} follow.`,
    )
  }
  return { header, documents, warnings: atMost(MAX_WARNINGS, warnings) }
}

/** A hostile submission earns a warning for each of its documents; nobody reads that many. */
const MAX_WARNINGS = 100

function atMost(count: number, warnings: string[]): string[] {
  if (warnings.length <= count) return warnings
  return [...warnings.slice(0, count), `${warnings.length - count} more warnings.`]
}

function readDocument(
  bytes: Uint8Array,
  range: DocumentRange,
  position: number,
  taken: Set<number>,
  warnings: string[],
): SubmissionDocument {
  let type: string | null = null
  let sequence: number | null = null
  let fileName: string | null = null
  let description: string | null = null
  for (const line of headerLines(bytes, range.tags)) {
    const value = cleanValue(line.value)
    if (line.name === 'CONFORMED SUBMISSION TYPE') type ??= value
    else if (line.name === 'SEQUENCE') sequence ??= /^\d{1,6}$/.test(value) ? Number(value) : null
    else if (line.name === 'FILENAME') fileName ??= value || null
    else if (line.name === 'DESCRIPTION') description ??= value || null
    else if (line.name !== 'FLAWED') warnings.push(`Document ${position} has the unknown tag "${line.name}".`)
  }
  if (!type) warnings.push(`Document ${position} has no type.`)
  if (range.text === null) warnings.push(`Document ${position} has no text.`)
  if (sequence === null || sequence === 0 || taken.has(sequence)) {
    warnings.push(`Document ${position} has a missing or repeated sequence.`)
    sequence = position
    while (taken.has(sequence)) sequence += MAX_DOCUMENTS
  }
  taken.add(sequence)
  const content = range.text ?? { byte_start: range.tags.byte_end, byte_end: range.tags.byte_end }
  return {
    sequence,
    document_type: type ?? '',
    file_name: fileName,
    description,
    ...content,
    document_sha256: sha256(bytes.subarray(content.byte_start, content.byte_end)),
  }
}
