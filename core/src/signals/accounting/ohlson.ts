import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { logistic, ratio, workingCapital } from './arithmetic.ts'
import type { Books } from './books.ts'
import { originalResult } from './original-result.ts'

export interface OhlsonInput {
  ta: number
  tl: number
  ca: number
  cl: number
  ni: number
  ni_prior: number
  cfo: number
  /** Price level of the GNP with 1968 = 100. */
  price_index: number
}

/**
 * The paper divides assets by the GNP price index of the year, 1968 = 100. The index is held at its base: sizes are in dollars of
 * the report, and O is lower than with an index P by 0.407·ln(P/100), the same for all companies of a year.
 */
const PRICE_INDEX = 100

/** Model 1 of Ohlson (1980): bankruptcy within one year. */
export function ohlsonO(x: OhlsonInput): number {
  return (
    -1.32 -
    0.407 * Math.log(x.ta / x.price_index) +
    6.03 * ratio(x.tl, x.ta) -
    1.43 * ratio(workingCapital(x), x.ta) +
    0.0757 * ratio(x.cl, x.ca) -
    1.72 * (x.tl > x.ta ? 1 : 0) -
    2.37 * ratio(x.ni, x.ta) -
    1.83 * ratio(x.cfo, x.tl) +
    0.285 * (x.ni < 0 && x.ni_prior < 0 ? 1 : 0) -
    0.521 * ratio(x.ni - x.ni_prior, Math.abs(x.ni) + Math.abs(x.ni_prior))
  )
}

export function ohlsonProbability(o: number): number {
  return logistic(o)
}

function evaluate(books: Books): Scored {
  const taken = take(books, { now: ['ta', 'tl', 'ca', 'cl', 'ni', 'cfo'], prior: ['ni'] })
  if ('missing' in taken) return taken
  if (books.currency !== 'USD') return { missing: ['assets_in_usd'], reason: 'currency_not_usd' }
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, {
    ta: now.ta,
    tl: now.tl,
    ca: now.ca,
    '|ni| + |ni_prior|': Math.abs(now.ni) + Math.abs(prior.ni),
  })
  if (lacking) return lacking
  const value = ohlsonO({ ...now, ni_prior: prior.ni, price_index: PRICE_INDEX })
  const probability = ohlsonProbability(value)
  return {
    value,
    direction: probability > 0.5 ? -1 : 0,
    payload: { probability, price_index: PRICE_INDEX, price_index_base_year: 1968 },
    amounts,
    notes: [{ name: 'price_index', value: PRICE_INDEX, accession_number: null }],
  }
}

export const ohlson = accountingRule({
  name: 'ohlson',
  version: '1.0.0',
  config: { price_index: PRICE_INDEX },
  scores: [
    {
      type: accountingType({
        signal_type: 'ohlson_o',
        title: 'Ohlson O-score',
        description:
          'Log odds of bankruptcy within a year by model 1 of the paper. The GNP price index P (1968 = 100) is held at 100: assets count in dollars of the report, so that O is lower than with the index of the year by 0.407·ln(P/100) for every company alike. Compare companies of one year; the probability is too low in level. Direction -1 where the probability is above one half. Only of reports in US dollars, because the size of assets enters.',
        unit: 'score',
        source:
          'Ohlson 1980, "Financial Ratios and the Probabilistic Prediction of Bankruptcy", Journal of Accounting Research',
        formula:
          '−1.32 − 0.407·ln(ta/P) + 6.03·tl/ta − 1.43·(ca − cl)/ta + 0.0757·cl/ca − 1.72·[tl > ta] − 2.37·ni/ta − 1.83·cfo/tl + 0.285·[ni < 0 and ni₋₁ < 0] − 0.521·(ni − ni₋₁)/(|ni| + |ni₋₁|), P = 100; p = 1/(1 + e⁻ᴼ). The paper takes funds from operations, which cash from operations has replaced.',
        history: `Estimated on 105 bankruptcies of 1970 to 1976. ${originalResult('1.17', '3.36')}`,
        payload_schema: Type.Object(
          {
            probability: Type.Number({ description: '1/(1 + e⁻ᴼ)', minimum: 0, maximum: 1 }),
            price_index: Type.Number({ description: 'P by which assets are divided.' }),
            price_index_base_year: Type.Integer({ description: 'Year in which P is 100.' }),
          },
          { additionalProperties: false },
        ),
      }),
      evaluate,
    },
  ],
})
