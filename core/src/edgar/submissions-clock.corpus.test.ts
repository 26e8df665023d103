import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { newYorkToUtc } from './new-york-time.ts'
import {
  acceptedAtFromSubmissionsJson,
  resolveSubmissionsClock,
  type SubmissionsClockRow,
} from './submissions-clock.ts'

// Real files are read from a folder laid out like EDGAR's URLs, beside the project unless EDGAR_CORPUS says otherwise.
const corpus = process.env.EDGAR_CORPUS ?? join(import.meta.dirname, '../../../../shared/edgar')
const present = existsSync(join(corpus, 'submissions'))
const read = (path: string) => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path))

type Row = SubmissionsClockRow & { accessionNumber: string }

function rowsOf(path: string): Row[] {
  const page = JSON.parse(read(path).toString())
  const columns = page.filings?.recent ?? page
  return (columns.acceptanceDateTime ?? []).map((acceptanceDateTime: string, row: number) => ({
    acceptanceDateTime,
    filingDate: columns.filingDate[row],
    form: columns.form[row],
    accessionNumber: columns.accessionNumber[row],
  }))
}

/** Acceptance times out of headers and out of the "Accepted" line of index pages, by accession number. */
function acceptances(): Map<string, string> {
  const times = new Map<string, string>()
  for (const folder of ['Archives', 'unplaced']) {
    for (const entry of readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })) {
      const name = join(entry.parentPath, entry.name)
      if (!entry.isFile() || !/\.(?:txt|nc|html?)(?:\.gz)?$/.test(name)) continue
      const text = read(name).toString('latin1', 0, 40_000)
      const accession = /ACCESSION NUMBER:\s*(\d{10}-\d{2}-\d{6})/.exec(text)?.[1]
      const header = /ACCEPTANCE-DATETIME(?:>|&gt;)(\d{14})/.exec(text)?.[1]
      const page = /Accepted<\/div>\s*<div class="info">([\d-]{10}) ([\d:]{8})</.exec(text)
      const paged = /SEC Accession No\.<\/strong>\s*(\d{10}-\d{2}-\d{6})/.exec(text)?.[1]
      if (accession && header) times.set(accession, newYorkToUtc(header) as string)
      else if (paged && page)
        times.set(paged, newYorkToUtc(`${page[1]}${page[2]}`.replace(/\D/g, '')) as string)
    }
  }
  return times
}

describe.skipIf(!present)('the submissions JSON files of the corpus', () => {
  const files = present
    ? readdirSync(join(corpus, 'submissions')).filter((name) => /\.json(?:\.gz)?$/.test(name))
    : []
  const pages = files.map((name) => ({ name, rows: rowsOf(join(corpus, 'submissions', name)) }))

  test('each have a clock, save the ones with a handful of rows', () => {
    const counts = { utc: 0, new_york: 0, unknown: 0 }
    for (const { name, rows } of pages) {
      const clock = resolveSubmissionsClock(rows)
      counts[clock]++
      if (clock === 'unknown') expect([name, rows.length < 10]).toEqual([name, true])
    }
    console.log(`${pages.length} files:`, counts)
    expect(counts.utc).toBeGreaterThan(0)
    expect(counts.new_york).toBeGreaterThan(0)
  })

  test('two pages of one company have one clock', () => {
    const clocks = new Map<string, Set<string>>()
    for (const { name, rows } of pages) {
      const clock = resolveSubmissionsClock(rows)
      if (clock === 'unknown') continue
      const cik = name.slice(0, 13)
      clocks.set(cik, (clocks.get(cik) ?? new Set()).add(clock))
    }
    for (const [cik, found] of clocks) expect([cik, [...found]]).toEqual([cik, [[...found][0]]])
  })

  test('by that clock agree with every header and index page the corpus holds, to the second', () => {
    const truth = acceptances()
    let compared = 0
    for (const { name, rows } of pages) {
      const clock = resolveSubmissionsClock(rows)
      for (const row of rows) {
        const accepted = truth.get(row.accessionNumber)
        const ours = acceptedAtFromSubmissionsJson(row.acceptanceDateTime, clock)
        if (accepted === undefined || ours === null) continue
        compared++
        const seconds = Math.abs(Date.parse(ours) - Date.parse(accepted)) / 1000
        expect([name, row.accessionNumber, seconds <= 1]).toEqual([name, row.accessionNumber, true])
      }
    }
    console.log(`${compared} acceptance times compared with headers and index pages`)
    expect(compared).toBeGreaterThan(10)
  })

  test('Apple writes New York time: 0000320193-25-000079 was accepted at 10:01:26 UTC', () => {
    const apple = pages.find(({ name }) => /^CIK0000320193\.json/.test(name))
    const row = apple?.rows.find((each) => each.accessionNumber === '0000320193-25-000079')
    expect(row?.acceptanceDateTime).toBe('2025-10-31T06:01:26.000Z')
    expect(
      acceptedAtFromSubmissionsJson(
        row?.acceptanceDateTime ?? '',
        resolveSubmissionsClock(apple?.rows ?? []),
      ),
    ).toBe('2025-10-31T10:01:26Z')
  })
})
