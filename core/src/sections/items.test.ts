import { describe, expect, test } from 'vitest'
import { type FormFamily, formFamily, isInForce, itemListOf, titleOn } from './items.ts'

const numbersOn = (form: string, date: string) =>
  itemListOf(form, date)
    ?.items.filter((item) => isInForce(item, date) && (!item.optional || form === '8-K'))
    .map((item) => item.number)

describe('the item lists', () => {
  test.each<[string, FormFamily]>([
    ['10-K', '10-K'],
    ['10-K/A', '10-K'],
    ['10-K405', '10-K'],
    ['10-KT', '10-K'],
    ['10-KSB', '10-KSB'],
    ['10KSB', '10-KSB'],
    ['10KSB40', '10-KSB'],
    ['10-Q', '10-Q'],
    ['10-QT/A', '10-Q'],
    ['10-QSB', '10-QSB'],
    ['8-K', '8-K'],
    ['8-K12B', '8-K'],
    ['8-K/A', '8-K'],
    ['NT 10-K', 'other'],
    ['10-D', 'other'],
    ['20-F', '20-F'],
    ['20-F/A', '20-F'],
    ['4', 'other'],
  ])('%s is read as %s', (form, family) => {
    expect(formFamily(form)).toBe(family)
  })

  test('a 10-K of 1994 has items 1 to 14', () => {
    expect(numbersOn('10-K', '1994-03-30')).toEqual(
      Array.from({ length: 14 }, (_, index) => String(index + 1)),
    )
  })

  test('a 10-K of 2006 has the risk factors, 9A and 9B, and no 1C, 9C or 16', () => {
    expect(numbersOn('10-K', '2006-03-01')?.join(' ')).toBe(
      '1 1A 1B 2 3 4 5 6 7 7A 8 9 9A 9B 10 11 12 13 14 15',
    )
  })

  test('a 10-K of 2024 has all twenty-three', () => {
    expect(numbersOn('10-K', '2024-02-01')?.join(' ')).toBe(
      '1 1A 1B 1C 2 3 4 5 6 7 7A 8 9 9A 9B 9C 10 11 12 13 14 15 16',
    )
  })

  test('item 1C exists from 2023-12-15 on', () => {
    expect(numbersOn('10-K', '2023-12-14')).not.toContain('1C')
    expect(numbersOn('10-K', '2023-12-15')).toContain('1C')
  })

  test.each([
    ['10k.item_4', '2009-03-01', 'Submission of Matters to a Vote of Security Holders'],
    ['10k.item_4', '2011-03-01', '(Removed and Reserved)'],
    ['10k.item_4', '2013-03-01', 'Mine Safety Disclosures'],
    ['10k.item_6', '2020-03-01', 'Selected Financial Data'],
    ['10k.item_6', '2022-03-01', '[Reserved]'],
    ['10k.item_14', '1999-03-01', 'Exhibits, Financial Statement Schedules, and Reports on Form 8-K'],
    ['10k.item_14', '2003-03-01', 'Controls and Procedures'],
    ['10k.item_14', '2010-03-01', 'Principal Accountant Fees and Services'],
  ])('%s filed on %s is titled %s', (key, date, title) => {
    const item = itemListOf('10-K', date)?.items.find((one) => one.key === key)
    expect(item && titleOn(item, date)).toBe(title)
  })

  test('the two parts of a 10-Q have items of the same numbers under different keys', () => {
    const keys = itemListOf('10-Q', '2020-05-01')
      ?.items.filter((item) => item.number === '1')
      .map((item) => item.key)
    expect(keys).toEqual(['10q.part1_item_1', '10q.part2_item_1'])
  })

  test('an 8-K is numbered 1 to 12 before 2004-08-23 and 1.01 to 9.01 from then on', () => {
    expect(numbersOn('8-K', '2004-08-22')).toContain('5')
    expect(numbersOn('8-K', '2004-08-22')).not.toContain('5.02')
    expect(numbersOn('8-K', '2004-08-23')).toContain('5.02')
    expect(numbersOn('8-K', '2004-08-23')).not.toContain('5')
    expect(numbersOn('8-K', '2023-12-17')).not.toContain('1.05')
    expect(numbersOn('8-K', '2023-12-18')).toContain('1.05')
  })

  test('every key is unique and belongs to its list', () => {
    for (const form of ['10-K', '10-KSB', '10-Q', '10-QSB', '8-K'])
      for (const date of ['2000-01-01', '2020-01-01']) {
        const list = itemListOf(form, date)
        const keys = list?.items.map((item) => item.key) ?? []
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of keys) expect(key.startsWith(`${list?.prefix}.`)).toBe(true)
      }
  })
})
