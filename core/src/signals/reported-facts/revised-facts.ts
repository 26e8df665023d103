import { xbrlFactReader } from '../../facts/reader.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { type RevisedFact, statedFactStore } from '../../facts/stated-facts-store.ts'
import type { Need } from '../need.ts'
import { FINANCIAL_FORMS } from '../needs/facts.ts'
import { windowBefore } from '../needs/window.ts'
import { DISCONTINUED, TOTALS } from './revision-class.ts'

/** What a filing says otherwise than the company said before, with what of the earlier filings explains it. */
export interface RevisedSinceEarlier {
  compared: number
  revised: RevisedFact[]
  /** Totals and disposals that the filings compared with state. */
  context: StatedFact[]
}

export const REVISION_DAYS = 3_660
/** Below this share of the earlier number two statements are the same. */
export const REVISION_SHARE = 0.005
/** Numbers are compared with those of few earlier filings: the year before, and the quarters since. */
const MAX_CONTEXT_FILINGS = 12

export const revisedFacts: Need<RevisedSinceEarlier> = {
  name: 'revised_facts',
  earlier: { form_types: FINANCIAL_FORMS, days: REVISION_DAYS },
  async load(filing, { sql }) {
    const store = statedFactStore(sql)
    const window = windowBefore(filing, REVISION_DAYS)
    const { compared, revised } = await store.revisedBy(filing, window, FINANCIAL_FORMS, REVISION_SHARE)
    const filings = [...new Set(revised.map(({ before }) => before.accession_number))]
      .sort()
      .slice(-MAX_CONTEXT_FILINGS)
    const context = await store.ofFilings(filings, [...TOTALS, ...DISCONTINUED])
    return { compared, revised, context }
  },
  identity: ({ compared, revised, context }) => [
    xbrlFactReader.version,
    compared,
    revised.map(({ now, before }) => [now.document_id, now.position, before.document_id, before.position]),
    [...new Set(context.map(({ document_id }) => document_id))],
  ],
}
