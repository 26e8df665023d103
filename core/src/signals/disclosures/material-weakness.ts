import { type Static, Type } from 'typebox'
import { mainDocumentOf } from '../../filings/main-document.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'
import { type ControlsStatement, controlsStatements, type FoundControls } from './controls-reading.ts'
import { controlsSections } from './controls-section.ts'
import { MAXIMUM_QUOTE_LENGTH, sentenceQuote } from './sentence-reading.ts'

const config = { quotes: 4, maximum_quote_length: MAXIMUM_QUOTE_LENGTH } as const

const FORMS = [
  '10-K',
  '10-K405',
  '10-KT',
  '10-KSB',
  '10-KSB40',
  '10-Q',
  '10-QT',
  '10-QSB',
  '10-K/A',
  '10-KT/A',
  '10-KSB/A',
  '10-Q/A',
  '10-QT/A',
  '10-QSB/A',
] as const

const Conclusion = (of: string) =>
  Type.Union([Type.Literal('effective'), Type.Literal('not_effective'), Type.Null()], {
    description: `What the item concludes on ${of}; null when it concludes nothing on them, or both.`,
  })

const Payload = Type.Object(
  {
    disclosure_controls: Conclusion('disclosure controls and procedures'),
    internal_control: Conclusion('internal control over financial reporting'),
    weakness_sentences: Type.Integer({
      minimum: 0,
      description: 'Sentences that say that there is or was one.',
    }),
    remediated_sentences: Type.Integer({
      minimum: 0,
      description: 'Sentences that say that one was remediated.',
    }),
    unremediated_sentences: Type.Integer({
      minimum: 0,
      description: 'Sentences that say that one is not remediated yet, or tell what is planned against it.',
    }),
  },
  { additionalProperties: false },
)

const materialWeaknessType: SignalType = {
  signal_type: 'material_weakness',
  family: 'accounting',
  title: 'Material weakness',
  description:
    'What management concludes in the item on controls (Item 9A of the annual, Item 4 of the quarterly report). `present`: internal control over financial reporting is not effective, or a material weakness is stated and not said to be remediated. `remediated`: one that was stated before was remediated, and nothing in the item concludes against it. No signal (`ok_none`) when the item concludes that controls are effective and states no weakness, or when disclosure controls are not effective and no weakness is named; the reason tells which. Definitions, the text of auditors ("risk that a material weakness exists"), denials and suppositions count for nothing. Only these items are read: risk factors imagine weaknesses, and notes do not conclude on them. Direction −1 for `present`, 0 for `remediated`.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: ['present', 'remediated'],
  form_types: FORMS,
  evidence_kinds: ['text_span'],
  source:
    'Items 307 and 308 of Regulation S-K; Sections 302 and 404 of the Sarbanes-Oxley Act. The rules of reading are ours',
  formula:
    'Each sentence of the item is read for its conclusion on controls and for what it says of a material weakness; see the description for how they are joined.',
  history: null,
  covers_from: '2002-08-29',
  payload_schema: Payload,
  cases: {
    ...FACT_CASES,
    shells: 'Read like any other; many of them lack a segregation of duties every year.',
    amendments: 'Read by itself where it holds the item; else `not_applicable`.',
  },
}

/** Names of what is missing where there is nothing to read, or nothing that was concluded. */
const ITEM = ['item_on_controls']
const CONCLUSION = ['conclusion_on_controls']

/** Whether management states a material weakness of internal control, and whether it is gone. */
export const materialWeakness = defineExtractor({
  name: 'material_weakness',
  version: '1.0.0',
  signal_types: [materialWeaknessType],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: {},
  config,

  extract({ filing }) {
    const document = mainDocumentOf(filing.documents, filing.form_type)
    if (!document?.text) return { status: 'failed', reason: 'text_unavailable' }
    const item = controlsSections(filing, document)
    if (item.status === 'not_applicable') return { status: item.status, reason: item.reason }
    if (item.status === 'insufficient_data') {
      return { status: item.status, reason: item.reason, missing: ITEM }
    }
    const found = controlsStatements(document, item.sections)
    const verdict = verdictOf(found)
    if (verdict.label === null) {
      if (verdict.reason !== 'no_conclusion_on_controls') return { status: 'ok_none', reason: verdict.reason }
      const elsewhere = item.sections.every(({ disposition }) => disposition === 'incorporated_by_reference')
      return elsewhere
        ? { status: 'not_applicable', reason: 'controls_incorporated_by_reference' }
        : { status: 'insufficient_data', reason: verdict.reason, missing: CONCLUSION }
    }
    const of = countBy(found)
    const payload: Static<typeof Payload> = {
      disclosure_controls: conclusion(of, 'disclosure_controls'),
      internal_control: conclusion(of, 'internal_control'),
      weakness_sentences: of('weakness').length,
      remediated_sentences: of('remediated').length,
      unremediated_sentences: of('unremediated').length,
    }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'material_weakness',
          subject: null,
          value: verdict.label,
          unit: 'label',
          direction: verdict.label === 'present' ? -1 : 0,
          payload,
          evidence: distinct(verdict.deciding)
            .slice(0, config.quotes)
            .map(({ sentence }) => sentenceQuote(document, sentence)),
          inputs: [
            {
              name: 'sentences',
              value: found.length,
              accession_number: filing.accession_number,
              text_sha256: document.text.text_sha256,
            },
          ],
        },
      ],
    }
  },
})

type Verdict =
  | { label: 'present' | 'remediated'; deciding: FoundControls[] }
  | { label: null; reason: string }

/** What the statements say together. */
export function verdictOf(found: readonly FoundControls[]): Verdict {
  const of = countBy(found)
  const internalNot = of('internal_control_not_effective')
  const disclosureNot = of('disclosure_controls_not_effective')
  const open = of('unremediated')
  const stated = of('weakness')
  const gone = of('remediated')
  const effective = [...of('disclosure_controls_effective'), ...of('internal_control_effective')]
  if (internalNot.length > 0) {
    return { label: 'present', deciding: [...internalNot, ...stated, ...disclosureNot] }
  }
  if (disclosureNot.length > 0 && stated.length + open.length > 0) {
    return { label: 'present', deciding: [...disclosureNot, ...stated, ...open] }
  }
  if (gone.length > 0 && disclosureNot.length === 0) return { label: 'remediated', deciding: gone }
  if (disclosureNot.length > 0) return { label: null, reason: 'controls_not_effective_no_weakness_named' }
  if (stated.length + open.length > 0) return { label: 'present', deciding: [...stated, ...open] }
  if (effective.length > 0 || of('no_weakness').length > 0)
    return { label: null, reason: 'controls_effective' }
  return { label: null, reason: 'no_conclusion_on_controls' }
}

function countBy(found: readonly FoundControls[]) {
  return (statement: ControlsStatement) => found.filter((each) => each.statement === statement)
}

function conclusion(
  of: (statement: ControlsStatement) => FoundControls[],
  about: 'disclosure_controls' | 'internal_control',
): 'effective' | 'not_effective' | null {
  const yes = of(`${about}_effective`).length > 0
  const no = of(`${about}_not_effective`).length > 0
  return yes === no ? null : yes ? 'effective' : 'not_effective'
}

/** A sentence can say two things and is quoted once. */
function distinct(found: readonly FoundControls[]): FoundControls[] {
  return found.filter(
    ({ sentence }, index) => found.findIndex((each) => each.sentence.number === sentence.number) === index,
  )
}
