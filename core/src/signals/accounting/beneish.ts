import { Type } from 'typebox'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { normalCdf, ratio } from './arithmetic.ts'
import type { Books } from './books.ts'

export interface BeneishYear {
  rev: number
  gp: number
  rec: number
  ca: number
  ppe: number
  ta: number
  cl: number
  ltd: number
}

export interface BeneishIndices {
  dsri: number
  gmi: number
  aqi: number
  sgi: number
  depi: number
  sgai: number
  lvgi: number
  tata: number
}

const WEIGHTS: BeneishIndices = {
  dsri: 0.92,
  gmi: 0.528,
  aqi: 0.404,
  sgi: 0.892,
  depi: 0.115,
  sgai: -0.172,
  tata: 4.679,
  lvgi: -0.327,
}
const CONSTANT = -4.84
const FLAG_ABOVE = -1.78

/** Days of sales in receivables. */
export function dsri(before: { rec: number; rev: number }, now: { rec: number; rev: number }): number {
  return ratio(now.rec, now.rev) / ratio(before.rec, before.rev)
}

/** Gross margin, last year's over this year's: above 1 it got worse. */
export function gmi(before: { gp: number; rev: number }, now: { gp: number; rev: number }): number {
  return ratio(before.gp, before.rev) / ratio(now.gp, now.rev)
}

type Assets = { ca: number; ppe: number; ta: number }
/** Asset quality: the share of assets that are neither current nor plant. */
export function aqi(before: Assets, now: Assets): number {
  return softShare(now) / softShare(before)
}
const softShare = ({ ca, ppe, ta }: Assets) => 1 - (ca + ppe) / ta

export function sgi(before: { rev: number }, now: { rev: number }): number {
  return now.rev / before.rev
}

type Depreciating = { dep: number; ppe: number }
/** Rate of depreciation, last year's over this year's: above 1 it slowed down. */
export function depi(before: Depreciating, now: Depreciating): number {
  return ratio(before.dep, before.ppe + before.dep) / ratio(now.dep, now.ppe + now.dep)
}

export function sgai(before: { sga: number; rev: number }, now: { sga: number; rev: number }): number {
  return ratio(now.sga, now.rev) / ratio(before.sga, before.rev)
}

type Indebted = { cl: number; ltd: number; ta: number }
export function lvgi(before: Indebted, now: Indebted): number {
  return ratio(now.cl + now.ltd, now.ta) / ratio(before.cl + before.ltd, before.ta)
}

export function tata({ ib, cfo, ta }: { ib: number; cfo: number; ta: number }): number {
  return ratio(ib - cfo, ta)
}

/** The M-score of Beneish (1999) with eight variables. */
export function beneishM(indices: BeneishIndices): number {
  let sum = CONSTANT
  for (const name of Object.keys(WEIGHTS) as (keyof BeneishIndices)[]) sum += WEIGHTS[name] * indices[name]
  return sum
}

/** The probability of the model, a probit. */
export function beneishProbability(m: number): number {
  return normalCdf(m)
}

/** All indices; the three whose inputs are often not stated, or cannot be divided by, are 1 and named. */
export function beneishIndices(
  before: BeneishYear & { sga?: number; dep?: number },
  now: BeneishYear & { sga?: number; dep?: number; ib: number; cfo: number },
): { indices: BeneishIndices; neutral: ('aqi' | 'depi' | 'sgai')[] } {
  const neutral: ('aqi' | 'depi' | 'sgai')[] = []
  const orNeutral = (name: 'aqi' | 'depi' | 'sgai', index: number | null) => {
    if (index !== null && Number.isFinite(index) && index > 0) return index
    neutral.push(name)
    return 1
  }
  const indices = {
    dsri: dsri(before, now),
    gmi: gmi(before, now),
    aqi: orNeutral('aqi', softShare(before) > 0.001 && softShare(now) > 0 ? aqi(before, now) : null),
    sgi: sgi(before, now),
    depi: orNeutral(
      'depi',
      before.dep === undefined || now.dep === undefined
        ? null
        : depi({ dep: before.dep, ppe: before.ppe }, { dep: now.dep, ppe: now.ppe }),
    ),
    sgai: orNeutral(
      'sgai',
      before.sga === undefined || now.sga === undefined
        ? null
        : sgai({ sga: before.sga, rev: before.rev }, { sga: now.sga, rev: now.rev }),
    ),
    lvgi: lvgi(before, now),
    tata: tata(now),
  }
  return { indices, neutral }
}

