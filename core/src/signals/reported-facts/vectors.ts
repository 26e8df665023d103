import type { StatedFact } from '../../facts/stated-fact.ts'
import { fourthQuarter } from '../accounting/vintages.ts'
import type { Vector } from '../vectors/vector.ts'
import { customerShares } from './customer-concentration.ts'
import { realStatedFacts } from './real-stated-facts.ts'
import { restatedNumbers } from './restatement-axis.ts'
import { isScaleError } from './revision-class.ts'
import { stated } from './stated-fixture.ts'

const CELSIUS = 'public test suite, on 10-K 0000950170-22-003965 of Celsius Holdings for 2021'
const QUARTER = '2021-07-01/2021-09-30'

/** What the 10-K tags of the third quarter: reported before, and the adjustment in thousands. */
function celsiusFacts(): StatedFact[] {
  const on = (member: string) => ({ period: QUARTER, dimensions: { 'srt:RestatementAxis': `srt:${member}` } })
  return [
    stated('NetIncomeLoss', 2_745_791, on('ScenarioPreviouslyReportedMember')),
    stated('NetIncomeLoss', -12_117_000, { ...on('RestatementAdjustmentMember'), decimals: -3 }),
    stated('Revenues', 94_909_000, on('ScenarioPreviouslyReportedMember')),
    stated('Revenues', 0, on('RestatementAdjustmentMember')),
  ]
}

/** Of the days only the order matters; the accession numbers are invented. */
const income = (value: number, period: string, filing_date: string, accession_number: string) =>
  stated('NetIncomeLoss', value, { period, filing_date, accession_number })
const YEAR_2021 = [income(3_937_273, '2021-01-01/2021-12-31', '2022-03-01', '0009990001-22-000001')]
const NINE_MONTHS = [
  income(7_291_559, '2021-01-01/2021-09-30', '2021-11-12', '0009990001-21-000002'),
  income(-8_005_000, '2021-01-01/2021-09-30', '2022-11-09', '0009990001-22-000004'),
]
/** The annual report restated the quarters of its year on the axis. */
const RESTATED_ON = ['2022-03-01T21:00:00Z']

const quarterAsOf = (moment: string) => {
  const quarter = fourthQuarter(YEAR_2021, NINE_MONTHS, moment, RESTATED_ON)
  return quarter === null ? 'none' : String(quarter.value)
}

const largestOf = (accession: string, start: string, end: string) => () => {
  const real = realStatedFacts(accession)
  if (!real) return null
  const [largest, ...others] = customerShares(real.facts, { start, end }).filter(({ several }) => !several)
  if (!largest) return 'none'
  return `${Math.round(largest.share * 100)}%${others.length === 0 ? ' one customer' : ` of ${others.length + 1}`}`
}

/** Published examples on what filings say of their own numbers. */
export const reportedFactVectors: readonly Vector[] = [
  {
    id: 'V41a',
    kind: 're',
    signal_type: 'restatement_axis',
    title: 'Celsius, third quarter of 2021: net income 2,745,791 adjusted by −12,117,000',
    source: CELSIUS,
    formula: 'Previously reported + adjustment, at the precision of the coarser',
    expected: '-9371000',
    got: () =>
      String(
        restatedNumbers(celsiusFacts()).find(({ concept }) => concept === 'us-gaap:NetIncomeLoss')?.restated,
      ),
  },
  {
    id: 'V41b',
    kind: 're',
    signal_type: 'restatement_axis',
    title: 'Celsius: revenue on the axis with an adjustment of 0',
    source: CELSIUS,
    formula: 'An adjustment of 0 is no restatement',
    expected: 'not restated',
    got: () =>
      restatedNumbers(celsiusFacts()).some(({ concept }) => concept === 'us-gaap:Revenues')
        ? 'restated'
        : 'not restated',
  },
  {
    id: 'V42a',
    kind: 're',
    signal_type: 'silent_revision',
    title: 'Celsius, fourth quarter of 2021 after the 10-Q of 2022-11-09',
    source: CELSIUS,
    formula: 'Year − nine months, both as last stated with no revision between: 3,937,273 − (−8,005,000)',
    expected: '11942273',
    got: () => quarterAsOf('2022-12-31T00:00:00Z'),
  },
  {
    id: 'V42b',
    kind: 'neg',
    signal_type: 'silent_revision',
    title: 'Celsius, fourth quarter of 2021 before the nine months were stated anew',
    source: CELSIUS,
    formula: 'Year − nine months as first stated, across a restatement: 3,937,273 − 7,291,559',
    expected: '-3354286',
    got: () => quarterAsOf('2022-06-30T00:00:00Z'),
  },
  ...(
    [
      ['V43a', 585_424, 585, 'scale error'],
      ['V43b', 48_289, 48.289, 'scale error'],
      ['V43c', 100, 120, 'not'],
    ] as const
  ).map(
    ([id, before, now, expected]): Vector => ({
      id,
      kind: 'pub',
      signal_type: 'silent_revision',
      title: `${before} stated again as ${now}`,
      source: 'public test suite',
      formula: 'Ratio within 1 % of a power of 1,000',
      expected,
      got: () => (isScaleError(before, now) ? 'scale error' : 'not'),
    }),
  ),
  {
    id: 'V53a',
    kind: 'pub',
    signal_type: 'customer_concentration',
    title: 'AMD, fiscal year 2022',
    source: 'FinanceBench; 10-K 0000002488-23-000047',
    formula: 'Largest share of revenue on the customer axis',
    expected: '16% one customer',
    got: largestOf('0000002488-23-000047', '2021-12-26', '2022-12-31'),
  },
  {
    id: 'V53b',
    kind: 'pub',
    signal_type: 'customer_concentration',
    title: 'Boeing, fiscal year 2022: the U.S. government',
    source: 'FinanceBench; as stated again in 10-K 0000012927-24-000010',
    formula: 'Largest share of revenue on the customer axis',
    expected: '40% one customer',
    got: largestOf('0000012927-24-000010', '2022-01-01', '2022-12-31'),
  },
]
