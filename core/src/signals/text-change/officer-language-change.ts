import { COMPARISON_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { SignalType } from '../signal.ts'
import { comparedPair, MAXIMUM_DIGIT_SHARE } from './comparison-basis.ts'
import { mainTextOf } from './item-reading.ts'
import { sentencePair } from './sentences.ts'
import { changedPairs, cosineDistance, wordCount } from './subset-change.ts'

const OFFICER = /\b(?:chief|principal) (?:executive|financial) officer\b/i
const ABBREVIATED = /\b(?:CEO|CFO)\b/

const config = {
  officers: [OFFICER.source, ABBREVIATED.source],
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  minimum_words: 50,
  evidence_per_kind: 5,
  evidence_blocks_considered: 100,
  evidence_modified_from: 0.5,
  maximum_quote_length: 1000,
} as const

const officerLanguageChangeType: SignalType = {
  signal_type: 'officer_language_change',
  family: 'text_change',
  title: 'Change of the language about the chief officers',
  description:
    'How much the sentences of the main document that name the chief executive or chief financial officer (or principal executive or financial officer, CEO, CFO) differ from those a year earlier in their words: 0 the same words as often in proportion, 1 no word in common. A sentence ends at a full stop, question or exclamation mark before white space and a capital letter or figure, or with its paragraph. Tables are left out: lists of exhibits and signatures name the officers too. Fewer than 50 words in such sentences in either report are `not_applicable`. Much of the language is that of Item 9A, which hardly changes. Direction 0.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: ['10-K', '10-K405', '10-Q'],
  evidence_kinds: ['pair'],
  source:
    'Cohen, Malloy, Nguyen 2020, "Lazy Prices", Journal of Finance (changes that name the CEO or CFO); the choice of sentences is ours',
  formula: '1 − Σ tf₁·tf₂ / (‖tf₁‖·‖tf₂‖), raw counts of the words of sentences that name a chief officer',
  history:
    'The paper finds changes of language about the CEO and CFO among those that go before low returns (US filings of 1995 to 2014); the size for these sentences alone is not repeated here.',
  covers_from: null,
  payload_schema: null,
  cases: COMPARISON_CASES,
}

/** How much the sentences about the chief officers changed within a year. */
export const officerLanguageChange = defineExtractor({
  name: 'officer_language_change',
  version: '1.0.0',
  signal_types: [officerLanguageChangeType],
  applies: (formType) => comparableForm(formType) === '10-K' || comparableForm(formType) === '10-Q',
  needs: { prior: priorFiling },
  config,

  extract({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const [earlier, current] = [mainTextOf(prior), mainTextOf(filing)]
    if (!current) return { status: 'failed', reason: 'text_unavailable' }
    if (!earlier) return { status: 'failed', reason: 'prior_text_unavailable' }
    const pair = sentencePair(
      comparedPair(earlier.text, current.text),
      ({ document }, { kind, start, end }) =>
        kind !== 'table' && namesOfficer(document.text.slice(start, end)),
    )
    const [words, priorWords] = [pair.rightWords.length, pair.leftWords.length]
    if (words < config.minimum_words) return { status: 'not_applicable', reason: 'sentences_too_few' }
    if (priorWords < config.minimum_words)
      return { status: 'not_applicable', reason: 'prior_sentences_too_few' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: officerLanguageChangeType.signal_type,
          subject: null,
          value: cosineDistance(pair),
          unit: 'ratio',
          direction: 0,
          payload: null,
          evidence: changedPairs(pair, earlier, current, config),
          inputs: [
            wordCount('words', words, filing.accession_number, current),
            wordCount('prior_words', priorWords, prior.accession_number, earlier),
            { name: 'sentences', value: pair.right.blocks.length, accession_number: filing.accession_number },
            {
              name: 'prior_sentences',
              value: pair.left.blocks.length,
              accession_number: prior.accession_number,
            },
          ],
        },
      ],
    }
  },
})

function namesOfficer(sentence: string): boolean {
  return OFFICER.test(sentence) || ABBREVIATED.test(sentence)
}
