import { beneficialOwnershipReader } from '../../beneficial-ownership/reader.ts'
import {
  type StoredPerson,
  type StoredSchedule,
  scheduleRuleStore,
} from '../../beneficial-ownership/rule-rows-store.ts'
import type { Evidence, HeaderFieldEvidence } from '../../evidence/evidence.ts'
import { headerFieldEvidence, headerFields, headerText } from '../../evidence/header-line.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import type { ObjectStore } from '../../objects/store.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'
import type { Need } from '../need.ts'
import { windowBefore } from '../needs/window.ts'
import { quotesOf, xmlEvidence } from './quoted-xml.ts'

/** A schedule with the quotes of its XML, by path; none for typed ones. */
export interface QuotedSchedule extends StoredSchedule {
  quotes: Record<string, string>
}

/** An earlier schedule by one of the same persons on the same issuer. */
export interface EarlierSchedule extends StoredSchedule {
  /** The line of its header that names the form. */
  form_line: HeaderFieldEvidence | null
}

export const SCHEDULE_13D = /^(?:SC|SCHEDULE) 13D$/
export const SCHEDULE_13D_A = /^(?:SC|SCHEDULE) 13D\/A$/
const SCHEDULE_FORMS = [
  'SC 13D',
  'SC 13D/A',
  'SC 13G',
  'SC 13G/A',
  'SCHEDULE 13D',
  'SCHEDULE 13D/A',
  'SCHEDULE 13G',
  'SCHEDULE 13G/A',
] as const
/** Thirty-six months and a few days. */
export const SCHEDULE_DAYS = 1_100
const MAX_PERSONS_QUOTED = 10
/** Where EDGAR's schema has the row with the percentage of each person, and Item 4. */
const PERCENT_PATHS = (index: number) => [
  `/edgarSubmission/formData/reportingPersons/reportingPersonInfo[${index + 1}]/percentOfClass`,
]
export const ITEM_4_PATH = '/edgarSubmission/formData/items1To7/item4/transactionPurpose'

/** The schedule under read; null when its cover pages could not be read. */
export const scheduleUnderRead: Need<QuotedSchedule | null> = {
  name: 'ownership_schedule',
  async load(filing, { sql, objects }) {
    const schedule = await scheduleRuleStore(sql).ofFiling(filing.accession_number)
    if (!schedule) return null
    const paths = schedule.report.source === 'xml' ? [ITEM_4_PATH, ...percentPaths(schedule)] : []
    return { ...schedule, quotes: await quotesOf(schedule, paths, objects) }
  },
  identity: (schedule) => [beneficialOwnershipReader.version, schedule?.document_id ?? null],
}

/** Earlier schedules on the issuer by one of the persons of this one, in the order of acceptance. */
export const earlierSchedules: Need<EarlierSchedule[]> = {
  name: 'ownership_schedules_before',
  earlier: { form_types: SCHEDULE_FORMS, days: SCHEDULE_DAYS },
  async load(filing, { sql, objects }) {
    const store = scheduleRuleStore(sql)
    const schedule = await store.ofFiling(filing.accession_number)
    if (!schedule || schedule.issuer_cik === null) return []
    const earlier = await store.earlier(
      {
        dataset: filing.dataset,
        issuer_cik: schedule.issuer_cik,
        person_ciks: schedule.persons.flatMap(({ person_cik }) => person_cik ?? []),
        person_keys: schedule.persons.map(({ person_key }) => person_key),
      },
      windowBefore(filing, SCHEDULE_DAYS),
    )
    const same = earlier.filter((one) => sharedPersons(schedule.persons, one.persons).length > 0)
    const [lastG, lastD] = [same.findLast(is13G), same.findLast((one) => !is13G(one))]
    return await Promise.all(
      same.map(async (one) => ({
        ...one,
        form_line: one === lastG || one === lastD ? await formLine(one.submission_sha256, objects) : null,
      })),
    )
  },
  identity: (schedules) => [
    beneficialOwnershipReader.version,
    schedules.map(({ document_id }) => document_id),
  ],
}

export function is13G({ form_type }: Pick<StoredSchedule, 'form_type'>): boolean {
  return form_type.includes('13G')
}

