import type { Reader } from '../readers/reader.ts'
import { parseOwnershipDocument } from './parse-ownership.ts'
import { insertOwnership, type OwnershipReading } from './store.ts'
import { OwnershipError } from './xml-tree.ts'

const OWNERSHIP_FORM = /^[345](\/A)?$/

/** The XML documents of a Form 3, 4 or 5. Before mid-2003 these forms were typed, each in a layout of its own. */
export const insiderTransactionReader: Reader<OwnershipReading[]> = {
  name: 'insider_transactions',
  version: '1.1.0',

  applies: (formType) => OWNERSHIP_FORM.test(formType),

  read({ documents }) {
    const forms = documents.filter(({ document }) => OWNERSHIP_FORM.test(document.document_type))
    const found = forms
      .filter(({ kind }) => kind === 'xml')
      .map(({ document_id, content }) => ({ document_id, ownership: parseOwnershipDocument(content) }))
    if (found.length === 0 && forms.length > 0)
      throw new OwnershipError('typed_form', 'the form was typed and not filed in XML')
    return found.length > 0 ? found : null
  },

  async store(tx, filing, content) {
    for (const reading of content) await insertOwnership(tx, filing, reading)
  },
}
