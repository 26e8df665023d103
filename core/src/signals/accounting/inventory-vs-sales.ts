import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { growth } from './arithmetic.ts'
import type { Books } from './books.ts'

export function inventoryVersusSales(
  before: { rev: number; inv: number },
  now: { rev: number; inv: number },
) {
  return growth(before.rev, now.rev) - growth(before.inv, now.inv)
}

function evaluate(books: Books): Scored {
  const taken = take(books, { now: ['rev', 'inv'], prior: ['rev', 'inv', 'ta'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(prior.ta, { rev_prior: prior.rev, inv_prior: prior.inv })
  if (lacking) return lacking
  return {
    value: inventoryVersusSales(prior, now),
    payload: {
      revenue_growth: growth(prior.rev, now.rev),
      inventory_growth: growth(prior.inv, now.inv),
    },
    amounts,
  }
}

export const inventoryVsSales = accountingRule({
  name: 'inventory_vs_sales',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'inventory_vs_sales',
        title: 'Sales growth less inventory growth',
        description:
          'Below 0 stock grows faster than sales, which may be a sign of goods that do not sell, or of a build-up before a launch. Low values are adverse by the literature; no cut-off is set, so the direction is 0.',
        unit: 'ratio',
        source:
          'Abarbanell, Bushee 1998, "Abnormal Returns to a Fundamental Analysis Strategy", The Accounting Review',
        formula: '(rev/rev₋₁ − 1) − (inv/inv₋₁ − 1)',
        history: 'The Open Source Asset Pricing collection lists t = 2.37 for the original paper.',
        payload_schema: Type.Object(
          {
            revenue_growth: Type.Number({ description: 'rev/rev₋₁ − 1' }),
            inventory_growth: Type.Number({ description: 'inv/inv₋₁ − 1' }),
          },
          { additionalProperties: false },
        ),
      }),
      evaluate,
    },
  ],
})
