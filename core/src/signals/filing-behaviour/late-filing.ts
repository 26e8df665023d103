import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import type { EarlierFiling } from '../../filings/earlier-store.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import { addDays, onBusinessDay } from '../business-days.ts'
import { EVENT_CASES } from '../cases.ts'
import { type Sentence, sentencesOf } from '../events/sentences.ts'
import { writtenDates } from '../events/written-date.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import { earlierFilings } from '../needs/earlier-filings.ts'
import { filingFacts } from '../needs/facts.ts'
import { evidenceOf } from '../reported-facts/stated.ts'
import type { Outcome, SignalType } from '../signal.ts'
import { FILED_ON, FORM_TYPE, headerEvidence, PERIOD } from './header-evidence.ts'
import { dueDate, filerCategory, possibleDueDates, reportKind, taggedPeriodEnd } from './report-deadline.ts'

const config = {
  /** Calendar days of grace behind the due date (Rule 12b-25(b)(2)(ii)). */
  grace: { annual: 15, foreign_annual: 15, quarterly: 5 },
  /** A notice comes no later than one business day after the due date, and hardly ever long before it. */
  notice_before_due: 10,
  notice_after_due: 5,
  /** Headers give the end of a month where the period ends some days from it. */
  period_tolerance: 7,
  maximum_quote_length: 1000,
} as const

const NOTICES = ['NT 10-K', 'NT 10-Q', 'NT 20-F'] as const
const REPORTS = ['10-K', '10-K405', '10-Q', '20-F'] as const

const notices = earlierFilings({ name: 'notices_of_late_filing', form_types: NOTICES, days: 500 })

const LABELS = ['notified', 'grace_met', 'grace_missed'] as const

