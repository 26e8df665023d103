import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { SignalType } from '../signal.ts'
import {
  type ComparedBlock,
  type ComparedPair,
  comparedPair,
  MAXIMUM_DIGIT_SHARE,
} from './comparison-basis.ts'
import { mainTextOf, type ReadText } from './item-reading.ts'
import { Phrases } from './phrases.ts'
import { sentencesOf } from './sentences.ts'
import { wordCount } from './subset-change.ts'

const config = {
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  phrase_words: 8,
  minimum_words: 200,
  evidence_per_kind: 5,
  maximum_quote_length: 1000,
} as const

const stickinessType: SignalType = {
  signal_type: 'stickiness',
  family: 'text_change',
  title: 'Stickiness',
  description:
    'The share of the words of a report that stand in sentences which use a phrase of eight words of the report a year earlier. Main document without page furniture and tables of figures; words with at least one letter; a phrase stays within its sentence, and in tables within its row, on both sides. Sentences of fewer than eight words cannot hold a phrase and count neither way, so that a report compared with itself has 1. Reports with fewer than 200 words in such sentences are `not_applicable`. The evidence shows the longest sentences without such a phrase, and the longest with one beside its twin. Direction 0.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: ['10-K', '10-K405', '10-KSB', '10-KSB40', '10-Q', '10-QSB'],
  evidence_kinds: ['pair'],
  source:
    'After Dyer, Lang, Stice-Lawrence 2017, "The evolution of 10-K textual disclosure", Journal of Accounting and Economics; short sentences left out by us',
  formula:
    'words in sentences that share an 8-word phrase with the year before / words in sentences of 8 words or more',
  history: 'The paper reports that 10-Ks became stickier from 1996 to 2013. It reports no effect on returns.',
  covers_from: null,
  payload_schema: null,
  cases: COMPARISON_CASES,
}

/** How much of a report is carried over from the year before. */
export const stickiness = defineExtractor({
  name: 'stickiness',
  version: '1.0.0',
  signal_types: [stickinessType],
  applies: (formType) => comparableForm(formType) !== null,
  needs: { prior: priorFiling },
  config,

  extract({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const [earlier, current] = [mainTextOf(prior), mainTextOf(filing)]
    if (!current) return { status: 'failed', reason: 'text_unavailable' }
    if (!earlier) return { status: 'failed', reason: 'prior_text_unavailable' }
    const pair = comparedPair(earlier.text, current.text)
    const { sticky, fresh, words, stickyWords, priorWords } = carriedOver(pair)
    if (words < config.minimum_words) return { status: 'not_applicable', reason: 'text_too_short' }
    if (priorWords < config.minimum_words) return { status: 'not_applicable', reason: 'prior_text_too_short' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: stickinessType.signal_type,
          subject: null,
          value: stickyWords / words,
          unit: 'ratio',
          direction: 0,
          payload: null,
          evidence: [
            ...longest(fresh, ({ sentence }) => sentence).map(
              ({ sentence }): Evidence => ({ kind: 'pair', left: null, right: quote(current, sentence) }),
            ),
            ...longest(sticky, ({ sentence }) => sentence).map(
              ({ sentence, twin }): Evidence => ({
                kind: 'pair',
                left: quote(earlier, twin),
                right: quote(current, sentence),
              }),
            ),
          ],
          inputs: [
            wordCount('words', words, filing.accession_number, current),
            wordCount('sticky_words', stickyWords, filing.accession_number, current),
            wordCount('prior_words', priorWords, prior.accession_number, earlier),
          ],
        },
      ],
    }
  },
})

/** The sentences of the later text of eight words or more, with those of the earlier one that share a phrase with them. */
export function carriedOver({ left, right, leftWords, rightWords }: ComparedPair) {
  const isLong = (sentence: ComparedBlock) => lengthOf(sentence) >= config.phrase_words
  const before = sentencesOf(left).filter(isLong)
  const phrases = new Phrases(leftWords, before, config.phrase_words)
  const sticky: { sentence: ComparedBlock; twin: ComparedBlock }[] = []
  const fresh: { sentence: ComparedBlock }[] = []
  let words = 0
  let stickyWords = 0
  for (const sentence of sentencesOf(right)) {
    if (!isLong(sentence)) continue
    words += lengthOf(sentence)
    let place = -1
    for (let at = sentence.first; place < 0 && at + config.phrase_words <= sentence.last; at++) {
      place = phrases.find(rightWords, at)
    }
    const twin = place < 0 ? undefined : sentenceAt(before, place)
    if (!twin) {
      fresh.push({ sentence })
      continue
    }
    stickyWords += lengthOf(sentence)
    sticky.push({ sentence, twin })
  }
  const priorWords = before.reduce((sum, sentence) => sum + lengthOf(sentence), 0)
  return { sticky, fresh, words, stickyWords, priorWords }
}

function sentenceAt(sentences: readonly ComparedBlock[], word: number): ComparedBlock | undefined {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle] as ComparedBlock).last > word) high = middle
    else low = middle + 1
  }
  return sentences[low]
}

function longest<S>(items: readonly S[], sentenceOf: (item: S) => ComparedBlock): S[] {
  return items
    .toSorted(
      (a, b) =>
        lengthOf(sentenceOf(b)) - lengthOf(sentenceOf(a)) || sentenceOf(a).start - sentenceOf(b).start,
    )
    .slice(0, config.evidence_per_kind)
}

function quote(document: ReadText, { start, end }: ComparedBlock) {
  const section = document.sections.find((one) => one.start <= start && start < one.end)
  return cappedTextSpan(document, section ?? null, start, end, config.maximum_quote_length)
}

function lengthOf({ first, last }: ComparedBlock): number {
  return last - first
}
