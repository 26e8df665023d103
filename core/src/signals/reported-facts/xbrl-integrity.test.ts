import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { COVER, filingWithFacts, stated, YEAR_END } from './stated-fixture.ts'
import { xbrlIntegrity } from './xbrl-integrity.ts'

const at = { period: YEAR_END }
const BALANCE = [
  stated('Assets', 1000, at),
  stated('LiabilitiesAndStockholdersEquity', 1000, at),
  stated('AssetsCurrent', 400, at),
]

function read(facts: ReturnType<typeof stated>[]) {
  const { filing, facts: placed, sources } = filingWithFacts([...COVER, ...facts])
  const outcome = xbrlIntegrity.extract(given(filing, { facts: placed }))
  const findings = outcome.status === 'ok_found' ? outcome.findings : []
  const failed = (findings[0]?.payload?.failed ?? []) as { invariant: string; difference: number }[]
  return { outcome, findings, failed: failed.map(({ invariant }) => invariant), sources }
}

describe('identities among the numbers of a report', () => {
  it('that all hold are a zero with the number of those that were checked', async () => {
    const { findings, sources } = read(BALANCE)
    expect(findings).toMatchObject([{ value: 0, direction: 0, payload: { evaluated: 2, failed: [] } }])
    expect(findings[0]?.evidence.length).toBeGreaterThan(0)
    expect(await faultOf(xbrlIntegrity, findings, sources)).toBeNull()
  })

  it('are counted when they fail, with both sides and the facts', async () => {
    const { findings, sources } = read([
      stated('Assets', 1000, at),
      stated('LiabilitiesAndStockholdersEquity', 990, at),
      stated('AssetsCurrent', 1200, at),
    ])
    expect(findings).toMatchObject([
      {
        value: 2,
        direction: -1,
        payload: {
          evaluated: 2,
          failed: [
            {
              invariant: 'assets = liabilities_and_equity',
              period_start: null,
              period_end: YEAR_END,
              left: 1000,
              right: 990,
              difference: 10,
              tolerance: 1,
            },
            { invariant: 'assets >= current_assets' },
          ],
        },
      },
    ])
    expect(findings[0]?.evidence.map((piece) => piece.kind === 'xbrl_fact' && piece.concept)).toEqual([
      'us-gaap:Assets',
      'us-gaap:LiabilitiesAndStockholdersEquity',
      'us-gaap:AssetsCurrent',
    ])
    expect(await faultOf(xbrlIntegrity, findings, sources)).toBeNull()
  })

  it('allow for rounding', () => {
    const rounded = { ...at, decimals: -6 }
    expect(
      read([
        stated('Assets', 1_000_000, rounded),
        stated('LiabilitiesAndStockholdersEquity', 2_000_000, rounded),
      ]).failed,
    ).toEqual([])
  })

  it('hold gross profit to revenue less its cost', () => {
    const of = (profit: number) =>
      read([...BALANCE, stated('Revenues', 100), stated('CostOfRevenue', 60), stated('GrossProfit', profit)])
        .failed
    expect(of(40)).toEqual([])
    expect(of(45)).toEqual(['gross_profit = revenues - cost_of_revenue'])
  })

  it('hold earnings per share to income, half a cent and 2 % apart at most', () => {
    const of = (eps: number, shares: number) =>
      read([
        ...BALANCE,
        stated('NetIncomeLoss', 100_000_000, { decimals: -6 }),
        stated('EarningsPerShareBasic', eps, { unit: 'USD/shares', decimals: 2 }),
        stated('WeightedAverageNumberOfSharesOutstandingBasic', shares, { unit: 'shares', decimals: 0 }),
      ]).failed
    expect(of(2, 50_000_000)).toEqual([])
    expect(of(2.02, 50_000_000)).toEqual([])
    expect(of(2.5, 50_000_000)).toEqual(['net_income = eps_basic * shares_basic'])
    // Shares in millions where the rest is in units.
    expect(of(2, 50)).toEqual(['net_income = eps_basic * shares_basic'])
  })

  it('hold the stated tax rate to tax over income', () => {
    const pretax =
      'IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest'
    const of = (rate: number) =>
      read([
        ...BALANCE,
        stated(pretax, 1_000_000),
        stated('IncomeTaxExpenseBenefit', 210_000),
        stated('EffectiveIncomeTaxRateContinuingOperations', rate, { unit: 'pure', decimals: 3 }),
      ]).failed
    expect(of(0.21)).toEqual([])
    expect(of(0.2105)).toEqual([])
    expect(of(21)).toEqual(['tax_rate = income_tax / pretax_income'])
    expect(of(-0.21)).toEqual(['tax_rate = income_tax / pretax_income'])
  })

  it('that lack their numbers are not evaluated', () => {
    expect(read([stated('Revenues', 100)]).outcome).toEqual({
      status: 'insufficient_data',
      missing: ['assets'],
      reason: 'no_identity_evaluated',
    })
    const { filing } = filingWithFacts([])
    expect(xbrlIntegrity.extract(given(filing, { facts: [] }))).toEqual({
      status: 'not_applicable',
      reason: 'no_xbrl_facts',
    })
  })
})
