import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { COVER, filingWithFacts, stated } from '../reported-facts/stated-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { CYBER_FLAGS, cyberGovernance } from './cyber-governance.ts'

function read(facts: ReturnType<typeof stated>[], form_type = '10-K') {
  const { filing, facts: placed, sources } = filingWithFacts(facts, { form_type })
  const outcome = cyberGovernance.extract(given(filing, { facts: placed }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('answers on cybersecurity', () => {
  it('are one signal each, adverse when affected and when a question is answered no', async () => {
    const facts = Object.values(CYBER_FLAGS).map((concept, index) =>
      stated(concept, index % 2 === 0 ? 'true' : 'false'),
    )
    const { findings, outcome, sources } = read([...COVER, ...facts])
    expect(findings.map(({ subject, value, direction }) => [subject, value, direction])).toEqual([
      ['materially_affected', true, -1],
      ['processes_integrated', false, -1],
      ['third_party_engaged', true, 0],
      ['third_party_oversight', false, -1],
      ['positions_responsible', true, 0],
      ['report_to_board', false, -1],
    ])
    expect(outcome).toMatchObject({ omitted: [] })
    expect(await faultOf(cyberGovernance, findings, sources)).toBeNull()
    expect(read([...COVER, stated(CYBER_FLAGS.materially_affected, 'false')]).findings).toMatchObject([
      { value: false, direction: 0 },
    ])
  })

  it('that are not tagged are named as missing, never a no', () => {
    const { outcome } = read([
      ...COVER,
      stated(CYBER_FLAGS.report_to_board, 'true'),
      stated(CYBER_FLAGS.processes_integrated, 'yes'),
    ])
    expect(outcome).toMatchObject({
      findings: [{ subject: 'report_to_board' }],
      omitted: [{ status: 'insufficient_data', missing: { length: 5 } }],
    })
    expect(read(COVER).outcome).toMatchObject({ status: 'insufficient_data', reason: 'cyber_not_tagged' })
  })

  it('are not asked for before they had to be tagged, nor of a part of a report', () => {
    const old = stated('dei:DocumentType', '10-K', { period: '2023-09-29/2024-09-28' })
    expect(read([old]).outcome).toEqual({ status: 'not_applicable', reason: 'cyber_tags_not_in_force' })
    expect(read(COVER, '10-K/A').outcome).toEqual({ status: 'not_applicable', reason: 'part_not_amended' })
    expect(read([]).outcome).toEqual({ status: 'not_applicable', reason: 'no_xbrl_facts' })
  })
})
