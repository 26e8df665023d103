import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accruals } from './accruals.ts'
import { altman } from './altman.ts'
import { logistic, normalCdf, slope } from './arithmetic.ts'
import { annualReport, answerOf, company, outcomeOf, statedFact, YEARS } from './books-fixture.ts'
import { cashConversion } from './cash-conversion.ts'
import { cashRunway, cashRunwayRule } from './cash-runway.ts'
import { dechow, dechowF, dechowVariables, netAssets } from './dechow.ts'
import { goodwillImpairment } from './goodwill-impairment.ts'
import { montierBits } from './montier.ts'
import { ohlson, ohlsonO } from './ohlson.ts'
import { workingCapitalDays } from './working-capital-days.ts'

const findingOf = (outcome: ReturnType<typeof outcomeOf>, at = 0) => {
  if (outcome.status !== 'ok_found') throw new Error(JSON.stringify(outcome))
  return outcome.findings[at]
}

describe('arithmetic', () => {
  it('knows the normal distribution to many digits, and the logistic at both ends', () => {
    // NIST: Φ(1), Φ(-1.96), Φ(-3), Φ(-8).
    expect(normalCdf(0)).toBeCloseTo(0.5, 14)
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 13)
    expect(normalCdf(-1.96)).toBeCloseTo(0.024997895148220435, 13)
    expect(normalCdf(-3)).toBeCloseTo(0.0013498980316300946, 13)
    expect(normalCdf(-8) / 6.220960574271785e-16).toBeCloseTo(1, 6)
    expect([normalCdf(-40), normalCdf(40)]).toEqual([0, 1])
    expect(logistic(0)).toBe(0.5)
    expect([logistic(-1000), logistic(1000)]).toEqual([0, 1])
    expect(slope([1, 3, 5])).toBe(2)
  })
})

describe('Altman', () => {
  it('names the zone, and is adverse in distress alone', () => {
    expect(findingOf(outcomeOf(altman))).toMatchObject({ direction: 0, payload: { zone: 'safe' } })
    const weak = company({
      values: { RetainedEarningsAccumulatedDeficit: [-9_000, 0, 0], OperatingIncomeLoss: [-500, 0, 0] },
    })
    expect(findingOf(outcomeOf(altman, weak))).toMatchObject({ direction: -1, payload: { zone: 'distress' } })
  })

  it('gives the date of the public float, and no Z without one', () => {
    const outcome = outcomeOf(altman)
    expect(findingOf(outcome, 1)?.payload).toMatchObject({ public_float_date: '2023-06-30' })
    expect(findingOf(outcome, 1)?.inputs.at(-1)).toMatchObject({
      name: 'public_float',
      concept: 'dei:EntityPublicFloat',
      period_end: '2023-06-30',
    })
    const without = outcomeOf(altman, company({ without: ['EntityPublicFloat'] }))
    expect(without).toMatchObject({
      status: 'ok_found',
      omitted: [{ signal_type: 'altman_z', status: 'insufficient_data', missing: ['public_float'] }],
    })
  })

  it('takes pretax income and interest where operating income is not stated', () => {
    const data = company({ without: ['OperatingIncomeLoss'] })
    data.facts.push(statedFact('InterestExpense', `${YEARS[0].start}/${YEARS[0].end}`, 100_000))
    expect(findingOf(outcomeOf(altman, data))?.inputs).toContainEqual(
      expect.objectContaining({ name: 'ebit', value: 2_000_000, resolver_rank: 2 }),
    )
  })
})

describe('accruals', () => {
  it('of Sloan need investments, debt and taxes payable: what is not stated is not zero', () => {
    for (const [concept, name] of [
      ['ShortTermInvestments', 'sti'],
      ['DebtCurrent', 'std'],
      ['TaxesPayableCurrent', 'txp'],
    ] as const) {
      expect(answerOf(outcomeOf(accruals, company({ without: [concept] })), 'sloan_accruals')).toBe(
        `missing_inputs: ${name}, ${name}_prior`,
      )
    }
  })

  it('are no share of an income of almost nothing', () => {
    const none = company({ values: { NetIncomeLoss: [1, 2, 3] } })
    expect(answerOf(outcomeOf(accruals, none), 'pct_accruals')).toBe('denominator_negligible: |ni|')
    const loss = company({ values: { NetIncomeLoss: [-1_000, 2, 3] } })
    expect(answerOf(outcomeOf(accruals, loss), 'pct_accruals')).toBe(-2.9)
  })
})

