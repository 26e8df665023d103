import { describe, expect, it } from 'vitest'
import { beneish, beneishIndices, beneishM } from './beneish.ts'
import { answerOf, company, outcomeOf } from './books-fixture.ts'

const YEAR = { rev: 100, gp: 40, rec: 20, ca: 50, ppe: 60, ta: 150, cl: 30, ltd: 20, sga: 10, dep: 6 }

describe('the M-score', () => {
  it('of a company where nothing changes is that of indices of 1 and its accruals', () => {
    const { indices, neutral } = beneishIndices(YEAR, { ...YEAR, ib: 12, cfo: 15 })
    expect(neutral).toEqual([])
    expect(indices).toMatchObject({ dsri: 1, gmi: 1, aqi: 1, sgi: 1, depi: 1, sgai: 1, lvgi: 1, tata: -0.02 })
    expect(beneishM(indices)).toBeCloseTo(-4.84 + 2.36 - 4.679 * 0.02, 12)
  })

  it('takes indices of depreciation, overheads and asset quality as 1 where they cannot be had, and says so', () => {
    const { sga: _, dep: __, ...bare } = YEAR
    const none = { ...bare, ca: 90 }
    expect(beneishIndices(none, { ...none, ib: 0, cfo: 0 }).neutral).toEqual(['aqi', 'depi', 'sgai'])
    const outcome = outcomeOf(
      beneish,
      company({ without: ['Depreciation', 'SellingGeneralAndAdministrativeExpense'] }),
    )
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    expect(outcome.findings[0]?.payload).toMatchObject({
      depi: 1,
      sgai: 1,
      neutral_indices: ['depi', 'sgai'],
    })
  })

  it('flags a company above -1.78', () => {
    const outcome = outcomeOf(
      beneish,
      company({ values: { AccountsReceivableNetCurrent: [6_000, 1_000, 900] } }),
    )
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    expect(outcome.findings[0]).toMatchObject({ direction: -1, payload: { flagged: true, dsri: 5 } })
    expect(answerOf(outcomeOf(beneish), 'beneish_m')).toBeLessThan(-1.78)
  })

  it('is not computed with a gross loss, whose margins do not compare', () => {
    expect(
      answerOf(outcomeOf(beneish, company({ values: { GrossProfit: [-5, 4_000, 3_500] } })), 'beneish_m'),
    ).toBe('denominator_negligible: gp')
  })
})
