import { OwnershipError } from '../insider-transactions/xml-tree.ts'
import type { Reader } from '../readers/reader.ts'
import { parseProposedSale } from './parse-notice.ts'
import type { ProposedSaleNotice } from './proposed-sale.ts'
import { insertProposedSales } from './store.ts'

const FORM = /^144(\/A)?$/

export interface NoticeReading {
  document_id: string
  notice: ProposedSaleNotice
}

/** Form 144: in XML since April 2023; the few that were filed on EDGAR before were typed. */
export const proposedSaleReader: Reader<NoticeReading[]> = {
  name: 'proposed_sales',
  version: '1.0.0',

  applies: (formType) => FORM.test(formType),

  read({ documents }) {
    const forms = documents.filter(({ document }) => FORM.test(document.document_type))
    const found = forms
      .filter(({ kind }) => kind === 'xml')
      .map(({ document_id, content }) => ({ document_id, notice: parseProposedSale(content) }))
    if (found.length === 0 && forms.length > 0)
      throw new OwnershipError('typed_form', 'the notice was filed as text')
    return found.length > 0 ? found : null
  },

  store: insertProposedSales,
}
