import type { CompanyProfile } from '../edgar/company-submissions.ts'
import type { DiscoveredFiling } from '../edgar/discovered-filing.ts'
import { newYorkTime } from '../edgar/new-york-time.ts'
import { acceptedAtFromSubmissionsJson, resolveSubmissionsClock } from '../edgar/submissions-clock.ts'

/** What is known of a filing whose full submission text EDGAR does not offer. */
export interface ComposedFrom {
  /** The company's submissions JSON: its profile, and all its rows, by which the clock of the file is judged. */
  company: { profile: CompanyProfile; filings: DiscoveredFiling[] }
  /** The row of this filing. */
  filing: DiscoveredFiling
  /** Bytes of the primary document as EDGAR serves it. */
  primaryDocument: Uint8Array
}

/**
 * A submission text in EDGAR's style, made from the submissions JSON and the primary document alone, so that one reader
 * serves every filing. Its first header line says what it is. The acceptance time is written as the New York wall clock of
 * a real header, with a tag that names its source, and left out when the clock of the file cannot be told.
 */
export function composeSubmission({ company, filing, primaryDocument }: ComposedFrom): Uint8Array {
  const { profile } = company
  const digits = (date: string | undefined) => date?.replaceAll('-', '')
  const lines = [
    `<SEC-DOCUMENT>${filing.accession_number}.txt : ${digits(filing.filing_date)}`,
    `<SEC-HEADER>${filing.accession_number}.hdr.sgml : ${digits(filing.filing_date)}`,
    'COMPOSED FROM: submissions JSON and primary document; EDGAR offered no full submission text',
  ]
  const accepted = acceptanceTime(company.filings, filing)
  if (accepted !== null) {
    lines.push(`<ACCEPTANCE-DATETIME>${accepted}`, 'ACCEPTANCE DATETIME SOURCE: submissions_json')
  }
  const field = (indent: string, name: string, value: string | null | undefined) => {
    const clean = oneLine(value ?? '')
    if (clean !== '') lines.push(`${indent}${name}:\t\t${clean}`)
  }
  field('', 'ACCESSION NUMBER', filing.accession_number)
  field('', 'CONFORMED SUBMISSION TYPE', filing.form_type)
  field('', 'PUBLIC DOCUMENT COUNT', '1')
  field('', 'CONFORMED PERIOD OF REPORT', digits(filing.period_of_report))
  for (const item of filing.items ?? []) field('', 'ITEM INFORMATION', item)
  field('', 'FILED AS OF DATE', digits(filing.filing_date))
  lines.push('', 'FILER:', '', '\tCOMPANY DATA:')
  field('\t\t', 'COMPANY CONFORMED NAME', profile.name)
  field('\t\t', 'CENTRAL INDEX KEY', profile.cik)
  field(
    '\t\t',
    'STANDARD INDUSTRIAL CLASSIFICATION',
    profile.sic && `${profile.sic_description ?? ''} [${profile.sic}]`,
  )
  field('\t\t', 'IRS NUMBER', profile.ein)
  field('\t\t', 'STATE OF INCORPORATION', profile.state_of_incorporation)
  field('\t\t', 'FISCAL YEAR END', profile.fiscal_year_end)
  for (const former of profile.former_names) {
    lines.push('', '\tFORMER COMPANY:')
    field('\t\t', 'FORMER CONFORMED NAME', former.name)
    // The JSON names the last day of the old name; a header names the day of the change. They are the same day.
    field('\t\t', 'DATE OF NAME CHANGE', digits(former.to ?? undefined))
  }
  lines.push('</SEC-HEADER>', '<DOCUMENT>')
  const tag = (name: string, value: string | undefined) => {
    const clean = oneLine(value ?? '')
    if (clean !== '') lines.push(`<${name}>${clean}`)
  }
  tag('TYPE', filing.form_type)
  tag('SEQUENCE', '1')
  tag('FILENAME', filing.primary_document)
  tag('DESCRIPTION', filing.primary_document_description)
  lines.push('<TEXT>', '')
  return Buffer.concat([
    Buffer.from(lines.join('\n')),
    primaryDocument,
    // Directly behind it: one more line break would be one more byte of the document.
    Buffer.from('</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n'),
  ])
}

/** `YYYYMMDDhhmmss` in New York. */
function acceptanceTime(rows: DiscoveredFiling[], filing: DiscoveredFiling): string | null {
  if (filing.acceptance_date_time_raw === undefined) return null
  const clock = resolveSubmissionsClock(
    rows.flatMap((row) =>
      row.acceptance_date_time_raw === undefined
        ? []
        : [
            {
              acceptanceDateTime: row.acceptance_date_time_raw,
              filingDate: row.filing_date,
              form: row.form_type,
              accessionNumber: row.accession_number,
            },
          ],
    ),
  )
  const accepted = acceptedAtFromSubmissionsJson(filing.acceptance_date_time_raw, clock)
  if (accepted === null) return null
  const { date, hour, minute, second } = newYorkTime(Date.parse(accepted))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.replaceAll('-', '')}${two(hour)}${two(minute)}${two(second)}`
}

/** Values come from outside: none may begin a line, hence a field or tag, of its own. */
function oneLine(value: string): string {
  return value
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replaceAll('<', '(')
    .replaceAll('>', ')')
    .trim()
}
