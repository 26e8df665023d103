import { describe, expect, it } from 'vitest'
import { answerOf, company, outcomeOf, statedFact, YEARS } from './books-fixture.ts'
import { piotroski, piotroskiBits, piotroskiF } from './piotroski.ts'

const SAME = {
  ib: 10,
  ib_prior: 10,
  cfo: 10,
  rev: 100,
  rev_prior: 100,
  gp: 40,
  gp_prior: 40,
  ca: 50,
  ca_prior: 50,
  cl: 20,
  cl_prior: 20,
  ta: 200,
  ta_prior: 200,
  ta_before_prior: 200,
  ltd: 30,
  ltd_prior: 30,
  shares: 5,
  shares_prior: 5,
}
const score = (values: Record<string, readonly number[]>, more: ReturnType<typeof statedFact>[] = []) => {
  const data = company({ values })
  return answerOf(outcomeOf(piotroski, { ...data, facts: [...data.facts, ...more] }), 'piotroski_f')
}

describe('the F-score', () => {
  it('gives nothing for a tie, and no share issue is none', () => {
    expect(piotroskiBits(SAME)).toEqual({
      profit: 1,
      cash_flow: 1,
      return_on_assets_up: 0,
      cash_flow_above_profit: 0,
      leverage_down: 0,
      liquidity_up: 0,
      no_share_issue: 1,
      gross_margin_up: 0,
      asset_turnover_up: 0,
    })
    expect(piotroskiF({ ...SAME, shares: 6 })).toBe(2)
    expect(piotroskiF({ ...SAME, ib: 0, cfo: 0 })).toBe(1)
  })

  it('has its nine bits in the payload', () => {
    const outcome = outcomeOf(piotroski)
    expect(outcome.status === 'ok_found' && outcome.findings[0]?.payload).toEqual({
      profit: 1,
      cash_flow: 1,
      return_on_assets_up: 1,
      cash_flow_above_profit: 1,
      leverage_down: 1,
      liquidity_up: 1,
      no_share_issue: 1,
      gross_margin_up: 1,
      asset_turnover_up: 1,
    })
  })

  it('needs the assets two years before, which a first filing does not state', () => {
    expect(answerOf(outcomeOf(piotroski, { ...company(), earlier: [] }), 'piotroski_f')).toBe(
      'missing_inputs: ta_before_prior',
    )
  })

  it('counts shares alike: a tagged split that the earlier count does not know of is adjusted', () => {
    const split = statedFact('StockholdersEquityNoteStockSplitConversionRatio1', '2023-06-10', 4, {
      unit: 'pure',
    })
    // 1,000 old shares are 4,000 new ones, of which 50 were bought back.
    expect(score({ CommonStockSharesOutstanding: [3_950, 1_000] }, [split])).toBe(9)
    expect(score({ CommonStockSharesOutstanding: [4_050, 1_000] }, [split])).toBe(8)
    // One for ten, tagged as 0.1 by some and as 10 by others.
    for (const ratio of [0.1, 10]) {
      const reverse = { ...split, value: ratio }
      expect(score({ CommonStockSharesOutstanding: [100, 1_000] }, [reverse])).toBe(9)
      expect(score({ CommonStockSharesOutstanding: [101, 1_000] }, [reverse])).toBe(8)
    }
  })

  it('compares restated counts as they are', () => {
    const split = statedFact('StockholdersEquityNoteStockSplitConversionRatio1', '2023-06-10', 4, {
      unit: 'pure',
    })
    expect(score({ CommonStockSharesOutstanding: [3_950, 4_000] }, [split])).toBe(9)
  })

  it('is not guessed where share counts jump and no split explains it', () => {
    expect(score({ CommonStockSharesOutstanding: [2_000, 1_000] })).toBe('split_uncertain: split_ratio')
    const old = statedFact('StockholdersEquityNoteStockSplitConversionRatio1', '2020-06-10', 2, {
      unit: 'pure',
    })
    expect(score({ CommonStockSharesOutstanding: [2_000, 1_000] }, [old])).toBe(
      'split_uncertain: split_ratio',
    )
  })

  it('takes weighted averages where the balance sheet has shares by class alone', () => {
    const data = company({ without: ['CommonStockSharesOutstanding'] })
    expect(answerOf(outcomeOf(piotroski, data), 'piotroski_f')).toMatch(/^missing_inputs: shares_outstanding/)
    const weighted = (year: number, value: number) => {
      const { start, end } = YEARS[year] as (typeof YEARS)[number]
      return statedFact('WeightedAverageNumberOfSharesOutstandingBasic', `${start}/${end}`, value)
    }
    const facts = [...data.facts, weighted(0, 1_010), weighted(1, 1_000)]
    expect(answerOf(outcomeOf(piotroski, { ...data, facts }), 'piotroski_f')).toBe(8)
  })

  it('divides by nothing negligible', () => {
    expect(score({ Revenues: [12_000, 10, 9] })).toBe('denominator_negligible: rev_prior')
    expect(score({ LiabilitiesCurrent: [0, 2_800, 2_600] })).toBe('denominator_negligible: cl')
  })
})
