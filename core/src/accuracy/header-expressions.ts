import type { Address, Filer, FilerRole, SubmissionHeader } from '../filings/filing.ts'
import type { HeaderUnderCheck } from './corpus-submissions.ts'

/** How what we read is compared with what a test expects: the same, or one of several. */
export type Answer = { is: unknown } | { anyOf: unknown[] }

type Rule = [RegExp, (match: RegExpExecArray, read: HeaderUnderCheck, expected: string) => Answer | undefined]

/** Names that tests give to the thing they look at, before the field they ask for. */
const SUBJECT = String.raw`(?:(?:filing|filing_header|index_headers|header|sgml|filing_sgml|loaded|_sgml|eightk|p|result|res|obj|parsed|args|f|home|metadata|filing_dict|doc)\.?)*`
const field = (names: string) =>
  new RegExp(`^(?:str\\()?${SUBJECT}(?:\\['(?:${names})'\\]|(?:${names}))\\)?$`)

const ROLES: Record<string, FilerRole> = {
  filer: 'filer',
  filers: 'filer',
  issuer: 'issuer',
  issuers: 'issuer',
  reporting_owner: 'reporting_owner',
  reporting_owners: 'reporting_owner',
  subject_company: 'subject_company',
  subject_companies: 'subject_company',
  filed_by: 'filed_by',
}
const ROLE = '(filer|issuer|reporting_owner|subject_company|filed_by)s?'

/**
 * Expressions of other parsers' tests about headers and lists of documents, and what we answer to them. A rule answers
 * `undefined` where the expression cannot be asked of the submission; what no rule knows is no case.
 */
export const HEADER_RULES: Rule[] = [
  [
    field('accession_number|accession_no|ACCESSION-NUMBER|accessionNumber'),
    (_, { header }) => is(header.accession_number),
  ],
  [
    field('form|CONFORMED-SUBMISSION-TYPE|conformedSubmissionType|document_type'),
    (_, { header }) => is(header.form_type),
  ],
  [field('filing_date|filedAsOfDate|date_filed'), (_, { header }) => is(header.filing_date)],
  [field('period_of_report|conformedPeriodOfReport'), (_, { header }) => is(header.period_of_report)],
  [
    field('date_as_of_change|dateAsOfChange|date_of_filing_date_change'),
    (_, { header }) => is(header.date_as_of_change),
  ],
  [
    field('document_count|public_document_count|PUBLIC-DOCUMENT-COUNT|publicDocumentCount'),
    (_, { header }) => is(header.declared_document_count),
  ],
  [field('noAnnualActivity'), (_, { header }) => is(letter(header.details.no_annual_activity))],
  [field('noQuarterlyActivity'), (_, { header }) => is(letter(header.details.no_quarterly_activity))],
  [
    /^(?:bofa_initial|gs_amendment|filing|sgml|filing_sgml|filing_dict|args)?(?:\.cik|\['cik'\])$/,
    (_, { header }) => anyOf(ciks(header)),
  ],
  [
    /^(?:filing|filing_dict|args)(?:\.company|\['company'\])$/,
    (_, { header }) => anyOf(header.filers.map(({ name }) => name)),
  ],
  [/^filing\.all_ciks$/, (_, { header }) => is([...new Set(ciks(header))])],
  [/^len\(filing\.all_(?:entities|ciks)\)$/, (_, { header }) => is(new Set(ciks(header)).size)],
  [/^contains: (?:filing\.)?header\.file_numbers$/, (_, { header }) => anyOf(fileNumbers(header))],
  [/^len\((?:filing\.)?header\.file_numbers\)$/, (_, { header }) => is(fileNumbers(header).length)],
  [
    /^len\((?:filing_)?header\.(filers|issuers|reporting_owners|subject_companies)\)$/,
    ([, roles], { header }) => is(withRole(header, roles as string).length),
  ],
  [
    new RegExp(
      String.raw`^(?:${SUBJECT})${ROLE}(?:_(\d)|\[(\d)\])?\.(?:company_information|company_data|companyData|owner_data|owner)\.(\w+)$`,
    ),
    ([, role, place, index, name], { header }, expected) =>
      ask(header, role as string, place ?? index, (filer) => filerField(filer, name as string, expected)),
  ],
  [
    new RegExp(
      String.raw`^(?:${SUBJECT})${ROLE}(?:_(\d)|\[(\d)\])?\.(?:filing_information|filing_values)\.(\w+)$`,
    ),
    ([, role, place, index, name], { header }) =>
      ask(header, role as string, place ?? index, (filer) => filingField(filer, name as string)),
  ],
  [
    new RegExp(
      String.raw`^(?:${SUBJECT})${ROLE}(?:_(\d)|\[(\d)\])?\.(business|mail|mailing)(?:_a|A)ddress\.(\w+)$`,
    ),
    ([, role, place, index, kind, name], { header }) =>
      ask(header, role as string, place ?? index, (filer) =>
        addressField(addressOf(filer, kind as string), name as string),
      ),
  ],
  [
    /^(business|mailing)_address\.(\w+)$/,
    ([, kind, name], { header }) =>
      anyOf(header.filers.map((filer) => addressField(addressOf(filer, kind as string), name as string))),
  ],
  [
    new RegExp(String.raw`^${ROLE}\.former_company_names\[(\d)\]\.(name|date_of_change)$`),
    ([, role, place, name], { header }) =>
      ask(header, role as string, '0', ({ former_names }) => {
        const former = former_names[Number(place)]
        return name === 'name' ? former?.name : former?.changed_on
      }),
  ],
  [
    new RegExp(String.raw`^len\(${ROLE}\.former_company_names\)$`),
    ([, role], { header }) => ask(header, role as string, '0', ({ former_names }) => former_names.length),
  ],
  [
    /^entities\['issuer'\]\['data'\]\.cik$|^issuer(?:_data)?\.cik$/,
    (_, { header }) => anyOf(withRole(header, 'issuer').map(cikOf)),
  ],
  [
    /^entities\['owners'\]\[(\d)\]\['data'\]\.cik$/,
    ([, place], { header }) => ask(header, 'reporting_owner', place, (filer) => filer.cik),
  ],
  [
    /^\[e\['cik'\] for e in filing\._related_entities\]$/,
    (_, { header }) => is([...new Set(ciks(header))].slice(1)),
  ],
]

