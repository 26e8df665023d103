import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { customTagRatio } from './custom-tag-ratio.ts'
import { COVER, filingWithFacts, stated } from './stated-fixture.ts'

function read(facts: ReturnType<typeof stated>[]) {
  const { filing, facts: placed, sources } = filingWithFacts([...COVER, ...facts])
  const outcome = customTagRatio.extract(given(filing, { facts: placed }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}
const standard = (count: number) =>
  Array.from({ length: count }, (_, index) => stated(`Concept${index}`, index))

describe('the share of elements a company made itself', () => {
  it('counts each element once, and no cover fact', async () => {
    const own = [
      stated('acme:Widgets', 1),
      stated('acme:Widgets', 2, { period: '2024-12-31' }),
      stated('acme:Gadgets', 3),
    ]
    const { findings, sources } = read([...standard(30), ...own])
    expect(findings).toMatchObject([
      { value: 2 / 32, payload: { concepts: 32, extensions: 2, names: ['acme:Widgets', 'acme:Gadgets'] } },
    ])
    expect(findings[0]?.evidence).toHaveLength(2)
    expect(await faultOf(customTagRatio, findings, sources)).toBeNull()
  })

  it('is zero, with a fact to show it, where all elements are standard', async () => {
    const { findings, sources } = read(standard(20))
    expect(findings).toMatchObject([{ value: 0, payload: { extensions: 0, names: [] } }])
    expect(await faultOf(customTagRatio, findings, sources)).toBeNull()
  })

  it('is not computed from a handful of facts', () => {
    expect(read(standard(19)).outcome).toEqual({ status: 'not_applicable', reason: 'too_few_concepts' })
    const { filing } = filingWithFacts([])
    expect(customTagRatio.extract(given(filing, { facts: [] }))).toEqual({
      status: 'not_applicable',
      reason: 'no_xbrl_facts',
    })
  })
})