describe('the F-score of Dechow', () => {
  it('is what the model says, step by step', () => {
    const before = {
      ta: 100,
      tl: 50,
      cash: 6,
      preferred: 0,
      rec: 12,
      inv: 8,
      rev: 90,
      ni: 6,
      ta_before: 90,
      rec_before: 10,
    }
    const now = {
      ta: 120,
      tl: 60,
      cash: 7,
      sti: 5,
      preferred: 0,
      rec: 18,
      inv: 10,
      rev: 105,
      ni: 7,
      ppe: 40,
      issued: true,
    }
    const variables = dechowVariables(before, now)
    // Working capital 15 → 22, other operating assets 45 → 50, financial assets −16 → −19, see below.
    expect(variables.rsst_accruals).toBeCloseTo((22 - 15 + (50 - 45) + (-19 + 16)) / 110, 12)
    expect(variables.soft_assets).toBeCloseTo(68 / 120, 12)
    expect(variables.cash_sales_growth).toBeCloseTo((99 - 88) / 88, 12)
    expect(variables.return_on_assets_change).toBeCloseTo(7 / 110 - 6 / 95, 12)
    const x =
      -7.893 +
      0.79 * (9 / 110) +
      2.518 * (6 / 110) +
      1.191 * (2 / 110) +
      1.979 * (68 / 120) +
      0.171 * 0.125 -
      0.932 * (7 / 110 - 6 / 95) +
      1.029
    expect(dechowF(variables).f).toBeCloseTo(Math.exp(x) / (1 + Math.exp(x)) / 0.0037, 10)
  })

  it('adds the three groups of the paper up, in which all but four lines cancel', () => {
    const amount = fc.integer({ min: 0, max: 1e9 })
    const sheet = fc.record({
      ta: amount,
      tl: amount,
      ca: amount,
      cl: amount,
      cash: amount,
      sti: amount,
      lti: amount,
      std: amount,
      ltd: amount,
      preferred: amount,
    })
    fc.assert(
      fc.property(sheet, (x) => {
        const workingCapital = x.ca - (x.cash + x.sti) - (x.cl - x.std)
        const other = x.ta - x.ca - x.lti - (x.tl - x.cl - x.ltd)
        const financial = x.sti + x.lti - (x.ltd + x.std + x.preferred)
        expect(netAssets(x)).toBe(workingCapital + other + financial)
      }),
    )
    const by = { ta: 100, ca: 40, cash: 6, sti: 4, lti: 5, cl: 20, tl: 50, std: 5, ltd: 20, preferred: 0 }
    expect(netAssets(by)).toBe(15 + 45 - 16)
  })

  it('knows that there is no preferred stock from a count of zero, and else does not guess', () => {
    const without = company({ without: ['PreferredStockValue'] })
    expect(answerOf(outcomeOf(dechow, without), 'dechow_f')).toBe(
      'missing_inputs: preferred, preferred_prior',
    )
    const counts = [0, 1].map((age) =>
      statedFact('PreferredStockSharesOutstanding', YEARS[age]?.end ?? '', 0, { unit: 'shares' }),
    )
    const finding = findingOf(outcomeOf(dechow, { ...without, facts: [...without.facts, ...counts] }))
    expect(finding?.inputs).toContainEqual(
      expect.objectContaining({
        name: 'preferred',
        value: 0,
        concept: 'us-gaap:PreferredStockSharesOutstanding',
      }),
    )
  })

  it('knows that there is none where the other lines of equity add up to all of it', () => {
    const without = company({ without: ['PreferredStockValue'] })
    const lines = (paidIn: number) =>
      [0, 1].flatMap((age) => {
        const end = YEARS[age]?.end ?? ''
        return [
          statedFact('CommonStockValue', end, 1_000),
          statedFact('AdditionalPaidInCapital', end, (age === 0 ? 3_499_000 : 3_199_000) + paidIn),
          statedFact('TreasuryStockValue', end, 500_000),
        ]
      })
    const found = findingOf(outcomeOf(dechow, { ...without, facts: [...without.facts, ...lines(0)] }))
    expect(found?.inputs).toContainEqual(
      expect.objectContaining({ name: 'preferred', value: 0, resolver_rank: 3 }),
    )
    expect(found?.value).toBe(findingOf(outcomeOf(dechow))?.value)
    // A thousand dollars are left over: there may be preferred stock.
    const rest = outcomeOf(dechow, { ...without, facts: [...without.facts, ...lines(-1_000)] })
    expect(answerOf(rest, 'dechow_f')).toBe('missing_inputs: preferred, preferred_prior')
  })

  it('needs to know of issues: one that happened, or both stated as none', () => {
    const issueOf = (outcome: ReturnType<typeof outcomeOf>) => findingOf(outcome)?.payload?.issuance
    const values = (stock: number, debt: number) =>
      company({
        values: { ProceedsFromIssuanceOfCommonStock: [stock], ProceedsFromIssuanceOfLongTermDebt: [debt] },
      })
    expect(issueOf(outcomeOf(dechow, values(0, 5)))).toBe(1)
    expect(issueOf(outcomeOf(dechow, values(0, 0)))).toBe(0)
    const half = company({
      without: ['ProceedsFromIssuanceOfCommonStock'],
      values: { ProceedsFromIssuanceOfLongTermDebt: [0] },
    })
    expect(answerOf(outcomeOf(dechow, half), 'dechow_f')).toBe('missing_inputs: sstk')
  })
})

