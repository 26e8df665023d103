import { describe, expect, test } from 'vitest'
import { OwnershipError } from '../insider-transactions/xml-tree.ts'
import { parseScheduleXml } from './parse-schedule-xml.ts'
import { personXml, scheduleXml } from './schedule-fixture.ts'

describe('a Schedule 13D in XML', () => {
  test('states issuer, event, persons, items and signatures', () => {
    const report = parseScheduleXml(scheduleXml())
    expect(report).toMatchObject({
      schedule: '13D',
      source: 'xml',
      is_amendment: false,
      filer_ciks: ['0009000301'],
      issuer_cik: '0009000001',
      issuer_name: 'Harrow & Quill Instruments, Inc.',
      issuer_address: '4 Ferry Lane, Dunmere, VT, 05999',
      cusips: ['9X0001104'],
      event_date: '2025-02-27',
      previously_filed_13g: false,
      notices_to: 'Isolde Marchbank, 802-555-0100',
      signatures: [{ name: '/s/ I. Marchbank', signed_on: '2025-03-03' }],
      warnings: [],
    })
    expect(report.items).toEqual([
      { item: '1', text: 'Common Stock', truncated: false },
      { item: '3', text: 'Working capital.', truncated: false },
      { item: '4', text: 'To hold.\n\nAnd to talk.', truncated: false },
    ])
  })

  test('every person of a joint filing is kept, with or without a CIK', () => {
    const persons = personXml() + personXml({ name: 'Marchbank Isolde', cik: '9000302', amount: '1250000.5' })
    const { reporting_persons } = parseScheduleXml(scheduleXml({ persons }))
    expect(reporting_persons.map(({ name, cik, aggregate_amount }) => [name, cik, aggregate_amount])).toEqual(
      [
        ['Greyfell Partners LP', null, 1_250_000],
        ['Marchbank Isolde', '0009000302', 1_250_000.5],
      ],
    )
  })

  test('an amendment that leaves the amounts out says so', () => {
    const persons =
      '<reportingPersonInfo><reportingPersonName>Greyfell Partners LP</reportingPersonName></reportingPersonInfo>'
    const report = parseScheduleXml(scheduleXml({ type: 'SCHEDULE 13D/A', persons }))
    expect(report.is_amendment).toBe(true)
    expect(report.reporting_persons[0]).toMatchObject({ aggregate_amount: null, value_status: 'unavailable' })
    expect(report.reporting_persons[0]?.unavailable).toContainEqual({
      field: 'percent_of_class',
      reason: 'not_stated',
    })
  })

  test('a percentage that cannot be one is not served', () => {
    const [person] = parseScheduleXml(
      scheduleXml({ persons: personXml({ percent: '710' }) }),
    ).reporting_persons
    expect(person).toMatchObject({
      percent_of_class: null,
      unavailable: [{ field: 'percent_of_class', reason: 'out_of_range' }],
    })
  })

  test('a list of CUSIP numbers is kept whole', () => {
    const cusip =
      '<issuerCusips><issuerCusipNumber>9X0001104</issuerCusipNumber><issuerCusipNumber>9X0001203</issuerCusipNumber></issuerCusips>'
    expect(parseScheduleXml(scheduleXml({ cusip })).cusips).toEqual(['9X0001104', '9X0001203'])
  })

  test('an end tag that lost its bracket is closed, with a warning', () => {
    const report = parseScheduleXml(scheduleXml({ item3: '<fundsSource>Own money.</fundsSource' }))
    expect(report.items[1]?.text).toBe('Own money.')
    expect(report.warnings).toHaveLength(1)
  })

  test.each([
    ['an end tag lost altogether', scheduleXml({ item3: '<fundsSource>Own money.' }), 'malformed'],
    ['another form', scheduleXml({ type: '13F-HR' }), 'not_ownership_document'],
    ['no person', scheduleXml({ persons: ' ' }), 'no_reporting_person'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY x "y">]><edgarSubmission/>', 'doctype_refused'],
    ['text', 'SCHEDULE 13D', 'not_xml'],
  ])('%s is refused with a reason', (_what, xml, reason) => {
    let refused = ''
    try {
      parseScheduleXml(xml)
    } catch (error) {
      refused = error instanceof OwnershipError ? error.reason : String(error)
    }
    expect(refused).toBe(reason)
  })
})
