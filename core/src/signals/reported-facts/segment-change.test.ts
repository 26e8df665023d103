import { describe, expect, it } from 'vitest'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { segmentChange } from './segment-change.ts'
import { COVER, filingWithFacts, stated } from './stated-fixture.ts'

const AXIS = 'us-gaap:StatementBusinessSegmentsAxis'
const EARLIER = { accession_number: '0009990001-24-000001', filing_date: '2024-02-15' }
const segment = (name: string, revenue: number, year: number, more: Record<string, string> = {}) =>
  stated('Revenues', revenue, {
    period: `${year}-01-01/${year}-12-31`,
    dimensions: { [AXIS]: `a:${name}Member`, ...more },
  })
const before = (...facts: StatedFact[]) =>
  facts.map((fact) => ({ ...fact, ...EARLIER, document_id: `${EARLIER.accession_number}:1` }))

function read(now: StatedFact[], segments: StatedFact[]) {
  const { filing, facts, sources } = filingWithFacts([...COVER, ...now], {}, segments)
  const outcome = segmentChange.extract(given(filing, { facts, segments }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}
const THEN = before(segment('Robots', 100, 2023), segment('Pumps', 50, 2023))

describe('segments', () => {
  it('that came and went are counted and named', async () => {
    const { findings, sources } = read([segment('Robots', 120, 2024), segment('Drones', 30, 2024)], THEN)
    expect(findings).toMatchObject([
      {
        value: 2,
        payload: {
          added: ['a:DronesMember'],
          removed: ['a:PumpsMember'],
          kept: ['a:RobotsMember'],
          renamed: [],
        },
      },
    ])
    expect(findings[0]?.evidence).toHaveLength(2)
    expect(await faultOf(segmentChange, findings, sources)).toBeNull()
  })

  it('that go by another element are the same: by name, or by the revenue of the year before', () => {
    const byName = [segment('RobotsSegment', 120, 2024), segment('PumpsSeg', 60, 2024)]
    expect(read(byName, THEN).outcome).toEqual({ status: 'ok_none', reason: 'segments_unchanged' })
    const byRevenue = [
      segment('Robots', 120, 2024),
      segment('FluidHandling', 60, 2024),
      segment('FluidHandling', 50, 2023),
      segment('Drones', 10, 2024),
      segment('Drones', 7, 2023),
    ]
    expect(read(byRevenue, THEN).findings).toMatchObject([
      {
        value: 1,
        payload: {
          added: ['a:DronesMember'],
          removed: [],
          renamed: [{ before: 'a:PumpsMember', now: 'a:FluidHandlingMember' }],
        },
      },
    ])
  })

  it('are neither corporate items, nor sums, nor parts of a segment, nor quarters', () => {
    const same = [
      segment('Robots', 120, 2024),
      segment('Pumps', 60, 2024, { 'srt:ConsolidationItemsAxis': 'us-gaap:OperatingSegmentsMember' }),
    ]
    const noise = [
      segment('CorporateAndOther', 5, 2024),
      segment('TotalSegments', 180, 2024),
      segment('Mice', 5, 2024, { 'srt:StatementGeographicalAxis': 'country:US' }),
      segment('Rats', 5, 2024, { 'srt:ConsolidationItemsAxis': 'us-gaap:IntersegmentEliminationMember' }),
      stated('Revenues', 3, { period: '2024-10-01/2024-12-31', dimensions: { [AXIS]: 'a:QuarterMember' } }),
    ]
    expect(read([...same, ...noise], THEN).outcome).toEqual({
      status: 'ok_none',
      reason: 'segments_unchanged',
    })
  })

  it('are compared with the year before alone, and only where there are some', () => {
    const now = [segment('Robots', 120, 2024), segment('Pumps', 60, 2024)]
    const older = before(segment('Robots', 100, 2022), segment('Mills', 50, 2022))
    expect(read(now, older).outcome).toEqual({ status: 'not_applicable', reason: 'no_report_on_year_before' })
    expect(read(now, []).outcome).toEqual({ status: 'not_applicable', reason: 'no_report_on_year_before' })
    expect(read(now.slice(0, 1), THEN).outcome).toEqual({
      status: 'not_applicable',
      reason: 'no_segments_tagged',
    })
    expect(read(now, THEN.slice(0, 1)).outcome).toEqual({
      status: 'not_applicable',
      reason: 'no_segments_tagged',
    })
    const { filing } = filingWithFacts([])
    expect(segmentChange.extract(given(filing, { facts: [], segments: [] }))).toEqual({
      status: 'not_applicable',
      reason: 'no_xbrl_facts',
    })
    expect(segmentChange.extract(given(filing, { facts: now, segments: [] }))).toMatchObject({
      reason: 'cover_not_tagged',
    })
  })
})
