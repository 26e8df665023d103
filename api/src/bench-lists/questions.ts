import { companyOf, formOf, RARE_ITEM, TICKERS } from './load.ts'

/** One filter of a list, with values as customers would give them. */
export interface Question {
  list: 'filings' | 'signals'
  name: string
  query(random: () => number, example: Example): Record<string, string>
  /** Depth is looked for only where a list is long enough to have some. */
  shallow?: boolean
  /** Parameters that are no filter cost what they add: they are measured and not held to the time of a page. */
  extra?: boolean
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
/** Both kinds of bounds, so that each of the four is asked. */
const between = (name: string, from: string, to: string, random: () => number): Record<string, string> =>
  random() < 0.5
    ? { [`${name}_gte`]: from, [`${name}_lt`]: to }
    : { [`${name}_gt`]: from, [`${name}_lte`]: to }
const ticker = (random: () => number) => `T${1 + Math.floor(random() * TICKERS)}`
const companies = (random: () => number) => Array.from({ length: 50 }, () => companyOf(random)).join(',')
const aDayAgo = () => new Date(Date.now() - 20 * 3_600_000).toISOString()
const month = (moment: string, random: () => number) =>
  between('accepted_at', moment, daysAfter(moment, 30), random)

export const questions: Question[] = [
  { list: 'filings', name: 'no filter', query: () => ({}) },
  { list: 'filings', name: 'oldest first', query: () => ({ sort: 'accepted_at' }) },
  { list: 'filings', name: 'cik', query: (_, { cik }) => ({ cik }) },
  {
    list: 'filings',
    name: 'cik of 50 companies',
    query: (random) => ({ cik: companies(random) }),
  },
  { list: 'filings', name: 'cik and form_type', query: (_, { cik, form_type }) => ({ cik, form_type }) },
  { list: 'filings', name: 'form_type', query: (random) => ({ form_type: formOf(random) }) },
  { list: 'filings', name: 'form_type 10-K and 10-Q', query: () => ({ form_type: '10-K,10-Q' }) },
  { list: 'filings', name: 'item_code', query: () => ({ item_code: '2.02' }) },
  { list: 'filings', name: 'item_code, rare', query: () => ({ item_code: RARE_ITEM }) },
  {
    list: 'filings',
    name: 'accepted_at range',
    query: (random, { accepted_at }) => month(accepted_at, random),
  },
  {
    list: 'filings',
    name: 'filing_date',
    query: (_, { accepted_at }) => ({ filing_date: day(accepted_at) }),
  },
  {
    list: 'filings',
    name: 'filing_date range',
    query: (random, { accepted_at }) =>
      between('filing_date', day(accepted_at), day(daysAfter(accepted_at, 30)), random),
  },
  {
    list: 'filings',
    name: 'period_of_report',
    query: (_, { accepted_at }) => ({ period_of_report: day(daysAfter(accepted_at, -20)) }),
  },
  {
    list: 'filings',
    name: 'period_of_report range and form_type',
    query: (random, { accepted_at }) => ({
      form_type: '10-K',
      ...between('period_of_report', day(daysAfter(accepted_at, -200)), day(accepted_at), random),
    }),
  },
  {
    list: 'filings',
    name: 'period_of_report range of a month',
    query: (random, { accepted_at }) =>
      between('period_of_report', day(daysAfter(accepted_at, -40)), day(daysAfter(accepted_at, -10)), random),
  },
  {
    list: 'filings',
    name: 'period_of_report range of three years',
    query: (random, { accepted_at }) =>
      between('period_of_report', day(daysAfter(accepted_at, -1_100)), day(accepted_at), random),
  },
  {
    list: 'filings',
    name: 'form_type and filing_date range',
    query: (random, { accepted_at }) => ({
      form_type: '8-K',
      ...between('filing_date', day(accepted_at), day(daysAfter(accepted_at, 90)), random),
    }),
  },
  { list: 'filings', name: 'ticker', query: (random) => ({ ticker: ticker(random) }) },
  { list: 'filings', name: 'as_of within a day', query: () => ({ as_of: aDayAgo() }) },
  { list: 'filings', name: 'as_of years ago', query: (_, { accepted_at }) => ({ as_of: accepted_at }) },
  {
    list: 'filings',
    name: 'cik and as_of years ago',
    query: (_, { cik, accepted_at }) => ({ cik, as_of: accepted_at }),
  },
  { list: 'filings', name: 'limit of 500', extra: true, query: () => ({ limit: '500' }) },
  { list: 'filings', name: 'include total', extra: true, shallow: true, query: () => ({ include: 'total' }) },
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
  {
    list: 'signals',
    name: 'accepted_at range',
    query: (random, { accepted_at }) => month(accepted_at, random),
  },
  {
    list: 'signals',
    name: 'period_of_report range',
    query: (random, { accepted_at }) =>
      between('period_of_report', day(daysAfter(accepted_at, -40)), day(accepted_at), random),
  },
  { list: 'signals', name: 'oldest first', query: () => ({ sort: 'accepted_at' }) },
  { list: 'signals', name: 'ticker', query: (random) => ({ ticker: ticker(random) }) },
  {
    list: 'signals',
    name: 'ticker and signal_type',
    query: (random) => ({ ticker: ticker(random), signal_type: 'rf_added' }),
  },
  { list: 'signals', name: 'cik of 50 companies', query: (random) => ({ cik: companies(random) }) },
  {
    list: 'signals',
    name: 'three signal types',
    query: () => ({ signal_type: 'rf_added,exec_departure,event_8k' }),
  },
  { list: 'signals', name: 'extractor_version, rare', query: () => ({ extractor_version: '0.9.0' }) },
  { list: 'signals', name: 'as_of within a day', query: () => ({ as_of: aDayAgo() }) },
  {
    list: 'signals',
    name: 'cik and as_of years ago',
    query: (_, { cik, accepted_at }) => ({ cik, as_of: accepted_at }),
  },
  { list: 'signals', name: 'limit of 500', extra: true, query: () => ({ limit: '500' }) },
  { list: 'signals', name: 'include total', extra: true, shallow: true, query: () => ({ include: 'total' }) },
  {
    list: 'signals',
    name: 'include peer_percentile',
    extra: true,
    shallow: true,
    query: () => ({ include: 'peer_percentile' }),
  },
]
