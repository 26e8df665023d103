import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sampleCompanies, sampleCorpus, sampleCorpusFilings } from './corpus.ts'
import { submissionPath } from './index-files.ts'
import { newYorkToUtc } from './new-york-clock.ts'
import { writeSampleCorpus } from './write.ts'

/** A change of any byte of the corpus changes this, and with it what test mode answers: change it knowingly. */
const CORPUS_SHA256 = 'a1e2490ed41ea03b55da8b3c7f041275fbee9018de37e931b8ed5ca906ed0bd6'

const COMPANY_TICKERS = join(
  process.env.EDGAR_CORPUS ?? join(import.meta.dirname, '../../../../shared/edgar'),
  'files/company_tickers.json.gz',
)

const corpus = sampleCorpus()
const filings = sampleCorpusFilings()
const submissions = [...corpus].filter(([path]) => path.endsWith('.txt'))

describe('the corpus', () => {
  test('has the same bytes on every machine', () => {
    expect(hashOf(corpus)).toBe(CORPUS_SHA256)
    expect(hashOf(sampleCorpus())).toBe(CORPUS_SHA256)
  })

  test('is generated in less than three seconds', () => {
    const started = performance.now()
    sampleCorpus()
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('is written below a directory as EDGAR serves it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sample-corpus-'))
    try {
      const { files } = await writeSampleCorpus(directory)
      const written = await readdir(directory, { recursive: true, withFileTypes: true })
      expect(written.filter((entry) => entry.isFile())).toHaveLength(files)
      const [path, bytes] = submissions[0] ?? ['', Buffer.alloc(0)]
      expect((await readFile(join(directory, path))).equals(bytes)).toBe(true)
    } finally {
      await rm(directory, { recursive: true })
    }
  })

  test('holds the forms of three companies over three years, those of a manager of money and of a fund', () => {
    const counts: Record<string, number> = {}
    for (const { form } of filings) counts[form] = (counts[form] ?? 0) + 1
    expect(counts).toEqual({
      '10-K': 9,
      '10-Q': 27,
      '8-K': 25,
      '4': 22,
      '10-K/A': 1,
      'NT 10-K': 1,
      '13F-HR': 2,
      '13F-HR/A': 2,
      D: 1,
      'D/A': 1,
      '424B5': 1,
      'NPORT-P': 1,
      'N-CEN': 1,
      'N-PX': 1,
      '4/A': 1,
      '144': 1,
      'SC 13G': 1,
      'SCHEDULE 13D': 1,
      'SCHEDULE 13D/A': 1,
    })
    expect(submissions).toHaveLength(100)
  })

  test('has annual reports of the size of real ones', () => {
    for (const { submission } of filings.filter(({ form }) => form === '10-K')) {
      expect(submission.length).toBeGreaterThan(60_000)
      expect(submission.length).toBeLessThan(220_000)
    }
  })
})

describe('a submission', () => {
  test.each(submissions)('%s opens, closes and counts its documents', (_path, bytes) => {
    const text = bytes.toString('ascii')
    expect(Buffer.from(text, 'ascii').equals(bytes)).toBe(true)
    expect(text.startsWith('<SEC-DOCUMENT>')).toBe(true)
    expect(text.endsWith('</SEC-DOCUMENT>\n')).toBe(true)
    for (const tag of ['SEC-HEADER', 'DOCUMENT', 'TEXT', 'XBRL', 'XML', 'ix:header']) {
      expect(count(text, `</${tag}>`), tag).toBe(count(text, `<${tag}>`))
    }
    expect(count(text, '<DOCUMENT>')).toBe(Number(/PUBLIC DOCUMENT COUNT:\t\t(\d+)/.exec(text)?.[1]))
    expect(count(text, '\n<TYPE>')).toBe(count(text, '<DOCUMENT>'))
    expect(text).not.toContain('undefined')
    expect(text).not.toContain('NaN')
  })

  test('says in its header what its path and the generator say', () => {
    for (const filing of filings) {
      const header = filing.submission.toString('ascii', 0, filing.submission.indexOf('</SEC-HEADER>'))
      expect(header).toContain(`ACCESSION NUMBER:\t\t${filing.accession_number}\n`)
      expect(header).toContain(`CONFORMED SUBMISSION TYPE:\t${filing.form}\n`)
      expect(header).toContain(`<ACCEPTANCE-DATETIME>${filing.accepted.replace(/\D/g, '')}\n`)
      expect(header).toContain(`FILED AS OF DATE:\t\t${filing.filing_date.replaceAll('-', '')}\n`)
      expect(header).toContain(`CENTRAL INDEX KEY:\t\t\t${filing.company.cik}\n`)
      expect(count(header, 'ITEM INFORMATION:')).toBe(filing.items.length)
    }
  })

  test('has an accession number of its own', () => {
    expect(new Set(filings.map(({ accession_number }) => accession_number)).size).toBe(filings.length)
  })
})

