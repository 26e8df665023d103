import { COMPARISON_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { SignalType } from '../signal.ts'
import { comparedPair, MAXIMUM_DIGIT_SHARE, sectionPair } from './comparison-basis.ts'
import { readItems } from './item-reading.ts'
import { changedPairs, cosineDistance, wordCount } from './subset-change.ts'

const config = {
  section_keys: { '10-K': '10k.item_3', '10-Q': '10q.part2_item_1' },
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  minimum_words: 50,
  evidence_per_kind: 5,
  evidence_blocks_considered: 100,
  evidence_modified_from: 0.5,
  maximum_quote_length: 1000,
} as const

const legalSectionChangeType: SignalType = {
  signal_type: 'legal_section_change',
  family: 'text_change',
  title: 'Change of the legal proceedings section',
  description:
    'How much the words of Legal Proceedings (Item 3 of annual reports, Item 1 of Part II of quarterly ones) differ from those a year earlier: 0 the same words as often in proportion, 1 no word in common. Sections that only refer to a note of the statements are `not_applicable`: the note is not read here. Sections of fewer than 50 words hold a sentence or two and are `not_applicable`. Direction 0.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: ['10-K', '10-K405', '10-Q'],
  evidence_kinds: ['pair'],
  source: 'Cohen, Malloy, Nguyen 2020, "Lazy Prices", Journal of Finance (changes by section)',
  formula: '1 − Σ tf₁·tf₂ / (‖tf₁‖·‖tf₂‖), raw counts of the words of the section',
  history:
    'The paper finds changes of language about litigation among those that go before low returns (US filings of 1995 to 2014); the size for this section alone is not repeated here.',
  covers_from: null,
  payload_schema: null,
  cases: COMPARISON_CASES,
}

/** How much the section on legal proceedings changed within a year. */
export const legalSectionChange = defineExtractor({
  name: 'legal_section_change',
  version: '1.0.0',
  signal_types: [legalSectionChangeType],
  applies: (formType) => sectionKey(formType) !== null,
  needs: { prior: priorFiling },
  config,

  extract({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const items = readItems(filing, prior, sectionKey(filing.form_type) ?? '')
    if ('outcome' in items) return items.outcome
    const [earlier, current] = [items.earlier.document, items.current.document]
    const pair = sectionPair(
      comparedPair(earlier.text, current.text),
      items.earlier.section,
      items.current.section,
    )
    const [words, priorWords] = [pair.rightWords.length, pair.leftWords.length]
    if (words < config.minimum_words) return { status: 'not_applicable', reason: 'item_too_short' }
    if (priorWords < config.minimum_words) return { status: 'not_applicable', reason: 'prior_item_too_short' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: legalSectionChangeType.signal_type,
          subject: null,
          value: cosineDistance(pair),
          unit: 'ratio',
          direction: 0,
          payload: null,
          evidence: changedPairs(pair, earlier, current, config),
          inputs: [
            wordCount('words', words, filing.accession_number, current),
            wordCount('prior_words', priorWords, prior.accession_number, earlier),
          ],
        },
      ],
    }
  },
})

function sectionKey(formType: string): string | null {
  const form = comparableForm(formType)
  return form === '10-K' || form === '10-Q' ? config.section_keys[form] : null
}
