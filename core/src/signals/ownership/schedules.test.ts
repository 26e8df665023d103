import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personXml, scheduleXml, TYPED_SCHEDULE_13G } from '../../beneficial-ownership/schedule-fixture.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { activist13dRule, addMonths } from './activist-13d.ts'
import { dAmendmentRule } from './d-amendment.ts'
import { filedForms } from './filed-forms.ts'
import { classifyItem4, item4Range, sentencesOf } from './item-4.ts'

let database: TestDatabase
let forms: ReturnType<typeof filedForms>
let issuers = 0
const issuer = () => `00090040${String(++issuers).padStart(2, '0')}`
beforeAll(async () => {
  database = await testDatabase()
  forms = filedForms(database.sql)
})
afterAll(() => database.close())

const parties = (of: string) =>
  `SUBJECT COMPANY:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tHARROW & QUILL\n\t\tCENTRAL INDEX KEY:\t\t${of}\n\nFILED BY:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tGREYFELL MANAGEMENT CO INC\n\t\tCENTRAL INDEX KEY:\t\t0009000301\n`

const xmlSchedule = (
  of: string,
  accepted: string,
  parts: { type?: string; persons?: string; purpose?: string } = {},
) =>
  forms.file({
    form_type: parts.type ?? 'SCHEDULE 13D',
    accepted,
    parties: parties(of),
    documents: [
      {
        type: parts.type ?? 'SCHEDULE 13D',
        name: 'primary_doc.xml',
        content: scheduleXml(parts)
          .replace('<issuerCIK>0009000001', `<issuerCIK>${of}`)
          .replace(
            'To hold.\r\n\r\nAnd to talk.',
            parts.purpose ?? 'The shares were acquired for investment purposes.',
          ),
      },
    ],
  })

const typed13G = (of: string, accepted: string) =>
  forms.file({
    form_type: 'SC 13G/A',
    accepted,
    parties: parties(of),
    documents: [{ type: 'SC 13G/A', name: 'sc13g.txt', content: TYPED_SCHEDULE_13G }],
  })

describe('a new Schedule 13D', () => {
  test.each([
    [
      'The Reporting Persons acquired the Shares for investment purposes. They may seek to nominate directors.',
      'passive_investment',
      0,
    ],
    [
      'On March 3, 2025, the Reporting Persons nominated three candidates for election. They may propose a merger agreement.',
      'board',
      1,
    ],
    [
      'The Reporting Persons entered into an Agreement and Plan of Merger with the Issuer. They nominated a director.',
      'control',
      1,
    ],
    [
      'The Reporting Persons sent a letter to the Board urging a review of strategic alternatives.',
      'strategic',
      1,
    ],
    ['The Reporting Person received the Shares as a gift from a relative.', 'other', 0],
    [
      'The Reporting Persons have no present plans which relate to a tender offer or to items (a) through (j).',
      'other',
      0,
    ],
  ])('%s', async (purpose, value, direction) => {
    const filed = await xmlSchedule(issuer(), '2025-03-05 17:00', { purpose })
    const run = await forms.run(activist13dRule, filed)
    const [signal] = run.signals
    expect(signal).toMatchObject({ signal_type: 'activist_13d', value, direction, unit: 'label' })
    expect(signal?.payload).toMatchObject({
      percent_of_class: 7.1,
      aggregate_amount: 1_250_000,
      reporting_persons: 1,
    })
    expect(signal?.evidence.map(({ kind }) => kind)).toEqual([
      'text_span',
      'xml_path',
      'xml_path',
      'header_field',
    ])
  })

  test('shows the sentence that decides', async () => {
    const purpose =
      'The Shares are an investment. Mr. Oakes nominated two directors on May 2. Nothing else is planned.'
    const filed = await xmlSchedule(issuer(), '2025-03-05 17:00', { purpose })
    const [signal] = (await forms.run(activist13dRule, filed)).signals
    expect(signal?.evidence[0]).toMatchObject({ quote: 'Mr. Oakes nominated two directors on May 2.' })
  })

  test('of a holder with a Schedule 13G in 36 months is a switch', async () => {
    const of = issuer()
    const prior = await typed13G(of, '2024-02-10 17:00')
    const persons = personXml({ name: 'Greyfell Management Co Inc', cik: '0009000301', percent: '8.4' })
    const filed = await xmlSchedule(of, '2025-03-05 17:00', { persons })
    const { signals } = await forms.run(activist13dRule, filed)
    expect(signals.map(({ signal_type }) => signal_type)).toEqual(['activist_13d', 'g_to_d_switch'])
    expect(signals[1]).toMatchObject({ value: true, unit: 'boolean', direction: 0 })
    expect(signals[1]?.payload).toEqual({
      prior_accession_number: prior,
      prior_filing_date: '2024-02-10',
      days_between: 389,
      person_name: 'Greyfell Management Co Inc',
      prior_percent_of_class: 5.2,
      percent_of_class: 8.4,
    })
    expect(signals[1]?.evidence.map((piece) => (piece as { value: string }).value)).toEqual([
      'SCHEDULE 13D',
      'SC 13G/A',
    ])
  })

  test('is no switch for another holder, another issuer, or after more than 36 months', async () => {
    const of = issuer()
    await typed13G(of, '2022-03-01 17:00')
    await typed13G(issuer(), '2024-03-01 17:00')
    const persons = personXml({ name: 'Greyfell Management Co Inc', cik: '0009000301' })
    const late = await xmlSchedule(of, '2025-03-05 17:00', { persons })
    expect((await forms.run(activist13dRule, late)).signals).toHaveLength(1)
    const other = await xmlSchedule(of, '2023-03-05 17:00', {
      persons: personXml({ name: 'Oakes Fund', cik: '0009000999' }),
    })
    expect((await forms.run(activist13dRule, other)).signals).toHaveLength(1)
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28')
  })
})