describe('acceptance', () => {
  test('after 17:30 carries the next business day, except for ownership forms', () => {
    const filed = (accepted: string) => filings.find((filing) => filing.accepted === accepted)?.filing_date
    expect(filed('2023-12-19 17:45:00')).toBe('2023-12-20')
    // Friday evening before Juneteenth, which EDGAR observed on the Monday.
    expect(filed('2023-06-16 17:52:36')).toBe('2023-06-20')
    expect(filed('2023-08-15 21:10:09')).toBe('2023-08-15')
  })

  test('converts to UTC as the time zone database does, on both sides of each change of clocks', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    for (const { accepted } of filings) expect(clock.format(newYorkToUtc(accepted))).toBe(accepted)
    const months = new Set(filings.map(({ accepted }) => accepted.slice(5, 10)))
    for (const day of ['11-03', '11-06', '11-04', '03-07', '03-10']) expect(months).toContain(day)
  })

  test('happens a few seconds apart now and then', () => {
    const gaps = filings
      .slice(1)
      .map(
        ({ accepted }, index) =>
          newYorkToUtc(accepted).getTime() - newYorkToUtc(filings[index]?.accepted ?? '').getTime(),
      )
    expect(gaps.filter((gap) => gap > 0 && gap < 10_000).length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...gaps)).toBeGreaterThan(0)
  })
})

describe('the lists of discovery', () => {
  test.each(sampleCompanies.map((company) => [company.ticker, company] as const))(
    'the submissions JSON of %s names each filing once, newest first',
    (_ticker, company) => {
      const json = JSON.parse(corpus.get(`submissions/CIK${company.cik}.json`)?.toString() ?? '')
      const own = filings.filter((filing) => filing.company === company)
      const { recent } = json.filings
      expect(recent.accessionNumber).toEqual(own.map((filing) => filing.accession_number).reverse())
      for (const column of Object.values(recent)) expect(column).toHaveLength(own.length)
      for (const [index, filing] of [...own].reverse().entries()) {
        const wall = `${filing.accepted.replace(' ', 'T')}.000Z`
        const utc = newYorkToUtc(filing.accepted).toISOString()
        expect(recent.acceptanceDateTime[index]).toBe(company.submissions_clock_is_new_york ? wall : utc)
      }
    },
  )

  test('the full and the daily indexes name every filing once', () => {
    for (const kind of ['full-index', 'daily-index']) {
      const rows = [...corpus]
        .filter(([path]) => path.startsWith(`Archives/edgar/${kind}/`))
        .flatMap(([, bytes]) => bytes.toString('ascii').split('\n'))
        .filter((line) => line.endsWith('.txt'))
      expect(rows).toHaveLength(filings.length)
      const named = rows.map((row) => /(\d{10}-\d{2}-\d{6})\.txt$/.exec(row)?.[1]).sort()
      expect(named).toEqual(filings.map(({ accession_number }) => accession_number).sort())
    }
  })

  test('every filing lies where its accession number says', () => {
    for (const filing of filings) {
      expect(corpus.get(`Archives/${submissionPath(filing)}`)?.equals(filing.submission)).toBe(true)
    }
  })
})

describe.skipIf(!existsSync(COMPANY_TICKERS))('against the companies EDGAR lists', () => {
  test('no ticker, name or CIK of the corpus belongs to a real company', () => {
    const real = Object.values(
      JSON.parse(gunzipSync(readFileSync(COMPANY_TICKERS)).toString()) as Record<
        string,
        { cik_str: number; ticker: string; title: string }
      >,
    )
    const names = new Set(real.map(({ title }) => title.toLowerCase().split(' ')[0]))
    for (const company of sampleCompanies) {
      expect(real.map(({ ticker }) => ticker)).not.toContain(company.ticker)
      expect(names).not.toContain(company.legal_name.toLowerCase().split(' ')[0])
      expect(Math.max(...real.map(({ cik_str }) => cik_str))).toBeLessThan(Number(company.cik))
    }
  })
})

function hashOf(files: Map<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const path of [...files.keys()].sort()) hash.update(`${path}\n`).update(files.get(path) ?? '')
  return hash.digest('hex')
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}
