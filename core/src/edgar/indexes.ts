import { parseAccessionNumber } from './accession-number.ts'
import { parseCik } from './cik.ts'
import type { DiscoveredFiling } from './discovered-filing.ts'

export interface EdgarIndex {
  /** A filing of several companies has one row for each. */
  filings: DiscoveredFiling[]
  /** First header line, for example `Daily Index of EDGAR Dissemination Feed`. */
  description: string | null
  /** As the header writes it. */
  last_data_received: string | null
  /** Lines below the header that name no filing. They are counted, not fatal: one bad line must not hide a day. */
  bad_lines: number
  /** The first few of them, cut short, for the log. */
  bad_line_samples: string[]
  /** Rows that repeat a filing under the same company. They are left out. */
  duplicate_lines: number
}

const MAX_LINE_CHARS = 2000
const MAX_SAMPLES = 5
const SAMPLE_CHARS = 200

/**
 * Reads any EDGAR index: `master` (fields parted by `|`), `company` and `form` (columns), daily and quarterly. The kind is
 * read off the lines, because recorded headers break the column titles over two lines. Linear in the length of the text.
 */
export function parseIndex(bytes: Uint8Array): EdgarIndex {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const index: EdgarIndex = {
    filings: [],
    description: null,
    last_data_received: null,
    bad_lines: 0,
    bad_line_samples: [],
    duplicate_lines: 0,
  }
  const seen = new Set<string>()
  let inHeader = true
  let formFirst = false
  for (const line of lines(text)) {
    if (line.trim() === '') continue
    if (inHeader) {
      if (isRule(line)) {
        inHeader = false
        continue
      }
      // A file without a header, or cut at its front, still has its rows.
      const row = line.length <= MAX_LINE_CHARS ? parseRow(line, formFirst) : undefined
      if (row === undefined) {
        readHeader(line, index)
        if (line.startsWith('Form Type')) formFirst = true
        continue
      }
      inHeader = false
    }
    const row = line.length <= MAX_LINE_CHARS ? parseRow(line, formFirst) : undefined
    if (row === undefined) {
      index.bad_lines++
      if (index.bad_line_samples.length < MAX_SAMPLES)
        index.bad_line_samples.push(line.slice(0, SAMPLE_CHARS))
      continue
    }
    const key = row.accession_number + row.cik
    if (seen.has(key)) {
      index.duplicate_lines++
      continue
    }
    seen.add(key)
    index.filings.push(row)
  }
  return index
}

function* lines(text: string): Generator<string> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (start < text.length) {
    const end = text.indexOf('\n', start)
    const stop = end < 0 ? text.length : end
    yield text.charCodeAt(stop - 1) === 13 ? text.slice(start, stop - 1) : text.slice(start, stop)
    start = stop + 1
  }
}

function isRule(line: string): boolean {
  return line.startsWith('-----') && /^-+$/.test(line.trimEnd())
}

function readHeader(line: string, index: EdgarIndex): void {
  const colon = line.indexOf(':')
  if (colon < 0) return
  const value = line.slice(colon + 1).trim()
  const name = line.slice(0, colon).trim().toLowerCase()
  if (name === 'description' && index.description === null) index.description = value
  if (name === 'last data received' && index.last_data_received === null) index.last_data_received = value
}

function parseRow(line: string, formFirst: boolean): DiscoveredFiling | undefined {
  if (line.includes('|')) return parseMasterRow(line)
  return parseColumnRow(line, formFirst)
}

/** `CIK|Company Name|Form Type|Date Filed|File Name`. A company's name may itself hold a bar. */
function parseMasterRow(line: string): DiscoveredFiling | undefined {
  const fields = line.split('|')
  if (fields.length < 5) return undefined
  return toFiling({
    cik: fields[0] as string,
    company: fields.slice(1, -3).join('|'),
    form: fields[fields.length - 3] as string,
    date: fields[fields.length - 2] as string,
    path: fields[fields.length - 1] as string,
  })
}

/**
 * The last three columns hold no blanks, so they are read from the right. What is left is a company name and a form
 * type: at least two blanks part them, except where the first fills its column, and no form type holds two in a row.
 */
function parseColumnRow(line: string, formFirst: boolean): DiscoveredFiling | undefined {
  const path = lastWord(line, line.length)
  const date = path && lastWord(line, path.start)
  const cik = date && lastWord(line, date.start)
  if (!path || !date || !cik) return undefined
  const rest = line.slice(0, cik.start).trim()
  const gap = formFirst ? rest.indexOf('  ') : rest.lastIndexOf('  ')
  const left = gap < 0 ? '' : rest.slice(0, gap).trim()
  const right = gap < 0 ? rest : rest.slice(gap).trim()
  return toFiling({
    cik: cik.word,
    company: formFirst ? right : left,
    form: formFirst ? left : right,
    date: date.word,
    path: path.word,
  })
}

function lastWord(line: string, before: number): { word: string; start: number } | undefined {
  let end = before
  while (end > 0 && isBlank(line.charCodeAt(end - 1))) end--
  let start = end
  while (start > 0 && !isBlank(line.charCodeAt(start - 1))) start--
  return start === end ? undefined : { word: line.slice(start, end), start }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

function toFiling(row: { cik: string; company: string; form: string; date: string; path: string }) {
  const cik = parseCik(row.cik.trim())
  const filingDate = indexDate(row.date.trim())
  const path = row.path.trim()
  const form = row.form.trim()
  if (cik === undefined || filingDate === undefined || form === '' || form.length > 40) return undefined
  if (!path.startsWith('edgar/')) return undefined
  const accession = accessionOfPath(path)
  if (accession === undefined) return undefined
  const filing: DiscoveredFiling = {
    accession_number: accession,
    cik,
    form_type: form,
    filing_date: filingDate,
    company_name: row.company.trim() || null,
    path,
  }
  return filing
}

/** Daily files write `20240102`, quarterly ones `2024-01-02`. */
function indexDate(text: string): string | undefined {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text)
  if (found === null) return undefined
  const date = `${found[1]}-${found[2]}-${found[3]}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? undefined : date
}

function accessionOfPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.indexOf('.')
  return parseAccessionNumber(dot < 0 ? name : name.slice(0, dot))
}

/** Which years or quarters a listing such as `/Archives/edgar/full-index/index.json` names. */
export function parseListing(value: unknown): string[] {
  const items = (value as { directory?: { item?: unknown } } | null)?.directory?.item
  if (!Array.isArray(items)) return []
  return items.flatMap((item: unknown) => {
    const name = (item as { name?: unknown } | null)?.name
    return typeof name === 'string' ? [name] : []
  })
}
