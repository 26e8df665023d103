import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import { EVENT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { earlierFilings } from '../needs/earlier-filings.ts'
import type { Finding, SignalType } from '../signal.ts'
import { FORM_TYPE, headerEvidence } from './header-evidence.ts'

const config = {
  /** A company that files reports has filed one within so many days. */
  reporting_days: 460,
  /** Signs of an acquisition or a bankruptcy within so many days before explain the notice. */
  explained_days: 200,
} as const

/** What each form ends. */
const ENDS: Readonly<Record<string, string>> = {
  '15-12B': 'registration_terminated',
  '15-12G': 'registration_terminated',
  '15-15D': 'reporting_suspended',
  '15F-12B': 'foreign_issuer_leaves',
  '15F-12G': 'foreign_issuer_leaves',
  '15F-15D': 'foreign_issuer_leaves',
  '25': 'delisted_by_issuer',
  '25-NSE': 'delisted_by_exchange',
}
const FORMS = Object.keys(ENDS)
const PERIODIC = ['10-K', '10-K405', '10-KSB', '10-Q', '10-QSB', '20-F'] as const
/** Tender offers, mergers, going-private transactions. */
const DEALS = [
  'SC 13E3',
  'SC 13E3/A',
  'DEFM14A',
  'PREM14A',
  'SC TO-T',
  'SC TO-T/A',
  'SC 14D9',
  'SC 14D9/A',
  '425',
  'S-4',
  '15-12B',
  '15-12G',
  '15-15D',
] as const
const CURRENT = ['8-K', '8-K/A'] as const
/** Items that explain why a registration ends: bankruptcy, a completed acquisition, a change of control. */
const EXPLAINING_ITEMS = new Set(['1.03', '2.01', '5.01', '3', '2', '1'])

const before = earlierFilings({
  name: 'filings_before_deregistration',
  form_types: [...PERIODIC, ...DEALS, ...CURRENT],
  days: config.reporting_days,
})

const deregistration: SignalType = {
  signal_type: 'deregistration',
  family: 'filing_behaviour',
  title: 'Registration or listing ends',
  description:
    'A notice that ends the registration of a class (Form 15), suspends the duty to report (15-15D), or takes a class off an exchange (Form 25). The value says which. Most follow mergers, redemptions of a single class or the end of a security’s life; one class can leave while others stay. See `going_dark` for companies that leave without such a reason.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: [...new Set(Object.values(ENDS))],
  form_types: FORMS,
  evidence_kinds: ['header_field', 'text_span'],
  source: 'Exchange Act Rules 12d2-2, 12g-4, 12h-3, 12h-6 and 15d-6',
  formula: 'The form type. Direction −1 when the exchange delists, otherwise 0.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      holders_of_record: Type.Union([Type.Integer(), Type.Null()], {
        description: 'Holders of record that Form 15 states; null when the sentence has no figure.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...EVENT_CASES,
    funds: 'Read like any other: funds and trusts list and delist classes often.',
    withdrawals: 'A later notice can take a Form 15 back; the signal stays with the filing it was read from.',
    amendments: 'Not read: an amended notice ends nothing more.',
  },
}

const goingDark: SignalType = {
  signal_type: 'going_dark',
  family: 'financing',
  title: 'Company stops reporting without a deal',
  description:
    'A company that has filed periodic reports ends its registration or suspends its reports with Form 15, and none of its filings of the 200 days before that are held shows a merger, a tender offer, a going-private transaction, a completed acquisition, a change of control or a bankruptcy. Holdings may be incomplete: look at the company’s filings before relying on it.',
  unit: 'boolean',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: ['15-12B', '15-12G', '15-15D'],
  evidence_kinds: ['header_field', 'text_span'],
  source: 'Exchange Act Rules 12g-4, 12h-3 and 15d-6',
  formula:
    'Form 15 after a periodic report of the last 460 days, without an 8-K with item 1.03, 2.01 or 5.01, a Schedule 13E-3, TO or 14D-9, a merger proxy, a 425 or S-4 in the last 200 days. No earlier periodic report held: `insufficient_data`. Direction −1.',
  history: null,
  covers_from: null,
  payload_schema: null,
  cases: {
    ...EVENT_CASES,
    first_filings: '`insufficient_data` when no periodic report of the company is held.',
    missing_years: '`insufficient_data` when no periodic report of the last 460 days is held.',
    funds: 'Funds do not file the periodic reports that are asked for: `insufficient_data`.',
    amendments: 'Not read.',
  },
}

