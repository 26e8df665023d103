import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parseIndex } from './indexes.ts'

const corpus = resolve(process.env.EDGAR_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/edgar'))

const head = (kind: string, title: string) =>
  `Description:           Daily Index of EDGAR Dissemination Feed${kind}\nLast Data Received:    Jan  2, 2024\nComments:              somebody\n \n${title}\n${'-'.repeat(90)}\n`

const parse = (text: string) => parseIndex(Buffer.from(text))

describe('the three layouts', () => {
  const row = {
    accession_number: '0001234567-24-000001',
    cik: '0000098765',
    form_type: '10-K/A',
    filing_date: '2024-01-02',
    company_name: 'EXAMPLE  HOLDINGS INC',
    path: 'edgar/data/98765/0001234567-24-000001.txt',
  }

  it('a master index is parted by bars', () => {
    const index = parse(
      `${head('', 'CIK|Company Name|Form Type|Date Filed|File Name')}98765|EXAMPLE  HOLDINGS INC|10-K/A|20240102|${row.path}\n`,
    )
    expect(index.filings).toEqual([row])
    expect(index.last_data_received).toBe('Jan  2, 2024')
    expect(index.description).toBe('Daily Index of EDGAR Dissemination Feed')
  })

  it('a company index has the name first, even where its title is broken over two lines', () => {
    const line = `${'EXAMPLE  HOLDINGS INC'.padEnd(62)}10-K/A      98765       20240102    ${row.path}         `
    const title = `${'Company Name'.padEnd(62)}Form Type   CIK\n      Date Filed  File Name`
    expect(parse(`${head(' by Company Name', title)}${line}\r\n`).filings).toEqual([row])
  })

  it('a form index has the form type first, of any width', () => {
    const title = 'Form Type   Company Name                  CIK         Date Filed  File Name'
    const wide = `SCHEDULE 13D/A   EXAMPLE  HOLDINGS INC      98765       2024-01-02  ${row.path}  `
    expect(parse(`${head(' by Form Type', title)}${wide}\n`).filings).toEqual([
      { ...row, form_type: 'SCHEDULE 13D/A' },
    ])
  })

  it('a company name may hold a bar', () => {
    const index = parse(`${head('', 'CIK|…')}98765|A|B CORP|8-K|2024-01-02|${row.path}\n`)
    expect(index.filings[0]?.company_name).toBe('A|B CORP')
  })
})

describe('what an index may suffer', () => {
  const good = '98765|EXAMPLE|8-K|20240102|edgar/data/98765/0001234567-24-000001.txt\n'

  it('an empty index has no filings and no bad lines', () => {
    expect(parse(head('', 'CIK|…'))).toMatchObject({ filings: [], bad_lines: 0 })
    expect(parse('')).toMatchObject({ filings: [], bad_lines: 0 })
  })

  it.each([
    ['an impossible date', '98765|EXAMPLE|8-K|20240230|edgar/data/98765/0001234567-24-000001.txt'],
    ['a path outside EDGAR', '98765|EXAMPLE|8-K|20240102|http://example.com/0001234567-24-000001.txt'],
    ['no accession number', '98765|EXAMPLE|8-K|20240102|edgar/data/98765/report.txt'],
    ['a CIK that is none', '0|EXAMPLE|8-K|20240102|edgar/data/98765/0001234567-24-000001.txt'],
    ['too few fields', '98765|EXAMPLE'],
    ['a line of no end', 'x'.repeat(100_000)],
  ])('%s is counted and the rest is read', (_name, line) => {
    const index = parse(`${head('', 'CIK|…')}${line}\n${good}`)
    expect(index).toMatchObject({ bad_lines: 1 })
    expect(index.filings).toHaveLength(1)
    expect(index.bad_line_samples[0]?.length).toBeLessThanOrEqual(200)
  })

  it('a repeated row is left out and counted; the same filing of another company stays', () => {
    const other = good.replace('98765|', '98766|')
    const index = parse(`${head('', 'CIK|…')}${good}${other}${good}`)
    expect(index.filings.map((filing) => filing.cik)).toEqual(['0000098765', '0000098766'])
    expect(index.duplicate_lines).toBe(1)
  })

  it('a million lines take time in proportion', () => {
    const lines = (count: number) =>
      Array.from(
        { length: count },
        (_, at) =>
          `98765|EXAMPLE|8-K|20240102|edgar/data/98765/0001234567-24-${String(at % 1_000_000).padStart(6, '0')}.txt`,
      ).join('\n')
    const time = (text: string) => {
      const started = performance.now()
      const index = parse(text)
      return { ms: performance.now() - started, count: index.filings.length }
    }
    time(lines(20_000))
    const small = time(lines(100_000))
    const large = time(lines(1_000_000))
    expect(large.count).toBe(1_000_000)
    expect(large.ms / small.ms).toBeLessThan(40)
  })
})

describe.skipIf(!existsSync(corpus))('recorded indexes (skipped without the corpus)', () => {
  it.each([
    ['Archives/edgar/daily-index/2024/QTR1/master.20240102.idx.gz', 5531, 5515],
    ['Archives/edgar/daily-index/2022/QTR4/company.20221003.idx.gz', 4925, undefined],
    ['Archives/edgar/daily-index/2020/QTR1/form.20200318.idx.gz', 4084, undefined],
    ['unplaced/full-index/company.idx.gz', 4539, undefined],
    ['unplaced/full-index/secedgar-master.idx', 20, undefined],
    ['unplaced/full-index/secedgar-master.20181231.idx', 10, undefined],
  ])('%s loses no line', (path, linesBelowHeader, unique) => {
    const stored = readFileSync(resolve(corpus, path))
    const bytes = path.endsWith('.gz') ? gunzipSync(stored) : stored
    const index = parseIndex(bytes)
    expect(index.bad_line_samples).toEqual([])
    expect(index.filings.length + index.duplicate_lines).toBe(linesBelowHeader)
    if (unique !== undefined) expect(index.filings.length).toBe(unique)
    expect(index.filings.every((filing) => filing.company_name && !/ {2,}$/.test(filing.company_name))).toBe(
      true,
    )
    expect(index.filings.filter((filing) => filing.form_type.includes('  '))).toEqual([])
  })
})
