import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Finding, Omission, SignalType } from '../signal.ts'
import { addDays, daysBetween } from './days.ts'
import { classifyItem4, ITEM_4_CLASSES, item4In } from './item-4.ts'
import { xmlEvidence } from './quoted-xml.ts'
import {
  type EarlierSchedule,
  earlierSchedules,
  ITEM_4_PATH,
  is13G,
  largestStake,
  ownFormLine,
  percentEvidence,
  type QuotedSchedule,
  SCHEDULE_13D,
  scheduleDocument,
  scheduleUnderRead,
  sharedPersons,
} from './schedules.ts'

const config = { switch_months: 36, maximum_quote_length: 1_000 } as const

const percent = (description: string) => Type.Union([Type.Number(), Type.Null()], { description })

const SOURCE = 'Schedule 13D (17 CFR 240.13d-101), Item 4; Schedule 13G (17 CFR 240.13d-102)'

const activist13d: SignalType = {
  signal_type: 'activist_13d',
  family: 'ownership',
  title: 'New Schedule 13D, by the purpose it states',
  description:
    'A holder of more than five per cent who may influence control reports its stake for the first time. The value is what Item 4 says of the purpose, told by words: `control` (merger, tender offer, going private), `board` (nominees, seats, proxies, cooperation agreements), `strategic` (strategic alternatives, talks with management or the board, an undervalued price), `passive_investment` (investment purposes only), `other`. Sentences of mere possibility, which nearly every Item 4 lists, decide nothing. Words cannot tell everything: the quoted sentence shows why.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: ITEM_4_CLASSES,
  form_types: ['SC 13D', 'SCHEDULE 13D'],
  evidence_kinds: ['text_span', 'xml_path', 'header_field'],
  source: SOURCE,
  formula:
    'The first class, in the order above, of which a committing sentence of Item 4 has a word. Direction +1 for control, board and strategic, 0 for the others.',
  history:
    'Brav, Jiang, Partnoy, Thomas 2008 (Journal of Finance) find abnormal returns of about 7 % in the weeks around initial Schedules 13D of activist hedge funds in the United States, 2001 to 2006. That is an average over selected campaigns of its time, not over every Schedule 13D.',
  covers_from: null,
  payload_schema: Type.Object(
    {
      percent_of_class: percent('The largest stake that one reporting person states, in per cent.'),
      aggregate_amount: percent('Shares of that person.'),
      person_name: Type.Union([Type.String(), Type.Null()], { description: 'That person, as filed.' }),
      reporting_persons: Type.Integer({ description: 'Persons on the cover pages.' }),
      event_date: Type.Union([Type.String(), Type.Null()], {
        description: 'Event that requires the filing.',
      }),
      item_4_cut: Type.Boolean({
        description: 'True when Item 4 is longer than the 40,000 characters read.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...OWNERSHIP_CASES,
    first_filings: 'The first Schedule 13D is what the signal is about.',
    missing_years: 'Makes no difference.',
    splits: 'Percentages do not change.',
    amendments: 'Not read: see `d_amendment`.',
  },
}

const gToDSwitch: SignalType = {
  signal_type: 'g_to_d_switch',
  family: 'ownership',
  title: 'From Schedule 13G to 13D',
  description:
    'A holder that reported as passive on Schedule 13G within the last 36 months files a Schedule 13D on the same issuer: it no longer says that it will not influence control. Persons are compared by CIK, and by name where a schedule gives no CIK.',
  unit: 'boolean',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: ['SC 13D', 'SCHEDULE 13D'],
  evidence_kinds: ['header_field'],
  source: SOURCE,
  formula:
    'True when one of the reporting persons stands in a Schedule 13G or an amendment of one on the issuer that EDGAR accepted in the 36 months before. Direction 0.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      prior_accession_number: Type.String({ description: 'The latest Schedule 13G.' }),
      prior_filing_date: Type.String({ description: 'When it was filed.' }),
      days_between: Type.Integer({ description: 'Days from that filing to this one.' }),
      person_name: Type.String({ description: 'The person both name, as filed here.' }),
      prior_percent_of_class: percent('Its stake on the Schedule 13G.'),
      percent_of_class: percent('Its stake on this schedule.'),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...OWNERSHIP_CASES,
    first_filings: 'No signal: no Schedule 13G of the holder is held.',
    splits: 'Percentages do not change.',
    amendments: 'Only an initial Schedule 13D is read; amendments of Schedules 13G count as 13G.',
  },
}

/** Initial Schedules 13D. */
export const activist13dRule = defineExtractor({
  name: 'activist_13d',
  version: '1.0.0',
  signal_types: [activist13d, gToDSwitch],
  applies: (formType) => SCHEDULE_13D.test(formType),
  needs: { schedule: scheduleUnderRead, earlier: earlierSchedules },
  config,

  extract({ filing, schedule, earlier }) {
    if (!schedule) {
      return { status: 'insufficient_data', missing: ['cover_page'], reason: 'schedule_not_read' }
    }
    const activist = activistFinding(filing, schedule)
    const switched = switchFinding(filing, schedule, earlier)
    const omitted: Omission[] =
      activist === null
        ? [
            {
              signal_type: 'activist_13d',
              status: 'insufficient_data',
              reason: 'item_4_not_found',
              missing: ['item_4'],
            },
          ]
        : []
    const findings = [activist, switched].filter((finding) => finding !== null)
    return findings.length > 0
      ? { status: 'ok_found', findings, omitted }
      : { status: 'insufficient_data', missing: ['item_4'], reason: 'item_4_not_found' }
  },
})

function activistFinding(filing: FilingUnderRead, schedule: QuotedSchedule): Finding | null {
  const document = scheduleDocument(filing, schedule)
  const item = schedule.items.find(({ item: number }) => number === '4')?.text ?? null
  const range = document ? item4In(document, schedule.report.source, item) : null
  const text = document?.text?.text
  if (!document || !range || text === undefined) return null
  const reading = classifyItem4(text, range.start, range.end)
  const largest = largestStake(schedule.persons)
  const evidence: Evidence[] = [
    {
      kind: 'text_span',
      ...cappedTextSpan(document, null, reading.start, reading.end, config.maximum_quote_length),
    },
    ...(schedule.report.source === 'xml'
      ? xmlEvidence(schedule, ITEM_4_PATH, schedule.quotes[ITEM_4_PATH])
      : []),
    ...(largest ? percentEvidence(filing, schedule, largest) : []),
    ...ownFormLine(filing),
  ]
  const { accession_number } = filing
  return {
    signal_type: 'activist_13d',
    subject: null,
    value: reading.class,
    unit: 'label',
    direction: reading.class === 'passive_investment' || reading.class === 'other' ? 0 : 1,
    payload: {
      percent_of_class: largest?.percent_of_class ?? null,
      aggregate_amount: largest?.aggregate_amount ?? null,
      person_name: largest?.name ?? null,
      reporting_persons: schedule.persons.length,
      event_date: schedule.report.event_date,
      item_4_cut: reading.is_cut,
    },
    evidence,
    inputs: schedule.persons.slice(0, 50).map((person) => ({
      name: 'percent_of_class',
      value: person.percent_of_class,
      unit: 'percent',
      accession_number,
    })),
  }
}

function switchFinding(
  filing: FilingUnderRead,
  schedule: QuotedSchedule,
  earlier: readonly EarlierSchedule[],
): Finding | null {
  const since = addMonths(filing.accepted_at.slice(0, 10), -config.switch_months)
  const before = earlier.findLast((one) => is13G(one) && one.filing_date >= since)
  const [shared] = before ? sharedPersons(schedule.persons, before.persons) : []
  if (!before || !shared) return null
  const evidence = [...ownFormLine(filing), ...(before.form_line ? [before.form_line] : [])]
  if (evidence.length === 0) return null
  const filedOn = filing.submission.header.filing_date ?? filing.accepted_at.slice(0, 10)
  return {
    signal_type: 'g_to_d_switch',
    subject: null,
    value: true,
    unit: 'boolean',
    direction: 0,
    payload: {
      prior_accession_number: before.accession_number,
      prior_filing_date: before.filing_date,
      days_between: daysBetween(before.filing_date, filedOn),
      person_name: shared.now.name,
      prior_percent_of_class: shared.before.percent_of_class,
      percent_of_class: shared.now.percent_of_class,
    },
    evidence,
    inputs: [
      { name: 'schedule_13g', value: before.form_type, accession_number: before.accession_number },
      { name: 'schedule_13d', value: filing.form_type, accession_number: filing.accession_number },
    ],
  }
}

/** The same day some months on; the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return addDays(first.toISOString().slice(0, 10), Math.min(date, length) - 1)
}
