import type { Evidence } from '../../evidence/evidence.ts'
import { type HeaderText, headerFieldEvidence, headerFields } from '../../evidence/header-line.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { itemCode } from '../../filings/item-codes.ts'
import { EVENT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import type { Finding, Outcome, SignalType } from '../signal.ts'
import type { BodyItems } from './event-8k-body.ts'
import { compareItemCodes, eventItem } from './event-8k-items.ts'
import { firstSentenceEnd } from './item-answer.ts'
import { CURRENT_REPORT, CURRENT_REPORTS, HEADER_TRUSTED_FROM, reportedItems } from './reported-items.ts'

const config = {
  header_trusted_from: HEADER_TRUSTED_FROM,
  maximum_quote_length: 1000,
} as const

const eventSignal: SignalType = {
  signal_type: 'event_8k',
  family: 'events',
  title: 'Event reported on Form 8-K',
  description:
    'One signal for each item of a current report. The value is the item code as numbered when it was filed; `inputs` name the event and its severity, and whether the header, the body or both list the item. Items answered "not applicable" are left out.',
  unit: 'code',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: CURRENT_REPORTS,
  evidence_kinds: ['text_span', 'header_field'],
  source: 'Form 8-K (17 CFR 249.308); SEC release 33-8400 for the numbering since 23 August 2004',
  formula:
    'Header item codes ∪ body headings; for filings before 2012 the body alone where it has headings. Direction −1 for adverse items; 0 for neutral ones and for 3.01, 4.01 and 5.02, whose text decides.',
  history: null,
  covers_from: null,
  payload_schema: null,
  cases: EVENT_CASES,
}

/** One finding for each item of an 8-K. The value is the item code as numbered when the report was filed. */
export const event8k = defineExtractor({
  name: 'event_8k',
  version: '1.0.0',
  signal_types: [eventSignal],
  applies: (formType) => CURRENT_REPORT.test(formType),
  needs: {},
  config,

  extract({ filing }) {
    const { document, headerItems, body, codes: answered } = reportedItems(filing)
    if (answered.length === 0) return nothingFound(document, body.notApplicable.size > 0)

    const findings: Finding[] = []
    for (const code of answered) {
      const finding = findingOf(filing, document, code, headerItems, body)
      if (!finding) return { status: 'failed', reason: 'item_without_evidence' }
      findings.push(finding)
    }
    return { status: 'ok_found', findings }
  },
})

function findingOf(
  filing: FilingUnderRead,
  document: ReadDocument | null,
  code: string,
  headerItems: string[],
  body: BodyItems,
): Finding | null {
  const item = eventItem(code)
  if (!item) return null
  const place = body.items.get(code)
  const inHeader = headerItems.includes(code)
  const evidence: Evidence[] = []
  if (document?.text && place) {
    const end = firstSentenceEnd(document.text.text, place.start, place.end)
    const span = cappedTextSpan(document, place.section, place.start, end, config.maximum_quote_length)
    evidence.push({ kind: 'text_span', ...span })
  }
  const line = inHeader && filing.header_text ? headerItemLine(filing, filing.header_text, code) : null
  if (line) evidence.push(line)
  if (evidence.length === 0) return null

  const from = filing.accession_number
  return {
    signal_type: 'event_8k',
    subject: code,
    value: code,
    unit: 'code',
    direction: item.severity === 'A' ? -1 : 0,
    payload: null,
    evidence,
    inputs: [
      { name: 'event', value: item.event, accession_number: null },
      { name: 'severity', value: item.severity, accession_number: null },
      { name: 'source', value: place ? (inHeader ? 'both' : 'body') : 'header', accession_number: from },
      { name: 'header_items', value: headerItems.join(','), accession_number: from },
      {
        name: 'body_items',
        value: [...body.items.keys()].sort(compareItemCodes).join(','),
        accession_number: from,
      },
      ...(place ? [{ name: 'section_status', value: place.section.status, accession_number: from }] : []),
    ],
  }
}

function nothingFound(document: ReadDocument | null, allNotApplicable: boolean): Outcome {
  if (allNotApplicable) return { status: 'ok_none', reason: 'all_items_not_applicable' }
  return { status: 'failed', reason: document?.text ? 'no_item_found' : 'text_unavailable' }
}

/** The line of the header that names the item, by its code or by the title EDGAR gives it. */
function headerItemLine(filing: FilingUnderRead, header: HeaderText, code: string) {
  const { form_type: formType, filing_date: filingDate } = filing.submission.header
  const line = headerFields(header).find(
    ({ name, value }) => name === 'ITEM INFORMATION' && itemCode(value, formType, filingDate) === code,
  )
  return line ? headerFieldEvidence(filing.submission_sha256, header, line) : null
}
