import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { normalCdf, ratio } from './arithmetic.ts'
import type { Books } from './books.ts'

/** The weighted probit of Zmijewski (1984). */
export function zmijewskiX(x: { ni: number; ta: number; tl: number; ca: number; cl: number }): number {
  return -4.336 - 4.513 * ratio(x.ni, x.ta) + 5.679 * ratio(x.tl, x.ta) + 0.004 * ratio(x.ca, x.cl)
}

function evaluate(books: Books): Scored {
  const taken = take(books, { now: ['ni', 'ta', 'tl', 'ca', 'cl'] })
  if ('missing' in taken) return taken
  const { now, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, cl: now.cl })
  if (lacking) return lacking
  const value = zmijewskiX(now)
  return { value, direction: value > 0 ? -1 : 0, payload: { probability: normalCdf(value) }, amounts }
}

export const zmijewski = accountingRule({
  name: 'zmijewski',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'zmijewski_x',
        title: 'Zmijewski X-score',
        description:
          'Probit of financial distress from return on assets, leverage and liquidity. The weights are printed in several variants, which differ in the sign of the last and smallest one: values may differ in the third decimal from other sources. Direction -1 where the probability is above one half.',
        unit: 'score',
        source:
          'Zmijewski 1984, "Methodological Issues Related to the Estimation of Financial Distress Prediction Models", Journal of Accounting Research',
        formula: '−4.336 − 4.513·ni/ta + 5.679·tl/ta + 0.004·ca/cl; p = Φ(X)',
        payload_schema: Type.Object(
          { probability: Type.Number({ description: 'Φ(X)', minimum: 0, maximum: 1 }) },
          { additionalProperties: false },
        ),
      }),
      evaluate,
    },
  ],
})
