import { describe, expect, it } from 'vitest'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { lossContingency } from './loss-contingency.ts'
import { COVER, filingWithFacts, stated } from './stated-fixture.ts'

const accrual = (value: number, day: string, member?: string, decimals = 0) =>
  stated('LossContingencyAccrualAtCarryingValue', value, {
    period: day,
    decimals,
    dimensions: member ? { 'srt:LitigationCaseAxis': member } : {},
  })

function read(facts: StatedFact[]) {
  const { filing, facts: placed, sources } = filingWithFacts([...COVER, ...facts])
  const outcome = lossContingency.extract(given(filing, { facts: placed }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('what is accrued for contingencies', () => {
  it('is compared with the latest earlier day, for each case and for the whole', async () => {
    const { findings, sources } = read([
      accrual(4000, '2024-12-31', 'a:TalcMember'),
      accrual(11_600, '2023-12-31', 'a:TalcMember'),
      accrual(9000, '2022-12-31', 'a:TalcMember'),
      accrual(500, '2024-12-31'),
      accrual(400, '2023-12-31'),
    ])
    expect(findings).toMatchObject([
      {
        subject: 'us-gaap:LossContingencyAccrualAtCarryingValue a:TalcMember',
        value: -7600,
        direction: 1,
        payload: { members: ['a:TalcMember'], accrued: 4000, accrued_before: 11_600, before: '2023-12-31' },
      },
      {
        subject: 'us-gaap:LossContingencyAccrualAtCarryingValue',
        value: 100,
        direction: -1,
        payload: { members: [] },
      },
    ])
    expect(await faultOf(lossContingency, findings, sources)).toBeNull()
  })

  it('of one day, of another currency, or the same but for rounding, has no change', () => {
    const facts = [
      accrual(5, '2024-12-31', 'a:OneMember'),
      accrual(5, '2024-06-30', 'a:TwoMember'),
      accrual(1_000_000, '2024-12-31', 'a:ThreeMember', -6),
      accrual(1_400_000, '2023-12-31', 'a:ThreeMember', -5),
      { ...accrual(1, '2024-12-31', 'a:FourMember'), unit: 'EUR' },
      { ...accrual(9, '2023-12-31', 'a:FourMember'), unit: 'EUR' },
    ]
    expect(read(facts).outcome).toEqual({ status: 'ok_none', reason: 'accruals_unchanged' })
    expect(read([]).outcome).toEqual({ status: 'ok_none', reason: 'no_accrual_tagged' })
    const { filing } = filingWithFacts([])
    expect(lossContingency.extract(given(filing, { facts: [] }))).toEqual({
      status: 'not_applicable',
      reason: 'no_xbrl_facts',
    })
    expect(lossContingency.extract(given(filing, { facts }))).toMatchObject({ reason: 'cover_not_tagged' })
  })
})
