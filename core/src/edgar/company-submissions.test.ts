import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parseCompanySubmissions, parseOlderSubmissions } from './company-submissions.ts'
import { parseCompanyTickers } from './company-tickers.ts'

const corpus = resolve(process.env.EDGAR_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/edgar'))

const columns = {
  accessionNumber: ['0001234567-24-000002', '0001234567-24-000001'],
  filingDate: ['2024-03-02', '2024-03-01'],
  reportDate: ['2024-02-29', ''],
  acceptanceDateTime: ['2024-03-02T16:05:00.000Z', '2024-03-01T16:05:00.000Z'],
  form: ['4', '8-K'],
  items: ['', '5.02,9.01'],
  size: [5000, 7000],
  primaryDocument: ['xslF345X05/form4.xml', 'report.htm'],
  primaryDocDescription: ['', '8-K'],
}
const page = (change: object = {}) => ({
  cik: '98765',
  name: 'Example Holdings Inc.',
  sic: '3571',
  tickers: ['EXH', ''],
  exchanges: ['Nasdaq'],
  fiscalYearEnd: '1231',
  lei: null,
  description: '',
  formerNames: [{ name: 'EXAMPLE CORP', from: '2007-01-10T00:00:00.000Z', to: null }],
  addresses: {
    business: { street1: '1 EXAMPLE WAY', street2: null, city: 'SPRINGFIELD', stateOrCountry: 'IL' },
  },
  filings: {
    recent: columns,
    files: [
      {
        name: 'CIK0000098765-submissions-001.json',
        filingCount: 12,
        filingFrom: '1999-01-01',
        filingTo: '2010-01-01',
      },
      { name: '../../files/company_tickers.json', filingCount: 1 },
      { name: 'CIK0000011111-submissions-001.json', filingCount: 1 },
    ],
  },
  ...change,
})

describe('the submissions JSON of a company', () => {
  it('columns become filings, in the order of the file', () => {
    expect(parseCompanySubmissions(page()).filings).toEqual([
      {
        accession_number: '0001234567-24-000002',
        cik: '0000098765',
        form_type: '4',
        filing_date: '2024-03-02',
        company_name: 'Example Holdings Inc.',
        primary_document: 'form4.xml',
        acceptance_date_time_raw: '2024-03-02T16:05:00.000Z',
        period_of_report: '2024-02-29',
      },
      {
        accession_number: '0001234567-24-000001',
        cik: '0000098765',
        form_type: '8-K',
        filing_date: '2024-03-01',
        company_name: 'Example Holdings Inc.',
        primary_document: 'report.htm',
        primary_document_description: '8-K',
        acceptance_date_time_raw: '2024-03-01T16:05:00.000Z',
        items: ['5.02', '9.01'],
      },
    ])
  })

  it('what EDGAR leaves empty is null, and tickers keep their exchanges', () => {
    expect(parseCompanySubmissions(page()).profile).toMatchObject({
      cik: '0000098765',
      tickers: ['EXH'],
      exchanges: ['Nasdaq'],
      fiscal_year_end: '1231',
      lei: null,
      ein: null,
      former_names: [{ name: 'EXAMPLE CORP', from: '2007-01-10', to: null }],
      addresses: [
        { kind: 'business', lines: ['1 EXAMPLE WAY'], city: 'SPRINGFIELD', state: 'IL', zip: null },
      ],
    })
  })

  it('older pages are followed only to the same company', () => {
    expect(parseCompanySubmissions(page()).older_pages.map(({ name }) => name)).toEqual([
      'CIK0000098765-submissions-001.json',
    ])
  })

  it('an older page has columns alone', () => {
    expect(parseOlderSubmissions(columns, '0000098765').filings).toHaveLength(2)
  })

  it('a row without an accession number is counted and the rest is read', () => {
    const broken = { ...columns, accessionNumber: ['nonsense', '0001234567-24-000001'] }
    const result = parseOlderSubmissions(broken, '0000098765')
    expect(result).toMatchObject({ bad_rows: 1 })
    expect(result.filings).toHaveLength(1)
  })

  it.each([
    [
      'columns of different lengths',
      page({ filings: { recent: { ...columns, form: ['4'] } } }),
      'form has 1 rows',
    ],
    ['no filings', page({ filings: undefined }), 'filings'],
    ['a CIK that is none', page({ cik: 'abc' }), 'cik'],
    [
      'an object in a column',
      page({ filings: { recent: { ...columns, form: ['4', {}] } } }),
      '/filings/recent/form',
    ],
    ['a list', [], 'not a readable'],
    ['null', null, 'not a readable'],
  ])('%s is refused by name', (_name, value, message) => {
    expect(() => parseCompanySubmissions(value)).toThrow(message)
  })
})

describe('company tickers', () => {
  it('numbered rows become companies', () => {
    expect(
      parseCompanyTickers({ 0: { cik_str: 98765, ticker: 'exh', title: 'Example' }, 1: { cik_str: 1 } }),
    ).toEqual([{ cik: '0000098765', ticker: 'EXH', name: 'Example' }])
  })

  it('something else is refused', () => {
    expect(() => parseCompanyTickers({ error: 'no' })).toThrow('company tickers')
  })
})

const recorded = existsSync(corpus) ? readdirSync(resolve(corpus, 'submissions')) : []

describe.skipIf(recorded.length === 0)('recorded submissions (skipped without the corpus)', () => {
  it.each(recorded)('%s is read without a bad row', (name) => {
    const stored = readFileSync(resolve(corpus, 'submissions', name))
    const value = JSON.parse((name.endsWith('.gz') ? gunzipSync(stored) : stored).toString('utf8'))
    const result = name.includes('-submissions-')
      ? parseOlderSubmissions(value, name.slice(3, 13))
      : parseCompanySubmissions(value)
    const rows = name.includes('-submissions-') ? value : value.filings.recent
    expect(result.bad_rows).toBe(0)
    expect(result.filings.length).toBe(rows.accessionNumber.length)
  })
})
