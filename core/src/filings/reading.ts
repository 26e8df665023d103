import { canonicalText } from '../documents/canonical-text.ts'
import type { CanonicalText, TextStatus } from '../documents/document.ts'
import { documentKind } from '../documents/document-kind.ts'
import type { OwnershipDocument } from '../insider-transactions/ownership-document.ts'
import { parseOwnershipDocument } from '../insider-transactions/parse-ownership.ts'
import type { Section } from '../sections/section.ts'
import { sectionsOf } from '../sections/tile.ts'
import type { Submission, SubmissionDocument } from './filing.ts'
import { mainDocumentOf } from './main-document.ts'
import { readSubmission } from './submission.ts'

/** A document with everything that was read out of it. */
export interface DocumentReading {
  document: SubmissionDocument
  document_id: string
  text_status: TextStatus
  text: CanonicalText | null
  /** The sections of the main document; empty for every other one. */
  sections: Section[]
  /** The content of a Form 3, 4 or 5 filed as XML. */
  ownership: OwnershipDocument | null
}

export interface FilingReading {
  submission: Submission
  documents: DocumentReading[]
  /** What was tolerated while reading, one sentence each. */
  warnings: string[]
}

const OWNERSHIP_FORM = /^[345](\/A)?$/

/**
 * Reads everything the product knows out of the bytes of a full submission: header, documents, canonical texts, sections
 * of the main document, insider transactions. Pure and repeatable. Throws a SubmissionError when the bytes are no complete
 * submission; a document that cannot be read is marked `failed` and the rest goes on.
 */
export function readFiling(bytes: Uint8Array, filedOn: string): FilingReading {
  const submission = readSubmission(bytes)
  const { form_type, accession_number } = submission.header
  const main = mainDocumentOf(submission.documents, form_type)
  const warnings = [...submission.warnings]

  const documents = submission.documents.map((document): DocumentReading => {
    const content = bytes.subarray(document.byte_start, document.byte_end)
    const reading: DocumentReading = {
      document,
      document_id: `${accession_number}:${document.sequence}`,
      text_status: 'not_text',
      text: null,
      sections: [],
      ownership: null,
    }
    const kind = documentKind(document, content)
    if (kind === 'uuencoded' || kind === 'binary' || kind === 'empty') return reading
    try {
      reading.text = canonicalText(content, kind)
      reading.text_status = 'ok'
      if (document === main) reading.sections = sectionsOf(form_type, reading.text, filedOn)
      if (kind === 'xml' && OWNERSHIP_FORM.test(document.document_type)) {
        reading.ownership = parseOwnershipDocument(content)
      }
    } catch (error) {
      if (reading.text === null) reading.text_status = 'failed'
      warnings.push(`document ${document.sequence}: ${(error as Error).message}`)
    }
    return reading
  })
  return { submission, documents, warnings }
}
