import { xbrlFactReader } from '../../facts/reader.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { statedFactStore } from '../../facts/stated-facts-store.ts'
import type { Need } from '../need.ts'
import { windowBefore } from './window.ts'

/** Every fact the filing states, in document order; empty without XBRL. */
export const filingFacts: Need<StatedFact[]> = {
  name: 'filing_facts',
  load: async (filing, { sql, statedFacts }) =>
    statedFacts ? [...statedFacts] : await statedFactStore(sql).ofFiling(filing.accession_number),
  // What they are follows from the submission, which is hashed anyway, and from the reader.
  identity: (facts) => [xbrlFactReader.version, facts.length],
}

/** Forms that carry financial statements. */
export const FINANCIAL_FORMS = [
  '10-K',
  '10-K/A',
  '10-K405',
  '10-KT',
  '10-KT/A',
  '10-Q',
  '10-Q/A',
  '10-QT',
  '10-QT/A',
  '20-F',
  '20-F/A',
  '40-F',
  '40-F/A',
  '6-K',
  '8-K',
] as const

/**
 * Facts of the whole entity that earlier filings of the company state for these concepts, in the order of acceptance: every
 * vintage.
 */
export function earlierFacts(ask: {
  /** Names the question; see `Need`. */
  name: string
  concepts: readonly string[]
  days: number
  form_types?: readonly string[]
}): Need<StatedFact[]> {
  const formTypes = ask.form_types ?? FINANCIAL_FORMS
  return {
    name: ask.name,
    earlier: { form_types: formTypes, days: ask.days },
    load: (filing, { sql }) =>
      statedFactStore(sql).earlier(filing, windowBefore(filing, ask.days), ask.concepts, formTypes),
    identity: (facts) => [xbrlFactReader.version, [...new Set(facts.map((fact) => fact.document_id))]],
  }
}
