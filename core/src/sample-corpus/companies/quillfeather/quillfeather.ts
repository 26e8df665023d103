import type { Company } from '../../company.ts'
import { quillfeatherEvents } from './events.ts'
import { quillfeatherRiskFactors } from './risk-factors.ts'
import { quillfeatherStory } from './story.ts'
import { quillfeatherTrades } from './trades.ts'

/** Chilled food; a 52/53-week year that ends on the Saturday closest to January 31, and a chatty voice. */
export const quillfeather: Company = {
  cik: '0009990002',
  conformed_name: 'QUILLFEATHER PROVISIONS, INC.',
  legal_name: 'Quillfeather Provisions, Inc.',
  short_name: 'Quillfeather',
  ticker: 'QFPV',
  exchange: 'NYSE',
  exchange_name: 'New York Stock Exchange',
  sic: '2030',
  sic_description: 'CANNED, FROZEN & PRESERVD FRUIT, VEG & FOOD SPECIALTIES',
  office: '04 Manufacturing',
  irs_number: '009990002',
  state_of_incorporation: 'PA',
  state_of_incorporation_name: 'Pennsylvania',
  fiscal_year_end: '0131',
  file_number: '001-99902',
  address: {
    street: '1 Old Oven Lane',
    suite: 'First Floor',
    city: 'Cold Fennel',
    state: 'PA',
    state_name: 'Pennsylvania',
    zip: '19999',
  },
  phone: '610-555-0187',
  category: 'Large accelerated filer',
  filer_status: 'large_accelerated',
  smaller_reporting: false,
  layout: 'paragraphs',
  submissions_clock_is_new_york: true,
  common_stock: 'Class A Common Stock',
  par_value: '$0.01',
  calendar: {
    start: '2020-02-02',
    years: [
      { year: 2020, quarters: ['2020-05-02', '2020-08-01', '2020-10-31', '2021-01-30'], weeks: 52 },
      { year: 2021, quarters: ['2021-05-01', '2021-07-31', '2021-10-30', '2022-01-29'], weeks: 52 },
      { year: 2022, quarters: ['2022-04-30', '2022-07-30', '2022-10-29', '2023-01-28'], weeks: 52 },
      { year: 2023, quarters: ['2023-04-29', '2023-07-29', '2023-10-28', '2024-02-03'], weeks: 53 },
      { year: 2024, quarters: ['2024-05-04', '2024-08-03', '2024-11-02', '2025-02-01'], weeks: 52 },
      { year: 2025, quarters: ['2025-05-03', '2025-08-02', '2025-11-01', '2026-01-31'], weeks: 52 },
    ],
  },
  economics: {
    opening_quarter_revenue: 281_000,
    growth: { 2020: 0.041, 2021: 0.072, 2022: 0.063, 2023: 0.037, 2024: 0.029, 2025: 0.044 },
    seasons: [0.226, 0.234, 0.238, 0.302],
    gross_margin: { 2020: 0.362, 2021: 0.358, 2022: 0.337, 2023: 0.341, 2024: 0.352, 2025: 0.346 },
    research_rate: 0.006,
    selling_rate: 0.262,
    tax_rate: 0.243,
    interest_rate: 0.058,
    days_receivable: 22,
    days_inventory: 13,
    days_payable: 34,
    capital_rate: 0.041,
    opening_cash: 74_900,
    opening_plant: 402_000,
    goodwill: 91_300,
    opening_debt: 248_000,
    debt_repaid_quarterly: 3_000,
    buyback_quarterly: 2_400,
    dividend_quarterly: 5_600,
    shares: 41_720,
    lines: [
      { label: 'Supermarkets', share: 0.57 },
      { label: 'Shops', share: 0.34 },
      { label: 'Cooking for others', share: 0.09 },
    ],
  },
  auditors: [
    { name: 'Greyling Moss LLP', city: 'Marrow Bridge, Pennsylvania', pcaob_id: '99022', since: 1998 },
  ],
  people: [
    person('Leopold Quill', 'QUILL LEOPOLD', '0009992001', 'Chief Executive Officer', {
      officer: true,
      director: true,
      until: 2023,
    }),
    person('Araminta Featherstonhaugh', 'FEATHERSTONHAUGH ARAMINTA', '0009992002', 'Chair of the Board', {
      director: true,
      ten_percent: true,
    }),
    person('Bartholomew Sedgewicke', 'SEDGEWICKE BARTHOLOMEW', '0009992003', 'Chief Financial Officer', {
      officer: true,
    }),
    person('Nkechi Harrowgrove', 'HARROWGROVE NKECHI A', '0009992004', 'Chief Executive Officer', {
      officer: true,
      director: true,
      since: 2024,
    }),
    person('Quill Family Trust', 'QUILL FAMILY TRUST', '0009992005', 'Shareholder', { ten_percent: true }),
    person('Dunstan Merriweathers', 'MERRIWEATHERS DUNSTAN', '0009992006', 'Director', { director: true }),
    person('Yolande Pettibrook', 'PETTIBROOK YOLANDE', '0009992007', 'Director', { director: true }),
    person('Ignatius Oakhollow', 'OAKHOLLOW IGNATIUS', '0009992008', 'Director', { director: true }),
  ],
  indicators: {
    employees: { 2022: '6,840', 2023: '6,910', 2024: '7,120', 2025: '7,260' },
    shops: { 2022: '203', 2023: '212', 2024: '224', 2025: '231' },
  },
  story: quillfeatherStory,
  risk_factors: quillfeatherRiskFactors,
  risk_factors_answer: null,
  events: quillfeatherEvents,
  trades: quillfeatherTrades,
  schedule: [
    { form: '10-K', year: 2022, quarter: 4, accepted: '2023-03-24 16:48:33', by_agent: true },
    { form: '10-Q', year: 2023, quarter: 1, accepted: '2023-06-07 16:25:10' },
    { form: '10-Q', year: 2023, quarter: 2, accepted: '2023-09-06 16:31:55' },
    { form: '10-Q', year: 2023, quarter: 3, accepted: '2023-12-06 16:28:07' },
    { form: '10-K', year: 2023, quarter: 4, accepted: '2024-03-28 16:52:41', by_agent: true },
    { form: '10-Q', year: 2024, quarter: 1, accepted: '2024-06-11 16:22:19' },
    { form: '10-Q', year: 2024, quarter: 2, accepted: '2024-09-10 16:35:48' },
    { form: '10-Q', year: 2024, quarter: 3, accepted: '2024-12-10 16:29:30' },
    { form: '10-K', year: 2024, quarter: 4, accepted: '2025-03-27 16:40:02', by_agent: true },
    { form: '10-Q', year: 2025, quarter: 1, accepted: '2025-06-10 16:21:44' },
    { form: '10-Q', year: 2025, quarter: 2, accepted: '2025-09-09 16:33:26' },
    { form: '10-Q', year: 2025, quarter: 3, accepted: '2025-12-09 16:27:51' },
  ],
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
