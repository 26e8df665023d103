import { Type } from 'typebox'
import { businessDaysBetween } from '../business-days.ts'
import { EVENT_CASES } from '../cases.ts'
import { CURRENT_REPORT, filedOn, reportedItems } from '../events/reported-items.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'
import { FILED_ON, headerEvidence, PERIOD } from './header-evidence.ts'

const config = {
  /** Business days within which most items must be reported (General Instruction B.1). */
  term: 4,
  /** Such terms exist since the form was renumbered (release 33-8400). */
  from: '2004-08-23',
} as const

/** Items without a term of their own: Regulation FD disclosure, other events, exhibits. */
const FREE = /^(?:7\.01|8\.01|9\.01|6\.\d\d)$/

const eventReportLag: SignalType = {
  signal_type: 'event_report_lag',
  family: 'filing_behaviour',
  title: 'Business days from the event to the report',
  description:
    'Business days from the date of the report, which is that of the earliest event in it, to the filing date. More than four is late for most items. Some items count from another day than the event: 1.05 from the day the incident was found to be material, 5.02(c) may wait for the announcement, 5.07 may be amended. A filer that gives the filing date as date of report shows a lag of 0, whatever happened before.',
  unit: 'days',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: ['8-K'],
  evidence_kinds: ['header_field'],
  source: 'Form 8-K, General Instruction B.1; Exchange Act Rule 0-3',
  formula:
    'Weekdays after CONFORMED PERIOD OF REPORT up to and with FILED AS OF DATE, without federal holidays and days on which federal offices were closed. Direction −1 above 4, otherwise 0. Reports with items 7.01, 8.01, 9.01 or 6.x alone have no such term and are `not_applicable`.',
  history: 'Segal and Segal (2016) find that negative events are reported later than positive ones.',
  covers_from: config.from,
  payload_schema: Type.Object(
    {
      date_of_report: Type.String({ description: '`YYYY-MM-DD`.' }),
      filing_date: Type.String({ description: '`YYYY-MM-DD`.' }),
      late: Type.Boolean({ description: 'More than four business days.' }),
      items: Type.Array(Type.String(), { description: 'Items of the report with a term.' }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...EVENT_CASES,
    amendments: 'Not read: an amendment has the date of the original and no term of its own.',
  },
}

/** How long after the event a current report was filed. */
export const eventReportLagRule = defineExtractor({
  name: 'event_report_lag',
  version: '1.0.0',
  signal_types: [eventReportLag],
  applies: (formType) => CURRENT_REPORT.test(formType) && !formType.endsWith('/A'),
  needs: {},
  config,

  extract({ filing }) {
    const filing_date = filedOn(filing)
    if (filing_date < config.from) return { status: 'not_applicable', reason: 'before_terms_of_2004' }
    const items = reportedItems(filing).codes.filter((code) => !FREE.test(code))
    if (items.length === 0) return { status: 'not_applicable', reason: 'no_item_with_a_term' }
    const { period_of_report } = filing
    const evidence = headerEvidence(filing, [PERIOD, FILED_ON])
    if (period_of_report === null || filing.submission.header.filing_date === null || evidence.length < 2) {
      return {
        status: 'insufficient_data',
        missing: ['period_of_report', 'filing_date'],
        reason: 'dates_not_in_header',
      }
    }
    if (period_of_report > filing_date)
      return {
        status: 'insufficient_data',
        missing: ['period_of_report'],
        reason: 'date_of_report_after_filing',
      }
    const days = businessDaysBetween(period_of_report, filing_date)
    const late = days > config.term
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'event_report_lag',
          subject: null,
          value: days,
          unit: 'days',
          direction: late ? -1 : 0,
          payload: { date_of_report: period_of_report, filing_date, late, items },
          evidence,
          inputs: [
            { name: 'date_of_report', value: period_of_report, accession_number: filing.accession_number },
            { name: 'filing_date', value: filing_date, accession_number: filing.accession_number },
          ],
        },
      ],
    }
  },
})
