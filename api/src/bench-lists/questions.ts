import { companyOf, formOf } from './load.ts'

/** One filter of a list, with values as customers would give them. */
export interface Question {
  list: 'filings' | 'signals'
  name: string
  query(random: () => number, example: Example): Record<string, string>
  /** Depth is looked for only where a list is long enough to have some. */
  shallow?: boolean
}

/** A row that exists, drawn anew for each request, so that companies come up as often as they file. */
export interface Example {
  accession_number: string
  cik: string
  form_type: string
  accepted_at: string
}

const daysAfter = (moment: string, days: number) =>
  new Date(Date.parse(moment) + days * 86_400_000).toISOString().replace('.000Z', 'Z')
const day = (moment: string) => moment.slice(0, 10)
const month = (moment: string) => ({ accepted_at_gte: moment, accepted_at_lt: daysAfter(moment, 30) })

export const questions: Question[] = [
  { list: 'filings', name: 'no filter', query: () => ({}) },
  { list: 'filings', name: 'oldest first', query: () => ({ sort: 'accepted_at' }) },
  { list: 'filings', name: 'cik', query: (_, { cik }) => ({ cik }) },
  {
    list: 'filings',
    name: 'cik of 50 companies',
    query: (random) => ({ cik: Array.from({ length: 50 }, () => companyOf(random)).join(',') }),
  },
  { list: 'filings', name: 'cik and form_type', query: (_, { cik, form_type }) => ({ cik, form_type }) },
  { list: 'filings', name: 'form_type', query: (random) => ({ form_type: formOf(random) }) },
  { list: 'filings', name: 'form_type 10-K and 10-Q', query: () => ({ form_type: '10-K,10-Q' }) },
  { list: 'filings', name: 'item_code', query: () => ({ item_code: '2.02' }) },
  { list: 'filings', name: 'item_code, rare', query: () => ({ item_code: '1.03' }) },
  { list: 'filings', name: 'accepted_at range', query: (_, { accepted_at }) => month(accepted_at) },
  {
    list: 'filings',
    name: 'filing_date',
    query: (_, { accepted_at }) => ({ filing_date: day(accepted_at) }),
  },
  {
    list: 'filings',
    name: 'filing_date range',
    query: (_, { accepted_at }) => ({
      filing_date_gte: day(accepted_at),
      filing_date_lt: day(daysAfter(accepted_at, 30)),
    }),
  },
  {
    list: 'filings',
    name: 'period_of_report',
    query: (_, { accepted_at }) => ({ period_of_report: day(daysAfter(accepted_at, -20)) }),
  },
  {
    list: 'filings',
    name: 'period_of_report range and form_type',
    query: (_, { accepted_at }) => ({
      form_type: '10-K',
      period_of_report_gte: day(daysAfter(accepted_at, -200)),
      period_of_report_lt: day(accepted_at),
    }),
  },
  { list: 'filings', name: 'amends', shallow: true, query: (_, one) => ({ amends: one.accession_number }) },
  { list: 'signals', name: 'no filter', query: () => ({}) },
  { list: 'signals', name: 'signal_type', query: () => ({ signal_type: 'rf_added' }) },
  { list: 'signals', name: 'cik', query: (_, { cik }) => ({ cik }) },
  { list: 'signals', name: 'form_type', query: (random) => ({ form_type: formOf(random) }) },
  {
    list: 'signals',
    name: 'accession_number',
    shallow: true,
    query: (_, { accession_number }) => ({ accession_number }),
  },
  { list: 'signals', name: 'extractor', query: () => ({ extractor: 'risk_factor_diff' }) },
  { list: 'signals', name: 'status quarantined', query: () => ({ status: 'quarantined' }) },
  { list: 'signals', name: 'direction', query: () => ({ direction: '-1' }) },
  { list: 'signals', name: 'accepted_at range', query: (_, { accepted_at }) => month(accepted_at) },
  {
    list: 'signals',
    name: 'period_of_report range',
    query: (_, { accepted_at }) => ({
      period_of_report_gte: day(daysAfter(accepted_at, -40)),
      period_of_report_lt: day(accepted_at),
    }),
  },
]
