import type { Reader } from '../readers/reader.ts'
import type { OwnershipDocument } from './ownership-document.ts'
import { parseOwnershipDocument } from './parse-ownership.ts'
import { insertInsiderTransactions } from './store.ts'

const OWNERSHIP_FORM = /^[345](\/A)?$/

/** The XML documents of a Form 3, 4 or 5; before mid-2003 these forms were typed, and nothing is found in them. */
export const insiderTransactionReader: Reader<{ document_id: string; ownership: OwnershipDocument }[]> = {
  name: 'insider_transactions',
  version: '1.0.0',

  applies: (formType) => OWNERSHIP_FORM.test(formType),

  read({ documents }) {
    const found = documents
      .filter(({ kind, document }) => kind === 'xml' && OWNERSHIP_FORM.test(document.document_type))
      .map(({ document_id, content }) => ({ document_id, ownership: parseOwnershipDocument(content) }))
    return found.length > 0 ? found : null
  },

  async store(tx, { accession_number }, content) {
    for (const { document_id, ownership } of content) {
      const { issuer_cik, rows } = ownership
      await insertInsiderTransactions(tx, { document_id, accession_number, issuer_cik }, rows)
    }
  },
}
