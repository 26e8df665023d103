import type { Company } from '../../company.ts'
import { tarnwickEvents } from './events.ts'
import { tarnwickOwnership } from './ownership.ts'
import { tarnwickRiskFactors } from './risk-factors.ts'
import { tarnwickStory } from './story.ts'
import { tarnwickTrades } from './trades.ts'

const years = [2020, 2021, 2022, 2023, 2024, 2025]

const company: Company = {
  cik: '0009990001',
  conformed_name: 'TARNWICK TIDAL INSTRUMENTS INC',
  legal_name: 'Tarnwick Tidal Instruments, Inc.',
  short_name: 'Tarnwick',
  ticker: 'TWTI',
  exchange: 'Nasdaq',
  exchange_name: 'The Nasdaq Global Market',
  sic: '3829',
  sic_description: 'MEASURING & CONTROLLING DEVICES, NEC',
  office: '08 Industrial Applications and Services',
  irs_number: '009990001',
  state_of_incorporation: 'ME',
  state_of_incorporation_name: 'Maine',
  fiscal_year_end: '1231',
  file_number: '001-99901',
  address: {
    street: '4 Breakwater Row',
    suite: null,
    city: 'Port Ellery',
    state: 'ME',
    state_name: 'Maine',
    zip: '04999',
  },
  phone: '207-555-0142',
  category: 'Accelerated filer',
  filer_status: 'accelerated',
  smaller_reporting: false,
  layout: 'blocks',
  submissions_clock_is_new_york: false,
  common_stock: 'Common Stock',
  par_value: '$0.001',
  calendar: {
    start: '2020-01-01',
    years: years.map((year) => ({
      year,
      quarters: [`${year}-03-31`, `${year}-06-30`, `${year}-09-30`, `${year}-12-31`],
      weeks: null,
    })),
  },
  economics: {
    opening_quarter_revenue: 61_000,
    growth: { 2020: 0.02, 2021: 0.065, 2022: 0.031, 2023: 0.094, 2024: 0.048, 2025: 0.026 },
    seasons: [0.22, 0.25, 0.26, 0.27],
    gross_margin: { 2020: 0.497, 2021: 0.502, 2022: 0.481, 2023: 0.509, 2024: 0.501, 2025: 0.494 },
    research_rate: 0.121,
    selling_rate: 0.236,
    tax_rate: 0.178,
    interest_rate: 0.052,
    days_receivable: 68,
    days_inventory: 142,
    days_payable: 41,
    capital_rate: 0.058,
    opening_cash: 48_200,
    opening_plant: 96_400,
    goodwill: 38_150,
    opening_debt: 96_000,
    debt_repaid_quarterly: 2_000,
    buyback_quarterly: 1_500,
    dividend_quarterly: 1_900,
    shares: 18_940,
    lines: [
      { label: 'Water level', share: 0.38 },
      { label: 'Currents and waves', share: 0.41 },
      { label: 'Data and field service', share: 0.21 },
    ],
  },
  auditors: [
    { name: 'Pellworth & Strand LLP', city: 'Kittern Falls, Maine', pcaob_id: '99011', since: 2009 },
  ],
  people: [
    person(
      'Ottoline Brackwater',
      'BRACKWATER OTTOLINE J',
      '0009991001',
      'President and Chief Executive Officer',
      {
        officer: true,
        director: true,
      },
    ),
    person('Desmond Achterkamp', 'ACHTERKAMP DESMOND R', '0009991002', 'Chief Financial Officer', {
      officer: true,
      until: 2022,
    }),
    person('Imelda Quenneville', 'QUENNEVILLE IMELDA', '0009991003', 'Chief Financial Officer', {
      officer: true,
      since: 2023,
    }),
    person('Torvald Ashgrove', 'ASHGROVE TORVALD', '0009991004', 'Chief Operating Officer', {
      officer: true,
    }),
    person('Philippa Stannarde', 'STANNARDE PHILIPPA M', '0009991005', 'Chair of the Board', {
      director: true,
    }),
    person('Ruben Okonjo-Hale', 'OKONJO-HALE RUBEN', '0009991006', 'Director', { director: true }),
    person('Merete Lindqvarn', 'LINDQVARN MERETE', '0009991007', 'Director', { director: true }),
    person('Casper Dunmallow', 'DUNMALLOW CASPER T', '0009991008', 'Director', { director: true }),
  ],
  indicators: {
    employees: { 2022: '1,148', 2023: '1,204', 2024: '1,251', 2025: '1,239' },
    stations: { 2022: '3,410', 2023: '3,685', 2024: '4,020', 2025: '4,190' },
    backlog: {
      2022: '$214.6 million',
      2023: '$198.3 million',
      2024: '$187.9 million',
      2025: '$190.2 million',
    },
  },
  reclassification: { fiscal_year: 2023, amount: 1_342 },
  story: tarnwickStory,
  risk_factors: tarnwickRiskFactors,
  risk_factors_answer: null,
  events: tarnwickEvents,
  trades: tarnwickTrades,
  schedule: [
    { form: '10-K', year: 2022, quarter: 4, accepted: '2023-02-24 16:31:08' },
    { form: '10-Q', year: 2023, quarter: 1, accepted: '2023-05-04 16:12:44' },
    { form: '10-Q', year: 2023, quarter: 2, accepted: '2023-08-03 16:09:31' },
    // The Friday before clocks go back.
    { form: '10-Q', year: 2023, quarter: 3, accepted: '2023-11-03 16:15:02' },
    { form: '10-K', year: 2023, quarter: 4, accepted: '2024-02-27 16:44:19' },
    { form: '10-Q', year: 2024, quarter: 1, accepted: '2024-05-07 16:20:57' },
    { form: '10-Q', year: 2024, quarter: 2, accepted: '2024-08-06 16:11:13' },
    // The Monday after clocks went back.
    { form: '10-Q', year: 2024, quarter: 3, accepted: '2024-11-04 16:07:40' },
    { form: '10-K', year: 2024, quarter: 4, accepted: '2025-02-26 16:38:26' },
    { form: '10-Q', year: 2025, quarter: 1, accepted: '2025-05-06 16:14:05' },
    { form: '10-Q', year: 2025, quarter: 2, accepted: '2025-08-05 16:18:50' },
    { form: '10-Q', year: 2025, quarter: 3, accepted: '2025-11-04 16:10:28' },
  ],
}

/** Instruments that measure the sea; calendar year, accelerated filer, a formal voice. */
export const tarnwick: Company = { ...company, forms: tarnwickOwnership(company) }

function person(
  name: string,
  conformed_name: string,
  cik: string,
  title: string,
  marks: { officer?: boolean; director?: boolean; since?: number; until?: number },
) {
  const { officer = false, director = false, since, until } = marks
  return { name, conformed_name, cik, title, officer, director, ten_percent: false, since, until }
}
