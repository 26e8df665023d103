import { Type } from 'typebox'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import type { SignalType } from '../signal.ts'
import { evidenceOf, inputOf, PERIODIC_FORMS } from './stated.ts'

const config = { most_listed: 50, most_quoted: 5, least_concepts: 20 } as const

/** Taxonomies of covers, proxies and cybersecurity, which nobody extends. */
const NOT_COUNTED = /^(?:dei|ecd|cyd):/

const customTagType: SignalType = {
  signal_type: 'custom_tag_ratio',
  family: 'accounting',
  title: 'Share of elements the company made itself',
  description:
    'How many of the different elements a report tags facts with are extensions: elements of the company’s own taxonomy instead of the standard one. Such numbers cannot be compared across companies. Elements of axes and members are not counted, nor those of cover pages and proxy statements.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: PERIODIC_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'EDGAR Filer Manual, volume II, chapter 6: when to extend a standard taxonomy',
  formula:
    'Different extension elements / different elements, over all facts of the filing but `dei`, `ecd` and `cyd`; at least 20 elements.',
  history: null,
  covers_from: '2009-06-15',
  payload_schema: Type.Object(
    {
      concepts: Type.Integer({ description: 'Different elements.' }),
      extensions: Type.Integer({ description: 'Those of them that the company made.' }),
      names: Type.Array(Type.String(), {
        description: 'The extensions in the order of the document, at most 50.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: FACT_CASES,
}

export const customTagRatio = defineExtractor({
  name: 'custom_tag_ratio',
  version: '1.0.0',
  signal_types: [customTagType],
  applies: (formType) => (PERIODIC_FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const first = new Map<string, StatedFact>()
    for (const fact of facts)
      if (!NOT_COUNTED.test(fact.concept) && !first.has(fact.concept)) first.set(fact.concept, fact)
    if (first.size < config.least_concepts) return { status: 'not_applicable', reason: 'too_few_concepts' }
    const own = [...first.values()].filter(({ is_extension }) => is_extension)
    const quoted = (own.length > 0 ? own : [...first.values()].slice(0, 1)).slice(0, config.most_quoted)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'custom_tag_ratio',
          subject: null,
          value: own.length / first.size,
          unit: 'ratio',
          direction: 0,
          payload: {
            concepts: first.size,
            extensions: own.length,
            names: own.slice(0, config.most_listed).map(({ concept }) => concept),
          },
          evidence: quoted.map((fact) => evidenceOf(fact, filing)),
          inputs: [
            { name: 'concepts', value: first.size, accession_number: filing.accession_number },
            { name: 'extensions', value: own.length, accession_number: filing.accession_number },
            ...quoted.map((fact) => inputOf(fact.is_extension ? 'extension' : 'standard', fact)),
          ],
        },
      ],
    }
  },
})