function evaluate(books: Books): Scored {
  const both = ['rev', 'gp', 'rec', 'ca', 'ppe', 'ta', 'cl', 'ltd'] as const
  const taken = take(books, { now: [...both, 'ib', 'cfo'], prior: both })
  if ('missing' in taken) return taken
  const { now, prior } = taken
  const lacking =
    negligible(prior.ta, {
      ta_prior: prior.ta,
      rev_prior: prior.rev,
      rec_prior: prior.rec,
      'cl_prior + ltd_prior': prior.cl + prior.ltd,
    }) ?? negligible(now.ta, { ta: now.ta, rev: now.rev, gp: now.gp })
  if (lacking) return lacking
  const optional = (['sga', 'dep'] as const).flatMap((line) => {
    const amounts = [books.amount(line), books.amount(line, 1)] as const
    return amounts[0] && amounts[1] ? [{ line, now: amounts[0], prior: amounts[1] }] : []
  })
  const more = (age: 'now' | 'prior') =>
    Object.fromEntries(optional.map((each) => [each.line, each[age].value]))
  const { indices, neutral } = beneishIndices({ ...prior, ...more('prior') }, { ...now, ...more('now') })
  const value = beneishM(indices)
  const flagged = value > FLAG_ABOVE
  return {
    value,
    direction: flagged ? -1 : 0,
    payload: { ...indices, probability: beneishProbability(value), flagged, neutral_indices: neutral },
    amounts: [...taken.amounts, ...optional.flatMap((each) => [each.now, each.prior])],
  }
}

const Index = (description: string) => Type.Number({ description })

export const beneish = accountingRule({
  name: 'beneish',
  version: '1.0.0',
  config: { weights: WEIGHTS, constant: CONSTANT, flag_above: FLAG_ABOVE },
  scores: [
    {
      type: accountingType({
        signal_type: 'beneish_m',
        title: 'Beneish M-score',
        description:
          'How much the changes since last year look like those of companies that were found to manipulate earnings. Above -1.78 the company is flagged (direction -1). The cut-off depends on what an error costs: -1.49, -1.78 and -1.89 are those of the paper. Indices of depreciation, overheads and asset quality are 1 where their inputs are not stated or cannot be divided by, and `payload` names them. Fast growth and acquisitions raise the score of honest companies.',
        unit: 'score',
        source: 'Beneish 1999, "The Detection of Earnings Manipulation", Financial Analysts Journal',
        formula:
          '−4.84 + 0.92·DSRI + 0.528·GMI + 0.404·AQI + 0.892·SGI + 0.115·DEPI − 0.172·SGAI + 4.679·TATA − 0.327·LVGI; DSRI = (rec/rev)/(rec/rev)₋₁, GMI = (gp/rev)₋₁/(gp/rev), AQI = [1 − (ca + ppe)/ta]/[…]₋₁, SGI = rev/rev₋₁, DEPI = [dep/(ppe + dep)]₋₁/[…], SGAI = (sga/rev)/(…)₋₁, LVGI = [(cl + ltd)/ta]/[…]₋₁, TATA = (ib − cfo)/ta; p = Φ(M)',
        history:
          'Estimated on 74 manipulators and their industry peers of 1982 to 1992. The probability is that of the estimation sample, where manipulators are far more frequent than among companies at large.',
        payload_schema: Type.Object(
          {
            dsri: Index('Days of sales in receivables index'),
            gmi: Index('Gross margin index'),
            aqi: Index('Asset quality index'),
            sgi: Index('Sales growth index'),
            depi: Index('Depreciation index'),
            sgai: Index('Index of selling, general and administrative expenses'),
            lvgi: Index('Leverage index'),
            tata: Index('Total accruals to total assets'),
            probability: Type.Number({ description: 'Φ(M)', minimum: 0, maximum: 1 }),
            flagged: Type.Boolean({ description: 'M is above -1.78.' }),
            neutral_indices: Type.Array(
              Type.Union([Type.Literal('aqi'), Type.Literal('depi'), Type.Literal('sgai')]),
              { description: 'Indices taken as 1 because they could not be computed.' },
            ),
          },
          { additionalProperties: false },
        ),
        cases: {
          missing_years:
            '`insufficient_data`, naming what is missing; only the indices of depreciation, overheads and asset quality are taken as 1, as the paper does, and named.',
        },
      }),
      evaluate,
    },
  ],
})
