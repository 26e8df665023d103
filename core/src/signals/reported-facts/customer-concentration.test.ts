import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { customerConcentration } from './customer-concentration.ts'
import { COVER, filingWithFacts, stated } from './stated-fixture.ts'

const REVENUE = {
  'us-gaap:ConcentrationRiskByBenchmarkAxis': 'us-gaap:RevenueFromContractWithCustomerMember',
}
const TYPE = { 'us-gaap:ConcentrationRiskByTypeAxis': 'us-gaap:CustomerConcentrationRiskMember' }
const of = (customer: string, more: Record<string, string> = {}) => ({
  'srt:MajorCustomersAxis': customer,
  ...REVENUE,
  ...TYPE,
  ...more,
})
const share = (value: number, dimensions: Record<string, string>, period?: string) =>
  stated('ConcentrationRiskPercentage1', value, {
    unit: 'pure',
    decimals: 2,
    dimensions,
    ...(period ? { period } : {}),
  })

function read(facts: ReturnType<typeof stated>[]) {
  const { filing, facts: placed, sources } = filingWithFacts([...COVER, ...facts])
  const outcome = customerConcentration.extract(given(filing, { facts: placed }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('the concentration of customers', () => {
  it('is the largest share of revenue of the year, with the sum of the squares', async () => {
    const { findings, sources } = read([
      share(0.16, of('amd:CustomerAMember')),
      share(0.25, of('amd:CustomerBMember')),
      share(0.4, of('amd:CustomerAMember'), '2023-01-01/2023-12-31'),
    ])
    expect(findings).toMatchObject([
      {
        value: 0.25,
        direction: 0,
        payload: {
          customers: [
            { customer: 'amd:CustomerBMember', share: 0.25, several: false, segment: null },
            { customer: 'amd:CustomerAMember', share: 0.16 },
          ],
        },
      },
    ])
    expect(findings[0]?.payload?.sum_of_squares).toBeCloseTo(0.16 ** 2 + 0.25 ** 2, 12)
    expect(findings[0]?.evidence).toHaveLength(2)
    expect(await faultOf(customerConcentration, findings, sources)).toBeNull()
  })

  it('is not that of receivables, credit, suppliers, places, products, or of nobody', () => {
    const receivables = { 'us-gaap:ConcentrationRiskByBenchmarkAxis': 'us-gaap:AccountsReceivableMember' }
    const credit = { 'us-gaap:ConcentrationRiskByTypeAxis': 'us-gaap:CreditConcentrationRiskMember' }
    const { outcome } = read([
      share(0.5, of('a:BMember', receivables)),
      share(0.5, of('a:BMember', credit)),
      share(0.5, of('a:BMember', { 'srt:ProductOrServiceAxis': 'a:XMember' })),
      share(0.5, { ...REVENUE, ...TYPE, 'us-gaap:StatementGeographicalAxis': 'country:US' }),
      share(0.5, { 'srt:MajorCustomersAxis': 'a:BMember', ...TYPE }),
      share(16, of('a:BMember')),
      share(0, of('a:BMember')),
    ])
    expect(outcome).toEqual({ status: 'ok_none', reason: 'no_customer_tagged' })
  })

  it('leaves several customers taken together out of both numbers, and lists them', () => {
    const { findings } = read([
      share(0.34, of('wba:ThreeThirdPartyPayersMember')),
      share(0.6, of('a:TopTenCustomersMember')),
      share(0.12, of('a:CustomerTwoMember')),
    ])
    expect(findings).toMatchObject([{ value: 0.12, payload: { sum_of_squares: 0.0144 } }])
    expect(findings[0]?.payload?.customers).toMatchObject([
      { several: true },
      { several: true },
      { several: false },
    ])
    expect(read([share(0.34, of('wba:ThreeThirdPartyPayersMember'))]).outcome.status).toBe('ok_none')
  })

  it('prefers the share of the whole to that tagged with a segment, and says which it is', () => {
    const segment = { 'us-gaap:StatementBusinessSegmentsAxis': 'a:DefenceMember' }
    expect(read([share(0.2, of('a:BMember', segment)), share(0.15, of('a:BMember'))]).findings).toMatchObject(
      [{ value: 0.15, payload: { customers: [{ segment: null }] } }],
    )
    expect(read([share(0.2, of('a:BMember', segment))]).findings).toMatchObject([
      { value: 0.2, payload: { customers: [{ segment: 'a:DefenceMember' }] } },
    ])
  })

  it('absent says under 10 %, and without a cover nothing', () => {
    expect(read([]).outcome).toEqual({ status: 'ok_none', reason: 'no_customer_tagged' })
    const { filing } = filingWithFacts([])
    expect(customerConcentration.extract(given(filing, { facts: [] }))).toEqual({
      status: 'not_applicable',
      reason: 'no_xbrl_facts',
    })
    expect(customerConcentration.extract(given(filing, { facts: [share(0.2, of('a:BMember'))] }))).toEqual({
      status: 'insufficient_data',
      missing: ['dei:DocumentType'],
      reason: 'cover_not_tagged',
    })
  })
})
