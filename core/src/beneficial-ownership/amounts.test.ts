import { expect, test } from 'vitest'
import { amountIn, percentIn } from './amounts.ts'
import { markedGroup, markedRules } from './check-boxes.ts'
import { cusipsIn } from './cusip.ts'
import { personKey, wordsOfKey } from './person-key.ts'
import { writtenDate } from './written-date.ts'

test.each([
  ['1,250,000', { value: 1_250_000 }],
  ['15,643,645 shares of common stock', { value: 15_643_645 }],
  ['-0- (See Item 4(a))', { value: 0 }],
  ['0 (see Item 5)', { value: 0 }],
  ['None', { value: 0 }],
  ['-', { value: 0 }],
  ['4,477,783*', { value: 4_477_783 }],
  ['13,331,707 (1)(2)', { value: 13_331_707 }],
  ['', { reason: 'not_stated' }],
  ['N/A', { reason: 'not_stated' }],
  ['See response to row 5.', { reason: 'refers_to_text' }],
  ['(1)', { reason: 'refers_to_text' }],
])('the row %j states %j', (row, reading) => {
  expect(amountIn(row)).toEqual(reading)
})

test.each([
  ['8.48%', { value: 8.48 }],
  ['5.4', { value: 5.4 }],
  ['0.06% (See Item 5)*', { value: 0.06 }],
  ['Less than 1%', { reason: 'bound_only' }],
  ['<0.1%', { reason: 'bound_only' }],
  ['1,240', { reason: 'out_of_range' }],
])('the percentage %j is %j', (row, reading) => {
  expect(percentIn(row)).toEqual(reading)
})

test.each([
  ['(a) [ ] (b) [X]', 'b'],
  ['(a) x (b) o', 'a'],
  ['A. B. X', 'b'],
  ['(a) \u00a8 (b) \u00fe', 'b'],
  ['(a) / / (b) / X /', 'b'],
  ['(a) (b)', null],
])('box 2 drawn %j is %j', (row, expected) => {
  expect(markedGroup(row)).toBe(expected)
})

test('the rule whose box is ticked is the rule of the filing', () => {
  expect(markedRules('[X] Rule 13d-1(b)\n[ ] Rule 13d-1(c)\n[ ] Rule 13d-1(d)')).toEqual(['13d-1(b)'])
  expect(markedRules('o Rule 13d-1(b)\n\n\u2612 Rule 13d-1(c)\n\no Rule 13d-1(d)')).toEqual(['13d-1(c)'])
  expect(markedRules('Rule 13d-1(b) [ ]\nRule 13d-1(d) [X]')).toEqual(['13d-1(d)'])
})

test.each([
  ['90184L 102', ['90184L102']],
  ['00130H-10-5', ['00130H105']],
  ['9X0001104 (common), 9X0001203 (preferred)', ['9X0001104', '9X0001203']],
  ['B9GRDH5', ['B9GRDH5']],
  ['None', []],
])('the field %j holds %j', (field, cusips) => {
  expect(cusipsIn(field)).toEqual(cusips)
})

test.each([
  ['December 31, 2014', '2014-12-31'],
  ['31 December 2014', '2014-12-31'],
  ['12/31/14', '2014-12-31'],
  ['Sept. 5, 1998', '1998-09-05'],
  ['2/30/2014', null],
  ['Calendar Year 2019', null],
])('%j is the day %j', (text, day) => {
  expect(writtenDate(text)).toBe(day)
})

test('a name is the same however a filer shortens it or turns it round', () => {
  expect(personKey('BlackRock, Inc.')).toBe(personKey('BLACKROCK INC'))
  expect(wordsOfKey(personKey('Leonard Braden Michael'))).toBe(
    wordsOfKey(personKey('Braden Michael Leonard')),
  )
  expect(personKey('The Company')).toBe('the company')
})
