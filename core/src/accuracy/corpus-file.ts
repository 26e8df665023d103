import { basename } from 'node:path'
import { pageKind } from '../edgar/byte-checks.ts'
import { parseCompanySubmissions, parseOlderSubmissions } from '../edgar/company-submissions.ts'
import { parseCompanyTickers } from '../edgar/company-tickers.ts'
import { parseIndex, parseListing } from '../edgar/indexes.ts'
import { parseLatestFilings } from '../edgar/latest-filings.ts'
import { readCompanyFacts } from '../facts/company-facts.ts'
import { composeSubmission } from '../filings/compose-submission.ts'
import { readFiling } from '../filings/reading.ts'
import { SubmissionError } from '../filings/submission-error.ts'
import { listZip, ZipError } from '../filings/zip-archive.ts'

/** What the manifest says of a file, as far as its reading needs it. */
export interface CorpusFileKey {
  path: string
  form: string
  cik: string
  company: string
  accession_number: string
  filing_date: string
}

/** What became of a file of the corpus. */
export interface FileOutcome {
  kind: string
  /** `read`, or the permanent code of why it is not. */
  outcome: string
  detail: string | null
}

const SUBMISSION =
  /^(?:<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|<SUBMISSION>|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)/

/** Reads any file EDGAR serves with the reader it is for. What throws neither a refusal nor returns is a fault of ours. */
export function readCorpusFile(file: CorpusFileKey, bytes: Buffer): FileOutcome {
  const name = basename(file.path).replace(/\.gz$/, '')
  const head = bytes.toString('latin1', 0, 4_096).trimStart()
  const page = pageKind(bytes)
  if (page !== undefined && page !== 'html') return { kind: 'error page', outcome: page, detail: null }
  if (SUBMISSION.test(head)) return readAs('submission', () => submission(bytes, file))
  if (head.startsWith('PK\u0003\u0004')) return readAs('archive', () => void listZip(bytes))
  if (/^[[{]/.test(head)) return readJson(name, bytes)
  if (/\.idx$/.test(name)) return readAs('index', () => void parseIndex(bytes))
  if (/^(?:<\?xml[^>]*>\s*)?<feed\b/.test(head)) return readAs('feed', () => void parseLatestFilings(bytes))
  return readAs('document', () => submission(wrapped(file, name, bytes), file))
}

function readJson(name: string, bytes: Buffer): FileOutcome {
  const value = () => JSON.parse(bytes.toString('utf8')) as unknown
  if (/^CIK\d{10}-submissions-\d+\.json$/.test(name)) {
    return readAs('older submissions', () => void parseOlderSubmissions(value(), name.slice(3, 13)))
  }
  const parsed = attempt(value)
  if (parsed === undefined) return { kind: 'json', outcome: 'not_json', detail: null }
  const keys = Object.keys(parsed as object)
  if (keys.includes('filings')) return readAs('submissions', () => void parseCompanySubmissions(parsed))
  if (keys.includes('facts')) return readAs('company facts', () => void readCompanyFacts(bytes))
  if (keys.includes('directory')) return readAs('listing', () => void parseListing(parsed))
  if (/tickers/.test(name)) return readAs('tickers', () => void parseCompanyTickers(parsed))
  // Frames, concepts and search results say nothing that a filing does not say: no reader is for them.
  return { kind: 'json', outcome: 'no_reader', detail: keys.slice(0, 5).join(' ') }
}

/** A document on its own, in a submission that says of it what the manifest knows. */
function wrapped(file: CorpusFileKey, name: string, bytes: Buffer): Uint8Array {
  const cik = /^\d{1,10}$/.test(file.cik) ? file.cik.padStart(10, '0') : '0000000001'
  const filing = {
    accession_number: /^\d{10}-\d{2}-\d{6}$/.test(file.accession_number)
      ? file.accession_number
      : '0000000001-00-000001',
    cik,
    form_type: file.form || 'UNKNOWN',
    filing_date: file.filing_date || '2000-01-01',
    company_name: file.company || 'UNKNOWN',
    primary_document: name,
  }
  const profile = {
    cik,
    name: filing.company_name,
    entity_type: null,
    sic: null,
    sic_description: null,
    tickers: [],
    exchanges: [],
    ein: null,
    lei: null,
    category: null,
    fiscal_year_end: null,
    state_of_incorporation: null,
    phone: null,
    website: null,
    addresses: [],
    former_names: [],
  }
  return composeSubmission({ company: { profile, filings: [filing] }, filing, primaryDocument: bytes })
}

/** A reader that failed on its part of the filing says why; one that does not know why is at fault. */
function submission(bytes: Uint8Array, { filing_date }: CorpusFileKey): string | undefined {
  const { documents, outcomes } = readFiling(bytes, filing_date || '2000-01-01')
  const fault = outcomes.find(({ reason }) => reason === 'reader_error')
  if (fault) throw new TypeError(`${fault.reader.name}: ${fault.detail}`)
  const refused = outcomes.find(({ status }) => status === 'failed')
  if (refused) return `${refused.reader.name}: ${refused.reason}`
  return documents.some(({ text_status }) => text_status === 'failed') ? 'text_failed' : undefined
}

function readAs(kind: string, read: () => string | undefined): FileOutcome {
  try {
    const refused = read()
    return { kind, outcome: refused ?? 'read', detail: null }
  } catch (error) {
    return { kind, outcome: reasonOf(error), detail: (error as Error).message.slice(0, 300) }
  }
}

/** Errors that name a reason, or that a reader of listings made of its own accord; all others are crashes. */
function reasonOf(error: unknown): string {
  if (error instanceof SubmissionError || error instanceof ZipError) return error.reason
  const own = error instanceof Error && Object.getPrototypeOf(error) === Error.prototype
  return own ? 'not_readable' : 'crash'
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
