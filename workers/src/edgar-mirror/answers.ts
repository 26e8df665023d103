import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { parseAccessionNumber } from '@sec-latent/core/edgar/accession-number'
import { parseCik } from '@sec-latent/core/edgar/cik'
import { quarterOf } from '@sec-latent/core/edgar/urls'
import type { Catalogue, MirroredSubmission } from './catalogue.ts'
import { missingKeyXml, notFoundPage } from './error-pages.ts'
import { feedArchive } from './feed-archive.ts'
import {
  acceptedAt,
  type Listed,
  latestFilingsAtom,
  listed,
  listingJson,
  masterIndex,
  quarters,
} from './generated-files.ts'

export interface Answer {
  status: number
  type: string
  bytes: Buffer
  /** The same bytes as they lie on disk, when they lie there compressed. */
  gzipped?: Buffer
  /** What the index faults alter. */
  listing?: 'index' | 'atom'
}

const unzip = promisify(gunzip)

const TYPES: Record<string, string> = {
  txt: 'text/plain',
  nc: 'text/plain',
  idx: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  xml: 'text/xml',
  xsd: 'text/xml',
  json: 'application/json',
  atom: 'application/atom+xml',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  zip: 'application/zip',
}

/** What EDGAR would answer, from a directory and what is generated from it. */
export function answers(directory: string, catalogue: Catalogue, feedFrom = '') {
  let rows: Listed[] | undefined
  let newest: Listed[] | undefined
  const allRows = () => {
    rows ??= listed(catalogue)
    return rows
  }
  const newestRows = () => {
    newest ??= [...allRows()].sort(
      (a, b) =>
        acceptedAt(b.filing) - acceptedAt(a.filing) ||
        b.filing.accession_number.localeCompare(a.filing.accession_number),
    )
    return newest
  }

  async function answer(pathname: string, query: URLSearchParams): Promise<Answer> {
    if (pathname === '/cgi-bin/browse-edgar' && query.get('action') === 'getcurrent') return latest(query)
    const path = relativePath(pathname)
    if (path === undefined) return notFound(pathname)
    return (
      (await held(path)) ??
      (await submission(path)) ??
      (await archiveOfDay(path)) ??
      generated(path) ??
      notFound(pathname)
    )
  }

  async function held(path: string): Promise<Answer | undefined> {
    const file = catalogue.files.get(path)
    if (file === undefined) return undefined
    const stored = await readFile(join(directory, file.compressed ? `${path}.gz` : path))
    const type = typeOf(path)
    const listing = path.endsWith('.idx') ? ({ listing: 'index' } as const) : {}
    return file.compressed
      ? { status: 200, type, bytes: await unzip(stored), gzipped: stored, ...listing }
      : { status: 200, type, bytes: stored, ...listing }
  }

  /** `edgar/data/<cik>/<accession>.txt` and the same inside the filing's folder, for each of its companies. */
  async function submission(path: string): Promise<Answer | undefined> {
    const parts = path.split('/')
    if (parts[0] !== 'Archives' || parts[1] !== 'edgar' || parts[2] !== 'data') return undefined
    const [cik, ...rest] = parts.slice(3)
    const name = rest[rest.length - 1] ?? ''
    if (!name.endsWith('.txt') || rest.length > 2) return undefined
    const accession = parseAccessionNumber(name.slice(0, -'.txt'.length))
    if (accession === undefined) return undefined
    if (rest.length === 2 && parseAccessionNumber(rest[0] as string) !== accession) return undefined
    const found = catalogue.submissions.get(accession)
    const company = parseCik(cik ?? '')
    if (found === undefined || !found.filers.some((filer) => filer.cik === company)) return undefined
    if (found.bytes !== undefined) return { status: 200, type: 'text/plain', bytes: found.bytes }
    return held(found.path)
  }

  /** `edgar/Feed/2024/QTR1/20240111.nc.tar.gz`, made of the submissions of that day. */
  async function archiveOfDay(path: string): Promise<Answer | undefined> {
    const day = /^Archives\/edgar\/Feed\/\d{4}\/QTR[1-4]\/(\d{8})\.nc\.tar\.gz$/.exec(path)?.[1]
    if (day === undefined) return undefined
    const filings: { header: MirroredSubmission; bytes: Buffer }[] = []
    for (const found of catalogue.submissions.values()) {
      if (found.filing_date.replaceAll('-', '') !== day) continue
      const bytes = found.bytes ?? (await held(found.path))?.bytes
      if (bytes !== undefined) filings.push({ header: found, bytes })
    }
    if (filings.length === 0) return undefined
    return { status: 200, type: 'application/x-gzip', bytes: feedArchive(filings) }
  }

  function generated(path: string): Answer | undefined {
    const parts = path.split('/')
    if (parts[0] !== 'Archives' || parts[1] !== 'edgar') return undefined
    const kind = parts[2] === 'daily-index' ? 'daily' : parts[2] === 'full-index' ? 'full' : undefined
    if (kind === undefined) return undefined
    const rest = parts.slice(3)
    const file = rest[rest.length - 1] ?? ''
    if (file === 'index.json') return listing(kind, rest.slice(0, -1))
    const [year, quarter] = [Number(rest[0]), Number(/^QTR([1-4])$/.exec(rest[1] ?? '')?.[1])]
    if (rest.length !== 3 || !Number.isInteger(year) || !Number.isInteger(quarter)) return undefined
    const wanted = allRows().filter(({ filing }) => {
      const of = quarterOf(filing.filing_date)
      if (of.year !== year || of.quarter !== quarter) return false
      return kind === 'full' || file === `master.${filing.filing_date.replaceAll('-', '')}.idx`
    })
    if ((kind === 'full' && file !== 'master.idx') || wanted.length === 0) return undefined
    return {
      status: 200,
      type: 'text/plain',
      bytes: Buffer.from(masterIndex(wanted, kind)),
      listing: 'index',
    }
  }

  function listing(kind: 'daily' | 'full', below: string[]): Answer | undefined {
    const years = quarters(allRows())
    const json = (names: string[], type: 'dir' | 'file') => ({
      status: 200,
      type: 'application/json',
      bytes: Buffer.from(
        listingJson(
          [`${kind}-index`, ...below, ''].join('/'),
          names.sort().map((name) => ({ name, type })),
        ),
      ),
    })
    if (below.length === 0) return json([...years.keys()].map(String), 'dir')
    const inYear = years.get(Number(below[0]))
    if (inYear === undefined) return undefined
    if (below.length === 1)
      return json(
        [...inYear].map((quarter) => `QTR${quarter}`),
        'dir',
      )
    if (below.length > 2 || ![...inYear].some((quarter) => below[1] === `QTR${quarter}`)) return undefined
    if (kind === 'full') return json(['master.idx'], 'file')
    const days = new Set<string>()
    for (const { filing } of allRows()) {
      const of = quarterOf(filing.filing_date)
      if (String(of.year) === below[0] && `QTR${of.quarter}` === below[1]) {
        days.add(`master.${filing.filing_date.replaceAll('-', '')}.idx`)
      }
    }
    return json([...days], 'file')
  }

  /** EDGAR's `type` is the beginning of a form type, so that `4` also finds `4/A` and `424B2`. */
  function latest(query: URLSearchParams): Answer {
    const type = query.get('type') ?? ''
    const start = Math.max(0, Number(query.get('start') ?? 0) || 0)
    const count = Math.min(100, Math.max(1, Number(query.get('count') ?? 40) || 40))
    const entries: Listed[] = []
    let skipped = 0
    for (const row of newestRows()) {
      if (!row.filing.form_type.startsWith(type) || row.filing.filing_date < feedFrom) continue
      if (skipped++ < start) continue
      entries.push(row)
      if (entries.length === count) break
    }
    return {
      status: 200,
      type: 'application/atom+xml',
      bytes: Buffer.from(latestFilingsAtom(entries), 'latin1'),
      listing: 'atom',
    }
  }

  return {
    answer,
    /** Adds a filing while the mirror runs; a second one of the same accession number takes its place. */
    publish(filing: MirroredSubmission): void {
      catalogue.submissions.set(filing.accession_number, filing)
      catalogue.loose.delete(filing.accession_number)
      rows = undefined
      newest = undefined
    },
  }
}

/** A path below the directory, or `undefined` for anything that would leave it. */
function relativePath(pathname: string): string | undefined {
  const segments: string[] = []
  for (const segment of pathname.split('/')) {
    if (segment === '') continue
    let decoded: string
    try {
      decoded = decodeURIComponent(segment)
    } catch {
      return undefined
    }
    if (decoded === '.' || decoded === '..' || /[/\\\0]/.test(decoded)) return undefined
    segments.push(decoded)
  }
  return segments.length === 0 ? undefined : segments.join('/')
}

function typeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}

/** The index folders and the JSON host answer from a store that calls a missing key forbidden. */
function notFound(pathname: string): Answer {
  const store =
    pathname.includes('-index/') || pathname.startsWith('/submissions/') || pathname.startsWith('/api/')
  if (store && !pathname.startsWith('/api/')) {
    return {
      status: pathname.startsWith('/submissions/') ? 404 : 403,
      type: 'application/xml',
      bytes: Buffer.from(missingKeyXml),
    }
  }
  return { status: 404, type: 'text/html', bytes: Buffer.from(notFoundPage) }
}
