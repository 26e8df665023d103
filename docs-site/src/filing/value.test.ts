import { expect, it } from 'vitest'
import { signalTypes } from '../catalogue.ts'
import { factInWords, instantInWords, valueInWords } from './value.ts'

it('values are written as people write them', () => {
  expect(valueInWords(3, 'count')).toBe('3')
  expect(valueInWords(1, 'days')).toBe('1 day')
  expect(valueInWords(71.7343454, 'days')).toBe('71.73 days')
  expect(valueInWords(0.30725112, 'percent')).toBe('0.31 %')
  expect(valueInWords(432_400_000, 'usd')).toBe('$432,400,000')
  expect(valueInWords(0.0011862871, 'ratio')).toBe('0.001186')
  expect(valueInWords('after_close', 'label')).toBe('after close')
  expect(valueInWords('5.02', 'code')).toBe('5.02')
  expect(valueInWords(true, 'boolean')).toBe('yes')
  expect(valueInWords(-4.0776054, 'ln_megabytes')).toBe('-4.078 ln megabytes')
})

it('every unit of the catalogue is a word beside its number', () => {
  for (const { unit } of signalTypes) expect(valueInWords(1.5, unit)).toMatch(/1\.5|\$2/)
})

it('facts keep their sign and their unit', () => {
  expect(factInWords(-34_630_000, 'USD')).toBe('−$34.63M')
  expect(factInWords(18_180_000, 'shares')).toBe('18.18M shares')
  expect(factInWords(1.91, 'USD/shares')).toBe('1.91 USD/shares')
  expect(factInWords(0.21, 'pure')).toBe('0.21')
  expect(instantInWords('2025-10-31T10:01:26.123Z')).toBe('2025-10-31 10:01:26 UTC')
})
