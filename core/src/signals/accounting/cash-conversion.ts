import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { freeCashFlow, ratio } from './arithmetic.ts'
import type { Books } from './books.ts'

function evaluate(books: Books): Scored {
  const taken = take(books, { now: ['cfo', 'ni', 'ta'] })
  if ('missing' in taken) return taken
  const { now } = taken
  const lacking = negligible(now.ta, { ta: now.ta, ni: now.ni })
  if (lacking) return lacking
  const capex = books.amount('capex')
  return {
    value: ratio(now.cfo, now.ni),
    payload: {
      free_cash_flow_to_income:
        capex === null ? null : ratio(freeCashFlow({ cfo: now.cfo, capex: capex.value }), now.ni),
    },
    amounts: capex === null ? taken.amounts : [...taken.amounts, capex],
  }
}

export const cashConversion = accountingRule({
  name: 'cash_conversion',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'cash_conversion',
        title: 'Cash from operations per dollar of income',
        description:
          'Of companies with a profit; `insufficient_data` for a loss, for which the ratio means nothing. `payload` has the same after capital expenditures, where they are stated. No cut-off is set, so the direction is 0.',
        unit: 'ratio',
        source: 'Textbook ratio',
        formula: 'cfo/ni and (cfo − capex)/ni, for ni > 0',
        payload_schema: Type.Object(
          {
            free_cash_flow_to_income: Type.Union([Type.Number(), Type.Null()], {
              description: '(cfo − capex)/ni; null where capital expenditures are not stated.',
            }),
          },
          { additionalProperties: false },
        ),
      }),
      evaluate,
    },
  ],
})
