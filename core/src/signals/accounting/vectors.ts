import type { Vector } from '../vectors/vector.ts'
import { altmanRatios, altmanZ } from './altman.ts'
import { freeCashFlow, growth, perAverage, ratio, workingCapital } from './arithmetic.ts'
import {
  aqi,
  beneishIndices,
  beneishM,
  beneishProbability,
  depi,
  dsri,
  gmi,
  lvgi,
  sgi,
  tata,
} from './beneish.ts'
import { PIOTROSKI_BITS, piotroskiBits, piotroskiF } from './piotroski.ts'
import {
  cashConversionCycle,
  daysInventoryOutstanding,
  daysPayableOutstanding,
  daysSalesOutstanding,
} from './working-capital-days.ts'

const BENEISH = 'Beneish 1999; signals of accounting quality'
const FINANCE_BENCH = 'FinanceBench'

const sunbeam = [
  {
    rec: 2134,
    ca: 6242,
    cogs: 9006,
    ppe: 2201,
    ta: 10727,
    rev: 9842,
    dep: 474,
    sga: 2140,
    cl: 2716,
    ltd: 2011,
  },
  {
    rec: 2956,
    ca: 6580,
    cogs: 8377,
    ppe: 2409,
    ta: 11203,
    rev: 11682,
    dep: 386,
    sga: 1310,
    cl: 1981,
    ltd: 1946,
  },
] as const
const enron = {
  1997: {
    rec: 1697,
    ca: 4669,
    ppe: 9170,
    ta: 23422,
    cl: 4412,
    ltd: 6254,
    rev: 20273,
    cogs: 17311,
    sga: 1406,
    dep: 480,
  },
  1998: {
    rec: 2060,
    ca: 5933,
    ppe: 10657,
    ta: 29350,
    cl: 6107,
    ltd: 7357,
    rev: 31260,
    cogs: 26381,
    sga: 2473,
    dep: 563,
  },
  1999: {
    rec: 3030,
    ca: 7255,
    ppe: 10681,
    ta: 33381,
    cl: 6759,
    ltd: 7151,
    rev: 40112,
    cogs: 34761,
    sga: 3045,
    dep: 565,
  },
  2000: {
    rec: 10396,
    ca: 30381,
    ppe: 11743,
    ta: 65503,
    cl: 28406,
    ltd: 8550,
    rev: 100789,
    cogs: 94517,
    sga: 3184,
    dep: 485,
  },
} as const
const enronFlows = {
  1998: { ib: 703, cfo: 1640 },
  1999: { ib: 1024, cfo: 1228 },
  2000: { ib: 979, cfo: 4779 },
} as const

type Sheet = { rev: number; cogs: number }
const withProfit = <T extends Sheet>(year: T) => ({ ...year, gp: year.rev - year.cogs })

function sunbeamIndices() {
  const [before, now] = sunbeam
  return beneishIndices(withProfit(before), { ...withProfit(now), ib: 1094, cfo: -82 }).indices
}

function enronIndices(year: 1998 | 1999 | 2000) {
  const before = withProfit(enron[(year - 1) as 1997])
  return beneishIndices(before, { ...withProfit(enron[year]), ...enronFlows[year] }).indices
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))
/** Rounded to four decimals, as the example prints its indices. */
function roundedIndices() {
  return Object.fromEntries(
    Object.entries(sunbeamIndices()).map(([name, index]) => [name, round(index, 4)]),
  ) as unknown as ReturnType<typeof sunbeamIndices>
}
const list = (values: readonly number[], digits: number) =>
  values.map((value) => value.toFixed(digits)).join(' ')

const AMAZON_2018 = {
  ib: 10073,
  ib_prior: 3033,
  cfo: 30723,
  rev: 232887,
  rev_prior: 177866,
  gp: 105831,
  gp_prior: 74732,
  ca: 75101,
  ca_prior: 60197,
  cl: 68391,
  cl_prior: 57883,
  ta: 162648,
  ta_prior: 131310,
  ta_before_prior: 83402,
  ltd: 39787,
  ltd_prior: 37926,
  // The sheet says that there are more shares, not how many.
  shares: 2,
  shares_prior: 1,
}
const GENERAL_MILLS_2019 = {
  inv: 1559.3,
  inv_prior: 1642.2,
  rec: 1679.7,
  rec_prior: 1684.2,
  ap: 2854.1,
  ap_prior: 2746.2,
  cogs: 11108.4,
  rev: 16865.2,
}

