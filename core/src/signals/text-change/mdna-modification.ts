import { Type } from 'typebox'
import { COMPARISON_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { SignalType } from '../signal.ts'
import { comparedPair, MAXIMUM_DIGIT_SHARE, sectionPair } from './comparison-basis.ts'
import { mdnaUniverse } from './frozen-universe.ts'
import { type ReadItem, readItems } from './item-reading.ts'
import { polynomial } from './polynomial.ts'
import { changedPairs, wordCount } from './subset-change.ts'
import { cosine, tfIdfVectors } from './tf-idf.ts'
import { describeUniverse, type MdnaUniverse } from './universe.ts'

const config = {
  section_key: '10k.item_7',
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  minimum_words: 200,
  universe: mdnaUniverse,
  evidence_per_kind: 5,
  evidence_blocks_considered: 100,
  evidence_modified_from: 0.5,
  maximum_quote_length: 1000,
} as const

const Payload = Type.Object(
  {
    universe: Type.String({ description: 'Name of the frozen fit.' }),
    modification: Type.Number({
      minimum: 0,
      maximum: 1,
      description: '1 − tf·idf cosine with the MD&A a year earlier, before length is taken out.',
    }),
    expected_modification: Type.Number({
      description: 'What the frozen polynomial gives for an MD&A of this length.',
    }),
  },
  { additionalProperties: false },
)

const mdnaModificationType: SignalType = {
  signal_type: 'mdna_modification',
  family: 'text_change',
  title: 'Modification of MD&A for its length',
  description: `How much more (above 0) or less (below 0) the words of Management's Discussion and Analysis changed against the year before than is usual for one of its length. The idf is computed over the two texts alone: a word of only one of them weighs ln(3/2) + 1 times one of both. The polynomial is a frozen fit over ${describeUniverse(mdnaUniverse)}, all years in one fit where the paper fits each year by itself over all filers: so few large companies give a rough yardstick, and the part before it (\`modification\` in the payload) is the sounder number. An MD&A of fewer than ${mdnaUniverse.minimum_words} or more than ${mdnaUniverse.maximum_words} words lies outside of the fit and is \`insufficient_data\`: a fifth power must not be prolonged. Annual reports whose Item 7 was found whole in both years; tables of figures left out. Direction 0.`,
  unit: 'score',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: ['10-K', '10-K405'],
  evidence_kinds: ['pair'],
  source:
    'Brown, Tucker 2011, "Large-Sample Evidence on Firms\' Year-over-Year MD&A Modifications", Journal of Accounting Research; the frozen fit is ours',
  formula:
    '(1 − cosine of tf·idf vectors, idf = ln((1 + 2)/(1 + df)) + 1 over the two texts) − polynomial of order 5 in the words of the MD&A',
  history:
    'The paper finds that US firms with larger economic changes modify MD&A more, and that the price response to the 10-K goes with modification in size, not in sign; analysts did not respond. Both modification and the response had weakened over the decade before 2011. The scores of the paper come from fits over all filers of a year; ours do not, so that its effects need not carry over.',
  covers_from: null,
  payload_schema: Payload,
  cases: COMPARISON_CASES,
}

/** How much MD&A changed within a year, its length taken into account (Brown and Tucker 2011). */
export const mdnaModification = defineExtractor({
  name: 'mdna_modification',
  version: '1.0.0',
  signal_types: [mdnaModificationType],
  applies: (formType) => comparableForm(formType) === '10-K',
  needs: { prior: priorFiling },
  config,

  extract({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const items = readItems(filing, prior, config.section_key)
    if ('outcome' in items) return items.outcome
    const { earlier, current } = items
    const read = modificationOf(earlier, current)
    if (read.words < config.minimum_words) return { status: 'not_applicable', reason: 'item_too_short' }
    if (read.prior_words < config.minimum_words)
      return { status: 'not_applicable', reason: 'prior_item_too_short' }
    const expected = expectedModification(read.words, mdnaUniverse)
    if (expected === null) {
      return { status: 'insufficient_data', reason: 'length_outside_universe', missing: ['universe'] }
    }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: mdnaModificationType.signal_type,
          subject: null,
          value: read.modification - expected,
          unit: 'score',
          direction: 0,
          payload: {
            universe: mdnaUniverse.universe,
            modification: read.modification,
            expected_modification: expected,
          },
          evidence: changedPairs(itemPair(earlier, current), earlier.document, current.document, config),
          inputs: [
            wordCount('words', read.words, filing.accession_number, current.document),
            wordCount('prior_words', read.prior_words, prior.accession_number, earlier.document),
            { name: 'modification', value: read.modification, accession_number: null },
            { name: 'expected_modification', value: expected, accession_number: null },
            { name: 'universe', value: mdnaUniverse.universe, accession_number: null },
          ],
        },
      ],
    }
  },
})

/** 1 − tf·idf cosine of the words of an item with those a year earlier, idf over the two. */
export function modificationOf(earlier: ReadItem, current: ReadItem) {
  const { leftWords, rightWords, vocabulary } = itemPair(earlier, current)
  const [a, b] = tfIdfVectors([leftWords, rightWords], vocabulary)
  return {
    words: rightWords.length,
    prior_words: leftWords.length,
    modification: a && b ? 1 - cosine(a, b) : 1,
  }
}

/** The modification usual for a length; null outside of the lengths the fit was made of. */
export function expectedModification(
  words: number,
  { minimum_words, maximum_words, coefficients }: MdnaUniverse,
): number | null {
  if (words < minimum_words || words > maximum_words) return null
  return polynomial(coefficients, scaledLength(words, minimum_words, maximum_words))
}

/** A length on the scale of the fit, −1 to 1. */
export function scaledLength(words: number, minimum: number, maximum: number): number {
  return (2 * words - minimum - maximum) / (maximum - minimum)
}

function itemPair(earlier: ReadItem, current: ReadItem) {
  const pair = comparedPair(earlier.document.text, current.document.text)
  return sectionPair(pair, earlier.section, current.section)
}
