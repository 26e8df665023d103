import { describe, expect, test } from 'vitest'
import { factsOf } from '../statements/fact-fixture.ts'
import { derivation } from '../statements/standard-line.ts'
import { STANDARD_LINES } from '../statements/standard-lines.ts'
import { standardiseFiling } from '../statements/standardise.ts'
import { RATIOS } from './ratio-list.ts'
import { ratiosOf } from './ratios.ts'

const YEAR = '2024-01-01/2024-12-31'
const END = '2024-12-31'

function ratiosFor(rows: Parameters<typeof factsOf>[0]) {
  const filing = standardiseFiling(
    factsOf([['dei:DocumentType', YEAR, '10-K'], ['dei:DocumentPeriodEndDate', YEAR, END], ...rows]),
  )
  const periods = ratiosOf(filing?.statements ?? [])
  return new Map(periods[0]?.ratios.map((ratio) => [ratio.ratio, ratio]))
}

describe('a ratio', () => {
  const ratios = ratiosFor([
    ['us-gaap:Revenues', YEAR, 1_000],
    ['us-gaap:CostOfRevenue', YEAR, 600],
    ['us-gaap:NetIncomeLoss', YEAR, -50],
    ['us-gaap:Assets', END, 2_000_000],
    ['us-gaap:AccountsReceivableNetCurrent', END, 73],
    ['us-gaap:AssetsCurrent', END, 500_000],
    ['us-gaap:StockholdersEquity', END, -10],
    ['us-gaap:LiabilitiesCurrent', END, 250_000],
    ['us-gaap:InterestExpense', YEAR, 3],
    ['us-gaap:OperatingIncomeLoss', YEAR, 30],
  ])

  test('carries its formula and the facts of its inputs', () => {
    expect(ratios.get('current_ratio')).toMatchObject({
      value: 2,
      unit: 'ratio',
      status: 'ok',
      formula: 'current_assets / current_liabilities',
      inputs: [
        { line: 'current_assets', inputs: [{ concept: 'us-gaap:AssetsCurrent', value: 500_000 }] },
        { line: 'current_liabilities', inputs: [{ concept: 'us-gaap:LiabilitiesCurrent' }] },
      ],
    })
  })

  test('of a derived input carries the facts the input was derived from', () => {
    const small = ratiosFor([
      ['us-gaap:Revenues', YEAR, 1_000],
      ['us-gaap:CostOfRevenue', YEAR, 600],
    ])
    expect(small.get('gross_margin')).toMatchObject({
      value: 0.4,
      inputs: [
        { line: 'gross_profit', value_status: 'derived', inputs: [{ value: 1_000 }, { value: 600 }] },
        {},
      ],
    })
  })

  test('without an input is unavailable, and says which is missing', () => {
    expect(ratios.get('inventory_turnover')).toMatchObject({
      value: null,
      status: 'unavailable',
      reason: 'input_not_reported',
      missing: ['inventory'],
    })
  })

  test('over nothing, or over less than nothing, is unavailable', () => {
    expect(ratios.get('return_on_equity')).toMatchObject({ value: null, reason: 'denominator_not_positive' })
    expect(ratios.get('interest_coverage')).toMatchObject({ value: null, reason: 'denominator_negligible' })
  })

  test('in days counts the days of its period', () => {
    const small = ratiosFor([
      ['us-gaap:Revenues', YEAR, 732],
      ['us-gaap:AccountsReceivableNetCurrent', END, 73],
    ])
    expect(small.get('days_sales_outstanding')).toMatchObject({ value: (73 / 732) * 366, unit: 'days' })
  })
})

test('every ratio is made of lines that exist', () => {
  const lines = new Set(STANDARD_LINES.map(({ line }) => line))
  for (const { numerator, denominator } of RATIOS)
    for (const { line } of [
      ...derivation(numerator).terms,
      ...(denominator ? derivation(denominator).terms : []),
    ])
      expect(lines).toContain(line)
})
