import { describe, expect, it } from 'vitest'
import { edgarUrls, parseEdgarUrl, quarterOf } from './urls.ts'

const urls = edgarUrls('https://www.sec.gov', 'https://data.sec.gov/')
const accession_number = '0001234567-24-000089'
const cik = '0000098765'

describe('building', () => {
  it('a submission lies in the folder of its company, without padding', () => {
    expect(urls.submission(accession_number, cik)).toBe(
      'https://www.sec.gov/Archives/edgar/data/98765/000123456724000089/0001234567-24-000089.txt',
    )
  })

  it('a hostile file name cannot leave the folder of its filing', () => {
    expect(urls.document(accession_number, cik, '../../../secret?x#y')).toBe(
      'https://www.sec.gov/Archives/edgar/data/98765/000123456724000089/secret%3Fx%23y',
    )
  })

  it('indexes are named by year, quarter and day', () => {
    expect(urls.dailyIndex('2024-10-03')).toBe(
      'https://www.sec.gov/Archives/edgar/daily-index/2024/QTR4/master.20241003.idx',
    )
    expect(urls.fullIndex(1994, 1)).toBe('https://www.sec.gov/Archives/edgar/full-index/1994/QTR1/master.idx')
    expect(urls.fullIndexListing()).toBe('https://www.sec.gov/Archives/edgar/full-index/index.json')
    expect(['01', '03', '04', '12'].map((month) => quarterOf(`2024-${month}-15`).quarter)).toEqual([
      1, 1, 2, 4,
    ])
  })

  it('company submissions come from the data host, padded', () => {
    expect(urls.companySubmissions('98765')).toBe('https://data.sec.gov/submissions/CIK0000098765.json')
  })

  it('the feed is asked for by form type and page', () => {
    expect(urls.latestFilings({ start: 100, count: 100, formType: 'SC 13D' })).toBe(
      'https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent&type=SC+13D&owner=include&start=100&count=100&output=atom',
    )
  })
})

describe('reading', () => {
  const filing = { accession_number, cik }
  const base = 'https://www.sec.gov/Archives/edgar/data/98765'
  it.each([
    [`${base}/000123456724000089/`, filing],
    [`${base}/000123456724000089`, filing],
    [`${base}/000123456724000089/index.json`, filing],
    [`${base}/0001234567-24-000089.txt`, filing],
    [`${base}/0001234567-24-000089-index.htm`, filing],
    [`${base}/000123456724000089/0001234567-24-000089.txt`, filing],
    [`${base}/000123456724000089/0001234567-24-000089-index.html`, filing],
    [`${base}/000123456724000089/0001234567-24-000089-index-headers.html`, filing],
    [`${base}/000123456724000089/report.htm`, { ...filing, file_name: 'report.htm' }],
    [`${base}/000123456724000089/report.htm#:~:text=risk`, { ...filing, file_name: 'report.htm' }],
    [`${base}/000123456724000089/xslF345X05/form4.xml`, { ...filing, file_name: 'form4.xml' }],
    [
      `https://www.sec.gov/ix?doc=/Archives/edgar/data/98765/000123456724000089/report.htm`,
      { ...filing, file_name: 'report.htm' },
    ],
    [
      `https://www.sec.gov/ixviewer/ix.html?doc=/Archives/edgar/data/98765/000123456724000089/report.htm`,
      { ...filing, file_name: 'report.htm' },
    ],
    [
      'https://www.sec.gov/cgi-bin/viewer?action=view&cik=98765&accession_number=0001234567-24-000089',
      filing,
    ],
    ['http://sec.gov/Archives/edgar/data/0000098765/0001234567-24-000089.txt', filing],
    ['www.sec.gov/Archives/edgar/data/98765/000123456724000089/', filing],
    ['/Archives/edgar/data/98765/000123456724000089/', filing],
    ['edgar/data/98765/0001234567-24-000089.txt', filing],
    ['edgar/Feed/2024/QTR1/20240111.nc/0001234567-24-000089.nc', { accession_number }],
    ['https://www.sec.gov/Archives/edgar/data/0001234567-24-000089.txt', { accession_number }],
    ['urn:tag:sec.gov,2008:accession-number=0001234567-24-000089', { accession_number }],
  ])('%s', (input, expected) => {
    expect(parseEdgarUrl(input)).toEqual(expected)
  })

  it.each([
    'https://example.com/Archives/edgar/data/98765/000123456724000089/',
    'https://notsec.gov/Archives/edgar/data/98765/000123456724000089/',
    'https://sec.gov.example.com/Archives/edgar/data/98765/000123456724000089/',
    'javascript:alert(1)',
    'https://www.sec.gov/ix?doc=https://example.com/Archives/edgar/data/98765/000123456724000089/a.htm',
    'https://www.sec.gov/Archives/edgar/data/98765/',
    'https://www.sec.gov/Archives/edgar/data/0/000123456724000089/',
    'https://www.sec.gov/edgar/browse/?CIK=98765',
    '',
    `https://www.sec.gov/${'a'.repeat(10_000)}`,
    'https://www.sec.gov/%E0%A4%A',
  ])('names no filing: %s', (input) => {
    expect(parseEdgarUrl(input)).toBeUndefined()
  })

  it('what is built is read back', () => {
    expect(parseEdgarUrl(urls.submission(accession_number, cik))).toEqual(filing)
    expect(parseEdgarUrl(urls.indexPage(accession_number, cik))).toEqual(filing)
    expect(parseEdgarUrl(urls.document(accession_number, cik, 'a b.htm'))).toEqual({
      ...filing,
      file_name: 'a b.htm',
    })
  })
})
