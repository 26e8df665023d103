import { newYorkToUtc } from '../edgar/new-york-time.ts'
import { emptyFiler, emptyHeader } from './empty-header.ts'
import type { FilerRole, SubmissionHeader } from './filing.ts'
import { DetailsReader } from './header-details.ts'
import { FILER_ROLES, FilerReader } from './header-filer.ts'
import { type HeaderRange, headerLines } from './header-lines.ts'
import { cleanValue, isoDate } from './header-values.ts'
import { itemCode } from './item-codes.ts'

/** What the header said, with the names that had to be guessed or passed over. */
export interface ParsedHeader {
  /** `form_type` and `accession_number` are empty when the header has none: the caller decides what that means. */
  header: SubmissionHeader
  warnings: string[]
}

/** Names that hold nothing we keep. A name in no list is reported once, so that a new EDGAR field is noticed. */
const PASSED_OVER = new Set(
  `SEC DOCUMENT|IMS DOCUMENT|SEC HEADER|IMS HEADER|MULTI ACCESSION NUMBERS|COMPOSED FROM|CENTRAL INDEX KEY|FORM TYPE
PAPER|CONFIRMING COPY|PRIVATE TO PUBLIC|CITY|STATE|ZIP|STREET 1|STREET 2|BUSINESS PHONE|RULE|ITEM`.split(
    /[|\n]/,
  ),
)

/** A group of its own, whose fields no longer belong to the filer before it. */
const ENDS_FILERS = new Set(['SERIES AND CLASSES CONTRACTS DATA', 'RULE'])

/** Reads the header lines of a submission, in the labelled (`KEY: value`) or the tagged (`<KEY>value`) style. */
export function parseHeader(bytes: Uint8Array, range: HeaderRange): ParsedHeader {
  const header = emptyHeader()
  const warnings = new Set<string>()
  const details = new DetailsReader(header.details)
  const itemTitles: string[] = []
  const accepted: { wall: string | null; source: string | null } = { wall: null, source: null }
  let filer: FilerReader | null = null
  let lastHeading = ''

  const openFiler = (role: FilerRole): FilerReader => {
    const reader = new FilerReader(emptyFiler(role))
    header.filers.push(reader.filer)
    return reader
  }

  for (const line of headerLines(bytes, range)) {
    const { name } = line
    const value = cleanValue(line.value)
    const role = value === '' ? FILER_ROLES[name] : undefined
    if (role !== undefined) {
      filer = openFiler(role)
    } else if (name === 'COMPANY DATA' || name === 'OWNER DATA') {
      // A group under a heading we do not know still names a filer of this submission.
      if (filer === null || filer.hasData) {
        filer = openFiler('filer')
        warnings.add(`Filer role "${lastHeading}" is unknown; kept as filer.`)
      }
      filer.hasData = true
    } else if (value === '') {
      lastHeading = name
      if (ENDS_FILERS.has(name)) filer = null
      filer?.group(name)
      details.heading(name)
    } else if (filer?.field(name, value) || details.field(name, value)) {
    } else if (name === 'ACCEPTANCE DATETIME') accepted.wall ??= value
    else if (name === 'ACCEPTANCE DATETIME SOURCE') accepted.source ??= value
    else if (name === 'ITEM INFORMATION') itemTitles.push(value)
    else if (!takeField(header, name, value, warnings) && !PASSED_OVER.has(name)) {
      warnings.add(`Header field "${name.slice(0, 60)}" is unknown.`)
    }
  }

  readItems(header, itemTitles, warnings)
  readAcceptance(header, accepted, warnings)
  const named = header.filers.filter((each) => each.cik !== '')
  if (named.length < header.filers.length) warnings.add('A filer without a CIK was left out.')
  header.filers = named
  return { header, warnings: [...warnings] }
}

function takeField(header: SubmissionHeader, name: string, value: string, warnings: Set<string>): boolean {
  switch (name) {
    case 'ACCESSION NUMBER':
      header.accession_number ||= value
      return true
    case 'CONFORMED SUBMISSION TYPE':
      header.form_type ||= value
      return true
    case 'PUBLIC DOCUMENT COUNT':
      if (/^\d{1,6}$/.test(value)) header.declared_document_count = Number(value)
      return true
    case 'CONFORMED PERIOD OF REPORT':
      header.period_of_report ??= readDate(name, value, warnings)
      return true
    case 'FILED AS OF DATE':
      header.filing_date ??= readDate(name, value, warnings)
      return true
    case 'DATE AS OF CHANGE':
      header.date_as_of_change ??= readDate(name, value, warnings)
      return true
    case 'EFFECTIVENESS DATE':
      header.effective_date ??= readDate(name, value, warnings)
      return true
    default:
      return false
  }
}

/** The form and date that decide between the old and the new item numbers may come after the items. */
function readItems(header: SubmissionHeader, titles: string[], warnings: Set<string>): void {
  for (const title of titles) {
    const code = itemCode(title, header.form_type, header.filing_date)
    if (code === undefined) warnings.add(`Item "${title.slice(0, 80)}" is unknown.`)
    else if (!header.items.includes(code)) header.items.push(code)
  }
}

function readAcceptance(
  header: SubmissionHeader,
  { wall, source }: { wall: string | null; source: string | null },
  warnings: Set<string>,
): void {
  if (wall === null) return
  const utc = newYorkToUtc(wall)
  if (utc === undefined) {
    warnings.add('The acceptance time is not a date and time.')
    return
  }
  header.accepted_at = utc
  header.accepted_at_source = source === 'submissions_json' ? 'submissions_json' : 'sgml_header'
}

function readDate(name: string, value: string, warnings: Set<string>): string | null {
  const date = isoDate(value)
  if (date === null) warnings.add(`${name} "${value.slice(0, 20)}" is not a date.`)
  return date
}
