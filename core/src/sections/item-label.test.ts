import { describe, expect, test } from 'vitest'
import { itemLabels } from './item-label.ts'

const first = (line: string, style: 'plain' | 'decimal' = 'plain') => {
  const [label] = itemLabels(line, style)
  return label ? [label.numbers.join(' '), line.slice(label.rest)] : null
}

describe('item labels', () => {
  test.each([
    ['Item 1A. Risk Factors', '1A', 'Risk Factors'],
    ['ITEM 7A—QUANTITATIVE', '7A', 'QUANTITATIVE'],
    ['I TEM 1. Business', '1', 'Business'],
    ['Item 1A. | Risk Factors', '1A', 'Risk Factors'],
    ['PART II, Item 7. Discussion', '7', 'Discussion'],
    ['Part I. Financial Information Item 2. Management', '2', 'Management'],
    ['Item 9A(T). Controls', '9A(T)', 'Controls'],
    ['Item 4T. Controls', '4T', 'Controls'],
    ['Items 1 and 2. Business and Properties', '1 2', 'Business and Properties'],
    ['Items 5, 6 and 7.', '5 6 7', ''],
    ['Items 10 through 13. See proxy', '10 11 12 13', 'See proxy'],
    ['Item 1. and Item 2. Business and Properties', '1 2', 'Business and Properties'],
    ['Items 7 and 7A. Discussion', '7 7A', 'Discussion'],
    ['Item No. 3 Legal', '3', 'Legal'],
    ['Item One. Business', '1', 'Business'],
    ['ITEM IV. Reserved', '4', 'Reserved'],
    ['• Item 5. Market', '5', 'Market'],
    ['Item 10.Directors', '10', 'Directors'],
  ])('%s is item %s', (line, numbers, rest) => {
    expect(first(line)).toEqual([numbers, rest])
  })

  test('a letter apart from its number is offered with and without it', () => {
    expect(itemLabels('Item 1 A Risk Factors', 'plain').map((label) => label.numbers[0])).toEqual(['1A', '1'])
  })

  test.each([
    ['Item 5.02 Departure of Directors', '5.02', 'Departure of Directors'],
    ['Item 5.02(b), (c) Departure', '5.02', 'Departure'],
    ['Items 2.02 and 9.01 Results', '2.02 9.01', 'Results'],
    ['Items 1.01(a) and 5.02(e) Amendment', '1.01 5.02', 'Amendment'],
  ])('%s is 8-K item %s', (line, numbers, rest) => {
    expect(first(line, 'decimal')).toEqual([numbers, rest])
  })

  test.each(['Itemized deductions', 'The items below', 'Item', 'Part of the business', 'item by item', ''])(
    '%j is no label',
    (line) => {
      expect(itemLabels(line, 'plain').filter((label) => label.hasWord)).toEqual([])
    },
  )

  test('a number with a percent sign or a price is no 8-K item', () => {
    expect(itemLabels('Item 5.25% Notes', 'decimal')).toEqual([])
  })
})