const nullableText = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const lateFiling: SignalType = {
  signal_type: 'late_filing_nt',
  family: 'filing_behaviour',
  title: 'Notice of late filing, and whether the grace period was met',
  description:
    'On a notice (Form 12b-25) the value is `notified`, with the classes of reasons its narrative names. On the periodic report that follows, the value says whether it came within the grace period: `grace_met` or `grace_missed`; the notice is named in `payload.notice_accession_number`. Reasons are found by words and are not exclusive.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: LABELS,
  form_types: [...NOTICES, ...REPORTS],
  evidence_kinds: ['header_field', 'text_span', 'xbrl_fact'],
  source: 'Exchange Act Rule 12b-25 and Form 12b-25',
  formula:
    'Grace ends 15 calendar days after the due date of an annual report and 5 after that of a quarterly one, on a business day. The due date follows from the filer category tagged on the cover; where it is not tagged, from the only category whose due date fits the date of the notice; otherwise `insufficient_data`. Direction −1, and 0 for a grace period that was met.',
  history:
    'For quarterly reports a study finds returns of about −2 % around notices whose grace period was met and of more than −4 % where it was missed, over five days.',
  covers_from: null,
  payload_schema: Type.Object(
    {
      report_form: Type.String({ description: 'The form that is late: `10-K`, `10-Q`, `20-F`.' }),
      period_end: nullableText('End of the period of the late report, `YYYY-MM-DD`.'),
      reasons: Type.Array(Type.String(), {
        description:
          'On a notice: `restatement`, `auditor`, `internal_control`, `investigation`, `acquisition`, `liquidity`, `staffing`, `systems`, `disaster`, `valuation`, by the words of the narrative; empty when none of them is named, and on reports.',
      }),
      due_date: nullableText('On a report: when it was due, `YYYY-MM-DD`.'),
      grace_end: nullableText('On a report: the last day of grace, `YYYY-MM-DD`.'),
      notice_accession_number: nullableText('On a report: the notice.'),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...EVENT_CASES,
    first_filings: 'A report without a notice held for its period gives no signal.',
    missing_years: 'Only notices that are held count.',
    amendments: 'An amended notice or report is not read.',
    fiscal_year_changes: 'Notices for transition reports are read when filed on Form NT 10-K or NT 10-Q.',
  },
}

/** Notices that a report will be late, and the reports that followed them. */
export const lateFilingRule = defineExtractor({
  name: 'late_filing_nt',
  version: '1.0.0',
  signal_types: [lateFiling],
  applies: (formType) => [...NOTICES, ...REPORTS].includes(formType as never),
  needs: { notices, facts: filingFacts },
  config,

  extract({ filing, notices: earlier, facts }) {
    if (filing.form_type.startsWith('NT ')) return noticeOutcome(filing)
    const kind = reportKind(filing.form_type)
    const { filing_date } = filing.submission.header
    if (kind === null || filing.period_of_report === null || filing_date === null) {
      return {
        status: 'insufficient_data',
        missing: ['period_of_report', 'filing_date'],
        reason: 'dates_not_in_header',
      }
    }
    const notice = noticeFor(filing, earlier)
    if (!notice) return { status: 'ok_none', reason: 'no_notice_of_late_filing' }
    const stated = filerCategory(facts)
    const end = taggedPeriodEnd(facts) ?? filing.period_of_report
    const fitting = possibleDueDates(kind, end).filter(
      (due) =>
        notice.filing_date >= addDays(due, -config.notice_before_due) &&
        notice.filing_date <= addDays(due, config.notice_after_due),
    )
    const due =
      dueDate(kind, end, stated?.category ?? null) ?? (fitting.length === 1 ? (fitting[0] ?? null) : null)
    if (due === null)
      return { status: 'insufficient_data', missing: ['filer_category'], reason: 'due_date_unknown' }
    const graceEnd = onBusinessDay(addDays(due, config.grace[kind]))
    const met = filing_date <= graceEnd
    const evidence: Evidence[] = [
      ...headerEvidence(filing, [FILED_ON, PERIOD]),
      ...(stated ? [evidenceOf(stated.fact, filing)] : []),
    ]
    if (evidence.length === 0)
      return { status: 'insufficient_data', missing: ['header'], reason: 'header_not_found' }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'late_filing_nt',
          subject: null,
          value: met ? 'grace_met' : 'grace_missed',
          unit: 'label',
          direction: met ? 0 : -1,
          payload: {
            report_form: filing.form_type,
            period_end: filing.period_of_report,
            reasons: [],
            due_date: due,
            grace_end: graceEnd,
            notice_accession_number: notice.accession_number,
          },
          evidence,
          inputs: [
            { name: 'filing_date', value: filing_date, accession_number: filing.accession_number },
            {
              name: 'notice_filing_date',
              value: notice.filing_date,
              accession_number: notice.accession_number,
            },
          ],
        },
      ],
    }
  },
})

/** The last notice for the period of a report. */
function noticeFor(filing: FilingUnderRead, earlier: readonly EarlierFiling[]): EarlierFiling | undefined {
  const form = `NT ${filing.form_type === '10-K405' ? '10-K' : filing.form_type}`
  return earlier.findLast(
    (notice) =>
      notice.form_type === form &&
      notice.period_of_report !== null &&
      Math.abs(daysApart(notice.period_of_report, filing.period_of_report ?? '')) <= config.period_tolerance,
  )
}

const REASONS: [string, RegExp][] = [
  ['restatement', /\brestat(?:e|ed|ement|ements|ing)\b|\berrors? in\b|\bno longer be relied/i],
  [
    'auditor',
    /\b(?:auditors?|independent (?:registered )?(?:public )?account\w*|accounting firm)\b[^.]{0,120}\b(?:resign|dismiss|chang|new|not (?:yet )?complet|addition\w* time|engag)|\b(?:chang\w+|new|engag\w+|resign\w+|dismiss\w+)\b[^.]{0,80}\b(?:auditors?|independent (?:registered )?(?:public )?account\w*|accounting firm)\b/i,
  ],
  ['internal_control', /\bmaterial weakness|\binternal controls?\b/i],
  ['investigation', /\b(?:investigation|internal review|special committee|subpoena|inquiry)\b/i],
  ['acquisition', /\b(?:acquisition|merger|business combination|divestiture|spin-?off|disposition)\b/i],
  [
    'liquidity',
    /\b(?:bankruptcy|chapter 11|going concern|liquidity|forbearance|default|lack of (?:funds|funding|cash)|insufficient funds|limited (?:funds|financial resources)|unable to pay)\b/i,
  ],
  [
    'staffing',
    /\b(?:limited (?:staff|personnel|resources)|staffing|turnover|departure of|resignation of|loss of (?:key )?(?:personnel|staff)|new (?:chief financial|management))\b/i,
  ],
  [
    'systems',
    /\b(?:cyber\w*|ransomware|system (?:failure|conversion|implementation)|computer|technical difficult\w+|software)\b/i,
  ],
  ['disaster', /\b(?:hurricane|flood|fire|earthquake|pandemic|covid|coronavirus|storm)\b/i],
  [
    'valuation',
    /\b(?:impairment|valuation|fair value|goodwill|warrants? accounting|complex (?:accounting|transactions?))\b/i,
  ],
]

