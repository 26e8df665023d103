import { describe, expect, it } from 'vitest'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { icfrAttestationChange } from './icfr-attestation-change.ts'
import { COVER, filingWithFacts, stated } from './stated-fixture.ts'

const FLAG = 'dei:IcfrAuditorAttestationFlag'
const CATEGORY = 'dei:EntityFilerCategory'
const report = (year: number, flag: string, category?: string) => {
  const own = {
    accession_number: `0009990001-${year - 1999}-000001`,
    filing_date: `${year + 1}-02-15`,
    period: `${year}-01-01/${year}-12-31`,
  }
  return [stated(FLAG, flag, own), ...(category ? [stated(CATEGORY, category, own)] : [])]
}

function read(now: StatedFact[], covers: StatedFact[]) {
  const { filing, facts, sources } = filingWithFacts([...COVER, ...now], {}, covers)
  const outcome = icfrAttestationChange.extract(given(filing, { facts, covers }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('the attestation of internal control', () => {
  it('that began or ceased is told with the sizes the company claims', async () => {
    const now = [stated(FLAG, 'false'), stated(CATEGORY, 'Non-accelerated Filer')]
    const { findings, sources } = read(now, report(2023, 'true', 'Accelerated Filer'))
    expect(findings).toMatchObject([
      {
        value: 'ceased',
        direction: -1,
        payload: { filer_category: 'Non-accelerated Filer', filer_category_before: 'Accelerated Filer' },
      },
    ])
    expect(findings[0]?.evidence).toHaveLength(4)
    expect(await faultOf(icfrAttestationChange, findings, sources)).toBeNull()
    expect(read([stated(FLAG, 'true')], report(2023, 'false')).findings).toMatchObject([
      { value: 'began', direction: 1, payload: { filer_category: null, filer_category_before: null } },
    ])
  })

  it('is compared with the latest word on the year before alone', () => {
    const amended = report(2023, 'false').map((fact) => ({
      ...fact,
      accession_number: '0009990001-24-000009',
    }))
    expect(read([stated(FLAG, 'true')], [...report(2023, 'true'), ...amended]).findings).toMatchObject([
      { value: 'began' },
    ])
    expect(read([stated(FLAG, 'true')], report(2022, 'false')).outcome).toEqual({
      status: 'not_applicable',
      reason: 'no_report_on_year_before',
    })
    expect(read([stated(FLAG, 'true')], report(2023, 'true')).outcome).toEqual({
      status: 'ok_none',
      reason: 'attestation_unchanged',
    })
  })

  it('needs the box', () => {
    expect(read([], report(2023, 'true')).outcome).toEqual({
      status: 'insufficient_data',
      missing: [FLAG],
      reason: 'flag_not_tagged',
    })
    const { filing } = filingWithFacts([])
    expect(icfrAttestationChange.extract(given(filing, { facts: [], covers: [] }))).toEqual({
      status: 'not_applicable',
      reason: 'no_xbrl_facts',
    })
  })
})
