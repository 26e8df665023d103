import { type Static, Type } from 'typebox'
import type { PairEvidence } from '../../evidence/evidence.ts'
import { identityOf, type Lexicon, type ToneCategory } from '../../lexicons/lexicon.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { type DeterministicExtractor, defineExtractor } from '../extractor.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { Finding, SignalType } from '../signal.ts'
import { MAXIMUM_DIGIT_SHARE } from './document-sentences.ts'
import { counted, MAXIMUM_QUOTE_LENGTH, MINIMUM_WORDS, type Scope, scopesOf, sentenceSpan } from './scope.ts'
import { TONE_BASIS } from './tone.ts'
import { countTone, LexiconSchema, NEGATION_WORDS, NEGATORS, netTone, type ToneCounts } from './tone-words.ts'

const config = {
  minimum_words: MINIMUM_WORDS,
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  negation_words: NEGATION_WORDS,
  negators: NEGATORS,
  /** A smaller change of either sign has direction 0. */
  neutral_change: 0.02,
  maximum_quote_length: MAXIMUM_QUOTE_LENGTH,
} as const

const DeltaPayload = Type.Object(
  {
    tone_net: Type.Number({ description: 'Net tone of this report.' }),
    prior_tone_net: Type.Number({ description: 'Net tone of the report a year earlier.' }),
    prior_accession_number: Type.String({ description: 'The report a year earlier.' }),
    lexicon: LexiconSchema,
  },
  { additionalProperties: false },
)

const toneDelta: SignalType = {
  signal_type: 'tone_delta',
  family: 'tone',
  title: 'Change of net tone',
  description: `\`tone_net\` of this report less that of the same report a year earlier, both counted by the same word list. ${TONE_BASIS} Direction −1 when it fell and +1 when it rose by more than 0.02, else 0. The quotes are the sentences of each report with most negative and with most positive words: examples, not the reason of the change.`,
  unit: 'ratio',
  range: { minimum: -2, maximum: 2 },
  labels: null,
  form_types: ['10-K', '10-K405', '10-KSB', '10-KSB40', '10-Q', '10-QSB'],
  evidence_kinds: ['pair'],
  source:
    'Henry 2008, Journal of Business Communication, for net tone; the comparison with the year before is ours',
  formula: '(P − N)/(P + N) of this report − (P − N)/(P + N) of the report a year earlier',
  history: null,
  covers_from: null,
  payload_schema: DeltaPayload,
  cases: COMPARISON_CASES,
}

/** How net tone changed since the same report a year earlier. */
export function toneChangeRule(lexicon: Lexicon): DeterministicExtractor {
  return defineExtractor({
    name: 'tone_change',
    version: '1.0.0',
    signal_types: [toneDelta],
    applies: (formType) => comparableForm(formType) !== null,
    needs: { prior: priorFiling },
    config: { ...config, lexicon: identityOf(lexicon) },

    extract({ filing, prior }) {
      if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
      const scopes = scopesOf(filing)
      if (!Array.isArray(scopes)) return scopes
      const priorScopes = scopesOf(prior)
      if (!Array.isArray(priorScopes)) return { ...priorScopes, reason: `prior_${priorScopes.reason}` }
      const findings: Finding[] = []
      for (const scope of scopes) {
        const priorScope = priorScopes.find(({ subject }) => subject === scope.subject)
        if (!priorScope) continue
        const current = countTone(scope, lexicon)
        const earlier = countTone(priorScope, lexicon)
        const net = netTone(current)
        const priorNet = netTone(earlier)
        if (net === null || priorNet === null) continue
        const evidence = pairsOf(scope, current, priorScope, earlier)
        if (evidence.length === 0) continue
        const change = net - priorNet
        const payload: Static<typeof DeltaPayload> = {
          tone_net: net,
          prior_tone_net: priorNet,
          prior_accession_number: prior.accession_number,
          lexicon: identityOf(lexicon),
        }
        findings.push({
          signal_type: 'tone_delta',
          subject: scope.subject,
          value: change,
          unit: 'ratio',
          direction: Math.abs(change) <= config.neutral_change ? 0 : change < 0 ? -1 : 1,
          payload,
          evidence,
          inputs: [
            counted('positive_words', current.counted.positive, filing, scope),
            counted('negative_words', current.counted.negative, filing, scope),
            counted('prior_positive_words', earlier.counted.positive, prior, priorScope),
            counted('prior_negative_words', earlier.counted.negative, prior, priorScope),
          ],
        })
      }
      if (findings.length > 0) return { status: 'ok_found', findings }
      return {
        status: 'insufficient_data',
        reason: 'no_tone_words',
        missing: ['positive_words', 'negative_words'],
      }
    },
  })
}

function pairsOf(scope: Scope, current: ToneCounts, priorScope: Scope, earlier: ToneCounts): PairEvidence[] {
  return (['negative', 'positive'] satisfies ToneCategory[]).flatMap((category) => {
    const [right] = current.bestSentences(category, 1)
    const [left] = earlier.bestSentences(category, 1)
    if (right === undefined && left === undefined) return []
    return [
      {
        kind: 'pair',
        left: left === undefined ? null : sentenceSpan(priorScope, left),
        right: right === undefined ? null : sentenceSpan(scope, right),
      },
    ]
  })
}
