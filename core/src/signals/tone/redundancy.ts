import { TEXT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'
import {
  counted,
  isMeasured,
  MAXIMUM_QUOTE_LENGTH,
  MEASURED_FORMS,
  type Scope,
  scopesOf,
  sentenceEvidence,
} from './scope.ts'

const config = {
  /** Shorter sentences are repeated by custom: "See Note 5." */
  minimum_sentence_words: 10,
  minimum_sentences: 30,
  repeated_sentences_shown: 3,
  maximum_quote_length: MAXIMUM_QUOTE_LENGTH,
} as const

const redundancyType: SignalType = {
  signal_type: 'redundancy',
  family: 'tone',
  title: 'Repeated sentences',
  description:
    'Share of the words of sentences that stand in a sentence the main document had before, letter by letter and figure by figure (white space and capitals aside). Only sentences of ten words and more are compared and counted. The quotes show the longest repeated sentences, each where it stands first and again. Direction is always 0.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: MEASURED_FORMS,
  evidence_kinds: ['text_span'],
  source: 'Ours; the idea of counting what a report says twice is common in studies of disclosure',
  formula: 'words in sentences that repeat an earlier one / words in sentences, both of ten words and more',
  history: null,
  covers_from: null,
  payload_schema: null,
  cases: TEXT_CASES,
}

/** How much of a report it says more than once. */
export const redundancy = defineExtractor({
  name: 'redundancy',
  version: '1.0.0',
  signal_types: [redundancyType],
  applies: isMeasured,
  needs: {},
  config,

  extract({ filing }) {
    const scopes = scopesOf(filing)
    if (!Array.isArray(scopes)) return scopes
    const scope = scopes[0] as Scope
    const { all, words, repeats, repeatedWords } = repeatedSentences(scope)
    if (all < config.minimum_sentences) return { status: 'not_applicable', reason: 'too_few_sentences' }
    if (repeats.length === 0) return { status: 'ok_none', reason: 'no_repeated_sentence' }
    const lengthOf = (sentence: number) =>
      (scope.sentences.ends[sentence] as number) - (scope.sentences.starts[sentence] as number)
    const shown = repeats
      .toSorted((a, b) => lengthOf(b.again) - lengthOf(a.again) || a.again - b.again)
      .filter(({ first }, index, list) => list.findIndex((each) => each.first === first) === index)
      .slice(0, config.repeated_sentences_shown)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'redundancy',
          subject: null,
          value: repeatedWords / words,
          unit: 'ratio',
          direction: 0,
          payload: null,
          evidence: shown.flatMap(({ first, again }) => [
            sentenceEvidence(scope, first),
            sentenceEvidence(scope, again),
          ]),
          inputs: [
            counted('repeated_sentences', repeats.length, filing, scope),
            counted('repeated_words', repeatedWords, filing, scope),
            counted('sentences', all, filing, scope),
            counted('words', words, filing, scope),
          ],
        },
      ],
    }
  },
})

function repeatedSentences(scope: Scope) {
  const { words: list, firstWords, endWords, whole, starts, ends } = scope.sentences
  const text = scope.document.text?.text ?? ''
  const known = new Map<number, string>()
  const plain = (sentence: number) => {
    const before = known.get(sentence)
    if (before !== undefined) return before
    const written = text.slice(starts[sentence], ends[sentence]).replace(/\s+/g, ' ').toLowerCase()
    known.set(sentence, written)
    return written
  }
  const seen = new Map<number, number[]>()
  const repeats: { first: number; again: number }[] = []
  let all = 0
  let words = 0
  let repeatedWords = 0
  for (let sentence = scope.firstSentence; sentence < scope.endSentence; sentence++) {
    const first = firstWords[sentence] as number
    const end = endWords[sentence] as number
    if (whole[sentence] === 0 || end - first < config.minimum_sentence_words) continue
    all++
    words += end - first
    let hash = end - first
    for (let word = first; word < end; word++)
      hash = Math.imul(hash ^ (list.words[word] as number), 0x01000193)
    const candidates = seen.get(hash)
    if (!candidates) {
      seen.set(hash, [sentence])
      continue
    }
    // Equal words may still differ in their figures. The list is short: it holds one sentence of each wording.
    const earlier = candidates.slice(0, MAXIMUM_CANDIDATES).find((each) => plain(each) === plain(sentence))
    if (earlier === undefined) {
      candidates.push(sentence)
      continue
    }
    repeats.push({ first: earlier, again: sentence })
    repeatedWords += end - first
  }
  return { all, words, repeats, repeatedWords }
}

/** Bounds the work on a text made of sentences that differ in figures alone. */
const MAXIMUM_CANDIDATES = 50
