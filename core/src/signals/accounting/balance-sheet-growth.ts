import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { growth, perAverage, ratio } from './arithmetic.ts'
import type { Books } from './books.ts'
import { originalResult } from './original-result.ts'

/** Operating assets less operating liabilities, which is what owners and lenders put in less the money that lies idle. */
export function netOperatingAssets(x: {
  std: number
  ltd: number
  total_equity: number
  che: number
}): number {
  return x.std + x.ltd + x.total_equity - x.che
}

export function netExternalFinancing(x: {
  sstk: number
  prstk: number
  dltis: number
  dltr: number
  ta: number
  ta_prior: number
}): number {
  return perAverage(x.sstk - x.prstk + x.dltis - x.dltr, x.ta_prior, x.ta)
}

function noa(books: Books): Scored {
  const taken = take(books, { now: ['std', 'ltd', 'total_equity', 'cash', 'sti', 'ta'], prior: ['ta'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta_prior: prior.ta })
  return (
    lacking ?? { value: ratio(netOperatingAssets({ ...now, che: now.cash + now.sti }), prior.ta), amounts }
  )
}

function assetGrowth(books: Books): Scored {
  const taken = take(books, { now: ['ta'], prior: ['ta'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta_prior: prior.ta })
  return lacking ?? { value: growth(prior.ta, now.ta), amounts }
}

function externalFinancing(books: Books): Scored {
  const taken = take(books, { now: ['sstk', 'prstk', 'dltis', 'dltr', 'ta'], prior: ['ta'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, ta_prior: prior.ta })
  return lacking ?? { value: netExternalFinancing({ ...now, ta_prior: prior.ta }), amounts }
}

const HIGH = 'High values are adverse by the literature; no cut-off is set, so the direction is 0.'

export const balanceSheetGrowth = accountingRule({
  name: 'balance_sheet_growth',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'noa_scaled',
        title: 'Net operating assets',
        description: `Income of all years that never became cash lies in the balance sheet as net operating assets. ${HIGH}`,
        unit: 'ratio',
        source:
          'Hirshleifer, Hou, Teoh, Zhang 2004, "Do Investors Overvalue Firms with Bloated Balance Sheets?", Journal of Accounting and Economics',
        formula:
          '(std + ltd + equity with noncontrolling interests − che) / ta₋₁; che = cash + short-term investments',
        history: originalResult('1.48', '8.45'),
      }),
      evaluate: noa,
    },
    {
      type: accountingType({
        signal_type: 'asset_growth',
        title: 'Growth of assets',
        description: `Change of total assets as a share of those a year before. ${HIGH}`,
        unit: 'ratio',
        source:
          'Cooper, Gulen, Schill 2008, "Asset Growth and the Cross-Section of Stock Returns", Journal of Finance',
        formula: 'ta/ta₋₁ − 1',
        history: originalResult('1.73', '8.45'),
      }),
      evaluate: assetGrowth,
    },
    {
      type: accountingType({
        signal_type: 'net_external_fin',
        title: 'Net external financing',
        description: `Cash from selling stock and long-term debt, less cash paid for buying stock back and repaying long-term debt, over average assets. Dividends and short-term borrowings are not in it. All four must be stated. ${HIGH}`,
        unit: 'ratio',
        source:
          'After Bradshaw, Richardson, Sloan 2006, "The Relation between Corporate Financing Activities, Analysts’ Forecasts and Stock Returns", Journal of Accounting and Economics, who count dividends and short-term debt as well',
        formula: '(sstk − prstk + dltis − dltr) / average ta',
        history: originalResult('1.29', '5.70'),
      }),
      evaluate: externalFinancing,
    },
  ],
})
