import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { type FixtureBlock, filingFixture, given } from '../filing-fixture.ts'
import { riskFactorUpdate } from './risk-factor-update.ts'

const UNCHANGED = 'There have been no material changes to the risk factors in our Annual Report on Form 10-K.'
const EXCEPT =
  'Other than the risk factors set forth below, there have been no material changes from the risk factors in our Annual Report on Form 10-K.'
const factor = (topic: string): FixtureBlock[] => [
  { text: `${topic} may harm our business.`, kind: 'heading', bold: true },
  {
    text: `We depend on ${topic.toLowerCase()} and cannot replace it soon. Customers would leave, and revenue would fall for many quarters.`,
  },
]
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => factor(`Plant ${'abcdefghijklmnop'[index]}`)).flat()

function report(
  blocks: (string | FixtureBlock)[],
  more: Partial<FixtureBlock> = {},
  filing_date = '2024-05-02',
) {
  return filingFixture({
    form_type: '10-Q',
    filing_date,
    blocks: [
      'Cover page of the report.',
      { text: 'Item 1A. Risk Factors', kind: 'heading', bold: true, section: '10q.part2_item_1a', ...more },
      ...blocks,
    ],
  })
}

const read = (...args: Parameters<typeof report>) =>
  riskFactorUpdate.extract(given(report(...args).filing, {}))

describe('a quarterly report', () => {
  it('that says nothing changed is no update, and is quoted saying so', async () => {
    const { filing, sources } = report([UNCHANGED])
    const outcome = riskFactorUpdate.extract(given(filing, {}))
    if (outcome.status !== 'ok_found') throw new Error(JSON.stringify(outcome))
    expect(outcome.findings).toMatchObject([
      { value: false, direction: 0, payload: { n: 0 }, evidence: [{ kind: 'text_span', quote: UNCHANGED }] },
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  it('that lists what changed since the annual one is an update, each factor quoted', async () => {
    const { filing, sources } = report([EXCEPT, ...factor('Tariffs'), ...factor('Litigation')])
    const outcome = riskFactorUpdate.extract(given(filing, {}))
    if (outcome.status !== 'ok_found') throw new Error(JSON.stringify(outcome))
    expect(outcome.findings).toMatchObject([{ value: true, direction: -1, payload: { n: 2 } }])
    expect(outcome.findings[0]?.evidence).toMatchObject([
      { quote: expect.stringMatching(/^Tariffs may harm/) },
      { quote: expect.stringMatching(/^Litigation may harm/) },
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  it('that announces a long list as new is an update; one that repeats all is not applicable', () => {
    expect(read([EXCEPT, ...many(12)])).toMatchObject({ findings: [{ value: true, payload: { n: 12 } }] })
    const full = { status: 'not_applicable', reason: 'risk_factors_listed_in_full' }
    expect(read(['Read this with our Annual Report on Form 10-K.', ...many(12)])).toEqual(full)
    expect(read(['The following risks could harm us.', ...many(3)])).toEqual(full)
  })

  it('that refers to another part of itself leaves open what stands there', () => {
    expect(
      read(['For a discussion of risk factors see Part I, Item 2 of this report.'], {
        note: 'refers_elsewhere',
      }),
    ).toEqual({ status: 'not_applicable', reason: 'incorporated_by_reference' })
  })

  it.each([
    ['not_applicable', 'section_absent', { status: 'absent' as const }],
    ['failed', 'section_not_found', { status: 'failed' as const }],
    ['failed', 'section_uncertain', { status: 'uncertain' as const }],
  ])('is %s, %s, where the section is so', (status, reason, more) => {
    expect(read([UNCHANGED], more)).toEqual({ status, reason })
  })

  it('of a smaller reporting company need not answer, and before December 2005 none did', () => {
    expect(read(['Not required for smaller reporting companies.'])).toEqual({
      status: 'not_applicable',
      reason: 'not_required_of_filer',
    })
    const old = filingFixture({ form_type: '10-Q', filing_date: '2004-05-02', blocks: ['Cover'] })
    expect(riskFactorUpdate.extract(given(old.filing, {}))).toEqual({
      status: 'not_applicable',
      reason: 'item_not_in_force',
    })
    expect(['10-K', '10-Q/A', '10-QSB'].some((form) => riskFactorUpdate.applies(form))).toBe(false)
  })
})