function generalMills() {
  const dio = daysInventoryOutstanding(GENERAL_MILLS_2019)
  const dso = daysSalesOutstanding(GENERAL_MILLS_2019)
  const dpo = daysPayableOutstanding(GENERAL_MILLS_2019)
  return { dio, dso, dpo, ccc: cashConversionCycle({ dio, dso, dpo }) }
}

const evenRatios = (x: readonly [number, number, number, number, number]) => ({
  working_capital_to_assets: x[0],
  retained_earnings_to_assets: x[1],
  ebit_to_assets: x[2],
  equity_to_liabilities: x[3],
  revenue_to_assets: x[4],
})

function vector(
  id: string,
  kind: Vector['kind'],
  signal_type: string,
  title: string,
  source: string,
  formula: string,
  expected: string,
  got: () => string | null,
): Vector {
  return { id, kind, signal_type, title, source, formula, expected, got }
}

/** A ratio of the question-and-answer set, to the decimals it prints. */
function financeBench(
  id: string,
  signalType: string,
  title: string,
  formula: string,
  expected: string,
  value: () => number,
  digits = 2,
): Vector {
  return vector(id, 're', signalType, title, FINANCE_BENCH, formula, expected, () => value().toFixed(digits))
}

const SUNBEAM = 'Sunbeam, example of the author of the model'
const WILKENS = 'tests of fwilkens/beneish'
const M_FORMULA = 'M of eight indices (Beneish 1999)'
const TEXTBOOK = 'textbook exhibit 6.18; M is derived'
const Z_FORMULA = '1.2X₁ + 1.4X₂ + 3.3X₃ + 0.6X₄ + 1.0X₅ (Altman 1968)'
const TURNOVER = 'flow / average balance'
const DPO = '365 · average ap / (cogs + Δinv)'

