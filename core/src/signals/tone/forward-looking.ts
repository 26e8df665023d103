import { mainDocumentOf } from '../../filings/main-document.ts'
import { TEXT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import type { SignalType } from '../signal.ts'
import { documentSentences } from './document-sentences.ts'
import { FORWARD_LOOKING_CUES, forwardLookingCues, safeHarbor } from './forward-looking-cues.ts'
import {
  bestSentences,
  counted,
  isMeasured,
  MAXIMUM_QUOTE_LENGTH,
  MEASURED_FORMS,
  mdnaOf,
  type Scope,
  scope as scopeOf,
  sentenceEvidence,
} from './scope.ts'

const config = {
  cues: FORWARD_LOOKING_CUES,
  minimum_sentences: 20,
  quotes: 3,
  maximum_quote_length: MAXIMUM_QUOTE_LENGTH,
} as const

const flsDensity: SignalType = {
  signal_type: 'fls_density',
  family: 'tone',
  title: 'Forward-looking sentences',
  description:
    'Share of the sentences of the discussion and analysis that look ahead: those with a word such as will, may or expect, with a verb of plans after one who plans (we plan, management believes) or before "to", or with a time to come (next year). Paragraphs that speak of forward-looking statements or the safe harbor, and the list right after one, are left out of both counts. The cues are our own choice and tell words, not meaning: a risk that may occur counts like a plan. Direction is always 0.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: MEASURED_FORMS,
  evidence_kinds: ['text_span'],
  source:
    'Li 2010, "The Information Content of Forward-Looking Statements in Corporate Filings", Journal of Accounting Research, for the measure; the cues are ours',
  formula:
    'sentences with a cue / sentences, both of the discussion and analysis without its safe-harbor paragraphs',
  history: null,
  covers_from: null,
  payload_schema: null,
  cases: {
    ...TEXT_CASES,
    shells:
      'Read like any other; `not_applicable` when the discussion has fewer than 20 sentences, as that of a shell often has.',
  },
}

/** Reasons for which there is nothing to look for, rather than nothing that was found. */
const LEFT_OUT = new Set(['mdna_incorporated_by_reference', 'mdna_absent'])

/** How much of the discussion and analysis looks ahead. */
export const forwardLooking = defineExtractor({
  name: 'forward_looking',
  version: '1.0.0',
  signal_types: [flsDensity],
  applies: isMeasured,
  needs: {},
  config,

  extract({ filing }) {
    const document = mainDocumentOf(filing.documents, filing.form_type)
    const text = document?.text
    if (!document || !text) return { status: 'failed', reason: 'text_unavailable' }
    const section = mdnaOf(document)
    if ('reason' in section) {
      const { reason } = section
      return LEFT_OUT.has(reason)
        ? { status: 'not_applicable', reason }
        : { status: 'insufficient_data', reason, missing: ['mdna'] }
    }
    const scope = scopeOf(document, documentSentences(text), section)
    const excluded = safeHarborSentences(document, scope)
    const cuesIn = forwardLookingCues(scope.sentences.words, text.text)
    const { firstWords, endWords, whole } = scope.sentences
    let sentences = 0
    let looking = 0
    const cues = new Map<number, number>()
    for (let sentence = scope.firstSentence; sentence < scope.endSentence; sentence++) {
      if (whole[sentence] === 0 || excluded.has(sentence)) continue
      sentences++
      const found = cuesIn(firstWords[sentence] as number, endWords[sentence] as number)
      if (found > 0) {
        looking++
        cues.set(sentence, found)
      }
    }
    if (sentences < config.minimum_sentences) return { status: 'not_applicable', reason: 'too_few_sentences' }
    if (looking === 0) return { status: 'ok_none', reason: 'no_forward_looking_sentence' }
    const best = bestSentences(scope, config.quotes, (sentence) => cues.get(sentence) ?? 0)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'fls_density',
          subject: null,
          value: looking / sentences,
          unit: 'ratio',
          direction: 0,
          payload: null,
          evidence: best.map((sentence) => sentenceEvidence(scope, sentence)),
          inputs: [
            counted('forward_looking_sentences', looking, filing, scope),
            counted('sentences', sentences, filing, scope),
            counted('safe_harbor_sentences', excluded.size, filing, scope),
          ],
        },
      ],
    }
  },
})

/** Sentences of the paragraphs that ask for the safe harbor, and of the list that follows one. */
function safeHarborSentences(
  { text }: ReadDocument,
  { sentences, firstSentence, endSentence }: Scope,
): Set<number> {
  const excluded = new Set<number>()
  const asks = safeHarbor(sentences.words)
  const blocks = text?.blocks ?? []
  let block = 0
  let asked = -1
  for (let sentence = firstSentence; sentence < endSentence; sentence++) {
    const start = sentences.starts[sentence] as number
    while (block < blocks.length && (blocks[block]?.end ?? 0) <= start) {
      block++
      const kind = blocks[block]?.kind
      const inList = kind === 'list_item' && asked === block - 1
      if (inList || asks(sentences.words.blocks[block] as number, sentences.words.blocks[block + 1] ?? 0))
        asked = block
    }
    if (asked === block) excluded.add(sentence)
  }
  return excluded
}
