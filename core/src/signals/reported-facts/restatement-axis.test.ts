import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { restatedValue, restatementAxis } from './restatement-axis.ts'
import { COVER, filingWithFacts, stated } from './stated-fixture.ts'

const QUARTER = '2024-07-01/2024-09-30'
const on = (member: string, axis = 'srt:RestatementAxis') => ({
  period: QUARTER,
  dimensions: { [axis]: member },
})
const BEFORE = 'srt:ScenarioPreviouslyReportedMember'
const ADJUSTED = 'srt:RestatementAdjustmentMember'

function read(facts: ReturnType<typeof stated>[]) {
  const { filing, facts: placed, sources } = filingWithFacts([...COVER, ...facts])
  const outcome = restatementAxis.extract(given(filing, { facts: placed }))
  const findings = outcome.status === 'ok_found' ? outcome.findings : []
  return { outcome, findings, sources, restated: findings[0]?.payload?.restated }
}

describe('numbers on the restatement axis', () => {
  it('are restated by their adjustment; an adjustment of zero is none', async () => {
    const { findings, sources } = read([
      stated('NetIncomeLoss', 2_745_791, on(BEFORE)),
      stated('NetIncomeLoss', -12_117_000, { ...on(ADJUSTED), decimals: -3 }),
      stated('Revenues', 94_909_000, on(BEFORE)),
      stated('Revenues', 0, on(ADJUSTED)),
    ])
    expect(findings).toMatchObject([
      {
        value: 1,
        direction: -1,
        payload: {
          restated: [
            {
              concept: 'us-gaap:NetIncomeLoss',
              previously_reported: 2_745_791,
              adjustment: -12_117_000,
              restated: -9_371_000,
              kind: 'restatement',
            },
          ],
        },
      },
    ])
    expect(findings[0]?.evidence).toHaveLength(2)
    expect(await faultOf(restatementAxis, findings, sources)).toBeNull()
  })

  it('are compared with what is stated now where that is tagged', () => {
    const now = stated('Liabilities', 80, { period: QUARTER })
    expect(read([stated('Liabilities', 100, on(BEFORE)), now]).restated).toMatchObject([
      { previously_reported: 100, adjustment: -20, restated: 80 },
    ])
    expect(read([stated('Liabilities', -20, on(ADJUSTED)), now]).restated).toMatchObject([
      { previously_reported: 100, adjustment: -20, restated: 80 },
    ])
    expect(read([stated('Liabilities', 80, on(BEFORE)), now]).outcome.status).toBe('ok_none')
  })

  it('that are the restated number tagged as its adjustment move nothing', () => {
    const now = stated('Liabilities', 80, { period: QUARTER })
    expect(read([stated('Liabilities', 80, on(ADJUSTED)), now]).outcome.status).toBe('ok_none')
    expect(
      read([stated('Liabilities', 100, on(BEFORE)), stated('Liabilities', 80, on(ADJUSTED)), now]).restated,
    ).toMatchObject([{ previously_reported: 100, adjustment: -20, restated: 80 }])
    const doubtful = [stated('Liabilities', 100, on(BEFORE)), stated('Liabilities', 115, on(ADJUSTED))]
    expect(read(doubtful).outcome.status).toBe('ok_none')
  })

  it('say by their member what kind of change it is, under old names too', () => {
    const kindOf = (member: string, axis?: string) =>
      read([stated('Liabilities', -20, on(member, axis))]).restated as { kind: string }[]
    expect(kindOf('srt:RevisionOfPriorPeriodReclassificationAdjustmentMember')[0]?.kind).toBe(
      'reclassification',
    )
    expect(kindOf('srt:RevisionOfPriorPeriodErrorCorrectionAdjustmentMember')[0]?.kind).toBe(
      'error_correction',
    )
    expect(kindOf('srt:RevisionOfPriorPeriodAccountingStandardsUpdateAdjustmentMember')[0]?.kind).toBe(
      'new_standard',
    )
    expect(kindOf('us-gaap:RestatementAdjustmentMember', 'us-gaap:StatementScenarioAxis')[0]?.kind).toBe(
      'restatement',
    )
  })

  it('are left out for parts of the company, other scenarios, and what is no number', () => {
    const part = {
      period: QUARTER,
      dimensions: { 'srt:RestatementAxis': ADJUSTED, 'us-gaap:StatementEquityComponentsAxis': 'us-gaap:X' },
    }
    const facts = [
      stated('StockholdersEquity', -5, part),
      stated('Revenues', 5, on('us-gaap:ScenarioForecastMember', 'us-gaap:StatementScenarioAxis')),
      stated('TextBlock', 'words', on(ADJUSTED)),
      stated('Assets', null, { ...on(ADJUSTED), unit: 'USD', nil: true }),
    ]
    expect(read(facts).outcome).toEqual({ status: 'ok_none', reason: 'no_restatement_tagged' })
    const { filing } = filingWithFacts([])
    expect(restatementAxis.extract(given(filing, { facts: [] }))).toEqual({
      status: 'not_applicable',
      reason: 'no_xbrl_facts',
    })
  })

  it('are as exact as the coarser of what they come from', () => {
    const value = (number: number, decimals: number | null) => ({ value: number, decimals })
    expect(restatedValue(value(2_745_791, 0), value(-12_117_000, -3))).toBe(-9_371_000)
    expect(restatedValue(value(0.41, 2), value(-0.02, 2))).toBe(0.39)
    expect(restatedValue(value(5, null), value(-2, null))).toBe(3)
  })
})
