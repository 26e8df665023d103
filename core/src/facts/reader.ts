import type { Reader } from '../readers/reader.ts'
import { type DocumentFacts, factsOfFiling } from './filing-facts.ts'
import { insertFacts } from './store.ts'

/** The XBRL facts of any filing that has some. */
export const xbrlFactReader: Reader<DocumentFacts[]> = {
  name: 'xbrl_facts',
  version: '1.0.0',

  applies: () => true,

  read(filing) {
    const documents = factsOfFiling(filing)
    return documents.length > 0 ? documents : null
  },

  store: insertFacts,
}
