import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OwnershipError } from '../insider-transactions/xml-tree.ts'
import { parseScheduleText } from './parse-schedule-text.ts'
import { TYPED_SCHEDULE_13G } from './schedule-fixture.ts'

const read13G = (text: string) => parseScheduleText(text, { schedule: '13G', is_amendment: true })
const read13D = (text: string) => parseScheduleText(text, { schedule: '13D', is_amendment: false })

describe('a typed Schedule 13G', () => {
  const report = read13G(TYPED_SCHEDULE_13G)

  test('the cover names issuer, class, CUSIP and amendment', () => {
    expect(report).toMatchObject({
      issuer_name: 'HARROW & QUILL INSTRUMENTS, INC.',
      issuer_address: '4 Ferry Lane, Dunmere, Vermont 05999',
      security_title: 'COMMON STOCK, $.01 PAR VALUE',
      cusips: ['9X0001104'],
      amendment_number: 2,
      event_date: null,
    })
  })

  test('a person has its name without numbers, and each amount or the reason why there is none', () => {
    expect(report.reporting_persons).toEqual([
      {
        position: 1,
        name: 'Greyfell Management Co., Inc.',
        cik: null,
        member_of_group: 'b',
        source_of_funds: [],
        legal_proceedings: null,
        citizenship: 'Massachusetts',
        sole_voting_power: 412_300,
        shared_voting_power: 0,
        sole_dispositive_power: 598_100,
        shared_dispositive_power: null,
        aggregate_amount: 598_100,
        percent_of_class: 5.2,
        value_status: 'reported',
        unavailable: [{ field: 'shared_dispositive_power', reason: 'refers_to_text' }],
        excludes_certain_shares: false,
        person_types: ['IA', 'CO'],
        comment: null,
      },
    ])
  })

  test('items reach from their heading to the next, as far as the signature', () => {
    expect(report.items.map(({ item, text }) => [item, text.slice(0, 8)])).toEqual([
      ['1', 'Item 1(a'],
      ['2', 'Item 2(a'],
      ['4', 'Item 4 O'],
    ])
    expect(report.items.at(-1)?.text).not.toContain('certify')
  })
})

test('a row that is left blank is not taken for the number of the next row', () => {
  const report = read13G(
    [
      'Name of issuer: Harrow & Quill Instruments, Inc.\nTitle of Class of Securities: Common Stock\nCUSIP Number: 9X0001104',
      'Date of Event Which Requires Filing of this Statement: December 31, 2014',
      '1. NAME OF REPORTING PERSON\nOdile Ferrand\n2. CHECK THE APPROPRIATE BOX IF A MEMBER OF A GROUP\nA. | B. X',
      '3. SEC USE ONLY\n4. CITIZENSHIP OR PLACE OF ORGANIZATION\nFrance',
      '5. SOLE VOTING POWER\n6. SHARED VOTING POWER\n12\n7. SOLE DISPOSITIVE POWER\n-0-\n8. SHARED DISPOSITIVE POWER\n12',
      '9. AGGREGATE AMOUNT BENEFICIALLY OWNED BY EACH REPORTING PERSON\n12',
      '10. CHECK BOX IF THE AGGREGATE AMOUNT IN ROW (9) EXCLUDES CERTAIN SHARES\n11. PERCENT OF CLASS REPRESENTED BY AMOUNT IN ROW 9\nless than 0.1%',
      '12. TYPE OF REPORTING PERSON\nIN',
    ].join('\n\n'),
  )
  expect(report).toMatchObject({ event_date: '2014-12-31', cusips: ['9X0001104'] })
  expect(report.reporting_persons[0]).toMatchObject({
    name: 'Odile Ferrand',
    member_of_group: 'b',
    sole_voting_power: null,
    shared_voting_power: 12,
    sole_dispositive_power: 0,
    percent_of_class: null,
    unavailable: [
      { field: 'sole_voting_power', reason: 'not_stated' },
      { field: 'percent_of_class', reason: 'bound_only' },
    ],
  })
})

