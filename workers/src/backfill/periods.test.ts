import { expect, test } from 'vitest'
import { daysOf, quartersOf } from './periods.ts'

test('days are those of the week on which EDGAR is open, the latest first', () => {
  expect(daysOf('2024-01-04..2024-01-09')).toEqual(['2024-01-09', '2024-01-08', '2024-01-05', '2024-01-04'])
  expect(daysOf('2024-02-29')).toEqual(['2024-02-29'])
  expect(daysOf('2024-01-06')).toEqual([])
})

test('quarters go over the ends of years', () => {
  expect(quartersOf('2023-Q3..2024-Q2')).toEqual(['2024-Q2', '2024-Q1', '2023-Q4', '2023-Q3'])
  expect(quartersOf('2024-Q1')).toEqual(['2024-Q1'])
})

test.each([
  '',
  '2024',
  '2024-02-30',
  '2024-01-02..',
  '2024-01-03..2024-01-02',
  '2024-01-01..2024-01-02..2024-01-03',
])('%j is no span of days', (text) => {
  expect(() => daysOf(text)).toThrow(/period|ends before/)
})

test('a span without end is refused before anything is asked for', () => {
  expect(() => daysOf('0001-01-01..9999-12-31')).toThrow(/20000 days/)
  expect(() => quartersOf('2024-Q5')).toThrow(/no period/)
})
