import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalInput, SignalType } from '../signal.ts'
import {
  earlierSchedules,
  largestStake,
  ownFormLine,
  percentEvidence,
  SCHEDULE_13D_A,
  scheduleUnderRead,
  sharedPersons,
} from './schedules.ts'

const config = {
  /** 5: Section 13(d); 10: Section 16; 20, 25, 50: where exchanges, accounting and state laws see influence or control. */
  thresholds: [5, 10, 20, 25, 50],
  maximum_persons: 50,
} as const

const dAmendment: SignalType = {
  signal_type: 'd_amendment',
  family: 'ownership',
  title: 'Change of a stake reported on Schedule 13D',
  description:
    'How the largest stake that one reporting person states changed since the latest earlier schedule by one of the same persons on the issuer that is held, within 36 months. Members of a group may each state a part: the stakes of all persons are in the payload. A percentage also moves with the shares outstanding.',
  unit: 'percentage_points',
  range: { minimum: -100, maximum: 100 },
  labels: null,
  form_types: ['SC 13D/A', 'SCHEDULE 13D/A'],
  evidence_kinds: ['text_span', 'xml_path', 'header_field'],
  source: 'Schedule 13D (17 CFR 240.13d-101), row 13 of the cover pages; Rule 13d-2(a)',
  formula:
    'Largest percent of class over the persons of this schedule minus that of the earlier one. Direction: its sign. Thresholds: those of 5, 10, 20, 25 and 50 % with one stake below and the other at or above.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      percent_before: Type.Number({ description: 'Largest stake of the earlier schedule, in per cent.' }),
      percent_after: Type.Number({ description: 'Largest stake of this one.' }),
      thresholds_crossed: Type.Array(Type.Number(), { description: 'In per cent, upward or downward.' }),
      prior_accession_number: Type.String({ description: 'The earlier schedule.' }),
      prior_form_type: Type.String({ description: 'Its form.' }),
      amendment_number: Type.Union([Type.Integer(), Type.Null()], {
        description: 'As the schedule numbers itself.',
      }),
      persons: Type.Array(
        Type.Object(
          {
            name: Type.String({ description: 'As filed here.' }),
            percent_before: Type.Union([Type.Number(), Type.Null()], { description: 'In per cent.' }),
            percent_after: Type.Union([Type.Number(), Type.Null()], { description: 'In per cent.' }),
          },
          { additionalProperties: false },
        ),
        { description: 'Persons that both schedules name, at most 50.' },
      ),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...OWNERSHIP_CASES,
    first_filings: '`insufficient_data`: no earlier schedule of the holder is held.',
    missing_years: 'The latest schedule that is held counts; `inputs` name it.',
    splits: 'Percentages do not change.',
    amendments: 'The signal is about amendments.',
  },
}

/** Stakes that grew, shrank, or passed a threshold. */
export const dAmendmentRule = defineExtractor({
  name: 'd_amendment',
  version: '1.0.0',
  signal_types: [dAmendment],
  applies: (formType) => SCHEDULE_13D_A.test(formType),
  needs: { schedule: scheduleUnderRead, earlier: earlierSchedules },
  config,

  extract({ filing, schedule, earlier }) {
    if (!schedule) {
      return { status: 'insufficient_data', missing: ['cover_page'], reason: 'schedule_not_read' }
    }
    const before = earlier.at(-1)
    if (!before) {
      return { status: 'insufficient_data', missing: ['earlier_schedule'], reason: 'no_earlier_schedule' }
    }
    const after = largestStake(schedule.persons)
    const prior = largestStake(before.persons)
    if (!after || !prior || after.percent_of_class === null || prior.percent_of_class === null) {
      const missing = [after ? [] : ['percent_of_class'], prior ? [] : ['earlier_percent_of_class']].flat()
      return { status: 'insufficient_data', missing, reason: 'percent_not_stated' }
    }
    const [high, low] = [after.percent_of_class, prior.percent_of_class]
    const change = Math.round((high - low) * 1e6) / 1e6
    if (change === 0) return { status: 'ok_none', reason: 'stake_unchanged' }
    const evidence: Evidence[] = [
      ...percentEvidence(filing, schedule, after),
      ...ownFormLine(filing),
      ...(before.form_line ? [before.form_line] : []),
    ]
    const inputOf = (name: string, value: number, accession_number: string): SignalInput => ({
      name,
      value,
      unit: 'percent',
      accession_number,
    })
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'd_amendment',
          subject: null,
          value: change,
          unit: 'percentage_points',
          direction: change > 0 ? 1 : -1,
          payload: {
            percent_before: low,
            percent_after: high,
            thresholds_crossed: config.thresholds.filter((at) => low < at !== high < at),
            prior_accession_number: before.accession_number,
            prior_form_type: before.form_type,
            amendment_number: schedule.report.amendment_number,
            persons: sharedPersons(schedule.persons, before.persons)
              .slice(0, config.maximum_persons)
              .map((pair) => ({
                name: pair.now.name,
                percent_before: pair.before.percent_of_class,
                percent_after: pair.now.percent_of_class,
              })),
          },
          evidence,
          inputs: [
            inputOf('percent_after', high, filing.accession_number),
            inputOf('percent_before', low, before.accession_number),
          ],
        },
      ],
    }
  },
})