test('a Schedule 13D has two rows more: funds, and legal proceedings', () => {
  const report = read13D(
    [
      'SCHEDULE 13D\n\nHarrow & Quill Instruments, Inc.\n\n(Name of Issuer)\n\nCommon Stock\n\n(Title of Class of Securities)\n\n9X0001 10 4\n\n(CUSIP Number)',
      'Isolde Marchbank\n\n4 Ferry Lane\n\n(Name, Address and Telephone Number of Person Authorized to Receive Notices and Communications)\n\n2/27/98\n\n(Date of Event which Requires Filing of this Statement)',
      'If the filing person has previously filed a statement on Schedule 13G to report the acquisition, check the following box. [x]',
      '1 | Names of Reporting Persons Greyfell Partners LP (the "Fund")\n2 | Check the Appropriate Box if a Member of a Group (a) x (b) o\n3 | SEC Use Only\n4 | Source of Funds 00, WC (see Item 3)\n5 | Check if Disclosure of Legal Proceedings Is Required Pursuant to Items 2(d) or 2(e) o',
      '6 | Citizenship or Place of Organization Delaware\nNumber of Shares Beneficially Owned by Each Reporting Person With | 7 | Sole Voting Power 0\n8 | Shared Voting Power 1,250,000*\n9 | Sole Dispositive Power 0\n10 | Shared Dispositive Power 1,250,000*',
      '11 | Aggregate Amount Beneficially Owned by Each Reporting Person 1,250,000*\n12 | Check if the Aggregate Amount in Row (11) Excludes Certain Shares o\n13 | Percent of Class Represented by Amount in Row (11) 107.1%\n14 | Type of Reporting Person PN',
      'Item 1. Security and Issuer.\n\nCommon Stock.\n\nItem 4. Purpose of Transaction.\n\nTo hold.',
    ].join('\n\n'),
  )
  expect(report).toMatchObject({
    issuer_name: 'Harrow & Quill Instruments, Inc.',
    notices_to: 'Isolde Marchbank, 4 Ferry Lane',
    event_date: '1998-02-27',
    previously_filed_13g: true,
  })
  expect(report.reporting_persons[0]).toMatchObject({
    name: 'Greyfell Partners LP',
    member_of_group: 'a',
    source_of_funds: ['OO', 'WC'],
    legal_proceedings: false,
    shared_dispositive_power: 1_250_000,
    percent_of_class: null,
    unavailable: [{ field: 'percent_of_class', reason: 'out_of_range' }],
    person_types: ['PN'],
  })
  expect(report.items.map(({ item }) => item)).toEqual(['1', '4'])
})

test('a text without a person is refused with a reason', () => {
  expect(() => read13G('Nothing of the kind.')).toThrow(OwnershipError)
})

describe('any text', () => {
  test('is read or refused with a reason', () => {
    fc.assert(
      fc.property(fc.nat(TYPED_SCHEDULE_13G.length), fc.nat(400), fc.string(), (at, cut, inserted) => {
        try {
          read13G(TYPED_SCHEDULE_13G.slice(0, at) + inserted + TYPED_SCHEDULE_13G.slice(at + cut))
        } catch (error) {
          expect(error).toBeInstanceOf(OwnershipError)
        }
      }),
    )
  })

  test.each([
    'Name of Reporting Person ',
    'sole voting power 1 ',
    '( ',
    '- ',
    'item 1\n',
    'Name of Issuer (',
    'IA, ',
    '(a) ',
    ' \n',
    'cusip ',
  ])('that repeats %j a hundred thousand times takes bounded time', (part) => {
    const started = performance.now()
    try {
      read13G(part.repeat(100_000))
    } catch (error) {
      expect(error).toBeInstanceOf(OwnershipError)
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