/** Persons that two schedules share: of one CIK, or of one name where one of them has none. */
export function sharedPersons(
  now: readonly StoredPerson[],
  before: readonly StoredPerson[],
): { now: StoredPerson; before: StoredPerson }[] {
  return now.flatMap((one) => {
    const other = before.find((person) =>
      one.person_cik !== null && person.person_cik !== null
        ? one.person_cik === person.person_cik
        : one.person_key === person.person_key,
    )
    return other ? [{ now: one, before: other }] : []
  })
}

/** The largest stake that one person of a schedule states, in per cent of the class. */
export function largestStake(persons: readonly StoredPerson[]): StoredPerson | null {
  const stated = persons.filter(({ percent_of_class }) => percent_of_class !== null)
  return (
    stated.toSorted(
      (a, b) => (b.percent_of_class ?? 0) - (a.percent_of_class ?? 0) || a.position - b.position,
    )[0] ?? null
  )
}

function percentPaths({ persons }: Pick<StoredSchedule, 'persons'>): string[] {
  return persons.slice(0, MAX_PERSONS_QUOTED).flatMap(({ position }) => PERCENT_PATHS(position - 1))
}

async function formLine(submissionSha256: string, objects: ObjectStore): Promise<HeaderFieldEvidence | null> {
  const bytes = await objects.get(submissionSha256)
  return bytes ? formLineOf(submissionSha256, headerText(bytes)) : null
}

function formLineOf(
  submissionSha256: string,
  header: ReturnType<typeof headerText>,
): HeaderFieldEvidence | null {
  const line = header && headerFields(header).find(({ name }) => name === 'CONFORMED SUBMISSION TYPE')
  return header && line ? headerFieldEvidence(submissionSha256, header, line) : null
}

/** The line of the header of the filing under read that names its form. */
export function ownFormLine({ submission_sha256, header_text }: FilingUnderRead): HeaderFieldEvidence[] {
  const line = formLineOf(submission_sha256, header_text)
  return line ? [line] : []
}

/** The document of the filing that the schedule was read from. */
export function scheduleDocument(
  filing: FilingUnderRead,
  schedule: StoredSchedule,
): ReadDocument | undefined {
  return filing.documents.find(
    ({ document_id, text }) => document_id === schedule.document_id && text !== null,
  )
}

const PERCENT_ROW = /percent\s+of\s+class\s+represented\s+by\s+amount\s+in\s+row/i
const MAX_ROW_CHARS = 260
/** A schedule with more persons than this has its percentage quoted from the header alone. */
const MAX_ROWS = 200

/** A percentage as cover pages write it: `8.5`, `8.50%`, `.34 %`, `0.00%`. */
function writtenAs(percent: number): RegExp {
  const [whole = '0', fraction] = String(percent).split('.')
  const decimals = fraction === undefined ? '(?:\\.0*)?' : `\\.${fraction}0*`
  return new RegExp(
    `(?<![\\d.,])${whole === '0' && fraction !== undefined ? '0?' : whole}${decimals}(?![\\d.]*\\d)\\s?%?`,
  )
}

/** Evidence for the percentage of a person: the element of an XML schedule, or the row of a typed cover page that shows it. */
export function percentEvidence(
  filing: FilingUnderRead,
  schedule: QuotedSchedule,
  person: StoredPerson,
): Evidence[] {
  const [path = ''] = PERCENT_PATHS(person.position - 1)
  const quoted = xmlEvidence(schedule, path, schedule.quotes[path])
  if (quoted.length > 0) return quoted
  const document = scheduleDocument(filing, schedule)
  const text = document?.text?.text
  if (!document || !text || person.percent_of_class === null) return []
  const figure = writtenAs(person.percent_of_class)
  for (let from = 0, tries = 0; tries < MAX_ROWS; tries++) {
    const match = PERCENT_ROW.exec(text.slice(from))
    if (!match) return []
    const start = from + match.index
    const found = figure.exec(text.slice(start, start + MAX_ROW_CHARS))
    if (found) {
      const end = start + found.index + found[0].length
      return [{ kind: 'text_span', ...cappedTextSpan(document, null, start, end, 1_000) }]
    }
    from = start + match[0].length
  }
  return []
}
