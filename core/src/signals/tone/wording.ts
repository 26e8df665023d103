import { TEXT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Finding, SignalType } from '../signal.ts'
import { MAXIMUM_DIGIT_SHARE } from './document-sentences.ts'
import {
  bestSentences,
  counted,
  firstSentence,
  isMeasured,
  MAXIMUM_QUOTE_LENGTH,
  MEASURED_FORMS,
  MINIMUM_WORDS,
  type Scope,
  scopesOf,
  sentenceEvidence,
  sumOver,
} from './scope.ts'
import { monthsOfMay, wordForms } from './word-forms.ts'

/** Words by which a writer keeps back from saying that something is so. Our own choice. */
const HEDGES =
  'may might could perhaps maybe possibly possible probable probably likely unlikely presumably apparently seemingly arguably potentially potential somewhat rather fairly relatively reasonably generally usually typically normally ordinarily often frequently sometimes occasionally mostly mainly largely partly partially nearly almost approximately about roughly around appear appears appeared seem seems seemed suggest suggests suggested indicate indicates tend tends tended believe believes believed think thinks feel feels assume assumes assumed assuming estimate estimates estimated suppose supposed speculate uncertain unclear unsure doubtful certain'
    .split(' ')
    // "Certain" and "about" hedge in some places only, and these are many.
    .filter((word) => !['certain', 'about', 'around', 'rather', 'feel', 'feels'].includes(word))

const config = {
  minimum_words: MINIMUM_WORDS,
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  hedges: HEDGES,
  quotes: 2,
  maximum_quote_length: MAXIMUM_QUOTE_LENGTH,
} as const

const BASIS =
  'Main document without page furniture and tables of figures, and once more the discussion and analysis alone, with its section as subject, where it was found whole. Direction is always 0.'

const wordingTypes: readonly SignalType[] = [
  {
    signal_type: 'hedge_density',
    family: 'tone',
    title: 'Hedging words',
    description: `Words by which a writer keeps back from a plain statement, such as may, generally or believe, per 100 words. The list is ours and is hashed into the configuration. ${BASIS}`,
    unit: 'percent',
    range: { minimum: 0, maximum: 100 },
    labels: null,
    form_types: MEASURED_FORMS,
    evidence_kinds: ['text_span'],
    source: 'Ours, after the hedges of linguistics (Lakoff 1973; Hyland 1998)',
    formula: '100 · hedging words / words',
    history: null,
    covers_from: null,
    payload_schema: null,
    cases: TEXT_CASES,
  },
  {
    signal_type: 'numeric_density',
    family: 'tone',
    title: 'Numbers in the text',
    description: `Numbers in sentences that say something of the business, per 1,000 words of sentences. Years and days of dates, numbers of notes, items, rules and other references, numbers that count the points of a list, and numbers written with letters (10-K, 3rd) are left out, and so are all tables and headings. Numbers written as words are not seen, and names that are numbers (the 737) are. ${BASIS}`,
    unit: 'per_thousand_words',
    range: { minimum: 0, maximum: null },
    labels: null,
    form_types: MEASURED_FORMS,
    evidence_kinds: ['text_span'],
    source: 'Ours',
    formula: '1,000 · numbers that are no dates, references or list numbers / words, both in sentences',
    history: null,
    covers_from: null,
    payload_schema: null,
    cases: TEXT_CASES,
  },
]

/** How much a report hedges, and how many numbers its sentences state. */
export const wording = defineExtractor({
  name: 'wording',
  version: '1.0.0',
  signal_types: wordingTypes,
  applies: isMeasured,
  needs: {},
  config,

  extract({ filing }) {
    const scopes = scopesOf(filing)
    if (!Array.isArray(scopes)) return scopes
    const findings = scopes.flatMap((scope) => [
      ...hedgeFindings(scope, filing),
      ...numberFindings(scope, filing),
    ])
    if (findings.length === 0) return { status: 'not_applicable', reason: 'no_sentences' }
    return { status: 'ok_found', findings }
  },
})

const listed = new Set<string>(HEDGES)

function hedgeFindings(scope: Scope, filing: FilingUnderRead): Finding[] {
  const { words, firstWords, endWords } = scope.sentences
  const hedges = Uint8Array.from(words.vocabulary, (word) => (listed.has(word) ? 1 : 0))
  const months = monthsOfMay(words, scope.document.text?.text ?? '')
  let found = sumOver(words.words, scope.wordRanges, hedges)
  for (const word of months) if (isIn(scope.wordRanges, word)) found--
  const best = bestSentences(scope, config.quotes, (sentence) => {
    let score = 0
    const end = endWords[sentence] as number
    for (let word = firstWords[sentence] as number; word < end; word++) {
      if (hedges[words.words[word] as number] === 1 && !months.has(word)) score++
    }
    return score
  })
  return finding('hedge_density', 'percent', (100 * found) / scope.words, best, scope, [
    counted('hedging_words', found, filing, scope),
    counted('words', scope.words, filing, scope),
  ])
}

function isIn(ranges: Int32Array, word: number): boolean {
  for (let range = 0; range < ranges.length; range += 2) {
    if (word < (ranges[range] as number)) return false
    if (word < (ranges[range + 1] as number)) return true
  }
  return false
}

function numberFindings(scope: Scope, filing: FilingUnderRead): Finding[] {
  const { amounts, words: list, firstWords, endWords } = scope.sentences
  const { counts } = wordForms(list)
  let numbers = 0
  let words = 0
  for (let sentence = scope.firstSentence; sentence < scope.endSentence; sentence++) {
    numbers += amounts[sentence] as number
    const end = endWords[sentence] as number
    for (let word = firstWords[sentence] as number; word < end; word++)
      words += counts[list.words[word] as number] as number
  }
  if (words < config.minimum_words) return []
  const best = bestSentences(scope, config.quotes, (sentence) => amounts[sentence] as number)
  return finding('numeric_density', 'per_thousand_words', (1000 * numbers) / words, best, scope, [
    counted('numbers', numbers, filing, scope),
    counted('words', words, filing, scope),
  ])
}

function finding(
  signal_type: string,
  unit: Finding['unit'],
  value: number,
  best: number[],
  scope: Scope,
  inputs: Finding['inputs'],
): Finding[] {
  const first = best.length === 0 ? firstSentence(scope) : null
  const quotes = first === null ? best : [first]
  if (quotes.length === 0) return []
  return [
    {
      signal_type,
      subject: scope.subject,
      value,
      unit,
      direction: 0,
      payload: null,
      evidence: quotes.map((sentence) => sentenceEvidence(scope, sentence)),
      inputs,
    },
  ]
}
