import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { average, perAverage } from './arithmetic.ts'
import type { Books } from './books.ts'
import { originalResult } from './original-result.ts'

export interface SloanYear {
  ca: number
  /** Cash and short-term investments. */
  che: number
  cl: number
  std: number
  txp: number
  ta: number
}

/** Sloan (1996): the part of income that is neither cash nor depreciation of earlier outlays, over average assets. */
export function sloanAccruals(before: SloanYear, now: SloanYear & { dep: number }): number {
  const currentAssets = now.ca - before.ca - (now.che - before.che)
  const currentLiabilities = now.cl - before.cl - (now.std - before.std) - (now.txp - before.txp)
  return (currentAssets - currentLiabilities - now.dep) / average(before.ta, now.ta)
}

export function cashFlowAccruals(x: { ni: number; cfo: number; ta: number; ta_prior: number }): number {
  return perAverage(x.ni - x.cfo, x.ta_prior, x.ta)
}

export function percentAccruals({ ni, cfo }: { ni: number; cfo: number }): number {
  return (ni - cfo) / Math.abs(ni)
}

function sloan(books: Books): Scored {
  const both = ['ca', 'cash', 'sti', 'cl', 'std', 'txp', 'ta'] as const
  const taken = take(books, { now: [...both, 'dep'], prior: both })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, ta_prior: prior.ta })
  if (lacking) return lacking
  const value = sloanAccruals({ ...prior, che: prior.cash + prior.sti }, { ...now, che: now.cash + now.sti })
  return { value, amounts }
}

function cashFlow(books: Books): Scored {
  const taken = take(books, { now: ['ni', 'cfo', 'ta'], prior: ['ta'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, ta_prior: prior.ta })
  return lacking ?? { value: cashFlowAccruals({ ...now, ta_prior: prior.ta }), amounts }
}

function percent(books: Books): Scored {
  const taken = take(books, { now: ['ni', 'cfo', 'ta'] })
  if ('missing' in taken) return taken
  const { now, amounts } = taken
  const lacking = negligible(now.ta, { '|ni|': Math.abs(now.ni) })
  return lacking ?? { value: percentAccruals(now), amounts }
}

const RATIO_OF_ACCRUALS =
  'High values are adverse by the literature; no cut-off is set, so the direction is 0.'
const HAFZALLA = 'Hafzalla, Lundholm, Van Winkle 2011, "Percent Accruals", The Accounting Review'

export const accruals = accountingRule({
  name: 'accruals',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'sloan_accruals',
        title: 'Accruals from the balance sheet',
        description: `Change of working capital without cash, short-term debt and taxes payable, less depreciation, over average assets. Acquisitions and currencies distort it, because they change balances without passing through income. ${RATIO_OF_ACCRUALS}`,
        unit: 'ratio',
        source:
          'Sloan 1996, "Do Stock Prices Fully Reflect Information in Accruals and Cash Flows about Future Earnings?", The Accounting Review',
        formula:
          '[(Δca − Δche) − (Δcl − Δstd − Δtxp) − dep] / average ta; che = cash + short-term investments, std = debt in current liabilities, txp = income taxes payable',
        history: originalResult('0.87', '4.71', '1962 to 1991'),
      }),
      evaluate: sloan,
    },
    {
      type: accountingType({
        signal_type: 'cf_accruals',
        title: 'Accruals from the cash flow statement',
        description: `Net income less cash from operations, over average assets. ${RATIO_OF_ACCRUALS}`,
        unit: 'ratio',
        source: HAFZALLA,
        formula: '(ni − cfo) / average ta',
      }),
      evaluate: cashFlow,
    },
    {
      type: accountingType({
        signal_type: 'pct_accruals',
        title: 'Percent accruals',
        description: `Net income less cash from operations, as a share of the size of net income. ${RATIO_OF_ACCRUALS}`,
        unit: 'ratio',
        source: HAFZALLA,
        formula: '(ni − cfo) / |ni|',
        history: originalResult('0.97', '3.29'),
      }),
      evaluate: percent,
    },
  ],
})
