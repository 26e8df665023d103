import { describe, expect, test } from 'vitest'
import type { FiledHolding } from './holding.ts'
import { unitOf, valued } from './units.ts'

const row = (
  value_as_filed: number | null,
  shares: number,
  more: Partial<FiledHolding> = {},
): FiledHolding => ({
  issuer_name: 'OAKMERE',
  title_of_class: 'COM',
  cusip: '68801X104',
  figi: null,
  value_as_filed,
  shares,
  shares_type: 'SH',
  put_call: null,
  investment_discretion: 'SOLE',
  other_managers: [],
  voting_sole: null,
  voting_shared: null,
  voting_none: null,
  ...more,
})
/** Ten shares at prices in dollars. */
const at = (prices: number[], unit = 1) => prices.map((price) => row((price * 10) / unit, 10))

describe('the unit of the value column', () => {
  test('is thousands until January 2, 2023 and dollars from then on', () => {
    expect(unitOf(at([20, 60, 300], 1000), '2023-01-02')).toEqual({
      value_unit: 'thousand_usd',
      reason: 'thousands_era',
    })
    expect(unitOf(at([20, 60, 300]), '2023-01-03')).toEqual({ value_unit: 'usd', reason: null })
  })

  test('follows the implied prices where they leave no doubt', () => {
    expect(unitOf(at([20, 60, 300], 1000), '2023-02-14').reason).toBe('thousands_evident')
    expect(unitOf(at([20, 60, 300]), '2019-02-14').reason).toBe('dollars_evident')
  })

  test('stays with the era for very dear and very cheap stock, and where too few rows speak', () => {
    expect(unitOf(at([3200, 1700, 130], 1000), '2021-02-12').value_unit).toBe('thousand_usd')
    expect(unitOf(at([0.4, 0.2]), '2024-02-12').value_unit).toBe('usd')
    expect(unitOf([row(900, 1_000_000, { shares_type: 'PRN' })], '2024-02-12').value_unit).toBe('usd')
  })

  test('is unknown where one column repeats the other, and then no value is given', () => {
    const repeated = [100, 2000, 31].map((figure) => row(figure, figure))
    const unit = unitOf(repeated, '2024-02-14')
    expect(unit).toEqual({ value_unit: null, reason: 'shares_equal_value' })
    expect(valued(repeated, unit)[0]).toMatchObject({
      value_as_filed: 100,
      value: null,
      value_status: 'unavailable',
      value_reason: 'shares_equal_value',
    })
  })

  test('turns thousands into dollars and says so', () => {
    const [first, second] = valued([row(431, 12_000), row(null, 5)], {
      value_unit: 'thousand_usd',
      reason: 'thousands_era',
    })
    expect(first).toMatchObject({
      position: 1,
      value: 431_000,
      value_status: 'normalized',
      value_reason: 'thousands_era',
    })
    expect(second).toMatchObject({
      position: 2,
      value: null,
      value_status: 'unavailable',
      value_reason: 'not_given',
    })
  })
})
