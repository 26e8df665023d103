import { TEXT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Finding, SignalType } from '../signal.ts'
import {
  bestSentences,
  counted,
  isMeasured,
  MAXIMUM_QUOTE_LENGTH,
  MEASURED_FORMS,
  type Scope,
  scopesOf,
  sentenceEvidence,
} from './scope.ts'

const config = { minimum_sentences: 30, maximum_quote_length: MAXIMUM_QUOTE_LENGTH } as const

const specificityType: SignalType = {
  signal_type: 'specificity',
  family: 'tone',
  title: 'Names and numbers in the text',
  description:
    'Share of the words and numbers of sentences that name or count something: words that look like names, and numbers that are no dates, references or list numbers. A word looks like a name when it is written with a capital inside a sentence and stands nowhere in the document without one; so words that a company defines (the Company, the Notes) count for nothing as long as they occur in lower case too. No model of names is used: each word of a name counts, and the measure is a rough one. Main document, and once more the discussion and analysis alone, with its section as subject. Direction is always 0.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: MEASURED_FORMS,
  evidence_kinds: ['text_span'],
  source:
    'The measure is ours; the idea is that of Hope, Hu, Lu 2016, Review of Accounting Studies, who count named entities',
  formula: '(words that look like names + numbers) / (words + numbers), all in sentences',
  history: null,
  covers_from: null,
  payload_schema: null,
  cases: TEXT_CASES,
}

/** How much of a report names or counts something. */
export const specificity = defineExtractor({
  name: 'specificity',
  version: '1.0.0',
  signal_types: [specificityType],
  applies: isMeasured,
  needs: {},
  config,

  extract({ filing }) {
    const scopes = scopesOf(filing)
    if (!Array.isArray(scopes)) return scopes
    const names = looksLikeName(scopes[0] as Scope)
    const findings = scopes.flatMap((scope) => findingOf(scope, names, filing))
    if (findings.length === 0) return { status: 'not_applicable', reason: 'too_few_sentences' }
    return { status: 'ok_found', findings }
  },
})

/** For each word of the vocabulary whether it never stands in lower case. */
function looksLikeName({ sentences: { words: list }, document }: Scope): Uint8Array {
  const text = document.text?.text ?? ''
  const names = new Uint8Array(list.vocabulary.length).fill(1)
  for (let word = 0; word < list.words.length; word++) {
    if (!isCapital(text.charCodeAt(list.starts[word] as number))) names[list.words[word] as number] = 0
  }
  return names
}

function findingOf(scope: Scope, names: Uint8Array, filing: FilingUnderRead): Finding[] {
  const { words: list, firstWords, endWords, whole, amounts } = scope.sentences
  let sentences = 0
  let words = 0
  let named = 0
  let numbers = 0
  const namesIn = (sentence: number) => {
    let found = 0
    // The first word has its capital from the sentence.
    const end = endWords[sentence] as number
    for (let word = (firstWords[sentence] as number) + 1; word < end; word++)
      found += names[list.words[word] as number] as number
    return found
  }
  for (let sentence = scope.firstSentence; sentence < scope.endSentence; sentence++) {
    if (whole[sentence] === 0) continue
    sentences++
    words += (endWords[sentence] as number) - (firstWords[sentence] as number)
    named += namesIn(sentence)
    numbers += amounts[sentence] as number
  }
  if (sentences < config.minimum_sentences) return []
  const best = bestSentences(scope, 2, (sentence) =>
    whole[sentence] === 1 ? namesIn(sentence) + (amounts[sentence] as number) : 0,
  )
  if (best.length === 0) return []
  return [
    {
      signal_type: 'specificity',
      subject: scope.subject,
      value: (named + numbers) / (words + numbers),
      unit: 'ratio',
      direction: 0,
      payload: null,
      evidence: best.map((sentence) => sentenceEvidence(scope, sentence)),
      inputs: [
        counted('name_words', named, filing, scope),
        counted('numbers', numbers, filing, scope),
        counted('words', words, filing, scope),
      ],
    },
  ]
}

function isCapital(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7)
}