function noticeOutcome(filing: FilingUnderRead): Outcome {
  const document = mainDocumentOf(filing.documents, filing.form_type)
  const narrative = document?.text ? narrativeOf(document) : []
  const found = REASONS.flatMap(([reason, pattern]) => {
    const sentence = narrative.find(({ text }) => pattern.test(text))
    return sentence ? [{ reason, sentence }] : []
  })
  const told = found.length > 0 ? found.map(({ sentence }) => sentence) : narrative.slice(0, 1)
  const evidence: Evidence[] = headerEvidence(filing, [FORM_TYPE, PERIOD])
  for (const sentence of [...new Set(told)].slice(0, 5)) {
    const { section, start, end } = { section: null, ...sentence }
    if (document)
      evidence.push({
        kind: 'text_span',
        ...cappedTextSpan(document, section, start, end, config.maximum_quote_length),
      })
  }
  if (evidence.length === 0)
    return { status: 'insufficient_data', missing: ['header'], reason: 'header_not_found' }
  return {
    status: 'ok_found',
    findings: [
      {
        signal_type: 'late_filing_nt',
        subject: null,
        value: 'notified',
        unit: 'label',
        direction: -1,
        payload: {
          report_form: filing.form_type.slice(3),
          period_end: filing.period_of_report ?? (document ? writtenPeriod(document) : null),
          reasons: found.map(({ reason }) => reason),
          due_date: null,
          grace_end: null,
          notice_accession_number: null,
        },
        evidence,
        inputs: [
          {
            name: 'period_of_report',
            value: filing.period_of_report,
            accession_number: filing.accession_number,
          },
        ],
      },
    ],
  }
}

/** What the registrant writes in Part III, without the form's own words. */
function narrativeOf(document: ReadDocument): Sentence[] {
  const canonical = document.text
  if (!canonical) return []
  const { text } = canonical
  const starts = [...text.matchAll(/\bpart\s+iii\b[\s.:—–-]{0,6}(?:\(?narrative)?/gi)]
  const start = starts.at(-1)
  if (!start) return []
  const from = start.index + start[0].length
  const end = /\bpart\s+iv\b/i.exec(text.slice(from, from + 60_000))
  const to = end ? from + end.index : Math.min(text.length, from + 20_000)
  return sentencesOf(canonical, from, to).filter(
    ({ text: said }) =>
      !/^(?:state below|narrative\b|\(attach|attach extra|the (?:reasons|registrant|following) .{0,40}could not be filed within the prescribed)/i.test(
        said,
      ) &&
      !/\bState below in reasonable detail\b/i.test(said) &&
      said.split(' ').length >= 5,
  )
}

/** "For Period Ended: December 31, 2023", where the header has no period. */
function writtenPeriod(document: ReadDocument): string | null {
  const head = (document.text?.text ?? '').slice(0, 6000).replace(/\s+/g, ' ')
  const at = /\bfor (?:the )?(?:fiscal )?(?:period|year|quarter)(?:ly period)? ended:?/i.exec(head)
  const date = at ? writtenDates(head.slice(at.index, at.index + at[0].length + 40))[0] : undefined
  return date?.date ?? null
}

function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
