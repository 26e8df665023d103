import type { Reader } from '../readers/reader.ts'
import { readSubsidiaries } from './read-subsidiaries.ts'
import { insertSubsidiaries, type SubsidiaryRecord, subsidiaryRecords } from './store.ts'

const EXHIBIT = /^EX-21(?:\.\d+)?$/i

/** Subsidiaries out of Exhibit 21 of annual reports and registration statements. */
export const subsidiaryReader: Reader<SubsidiaryRecord[]> = {
  name: 'subsidiaries',
  version: '1.0.0',
  applies: (formType) => /^(?:10-K|20-F|40-F|S-[134]|S-11|F-[134]|10-12[BG])/.test(formType),
  read({ documents }) {
    const found = documents
      .filter(({ document, text }) => EXHIBIT.test(document.document_type) && text)
      .flatMap(({ document_id, text }) =>
        text ? subsidiaryRecords(document_id, text.text, readSubsidiaries(text)) : [],
      )
    return found.length > 0 ? found : null
  },
  store: insertSubsidiaries,
}
