import { Type } from 'typebox'
import {
  accountingRule,
  accountingType,
  type Lacking,
  negligible,
  type Scored,
  take,
} from './accounting-rule.ts'
import { average, logistic, perAverage } from './arithmetic.ts'
import type { Amount, Books } from './books.ts'
import { preferredStock } from './preferred-stock.ts'

export interface DechowYear {
  ta: number
  tl: number
  cash: number
  preferred: number
  rec: number
  inv: number
  rev: number
  ni: number
}

export interface DechowVariables {
  rsst_accruals: number
  receivables_change: number
  inventory_change: number
  soft_assets: number
  cash_sales_growth: number
  return_on_assets_change: number
  issuance: 0 | 1
}

const WEIGHTS: Record<keyof DechowVariables, number> = {
  rsst_accruals: 0.79,
  receivables_change: 2.518,
  inventory_change: 1.191,
  soft_assets: 1.979,
  cash_sales_growth: 0.171,
  return_on_assets_change: -0.932,
  issuance: 1.029,
}
const CONSTANT = -7.893
/** Share of misstating company-years in the paper's sample. */
const BASE_RATE = 0.0037

/**
 * WC + NCO + FIN of the paper. Written out, current assets and liabilities, investments and debts stand in two of the three
 * groups with opposite signs, and short-term investments in cash: what is left is this.
 */
export function netAssets(x: Pick<DechowYear, 'ta' | 'tl' | 'cash' | 'preferred'>): number {
  return x.ta - x.tl - x.cash - x.preferred
}

export function dechowVariables(
  before: DechowYear & { ta_before: number; rec_before: number },
  now: DechowYear & { ppe: number; sti: number; issued: boolean },
): DechowVariables {
  const assets = average(before.ta, now.ta)
  const cashSales = now.rev - (now.rec - before.rec)
  const cashSalesBefore = before.rev - (before.rec - before.rec_before)
  return {
    rsst_accruals: (netAssets(now) - netAssets(before)) / assets,
    receivables_change: (now.rec - before.rec) / assets,
    inventory_change: (now.inv - before.inv) / assets,
    soft_assets: (now.ta - now.ppe - now.cash - now.sti) / now.ta,
    cash_sales_growth: (cashSales - cashSalesBefore) / cashSalesBefore,
    return_on_assets_change:
      perAverage(now.ni, before.ta, now.ta) - perAverage(before.ni, before.ta_before, before.ta),
    issuance: now.issued ? 1 : 0,
  }
}

/** Model 1 of the paper: the probability over the share of misstatements in its sample. */
export function dechowF(x: DechowVariables): { f: number; probability: number } {
  let sum = CONSTANT
  for (const name of Object.keys(WEIGHTS) as (keyof DechowVariables)[]) sum += WEIGHTS[name] * x[name]
  const probability = logistic(sum)
  return { f: probability / BASE_RATE, probability }
}

function evaluate(books: Books): Scored {
  const both = ['ta', 'tl', 'cash', 'rec', 'inv', 'rev', 'ni'] as const
  const taken = take(books, { now: [...both, 'ppe', 'sti'], prior: both, before: ['ta', 'rec'] })
  const preferred = [preferredStock(books, 0), preferredStock(books, 1)] as const
  const issued = issuance(books)
  const missing = [
    ...('missing' in taken ? taken.missing : []),
    ...(preferred[0] ? [] : ['preferred']),
    ...(preferred[1] ? [] : ['preferred_prior']),
    ...('missing' in issued ? issued.missing : []),
  ]
  if ('missing' in taken || 'missing' in issued || !preferred[0] || !preferred[1]) return { missing }
  const { now, prior, before } = taken
  const lacking = negligible(now.ta, {
    ta: now.ta,
    ta_prior: prior.ta,
    ta_before_prior: before.ta,
    'rev_prior − Δrec_prior': prior.rev - (prior.rec - before.rec),
  })
  if (lacking) return lacking
  const variables = dechowVariables(
    { ...prior, preferred: preferred[1].value, ta_before: before.ta, rec_before: before.rec },
    { ...now, preferred: preferred[0].value, issued: issued.issued },
  )
  const { f, probability } = dechowF(variables)
  return {
    value: f,
    direction: f > 1 ? -1 : 0,
    payload: { ...variables, probability },
    amounts: [...taken.amounts, preferred[0], preferred[1], ...issued.amounts],
  }
}

/** Whether the company sold common stock or long-term debt for cash: known when one did happen, or both are stated. */
function issuance(books: Books): { issued: boolean; amounts: Amount[] } | Lacking {
  const stated = [books.amount('sstk'), books.amount('dltis')]
  const happened = stated.find((amount) => amount !== null && amount.value > 0)
  if (happened) return { issued: true, amounts: [happened] }
  const [stock, debt] = stated
  if (stock && debt) return { issued: false, amounts: [stock, debt] }
  return { missing: [...(stock ? [] : ['sstk']), ...(debt ? [] : ['dltis'])] }
}

const Variable = (description: string) => Type.Number({ description })

export const dechow = accountingRule({
  name: 'dechow',
  version: '1.0.0',
  config: { weights: WEIGHTS, constant: CONSTANT, base_rate: BASE_RATE },
  scores: [
    {
      type: accountingType({
        signal_type: 'dechow_f',
        title: 'Dechow F-score',
        description:
          'How likely a misstatement is by model 1 of the paper, over its frequency in the sample: 1 is as likely as for any company, above 1 more (direction -1), below 1 less. There is no score where short-term investments are not stated, or where neither an amount of preferred stock, nor a count of zero shares, nor the other lines of equity say how much preferred stock there is: many companies without say nothing, and nothing is taken for zero.',
        unit: 'ratio',
        range: { minimum: 0, maximum: null },
        source:
          'Dechow, Ge, Larson, Sloan 2011, "Predicting Material Accounting Misstatements", Contemporary Accounting Research',
        formula:
          'x = −7.893 + 0.790·rsst + 2.518·Δrec/average ta + 1.191·Δinv/average ta + 1.979·soft + 0.171·%Δ(rev − Δrec) − 0.932·Δ(ni/average ta) + 1.029·[sstk > 0 or dltis > 0]; rsst = (ΔWC + ΔNCO + ΔFIN)/average ta, WC = (ca − che) − (cl − std), NCO = (ta − ca − lti) − (tl − cl − ltd), FIN = (sti + lti) − (ltd + std + preferred), soft = (ta − ppe − che)/ta, che = cash + sti, so that WC + NCO + FIN = ta − tl − cash − preferred; p = eˣ/(1 + eˣ), F = p/0.0037',
        history: 'Estimated on misstatements named in SEC enforcement releases of 1982 to 2005.',
        payload_schema: Type.Object(
          {
            rsst_accruals: Variable('Change of net operating and financial assets over average assets'),
            receivables_change: Variable('Δrec/average ta'),
            inventory_change: Variable('Δinv/average ta'),
            soft_assets: Variable('Assets that are neither plant nor cash, over assets'),
            cash_sales_growth: Variable('Growth of revenue less the change of receivables'),
            return_on_assets_change: Variable('Change of ni/average ta'),
            issuance: Type.Union([Type.Literal(0), Type.Literal(1)], {
              description: 'Common stock or long-term debt was sold in the year.',
            }),
            probability: Type.Number({ description: 'p of the model.', minimum: 0, maximum: 1 }),
          },
          { additionalProperties: false },
        ),
        cases: {
          first_filings:
            '`insufficient_data`: assets and receivables two years before are not in the report itself.',
        },
      }),
      evaluate,
    },
  ],
})
