import { SaxesParser } from 'saxes'
import { parseAccessionNumber } from './accession-number.ts'
import { parseCik } from './cik.ts'
import type { DiscoveredFiling } from './discovered-filing.ts'
import { parseEdgarUrl } from './urls.ts'

export interface LatestFilings {
  /** Newest first, as the feed lists them; a filing of several companies appears once for each. */
  filings: DiscoveredFiling[]
  /** RFC 3339 with New York's offset, as the feed writes it. */
  updated: string | null
  /** Entries without an accession number, a company, a form type or a date. */
  bad_entries: number
}

const MAX_ENTRIES = 1000
const MAX_TEXT_CHARS = 20_000
const MAX_DEPTH = 20

interface Entry {
  title: string
  summary: string
  updated: string
  id: string
  href: string
  term: string
}

/**
 * Reads EDGAR's Atom feed of the latest filings. Throws on XML that is not well formed, so that half a feed is never
 * taken for a quiet hour. Entities beyond XML's own five are refused; depth, entries and text are bounded.
 */
export function parseLatestFilings(bytes: Uint8Array): LatestFilings {
  const parser = new SaxesParser()
  const result: LatestFilings = { filings: [], updated: null, bad_entries: 0 }
  const path: string[] = []
  let entry: Entry | undefined
  let text = ''
  let failure: Error | undefined

  parser.on('error', (error) => {
    failure ??= error
  })
  parser.on('doctype', () => {
    failure ??= new Error('an Atom feed has no document type declaration')
  })
  parser.on('opentag', (tag) => {
    path.push(tag.name)
    if (path.length > MAX_DEPTH) failure ??= new Error(`elements nest deeper than ${MAX_DEPTH}`)
    text = ''
    if (tag.name === 'entry' && path.length === 2) {
      entry = { title: '', summary: '', updated: '', id: '', href: '', term: '' }
    }
    if (entry !== undefined && path.length === 3) {
      if (tag.name === 'link' && entry.href === '') entry.href = String(tag.attributes.href ?? '')
      if (tag.name === 'category' && entry.term === '') entry.term = String(tag.attributes.term ?? '')
    }
  })
  const collect = (more: string) => {
    if (text.length < MAX_TEXT_CHARS) text += more
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', (tag) => {
    if (entry !== undefined && path.length === 3) {
      if (tag.name === 'title') entry.title = text.trim()
      if (tag.name === 'summary') entry.summary = text
      if (tag.name === 'updated') entry.updated = text.trim()
      if (tag.name === 'id') entry.id = text.trim()
    } else if (path.length === 2 && tag.name === 'updated') {
      result.updated = text.trim()
    }
    if (tag.name === 'entry' && path.length === 2 && entry !== undefined) {
      const filing = toFiling(entry)
      if (filing === undefined) result.bad_entries++
      else result.filings.push(filing)
      if (result.filings.length + result.bad_entries > MAX_ENTRIES) {
        failure ??= new Error(`the feed has more than ${MAX_ENTRIES} entries`)
      }
      entry = undefined
    }
    path.pop()
    text = ''
  })

  const source = decode(bytes)
  const STEP = 65_536
  for (let at = 0; at < source.length && failure === undefined; at += STEP)
    parser.write(source.slice(at, at + STEP))
  if (failure === undefined) parser.close()
  if (failure !== undefined)
    throw new Error(`not a readable Atom feed: ${failure.message}`, { cause: failure })
  return result
}

/** The feed declares ISO-8859-1. */
function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const declaration = buffer.subarray(0, 200).toString('latin1').toLowerCase()
  const text = buffer.toString(declaration.includes('iso-8859-1') ? 'latin1' : 'utf8')
  return text.trimStart()
}

/** `4 - Example Holdings Inc. (0001234567) (Issuer)`: form type, company, CIK, part played. */
function toFiling(entry: Entry): DiscoveredFiling | undefined {
  const accession = parseAccessionNumber(entry.id.slice(entry.id.lastIndexOf('=') + 1))
  const address = parseEdgarUrl(entry.href)
  const title = splitTitle(entry.title)
  const cik = title?.cik ?? address?.cik
  const filingDate = afterLabel(entry.summary, 'Filed:')?.match(/^\d{4}-\d{2}-\d{2}/)?.[0]
  const form = entry.term.trim() || title?.form
  const accessionNumber = accession ?? address?.accession_number
  if (accessionNumber === undefined || cik === undefined || filingDate === undefined || !form)
    return undefined
  const items = itemsOf(entry.summary)
  return {
    accession_number: accessionNumber,
    cik,
    form_type: form,
    filing_date: filingDate,
    company_name: title?.company || null,
    acceptance_date_time_raw: entry.updated,
    ...(items.length > 0 ? { items } : {}),
    ...(title?.role ? { role_raw: title.role } : {}),
  }
}

function splitTitle(title: string) {
  const separator = title.indexOf(' - ')
  const tail = /\((\d{10})\)(?: \(([^()]{1,40})\))?$/.exec(title)
  if (separator < 0 || tail === null || tail.index <= separator) return undefined
  return {
    form: title.slice(0, separator).trim(),
    company: title.slice(separator + 3, tail.index).trim(),
    cik: parseCik(tail[1] as string),
    role: tail[2] ?? null,
  }
}

/** The summary is HTML that was escaped: `<b>Filed:</b> 2025-12-12 <b>AccNo:</b> …<br>Item 5.02: …`. */
function afterLabel(summary: string, label: string): string | undefined {
  const at = summary.indexOf(label)
  if (at < 0) return undefined
  return summary.slice(at + label.length).replace(/^(?:<\/b>)?\s*/, '')
}

function itemsOf(summary: string): string[] {
  const items: string[] = []
  let at = summary.indexOf('Item ')
  while (at >= 0 && items.length < 50) {
    const code = /^Item ([0-9A-Za-z.]{1,8}):/.exec(summary.slice(at, at + 20))?.[1]
    if (code !== undefined && !items.includes(code)) items.push(code)
    at = summary.indexOf('Item ', at + 5)
  }
  return items
}
