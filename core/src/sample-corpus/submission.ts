import type { Company, Party, Person } from './company.ts'

export interface SubmissionDocument {
  type: string
  file_name: string
  description: string | null
  /** What stands between <TEXT> and </TEXT>. */
  content: string
  /** EDGAR wraps inline documents in <XBRL> and ownership documents in <XML>. */
  wrapper: 'XBRL' | 'XML' | 'PDF' | null
}

export interface SubmissionParts {
  accession_number: string
  form: string
  /** New York wall clock, `YYYY-MM-DD HH:MM:SS`. */
  accepted: string
  filing_date: string
  period: string | null
  /** Captions of the 8-K items, as EDGAR prints them. */
  item_captions: string[]
  company: Company
  /** Present for an ownership report: the company is then the issuer. */
  owners: Person[]
  /** Present when others file on the company: the company is then the subject. */
  parties: Party[]
  film_number: number
  documents: SubmissionDocument[]
}

/** The complete submission text file, as EDGAR lays it out: header with tabs, then one block for each document. */
export function submissionText(parts: SubmissionParts): Buffer {
  const { accession_number, form, company } = parts
  const date = compact(parts.filing_date)
  const lines = [
    `<SEC-DOCUMENT>${accession_number}.txt : ${date}`,
    `<SEC-HEADER>${accession_number}.hdr.sgml : ${date}`,
    `<ACCEPTANCE-DATETIME>${compact(parts.accepted)}`,
    `ACCESSION NUMBER:\t\t${accession_number}`,
    `CONFORMED SUBMISSION TYPE:\t${form}`,
    `PUBLIC DOCUMENT COUNT:\t\t${parts.documents.length}`,
    ...(parts.period ? [`CONFORMED PERIOD OF REPORT:\t${compact(parts.period)}`] : []),
    ...parts.item_captions.map((caption) => `ITEM INFORMATION:\t\t${caption}`),
    `FILED AS OF DATE:\t\t${date}`,
    `DATE AS OF CHANGE:\t\t${date}`,
  ]
  if (parts.owners.length > 0) {
    for (const [index, owner] of parts.owners.entries()) {
      lines.push(...ownerBlock(owner, company, form, parts.film_number + index))
    }
    lines.push('', 'ISSUER:\t\t', '', ...companyData(company), '', ...addresses(company))
  } else if (parts.parties.length > 0) {
    lines.push('', 'SUBJECT COMPANY:', '', ...companyData(company), '')
    lines.push(...filingValues(form, company.file_number, parts.film_number), '', ...addresses(company))
    for (const party of parts.parties) lines.push(...partyBlock(party, form))
  } else {
    lines.push('', 'FILER:', '', ...companyData(company), '')
    lines.push(...filingValues(form, company.file_number, parts.film_number), '', ...addresses(company))
  }
  lines.push('</SEC-HEADER>')
  for (const [index, document] of parts.documents.entries()) {
    lines.push(
      '<DOCUMENT>',
      `<TYPE>${document.type}`,
      `<SEQUENCE>${index + 1}`,
      `<FILENAME>${document.file_name}`,
    )
    if (document.description !== null) lines.push(`<DESCRIPTION>${document.description}`)
    lines.push('<TEXT>')
    if (document.wrapper) lines.push(`<${document.wrapper}>`, document.content, `</${document.wrapper}>`)
    else lines.push(document.content)
    lines.push('</TEXT>', '</DOCUMENT>')
  }
  lines.push('</SEC-DOCUMENT>', '')
  return Buffer.from(lines.join('\n'), 'ascii')
}

function companyData(company: Company): string[] {
  return [
    '\tCOMPANY DATA:\t',
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${company.conformed_name}`,
    `\t\tCENTRAL INDEX KEY:\t\t\t${company.cik}`,
    `\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t${company.sic_description} [${company.sic}]`,
    `\t\tORGANIZATION NAME:           \t${company.office}`,
    `\t\tEIN:\t\t\t\t${company.irs_number}`,
    `\t\tSTATE OF INCORPORATION:\t\t\t${company.state_of_incorporation}`,
    `\t\tFISCAL YEAR END:\t\t\t${company.fiscal_year_end}`,
  ]
}

function filingValues(form: string, fileNumber: string, film: number): string[] {
  return [
    '\tFILING VALUES:',
    `\t\tFORM TYPE:\t\t${form}`,
    '\t\tSEC ACT:\t\t1934 Act',
    `\t\tSEC FILE NUMBER:\t${fileNumber}`,
    `\t\tFILM NUMBER:\t\t${film}`,
  ]
}

function partyBlock({ role, conformed_name, cik }: Party, form: string): string[] {
  return [
    '',
    `${role}:\t`,
    '',
    role === 'FILED BY' ? '\tCOMPANY DATA:\t' : '\tOWNER DATA:\t',
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${conformed_name}`,
    `\t\tCENTRAL INDEX KEY:\t\t\t${cik}`,
    '',
    '\tFILING VALUES:',
    `\t\tFORM TYPE:\t\t${form}`,
  ]
}

function ownerBlock(owner: Person, company: Company, form: string, film: number): string[] {
  return [
    '',
    'REPORTING-OWNER:\t',
    '',
    '\tOWNER DATA:\t',
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${owner.conformed_name}`,
    `\t\tCENTRAL INDEX KEY:\t\t\t${owner.cik}`,
    '\t\tORGANIZATION NAME:           \t',
    '',
    ...filingValues(form, company.file_number, film),
    '',
    ...address('MAIL', company),
  ]
}

function addresses(company: Company): string[] {
  return [...address('BUSINESS', company), '', ...address('MAIL', company)]
}

function address(kind: 'BUSINESS' | 'MAIL', { address: place, phone }: Company): string[] {
  return [
    `\t${kind} ADDRESS:\t`,
    `\t\tSTREET 1:\t\t${place.street.toUpperCase()}`,
    ...(place.suite ? [`\t\tSTREET 2:\t\t${place.suite.toUpperCase()}`] : []),
    `\t\tCITY:\t\t\t${place.city.toUpperCase()}`,
    `\t\tSTATE:\t\t\t${place.state}`,
    `\t\tZIP:\t\t\t${place.zip}`,
    ...(kind === 'BUSINESS' ? [`\t\tBUSINESS PHONE:\t\t${phone}`] : []),
  ]
}

/** `2023-02-15 16:06:10` as `20230215160610`. */
function compact(text: string): string {
  return text.replaceAll('-', '').replaceAll(':', '').replaceAll(' ', '')
}
