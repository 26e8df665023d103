import { describe, expect, it } from 'vitest'
import { annualReport, answerOf, outcomeOf, statedFact } from './books-fixture.ts'
import { grossMarginDrift, grossMarginDriftRule } from './gross-margin-drift.ts'

const QUARTERS = [
  ['2022-01-01', '2022-03-31'],
  ['2022-04-01', '2022-06-30'],
  ['2022-07-01', '2022-09-30'],
  ['2022-10-01', '2022-12-31'],
  ['2023-01-01', '2023-03-31'],
  ['2023-04-01', '2023-06-30'],
  ['2023-07-01', '2023-09-30'],
  ['2023-10-01', '2023-12-31'],
] as const

/** Two years of quarterly and annual reports; the margin of quarter n is 40 + n %. */
function twoYears() {
  const earlier: ReturnType<typeof statedFact>[] = []
  const facts: ReturnType<typeof statedFact>[] = []
  const profit = (quarter: number) => 400 + 10 * quarter
  const sum = (from: number, to: number, of: (quarter: number) => number) => {
    let total = 0
    for (let quarter = from; quarter <= to; quarter++) total += of(quarter)
    return total
  }
  for (const year of [0, 1]) {
    const first = 4 * year
    for (const place of [0, 1, 2]) {
      const quarter = first + place
      const [start, end] = QUARTERS[quarter] as readonly [string, string]
      const wish = {
        accession_number: `0009990001-2${2 + year}-00000${place + 2}`,
        accepted_at: `${end}T21:00:00Z`,
      }
      const periods =
        place === 2
          ? [[start, quarter] as const, [QUARTERS[first]?.[0], first] as const]
          : [[start, quarter] as const]
      for (const [from, since] of periods) {
        earlier.push(statedFact('Revenues', `${from}/${end}`, 1000 * (quarter - since + 1), wish))
        earlier.push(statedFact('GrossProfit', `${from}/${end}`, sum(since, quarter, profit), wish))
      }
    }
    const period = `${QUARTERS[first]?.[0]}/${QUARTERS[first + 3]?.[1]}`
    facts.push(
      statedFact('Revenues', period, 4000),
      statedFact('GrossProfit', period, sum(first, first + 3, profit)),
    )
  }
  facts.push(statedFact('Assets', '2023-12-31', 10_000))
  return { facts, earlier }
}

describe('the drift of the gross margin', () => {
  it('is the slope of the margins in percentage points a quarter', () => {
    const rising = Array.from({ length: 8 }, (_, index) => ({ gp: 40 + index, rev: 100 }))
    expect(grossMarginDrift(rising)).toBeCloseTo(1, 12)
    expect(grossMarginDrift(rising.toReversed())).toBeCloseTo(-1, 12)
  })

  it('takes a fourth quarter as the year less its first nine months', () => {
    const outcome = outcomeOf(grossMarginDriftRule, twoYears())
    expect(answerOf(outcome, 'gross_margin_drift')).toBeCloseTo(1, 12)
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    const margins = outcome.findings[0]?.payload?.margins as { period_end: string; gross_margin: number }[]
    expect(margins.map(({ period_end: end }) => end)).toEqual(QUARTERS.map(([, end]) => end))
    expect(margins.map(({ gross_margin: margin }) => Number(margin.toFixed(6)))).toEqual([
      0.4, 0.41, 0.42, 0.43, 0.44, 0.45, 0.46, 0.47,
    ])
  })

  it('has no value where a year was restated after its quarters', () => {
    const adjustment = statedFact('GrossProfit', '2023-07-01/2023-09-30', -100, {
      dimensions: [
        { axis: 'srt:RestatementAxis', member: 'srt:RestatementAdjustmentMember', typed_value: null },
      ],
    })
    const { facts, earlier } = twoYears()
    expect(
      answerOf(
        outcomeOf(grossMarginDriftRule, { facts: [...facts, adjustment], earlier }),
        'gross_margin_drift',
      ),
    ).toBe('quarters_missing: gp of 8 quarters')
    const restated = statedFact('Revenues', '2023-04-01/2023-06-30', 900)
    expect(
      answerOf(
        outcomeOf(grossMarginDriftRule, { facts: [...facts, restated], earlier }),
        'gross_margin_drift',
      ),
    ).toBe('quarters_missing: rev of 8 quarters')
  })

  it('has no value where a quarter is not held', () => {
    const { facts, earlier } = twoYears()
    const hole = earlier.filter(({ accession_number: number }) => number !== '0009990001-22-000003')
    expect(answerOf(outcomeOf(grossMarginDriftRule, { facts, earlier: hole }), 'gross_margin_drift')).toMatch(
      /^quarters_missing/,
    )
    expect(answerOf(outcomeOf(grossMarginDriftRule, { facts, earlier: [] }), 'gross_margin_drift')).toMatch(
      /^quarters_missing/,
    )
  })

  it('is read of a quarterly report as well', () => {
    const { facts, earlier } = twoYears()
    // The report of the first quarter of the next year, which makes the first of the eight drop out.
    const next = [
      statedFact('Revenues', '2024-01-01/2024-03-31', 1000),
      statedFact('GrossProfit', '2024-01-01/2024-03-31', 480),
      statedFact('Assets', '2024-03-31', 10_000),
    ]
    const before = facts.map((fact) => ({
      ...fact,
      accession_number: '0009990001-24-000000',
      accepted_at: '2024-02-01T21:00:00Z',
    }))
    const report = annualReport({ form_type: '10-Q', period: '2024-03-31', filing_date: '2024-05-01' })
    const own = next.map((fact) => ({ ...fact, accepted_at: '2024-05-01T21:00:00Z' }))
    expect(
      answerOf(
        outcomeOf(grossMarginDriftRule, { facts: own, earlier: [...earlier, ...before] }, report),
        'gross_margin_drift',
      ),
    ).toBeCloseTo(1, 12)
  })
})
