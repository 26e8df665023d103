import type { CanonicalText } from '../../documents/document.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { TEXT_CASES } from '../cases.ts'
import { documentWords } from '../document-words.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'
import { ANNUAL_FORMS, isAnnual, mainText, sentenceAround } from './ten-k.ts'

const config = { minimum_words: 200, maximum_evidence: 5, maximum_quote_length: 600 } as const

const STEM = 'competit'

const competitionMentions: SignalType = {
  signal_type: 'competition_mentions',
  family: 'network',
  title: 'Words on competition',
  description:
    'How often an annual report uses words that begin with "competit" (competition, competitor, competitive), per 1,000 words of the main document. A count of words, whatever they say: "few competitors" counts like "many". The paper counts "compete" and "competing" too and leaves out what follows a negation.',
  unit: 'per_thousand_words',
  range: { minimum: 0, maximum: 1_000 },
  labels: null,
  form_types: ANNUAL_FORMS,
  evidence_kinds: ['text_span'],
  source:
    'After Li, Lundholm, Minnis 2013, "A Measure of Competition Based on 10-K Filings", Journal of Accounting Research',
  formula:
    '1,000 × words beginning with "competit" / words, over the main document. A word has a letter. Direction 0.',
  history: null,
  covers_from: null,
  payload_schema: null,
  cases: TEXT_CASES,
}

/** How much a company speaks of competition. */
export const competitionMentionsRule = defineExtractor({
  name: 'competition_mentions',
  version: '1.0.0',
  signal_types: [competitionMentions],
  applies: isAnnual,
  needs: {},
  config,

  extract({ filing }) {
    const main = mainText(filing)
    if (!main) return { status: 'insufficient_data', missing: ['text'], reason: 'text_unavailable' }
    const { document, text } = main
    const { vocabulary, words, starts } = documentWords(document.text as CanonicalText)
    if (words.length < config.minimum_words) return { status: 'not_applicable', reason: 'text_too_short' }
    const onCompetition = vocabulary.map((word) => word.startsWith(STEM))
    const places: number[] = []
    for (const [index, word] of words.entries()) if (onCompetition[word]) places.push(starts[index] as number)
    if (places.length === 0) return { status: 'ok_none', reason: 'no_word_on_competition' }
    const spans = new Map<number, number>()
    for (const at of places) {
      const { start, end } = sentenceAround(text, at, { start: 0, end: text.length })
      if (!spans.has(start)) spans.set(start, end)
      if (spans.size === config.maximum_evidence) break
    }
    const from = { accession_number: filing.accession_number, text_sha256: document.text?.text_sha256 ?? '' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'competition_mentions',
          subject: null,
          value: (1_000 * places.length) / words.length,
          unit: 'per_thousand_words',
          direction: 0,
          payload: null,
          evidence: [...spans].map(([start, end]) => ({
            kind: 'text_span',
            ...cappedTextSpan(document, null, start, end, config.maximum_quote_length),
          })),
          inputs: [
            { name: 'competition_words', value: places.length, ...from },
            { name: 'words', value: words.length, ...from },
          ],
        },
      ],
    }
  },
})
