import { parseAccessionNumber, undashed } from './accession-number.ts'
import { parseCik, unpaddedCik } from './cik.ts'

/** Every EDGAR URL is built here. `base` is EDGAR_BASE_URL, `data` is EDGAR_DATA_URL, both without a path. */
export function edgarUrls(base: string, data: string) {
  const www = base.replace(/\/+$/, '')
  const json = data.replace(/\/+$/, '')
  const archives = `${www}/Archives`
  return {
    /** The full submission text: header and every document in one file. */
    submission: (accessionNumber: string, cik: string) =>
      `${archives}/${submissionPath(accessionNumber, cik)}`,

    /** A path as an index names it, for example `edgar/data/320193/0000320193-24-000123.txt`. */
    archivePath: (path: string) => `${archives}/${encodePath(path)}`,

    document: (accessionNumber: string, cik: string, fileName: string) =>
      `${archives}/edgar/data/${unpaddedCik(cik)}/${undashed(accessionNumber)}/${encodePath(fileName)}`,

    folder: (accessionNumber: string, cik: string) =>
      `${archives}/edgar/data/${unpaddedCik(cik)}/${undashed(accessionNumber)}/`,

    indexPage: (accessionNumber: string, cik: string) =>
      `${archives}/edgar/data/${unpaddedCik(cik)}/${undashed(accessionNumber)}/${accessionNumber}-index.htm`,

    /** `date` is `YYYY-MM-DD`. The file exists for days on which EDGAR accepted filings, from about 22:00 in New York. */
    dailyIndex: (date: string) => {
      const { year, quarter } = quarterOf(date)
      return `${archives}/edgar/daily-index/${year}/QTR${quarter}/master.${date.replaceAll('-', '')}.idx`
    },

    /** Every filing of a `YYYY-MM-DD` day in one file. */
    feedArchive: (date: string) => {
      const { year, quarter } = quarterOf(date)
      return `${archives}/edgar/Feed/${year}/QTR${quarter}/${date.replaceAll('-', '')}.nc.tar.gz`
    },

    fullIndex: (year: number, quarter: number) =>
      `${archives}/edgar/full-index/${year}/QTR${quarter}/master.idx`,

    /** Which years, or which quarters of a year, the full index has. */
    fullIndexListing: (year?: number) =>
      `${archives}/edgar/full-index/${year === undefined ? '' : `${year}/`}index.json`,

    companySubmissions: (cik: string) => `${json}/submissions/CIK${cik.padStart(10, '0')}.json`,

    /** An older page, named by the `filings.files` of the first: `CIK0000320193-submissions-001.json`. */
    companySubmissionsPage: (name: string) => `${json}/submissions/${encodePath(name)}`,

    latestFilings: ({ start, count, formType }: { start: number; count: number; formType?: string }) => {
      const query = new URLSearchParams({ action: 'getcurrent' })
      if (formType !== undefined) query.set('type', formType)
      query.set('owner', 'include')
      query.set('start', String(start))
      query.set('count', String(count))
      query.set('output', 'atom')
      return `${www}/cgi-bin/browse-edgar?${query}`
    },

    companyTickers: () => `${www}/files/company_tickers.json`,
    companyTickersExchange: () => `${www}/files/company_tickers_exchange.json`,
  }
}

export type EdgarUrls = ReturnType<typeof edgarUrls>

/** The calendar quarter in which EDGAR files a `YYYY-MM-DD` date. */
export function quarterOf(date: string): { year: number; quarter: number } {
  return { year: Number(date.slice(0, 4)), quarter: Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1 }
}

function submissionPath(accessionNumber: string, cik: string): string {
  return `edgar/data/${unpaddedCik(cik)}/${undashed(accessionNumber)}/${accessionNumber}.txt`
}

/** File names are hostile: each segment is escaped and `..` never survives as a step upwards. */
function encodePath(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map(encodeURIComponent)
    .join('/')
}

export interface EdgarAddress {
  accession_number: string
  /** Ten digits; the company whose folder the URL names. Absent in feed paths and Atom ids. */
  cik?: string
  /** The document the URL points at; absent when it points at the filing as a whole. */
  file_name?: string
}