export const accountingVectors: readonly Vector[] = [
  vector(
    'V11a',
    're',
    'beneish_m',
    `${SUNBEAM}: DSRI GMI AQI SGI DEPI SGAI LVGI TATA`,
    WILKENS,
    BENEISH,
    '1.1670 0.3002 0.9282 1.1870 1.2831 0.5157 0.7955 0.1050',
    () => {
      const x = sunbeamIndices()
      return list([x.dsri, x.gmi, x.aqi, x.sgi, x.depi, x.sgai, x.lvgi, x.tata], 4)
    },
  ),
  vector(
    'V11b',
    're',
    'beneish_m',
    `${SUNBEAM}: M of indices of four decimals`,
    WILKENS,
    M_FORMULA,
    '-1.8840',
    () => beneishM(roundedIndices()).toFixed(4),
  ),
  vector('V11c', 're', 'beneish_m', `${SUNBEAM}: M`, WILKENS, M_FORMULA, '-1.8842', () =>
    beneishM(sunbeamIndices()).toFixed(4),
  ),
  vector('V12', 'derived', 'beneish_m', 'Enron 1998: M and p', TEXTBOOK, M_FORMULA, '-2.3777 0.0087', () => {
    const m = beneishM(enronIndices(1998))
    return list([m, beneishProbability(m)], 4)
  }),
  vector(
    'V13',
    'derived',
    'beneish_m',
    'Enron 1999: DSRI AQI SGI M',
    TEXTBOOK,
    M_FORMULA,
    '1.1463 1.0643 1.2832 -1.9689',
    () => {
      const x = enronIndices(1999)
      return list([x.dsri, x.aqi, x.sgi, beneishM(x)], 4)
    },
  ),
  vector(
    'V14',
    'derived',
    'beneish_m',
    'Enron 2000: DSRI GMI AQI SGI M p',
    TEXTBOOK,
    M_FORMULA,
    '1.3655 2.1437 0.7714 2.5127 -0.5390 0.2949',
    () => {
      const x = enronIndices(2000)
      const m = beneishM(x)
      return list([x.dsri, x.gmi, x.aqi, x.sgi, m, beneishProbability(m)], 4)
    },
  ),
  vector(
    'V14n',
    'neg',
    'beneish_m',
    'Enron 2000: weighted GMI and p in percent, with the margins inverted',
    'a public answer page',
    '0.528 · (gp/rev)₋₁/(gp/rev)',
    '0.2463 8.05',
    () => {
      const x = enronIndices(2000)
      return `${(0.528 * x.gmi).toFixed(4)} ${(100 * beneishProbability(beneishM(x))).toFixed(2)}`
    },
  ),
  vector(
    'V15',
    're',
    'beneish_m',
    'Single indices: DSRI GMI AQI SGI DEPI LVGI TATA',
    WILKENS,
    BENEISH,
    '0.8333 0.6667 0.9935 1.0833 1.0938 1.1581 0.2083',
    () =>
      list(
        [
          dsri({ rec: 90, rev: 150 }, { rec: 100, rev: 200 }),
          gmi({ rev: 90, gp: 90 - 60 }, { rev: 100, gp: 100 - 50 }),
          aqi({ ca: 100, ppe: 60, ta: 600 }, { ca: 130, ppe: 60, ta: 700 }),
          sgi({ rev: 1200 }, { rev: 1300 }),
          depi({ dep: 1000, ppe: 600 }, { dep: 1200, ppe: 900 }),
          lvgi({ cl: 1200, ltd: 400, ta: 1800 }, { cl: 1300, ltd: 450, ta: 1700 }),
          tata({ ib: 300, cfo: 50, ta: 1200 }),
        ],
        4,
      ),
  ),
  vector(
    'V16',
    're',
    'altman_z',
    'Five sets of ratios',
    'tests of FinanceToolkit',
    Z_FORMULA,
    '1.50 2.13 2.53 3.53 4.50',
    () =>
      list(
        (
          [
            [0.2, 0.2, 0.2, 0.2, 0.2],
            [0.2, 0.3, 0.3, 0.3, 0.3],
            [0.4, 0.3, 0.3, 0.4, 0.4],
            [0.5, 0.5, 0.5, 0.3, 0.4],
            [0.6, 0.6, 0.6, 0.6, 0.6],
          ] as const
        ).map((x) => altmanZ(evenRatios(x))),
        2,
      ),
  ),
  vector(
    'V17',
    're',
    'altman_z',
    'An example in amounts, with the last weight as the paper prints it',
    'formiax.com',
    '1.2X₁ + 1.4X₂ + 3.3X₃ + 0.6X₄ + 0.999X₅',
    '11.0976',
    () =>
      altmanZ(
        altmanRatios({ ca: 4.2, cl: 0, re: 0.8, ebit: 6.5, equity: 7, tl: 5, rev: 8.3, ta: 3.5 }),
        0.999,
      ).toFixed(4),
  ),
  vector(
    'V18',
    're',
    'piotroski_f',
    'Amazon 2018: nine tests and their sum',
    'CFI calculator',
    'Piotroski 2000',
    '1,1,1,1,1,1,0,1,0 → 7',
    () => {
      const bits = piotroskiBits(AMAZON_2018)
      return `${PIOTROSKI_BITS.map((name) => bits[name]).join(',')} → ${piotroskiF(AMAZON_2018)}`
    },
  ),
  financeBench('V20', 'capex_vs_dep', 'Activision 2019: fixed-asset turnover', TURNOVER, '24.26', () =>
    perAverage(6489, 282, 253),
  ),
  financeBench('V21', 'dpo', 'Amazon 2017: DPO', DPO, '93.86', () =>
    daysPayableOutstanding({ ap: 34616, ap_prior: 25309, cogs: 111934, inv: 16047, inv_prior: 11461 }),
  ),
  financeBench('V22', 'dpo', 'Corning 2020: DPO', DPO, '63.86', () =>
    daysPayableOutstanding({ ap: 1174, ap_prior: 1587, cogs: 7772, inv: 2438, inv_prior: 2320 }),
  ),
  financeBench('V23', 'dpo', 'Walmart 2018: DPO', DPO, '42.69', () =>
    daysPayableOutstanding({ ap: 46092, ap_prior: 41433, cogs: 373396, inv: 43783, inv_prior: 43046 }),
  ),
  financeBench('V24', 'dio', 'Kraft Heinz 2019: inventory turnover', TURNOVER, '6.25', () =>
    perAverage(16830, 2667, 2721),
  ),
  financeBench('V25', 'dio', 'Nike 2021: inventory turnover', TURNOVER, '3.46', () =>
    perAverage(24576, 7367, 6854),
  ),
  financeBench('V26', 'cf_accruals', 'Lockheed 2020: asset turnover', TURNOVER, '1.33', () =>
    perAverage(65398, 47528, 50710),
  ),
  financeBench('V27', 'cf_accruals', 'AES 2022: return on average assets', TURNOVER, '-0.02', () =>
    perAverage(-546, 32963, 38363),
  ),
  financeBench('V28', 'cf_accruals', 'Coca-Cola 2017: return on average assets', TURNOVER, '0.01', () =>
    perAverage(1248, 87270, 87896),
  ),
  financeBench('V29', 'piotroski_f', 'General Mills 2020: ca/cl', 'ca/cl', '0.68', () =>
    ratio(5121.3, 7491.5),
  ),
  financeBench('V30', 'piotroski_f', 'Square 2016: ca/cl', 'ca/cl', '1.73', () => ratio(1001425, 577464)),
  financeBench('V31', 'ohlson_o', 'Adobe 2015: cfo/cl', 'cfo/cl', '0.66', () => ratio(1469502, 2213556)),
  financeBench('V32', 'ohlson_o', 'Adobe 2017: cfo/cl', 'cfo/cl', '0.83', () => ratio(2912853, 3527457)),
  financeBench(
    'V33',
    'cash_conversion',
    'General Mills 2020: free cash flow',
    'cfo − capex',
    '3215',
    () => freeCashFlow({ cfo: 3676.2, capex: 460.8 }),
    0,
  ),
  financeBench(
    'V34',
    'altman_z2',
    'Lockheed 2021: working capital',
    'ca − cl',
    '5818',
    () => workingCapital({ ca: 19815, cl: 13997 }),
    0,
  ),
  vector(
    'V35',
    're',
    'inventory_vs_sales',
    'Amazon 2017: growth of revenue',
    FINANCE_BENCH,
    'rev/rev₋₁ − 1',
    '+30.8%',
    () => {
      const percent = 100 * growth(135987, 177866)
      return `${percent > 0 ? '+' : ''}${percent.toFixed(1)}%`
    },
  ),
  vector(
    'V36',
    're',
    'sbc_intensity',
    'Netflix 2015: EBITDA margin',
    FINANCE_BENCH,
    '(ebit + depreciation and amortisation)/rev',
    '5.4%',
    () => `${(100 * ratio(305826 + 62283, 6779511)).toFixed(1)}%`,
  ),
  vector(
    'V37',
    're',
    'ccc',
    'General Mills 2019: DIO DSO DPO CCC',
    FINANCE_BENCH,
    'dio + dso − dpo',
    '52.60 36.40 92.70 -3.70',
    () => {
      const { dio, dso, dpo, ccc } = generalMills()
      return list([dio, dso, dpo, ccc], 2)
    },
  ),
  financeBench('V38', 'capex_vs_dep', 'CVS 2018: fixed-asset turnover', TURNOVER, '17.98', () =>
    perAverage(194579, 10292, 11349),
  ),
  financeBench('V39', 'altman_z2', 'AMD 2022: quick ratio', '(cash + sti + rec + related)/cl', '1.57', () =>
    ratio(4835 + 1020 + 4126 + 2, 6369),
  ),
  vector(
    'V40',
    're',
    'benford_mad',
    'SPY returns: MAD of first two digits and of second digits. The file of prices is not at hand, so that nothing is computed; the function is tested against a case worked out by hand.',
    'benford_py demo',
    'mean of |share − Benford share|',
    '0.001432048977662544 0.004150506450239337',
    () => null,
  ),
]
