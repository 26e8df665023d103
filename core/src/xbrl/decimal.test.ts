import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalDecimal, consistent, decimalsOfPrecision, negated, scaled, scaleOf } from './decimal.ts'

describe('canonical form', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['007', '7'],
    ['+12.50', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-1.5E3', '-1500'],
    ['125e-2', '1.25'],
    ['123456789012345678901234567890.1', '123456789012345678901234567890.1'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalDecimal(text)).toBe(canonical)
  })

  test.each([
    '',
    '-',
    '.',
    '1,000',
    '1.2.3',
    '1e',
    '1e999',
    ' 1',
    '1 ',
    'INF',
    'NaN',
    '0x10',
    '--1',
    '9'.repeat(1001),
  ])('%s is no number', (text) => {
    expect(canonicalDecimal(text)).toBeNull()
  })
})

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 30 }))
  .map(([digits, places]) => scaled(canonicalDecimal(String(digits)) as string, -places))

describe('arithmetic', () => {
  test('a canonical number is its own canonical form', () => {
    fc.assert(fc.property(decimals, (decimal) => canonicalDecimal(decimal) === decimal))
  })

  test('scaling there and back changes nothing', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: -400, max: 400 }), (decimal, scale) => {
        expect(scaled(scaled(decimal, scale), -scale)).toBe(decimal)
      }),
    )
  })

  test('scaling adds up', () => {
    fc.assert(
      fc.property(
        decimals,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        (decimal, a, b) => {
          expect(scaled(scaled(decimal, a), b)).toBe(scaled(decimal, a + b))
        },
      ),
    )
  })

  test('scaling agrees with integer arithmetic', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 60 }), (integer, scale) => {
        expect(scaled(String(integer), scale)).toBe(String(integer * 10n ** BigInt(scale)))
      }),
    )
  })

  test('negating twice changes nothing, and zero has no sign', () => {
    fc.assert(fc.property(decimals, (decimal) => negated(negated(decimal)) === decimal))
    expect(negated('0')).toBe('0')
  })

  test('a number that a double holds exactly reads as that double', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (integer, scale) => {
        expect(Number(scaled(canonicalDecimal(String(integer)) as string, scale))).toBe(
          Number(`${integer}e${scale}`),
        )
      }),
    )
  })
})

test.each([
  ['3', 3],
  ['-6', -6],
  ['+2', 2],
  ['400', 400],
  ['401', null],
  ['-401', null],
  ['1e3', null],
  ['', null],
  ['-', null],
  ['99999', null],
])('scale %s is read as %s', (text, scale) => {
  expect(scaleOf(text)).toBe(scale)
})

describe('roundings of one number', () => {
  test('a number and its rounding are consistent, whatever the decimals', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 9 }),
        (value, places) => {
          const unit = 10n ** BigInt(places)
          const rounded = ((value + (value < 0n ? -unit : unit) / 2n) / unit) * unit
          expect(
            consistent({ value: String(value), decimals: 0 }, { value: String(rounded), decimals: -places }),
          ).toBe(true)
        },
      ),
    )
  })

  test('numbers further apart than their roundings allow are not', () => {
    expect(consistent({ value: '1200000', decimals: -5 }, { value: '1234567', decimals: 0 })).toBe(true)
    expect(consistent({ value: '1300000', decimals: -5 }, { value: '1234567', decimals: 0 })).toBe(false)
    expect(consistent({ value: '5', decimals: null }, { value: '5.1', decimals: null })).toBe(false)
    expect(consistent({ value: '0.12', decimals: 2 }, { value: '0.1234', decimals: 4 })).toBe(true)
  })
})

test.each([
  ['1234.5', 4, 0],
  ['1234', 2, -2],
  ['0.00123', 2, 4],
  ['-98.7', 3, 1],
  ['0', 3, null],
])('%s to %i significant digits has %s decimals', (value, precision, expected) => {
  expect(decimalsOfPrecision(value, precision)).toBe(expected)
})
