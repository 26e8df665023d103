import { TEXT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Finding, SignalType, SignalUnit } from '../signal.ts'
import { readabilityCounts } from './readability-counts.ts'
import {
  fleschKincaid,
  fleschReadingEase,
  fogIndex,
  type ReadabilityCounts,
  smogGrade,
} from './readability-formulas.ts'
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
import { wordForms } from './word-forms.ts'

const config = {
  complex_from_syllables: 3,
  /** Averages over a few sentences are chance; SMOG was made for 30. */
  minimum_sentences: 30,
  maximum_quote_length: MAXIMUM_QUOTE_LENGTH,
} as const

const BASIS =
  'Sentences of paragraphs and list items of the main document, and once more of the discussion and analysis alone, with its section as subject, where it was found whole. Headings, tables and lines without a sentence are left out; an item of a list counts as a sentence; points of abbreviations, initials and numbered headings end none. Syllables are counted by rules of spelling, so a few words are one off. Needs 30 sentences. Direction is always 0.'

interface Measure {
  signal_type: string
  title: string
  meaning: string
  unit: SignalUnit
  formula: string
  source: string
  history: string | null
  value(counts: ReadabilityCounts): number
  /** Which sentences show it. */
  shownBy: 'longest' | 'most_complex'
}

const MEASURES: readonly Measure[] = [
  {
    signal_type: 'fog',
    title: 'Fog index',
    meaning:
      'Years of school said to be needed to follow the text at first reading. It fits filings badly: most of their long words (company, financial, operations) are easy for whoever reads filings, so that the index mostly tells one such vocabulary from another. Use it within one company, if at all; the size of the submission (`filing_size_log`) says more.',
    unit: 'grade',
    formula: '0.4 · (W/S + 100 · C/W), W words, S sentences, C words of three syllables and more',
    source: 'Gunning 1952, "The Technique of Clear Writing"',
    history:
      'Loughran and McDonald (2014, Journal of Finance) show that the index is poorly specified for financial disclosures. No effect is claimed.',
    value: fogIndex,
    shownBy: 'most_complex',
  },
  {
    signal_type: 'flesch_reading_ease',
    title: 'Flesch reading ease',
    meaning: 'The higher, the easier: 60 to 70 is plain English, filings lie far below and can be negative.',
    unit: 'score',
    formula: '206.835 − 1.015 · W/S − 84.6 · Y/W, W words, S sentences, Y syllables',
    source: 'Flesch 1948, "A new readability yardstick", Journal of Applied Psychology',
    history: null,
    value: fleschReadingEase,
    shownBy: 'longest',
  },
  {
    signal_type: 'flesch_kincaid',
    title: 'Flesch-Kincaid grade',
    meaning: 'Grade of a school of the United States whose pupils can follow the text.',
    unit: 'grade',
    formula: '0.39 · W/S + 11.8 · Y/W − 15.59, W words, S sentences, Y syllables',
    source: 'Kincaid, Fishburne, Rogers, Chissom 1975, Research Branch Report 8-75, United States Navy',
    history: null,
    value: fleschKincaid,
    shownBy: 'longest',
  },
  {
    signal_type: 'smog',
    title: 'SMOG grade',
    meaning:
      'Years of school needed to understand the text wholly. Computed over all sentences instead of a sample of 30. Its count of long words suffers from the same fault as that of the Fog index.',
    unit: 'grade',
    formula: '1.043 · √(30 · C/S) + 3.1291, C words of three syllables and more, S sentences',
    source: 'McLaughlin 1969, "SMOG Grading: a New Readability Formula", Journal of Reading',
    history: null,
    value: smogGrade,
    shownBy: 'most_complex',
  },
]

const readabilityTypes = MEASURES.map(
  ({ signal_type, title, meaning, unit, formula, source, history }): SignalType => ({
    signal_type,
    family: 'tone',
    title,
    description: `${meaning} ${BASIS}`,
    unit,
    range: { minimum: null, maximum: null },
    labels: null,
    form_types: MEASURED_FORMS,
    evidence_kinds: ['text_span'],
    source,
    formula,
    history,
    covers_from: null,
    payload_schema: null,
    cases: TEXT_CASES,
  }),
)

/** Four old formulas of readability, from one count of words, sentences and syllables. */
export const readability = defineExtractor({
  name: 'readability',
  version: '1.0.0',
  signal_types: readabilityTypes,
  applies: isMeasured,
  needs: {},
  config,

  extract({ filing }) {
    const scopes = scopesOf(filing)
    if (!Array.isArray(scopes)) return scopes
    const findings = scopes.flatMap((scope) => {
      const counts = readabilityCounts(scope)
      return counts.sentences < config.minimum_sentences ? [] : findingsOf(counts, scope, filing)
    })
    if (findings.length === 0) return { status: 'not_applicable', reason: 'too_few_sentences' }
    return { status: 'ok_found', findings }
  },
})

function findingsOf(counts: ReadabilityCounts, scope: Scope, filing: FilingUnderRead): Finding[] {
  const { complex } = wordForms(scope.sentences.words)
  const { words } = scope.sentences.words
  const { firstWords, endWords, whole } = scope.sentences
  const lengthOf = (sentence: number) =>
    whole[sentence] === 1 ? (endWords[sentence] as number) - (firstWords[sentence] as number) : 0
  const complexIn = (sentence: number) => {
    let found = 0
    const end = whole[sentence] === 1 ? (endWords[sentence] as number) : 0
    for (let word = firstWords[sentence] as number; word < end; word++)
      found += complex[words[word] as number] as number
    return found
  }
  const evidence = {
    longest: bestSentences(scope, 1, lengthOf).map((sentence) => sentenceEvidence(scope, sentence)),
    most_complex: bestSentences(scope, 1, complexIn).map((sentence) => sentenceEvidence(scope, sentence)),
  }
  return MEASURES.flatMap(({ signal_type, unit, value, shownBy }) => {
    const quotes = evidence[shownBy].length > 0 ? evidence[shownBy] : evidence.longest
    if (quotes.length === 0) return []
    return [
      {
        signal_type,
        subject: scope.subject,
        value: value(counts),
        unit,
        direction: 0 as const,
        payload: null,
        evidence: quotes,
        inputs: [
          counted('words', counts.words, filing, scope),
          counted('sentences', counts.sentences, filing, scope),
          counted('syllables', counts.syllables, filing, scope),
          counted('complex_words', counts.complex_words, filing, scope),
        ],
      },
    ]
  })
}
