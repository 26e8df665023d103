import { cappedTextSpan } from '../../evidence/span.ts'
import type { Section } from '../../sections/section.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { Finding, SignalInput, SignalType } from '../signal.ts'
import { comparedText, MAXIMUM_DIGIT_SHARE, wordRange } from './comparison-basis.ts'
import { isCombined, isWhole, mainTextOf, type ReadText } from './item-reading.ts'

const config = {
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  /** Two items that are both shorter hold a heading and a sentence; what their lengths do says nothing. */
  minimum_words: 100,
  maximum_quote_length: 300,
} as const

const sectionLengthDelta: SignalType = {
  signal_type: 'section_length_delta',
  family: 'text_change',
  title: 'Length of an item against the year before',
  description:
    'How much longer or shorter an item of a report became, one signal per item (`subject` is the section key): 0.69 is twice as long, −0.69 half as long. Words with at least one letter, heading included, without page furniture and without tables whose letters and digits are more than 15 % digits. Items are compared that were found from beginning to end in both reports, hold their own text in both (no reference to another document), stand alone or combined with the same neighbours in both, and have 100 words in one report at least. The counts of all items together never exceed that of the document. Longer is neither good nor bad: direction 0.',
  unit: 'ln_ratio',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: ['10-K', '10-K405', '10-KSB', '10-KSB40', '10-Q', '10-QSB'],
  evidence_kinds: ['pair'],
  source:
    'Dyer, Lang, Stice-Lawrence 2017, "The evolution of 10-K textual disclosure", Journal of Accounting and Economics; per item and year by year ours',
  formula: 'ln(words of the item / words of the same item a year earlier)',
  history:
    'The paper describes how 10-Ks of 1996 to 2013 grew longer, mostly for new requirements on fair value, internal control and risk factors. It reports no effect on returns.',
  covers_from: null,
  payload_schema: null,
  cases: COMPARISON_CASES,
}

/** How much longer each item of a report became within a year. */
export const sectionLength = defineExtractor({
  name: 'section_length',
  version: '1.0.0',
  signal_types: [sectionLengthDelta],
  applies: (formType) => comparableForm(formType) !== null,
  needs: { prior: priorFiling },
  config,

  extract({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const current = mainTextOf(filing)
    const earlier = mainTextOf(prior)
    if (!current) return { status: 'failed', reason: 'text_unavailable' }
    if (!earlier) return { status: 'failed', reason: 'prior_text_unavailable' }
    const pairs = sameItems(earlier.sections, current.sections)
    if (pairs.length === 0) {
      return { status: 'insufficient_data', reason: 'no_item_in_both', missing: ['sections'] }
    }
    const findings = pairs.flatMap(({ left, right }): Finding[] => {
      const words = wordsIn(current, right)
      const priorWords = wordsIn(earlier, left)
      if (words === 0 || priorWords === 0 || Math.max(words, priorWords) < config.minimum_words) return []
      return [
        {
          signal_type: sectionLengthDelta.signal_type,
          subject: right.section_key,
          value: Math.log(words / priorWords),
          unit: 'ln_ratio',
          direction: 0,
          payload: null,
          evidence: [{ kind: 'pair', left: openingOf(earlier, left), right: openingOf(current, right) }],
          inputs: [count('words', words, filing, current), count('prior_words', priorWords, prior, earlier)],
        },
      ]
    })
    return findings.length === 0
      ? { status: 'not_applicable', reason: 'items_too_short' }
      : { status: 'ok_found', findings }
  },
})

/** Items that hold their own text in both reports, cut alike, in the order of the later one. */
function sameItems(earlier: readonly Section[], current: readonly Section[]) {
  return current.flatMap((right) => {
    if (!/item/.test(right.section_key) || !isWhole(right)) return []
    const left = earlier.find((section) => section.section_key === right.section_key)
    return left && isWhole(left) && isCombined(left) === isCombined(right) ? [{ left, right }] : []
  })
}

function wordsIn({ text }: ReadText, section: Section): number {
  const [first, last] = wordRange(comparedText(text), section)
  return last - first
}

/** The heading of an item, or the sentence it opens with. */
function openingOf(document: ReadText, section: Section) {
  const block = document.text.blocks.find(({ end }) => end > section.start)
  const end = Math.min(block?.end ?? section.end, section.end)
  return cappedTextSpan(document, section, section.start, end, config.maximum_quote_length)
}

function count(name: string, value: number, filing: FilingUnderRead, { text }: ReadText): SignalInput {
  return { name, value, accession_number: filing.accession_number, text_sha256: text.text_sha256 }
}
