import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { amendmentOf } from '../../filings/amendment.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import type { DocumentUnderRead } from '../../readers/reader.ts'
import { EVENT_CASES } from '../cases.ts'
import { sentencesOf } from '../events/sentences.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import type { SignalType } from '../signal.ts'
import { FORM_TYPE, headerEvidence } from './header-evidence.ts'

const config = {
  /** The explanatory note stands in front; so much of the text is looked at for it. */
  note_characters: 30_000,
  maximum_quote_length: 1000,
} as const

const FORMS = ['10-K/A', '10-K405/A', '10-KT/A', '10-Q/A', '10-QT/A', '20-F/A', '40-F/A'] as const
const LABELS = ['full', 'part_iii_only', 'exhibit_only', 'unknown'] as const

const amendment10k: SignalType = {
  signal_type: 'amendment_10ka',
  family: 'filing_behaviour',
  title: 'Periodic report amended',
  description:
    'The company amends an annual or quarterly report. The value is the scope: `full` when the report is stated anew, `part_iii_only` for the information of the proxy statement, `exhibit_only`, `unknown` when neither sections nor explanatory note tell. `payload.restates` is true when the note says that financial statements are restated.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: LABELS,
  form_types: FORMS,
  evidence_kinds: ['header_field', 'text_span'],
  source: 'Exchange Act Rule 12b-15',
  formula:
    'By the sections the document has and the words of its explanatory note, as the filing’s own `amendment`. Direction −1 when the note says that financial statements are restated or corrected for errors, otherwise 0.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      restates: Type.Boolean({
        description: 'A sentence of the note says that financial statements are or were restated.',
      }),
      purpose_stated: Type.Boolean({
        description: 'Whether a sentence that gives the purpose was found and is quoted.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: { ...EVENT_CASES, amendments: 'Only amendments are read.' },
}

const PURPOSE =
  /\b(?:purpose of this (?:amendment|form|report|filing)|this (?:amendment|form 10-[kq]\/a)[^.]{0,80}\b(?:is being filed|is filed|amends|is intended)|(?:is|are|we are|the (?:company|registrant) is) (?:filing|amending) this|hereby amends?|sole purpose)\b/i
const RESTATES =
  /\b(?:restat(?:e|es|ed|ing|ement|ements) (?:of )?(?:our|its|the|certain|previously|unaudited|audited)[^.]{0,120}\b(?:financial|statements|balance sheets?|results)|(?:financial statements|results)[^.]{0,80}\b(?:have been|has been|were|are being|should be|will be|to be) restated|correct(?:s|ing|ion of)?[^.]{0,60}\b(?:errors?|misstatements?)\b[^.]{0,120}\bfinancial statements?)\b/i
const NOT_RESTATED = /\b(?:do(?:es)? not|did not|no|not)\b[^.]{0,80}\brestat/i

/** Amendments of periodic reports and how much they state anew. */
export const amendmentRule = defineExtractor({
  name: 'amendment_10ka',
  version: '1.0.0',
  signal_types: [amendment10k],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: {},
  config,

  extract({ filing }) {
    const main = mainDocumentOf(filing.documents, filing.form_type)
    if (!main?.text)
      return { status: 'insufficient_data', missing: ['main_document'], reason: 'text_unavailable' }
    const amendment = amendmentOf(filing.form_type, [], underRead(filing, main))
    const note = sentencesOf(main.text, 0, Math.min(main.text.text.length, config.note_characters))
    const purpose = note.find(({ text }) => PURPOSE.test(text))
    const restates = note.find(
      ({ text }) => RESTATES.test(text) && !NOT_RESTATED.test(text) && !/\bin its entirety\b/i.test(text),
    )
    const evidence: Evidence[] = headerEvidence(filing, [FORM_TYPE])
    for (const sentence of new Set([purpose, restates])) {
      if (!sentence) continue
      const section =
        main.sections.find(({ start, end }) => start <= sentence.start && sentence.start < end) ?? null
      const span = cappedTextSpan(main, section, sentence.start, sentence.end, config.maximum_quote_length)
      evidence.push({ kind: 'text_span', ...span })
    }
    const scope = (LABELS as readonly string[]).includes(amendment?.scope ?? '')
      ? amendment?.scope
      : 'unknown'
    if (evidence.length === 0)
      return { status: 'insufficient_data', missing: ['header'], reason: 'header_not_found' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'amendment_10ka',
          subject: null,
          value: scope ?? 'unknown',
          unit: 'label',
          direction: restates ? -1 : 0,
          payload: { restates: restates !== undefined, purpose_stated: purpose !== undefined },
          evidence,
          inputs: [
            { name: 'form_type', value: filing.form_type, accession_number: filing.accession_number },
            {
              name: 'period_of_report',
              value: filing.period_of_report,
              accession_number: filing.accession_number,
            },
          ],
        },
      ],
    }
  },
})

/** The main document as readers see it: of a periodic report only its text and its sections count. */
function underRead(filing: FilingUnderRead, main: ReadDocument): DocumentUnderRead {
  const { document_id, sequence, document_type, document_sha256, text, sections } = main
  const document = filing.submission.documents.find((one) => one.sequence === sequence) ?? {
    sequence,
    document_type,
    file_name: null,
    description: null,
    byte_start: 0,
    byte_end: 0,
    document_sha256,
  }
  return {
    document,
    document_id,
    kind: 'html',
    content: new Uint8Array(0),
    text_status: 'ok',
    text,
    sections,
  }
}
