import { canonicalText } from '../documents/canonical-text.ts'
import { documentKind } from '../documents/document-kind.ts'
import { readers } from '../readers/index.ts'
import { type DocumentUnderRead, type Outcome, runReaders } from '../readers/reader.ts'
import { sectionsOf } from '../sections/tile.ts'
import { amendmentOf } from './amendment.ts'
import type { Amendment, Submission } from './filing.ts'
import { mainDocumentOf } from './main-document.ts'
import { readSubmission } from './submission.ts'

export type DocumentReading = DocumentUnderRead

export interface FilingReading {
  submission: Submission
  documents: DocumentReading[]
  /** What each reader made of the filing, one for each. */
  outcomes: Outcome[]
  /** Null for a filing that amends nothing. */
  amendment: Amendment | null
  /** What was tolerated while reading, one sentence each. */
  warnings: string[]
}

/**
 * Reads everything the product knows out of the bytes of a full submission: header, documents, canonical texts, sections
 * of the main document, and what the readers find. Pure and repeatable. Throws a SubmissionError when the bytes are no
 * complete submission; a document that cannot be read is marked `failed` and the rest goes on.
 */
export function readFiling(bytes: Uint8Array, filedOn: string): FilingReading {
  const submission = readSubmission(bytes)
  const { form_type, accession_number } = submission.header
  const mainDocument = mainDocumentOf(submission.documents, form_type)
  const warnings = [...submission.warnings]

  const documents = submission.documents.map((document): DocumentReading => {
    const content = bytes.subarray(document.byte_start, document.byte_end)
    const kind = documentKind(document, content)
    const reading: DocumentReading = {
      document,
      document_id: `${accession_number}:${document.sequence}`,
      kind,
      content,
      text_status: 'not_text',
      text: null,
      sections: [],
    }
    if (kind === 'uuencoded' || kind === 'binary' || kind === 'empty') return reading
    try {
      reading.text = canonicalText(content, kind)
      reading.text_status = 'ok'
      if (document === mainDocument) reading.sections = sectionsOf(form_type, reading.text, filedOn)
    } catch (error) {
      if (reading.text === null) reading.text_status = 'failed'
      warnings.push(`document ${document.sequence}: ${(error as Error).message}`)
    }
    return reading
  })

  const main = documents.find(({ document }) => document === mainDocument)
  const outcomes = runReaders(readers, {
    header: submission.header,
    accession_number,
    form_type,
    filed_on: filedOn,
    documents,
    main,
  })
  for (const { reader, detail } of outcomes) if (detail) warnings.push(`${reader.name}: ${detail}`)
  return { submission, documents, outcomes, amendment: amendmentOf(form_type, documents, main), warnings }
}
