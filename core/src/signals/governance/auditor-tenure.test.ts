import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { filingFixture, given, joinedSources } from '../filing-fixture.ts'
import { auditorTenure, tenureSentences } from './auditor-tenure.ts'

const REPORT = 'Report of Independent Registered Public Accounting Firm\n\nWe have audited the statements.'

function read(
  text: string,
  more: { form_type?: string; period_of_report?: string | null; exhibit?: string } = {},
) {
  const { filing, sources } = filingFixture({
    form_type: more.form_type ?? '10-K',
    period_of_report: more.period_of_report === undefined ? '2024-09-28' : more.period_of_report,
    blocks: [{ section: '10k.item_8', text: `${REPORT} ${text}` }],
  })
  const exhibit = more.exhibit
    ? filingFixture({ accession_number: '0009990001-24-000007', blocks: [more.exhibit] })
    : null
  const reports = exhibit?.filing.documents ?? []
  const outcome = auditorTenure.extract(given(filing, { reports }))
  const findings = outcome.status === 'ok_found' ? outcome.findings : []
  return { outcome, findings, sources: exhibit ? joinedSources(sources, exhibit.sources) : sources }
}

describe('how long the auditor has served', () => {
  it('is the years from the one it names to the end of the fiscal year', async () => {
    const { findings, sources } = read(
      'It is so. /s/ Ernst & Young LLP\n\nWe have served as Apple Inc.’s auditor since 2009.\n\nSan Jose, California',
    )
    expect(findings).toMatchObject([{ value: 15, unit: 'years', payload: { since: 2009, at_least: false } }])
    expect(findings[0]?.evidence).toMatchObject([
      {
        quote: 'We have served as Apple Inc.’s auditor since 2009',
        section_id: '0009990001-24-000001:1:10k.item_8',
      },
    ])
    await assertAllEvidence(findings, sources)
  })

  it.each([
    [
      "We have served as the Company's auditor since at least 1934; however, an earlier year may be",
      1934,
      true,
    ],
    ['We have served as the Company’s or its predecessors’ auditor since 1979.', 1979, false],
    ['Doe & Co. has served as the auditor of the Company since fiscal 1996.', 1996, false],
    ["We have been the Company's auditor since October 2017.", 2017, false],
    [
      'We have served as the Company’s auditor since 1952, which includes periods before. We have not been able to determine the year.',
      1952,
      true,
    ],
  ])('is read out of %j', (text, since, at_least) => {
    expect(read(text).findings).toMatchObject([{ payload: { since, at_least } }])
  })

  it.each([
    ['We have served as the Company’s auditor from 2019 through May 18, 2023.'],
    ['She has served as a director since 2009.'],
    ['She has served as our auditor liaison officer. Mr. Roe joined us since 2009.'],
    ['Our auditors are independent. The company has been listed since 1999.'],
  ])('is not read out of %j', (text) => {
    expect(tenureSentences(text)).toEqual([])
    expect(read(text).outcome).toEqual({
      status: 'insufficient_data',
      missing: ['auditor_since'],
      reason: 'tenure_not_found',
    })
  })

  it('stands in the annual report to shareholders where that carries the statements', async () => {
    const { findings, sources } = read('See Exhibit 13.', {
      exhibit: 'We have served as the Company’s auditor since 1923.',
    })
    expect(findings).toMatchObject([{ value: 101 }])
    await assertAllEvidence(findings, sources)
  })

  it('is not told where reports name different years, and never negative', () => {
    const two =
      'We have served as the Company’s auditor since 2001. We have served as the Trust’s auditor since 2011.'
    expect(read(two).outcome).toMatchObject({ status: 'insufficient_data', reason: 'tenures_differ' })
    const same =
      'We have served as the Company’s auditor since 2001. We have served as the Company’s auditor since 2001.'
    expect(read(same).findings).toMatchObject([{ value: 23 }])
    expect(read('We have served as the Company’s auditor since 2025.').findings).toMatchObject([{ value: 0 }])
    expect(read('We have served as the Company’s auditor since 2099.').outcome.status).toBe(
      'insufficient_data',
    )
  })

  it('was not said before 2017, is not asked of an amendment without the report, and needs a period', () => {
    expect(read('x', { period_of_report: '2017-09-30' }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'tenure_not_in_force',
    })
    expect(read('x', { form_type: '10-K/A' }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'no_audit_report',
    })
    expect(read('x', { period_of_report: null }).outcome).toEqual({
      status: 'insufficient_data',
      missing: ['period_of_report'],
    })
    const { filing } = filingFixture({ period_of_report: '2024-12-31', blocks: ['x'] })
    const unread = { ...filing, documents: filing.documents.map((document) => ({ ...document, text: null })) }
    expect(auditorTenure.extract(given(unread, { reports: [] }))).toEqual({
      status: 'failed',
      reason: 'text_unavailable',
    })
  })

  it('takes no longer over hostile text', () => {
    const began = performance.now()
    tenureSentences('have served auditor since '.repeat(40_000))
    tenureSentences(`have been ${' '.repeat(900_000)}`)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
