import { describe, expect, test } from 'vitest'
import { bodyNote } from './body-note.ts'

describe('what a short body says', () => {
  test.each([
    [
      'Item 11. Executive Compensation',
      'The information required by this Item is incorporated herein by reference to our Proxy Statement.',
    ],
    [
      'Item 8. Financial Statements',
      'The statements on pages 30 to 48 of the Annual Report are incorporated by reference. Such information is included in an exhibit to this report.',
    ],
    ['Item 7. Management’s Discussion', 'Reported on pages 12-19 of the Annual Report to Share Owners.'],
    [
      'Item 12. Security Ownership',
      'Information in response to this Item can be found in the Proxy Statement under “Ownership”. That information is incorporated into this report by reference.',
    ],
  ])('%s refers to another document', (heading, body) => {
    expect(bodyNote(heading, body)).toBe('incorporated_by_reference')
  })

  test('an item that discloses something itself is not by reference, whatever else it refers to', () => {
    const body =
      'Our common stock is listed on the Tidewater Exchange under the symbol BRAK, and on two regional exchanges. At the end of the year there were 1,204 holders of record. The table of prices in our Annual Report to shareholders is incorporated by reference.'
    expect(bodyNote('Item 5. Market for Common Equity', body)).toBeNull()
  })

  test('the list of exhibits is itself what the item asks for', () => {
    expect(
      bodyNote('Item 15. Exhibits', 'The list of exhibits on page E-1 is incorporated herein by reference.'),
    ).not.toBe('incorporated_by_reference')
  })

  test.each([
    ['Item 6. [Reserved]', '', 'reserved'],
    ['Item 4. Mine Safety Disclosures', 'Not applicable.', 'not_applicable'],
    ['Item 3. Legal Proceedings', 'See Note 12 to the financial statements.', 'refers_elsewhere'],
  ])('%s: %s', (heading, body, note) => {
    expect(bodyNote(heading, body)).toBe(note)
  })
})