describe('the O-score', () => {
  it('is what the model says', () => {
    const x = { ta: 1e6, tl: 6e5, ca: 4e5, cl: 3e5, ni: -2e4, ni_prior: -1e4, cfo: 3e4, price_index: 100 }
    expect(ohlsonO(x)).toBeCloseTo(
      -1.32 -
        0.407 * Math.log(1e4) +
        6.03 * 0.6 -
        1.43 * 0.1 +
        0.0757 * 0.75 +
        2.37 * 0.02 -
        1.83 * 0.05 +
        0.285 +
        0.521 / 3,
      12,
    )
    // Liabilities beyond the assets count once more.
    expect(ohlsonO({ ...x, tl: 1.1e6 }) - ohlsonO({ ...x, tl: 1e6 })).toBeCloseTo(
      6.03 * 0.1 - 1.72 - (1.83 * 3e4) / 1.1e6 + (1.83 * 3e4) / 1e6,
      10,
    )
  })

  it('is given with the price index it was computed with, and of dollars only', () => {
    expect(findingOf(outcomeOf(ohlson))?.payload).toMatchObject({
      price_index: 100,
      price_index_base_year: 1968,
    })
    expect(answerOf(outcomeOf(ohlson, company({ unit: 'EUR' })), 'ohlson_o')).toBe(
      'currency_not_usd: assets_in_usd',
    )
  })
})

describe('scores of reports in another currency', () => {
  it('are computed in that currency, and their inputs say so', () => {
    const euro = findingOf(outcomeOf(altman, company({ unit: 'EUR' })))
    expect(euro?.value).toBeCloseTo(findingOf(outcomeOf(altman))?.value as number, 12)
    expect(new Set(euro?.inputs.map(({ unit }) => unit))).toEqual(new Set(['EUR']))
  })
})

describe('the C-score', () => {
  it('gives nothing for a tie', () => {
    const year = { ni: 5, cfo: 6, rec: 10, rev: 100, inv: 9, cogs: 60, oca: 4, dep: 3, ppeg: 50, ta: 120 }
    expect(Object.values(montierBits(year, year))).toEqual([0, 0, 0, 0, 0, 0])
    expect(montierBits(year, { ...year, ta: 132 }).assets_grow_fast).toBe(0)
    expect(montierBits(year, { ...year, ta: 133 }).assets_grow_fast).toBe(1)
    expect(montierBits(year, { ...year, ppeg: 51 }).depreciation_rate_down).toBe(1)
  })
})

describe('days of working capital', () => {
  it('are given as far as they can be, and the rest is named', () => {
    const outcome = outcomeOf(workingCapitalDays, company({ without: ['InventoryNet'] }))
    expect(outcome).toMatchObject({ status: 'ok_found', findings: [{ signal_type: 'dso' }] })
    expect(answerOf(outcome, 'dio')).toBe('missing_inputs: inv, inv_prior')
    expect(answerOf(outcome, 'ccc')).toBe('missing_inputs: inv, inv_prior')
  })
})

