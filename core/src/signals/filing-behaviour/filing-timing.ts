import { Type } from 'typebox'
import { newYorkTime } from '../../edgar/new-york-time.ts'
import { isBeforeHoliday, weekdayOf } from '../business-days.ts'
import { EVENT_CASES } from '../cases.ts'
import { eventItem } from '../events/event-8k-items.ts'
import { CURRENT_REPORT, reportedItems } from '../events/reported-items.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { SignalType } from '../signal.ts'
import { ACCEPTANCE, headerEvidence } from './header-evidence.ts'

const config = {
  /** The close of regular trading in New York. */
  close: '16:00',
  /** What is accepted later is dated on the next business day (17 CFR 232.13(a)(2)). */
  deadline: '17:30',
} as const

/** Reports of companies. Forms of insiders come in the evening as a rule, and fund reports move no price. */
const FORMS =
  /^(?:8-K(?:12B|12G3|15D5)?|10-K(?:405|T|SB|SB40)?|10-Q(?:T|SB)?|20-F|40-F|6-K|NT 10-[KQ]|NT 20-F|15-12[BG]|15-15D|15F-12[BG]|15F-15D|25|25-NSE)(?:\/A)?$/
const ADVERSE_FORMS = /^(?:NT |15|25)|^10-[KQ]\/A$/

const LABELS = ['after_close', 'after_deadline', 'friday_evening', 'before_holiday'] as const

const filingTiming: SignalType = {
  signal_type: 'filing_timing',
  family: 'filing_behaviour',
  title: 'Filed in the evening',
  description:
    'The report was accepted after 16:00 in New York. The value is the first that holds, from the end of `labels`: on the last weekday before a federal holiday, on a Friday, after 17:30, after 16:00. Reports accepted during the day give no signal. Companies with offices in other time zones, and those that always report after the close, are in it too: compare with the company’s own habit.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: LABELS,
  form_types: [
    '8-K',
    '10-K',
    '10-Q',
    '20-F',
    '40-F',
    '6-K',
    'NT 10-K',
    'NT 10-Q',
    '15-12B',
    '15-12G',
    '15-15D',
    '25',
  ],
  evidence_kinds: ['header_field'],
  source: 'ACCEPTANCE-DATETIME of the submission header; Regulation S-T, Rule 13(a)(2)',
  formula:
    'The New York clock of the acceptance, from the header alone: where only a date is known, `insufficient_data`. Direction −1 when the report itself is adverse (an adverse item of Form 8-K, a notice of late filing, an amended periodic report, a notice that ends registration), otherwise 0.',
  history:
    'Niessner, and Segal and Segal (2016), find that companies report negative news more often after hours and before weekends. Prices were not found to be fooled by it on average.',
  covers_from: '2001-01-01',
  payload_schema: Type.Object(
    {
      new_york_time: Type.String({ description: 'Clock in New York, `YYYY-MM-DDThh:mm:ss`.' }),
      after_deadline: Type.Boolean({ description: 'At 17:30 or later.' }),
      friday: Type.Boolean({ description: 'On a Friday.' }),
      before_holiday: Type.Boolean({
        description: 'The next weekday is a federal holiday, on which EDGAR is closed.',
      }),
      adverse: Type.Array(Type.String(), {
        description:
          'What of the report is adverse: item codes, or the form type; empty when nothing is by its kind.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: EVENT_CASES,
}

/** Reports that arrive after the market has closed, and when. */
export const filingTimingRule = defineExtractor({
  name: 'filing_timing',
  version: '1.0.0',
  signal_types: [filingTiming],
  applies: (formType) => FORMS.test(formType),
  needs: {},
  config,

  extract({ filing }) {
    const { accepted_at, accepted_at_source } = filing.submission.header
    const evidence = headerEvidence(filing, [ACCEPTANCE])
    if (accepted_at === null || accepted_at_source !== 'sgml_header' || evidence.length === 0) {
      return {
        status: 'insufficient_data',
        missing: ['acceptance_datetime'],
        reason: 'acceptance_time_unknown',
      }
    }
    const { date, hour, minute, second } = newYorkTime(Date.parse(accepted_at))
    const clock = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
    if (clock < config.close) return { status: 'ok_none', reason: 'filed_during_the_day' }
    const weekday = weekdayOf(date)
    const before_holiday = isBeforeHoliday(date)
    const after_deadline = clock >= config.deadline
    const adverse = adverseIn(filing)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'filing_timing',
          subject: null,
          value: before_holiday
            ? 'before_holiday'
            : weekday === 5
              ? 'friday_evening'
              : after_deadline
                ? 'after_deadline'
                : 'after_close',
          unit: 'label',
          direction: adverse.length > 0 ? -1 : 0,
          payload: {
            new_york_time: `${date}T${clock}`,
            after_deadline,
            friday: weekday === 5,
            before_holiday,
            adverse,
          },
          evidence,
          inputs: [{ name: 'accepted_at', value: accepted_at, accession_number: filing.accession_number }],
        },
      ],
    }
  },
})

function adverseIn(filing: FilingUnderRead): string[] {
  if (ADVERSE_FORMS.test(filing.form_type)) return [filing.form_type]
  if (!CURRENT_REPORT.test(filing.form_type)) return []
  return reportedItems(filing).codes.filter((code) => eventItem(code)?.severity === 'A')
}