/** The same for what tests say of the documents. */
export const DOCUMENT_RULES: Rule[] = [
  [
    /^(?:documents in the submission|len\((?:filing\.attachments|filing\.documents|s_attachments\.documents|parsed\['documents'\])\))$/,
    (_, { submission }) => (submission === null ? undefined : is(submission.documents.length)),
  ],
  [
    /^(?:docs|parsed\['documents'\])\[(\d+)\](?:\.|\[')(type|filename|description|sequence)(?:'\])?$/,
    ([, place, name], { submission }) => documentField(submission?.documents[Number(place)], name as string),
  ],
  [
    /^(?:filing\.attachments|exhibits)\[(\d+)\]\.(document_type|description|document)$/,
    ([, sequence, name], { submission }) =>
      documentField(
        submission?.documents.find((each) => each.sequence === Number(sequence)),
        name as string,
      ),
  ],
  [
    /^filing\.attachments\['([^']+)'\]\.(document_type|description)$/,
    ([, file, name], { submission }) =>
      documentField(
        submission?.documents.find((each) => each.file_name === file),
        name as string,
      ),
  ],
  [
    /^(?:\w+_)?attachments\.primary_documents\[0\]\.document$/,
    (_, { submission }) => documentField(submission?.documents[0], 'document'),
  ],
  [
    /^(current_report|exhibit|document|primary|filing_doc|exhibit_doc)\.(type|description|sequence)$/,
    ([, variable, name], { submission }) =>
      documentField(submission?.documents[/^exhibit/.test(variable as string) ? 1 : 0], name as string),
  ],
]

function is(value: unknown): Answer {
  return { is: value }
}

function anyOf(values: unknown[]): Answer {
  return { anyOf: values }
}

function letter(flag: boolean | null): string | null {
  return flag === null ? null : flag ? 'Y' : 'N'
}

function cikOf({ cik }: Filer): string {
  return cik
}

function ciks({ filers }: SubmissionHeader): string[] {
  return filers.map(cikOf)
}

function fileNumbers({ filers }: SubmissionHeader): string[] {
  return [...new Set(filers.flatMap(({ file_number }) => file_number ?? []))]
}

function withRole({ filers }: SubmissionHeader, role: string): Filer[] {
  return filers.filter((filer) => filer.role === ROLES[role])
}

function ask(
  header: SubmissionHeader,
  role: string,
  place: string | undefined,
  answer: (filer: Filer) => unknown,
): Answer | undefined {
  const filer = withRole(header, role)[Number(place ?? 0)]
  return filer === undefined ? undefined : is(answer(filer))
}

function filerField(filer: Filer, name: string, expected: string): unknown {
  switch (name) {
    case 'name':
    case 'conformed_name':
      return filer.name
    case 'cik':
      return filer.cik
    case 'sic':
    case 'assigned_sic':
      return expected.includes('[') ? `${filer.sic_description} [${filer.sic}]` : filer.sic
    case 'irs_number':
    case 'irsNumber':
      return filer.irs_number
    case 'state_of_incorporation':
      return filer.state_of_incorporation
    case 'fiscal_year_end':
      return filer.fiscal_year_end
    default:
      return undefined
  }
}

function filingField(filer: Filer, name: string): unknown {
  switch (name) {
    case 'form':
      return filer.form_type
    case 'file_number':
      return filer.file_number
    case 'film_number':
      return filer.film_number
    case 'sec_act':
      return filer.sec_act
    default:
      return undefined
  }
}

function addressOf(filer: Filer, kind: string): Address | null {
  return kind === 'business' ? filer.business_address : filer.mailing_address
}

const ADDRESS_FIELDS: Record<string, keyof Address> = {
  street1: 'street_1',
  street2: 'street_2',
  city: 'city',
  state: 'state',
  state_or_country: 'state',
  zip: 'zip',
  zipcode: 'zip',
}

function addressField(address: Address | null, name: string): unknown {
  const key = ADDRESS_FIELDS[name]
  return key === undefined ? undefined : address?.[key]
}

interface ListedDocument {
  sequence: number
  document_type: string
  file_name: string | null
  description: string | null
}

function documentField(document: ListedDocument | undefined, name: string): Answer | undefined {
  if (document === undefined) return undefined
  switch (name) {
    case 'type':
    case 'document_type':
      return is(document.document_type)
    case 'filename':
    case 'document':
      return is(document.file_name)
    case 'description':
      return is(document.description)
    case 'sequence':
      return is(document.sequence)
    default:
      return undefined
  }
}
