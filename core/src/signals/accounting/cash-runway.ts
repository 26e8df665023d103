import { Type } from 'typebox'
import {
  accountingRule,
  accountingType,
  type Nothing,
  PERIODIC_FORMS,
  type Scored,
} from './accounting-rule.ts'
import { freeCashFlow } from './arithmetic.ts'
import type { Books } from './books.ts'
import { daysOf } from './days.ts'

const DAYS_OF_MONTH = 365.25 / 12
/** Below this a company must find money within the year, as the accounting rules on going concern look ahead. */
const SHORT_MONTHS = 12

/** Months that cash and short-term investments last at the pace of the period; null when no cash was used. */
export function cashRunway(x: { cash: number; sti: number; cfo: number; capex: number; months: number }) {
  const flow = freeCashFlow(x)
  return flow < 0 ? (x.months * (x.cash + x.sti)) / -flow : null
}

function evaluate(books: Books): Scored | Nothing {
  const { period } = books
  if (!period) return { missing: ['cfo'] }
  const cfo = books.over('cfo', period)
  const capex = books.over('capex', period)
  if (cfo && capex && freeCashFlow({ cfo: cfo.value, capex: capex.value }) >= 0)
    return { none: true, reason: 'no_cash_used' }
  const cash = books.closing('cash')
  const sti = books.closing('sti')
  if (!cash || !sti || !cfo || !capex) {
    const lines = { cash, sti, cfo, capex }
    return { missing: Object.entries(lines).flatMap(([name, amount]) => (amount ? [] : [name])) }
  }
  const days = daysOf(period)
  const months = days >= 350 ? 12 : Math.round(days / DAYS_OF_MONTH)
  const values = { cash: cash.value, sti: sti.value, cfo: cfo.value, capex: capex.value }
  const value = cashRunway({ ...values, months })
  if (value === null) return { none: true, reason: 'no_cash_used' }
  return {
    value,
    direction: value < SHORT_MONTHS ? -1 : 0,
    payload: { months_of_period: months, cash_used: -freeCashFlow(values), currency: books.currency },
    amounts: [cash, sti, cfo, capex],
  }
}

export const cashRunwayRule = accountingRule({
  name: 'cash_runway',
  version: '1.0.0',
  config: { short_months: SHORT_MONTHS },
  scores: [
    {
      type: accountingType({
        signal_type: 'cash_runway',
        family: 'financing',
        form_types: PERIODIC_FORMS,
        title: 'Months of cash',
        description:
          'How many months cash and short-term investments last if cash is used as fast as in the period. Only where operations and capital expenditures together used cash; credit lines and seasons are not looked at. A quarterly report is read over the time since its fiscal year began. Direction -1 below 12 months.',
        unit: 'months',
        range: { minimum: 0, maximum: null },
        source: 'Textbook ratio',
        formula:
          'months of the period · (cash + short-term investments) / −(cfo − capex), where cfo − capex < 0',
        payload_schema: Type.Object(
          {
            months_of_period: Type.Integer({
              description: '12 for a year; 3, 6 or 9 for a quarterly report.',
            }),
            cash_used: Type.Number({ description: '−(cfo − capex) of the period.' }),
            currency: Type.Union([Type.String(), Type.Null()], { description: 'Of all amounts.' }),
          },
          { additionalProperties: false },
        ),
        cases: {
          first_filings: 'Makes no difference: one report is enough.',
          fiscal_year_changes: 'Read over the period the cash flow statement covers.',
        },
      }),
      evaluate,
    },
  ],
})
