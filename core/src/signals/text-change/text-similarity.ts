import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import type { Section } from '../../sections/section.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { Finding, SignalInput, SignalType } from '../signal.ts'
import { mostChangedBlocks } from './changed-blocks.ts'
import { type ComparedBlock, comparedBlocks } from './comparison-basis.ts'
import { changeRate, cosineSimilarity, jaccardSimilarity, minimumEditSimilarity } from './similarity.ts'
import { wordDistance } from './word-distance.ts'

const config = {
  /** Tables with a larger share of digits among their letters and digits are left out. */
  maximum_digit_share: 0.15,
  /** Below this a document is a cover page or a wrapper round an exhibit, and its similarity says nothing. */
  minimum_words: 200,
  /** The edit distances are exact up to two texts of 150,000 words that share neither beginning nor end. */
  maximum_cells: 150_000 * 150_000,
  /** Bounds of the change rate c, shipped frozen: no universe of a year's filings is pretended. */
  universe: 'unit_interval_bounds_v1',
  change_rate_minimum: 0,
  change_rate_maximum: 2,
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

const similarityTypes = [
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
      description: `${BASIS} Exact: the distance is never estimated. Left out, with a note in \`inputs\` of the other measures, when the product of the differing lengths exceeds 150,000 × 150,000 words.`,
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
]

/** Similarity of a report with the same report a year earlier (Cohen, Malloy, Nguyen 2020), in four measures. */
export const textSimilarity = defineExtractor({
  name: 'text_similarity',
  version: '1.0.0',
  signal_types: similarityTypes,
  applies: (formType) => comparableForm(formType) !== null,
  needs: { prior: priorFiling },
  config,

  extract({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const current = basisOf(filing)
    const earlier = basisOf(prior)
    if (!current) return { status: 'failed', reason: 'text_unavailable' }
    if (!earlier) return { status: 'failed', reason: 'prior_text_unavailable' }
    if (current.words.length < config.minimum_words)
      return { status: 'not_applicable', reason: 'text_too_short' }
    if (earlier.words.length < config.minimum_words) {
      return { status: 'not_applicable', reason: 'prior_text_too_short' }
    }

    const total = earlier.words.length + current.words.length
    const distance = wordDistance(earlier.words, current.words, config.maximum_cells)
    const inputs: SignalInput[] = [
      input('words', current.words.length, filing, current.document),
      input('prior_words', earlier.words.length, prior, earlier.document),
    ]
    const evidence = evidenceOf(earlier, current)
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
      finding('text_sim_cosine', cosineSimilarity(earlier.words, current.words), []),
      finding('text_sim_jaccard', jaccardSimilarity(earlier.words, current.words), []),
    ]
    if (!distance) {
      // The two measures that need an alignment are missing, and the two that stand say why.
      for (const { inputs: named } of findings) named.push(plain('edit_distance', 'above_exact_bound'))
      return { status: 'ok_found', findings }
    }
    const rate = changeRate(distance.changed_words, total)
    const range = config.change_rate_maximum - config.change_rate_minimum
    return {
      status: 'ok_found',
      findings: [
        ...findings,
        finding('text_sim_min_edit', minimumEditSimilarity(distance.inserts_and_deletes, total), [
          plain('words_inserted_and_deleted', distance.inserts_and_deletes),
        ]),
        finding('text_sim_simple', (config.change_rate_maximum - rate) / range, [
          plain('changed_words', distance.changed_words),
          plain('change_rate', rate),
          plain('change_rate_minimum', config.change_rate_minimum),
          plain('change_rate_maximum', config.change_rate_maximum),
          plain('universe', config.universe),
        ]),
      ],
    }
  },
})

interface Basis {
  document: ReadDocument
  blocks: ComparedBlock[]
  words: string[]
}

function basisOf(filing: FilingUnderRead): Basis | null {
  const document = mainDocumentOf(filing.documents, filing.form_type)
  if (!document?.text) return null
  const blocks = comparedBlocks(document.text, config.maximum_digit_share)
  return { document, blocks, words: blocks.flatMap((block) => block.words) }
}

/** The most changed paragraphs; for texts that are equal word by word, the first paragraph of both. */
function evidenceOf(earlier: Basis, current: Basis): Evidence[] {
  const changes = mostChangedBlocks(earlier.blocks, current.blocks, {
    considered: config.evidence_blocks_considered,
    modifiedFrom: config.evidence_modified_from,
    limit: config.evidence_per_kind,
  })
  if (changes.length === 0) {
    return [
      { kind: 'pair', left: spanOf(earlier, earlier.blocks[0]), right: spanOf(current, current.blocks[0]) },
    ]
  }
  return changes.map(({ left, right }) => ({
    kind: 'pair',
    left: left && spanOf(earlier, left),
    right: right && spanOf(current, right),
  }))
}

function spanOf({ document }: Basis, block: ComparedBlock | undefined) {
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
