import { type Static, Type } from 'typebox'
import { identityOf, type Lexicon, TONE_CATEGORIES, type ToneCategory } from '../../lexicons/lexicon.ts'
import { TEXT_CASES } from '../cases.ts'
import { type DeterministicExtractor, defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Finding, Omission, SignalType } from '../signal.ts'
import { MAXIMUM_DIGIT_SHARE } from './document-sentences.ts'
import {
  counted,
  firstSentence,
  isMeasured,
  MAXIMUM_QUOTE_LENGTH,
  MEASURED_FORMS,
  MINIMUM_WORDS,
  type Scope,
  scopesOf,
  sentenceEvidence,
} from './scope.ts'
import { countTone, LexiconSchema, NEGATION_WORDS, NEGATORS, netTone, type ToneCounts } from './tone-words.ts'

const config = {
  minimum_words: MINIMUM_WORDS,
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  negation_words: NEGATION_WORDS,
  negators: NEGATORS,
  top_words: 10,
  quotes: 2,
  maximum_quote_length: MAXIMUM_QUOTE_LENGTH,
} as const

const TonePayload = Type.Object(
  {
    counted: Type.Integer({ minimum: 0, description: 'Words of the category.' }),
    words: Type.Integer({ minimum: 1, description: 'All words.' }),
    top_words: Type.Array(
      Type.Object(
        {
          word: Type.String({ description: 'The word in lower case.' }),
          count: Type.Integer({ minimum: 1, description: 'How often it was counted.' }),
        },
        { additionalProperties: false },
      ),
      { description: 'The words of the category that were counted most.' },
    ),
    lexicon: LexiconSchema,
  },
  { additionalProperties: false },
)

const NetPayload = Type.Object(
  {
    positive: Type.Integer({ minimum: 0, description: 'Positive words.' }),
    negative: Type.Integer({ minimum: 0, description: 'Negative words.' }),
    words: Type.Integer({ minimum: 1, description: 'All words.' }),
    lexicon: LexiconSchema,
  },
  { additionalProperties: false },
)

export const TONE_BASIS =
  'Main document without page furniture and without tables whose letters and digits are more than 15 % digits; and once more for the discussion and analysis alone, with its section as subject, where it was found whole. Words are letters only, compounds count by their parts, numbers do not count. The word list is our own unless the installation has another; its name, version, hash and licence stand in the payload, and values by different lists cannot be compared.'

const LEVEL =
  'A level says little by itself: compare a company with its own earlier reports or with its industry. Companies have come to avoid words that are listed in well-known dictionaries.'

const NAMES: Record<ToneCategory, [title: string, meaning: string]> = {
  negative: ['Negative words', 'Words of harm, loss, failure, fault or conflict.'],
  positive: [
    'Positive words',
    `Words of praise or success, without those within ${NEGATION_WORDS} words behind a negator such as not, no or without.`,
  ],
  uncertainty: ['Words of uncertainty', 'Words that say that something is uncertain, inexact or may change.'],
  litigious: ['Litigious words', 'Words of courts, claims, statutes and contracts.'],
  weak_modal: ['Weak modal words', 'Words that weaken what is said: may, could, perhaps, somewhat.'],
  constraining: [
    'Constraining words',
    'Words that say that something is bound, limited, required or forbidden.',
  ],
}

const CASES = {
  ...TEXT_CASES,
  financial_firms:
    'Read like any other. Terms of their business (loss reserve, default, impaired loan) are negative words, so compare them only with one another.',
}

const SOURCE =
  'Loughran, McDonald 2011, "When Is a Liability Not a Liability?", Journal of Finance; the words are ours'

const shareTypes = TONE_CATEGORIES.map((category): SignalType => {
  const [title, meaning] = NAMES[category]
  return {
    signal_type: `tone_${category}_pct`,
    family: 'tone',
    title,
    description: `${meaning} ${TONE_BASIS} ${LEVEL} Direction is always 0.`,
    unit: 'percent',
    range: { minimum: 0, maximum: 100 },
    labels: null,
    form_types: MEASURED_FORMS,
    evidence_kinds: ['text_span'],
    source: SOURCE,
    formula: `100 · N(${category.replace('_', ' ')} words) / N(words)`,
    history: null,
    covers_from: null,
    payload_schema: TonePayload,
    cases: CASES,
  }
})

