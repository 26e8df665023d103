import { newYorkToUtc } from '../edgar/new-york-time.ts'
import type { Filer, FilerRole, SubmissionHeader } from './filing.ts'
import { type HeaderLine, type HeaderRange, headerLines } from './header-lines.ts'
import { itemCode } from './item-codes.ts'

/** What the header said, with the names that had to be guessed or passed over. */
export interface ParsedHeader {
  /** `form_type` and `accession_number` are empty when the header has none: the caller decides what that means. */
  header: SubmissionHeader
  warnings: string[]
}

/**
 * FILED FOR heads the letters the staff itself puts on EDGAR (UPLOAD): the company named there is what the letter is
 * about, hence a subject company.
 */
const ROLES: Record<string, FilerRole> = {
  FILER: 'filer',
  ISSUER: 'issuer',
  'SUBJECT COMPANY': 'subject_company',
  'REPORTING OWNER': 'reporting_owner',
  'FILED BY': 'filed_by',
  'FILED FOR': 'subject_company',
  'SERIAL COMPANY': 'serial_company',
}

/** Names that hold nothing we keep. A name in neither list is reported once, so that a new EDGAR field is noticed. */
const PASSED_OVER = new Set(
  `SEC DOCUMENT|IMS DOCUMENT|SEC HEADER|IMS HEADER|SUBMISSION|FILING VALUES|BUSINESS ADDRESS|MAIL ADDRESS|FORM TYPE
FORMER COMPANY|FORMER NAME|STREET 1|STREET 2|STREET1|STREET2|CITY|STATE|ZIP|BUSINESS PHONE|PHONE|ORGANIZATION NAME|SROS
GROUP MEMBERS|PRIVATE TO PUBLIC|PUBLIC REFERENCE ACCESSION NUMBER|ABS RULE|ABS ASSET CLASS|PERIOD START|REGISTERED ENTITY
NO QUARTERLY ACTIVITY|NO ANNUAL ACTIVITY|RELATIONSHIP|MULTI ACCESSION NUMBERS|PREVIOUS ACCESSION NUMBER|PUBLIC REL DATE
SERIES AND CLASSES CONTRACTS DATA|EXISTING SERIES AND CLASSES CONTRACTS|NEW SERIES AND CLASSES CONTRACTS|NEW SERIES
NEW CLASSES CONTRACTS|MERGER SERIES AND CLASSES CONTRACTS|MERGER|ACQUIRING DATA|TARGET DATA|OWNER CIK|SERIES|SERIES ID
SERIES NAME|CLASS CONTRACT|CLASS CONTRACT ID|CLASS CONTRACT NAME|CLASS CONTRACT TICKER SYMBOL|DEPOSITOR CIK|SPONSOR CIK
PAPER|CONFIRMING COPY|REFERENCES 429|RULE|ITEM|UNDERWRITER|ITEM INFORMATION|COMPOSED FROM`.split(/[|\n]/),
)

/** The longest value kept: hostile headers must not fill a table's row. */
const MAX_VALUE_LENGTH = 2000

