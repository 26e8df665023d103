import { Type } from 'typebox'
import { mainDocumentOf } from '../../filings/main-document.ts'
import type { Section } from '../../sections/section.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import { exhibitTexts } from '../needs/exhibit-texts.ts'
import type { Outcome, SignalType } from '../signal.ts'
import {
  type DoubtStatement,
  type FoundStatement,
  goingConcernStatements,
  NEAR,
} from './going-concern-reading.ts'
import { MAXIMUM_QUOTE_LENGTH, sentenceQuote } from './sentence-reading.ts'

const config = { near: NEAR, quotes: 4, maximum_quote_length: MAXIMUM_QUOTE_LENGTH } as const

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
  '10-K405/A',
  '10-KT/A',
  '10-KSB/A',
  '10-Q/A',
  '10-QT/A',
  '10-QSB/A',
] as const

const goingConcernType: SignalType = {
  signal_type: 'going_concern',
  family: 'accounting',
  title: 'Doubt about going on',
  description:
    'What the report says of substantial doubt about the ability of the company to continue as a going concern. `raised`: management or the auditor says that there is such doubt. `alleviated`: it says that there was, and that plans or events removed it, and no sentence says that they did not. `mentioned`: the words stand there and say neither: a standard is described, a risk is imagined, doubt is denied, past, or about somebody else. No signal (`ok_none`) when the words do not stand near each other anywhere in the main document and in the annual report filed as Exhibit 13. Read sentence by sentence by rules of ours; words in headings and tables alone do not count. Doubt that is stated in other words (significant doubt, material uncertainty) is not seen. Direction −1 for `raised`, else 0.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: ['mentioned', 'raised', 'alleviated'],
  form_types: FORMS,
  evidence_kinds: ['text_span'],
  source:
    'ASC 205-40 (ASU 2014-15) for what management has to say; PCAOB AS 2415 for what the auditor has to say. The rules of reading are ours',
  formula:
    'Sentences with "substantial doubt" within 400 characters of "going concern", each read for what it says. A statement that plans do not alleviate the doubt, or an auditor\'s paragraph that raises it, makes `raised`; else one that it is alleviated makes `alleviated`; else one that it exists makes `raised`; else `mentioned`.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      raised_sentences: Type.Integer({ minimum: 0, description: 'Sentences that say that there is doubt.' }),
      alleviated_sentences: Type.Integer({
        minimum: 0,
        description: 'Sentences that say that it was removed.',
      }),
      not_alleviated_sentences: Type.Integer({
        minimum: 0,
        description: 'Sentences that say that plans do not remove it.',
      }),
      mentioned_sentences: Type.Integer({ minimum: 0, description: 'Sentences that say neither.' }),
      auditor_paragraph: Type.Boolean({
        description: 'Whether one of them stands in the words auditors use for such a paragraph.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    shells: 'Read like any other; many of them raise doubt every year.',
    amendments:
      'Read by itself. One that says nothing of doubt is `not_applicable`: it may repeat only a part of the report.',
  },
}

/** Whether the report says that there is substantial doubt about the company as a going concern. */
export const goingConcern = defineExtractor({
  name: 'going_concern',
  version: '1.0.0',
  signal_types: [goingConcernType],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: {
    annual_reports: exhibitTexts({ name: 'annual_report_exhibits', document_types: /^EX-13(?:\.|$)/ }),
  },
  config,

  extract({ filing, annual_reports }) {
    const document = mainDocumentOf(filing.documents, filing.form_type)
    if (!document?.text) return { status: 'failed', reason: 'text_unavailable' }
    const documents = [document, ...annual_reports.filter(({ text }) => text !== null)]
    const found = documents.flatMap(goingConcernStatements)
    if (found.length === 0) return silence(filing, document, documents)
    const of = (statement: DoubtStatement) => found.filter((each) => each.statement === statement)
    const auditor = found.some((each) => each.statement === 'raised' && isAuditorParagraph(each))
    const denied = of('not_alleviated').length > 0
    const label =
      denied || (auditor && of('raised').length > 0)
        ? 'raised'
        : of('alleviated').length > 0
          ? 'alleviated'
          : of('raised').length > 0
            ? 'raised'
            : 'mentioned'
    const deciding =
      label === 'raised'
        ? [...of('raised'), ...of('not_alleviated')]
        : label === 'alleviated'
          ? of('alleviated')
          : found
    const context = label === 'alleviated' ? of('raised').slice(0, 1) : []
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'going_concern',
          subject: null,
          value: label,
          unit: 'label',
          direction: label === 'raised' ? -1 : 0,
          payload: {
            raised_sentences: of('raised').length,
            alleviated_sentences: of('alleviated').length,
            not_alleviated_sentences: of('not_alleviated').length,
            mentioned_sentences: of('mentioned').length,
            auditor_paragraph: auditor,
          },
          evidence: [...deciding.slice(0, config.quotes - context.length), ...context].map(
            ({ document: quoted, sentence }) => sentenceQuote(quoted, sentence),
          ),
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

const STATEMENTS = ['10k.item_8', '10ksb.item_7']

/** Nothing was found: no doubt, or no text in which doubt would stand. */
function silence(filing: FilingUnderRead, document: ReadDocument, documents: ReadDocument[]): Outcome {
  if (filing.form_type.endsWith('/A')) return { status: 'not_applicable', reason: 'amendment_says_nothing' }
  const statements = document.sections.find(({ section_key }) => STATEMENTS.includes(section_key))
  if (statements && standElsewhere(statements, document) && documents.length === 1) {
    return { status: 'insufficient_data', reason: 'statements_incorporated_by_reference', missing: ['EX-13'] }
  }
  return { status: 'ok_none', reason: 'no_substantial_doubt' }
}

/** Item 8 refers to another document; not to Item 15 of the same report, where the statements often stand. */
function standElsewhere({ disposition, start, end }: Section, { text }: ReadDocument): boolean {
  if (disposition !== 'incorporated_by_reference') return false
  const words = text?.text.slice(start, Math.min(end, start + 4_000)) ?? ''
  return (
    !/\b(?:Item\s{1,4}15|Part\s{1,4}IV)\b/i.test(words) || /annual report to (?:share|stock)/i.test(words)
  )
}

/** The paragraph of an auditor's report: "… have been prepared assuming … As discussed in Note 1 … raise substantial doubt". */
function isAuditorParagraph({ sentence, document }: FoundStatement): boolean {
  const text = document.text?.text ?? ''
  const before = text.slice(Math.max(0, sentence.start - 300), sentence.end)
  return (
    /prepared\s{1,4}assuming/i.test(before) &&
    /(?:discussed|described|disclosed|explained|indicated)\s{1,4}(?:more\s{1,4}fully\s{1,4})?in\s{1,4}note/i.test(
      before,
    )
  )
}
