import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { growth, ratio } from './arithmetic.ts'
import type { Books } from './books.ts'

export interface MontierYear {
  ni: number
  cfo: number
  rec: number
  rev: number
  inv: number
  cogs: number
  oca: number
  dep: number
  ppeg: number
  ta: number
}

export const MONTIER_BITS = [
  'income_runs_from_cash',
  'receivables_days_up',
  'inventory_days_up',
  'other_assets_up',
  'depreciation_rate_down',
  'assets_grow_fast',
] as const
export type MontierBits = Record<(typeof MONTIER_BITS)[number], 0 | 1>

const FAST_GROWTH = 0.1

/** The six questions of Montier (2008). A tie is 0. */
export function montierBits(before: MontierYear, now: MontierYear): MontierBits {
  const up = (of: (year: MontierYear) => number) => (of(now) > of(before) ? 1 : 0)
  return {
    income_runs_from_cash: up(({ ni, cfo }) => ni - cfo),
    receivables_days_up: up(({ rec, rev }) => ratio(rec, rev)),
    inventory_days_up: up(({ inv, cogs }) => ratio(inv, cogs)),
    other_assets_up: up(({ oca, rev }) => ratio(oca, rev)),
    depreciation_rate_down: ratio(now.dep, now.ppeg) < ratio(before.dep, before.ppeg) ? 1 : 0,
    assets_grow_fast: growth(before.ta, now.ta) > FAST_GROWTH ? 1 : 0,
  }
}

export function montierC(before: MontierYear, now: MontierYear): number {
  const bits = montierBits(before, now)
  return MONTIER_BITS.reduce((sum, name) => sum + bits[name], 0)
}

function evaluate(books: Books): Scored {
  const lines = ['ni', 'cfo', 'rec', 'rev', 'inv', 'cogs', 'oca', 'dep', 'ppeg', 'ta'] as const
  const taken = take(books, { now: lines, prior: lines })
  if ('missing' in taken) return taken
  const { now, prior, amounts } = taken
  const lacking =
    negligible(now.ta, { ta: now.ta, rev: now.rev, cogs: now.cogs, ppeg: now.ppeg }) ??
    negligible(prior.ta, {
      ta_prior: prior.ta,
      rev_prior: prior.rev,
      cogs_prior: prior.cogs,
      ppeg_prior: prior.ppeg,
    })
  if (lacking) return lacking
  const value = montierC(prior, now)
  return { value, direction: value >= 5 ? -1 : 0, payload: montierBits(prior, now), amounts }
}

const Bit = (description: string) => Type.Union([Type.Literal(0), Type.Literal(1)], { description })

export const montier = accountingRule({
  name: 'montier',
  version: '1.0.0',
  config: { fast_growth: FAST_GROWTH },
  scores: [
    {
      type: accountingType({
        signal_type: 'montier_c',
        title: 'Montier C-score',
        description:
          'Six signs that the books were cooked, each against the year before; balances are those of the year ends. All six must be computable. Direction -1 from 5.',
        unit: 'score',
        range: { minimum: 0, maximum: 6 },
        source: 'Montier 2008, "Cooking the Books, or, More Sailing Under the Black Flag", Société Générale',
        formula:
          '[Δ(ni − cfo) > 0] + [Δ(rec/rev) > 0] + [Δ(inv/cogs) > 0] + [Δ(oca/rev) > 0] + [Δ(dep/ppeg) < 0] + [ta growth > 10 %]',
        history:
          'By the author US stocks with a score of 5 or more lagged the market by some 8 % a year, 1993 to 2007.',
        payload_schema: Type.Object(
          {
            income_runs_from_cash: Bit('Net income less cash from operations grew'),
            receivables_days_up: Bit('rec/rev grew'),
            inventory_days_up: Bit('inv/cogs grew'),
            other_assets_up: Bit('Other current assets over revenue grew'),
            depreciation_rate_down: Bit('Depreciation over gross plant fell'),
            assets_grow_fast: Bit('Assets grew by more than 10 %'),
          },
          { additionalProperties: false },
        ),
      }),
      evaluate,
    },
  ],
})
