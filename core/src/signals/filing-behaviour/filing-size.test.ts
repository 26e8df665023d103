import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { filingFixture, given } from '../filing-fixture.ts'
import { filingSize } from './filing-size.ts'

describe('the size of a filing', () => {
  it('is the natural logarithm of its megabytes, with the accession line as evidence', async () => {
    const { filing, sources } = filingFixture({ form_type: '4', blocks: ['A short form.'] })
    const outcome = filingSize.extract(given({ ...filing, submission_bytes: 2_500_000 }, { prior: null }))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.value).toBeCloseTo(0.9162907318741551, 15)
    expect(outcome.findings[0]?.evidence).toMatchObject([
      { kind: 'header_field', field: 'ACCESSION NUMBER', value: '0009990001-24-000001' },
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  it('is exactly the number of bytes that arrived', () => {
    const { filing } = filingFixture({ blocks: ['Text with é and 😀.'] })
    const outcome = filingSize.extract(given(filing, { prior: null }))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    const bytes = outcome.findings[0]?.inputs.find(({ name }) => name === 'submission_bytes')?.value
    expect(bytes).toBe(filing.submission_bytes)
    expect(outcome.findings[0]?.value).toBe(Math.log(Number(bytes) / 1_000_000))
  })

  it('is not applicable when only the primary document is held', () => {
    const { filing } = filingFixture({ blocks: ['x'] })
    expect(filingSize.extract(given({ ...filing, submission_bytes: null }, { prior: null }))).toEqual({
      status: 'not_applicable',
      reason: 'no_full_submission',
    })
  })

  it('quotes the number wherever an old header has it, and fails where it is nowhere', async () => {
    const { filing, sources } = filingFixture({ blocks: ['x'] })
    const first = filing.header_text?.text.split('\n')[0] ?? ''
    const old = { ...filing, header_text: { text: `${first}\n`, byte_start: 0 } }
    const outcome = filingSize.extract(given(old, { prior: null }))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    expect(outcome.findings[0]?.evidence).toMatchObject([{ byte_start: 14, quote: '0009990001-24-000001' }])
    await assertAllEvidence(outcome.findings, sources)

    const bare = { ...filing, header_text: { text: 'Paper filing\n', byte_start: 0 } }
    expect(filingSize.extract(given(bare, { prior: null }))).toEqual({
      status: 'failed',
      reason: 'accession_line_not_found',
    })
    expect(filingSize.extract(given({ ...filing, header_text: null }, { prior: null }))).toEqual({
      status: 'failed',
      reason: 'header_not_found',
    })
  })

  it('is taken of every form', () => {
    expect(['3', '10-K/A', 'UPLOAD', '424B5'].every((form) => filingSize.applies(form))).toBe(true)
  })
})
