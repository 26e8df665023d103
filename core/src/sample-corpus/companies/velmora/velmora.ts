import type { Company } from '../../company.ts'
import { velmoraEvents } from './events.ts'
import { velmoraOfferings } from './offerings.ts'
import { velmoraStory } from './story.ts'
import { velmoraTrades } from './trades.ts'

const years = [2020, 2021, 2022, 2023, 2024, 2025]

/** Greenhouse equipment; a smaller reporting company whose year ends in September, terse and now and then late. */
export const velmora: Company = {
  cik: '0009990003',
  conformed_name: 'VELMORA GLASSHOUSE SYSTEMS CORP',
  legal_name: 'Velmora Glasshouse Systems Corporation',
  short_name: 'the Company',
  ticker: 'VGLS',
  exchange: 'Nasdaq',
  exchange_name: 'The Nasdaq Capital Market',
  sic: '3823',
  sic_description: 'INDUSTRIAL INSTRUMENTS FOR MEASUREMENT, DISPLAY, AND CONTROL',
  office: '08 Industrial Applications and Services',
  irs_number: '009990003',
  state_of_incorporation: 'NV',
  state_of_incorporation_name: 'Nevada',
  fiscal_year_end: '0930',
  file_number: '001-99903',
  address: {
    street: '900 Trellis Road',
    suite: null,
    city: 'Dry Larch',
    state: 'OR',
    state_name: 'Oregon',
    zip: '97999',
  },
  phone: '541-555-0119',
  category: 'Non-accelerated filer<br>Smaller reporting company',
  filer_status: 'non_accelerated',
  smaller_reporting: true,
  layout: 'tables',
  submissions_clock_is_new_york: false,
  common_stock: 'Common Stock',
  par_value: '$0.0001',
  calendar: {
    start: '2019-10-01',
    years: years.map((year) => ({
      year,
      quarters: [`${year - 1}-12-31`, `${year}-03-31`, `${year}-06-30`, `${year}-09-30`],
      weeks: null,
    })),
  },
  economics: {
    opening_quarter_revenue: 6_050,
    growth: { 2020: 0.09, 2021: 0.118, 2022: -0.034, 2023: -0.061, 2024: 0.083, 2025: 0.022 },
    seasons: [0.21, 0.27, 0.29, 0.23],
    gross_margin: { 2020: 0.391, 2021: 0.398, 2022: 0.377, 2023: 0.362, 2024: 0.389, 2025: 0.393 },
    research_rate: 0.062,
    selling_rate: 0.241,
    tax_rate: 0.226,
    interest_rate: 0.046,
    days_receivable: 47,
    days_inventory: 121,
    days_payable: 39,
    capital_rate: 0.024,
    opening_cash: 4_310,
    opening_plant: 9_870,
    goodwill: 0,
    opening_debt: 6_400,
    debt_repaid_quarterly: 95,
    buyback_quarterly: 0,
    dividend_quarterly: 0,
    shares: 7_412,
    lines: [
      { label: 'Controllers and sensors', share: 0.49 },
      { label: 'Structures', share: 0.37 },
      { label: 'Service and parts', share: 0.14 },
    ],
  },
  auditors: [
    {
      name: 'Tully Ashcombe & Co., P.C.',
      city: 'Dry Larch, Oregon',
      pcaob_id: '99033',
      since: 2014,
      until: 2023,
    },
    { name: 'Wexmoor Pryce LLP', city: 'Kittern Falls, Oregon', pcaob_id: '99044', since: 2024 },
  ],
  people: [
    person(
      'Percival Duskwood',
      'DUSKWOOD PERCIVAL G',
      '0009993001',
      'President and Chief Executive Officer',
      {
        officer: true,
        director: true,
      },
    ),
    person('Henrietta Mosswell', 'MOSSWELL HENRIETTA', '0009993002', 'Chief Financial Officer', {
      officer: true,
      until: 2024,
    }),
    person('Ambrose Tillingfast', 'TILLINGFAST AMBROSE', '0009993003', 'Chief Financial Officer', {
      officer: true,
      since: 2025,
    }),
    person('Gwendolyn Farthingale', 'FARTHINGALE GWENDOLYN', '0009993004', 'Director', { director: true }),
    person('Osric Pembleton', 'PEMBLETON OSRIC', '0009993005', 'Director', {
      director: true,
      ten_percent: true,
    }),
    person('Pembleton Orchard Partners LP', 'PEMBLETON ORCHARD PARTNERS LP', '0009993006', 'Shareholder', {
      ten_percent: true,
    }),
  ],
  indicators: {
    employees: { 2022: '103', 2023: '94', 2024: '97', 2025: '99' },
    top_customer: { 2022: '31%', 2023: '27%', 2024: '33%', 2025: '32%' },
  },
  story: velmoraStory,
  risk_factors: [],
  risk_factors_answer: 'Not required for smaller reporting companies.',
  events: velmoraEvents,
  trades: velmoraTrades,
  schedule: [
    { form: '10-K', year: 2022, quarter: 4, accepted: '2022-12-19 15:58:21', by_agent: true },
    { form: '10-Q', year: 2023, quarter: 1, accepted: '2023-02-13 15:40:09', by_agent: true },
    { form: '10-Q', year: 2023, quarter: 2, accepted: '2023-05-12 16:59:47', by_agent: true },
    { form: '10-Q', year: 2023, quarter: 3, accepted: '2023-08-14 15:12:30', by_agent: true },
    { form: 'NT 10-K', year: 2023, quarter: 4, accepted: '2024-01-02 17:04:55', by_agent: true },
    { form: '10-K', year: 2023, quarter: 4, accepted: '2024-01-12 16:50:38', by_agent: true },
    { form: '10-Q', year: 2024, quarter: 1, accepted: '2024-02-14 15:33:12', by_agent: true },
    { form: '10-Q', year: 2024, quarter: 2, accepted: '2024-05-13 16:08:03', by_agent: true },
    { form: '10-Q', year: 2024, quarter: 3, accepted: '2024-08-13 15:44:59', by_agent: true },
    { form: '10-K', year: 2024, quarter: 4, accepted: '2024-12-18 16:21:17', by_agent: true },
    { form: '10-K/A', year: 2024, quarter: 4, accepted: '2025-01-27 12:02:44', by_agent: true },
    { form: '10-Q', year: 2025, quarter: 1, accepted: '2025-02-12 15:29:36', by_agent: true },
    { form: '10-Q', year: 2025, quarter: 2, accepted: '2025-05-13 15:51:20', by_agent: true },
    { form: '10-Q', year: 2025, quarter: 3, accepted: '2025-08-13 16:02:11', by_agent: true },
  ],
  forms: velmoraOfferings,
}

function person(
  name: string,
  conformed_name: string,
  cik: string,
  title: string,
  marks: { officer?: boolean; director?: boolean; ten_percent?: boolean; since?: number; until?: number },
) {
  const { officer = false, director = false, ten_percent = false, since, until } = marks
  return { name, conformed_name, cik, title, officer, director, ten_percent, since, until }
}
