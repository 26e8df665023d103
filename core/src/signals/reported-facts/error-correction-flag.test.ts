import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { errorCorrectionFlag } from './error-correction-flag.ts'
import { COVER, filingWithFacts, stated } from './stated-fixture.ts'

const FLAG = 'dei:DocumentFinStmtErrorCorrectionFlag'

function read(facts: ReturnType<typeof stated>[], filing_date = '2025-02-15') {
  const { filing, facts: placed, sources } = filingWithFacts(facts, { filing_date })
  const outcome = errorCorrectionFlag.extract(given(filing, { facts: placed }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('the box on corrected errors', () => {
  it('is read as tagged, with the box on recovery beside it', async () => {
    const both = read([
      ...COVER,
      stated(FLAG, 'true'),
      stated('dei:DocumentFinStmtRestatementRecoveryAnalysisFlag', 'false'),
    ])
    expect(both.findings).toMatchObject([
      { value: true, direction: -1, payload: { recovery_analysis: false } },
    ])
    expect(both.findings[0]?.evidence).toHaveLength(2)
    expect(await faultOf(errorCorrectionFlag, both.findings, both.sources)).toBeNull()
    expect(read([...COVER, stated(FLAG, 'false')]).findings).toMatchObject([
      { value: false, direction: 0, payload: { recovery_analysis: null } },
    ])
  })

  it('that is not tagged is not a no', () => {
    expect(read(COVER).outcome).toEqual({
      status: 'insufficient_data',
      missing: [FLAG],
      reason: 'flag_not_tagged',
    })
    expect(read([...COVER, stated(FLAG, '☐')]).outcome.status).toBe('insufficient_data')
    expect(read([...COVER, stated(FLAG, null, { nil: true })]).outcome.status).toBe('insufficient_data')
    expect(read([]).outcome).toEqual({ status: 'not_applicable', reason: 'no_xbrl_facts' })
  })

  it('did not exist before 2023', () => {
    expect(read(COVER, '2022-11-02').outcome).toEqual({
      status: 'not_applicable',
      reason: 'flag_not_in_force',
    })
  })
})
