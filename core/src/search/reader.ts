import type { DocumentUnderRead, Reader } from '../readers/reader.ts'
import { indexText } from './index-text.ts'
import type { IndexedDocument } from './indexed-text.ts'
import { insertSearchIndex } from './store.ts'

/** Attachments that are data for programs: what they say stands in the documents people read. */
const DATA_ATTACHMENT = /^(?:EX-101(?:\..*)?|XML|ZIP|EXCEL|JSON|GRAPHIC)$/i

/** Indexes the words of every document with a text, in the transaction of the parse: what is visible can be found. */
export const searchIndexReader: Reader<IndexedDocument[]> = {
  name: 'search_index',
  version: '1.0.0',

  applies: () => true,

  read({ documents }) {
    const indexed = documents
      .filter(isIndexed)
      .map(({ document, document_id, text, sections }) =>
        indexText({ document_id, sequence: document.sequence }, text, sections),
      )
    const found = indexed.filter(({ chunks }) => chunks.length > 0)
    return found.length > 0 ? found : null
  },

  store: insertSearchIndex,
}

function isIndexed(
  document: DocumentUnderRead,
): document is DocumentUnderRead & { text: NonNullable<DocumentUnderRead['text']> } {
  return document.text !== null && !DATA_ATTACHMENT.test(document.document.document_type)
}