const MAX_URL_CHARS = 4096
const SEC_HOST = /^(?:[a-z0-9-]+\.)*sec\.gov$/
/** EDGAR renders XML forms under a folder named after a stylesheet; the document itself is the file without it. */
const STYLESHEET_FOLDER = /^xsl[A-Za-z0-9_-]*$/i
/** Pages about a filing, as opposed to documents in it. */
const FILING_PAGE = /^\d{10}-\d{2}-\d{6}(?:-index(?:-headers)?\.html?|\.txt|\.nc|\.hdr\.sgml)(?:\.gz)?$/i

/**
 * Reads any URL EDGAR uses for a filing: `/Archives/edgar/data/…` folders, documents, `.txt` and index pages,
 * `ix?doc=` and viewer links, index paths without a host, and Atom ids. Returns `undefined` for everything else,
 * including other hosts.
 */
export function parseEdgarUrl(input: string): EdgarAddress | undefined {
  const text = input.trim()
  if (text === '' || text.length > MAX_URL_CHARS) return undefined
  const urn = /^urn:tag:sec\.gov,2008:accession-number=([0-9-]{18,20})$/i.exec(text)?.[1]
  if (urn !== undefined) {
    const accession = parseAccessionNumber(urn)
    return accession === undefined ? undefined : { accession_number: accession }
  }
  const url = toUrl(text)
  if (url === undefined) return undefined
  const inner = url.searchParams.get('doc')
  if (inner !== null && /^\/(?:ix|ixviewer)(?:\/|$)/i.test(url.pathname)) {
    const document = toUrl(inner)
    return document === undefined ? undefined : fromPath(document.pathname)
  }
  const queried = url.searchParams.get('accession_number') ?? url.searchParams.get('accession')
  if (queried !== null) {
    const accession = parseAccessionNumber(queried)
    if (accession === undefined) return undefined
    const cik = parseCik(url.searchParams.get('cik') ?? '')
    return { accession_number: accession, ...(cik === undefined ? {} : { cik }) }
  }
  return fromPath(url.pathname)
}

function toUrl(text: string): URL | undefined {
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(text)
  const hostFirst = /^(?:[a-z0-9-]+\.)*sec\.gov\//i.test(text)
  const full = absolute
    ? text
    : hostFirst
      ? `https://${text}`
      : `https://www.sec.gov/${text.replace(/^\/+/, '')}`
  if (!URL.canParse(full)) return undefined
  const url = new URL(full)
  const readable = url.protocol === 'https:' || url.protocol === 'http:' || url.protocol === 'ftp:'
  return readable && SEC_HOST.test(url.hostname) ? url : undefined
}

function fromPath(pathname: string): EdgarAddress | undefined {
  const segments = pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode)
  if (segments[0]?.toLowerCase() === 'archives') segments.shift()
  if (segments[0]?.toLowerCase() !== 'edgar') return undefined
  const kind = segments[1]?.toLowerCase()
  if (kind === 'feed' || kind === 'oldloads') {
    const accession = accessionOfFile(segments[segments.length - 1])
    return accession === undefined ? undefined : { accession_number: accession }
  }
  if (kind !== 'data') return undefined
  const rest = segments.slice(2)
  if (rest.length === 1) {
    const accession = accessionOfFile(rest[0])
    return accession === undefined ? undefined : { accession_number: accession }
  }
  const cik = parseCik(rest[0] ?? '')
  if (cik === undefined) return undefined
  const second = rest[1] ?? ''
  const accession = parseAccessionNumber(second) ?? accessionOfFile(second)
  if (accession === undefined) return undefined
  const inside = rest.slice(2)
  if (inside.length > 1 && STYLESHEET_FOLDER.test(inside[0] ?? '')) inside.shift()
  const file = inside.join('/')
  const names = file !== '' && file !== 'index.json' && !FILING_PAGE.test(file)
  return { accession_number: accession, cik, ...(names ? { file_name: file } : {}) }
}

function accessionOfFile(name: string | undefined): string | undefined {
  const stem = /^(\d{10}-\d{2}-\d{6}|\d{18})(?=[-.]|$)/.exec(name ?? '')?.[1]
  return stem === undefined ? undefined : parseAccessionNumber(stem)
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
