import { emptyDetails, emptyFiler } from './empty-header.ts'
import type { Address, Filer, SubmissionHeader } from './filing.ts'

/** Invented submissions for tests, written the way EDGAR writes them: labelled, or tagged as in its feed. */
export interface FixtureDocument {
  type: string
  sequence: number
  file_name?: string
  description?: string
  text: string
}

/** The wall clock of ACCEPTANCE-DATETIME is given apart, since a header holds it in New York time. */
export interface FixtureSubmission {
  header: SubmissionHeader
  acceptance?: string
  documents: FixtureDocument[]
}

const LABELS: Record<Filer['role'], string> = {
  filer: 'FILER',
  issuer: 'ISSUER',
  subject_company: 'SUBJECT COMPANY',
  reporting_owner: 'REPORTING-OWNER',
  filed_by: 'FILED BY',
  serial_company: 'SERIAL COMPANY',
  depositor: 'DEPOSITOR',
  securitizer: 'SECURITIZER',
  issuing_entity: 'ISSUING ENTITY',
  sponsor: 'SPONSOR',
  underwriter: 'UNDERWRITER',
}

const ADDRESS_LABELS: [keyof Address, string][] = [
  ['street_1', 'STREET 1'],
  ['street_2', 'STREET 2'],
  ['city', 'CITY'],
  ['state', 'STATE'],
  ['zip', 'ZIP'],
  ['phone', 'BUSINESS PHONE'],
]

const digits = (date: string | null) => date?.replaceAll('-', '') ?? null

export function filer(changes: Partial<Filer> = {}): Filer {
  return {
    ...emptyFiler('filer'),
    cik: '0001999001',
    name: 'MERIDIAN TIDEWORKS INC',
    ...changes,
  }
}

export function submission(
  changes: Partial<Omit<FixtureSubmission, 'header'>> & { header?: Partial<SubmissionHeader> } = {},
) {
  const documents = changes.documents ?? [
    {
      type: '8-K',
      sequence: 1,
      file_name: 'report.htm',
      text: '<html><body><p>Nothing.</p></body></html>\n',
    },
  ]
  return {
    acceptance: '20250306170102',
    ...changes,
    documents,
    header: {
      accession_number: '0001999001-25-000007',
      form_type: '8-K',
      filing_date: '2025-03-06',
      accepted_at: '2025-03-06T22:01:02Z',
      accepted_at_source: 'sgml_header',
      period_of_report: '2025-03-05',
      effective_date: null,
      date_as_of_change: null,
      items: [],
      declared_document_count: documents.length,
      filers: [filer()],
      details: emptyDetails(),
      ...changes.header,
    },
  } as FixtureSubmission
}

/** `<SEC-DOCUMENT>` with the labelled header, as `<accession>.txt` has it. */
export function labelled({ header, acceptance, documents }: FixtureSubmission, eol = '\n'): Uint8Array {
  const lines = [
    `<SEC-DOCUMENT>${header.accession_number}.txt : ${digits(header.filing_date)}`,
    `<SEC-HEADER>${header.accession_number}.hdr.sgml : ${digits(header.filing_date)}`,
  ]
  const field = (indent: string, name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) lines.push(`${indent}${name}:\t\t${value}`)
  }
  if (acceptance) lines.push(`<ACCEPTANCE-DATETIME>${acceptance}`)
  field('', 'ACCESSION NUMBER', header.accession_number)
  field('', 'CONFORMED SUBMISSION TYPE', header.form_type)
  field('', 'PUBLIC DOCUMENT COUNT', header.declared_document_count)
  field('', 'CONFORMED PERIOD OF REPORT', digits(header.period_of_report))
  for (const item of header.items) field('', 'ITEM INFORMATION', item)
  field('', 'FILED AS OF DATE', digits(header.filing_date))
  field('', 'DATE AS OF CHANGE', digits(header.date_as_of_change))
  field('', 'EFFECTIVENESS DATE', digits(header.effective_date))
  for (const each of header.filers) {
    lines.push('', `${LABELS[each.role]}:\t`, '')
    lines.push(each.role === 'reporting_owner' ? '\tOWNER DATA:\t' : '\tCOMPANY DATA:\t')
    field('\t\t', 'COMPANY CONFORMED NAME', each.name)
    field('\t\t', 'CENTRAL INDEX KEY', each.cik)
    field(
      '\t\t',
      'STANDARD INDUSTRIAL CLASSIFICATION',
      each.sic && (each.sic_description === null ? each.sic : `${each.sic_description} [${each.sic}]`),
    )
    field('\t\t', 'ORGANIZATION NAME', each.organization_name)
    field('\t\t', 'IRS NUMBER', each.irs_number)
    field('\t\t', 'STATE OF INCORPORATION', each.state_of_incorporation)
    field('\t\t', 'FISCAL YEAR END', each.fiscal_year_end)
    lines.push('', '\tFILING VALUES:')
    field('\t\t', 'FORM TYPE', each.form_type)
    field('\t\t', 'SEC ACT', each.sec_act)
    field('\t\t', 'SEC FILE NUMBER', each.file_number)
    field('\t\t', 'FILM NUMBER', each.film_number)
    for (const [title, address] of [
      ['BUSINESS ADDRESS', each.business_address],
      ['MAIL ADDRESS', each.mailing_address],
    ] as const) {
      if (address === null) continue
      lines.push('', `\t${title}:\t`)
      for (const [key, label] of ADDRESS_LABELS) field('\t\t', label, address[key])
    }
    for (const former of each.former_names) {
      lines.push('', '\tFORMER COMPANY:\t')
      field('\t\t', 'FORMER CONFORMED NAME', former.name)
      field('\t\t', 'DATE OF NAME CHANGE', digits(former.changed_on))
    }
  }
  lines.push('</SEC-HEADER>', ...documentLines(documents), '</SEC-DOCUMENT>', '')
  return Buffer.from(lines.join(eol))
}

