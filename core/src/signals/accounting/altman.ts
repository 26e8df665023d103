import { Type } from 'typebox'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { accountingRule, accountingType, negligible, type Scored, take } from './accounting-rule.ts'
import { ratio, workingCapital } from './arithmetic.ts'
import type { Amount, Books } from './books.ts'

/** The five ratios of the model of 1968; the fourth differs between the models. */
export interface AltmanRatios {
  working_capital_to_assets: number
  retained_earnings_to_assets: number
  ebit_to_assets: number
  equity_to_liabilities: number
  revenue_to_assets: number
}

const Z_WEIGHTS = {
  working_capital_to_assets: 1.2,
  retained_earnings_to_assets: 1.4,
  ebit_to_assets: 3.3,
  equity_to_liabilities: 0.6,
  revenue_to_assets: 1.0,
} as const
const Z2_WEIGHTS = {
  working_capital_to_assets: 6.56,
  retained_earnings_to_assets: 3.26,
  ebit_to_assets: 6.72,
  equity_to_liabilities: 1.05,
} as const
const Z_ZONES = { safe_above: 2.99, distress_below: 1.81 } as const
const Z2_ZONES = { safe_above: 2.6, distress_below: 1.1 } as const

/** The ratios from amounts; `equity` is the market value in Z, the book value in Z″. */
export function altmanRatios(x: {
  ca: number
  cl: number
  re: number
  ebit: number
  equity: number
  tl: number
  rev: number
  ta: number
}): AltmanRatios {
  return {
    working_capital_to_assets: ratio(workingCapital(x), x.ta),
    retained_earnings_to_assets: ratio(x.re, x.ta),
    ebit_to_assets: ratio(x.ebit, x.ta),
    equity_to_liabilities: ratio(x.equity, x.tl),
    revenue_to_assets: ratio(x.rev, x.ta),
  }
}

/** Altman (1968). The paper prints the last weight as 0.999 with ratios in percent; 1.0 is the customary rounding. */
export function altmanZ(x: AltmanRatios, revenueWeight: number = Z_WEIGHTS.revenue_to_assets): number {
  return (
    Z_WEIGHTS.working_capital_to_assets * x.working_capital_to_assets +
    Z_WEIGHTS.retained_earnings_to_assets * x.retained_earnings_to_assets +
    Z_WEIGHTS.ebit_to_assets * x.ebit_to_assets +
    Z_WEIGHTS.equity_to_liabilities * x.equity_to_liabilities +
    revenueWeight * x.revenue_to_assets
  )
}

/** Altman (1995), for companies that do not manufacture and for emerging markets, without a constant. */
export function altmanZ2(x: Omit<AltmanRatios, 'revenue_to_assets'>): number {
  return (
    Z2_WEIGHTS.working_capital_to_assets * x.working_capital_to_assets +
    Z2_WEIGHTS.retained_earnings_to_assets * x.retained_earnings_to_assets +
    Z2_WEIGHTS.ebit_to_assets * x.ebit_to_assets +
    Z2_WEIGHTS.equity_to_liabilities * x.equity_to_liabilities
  )
}

const Ratios = {
  working_capital_to_assets: Type.Number({ description: '(ca − cl)/ta' }),
  retained_earnings_to_assets: Type.Number({ description: 're/ta' }),
  ebit_to_assets: Type.Number({ description: 'ebit/ta' }),
}
const Zone = Type.Union([Type.Literal('safe'), Type.Literal('grey'), Type.Literal('distress')], {
  description: 'Where the value lies between the cut-offs of the paper.',
})

function zoneOf(value: number, zones: { safe_above: number; distress_below: number }) {
  if (value > zones.safe_above) return 'safe'
  return value < zones.distress_below ? 'distress' : 'grey'
}
const directionOf = (zone: string) => (zone === 'distress' ? -1 : 0)

function z2(books: Books): Scored {
  const taken = take(books, { now: ['ca', 'cl', 're', 'ebit', 'ceq', 'tl', 'ta'] })
  if ('missing' in taken) return taken
  const { now, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, tl: now.tl })
  if (lacking) return lacking
  const { revenue_to_assets: _, ...ratios } = altmanRatios({ ...now, equity: now.ceq, rev: 0 })
  const value = altmanZ2(ratios)
  const zone = zoneOf(value, Z2_ZONES)
  return { value, direction: directionOf(zone), payload: { ...ratios, zone }, amounts }
}

