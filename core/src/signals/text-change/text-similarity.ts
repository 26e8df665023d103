import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import type { Section } from '../../sections/section.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { Finding, Omission, SignalInput, SignalType } from '../signal.ts'
import { mostChangedBlocks } from './changed-blocks.ts'
import {
  type ComparedBlock,
  type ComparedPair,
  comparedPair,
  MAXIMUM_DIGIT_SHARE,
} from './comparison-basis.ts'
import { similarityUniverses } from './frozen-universe.ts'
import { ScorePayload, textChangeScore } from './text-change-score.ts'
import { CHANGE_RATE, MAXIMUM_CELLS, textMeasures } from './text-measures.ts'
import { describeUniverse, universeOf } from './universe.ts'

const config = {
  maximum_digit_share: MAXIMUM_DIGIT_SHARE,
  /** Below this a document is a cover page or a wrapper round an exhibit, and its similarity says nothing. */
  minimum_words: 200,
  maximum_cells: MAXIMUM_CELLS,
  universe: 'unit_interval_bounds_v1',
  change_rate_minimum: CHANGE_RATE.minimum,
  change_rate_maximum: CHANGE_RATE.maximum,
  score_universes: similarityUniverses,
  evidence_per_kind: 5,
  evidence_blocks_considered: 200,
  evidence_modified_from: 0.5,
  maximum_quote_length: 1000,
} as const

const LAZY_PRICES = 'Cohen, Malloy, Nguyen 2020, "Lazy Prices", Journal of Finance'
const BASIS =
  'Main document against the same form for the same fiscal period a year earlier; without tables whose letters and digits are more than 15 % digits and without page furniture; NFKC, lower case, words with at least one letter.'

function similarity(
  signal_type: string,
  title: string,
  formula: string,
  more: { description?: string; source?: string } = {},
): SignalType {
  return {
    signal_type,
    family: 'text_change',
    title,
    description: more.description ?? BASIS,
    unit: 'ratio',
    range: { minimum: 0, maximum: 1 },
    labels: null,
    form_types: ['10-K', '10-K405', '10-KSB', '10-KSB40', '10-Q', '10-QSB'],
    evidence_kinds: ['pair'],
    source: more.source ?? LAZY_PRICES,
    formula,
    history:
      'The paper reports up to 188 basis points a month between firms that changed their reports least and most, on US filings of 1995 to 2014.',
    covers_from: null,
    payload_schema: null,
    cases: COMPARISON_CASES,
  }
}

const similarityTypes: SignalType[] = [
  similarity(
    'text_sim_cosine',
    'Cosine similarity with the year before',
    'Σ tf₁·tf₂ / (‖tf₁‖·‖tf₂‖), raw word counts',
  ),
  similarity(
    'text_sim_jaccard',
    'Jaccard similarity with the year before',
    '|S₁ ∩ S₂| / |S₁ ∪ S₂|, S the set of words',
  ),
  similarity(
    'text_sim_min_edit',
    'Minimum edit similarity with the year before',
    '1 − D/(n₁+n₂), D = fewest words to insert and delete, n = words',
    {
      description: `${BASIS} Exact: the distance is never estimated. \`insufficient_data\` when the product of the differing lengths exceeds 150,000 × 150,000 words.`,
      source: `${LAZY_PRICES}; the normalisation is ours`,
    },
  ),
  similarity(
    'text_sim_simple',
    'Simple similarity with the year before',
    'c = changed words/((n₁+n₂)/2), changed words = fewest words to insert, delete or replace; value = (2 − c)/2',
    {
      description: `${BASIS} The paper scales the change rate c between the extremes of a year's filings; this signal scales it between the bounds c can have (0 and 2), so that a value never depends on which filings are held. It orders filings as c does; \`inputs\` carry c itself.`,
      source: `${LAZY_PRICES}; the scale is ours`,
    },
  ),
  {
    ...similarity(
      'text_change_score',
      'Text change score',
      '100 − mean of the percentiles of the four similarities in a frozen universe, each interpolated between quantiles at steps of 5 %',
      {
        description: `How much a report changed, on one scale from 0 (as alike as the most alike of the universe in all four measures) to 100. ${BASIS} The universe is frozen: ${describeUniverse(similarityUniverses['10-K'])} for annual reports and ${describeUniverse(similarityUniverses['10-Q'])} for quarterly ones. So a value never depends on which filings are held; but so small a universe of large companies is a yardstick, not a market, and a percentile is no rank among today's filers. Forms without a universe are \`insufficient_data\`.`,
        source: `Ours, over the four measures of ${LAZY_PRICES}`,
      },
    ),
    unit: 'score' as const,
    range: { minimum: 0, maximum: 100 },
    history: 'Not published: the paper sorts on each measure by itself.',
    form_types: ['10-K', '10-K405', '10-Q'],
    payload_schema: ScorePayload,
  },
]

