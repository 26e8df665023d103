import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { average, ratio } from './arithmetic.ts'
import type { Books } from './books.ts'
import { originalResult } from './original-result.ts'
import { comparableShares } from './shares.ts'

export interface PiotroskiInput {
  ib: number
  ib_prior: number
  cfo: number
  rev: number
  rev_prior: number
  gp: number
  gp_prior: number
  ca: number
  ca_prior: number
  cl: number
  cl_prior: number
  ta: number
  ta_prior: number
  ta_before_prior: number
  ltd: number
  ltd_prior: number
  /** Shares outstanding at both year ends, counted alike. */
  shares: number
  shares_prior: number
}

/** Names of the nine tests, in the order of the paper. */
export const PIOTROSKI_BITS = [
  'profit',
  'cash_flow',
  'return_on_assets_up',
  'cash_flow_above_profit',
  'leverage_down',
  'liquidity_up',
  'no_share_issue',
  'gross_margin_up',
  'asset_turnover_up',
] as const
export type PiotroskiBits = Record<(typeof PIOTROSKI_BITS)[number], 0 | 1>

/** The nine tests of Piotroski (2000). A tie is no pass; as many shares as before is no issue. */
export function piotroskiBits(x: PiotroskiInput): PiotroskiBits {
  return {
    profit: bit(ratio(x.ib, x.ta_prior) > 0),
    cash_flow: bit(ratio(x.cfo, x.ta_prior) > 0),
    return_on_assets_up: bit(ratio(x.ib, x.ta_prior) > ratio(x.ib_prior, x.ta_before_prior)),
    cash_flow_above_profit: bit(x.cfo > x.ib),
    leverage_down: bit(
      ratio(x.ltd, average(x.ta_prior, x.ta)) < ratio(x.ltd_prior, average(x.ta_before_prior, x.ta_prior)),
    ),
    liquidity_up: bit(ratio(x.ca, x.cl) > ratio(x.ca_prior, x.cl_prior)),
    no_share_issue: bit(x.shares <= x.shares_prior),
    gross_margin_up: bit(ratio(x.gp, x.rev) > ratio(x.gp_prior, x.rev_prior)),
    asset_turnover_up: bit(ratio(x.rev, x.ta_prior) > ratio(x.rev_prior, x.ta_before_prior)),
  }
}

export function piotroskiF(x: PiotroskiInput): number {
  return PIOTROSKI_BITS.reduce((sum, name) => sum + piotroskiBits(x)[name], 0)
}

const bit = (passed: boolean): 0 | 1 => (passed ? 1 : 0)

function evaluate(books: Books): Scored {
  const taken = take(books, {
    now: ['ib', 'cfo', 'rev', 'gp', 'ca', 'cl', 'ta', 'ltd'],
    prior: ['ib', 'rev', 'gp', 'ca', 'cl', 'ta', 'ltd'],
    before: ['ta'],
  })
  const shares = comparableShares(books)
  if ('missing' in taken) {
    return 'missing' in shares ? { missing: [...taken.missing, ...shares.missing] } : taken
  }
  if ('missing' in shares) return shares
  const { now, prior, before } = taken
  const lacking =
    negligible(prior.ta, { ta_prior: prior.ta, rev_prior: prior.rev, cl_prior: prior.cl }) ??
    negligible(now.ta, { ta: now.ta, rev: now.rev, cl: now.cl, ta_before_prior: before.ta })
  if (lacking) return lacking
  const bits = piotroskiBits({
    ...now,
    ib_prior: prior.ib,
    rev_prior: prior.rev,
    gp_prior: prior.gp,
    ca_prior: prior.ca,
    cl_prior: prior.cl,
    ta_prior: prior.ta,
    ltd_prior: prior.ltd,
    ta_before_prior: before.ta,
    shares: shares.now,
    shares_prior: shares.prior,
  })
  const value = PIOTROSKI_BITS.reduce((sum, name) => sum + bits[name], 0)
  return {
    value,
    direction: value >= 8 ? 1 : value <= 1 ? -1 : 0,
    payload: bits,
    amounts: [...taken.amounts, ...shares.amounts],
    notes: shares.notes,
  }
}

const Bit = (description: string) => Type.Union([Type.Literal(0), Type.Literal(1)], { description })

export const piotroski = accountingRule({
  name: 'piotroski',
  version: '1.0.0',
  scores: [
    {
      type: accountingType({
        signal_type: 'piotroski_f',
        title: 'Piotroski F-score',
        description:
          'Nine yes-or-no tests of profit, financing and efficiency against the year before; `payload` has each of them. A tie is 0. All nine must be computable: one that lacks an input is never passed or failed. Direction +1 from 8, -1 up to 1, as the paper divides companies.',
        unit: 'score',
        range: { minimum: 0, maximum: 9 },
        source:
          'Piotroski 2000, "Value Investing: The Use of Historical Financial Statement Information", Journal of Accounting Research',
        formula:
          '[ib/ta₋₁ > 0] + [cfo/ta₋₁ > 0] + [Δ(ib/ta₋₁) > 0] + [cfo > ib] + [Δ(ltd/average ta) < 0] + [Δ(ca/cl) > 0] + [shares outstanding not increased] + [Δ(gp/rev) > 0] + [Δ(rev/ta₋₁) > 0]',
        history: originalResult('1.96', '5.59', 'among US value stocks of 1976 to 1996'),
        payload_schema: Type.Object(
          {
            profit: Bit('ib/ta₋₁ > 0'),
            cash_flow: Bit('cfo/ta₋₁ > 0'),
            return_on_assets_up: Bit('ib/ta₋₁ is higher than a year before'),
            cash_flow_above_profit: Bit('cfo > ib'),
            leverage_down: Bit('ltd over average assets is lower than a year before'),
            liquidity_up: Bit('ca/cl is higher than a year before'),
            no_share_issue: Bit('No more shares outstanding than a year before, splits adjusted'),
            gross_margin_up: Bit('gp/rev is higher than a year before'),
            asset_turnover_up: Bit('rev/ta₋₁ is higher than a year before'),
          },
          { additionalProperties: false },
        ),
        cases: {
          first_filings: '`insufficient_data`: the assets two years before are not in the report itself.',
          splits:
            'Share counts of both year ends are taken from the same report, which restates the earlier one; where a split ratio explains the difference, the earlier count is adjusted, and where it is not certain the score is `insufficient_data`.',
        },
      }),
      evaluate,
    },
  ],
})
