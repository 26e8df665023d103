import { parseAccessionNumber } from '@sec-latent/core/edgar/accession-number'
import { parseCik } from '@sec-latent/core/edgar/cik'

export interface MirroredFiler {
  cik: string
  name: string
  /** As Atom titles spell it. */
  role: string
}

export interface MirroredHeader {
  accession_number: string
  form_type: string
  /** `YYYY-MM-DD`. */
  filing_date: string
  /** `YYYYMMDDhhmmss`, New York; null before about 2001. */
  acceptance_datetime: string | null
  filers: MirroredFiler[]
  items: string[]
}

const MARKS = ['<SEC-DOCUMENT>', '<IMS-DOCUMENT>', '<SUBMISSION>', '<SEC-HEADER>', '<IMS-HEADER>']
const ENVELOPE = '-----BEGIN PRIVACY-ENHANCED MESSAGE-----'
const MAX_FILERS = 10_000

/** Whether these are the first bytes of a full submission, read from any source. */
export function looksLikeSubmission(start: string): boolean {
  const text = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  // Copies whose tags were stripped keep the envelope; they are no submissions any more.
  if (text.startsWith(ENVELOPE)) return MARKS.some((mark) => text.includes(`\n${mark}`))
  return MARKS.some((mark) => text.startsWith(mark))
}

/** Headers are ASCII but for a name now and then, in either encoding. */
export function decodeHeader(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? bytes.toString('latin1') : text
}

/** Whether the header ends within the text; if it does not, more of the file has to be read. */
export function headerIsComplete(text: string): boolean {
  return text.includes('<DOCUMENT>')
}

const ROLES: Record<string, string> = {
  FILER: 'Filer',
  ISSUER: 'Issuer',
  'REPORTING-OWNER': 'Reporting',
  'SUBJECT COMPANY': 'Subject',
  'SUBJECT-COMPANY': 'Subject',
  'FILED BY': 'Filed by',
  'FILED-BY': 'Filed by',
  'SERIAL COMPANY': 'Filer',
  'SERIAL-COMPANY': 'Filer',
  DEPOSITOR: 'Depositor',
  SECURITIZER: 'Securitizer',
}

/**
 * Just enough of a header for an index: who, what, when. Independent of the product's own reader, which it helps to
 * test. Knows the labelled header (`CENTRAL INDEX KEY:`) and the tagged one of feed containers (`<CIK>`).
 */
export function readSubmissionHeader(text: string): MirroredHeader | undefined {
  const end = text.indexOf('<DOCUMENT>')
  const header = end < 0 ? text : text.slice(0, end)
  const filers: MirroredFiler[] = []
  let accession: string | undefined
  let form: string | undefined
  let filed: string | undefined
  let accepted: string | null = null
  let published: string | undefined
  let role = 'Filer'
  let name = ''
  let inFormerName = false
  const items: string[] = []
  for (const raw of header.split(/\r\n|\n|\r/)) {
    const line = raw.trim()
    if (line === '') continue
    const { key, value } = field(line)
    if (value === '' && ROLES[key] !== undefined) {
      role = ROLES[key] as string
      name = ''
      inFormerName = false
      continue
    }
    switch (key) {
      case 'ACCESSION NUMBER':
      case 'ACCESSION-NUMBER':
        accession ??= parseAccessionNumber(value)
        break
      case 'CONFORMED SUBMISSION TYPE':
      case 'TYPE':
        form ??= value
        break
      case 'FILED AS OF DATE':
      case 'FILING-DATE':
        filed ??= isoDate(value)
        break
      case 'ACCEPTANCE-DATETIME':
        if (/^\d{14}$/.test(value)) accepted ??= value
        break
      case 'SEC-DOCUMENT':
      case 'IMS-DOCUMENT':
      case 'SEC-HEADER':
      case 'IMS-HEADER':
        published ??= isoDate(value.slice(value.lastIndexOf(':') + 1).trim())
        break
      case 'FORMER COMPANY':
      case 'FORMER-COMPANY':
      case 'FORMER NAME':
      case 'FORMER-NAME':
        inFormerName = true
        break
      case 'COMPANY CONFORMED NAME':
      case 'CONFORMED-NAME':
        if (!inFormerName) name = value
        break
      case 'CENTRAL INDEX KEY':
      case 'CIK': {
        const cik = parseCik(value)
        const known = filers.some((filer) => filer.cik === cik && filer.role === role)
        if (cik !== undefined && !known && filers.length < MAX_FILERS) filers.push({ cik, name, role })
        break
      }
      case 'ITEMS':
        items.push(value)
        break
    }
  }
  const filingDate = filed ?? published
  if (accession === undefined || !form || filingDate === undefined) return undefined
  return {
    accession_number: accession,
    form_type: form,
    filing_date: filingDate,
    acceptance_datetime: accepted,
    filers,
    items,
  }
}

function field(line: string): { key: string; value: string } {
  if (line.startsWith('<')) {
    const close = line.indexOf('>')
    if (close > 0) return { key: line.slice(1, close).toUpperCase(), value: line.slice(close + 1).trim() }
  }
  const colon = line.indexOf(':')
  if (colon < 0) return { key: line.toUpperCase(), value: '' }
  return { key: line.slice(0, colon).trim().toUpperCase(), value: line.slice(colon + 1).trim() }
}

function isoDate(text: string): string | undefined {
  return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : undefined
}