const netType: SignalType = {
  signal_type: 'tone_net',
  family: 'tone',
  title: 'Net tone',
  description: `Positive against negative words: −1 when all of them are negative, +1 when all are positive. ${TONE_BASIS} ${LEVEL} Direction is always 0; the change since the year before is \`tone_delta\`.`,
  unit: 'ratio',
  range: { minimum: -1, maximum: 1 },
  labels: null,
  form_types: MEASURED_FORMS,
  evidence_kinds: ['text_span'],
  source:
    'Henry 2008, "Are Investors Influenced by How Earnings Press Releases Are Written?", Journal of Business Communication; the words are ours',
  formula:
    '(P − N)/(P + N), P positive and N negative words; positive words behind a negator count for neither',
  history:
    'Henry (2008) found tone related to the returns of three days (p = 0.02). It was measured on earnings releases with another list of words; no effect is claimed for this one.',
  covers_from: null,
  payload_schema: NetPayload,
  cases: CASES,
}

/** Shares of words of a tone, counted by a lexicon. Another lexicon is another configuration, and so another `config_sha256`. */
export function toneRule(lexicon: Lexicon): DeterministicExtractor {
  return defineExtractor({
    name: 'tone',
    version: '1.0.0',
    signal_types: [...shareTypes, netType],
    applies: isMeasured,
    needs: {},
    config: { ...config, lexicon: identityOf(lexicon) },

    extract({ filing }) {
      const scopes = scopesOf(filing)
      if (!Array.isArray(scopes)) return scopes
      const findings: Finding[] = []
      const omitted: Omission[] = []
      for (const scope of scopes) {
        const counts = countTone(scope, lexicon)
        for (const category of TONE_CATEGORIES) {
          const finding = shareFinding(category, counts, scope, filing, lexicon)
          if (finding) findings.push(finding)
        }
        const net = netFinding(counts, scope, filing, lexicon)
        if (net) findings.push(net)
        else if (scope.subject === null)
          omitted.push({
            signal_type: 'tone_net',
            status: 'insufficient_data',
            reason: 'no_tone_words',
            missing: ['positive_words', 'negative_words'],
          })
      }
      if (findings.length === 0) return { status: 'not_applicable', reason: 'no_sentences' }
      return { status: 'ok_found', findings, omitted }
    },
  })
}

function shareFinding(
  category: ToneCategory,
  counts: ToneCounts,
  scope: Scope,
  filing: FilingUnderRead,
  lexicon: Lexicon,
): Finding | null {
  const evidence = quotesOf(counts.bestSentences(category, quotesFor(scope)), scope)
  if (evidence.length === 0) return null
  const payload: Static<typeof TonePayload> = {
    counted: counts.counted[category],
    words: counts.words,
    top_words: counts.topWords(category, config.top_words),
    lexicon: identityOf(lexicon),
  }
  return {
    signal_type: `tone_${category}_pct`,
    subject: scope.subject,
    value: (100 * counts.counted[category]) / counts.words,
    unit: 'percent',
    direction: 0,
    payload,
    evidence,
    inputs: [
      counted(`${category}_words`, counts.counted[category], filing, scope),
      counted('words', counts.words, filing, scope),
    ],
  }
}

function netFinding(
  counts: ToneCounts,
  scope: Scope,
  filing: FilingUnderRead,
  lexicon: Lexicon,
): Finding | null {
  const net = netTone(counts)
  if (net === null) return null
  const best = [...counts.bestSentences('negative', 1), ...counts.bestSentences('positive', 1)]
  const evidence = quotesOf([...new Set(best)], scope)
  if (evidence.length === 0) return null
  const payload: Static<typeof NetPayload> = {
    positive: counts.counted.positive,
    negative: counts.counted.negative,
    words: counts.words,
    lexicon: identityOf(lexicon),
  }
  return {
    signal_type: 'tone_net',
    subject: scope.subject,
    value: net,
    unit: 'ratio',
    direction: 0,
    payload,
    evidence,
    inputs: [
      counted('positive_words', counts.counted.positive, filing, scope),
      counted('negative_words', counts.counted.negative, filing, scope),
    ],
  }
}

/** The part of a document has quotes of its own, so it needs fewer. */
function quotesFor(scope: Scope): number {
  return scope.subject === null ? config.quotes : 1
}

/** Where no sentence has a word of the category, the first sentence of what was read. */
function quotesOf(best: number[], scope: Scope) {
  const first = best.length === 0 ? firstSentence(scope) : null
  return (first === null ? best : [first]).map((sentence) => sentenceEvidence(scope, sentence))
}
