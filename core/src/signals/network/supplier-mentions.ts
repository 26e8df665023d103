import { Type } from 'typebox'
import { cappedTextSpan } from '../../evidence/span.ts'
import { TEXT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'
import { ANNUAL_FORMS, isAnnual, mainText, sectionsIn, sentenceAround } from './ten-k.ts'

const config = {
  sections: ['10k.item_1', '10k.item_1a', '10k.item_7'],
  maximum_evidence: 20,
  maximum_quote_length: 1_000,
} as const

const SUPPLIER =
  '(?:suppliers?|sources?|vendors?|manufacturers?|providers?|producers?|foundry|foundries|fabricators?)'
/** "sole-sourced", "a single supplier", "only one third-party manufacturer". */
const CUE = new RegExp(
  `\\b(?:(?:sole|single)[-\u2010\u2011\\s](?:or (?:limited|single|sole)[-\u2010\u2011\\s])?(?:sourc(?:ed|ing)|${SUPPLIER})|(?:sole|single|only one|only a single|one single) (?:third[- ]party |contract |outside |qualified |key |major )?${SUPPLIER}|only (?:source|supplier|vendor|manufacturer) (?:of|for)\\b)\\b`,
  'gi',
)
/** "We do not depend on any single supplier": the denial stands in the same clause. */
const DENIED = /\b(?:not|no|nor|never|none|neither|without)\b[^.,;:]{0,80}$/i
/** "a single source of truth", "the sole source of cash", "single-source drugs" (which have one maker): no supply. */
const OTHER_SOURCE =
  /^(?:\w+[-\s]){1,2}source(?:s? of (?!supply|supplies|raw|certain|some|materials?|components?|parts?|key|critical|our)|d? (?:drugs?|generic|brand|biolog|medicin|advertis))/i
/** "provides customers with a single source for …": the company is the source. */
const OFFERED = /\b(?:provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?)\s+(?:[\w'\u2019-]+\s+){0,6}$/i
const CLAUSE_CHARS = 120

const supplierMentions: SignalType = {
  signal_type: 'supplier_mentions',
  family: 'network',
  title: 'Sentences on a sole or single source of supply',
  description:
    'How many sentences of Items 1, 1A and 7 of an annual report speak of a sole or single supplier, source, vendor or manufacturer. Sentences that deny such a dependence are counted apart. A sentence may speak of a possibility, or of customers who buy from one source; the quotes show it.',
  unit: 'count',
  range: { minimum: 1, maximum: null },
  labels: null,
  form_types: ANNUAL_FORMS,
  evidence_kinds: ['text_span'],
  source:
    'Items 1, 1A and 7 of Form 10-K; Regulation S-K, Item 101(c) (sources and availability of raw materials)',
  formula:
    'Sentences with "sole-source", "single supplier", "only one manufacturer" and the like, without those that deny it in the same clause, and those in which the company offers itself as the one source. Direction −1.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      denials: Type.Integer({ description: 'Sentences that deny a sole source.' }),
      sections_read: Type.Array(Type.String(), { description: 'Which of the three items were found.' }),
      sentences_by_section: Type.Array(
        Type.Object(
          {
            section_key: Type.String({ description: 'The item.' }),
            sentences: Type.Integer({ description: 'Sentences in it.' }),
          },
          { additionalProperties: false },
        ),
        { description: 'Where the sentences stand.' },
      ),
    },
    { additionalProperties: false },
  ),
  cases: TEXT_CASES,
}

/** Dependence on one supplier, in the company's own words. */
export const supplierMentionsRule = defineExtractor({
  name: 'supplier_mentions',
  version: '1.0.0',
  signal_types: [supplierMentions],
  applies: isAnnual,
  needs: {},
  config,

  extract({ filing }) {
    const main = mainText(filing)
    if (!main) return { status: 'insufficient_data', missing: ['text'], reason: 'text_unavailable' }
    const { document, text } = main
    const sections = sectionsIn(document, config.sections)
    if (sections.length === 0) {
      return { status: 'insufficient_data', missing: [...config.sections], reason: 'no_item_of_three_found' }
    }
    const found = sections.map((section) => ({ section, ...mentionsIn(text, section) }))
    const sentences = found.flatMap(({ section, mentions }) => mentions.map((span) => ({ section, span })))
    const denials = found.reduce((sum, one) => sum + one.denials, 0)
    if (sentences.length === 0) {
      return { status: 'ok_none', reason: denials > 0 ? 'sole_source_denied' : 'no_sole_source_mention' }
    }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'supplier_mentions',
          subject: null,
          value: sentences.length,
          unit: 'count',
          direction: -1,
          payload: {
            denials,
            sections_read: sections.map(({ section_key }) => section_key),
            sentences_by_section: found.map(({ section, mentions }) => ({
              section_key: section.section_key,
              sentences: mentions.length,
            })),
          },
          evidence: sentences.slice(0, config.maximum_evidence).map(({ section, span }) => ({
            kind: 'text_span',
            ...cappedTextSpan(document, section, span.start, span.end, config.maximum_quote_length),
          })),
          inputs: [
            {
              name: 'sentences',
              value: sentences.length,
              accession_number: filing.accession_number,
              ...(document.text && { text_sha256: document.text.text_sha256 }),
            },
          ],
        },
      ],
    }
  },
})

interface Mentions {
  mentions: { start: number; end: number }[]
  denials: number
}

/** The sentences of a section with a cue, each once. */
export function mentionsIn(text: string, section: { start: number; end: number }): Mentions {
  const part = text.slice(section.start, section.end)
  const seen = new Set<number>()
  const mentions: Mentions['mentions'] = []
  let denials = 0
  for (const match of part.matchAll(CUE)) {
    const at = section.start + match.index
    const clause = text.slice(Math.max(section.start, at - CLAUSE_CHARS), at)
    if (OTHER_SOURCE.test(text.slice(at, at + 80)) || OFFERED.test(clause)) continue
    const span = sentenceAround(text, at, section)
    if (seen.has(span.start)) continue
    seen.add(span.start)
    if (DENIED.test(text.slice(Math.max(span.start, at - CLAUSE_CHARS), at))) denials++
    else mentions.push(span)
  }
  return { mentions, denials }
}