describe('cash conversion', () => {
  it('means nothing for a loss', () => {
    expect(
      answerOf(
        outcomeOf(cashConversion, company({ values: { NetIncomeLoss: [-5, 1, 1] } })),
        'cash_conversion',
      ),
    ).toBe('denominator_negligible: ni')
  })

  it('is given without capital expenditures where they are not stated', () => {
    const data = company({ without: ['PaymentsToAcquirePropertyPlantAndEquipment'] })
    expect(findingOf(outcomeOf(cashConversion, data))?.payload).toEqual({ free_cash_flow_to_income: null })
    expect(findingOf(outcomeOf(cashConversion))?.payload).toEqual({ free_cash_flow_to_income: 1200 / 1520 })
  })
})

describe('cash runway', () => {
  const burning = { NetCashProvidedByUsedInOperatingActivities: [-1_300, 0, 0] }

  it('is the months that cash lasts at the pace of the year', () => {
    expect(cashRunway({ cash: 30, sti: 10, cfo: -15, capex: 5, months: 12 })).toBe(24)
    expect(cashRunway({ cash: 30, sti: 10, cfo: 5, capex: 5, months: 12 })).toBeNull()
    const finding = findingOf(outcomeOf(cashRunwayRule, company({ values: burning })))
    expect(finding).toMatchObject({
      value: 12,
      direction: 0,
      payload: { months_of_period: 12, cash_used: 2_000_000 },
    })
  })

  it('is silent when no cash was used, whatever else is not stated', () => {
    const silent = { status: 'ok_none', reason: 'no_cash_used' }
    expect(outcomeOf(cashRunwayRule)).toEqual(silent)
    expect(outcomeOf(cashRunwayRule, company({ without: ['ShortTermInvestments'] }))).toEqual(silent)
  })

  it('does not take investments that are not stated for none', () => {
    const data = company({ values: burning, without: ['ShortTermInvestments'] })
    expect(answerOf(outcomeOf(cashRunwayRule, data), 'cash_runway')).toBe('missing_inputs: sti')
  })

  it('reads a quarterly report over the months since the year began', () => {
    const period = '2024-01-01/2024-06-30'
    const facts = [
      statedFact('NetCashProvidedByUsedInOperatingActivities', period, -500),
      statedFact('NetCashProvidedByUsedInOperatingActivities', '2024-04-01/2024-06-30', -400),
      statedFact('PaymentsToAcquirePropertyPlantAndEquipment', period, 100),
      statedFact('CashAndCashEquivalentsAtCarryingValue', '2024-06-30', 700),
      statedFact('ShortTermInvestments', '2024-06-30', 200),
    ]
    const report = annualReport({ form_type: '10-Q', period: '2024-06-30', filing_date: '2024-08-01' })
    const finding = findingOf(outcomeOf(cashRunwayRule, { facts, earlier: [] }, report))
    expect(finding).toMatchObject({ value: 9, direction: -1, payload: { months_of_period: 6 } })
  })
})

describe('goodwill impairment', () => {
  it('is a share of the goodwill there was', () => {
    expect(findingOf(outcomeOf(goodwillImpairment))).toMatchObject({
      value: 0.1,
      direction: -1,
      payload: { impairment: 90_000, currency: 'USD', goodwill_to_equity: 810 / 8000 },
    })
  })

  it('claims nothing where none is stated, and says when none happened', () => {
    expect(outcomeOf(goodwillImpairment, company({ without: ['GoodwillImpairmentLoss'] }))).toEqual({
      status: 'ok_none',
      reason: 'no_goodwill_impairment_stated',
    })
    expect(outcomeOf(goodwillImpairment, company({ values: { GoodwillImpairmentLoss: [0, 0, 0] } }))).toEqual(
      {
        status: 'ok_none',
        reason: 'no_goodwill_impairment',
      },
    )
  })

  it('is found when all goodwill is gone, but not without knowing what there was', () => {
    const gone = company()
    const facts = gone.facts.filter(
      ({ concept, period_end: end }) => !(concept === 'us-gaap:Goodwill' && end === YEARS[0].end),
    )
    expect(findingOf(outcomeOf(goodwillImpairment, { ...gone, facts }))?.payload).toMatchObject({
      goodwill_to_equity: null,
    })
    expect(
      answerOf(outcomeOf(goodwillImpairment, company({ without: ['Goodwill'] })), 'goodwill_impairment'),
    ).toBe('missing_inputs: gw_prior')
  })
})