function z(books: Books): Scored {
  const taken = take(books, { now: ['ca', 'cl', 're', 'ebit', 'tl', 'rev', 'ta'] })
  if ('missing' in taken) return taken
  const float = publicFloat(books)
  if (!float) return { missing: ['public_float'] }
  const { now, amounts } = taken
  const lacking = negligible(now.ta, { ta: now.ta, tl: now.tl, public_float: float.value as number })
  if (lacking) return lacking
  const ratios = altmanRatios({ ...now, equity: float.value as number })
  const value = altmanZ(ratios)
  const zone = zoneOf(value, Z_ZONES)
  const amount: Amount = {
    name: 'public_float',
    value: float.value as number,
    rank: 1,
    parts: [{ fact: float, other: null, weight: 1 }],
    period: { start: null, end: float.period_end ?? '' },
  }
  return {
    value,
    direction: directionOf(zone),
    payload: { ...ratios, zone, public_float_date: float.period_end },
    amounts: [...amounts, amount],
  }
}

/** The cover's market value of the shares that others than affiliates hold, in the currency of the statements. */
function publicFloat({ facts, currency }: Books): StatedFact | null {
  return (
    facts.find(
      ({ concept, dimensions, value, unit }) =>
        concept === 'dei:EntityPublicFloat' && dimensions.length === 0 && value !== null && unit === currency,
    ) ?? null
  )
}

export const altman = accountingRule({
  name: 'altman',
  version: '1.0.0',
  config: { z_weights: Z_WEIGHTS, z2_weights: Z2_WEIGHTS, z_zones: Z_ZONES, z2_zones: Z2_ZONES },
  scores: [
    {
      type: accountingType({
        signal_type: 'altman_z2',
        title: 'Altman Z″',
        description:
          'Distance from distress by book values, for any industry. Above 2.60 the paper calls a company safe, below 1.10 distressed. Direction -1 below 1.10, else 0.',
        unit: 'score',
        source: 'Altman, Hartzell, Peck 1995, "Emerging Market Corporate Bonds: A Scoring System"',
        formula: '6.56·(ca − cl)/ta + 3.26·re/ta + 6.72·ebit/ta + 1.05·ceq/tl',
        history:
          'Made for manufacturers and non-manufacturers of developed and emerging markets; the cut-offs were estimated on bankruptcies of the decades before 1995.',
        payload_schema: Type.Object(
          {
            ...Ratios,
            equity_to_liabilities: Type.Number({ description: 'ceq/tl, at book value' }),
            zone: Zone,
          },
          { additionalProperties: false },
        ),
      }),
      evaluate: z2,
    },
    {
      type: accountingType({
        signal_type: 'altman_z',
        title: 'Altman Z',
        description:
          'The model of 1968, for listed manufacturers. The market value of equity is the public float of the cover page: the shares that affiliates do not hold, at the end of the second quarter, so that Z is too low where insiders hold much, and half a year late; `inputs` give its date. Above 2.99 the paper calls a company safe, below 1.81 distressed. Direction -1 below 1.81, else 0.',
        unit: 'score',
        source:
          'Altman 1968, "Financial Ratios, Discriminant Analysis and the Prediction of Corporate Bankruptcy", Journal of Finance',
        formula: '1.2·(ca − cl)/ta + 1.4·re/ta + 3.3·ebit/ta + 0.6·public float/tl + 1.0·rev/ta',
        history:
          'Estimated on 66 manufacturers of 1946 to 1965. As a predictor of returns it is a placebo in the Open Source Asset Pricing collection (t = 1.59).',
        payload_schema: Type.Object(
          {
            ...Ratios,
            equity_to_liabilities: Type.Number({ description: 'public float/tl' }),
            revenue_to_assets: Type.Number({ description: 'rev/ta' }),
            zone: Zone,
            public_float_date: Type.Union([Type.String(), Type.Null()], {
              description: 'Date of the public float as tagged, `YYYY-MM-DD`.',
            }),
          },
          { additionalProperties: false },
        ),
        cases: { splits: 'Nothing is counted in shares.' },
      }),
      evaluate: z,
    },
  ],
})
