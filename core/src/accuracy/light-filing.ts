import { canonicalText } from '../documents/canonical-text.ts'
import { documentKind } from '../documents/document-kind.ts'
import { mainDocumentOf } from '../filings/main-document.ts'
import { readSubmission } from '../filings/submission.ts'
import type { DocumentUnderRead, FilingUnderRead } from '../readers/reader.ts'

/**
 * A submission as a reader of structured forms sees it, without sections, and with the texts of the documents asked for
 * only: these forms need little of what the whole pipeline makes of a filing.
 */
export function lightFiling(
  bytes: Uint8Array,
  wantsText: (document: { document_type: string }) => boolean = () => false,
): FilingUnderRead {
  const { header, documents } = readSubmission(bytes)
  const main = mainDocumentOf(documents, header.form_type)
  const read = documents.map((document): DocumentUnderRead => {
    const content = bytes.subarray(document.byte_start, document.byte_end)
    const kind = documentKind(document, content)
    const text =
      wantsText(document) && (kind === 'html' || kind === 'text') ? canonicalText(content, kind) : null
    return {
      document,
      document_id: `${header.accession_number}:${document.sequence}`,
      kind,
      content,
      text_status: text ? 'ok' : 'not_text',
      text,
      sections: [],
    }
  })
  return {
    header,
    accession_number: header.accession_number,
    form_type: header.form_type,
    filed_on: header.filing_date ?? '',
    documents: read,
    main: read.find(({ document }) => document === main),
  }
}