/** `<SUBMISSION>` with the tagged header, as the feed's containers have it. `eol` may be empty: all on one line. */
export function tagged({ header, documents }: FixtureSubmission, eol = '\n'): Uint8Array {
  const lines = ['<SUBMISSION>']
  const tag = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined) lines.push(`<${name}>${value}`)
  }
  tag('ACCESSION-NUMBER', header.accession_number)
  tag('TYPE', header.form_type)
  tag('PUBLIC-DOCUMENT-COUNT', header.declared_document_count)
  tag('PERIOD', digits(header.period_of_report))
  for (const item of header.items) tag('ITEMS', item)
  tag('FILING-DATE', digits(header.filing_date))
  tag('DATE-OF-FILING-DATE-CHANGE', digits(header.date_as_of_change))
  tag('EFFECTIVENESS-DATE', digits(header.effective_date))
  for (const each of header.filers) {
    const role = LABELS[each.role].replaceAll(' ', '-')
    const data = each.role === 'reporting_owner' ? 'OWNER-DATA' : 'COMPANY-DATA'
    lines.push(`<${role}>`, `<${data}>`)
    tag('CONFORMED-NAME', each.name)
    tag('CIK', each.cik)
    tag('ASSIGNED-SIC', each.sic)
    tag('ORGANIZATION-NAME', each.organization_name)
    tag('IRS-NUMBER', each.irs_number)
    tag('STATE-OF-INCORPORATION', each.state_of_incorporation)
    tag('FISCAL-YEAR-END', each.fiscal_year_end)
    lines.push(`</${data}>`, '<FILING-VALUES>')
    tag('FORM-TYPE', each.form_type)
    tag('ACT', each.sec_act)
    tag('FILE-NUMBER', each.file_number)
    tag('FILM-NUMBER', each.film_number)
    lines.push('</FILING-VALUES>')
    for (const [title, address] of [
      ['BUSINESS-ADDRESS', each.business_address],
      ['MAIL-ADDRESS', each.mailing_address],
    ] as const) {
      if (address === null) continue
      lines.push(`<${title}>`)
      for (const [key, label] of ADDRESS_LABELS) {
        tag(label.replace('BUSINESS PHONE', 'PHONE').replace(' ', ''), address[key])
      }
      lines.push(`</${title}>`)
    }
    for (const former of each.former_names) {
      lines.push('<FORMER-COMPANY>')
      tag('FORMER-CONFORMED-NAME', former.name)
      tag('DATE-CHANGED', digits(former.changed_on))
      lines.push('</FORMER-COMPANY>')
    }
    lines.push(`</${role}>`)
  }
  lines.push(...documentLines(documents), '</SUBMISSION>', '')
  return Buffer.from(lines.join(eol))
}

function documentLines(documents: FixtureDocument[]): string[] {
  return documents.flatMap((document) => [
    '<DOCUMENT>',
    `<TYPE>${document.type}`,
    `<SEQUENCE>${document.sequence}`,
    ...(document.file_name === undefined ? [] : [`<FILENAME>${document.file_name}`]),
    ...(document.description === undefined ? [] : [`<DESCRIPTION>${document.description}`]),
    '<TEXT>',
    `${document.text}</TEXT>`,
    '</DOCUMENT>',
  ])
}

/** The signed envelope in which EDGAR delivered submissions until about 2000. */
export function signed(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from(
      '-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nOriginator-Name: keymaster@example.test\n' +
        'MIC-Info: RSA-MD5,RSA,\n QUJDREVG\n\n',
    ),
    bytes,
    Buffer.from('-----END PRIVACY-ENHANCED MESSAGE-----\n'),
  ])
}