/** Similarity of a report with the same report a year earlier (Cohen, Malloy, Nguyen 2020), in four measures and a score. */
export const textSimilarity = defineExtractor({
  name: 'text_similarity',
  version: '1.1.0',
  signal_types: similarityTypes,
  applies: (formType) => comparableForm(formType) !== null,
  needs: { prior: priorFiling },
  config,

  extract({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const document = mainDocumentOf(filing.documents, filing.form_type)
    const priorDocument = mainDocumentOf(prior.documents, prior.form_type)
    if (!document?.text) return { status: 'failed', reason: 'text_unavailable' }
    if (!priorDocument?.text) return { status: 'failed', reason: 'prior_text_unavailable' }
    const pair = comparedPair(priorDocument.text, document.text)
    const words = pair.rightWords.length
    const priorWords = pair.leftWords.length
    if (words < config.minimum_words) return { status: 'not_applicable', reason: 'text_too_short' }
    if (priorWords < config.minimum_words) return { status: 'not_applicable', reason: 'prior_text_too_short' }

    const measures = textMeasures(pair)
    const inputs: SignalInput[] = [
      input('words', words, filing, document),
      input('prior_words', priorWords, prior, priorDocument),
    ]
    const evidence = evidenceOf(pair, priorDocument, document)
    const finding = (signalType: string, value: number, more: SignalInput[]): Finding => ({
      signal_type: signalType,
      value,
      unit: 'ratio',
      direction: 0,
      subject: null,
      payload: null,
      evidence,
      inputs: [...inputs, ...more],
    })
    const findings = [
      finding('text_sim_cosine', measures.cosine, []),
      finding('text_sim_jaccard', measures.jaccard, []),
    ]
    const { edits } = measures
    if (!edits) {
      const omitted = ['text_sim_min_edit', 'text_sim_simple', 'text_change_score'].map(
        (signal_type): Omission => ({
          signal_type,
          status: 'insufficient_data',
          reason: 'above_exact_bound',
          missing: ['edit_distance'],
        }),
      )
      return { status: 'ok_found', findings, omitted }
    }
    findings.push(
      finding('text_sim_min_edit', edits.min_edit, [
        plain('words_inserted_and_deleted', edits.distance.inserts_and_deletes),
      ]),
      finding('text_sim_simple', edits.simple, [
        plain('changed_words', edits.distance.changed_words),
        plain('change_rate', edits.change_rate),
        plain('change_rate_minimum', config.change_rate_minimum),
        plain('change_rate_maximum', config.change_rate_maximum),
        plain('universe', config.universe),
      ]),
    )
    const universe = universeOf(filing.form_type)
    if (!universe) {
      const missing: Omission = {
        signal_type: 'text_change_score',
        status: 'insufficient_data',
        reason: 'no_universe_for_form',
        missing: ['universe'],
      }
      return { status: 'ok_found', findings, omitted: [missing] }
    }
    const values = {
      cosine: measures.cosine,
      jaccard: measures.jaccard,
      min_edit: edits.min_edit,
      simple: edits.simple,
    }
    const score = textChangeScore(values, universe)
    findings.push({
      ...finding('text_change_score', score.value, [
        ...Object.entries(values).map(([name, value]) => plain(`text_sim_${name}`, value)),
        plain('universe', universe.universe),
      ]),
      unit: 'score',
      payload: { universe: universe.universe, ...score.percentiles },
    })
    return { status: 'ok_found', findings }
  },
})

/** The most changed paragraphs; for texts that are equal word by word, the first paragraph of both. */
function evidenceOf(pair: ComparedPair, earlier: ReadDocument, current: ReadDocument): Evidence[] {
  const changes = mostChangedBlocks(pair, {
    considered: config.evidence_blocks_considered,
    modifiedFrom: config.evidence_modified_from,
    limit: config.evidence_per_kind,
  })
  if (changes.length === 0) {
    return [
      {
        kind: 'pair',
        left: spanOf(earlier, pair.left.blocks[0]),
        right: spanOf(current, pair.right.blocks[0]),
      },
    ]
  }
  return changes.map(({ left, right }) => ({
    kind: 'pair',
    left: left && spanOf(earlier, left),
    right: right && spanOf(current, right),
  }))
}

function spanOf(document: ReadDocument, block: ComparedBlock | undefined) {
  if (!block) return null
  const section = sectionAt(document.sections, block.start)
  return cappedTextSpan(document, section, block.start, block.end, config.maximum_quote_length)
}

function sectionAt(sections: Section[], index: number): Section | null {
  return sections.find((section) => section.start <= index && index < section.end) ?? null
}

function input(name: string, value: number, filing: FilingUnderRead, document: ReadDocument): SignalInput {
  return {
    name,
    value,
    accession_number: filing.accession_number,
    ...(document.text ? { text_sha256: document.text.text_sha256 } : {}),
  }
}

function plain(name: string, value: number | string): SignalInput {
  return { name, value, accession_number: null }
}