/** Reads the header lines of a submission, in the labelled (`KEY: value`) or the tagged (`<KEY>value`) style. */
export function parseHeader(bytes: Uint8Array, range: HeaderRange): ParsedHeader {
  const header: SubmissionHeader = {
    accession_number: '',
    form_type: '',
    filing_date: null,
    accepted_at: null,
    accepted_at_source: null,
    period_of_report: null,
    effective_date: null,
    date_as_of_change: null,
    items: [],
    declared_document_count: null,
    filers: [],
  }
  const warnings = new Set<string>()
  const itemTitles: string[] = []
  let acceptedAtSource: string | null = null
  let acceptedAt: HeaderLine | null = null
  let filer: Filer | null = null
  let filerHasData = false
  let lastHeading = ''

  const openFiler = (role: FilerRole) => {
    filer = newFiler(role)
    filerHasData = false
    header.filers.push(filer)
  }

  for (const line of headerLines(bytes, range)) {
    const name = line.name
    const value = cleanValue(line.value)
    const role = value === '' ? ROLES[name] : undefined
    if (role !== undefined) {
      openFiler(role)
      continue
    }
    if (name === 'COMPANY DATA' || name === 'OWNER DATA') {
      // A group under a heading we do not know (DEPOSITOR, …) still names a filer of this submission.
      if (filer === null || filerHasData) {
        openFiler('filer')
        warnings.add(`Filer role "${lastHeading}" is unknown; kept as filer.`)
      }
      filerHasData = true
      continue
    }
    if (value === '') {
      lastHeading = name
      continue
    }
    if (filer !== null && readFilerField(filer, name, value)) continue
    switch (name) {
      case 'ACCESSION NUMBER':
        header.accession_number ||= value
        break
      case 'CONFORMED SUBMISSION TYPE':
        header.form_type ||= value
        break
      case 'PUBLIC DOCUMENT COUNT':
        if (/^\d{1,6}$/.test(value)) header.declared_document_count = Number(value)
        break
      case 'ACCEPTANCE DATETIME':
        acceptedAt ??= line
        break
      case 'ACCEPTANCE DATETIME SOURCE':
        acceptedAtSource ??= value
        break
      case 'CONFORMED PERIOD OF REPORT':
        header.period_of_report ??= readDate(name, value, warnings)
        break
      case 'FILED AS OF DATE':
        header.filing_date ??= readDate(name, value, warnings)
        break
      case 'DATE AS OF CHANGE':
        header.date_as_of_change ??= readDate(name, value, warnings)
        break
      case 'EFFECTIVENESS DATE':
        header.effective_date ??= readDate(name, value, warnings)
        break
      case 'ITEM INFORMATION':
        itemTitles.push(value)
        break
      default:
        noteUnknown(name, warnings)
    }
  }

  for (const title of itemTitles) {
    const code = itemCode(title, header.form_type, header.filing_date)
    if (code === undefined) warnings.add(`Item "${title.slice(0, 80)}" is unknown.`)
    else if (!header.items.includes(code)) header.items.push(code)
  }
  if (acceptedAt !== null) {
    const utc = newYorkToUtc((acceptedAt as HeaderLine).value.trim())
    if (utc === undefined) warnings.add('The acceptance time is not a date and time.')
    else {
      header.accepted_at = utc
      header.accepted_at_source = acceptedAtSource === 'submissions_json' ? 'submissions_json' : 'sgml_header'
    }
  }
  const named = header.filers.filter((each) => each.cik !== '')
  if (named.length < header.filers.length) warnings.add('A filer without a CIK was left out.')
  header.filers = named
  return { header, warnings: [...warnings] }
}

function newFiler(role: FilerRole): Filer {
  return {
    role,
    cik: '',
    name: '',
    sic: null,
    irs_number: null,
    state_of_incorporation: null,
    fiscal_year_end: null,
    file_number: null,
    film_number: null,
    sec_act: null,
    former_names: [],
  }
}

/** Takes a field that belongs to a filer; false when the name is not one of those. */
function readFilerField(filer: Filer, name: string, value: string): boolean {
  switch (name) {
    case 'COMPANY CONFORMED NAME':
      filer.name ||= value
      return true
    case 'CENTRAL INDEX KEY':
      if (/^\d{1,10}$/.test(value) && Number(value) > 0) filer.cik ||= value.padStart(10, '0')
      return true
    case 'STANDARD INDUSTRIAL CLASSIFICATION':
      filer.sic ??= /\[(\d{1,4})\]$/.exec(value)?.[1] ?? /^\d{1,4}$/.exec(value)?.[0] ?? null
      return true
    case 'IRS NUMBER':
      filer.irs_number ??= value
      return true
    case 'STATE OF INCORPORATION':
      filer.state_of_incorporation ??= value
      return true
    case 'FISCAL YEAR END':
      filer.fiscal_year_end ??= /^\d{4}$/.test(value) ? value : null
      return true
    case 'SEC ACT':
      filer.sec_act ??= value
      return true
    case 'SEC FILE NUMBER':
      filer.file_number ??= value
      return true
    case 'FILM NUMBER':
      filer.film_number ??= value
      return true
    case 'FORMER CONFORMED NAME':
      filer.former_names.push({ name: value, changed_on: null })
      return true
    case 'DATE OF NAME CHANGE': {
      const last = filer.former_names.at(-1)
      if (last !== undefined) last.changed_on ??= isoDate(value)
      return true
    }
    default:
      return false
  }
}

function readDate(name: string, value: string, warnings: Set<string>): string | null {
  const date = isoDate(value)
  if (date === null) warnings.add(`${name} "${value.slice(0, 20)}" is not a date.`)
  return date
}

/** `YYYYMMDD` as `YYYY-MM-DD`, null when the calendar has no such day. */
export function isoDate(digits: string): string | null {
  if (!/^\d{8}$/.test(digits)) return null
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const epochMs = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(epochMs) || new Date(epochMs).toISOString().slice(0, 10) !== date ? null : date
}

/** One line without control characters, which no database text can hold. */
export function cleanValue(value: string): string {
  return value
    .slice(0, MAX_VALUE_LENGTH)
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .toWellFormed()
    .trim()
}

function noteUnknown(name: string, warnings: Set<string>) {
  if (!PASSED_OVER.has(name)) warnings.add(`Header field "${name.slice(0, 60)}" is unknown.`)
}
