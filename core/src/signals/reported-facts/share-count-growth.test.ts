import { describe, expect, it } from 'vitest'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { shareCountGrowth, splitBetween } from './share-count-growth.ts'
import { COVER, filingWithFacts, stated } from './stated-fixture.ts'

const OUTSTANDING = 'dei:EntityCommonStockSharesOutstanding'
const BASIC = 'WeightedAverageNumberOfSharesOutstandingBasic'
const shares = { unit: 'shares', decimals: 0 }

/** The cover and the averages of the annual report on a year: that of the year and that of the year before. */
function report(year: number, count: number | StatedFact[], averages: [number, number] | null): StatedFact[] {
  const own =
    year === 2024
      ? {}
      : { accession_number: `0009990001-${year - 1999}-000001`, filing_date: `${year + 1}-02-15` }
  const cover = Array.isArray(count)
    ? count.map((fact) => ({
        ...fact,
        ...own,
        document_id: `${own.accession_number ?? fact.accession_number}:1`,
      }))
    : [stated(OUTSTANDING, count, { ...shares, ...own, period: `${year + 1}-01-31` })]
  const average = (of: number, value: number) =>
    stated(BASIC, value, { ...shares, ...own, period: `${of}-01-01/${of}-12-31` })
  return [...cover, ...(averages ? [average(year, averages[0]), average(year - 1, averages[1])] : [])]
}

function read(now: StatedFact[], ...earlier: StatedFact[][]) {
  const { filing, facts, sources } = filingWithFacts([...COVER, ...now], {}, earlier.flat())
  const outcome = shareCountGrowth.extract(given(filing, { facts, earlier: earlier.flat() }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('the growth of the share count', () => {
  it('is the logarithm of the covers a year apart', async () => {
    const { findings, outcome, sources } = read(report(2024, 110, [108, 100]), report(2023, 100, [100, 99]))
    expect(findings).toMatchObject([
      {
        signal_type: 'share_count_growth',
        direction: -1,
        payload: { shares_now: 110, shares_then: 100, split_factor: 1, counted_on: '2025-01-31' },
      },
    ])
    expect(findings[0]?.value).toBeCloseTo(Math.log(1.1), 12)
    expect(outcome).toMatchObject({
      omitted: [{ signal_type: 'share_count_growth_5y', reason: 'no_earlier_cover' }],
    })
    expect(await faultOf(shareCountGrowth, findings, sources)).toBeNull()
  })

  it('adjusts for a split, told by the year that both reports state', () => {
    const { findings } = read(report(2024, 39_000, [40_000, 40_200]), report(2023, 10_000, [10_050, 10_100]))
    expect(findings[0]?.payload).toMatchObject({ split_factor: 4 })
    expect(findings[0]?.value).toBeCloseTo(Math.log(39_000 / 40_000), 12)
    expect(findings[0]?.direction).toBe(1)
    const reverse = read(report(2024, 500, [500, 505]), report(2023, 10_000, [10_100, 10_200]))
    expect(reverse.findings[0]?.payload).toMatchObject({ split_factor: 1 / 20 })
  })

  it('follows the splits of five years through every report between', () => {
    const years = [2023, 2022, 2021, 2020].map((year) => report(year, 400, [400, 400]))
    const before = report(2019, 100, [100, 100])
    // The report on 2020 counts 2019 anew, four for one.
    const { findings } = read(report(2024, 380, [390, 400]), ...years, before)
    expect(findings.map(({ signal_type }) => signal_type)).toEqual([
      'share_count_growth',
      'share_count_growth_5y',
    ])
    expect(findings[1]?.payload).toMatchObject({ shares_then: 100, split_factor: 4 })
    expect(findings[1]?.value).toBeCloseTo(Math.log(380 / 400), 12)
    // Without the report on 2022 nobody knows what was split in between.
    const gap = read(report(2024, 380, [390, 400]), ...years.filter((_, index) => index !== 1), before)
    expect(gap.outcome).toMatchObject({
      omitted: [{ signal_type: 'share_count_growth_5y', reason: 'splits_unknown' }],
    })
  })

  it('adds up the classes of one day, and no other', () => {
    const classes = (a: number, b: number, day: string, dayOfB = day) => [
      stated(OUTSTANDING, a, {
        ...shares,
        period: day,
        dimensions: { 'us-gaap:StatementClassOfStockAxis': 'us-gaap:CommonClassAMember' },
      }),
      stated(OUTSTANDING, b, {
        ...shares,
        period: dayOfB,
        dimensions: { 'us-gaap:StatementClassOfStockAxis': 'us-gaap:CommonClassBMember' },
      }),
    ]
    const before = report(2023, classes(60, 40, '2024-01-31'), [100, 100])
    expect(read(report(2024, classes(70, 40, '2025-01-31'), [105, 100]), before).findings).toMatchObject([
      { payload: { shares_now: 110, shares_then: 100 } },
    ])
    expect(
      read(report(2024, classes(70, 40, '2025-01-31', '2025-01-15'), [105, 100]), before).outcome,
    ).toEqual({
      status: 'insufficient_data',
      missing: [OUTSTANDING],
      reason: 'shares_not_tagged',
    })
  })

  it('is not told where a count was corrected, no year is common, or no cover is old enough', () => {
    expect(read(report(2024, 110, [108, 137]), report(2023, 100, [100, 99])).outcome).toMatchObject({
      status: 'insufficient_data',
      reason: 'splits_unknown',
      missing: ['weighted_average_shares', 'shares_outstanding_5_years_earlier'],
    })
    expect(read(report(2024, 110, null), report(2023, 100, [100, 99])).outcome).toMatchObject({
      status: 'insufficient_data',
      reason: 'splits_unknown',
    })
    expect(read(report(2024, 110, [108, 100])).outcome).toMatchObject({
      status: 'insufficient_data',
      reason: 'no_earlier_cover',
    })
    const { filing } = filingWithFacts([])
    expect(shareCountGrowth.extract(given(filing, { facts: [], earlier: [] }))).toEqual({
      status: 'not_applicable',
      reason: 'no_xbrl_facts',
    })
  })

  it('takes averages as they are where two reports agree but for rounding', () => {
    expect(splitBetween(report(2024, 1, [5, 1001]), report(2023, 1, [1000, 5]))).toBe(1)
    expect(splitBetween(report(2024, 1, [5, 1505]), report(2023, 1, [1000, 5]))).toBe(1.5)
    expect(splitBetween([], report(2023, 1, [1000, 5]))).toBeNull()
  })
})
