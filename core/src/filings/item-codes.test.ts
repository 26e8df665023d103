import { describe, expect, test } from 'vitest'
import { itemCode } from './item-codes.ts'

describe('the code of an item', () => {
  test.each([
    ['Other events', '2004-08-20', '5'],
    ['Other Events', '2004-08-23', '8.01'],
    ['Financial statements and exhibits', '1999-06-14', '7'],
    ['Financial Statements and Exhibits', '2006-01-19', '9.01'],
    ['Results of operations and financial condition', '2004-04-20', '12'],
    ['Results of Operations and Financial Condition', '2024-05-01', '2.02'],
    ['Changes in control of registrant', '1998-03-03', '1'],
    ['Acquisition or disposition of assets', '1997-01-27', '2'],
    ["Changes in Registrant's Certifying Accountant", '2001-01-03', '4'],
    ["Changes in Registrant's Certifying Accountant", '2012-01-03', '4.01'],
    ['Cost Associated with Exit or Disposal Activities', '2009-02-02', '2.05'],
    ['Material Cybersecurity Incidents', '2024-01-19', '1.05'],
    [
      'Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers: Compensatory Arrangements of Certain Officers',
      '2008-06-27',
      '5.02',
    ],
    [
      'Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers',
      '2005-05-09',
      '5.02',
    ],
  ])('%s, filed %s, is %s', (title, filed, code) => {
    expect(itemCode(title, '8-K', filed)).toBe(code)
    expect(itemCode(title.toUpperCase(), '8-K/A', filed)).toBe(code)
  })

  test.each(['5', '12', '5.02', '9.01', '06b', '3C', '3C.1'])('a literal %s stays what it is', (code) => {
    expect(itemCode(code, '8-K', '2020-01-01')).toBe(code)
  })

  test('Form D and ABS-15G have codes of their own', () => {
    expect(itemCode('Rule 506', 'D', '2010-01-01')).toBe('06')
    expect(itemCode('Investment Company Act Section 3(c)', 'D', '2024-01-11')).toBe('3C')
    expect(
      itemCode(
        'Periodic Filing of Rule 15Ga-1 Representations and Warranties Disclosure',
        'ABS-15G',
        '2025-12-15',
      ),
    ).toBe('1.01')
  })

  test('an unknown title has none', () => {
    expect(itemCode('Visit of the monarch', '8-K', '2020-01-01')).toBeUndefined()
  })
})