describe('an amendment of Schedule 13D', () => {
  test('has the change of the largest stake and the thresholds it crossed', async () => {
    const of = issuer()
    const first = await xmlSchedule(of, '2025-03-05 17:00', {
      persons: personXml({ cik: '0009000301', percent: '9.4' }),
    })
    const amended = await xmlSchedule(of, '2025-05-05 17:00', {
      type: 'SCHEDULE 13D/A',
      persons:
        personXml({ cik: '0009000301', percent: '20.0' }) + personXml({ name: 'I. Marchbank', percent: '3' }),
    })
    const [signal] = (await forms.run(dAmendmentRule, amended)).signals
    expect(signal).toMatchObject({ value: 10.6, unit: 'percentage_points', direction: 1 })
    expect(signal?.payload).toMatchObject({
      percent_before: 9.4,
      percent_after: 20,
      thresholds_crossed: [10, 20],
      prior_accession_number: first,
      persons: [{ name: 'Greyfell Partners LP', percent_before: 9.4, percent_after: 20 }],
    })
    expect(signal?.evidence[0]).toMatchObject({ kind: 'xml_path', value: '20.0' })
    const same = await xmlSchedule(of, '2025-06-05 17:00', {
      type: 'SCHEDULE 13D/A',
      persons: personXml({ cik: '0009000301', percent: '20' }),
    })
    expect((await forms.run(dAmendmentRule, same)).reason).toBe('stake_unchanged')
  })

  test('without an earlier schedule or a percentage is insufficient', async () => {
    const of = issuer()
    const alone = await xmlSchedule(of, '2025-03-05 17:00', {
      type: 'SCHEDULE 13D/A',
      persons: personXml({ percent: '' }),
    })
    expect((await forms.run(dAmendmentRule, alone)).reason).toBe('no_earlier_schedule')
    const next = await xmlSchedule(of, '2025-04-05 17:00', { type: 'SCHEDULE 13D/A' })
    expect(await forms.run(dAmendmentRule, next)).toMatchObject({
      reason: 'percent_not_stated',
      missing: ['earlier_percent_of_class'],
    })
  })
})

describe('Item 4 of a typed schedule', () => {
  test('is the last heading that Item 5 follows', () => {
    const text = `Item 4. Purpose\nItem 5. Interest\n\nItem 4.   Purpose of Transaction.\n\n${'They nominated directors. '.repeat(4)}\n\nItem 5. Interest in Securities`
    const range = item4Range(text)
    expect(text.slice(range?.start, range?.end)).toMatch(/^Item 4\. {3}Purpose/)
    expect(classifyItem4(text, range?.start ?? 0, range?.end ?? 0).class).toBe('board')
    expect(item4Range('No items here')).toBeNull()
  })

  test('is read in no time when it is hostile', () => {
    const text = `${'item 4 '.repeat(20_000)}\n${'acquired the '.repeat(20_000)}\nItem 5`
    const started = performance.now()
    item4Range(text)
    item4Range('\nitem 4'.repeat(100_000))
    item4Range(`${'\nitem 4'.repeat(100_000)}\nitem 5`)
    classifyItem4(text, 0, text.length)
    sentencesOf(`${'. A'.repeat(40_000)}`, 0, 100_000)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