/** Registrations and listings that end, and companies that go dark. */
export const deregistrationRule = defineExtractor({
  name: 'deregistration',
  version: '1.0.0',
  signal_types: [deregistration, goingDark],
  applies: (formType) => FORMS.includes(formType),
  needs: { before },
  config,

  extract({ filing, before: earlier }) {
    const value = ENDS[filing.form_type]
    const header = headerEvidence(filing, [FORM_TYPE])
    if (value === undefined || header.length === 0)
      return { status: 'insufficient_data', missing: ['header'], reason: 'header_not_found' }
    const holders = holdersOfRecord(filing)
    const evidence: Evidence[] = [...header, ...(holders ? [holders.evidence] : [])]
    const finding: Finding = {
      signal_type: 'deregistration',
      subject: null,
      value,
      unit: 'label',
      direction: filing.form_type === '25-NSE' ? -1 : 0,
      payload: { holders_of_record: holders?.count ?? null },
      evidence,
      inputs: [{ name: 'form_type', value: filing.form_type, accession_number: filing.accession_number }],
    }
    if (!filing.form_type.startsWith('15-')) return { status: 'ok_found', findings: [finding] }

    const periodic = earlier.findLast(({ form_type }) => (PERIODIC as readonly string[]).includes(form_type))
    if (!periodic) {
      return {
        status: 'ok_found',
        findings: [finding],
        omitted: [
          {
            signal_type: 'going_dark',
            status: 'insufficient_data',
            reason: 'no_periodic_report_held',
            missing: ['periodic_report'],
          },
        ],
      }
    }
    const from = new Date(Date.parse(filing.accepted_at) - config.explained_days * 86_400_000).toISOString()
    const explained = earlier.some(
      ({ form_type, items, accepted_at }) =>
        Date.parse(accepted_at) >= Date.parse(from) &&
        ((DEALS as readonly string[]).includes(form_type) ||
          items.some((item) => EXPLAINING_ITEMS.has(item))),
    )
    if (explained) return { status: 'ok_found', findings: [finding] }
    return {
      status: 'ok_found',
      findings: [
        finding,
        {
          signal_type: 'going_dark',
          subject: null,
          value: true,
          unit: 'boolean',
          direction: -1,
          payload: null,
          evidence,
          inputs: [
            { name: 'form_type', value: filing.form_type, accession_number: filing.accession_number },
            {
              name: 'last_periodic_report',
              value: periodic.form_type,
              accession_number: periodic.accession_number,
            },
          ],
        },
      ],
    }
  },
})

/** "Approximate number of holders of record as of the certification or notice date: 27". */
function holdersOfRecord(filing: FilingUnderRead): { count: number; evidence: Evidence } | null {
  const document = mainDocumentOf(filing.documents, filing.form_type)
  const text = document?.text?.text
  if (!document || text === undefined) return null
  const match =
    /number\s{1,5}of\s{1,5}holders\s{1,5}of\s{1,5}record[^\d]{0,200}(\d{1,3}(?:,\d{3})*|\d{1,7})(?![\d/,])/i.exec(
      text.slice(0, 40_000),
    )
  if (!match) return null
  const span = cappedTextSpan(document, null, match.index, match.index + match[0].length, 600)
  return { count: Number((match[1] ?? '').replaceAll(',', '')), evidence: { kind: 'text_span', ...span } }
}
