import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { growth, perAverage } from './arithmetic.ts'
import type { Books } from './books.ts'

export function deferredRevenueDelta(x: {
  defrev: number
  defrev_prior: number
  ta: number
  ta_prior: number
}) {
  return perAverage(x.defrev - x.defrev_prior, x.ta_prior, x.ta)
}

function deferred(books: Books): Scored {
  const taken = take(books, { now: ['defrev', 'ta'], prior: ['defrev', 'ta'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, ta_prior: prior.ta })
  if (lacking) return lacking
  return {
    value: deferredRevenueDelta({ ...now, defrev_prior: prior.defrev, ta_prior: prior.ta }),
    payload: {
      growth: negligible(prior.ta, { defrev: prior.defrev }) ? null : growth(prior.defrev, now.defrev),
    },
    amounts,
  }
}

function performanceObligations(books: Books): Scored {
  const taken = take(books, { now: ['rpo', 'ta'], prior: ['rpo', 'ta'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(prior.ta, { rpo_prior: prior.rpo })
  return lacking ?? { value: growth(prior.rpo, now.rpo), amounts }
}

export const contractRevenue = accountingRule({
  name: 'contract_revenue',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'deferred_revenue_delta',
        title: 'Change of deferred revenue',
        description:
          'Change of the current contract liabilities over average assets: above 0 more was paid in advance than earned. `payload` has their growth. The direction is 0.',
        unit: 'ratio',
        source:
          'After Prakash, Sinha 2013, "Deferred Revenues and the Matching of Revenues and Expenses", Contemporary Accounting Research; scaled by average assets',
        formula: 'Δdefrev / average ta',
        history: 'The Open Source Asset Pricing collection lists t = 3.59 for the original paper.',
        payload_schema: Type.Object(
          {
            growth: Type.Union([Type.Number(), Type.Null()], {
              description: 'defrev/defrev₋₁ − 1; null where defrev₋₁ is negligible.',
            }),
          },
          { additionalProperties: false },
        ),
      }),
      evaluate: deferred,
    },
    {
      type: accountingType({
        signal_type: 'rpo_growth',
        title: 'Growth of remaining performance obligations',
        description:
          'Revenue under contract that is not yet earned, against a year before. Most reports state the balance of one date only, so that the year before comes from the earlier report. The direction is 0.',
        unit: 'ratio',
        source: 'ASC 606-10-50-13; us-gaap:RevenueRemainingPerformanceObligation',
        formula: 'rpo/rpo₋₁ − 1',
        cases: {
          first_filings: '`insufficient_data`: the balance a year before is in the earlier report.',
        },
      }),
      evaluate: performanceObligations,
    },
  ],
})
