import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { earlierFilings } from '../needs/earlier-filings.ts'
import { filingFacts } from '../needs/facts.ts'
import { evidenceOf } from '../reported-facts/stated.ts'
import type { SignalInput, SignalType } from '../signal.ts'
import { FILED_ON, headerEvidence, PERIOD } from './header-evidence.ts'
import { dueDate, filerCategory, reportKind, taggedPeriodEnd } from './report-deadline.ts'

const config = {
  /** How many earlier reports of the form make the company's habit. */
  annual_reports: 3,
  quarterly_reports: 8,
  /** So many days more than its habit make a report slow. Ours, not a published bound. */
  slower_days: 10,
} as const

const FORMS = ['10-K', '10-K405', '10-Q', '20-F'] as const

const earlierReports = earlierFilings({ name: 'earlier_periodic_reports', form_types: FORMS, days: 1_200 })

const nullableNumber = (description: string) => Type.Union([Type.Number(), Type.Null()], { description })

const filingLag: SignalType = {
  signal_type: 'filing_lag',
  family: 'filing_behaviour',
  title: 'Days from the end of the period to the report',
  description:
    'Calendar days from the end of the period to the filing date, beside the company’s own habit (the median of the earlier reports of the form that are held) and the term of its form and filer category. The category comes from the tagged cover (2009 on, in steps) and without it no term is computed. Extensions that the SEC gave to all (hurricanes, 2020) and notices of late filing are not taken off.',
  unit: 'days',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: FORMS,
  evidence_kinds: ['header_field', 'xbrl_fact'],
  source: 'Forms 10-K and 10-Q, General Instruction A; Form 20-F; Exchange Act Rule 0-3',
  formula:
    'FILED AS OF DATE − CONFORMED PERIOD OF REPORT. Term: 10-K 60, 75 or 90 days (large accelerated, accelerated, non-accelerated), 10-Q 40, 40 or 45, 20-F four months, moved to the next business day. Direction −1 when filed after the term, or 10 days or more slower than the median of at least two earlier reports; otherwise 0.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      filer_category: Type.Union([Type.String(), Type.Null()], {
        description: '`large_accelerated`, `accelerated` or `non_accelerated`; null when it is not tagged.',
      }),
      due_date: Type.Union([Type.String(), Type.Null()], {
        description: '`YYYY-MM-DD`; null without a category.',
      }),
      days_past_due: nullableNumber('Calendar days after the due date; 0 when in time, null without one.'),
      earlier_reports: Type.Integer({
        description: 'Earlier reports of the form that are held and counted.',
      }),
      median_of_earlier: nullableNumber('Median of their lags in days; null when none is held.'),
      change: nullableNumber('This lag minus that median.'),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    first_filings: 'Without earlier reports there is no habit: `median_of_earlier` is null.',
    missing_years: 'Only reports that are held count; the inputs name them.',
    fiscal_year_changes: 'Transition reports are not read.',
    amendments: 'Not read: the original report has the term.',
  },
}

/** How long after its period a report was filed. */
export const filingLagRule = defineExtractor({
  name: 'filing_lag',
  version: '1.0.0',
  signal_types: [filingLag],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts, earlier: earlierReports },
  config,

  extract({ filing, facts, earlier }) {
    const kind = reportKind(filing.form_type)
    const { filing_date } = filing.submission.header
    const header = headerEvidence(filing, [PERIOD, FILED_ON])
    if (kind === null || filing_date === null || filing.period_of_report === null || header.length < 2) {
      return {
        status: 'insufficient_data',
        missing: ['period_of_report', 'filing_date'],
        reason: 'dates_not_in_header',
      }
    }
    const lag = daysApart(filing.period_of_report, filing_date)
    if (lag < 0)
      return { status: 'insufficient_data', missing: ['period_of_report'], reason: 'period_after_filing' }
    const lags = earlier
      .filter(
        ({ form_type, period_of_report }) => period_of_report !== null && reportKind(form_type) === kind,
      )
      .map(({ accession_number, period_of_report, filing_date: filed }) => ({
        accession_number,
        period_of_report,
        days: daysApart(period_of_report ?? filed, filed),
      }))
      // A period is reported once; what is filed again, or years late, is no habit.
      .filter(
        ({ days, period_of_report }) =>
          days >= 0 && days <= 400 && period_of_report !== filing.period_of_report,
      )
      .slice(kind === 'quarterly' ? -config.quarterly_reports : -config.annual_reports)
    const median = medianOf(lags.map(({ days }) => days))
    const stated = filerCategory(facts)
    const due = dueDate(kind, taggedPeriodEnd(facts) ?? filing.period_of_report, stated?.category ?? null)
    const past = due === null ? null : Math.max(0, daysApart(due, filing_date))
    const change = median === null ? null : lag - median
    const slow = change !== null && lags.length >= 2 && change >= config.slower_days
    const evidence: Evidence[] = [...header, ...(stated ? [evidenceOf(stated.fact, filing)] : [])]
    const inputs: SignalInput[] = [
      { name: 'period_of_report', value: filing.period_of_report, accession_number: filing.accession_number },
      { name: 'filing_date', value: filing_date, accession_number: filing.accession_number },
      ...lags.map(({ accession_number, days }) => ({ name: 'earlier_lag', value: days, accession_number })),
    ]
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'filing_lag',
          subject: null,
          value: lag,
          unit: 'days',
          direction: (past ?? 0) > 0 || slow ? -1 : 0,
          payload: {
            filer_category: stated?.category ?? null,
            due_date: due,
            days_past_due: past,
            earlier_reports: lags.length,
            median_of_earlier: median,
            change,
          },
          evidence,
          inputs,
        },
      ],
    }
  },
})

function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
