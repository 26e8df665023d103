import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { undashed } from '@sec-latent/core/edgar/accession-number'
import { unpaddedCik } from '@sec-latent/core/edgar/cik'
import { parseCompanySubmissions, parseOlderSubmissions } from '@sec-latent/core/edgar/company-submissions'
import type { DiscoveredFiling } from '@sec-latent/core/edgar/discovered-filing'
import {
  decodeHeader,
  headerIsComplete,
  looksLikeSubmission,
  type MirroredHeader,
  readSubmissionHeader,
} from './submission-header.ts'

/** A full submission: a file of the directory, or bytes published while the mirror runs. */
export interface MirroredSubmission extends MirroredHeader {
  /** Relative to the directory, without `.gz`. */
  path: string
  bytes?: Buffer
  /** Uncompressed bytes where known, otherwise those of the file. */
  size: number
}

/** A filing of which only the primary document is held; the submissions JSON of the directory names it. */
export interface LooseFiling extends MirroredHeader {
  primary_document: string
}

export interface Catalogue {
  submissions: Map<string, MirroredSubmission>
  loose: Map<string, LooseFiling>
  /** Every file, relative to the directory and without `.gz`, and whether it is stored compressed. */
  files: Map<string, { compressed: boolean }>
}

/** Headers end well within this, but for submissions of hundreds of companies. */
const FIRST_READ_BYTES = 64 * 1024
const MAX_HEADER_BYTES = 8 * 1024 * 1024
/** What peers expect of parsers is not part of EDGAR. */
const IGNORED_FOLDERS = new Set(['expected', '.git', 'node_modules'])
const NEVER_SUBMISSIONS = /\.(?:json|xml|xsd|html?|jpg|gif|pdf|zip|idx|atom|tsv|md|css|js)$/i

/** Reads the beginnings of the files, a few seconds for some thousands. */
export function readCatalogue(directory: string): Catalogue {
  const files = new Map<string, { compressed: boolean }>()
  walk(directory, '', files)
  const submissions = new Map<string, MirroredSubmission>()
  for (const [path, { compressed }] of files) {
    if (NEVER_SUBMISSIONS.test(path)) continue
    const found = readHeaderOf(join(directory, compressed ? `${path}.gz` : path), compressed)
    if (found === undefined) continue
    const held = submissions.get(found.header.accession_number)
    const candidate = { ...found.header, path, size: found.size }
    if (held === undefined || better(candidate, held)) submissions.set(candidate.accession_number, candidate)
  }
  return { submissions, loose: looseFilings(directory, files, submissions), files }
}

/** EDGAR's own folders before feed containers, those before material without a place. */
function better(candidate: MirroredSubmission, held: MirroredSubmission): boolean {
  const [a, b] = [place(candidate.path), place(held.path)]
  return a === b ? candidate.size > held.size : a < b
}

function place(path: string): number {
  if (path.startsWith('Archives/edgar/data/')) return 0
  return path.startsWith('Archives/') ? 1 : 2
}

function walk(directory: string, below: string, files: Catalogue['files']): void {
  for (const entry of readdirSync(join(directory, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) {
      if (!(below === '' && IGNORED_FOLDERS.has(entry.name))) walk(directory, path, files)
    } else if (entry.isFile()) {
      const compressed = path.endsWith('.gz')
      const name = compressed ? path.slice(0, -'.gz'.length) : path
      // The plain file wins where both are held.
      if (!compressed || !files.has(name)) files.set(name, { compressed })
    }
  }
}

function readHeaderOf(file: string, compressed: boolean) {
  const descriptor = openSync(file, 'r')
  try {
    const { size } = fstatSync(descriptor)
    for (let want = FIRST_READ_BYTES; ; want *= 8) {
      const raw = Buffer.alloc(Math.min(want, size))
      readSync(descriptor, raw, 0, raw.length, 0)
      const text = decodeHeader(compressed ? gunzipStart(raw) : raw)
      if (!looksLikeSubmission(text.slice(0, 4096))) return undefined
      if (headerIsComplete(text) || raw.length === size || want >= MAX_HEADER_BYTES) {
        const header = readSubmissionHeader(text)
        return header === undefined ? undefined : { header, size }
      }
    }
  } finally {
    closeSync(descriptor)
  }
}

function gunzipStart(raw: Buffer): Buffer {
  try {
    return gunzipSync(raw, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 })
  } catch {
    return Buffer.alloc(0)
  }
}

/** A held file as EDGAR would send it. */
export function readHeldFile(directory: string, path: string, compressed: boolean): Buffer {
  const bytes = readFileSync(join(directory, compressed ? `${path}.gz` : path))
  return compressed ? gunzipSync(bytes) : bytes
}

/**
 * Filings without a full submission text whose primary document is held. EDGAR's indexes list them like any other, and
 * who asks for the text gets a 404, as happens with EDGAR.
 */
function looseFilings(
  directory: string,
  files: Catalogue['files'],
  submissions: Catalogue['submissions'],
): Map<string, LooseFiling> {
  const loose = new Map<string, LooseFiling>()
  const names = new Map<string, string>()
  /** A page that cannot be read names no filings; a mirror of odd material must still start. */
  const rowsOf = (path: string, cik: string): DiscoveredFiling[] => {
    try {
      const bytes = readHeldFile(directory, path, files.get(path)?.compressed ?? false)
      const value = JSON.parse(bytes.toString('utf8')) as unknown
      if (path.includes('-submissions-')) return parseOlderSubmissions(value, cik).filings
      const company = parseCompanySubmissions(value)
      names.set(cik, company.profile.name)
      return company.filings
    } catch {
      return []
    }
  }
  // Shorter first: the first page of a company gives the name to the rows of its older ones.
  const pages = [...files.keys()]
    .filter((path) => /^submissions\/CIK\d{10}(?:-submissions-\d+)?\.json$/.test(path))
    .sort((a, b) => a.length - b.length)
  for (const path of pages) {
    const cik = path.slice('submissions/CIK'.length, 'submissions/CIK'.length + 10)
    for (const row of rowsOf(path, cik)) {
      if (row.primary_document === undefined || submissions.has(row.accession_number)) continue
      const held = `Archives/edgar/data/${unpaddedCik(cik)}/${undashed(row.accession_number)}/${row.primary_document}`
      if (!files.has(held)) continue
      const known = loose.get(row.accession_number)
      const filer = { cik, name: names.get(cik) ?? '', role: 'Filer' }
      if (known !== undefined) {
        if (!known.filers.some((other) => other.cik === cik)) known.filers.push(filer)
        continue
      }
      loose.set(row.accession_number, {
        accession_number: row.accession_number,
        form_type: row.form_type,
        filing_date: row.filing_date,
        acceptance_datetime: null,
        filers: [filer],
        items: row.items ?? [],
        primary_document: row.primary_document,
      })
    }
  }
  return loose
}
