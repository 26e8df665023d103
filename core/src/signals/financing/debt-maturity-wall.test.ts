import { describe, expect, it } from 'vitest'
import { filingFixture, given } from '../filing-fixture.ts'
import { stated, YEAR_END } from '../reported-facts/stated-fixture.ts'
import { debtMaturityWallRule } from './debt-maturity-wall.ts'

const at = { period: YEAR_END }
const FACTS = [
  stated('LongTermDebtMaturitiesRepaymentsOfPrincipalInNextTwelveMonths', 30_000_000, at),
  stated('LongTermDebtMaturitiesRepaymentsOfPrincipalInYearTwo', 90_000_000, at),
  stated('CashAndCashEquivalentsAtCarryingValue', 80_000_000, at),
  stated('CashAndCashEquivalentsAtCarryingValue', 10_000_000, { period: '2023-12-31' }),
  stated('Assets', 500_000_000, at),
]

function read(facts = FACTS, sic: string | null = '3571') {
  const { filing } = filingFixture({ form_type: '10-K', filing_date: '2025-02-15', blocks: ['A report.'] })
  filing.submission.header.filers = [{ role: 'filer', cik: filing.cik, name: 'Acme', sic } as never]
  return debtMaturityWallRule.extract(given(filing, { facts }))
}

describe('debt due within two years', () => {
  it('is divided by the cash of the same balance sheet', () => {
    expect(read()).toMatchObject({
      findings: [
        {
          value: 1.5,
          direction: -1,
          payload: {
            due_first_year: 30_000_000,
            due_second_year: 90_000_000,
            cash: 80_000_000,
            period_end: YEAR_END,
          },
        },
      ],
    })
  })

  it('is insufficient data when a year is not tagged, tagged twice differently, or cash is next to nothing', () => {
    expect(read(FACTS.slice(1))).toMatchObject({
      status: 'insufficient_data',
      missing: ['due_first_year'],
      reason: 'maturities_not_tagged',
    })
    const twice = [...FACTS, stated('LongTermDebtMaturitiesRepaymentsOfPrincipalInYearTwo', 70_000_000, at)]
    expect(read(twice)).toMatchObject({ status: 'insufficient_data', missing: ['due_second_year'] })
    const poor = FACTS.map((fact) =>
      fact.concept.endsWith('CarryingValue') && fact.period_end === YEAR_END
        ? { ...fact, value: 400_000 }
        : fact,
    )
    expect(read(poor)).toMatchObject({ status: 'insufficient_data', reason: 'denominator_negligible' })
    expect(read([])).toMatchObject({ status: 'insufficient_data' })
  })

  it('takes the exact figure beside a rounded repetition', () => {
    const rounded = [
      ...FACTS,
      stated('CashAndCashEquivalentsAtCarryingValue', 80_000_000, { ...at, decimals: -6 }),
    ]
    expect(read(rounded)).toMatchObject({ findings: [{ value: 1.5 }] })
  })

  it('is not applicable to banks, funds and shells', () => {
    expect(read(FACTS, '6022')).toEqual({ status: 'not_applicable', reason: 'financial_firm' })
    expect(read(FACTS, '6722')).toEqual({ status: 'not_applicable', reason: 'fund' })
    expect(read(FACTS, '6770')).toEqual({ status: 'not_applicable', reason: 'shell' })
  })
})
