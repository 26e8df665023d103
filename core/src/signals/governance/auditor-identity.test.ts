import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { COVER, filingWithFacts, stated } from '../reported-facts/stated-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { auditorIdentity } from './auditor-identity.ts'

function read(facts: ReturnType<typeof stated>[], period_of_report = '2024-12-31') {
  const { filing, facts: placed, sources } = filingWithFacts(facts, { period_of_report })
  const outcome = auditorIdentity.extract(given(filing, { facts: placed }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('the auditor of a report', () => {
  it('is the firm of the cover, with its name, its place and whether it attested', async () => {
    const { findings, sources } = read([
      ...COVER,
      stated('dei:AuditorFirmId', '0042'),
      stated('dei:AuditorName', 'Ernst &  Young LLP'),
      stated('dei:AuditorLocation', 'San Jose, California'),
      stated('dei:IcfrAuditorAttestationFlag', 'true'),
    ])
    expect(findings).toMatchObject([
      {
        value: '42',
        unit: 'code',
        payload: { name: 'Ernst & Young LLP', location: 'San Jose, California', attested: true },
      },
    ])
    expect(findings[0]?.evidence).toHaveLength(4)
    expect(await faultOf(auditorIdentity, findings, sources)).toBeNull()
    expect(read([...COVER, stated('dei:AuditorFirmId', '166')]).findings).toMatchObject([
      { value: '166', payload: { name: null, location: null, attested: null } },
    ])
  })

  it('is missing where it should be tagged, and not asked for before it had to be', () => {
    expect(read(COVER).outcome).toEqual({
      status: 'insufficient_data',
      missing: ['dei:AuditorFirmId'],
      reason: 'auditor_not_tagged',
    })
    expect(read([...COVER, stated('dei:AuditorFirmId', 'none')]).outcome.status).toBe('insufficient_data')
    const old = stated('dei:DocumentType', '10-K', { period: '2020-01-01/2020-12-31' })
    expect(read([old]).outcome).toEqual({ status: 'not_applicable', reason: 'auditor_tags_not_in_force' })
    expect(read([]).outcome).toEqual({ status: 'not_applicable', reason: 'no_xbrl_facts' })
  })

  it('is read from annual reports', () => {
    expect(['10-K', '20-F', '40-F', '10-K/A'].every((form) => auditorIdentity.applies(form))).toBe(true)
    expect(['10-Q', '8-K'].some((form) => auditorIdentity.applies(form))).toBe(false)
  })
})
