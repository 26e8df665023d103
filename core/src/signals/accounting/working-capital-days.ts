import {
  accountingRule,
  accountingType,
  type Lacking,
  negligible,
  type Scored,
  take,
} from './accounting-rule.ts'
import { average, DAYS_OF_YEAR } from './arithmetic.ts'
import type { Amount, Books } from './books.ts'

export function daysSalesOutstanding(x: { rec: number; rec_prior: number; rev: number }): number {
  return (DAYS_OF_YEAR * average(x.rec_prior, x.rec)) / x.rev
}

export function daysInventoryOutstanding(x: { inv: number; inv_prior: number; cogs: number }): number {
  return (DAYS_OF_YEAR * average(x.inv_prior, x.inv)) / x.cogs
}

/** Purchases of the year are the cost of sales and what was put on stock. */
export function daysPayableOutstanding(x: {
  ap: number
  ap_prior: number
  cogs: number
  inv: number
  inv_prior: number
}): number {
  return (DAYS_OF_YEAR * average(x.ap_prior, x.ap)) / (x.cogs + x.inv - x.inv_prior)
}

export function cashConversionCycle(x: { dio: number; dso: number; dpo: number }): number {
  return x.dio + x.dso - x.dpo
}

type Days = { value: number; amounts: Amount[] }

function dso(books: Books): Days | Lacking {
  const taken = take(books, { now: ['rec', 'rev', 'ta'], prior: ['rec'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, rev: now.rev })
  return lacking ?? { value: daysSalesOutstanding({ ...now, rec_prior: prior.rec }), amounts }
}

function dio(books: Books): Days | Lacking {
  const taken = take(books, { now: ['inv', 'cogs', 'ta'], prior: ['inv'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, cogs: now.cogs })
  return lacking ?? { value: daysInventoryOutstanding({ ...now, inv_prior: prior.inv }), amounts }
}

function dpo(books: Books): Days | Lacking {
  const taken = take(books, { now: ['ap', 'cogs', 'inv', 'ta'], prior: ['ap', 'inv'] })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, 'cogs + Δinv': now.cogs + now.inv - prior.inv })
  return (
    lacking ?? {
      value: daysPayableOutstanding({ ...now, ap_prior: prior.ap, inv_prior: prior.inv }),
      amounts,
    }
  )
}

function ccc(books: Books): Scored {
  const parts = { dio: dio(books), dso: dso(books), dpo: dpo(books) }
  const lacking = Object.values(parts).flatMap((part) => ('missing' in part ? [part] : []))
  const { dio: inventory, dso: sales, dpo: payables } = parts
  if ('missing' in inventory || 'missing' in sales || 'missing' in payables) {
    const reason = lacking.find((each) => each.reason)?.reason
    return { missing: [...new Set(lacking.flatMap(({ missing }) => missing))], ...(reason ? { reason } : {}) }
  }
  const amounts = [...inventory.amounts, ...sales.amounts, ...payables.amounts]
  return {
    value: cashConversionCycle({ dio: inventory.value, dso: sales.value, dpo: payables.value }),
    amounts: [...new Map(amounts.map((amount) => [amount.name, amount])).values()],
    notes: (['dio', 'dso', 'dpo'] as const).map((name) => ({
      name,
      value: (parts[name] as Days).value,
      accession_number: null,
    })),
  }
}

const DESCRIPTIVE = 'Describes the company; what is many days depends on the industry, so the direction is 0.'
const SOURCE = 'Textbook ratio; averages of the balances at the beginning and the end of the year'

export const workingCapitalDays = accountingRule({
  name: 'working_capital_days',
  version: '1.0.0',
  config: { days_of_year: DAYS_OF_YEAR },
  scores: [
    {
      type: accountingType({
        signal_type: 'dso',
        title: 'Days of sales in receivables',
        description: `How many days of revenue customers owe on average. ${DESCRIPTIVE}`,
        unit: 'days',
        source: SOURCE,
        formula: '365 · average rec / rev',
        history:
          'Receivables growing faster than sales did not predict returns: a placebo in the Open Source Asset Pricing collection.',
      }),
      evaluate: dso,
    },
    {
      type: accountingType({
        signal_type: 'dio',
        title: 'Days of inventory',
        description: `How many days of cost of sales lie on stock on average. ${DESCRIPTIVE}`,
        unit: 'days',
        source: SOURCE,
        formula: '365 · average inv / cogs',
      }),
      evaluate: dio,
    },
    {
      type: accountingType({
        signal_type: 'dpo',
        title: 'Days of purchases in payables',
        description: `How many days of purchases the company owes its suppliers on average; purchases are cost of sales and the change of inventory. ${DESCRIPTIVE}`,
        unit: 'days',
        source: SOURCE,
        formula: '365 · average ap / (cogs + Δinv)',
      }),
      evaluate: dpo,
    },
    {
      type: accountingType({
        signal_type: 'ccc',
        title: 'Cash conversion cycle',
        description: `Days from paying suppliers to being paid; negative where customers pay first. ${DESCRIPTIVE}`,
        unit: 'days',
        source: SOURCE,
        formula: 'dio + dso − dpo',
      }),
      evaluate: ccc,
    },
  ],
})
