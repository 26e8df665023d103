import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { COVER, filingWithFacts, stated } from '../reported-facts/stated-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { insiderPolicy } from './insider-policy.ts'

const FLAG = 'ecd:InsiderTrdPoliciesProcAdoptedFlag'

function read(facts: ReturnType<typeof stated>[]) {
  const { filing, facts: placed, sources } = filingWithFacts(facts)
  const outcome = insiderPolicy.extract(given(filing, { facts: placed }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('insider trading policies', () => {
  it('are a yes or a no as tagged', async () => {
    const { findings, sources } = read([...COVER, stated(FLAG, 'true')])
    expect(findings).toMatchObject([{ value: true, direction: 0 }])
    expect(await faultOf(insiderPolicy, findings, sources)).toBeNull()
    expect(read([...COVER, stated(FLAG, 'false')]).findings).toMatchObject([{ value: false, direction: -1 }])
  })

  it('that are not tagged may be in the proxy statement, and did not have to be told before', () => {
    expect(read(COVER).outcome).toEqual({ status: 'ok_none', reason: 'policy_not_tagged' })
    const old = stated('dei:DocumentType', '10-K', { period: '2022-01-01/2022-12-31' })
    expect(read([old]).outcome).toEqual({ status: 'not_applicable', reason: 'policy_not_in_force' })
    expect(read([]).outcome).toEqual({ status: 'not_applicable', reason: 'no_xbrl_facts' })
  })
})
