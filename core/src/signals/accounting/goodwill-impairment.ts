import { Type } from 'typebox'
import {
  accountingRule,
  accountingType,
  type Nothing,
  negligible,
  PERIODIC_FORMS,
  type Scored,
} from './accounting-rule.ts'
import { ratio } from './arithmetic.ts'
import type { Books } from './books.ts'

/** The impairment as a share of the goodwill at the beginning of the period. */
export function goodwillImpaired({ gwi, gw_prior: before }: { gwi: number; gw_prior: number }): number {
  return ratio(gwi, before)
}

function evaluate(books: Books): Scored | Nothing {
  const { period } = books
  if (!period) return { missing: ['gwi'] }
  const gwi = books.over('gwi', period)
  // Companies that impaired nothing seldom say so in a number: nothing is stated, and nothing is claimed.
  if (!gwi) return { none: true, reason: 'no_goodwill_impairment_stated' }
  if (gwi.value <= 0) return { none: true, reason: 'no_goodwill_impairment' }
  const before = books.opening('gw')
  const ta = books.opening('ta')
  if (!before || !ta) return { missing: [...(before ? [] : ['gw_prior']), ...(ta ? [] : ['ta_prior'])] }
  const lacking = negligible(ta.value, { gw_prior: before.value })
  if (lacking) return lacking
  const gw = books.closing('gw')
  const ceq = books.closing('ceq')
  const amounts = [gwi, before, ta, ...(gw ? [gw] : []), ...(ceq ? [ceq] : [])]
  return {
    value: goodwillImpaired({ gwi: gwi.value, gw_prior: before.value }),
    direction: -1,
    payload: {
      impairment: gwi.value,
      currency: books.currency,
      goodwill_to_equity:
        gw && ceq && !negligible(ta.value, { ceq: ceq.value }) ? ratio(gw.value, ceq.value) : null,
    },
    amounts,
  }
}

export const goodwillImpairment = accountingRule({
  name: 'goodwill_impairment',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'goodwill_impairment',
        form_types: PERIODIC_FORMS,
        title: 'Goodwill impaired',
        description:
          'The goodwill written off in the period as a share of the goodwill at its beginning; `payload` has the amount. A quarterly report is read over the time since its fiscal year began, so that the same impairment is in the reports of all following quarters of the year. Reports that state no impairment are `ok_none`. Direction -1.',
        unit: 'ratio',
        range: { minimum: 0, maximum: null },
        source: 'ASC 350-20-50; us-gaap:GoodwillImpairmentLoss',
        formula: 'gwi/gw₋₁, beside it gwi and gw/ceq',
        payload_schema: Type.Object(
          {
            impairment: Type.Number({ description: 'gwi in units of `currency`.' }),
            currency: Type.Union([Type.String(), Type.Null()], { description: 'Of all amounts.' }),
            goodwill_to_equity: Type.Union([Type.Number(), Type.Null()], {
              description:
                'gw/ceq at the end of the period; null where either is not stated or equity is negligible.',
            }),
          },
          { additionalProperties: false },
        ),
        cases: { missing_years: '`insufficient_data` where the goodwill at the beginning is not stated.' },
      }),
      evaluate,
    },
  ],
})
