import { basename, dirname } from 'node:path'
import type { Filer, SubmissionHeader } from '../filings/filing.ts'
import { parseOwnershipDocument } from '../insider-transactions/parse-ownership.ts'
import { type Comparison, compared } from './check.ts'
import type { Corpus, CorpusFile } from './corpus.ts'
import type { HeaderUnderCheck } from './corpus-submissions.ts'

type Group = { [name: string]: Group | Group[] | string }

/** datamule's reading of a tagged header. */
interface Metadata {
  submission: Group
  documents: Record<string, string>[]
}

const ROLES: Record<string, Filer['role']> = {
  FILER: 'filer',
  ISSUER: 'issuer',
  'REPORTING-OWNER': 'reporting_owner',
  'SUBJECT-COMPANY': 'subject_company',
  'FILED-BY': 'filed_by',
}

/**
 * The headers datamule read, each beside the submission of the same accession number. Where the corpus holds only the
 * ownership report out of it, what the report says of the same things is compared: its form, period, issuer and owners.
 */
export function* datamuleCases(
  corpus: Corpus,
  read: (path: string) => HeaderUnderCheck | undefined,
): Generator<Comparison> {
  const files = new Map<string, CorpusFile[]>()
  for (const file of corpus.files) {
    files.set(file.accession_number, [...(files.get(file.accession_number) ?? []), file])
  }
  for (const path of corpus.expected('datamule')) {
    const accession = /\d{10}-\d{2}-\d{6}/.exec(path)?.[0]
    if (accession === undefined || !path.endsWith('.json')) continue
    const metadata = JSON.parse(corpus.bytes(path).toString('utf8')) as Metadata
    const held = files.get(accession) ?? []
    const under = held.map((file) => read(file.path)).find((each) => each !== undefined)
    if (under !== undefined) yield* headerCases(accession, metadata, under)
    else yield* ownershipCases(corpus, accession, metadata, held)
  }
}

function* headerCases(
  accession: string,
  { submission, documents }: Metadata,
  under: HeaderUnderCheck,
): Generator<Comparison> {
  const { header } = under
  const one = (name: string, ours: unknown) => fieldCase(accession, name, ours, submission[name])
  yield* one('ACCESSION-NUMBER', header.accession_number)
  yield* one('TYPE', header.form_type)
  yield* one('PUBLIC-DOCUMENT-COUNT', header.declared_document_count)
  yield* one('PERIOD', header.period_of_report)
  yield* one('FILING-DATE', header.filing_date)
  yield* one('DATE-OF-FILING-DATE-CHANGE', header.date_as_of_change)
  for (const [name, role] of Object.entries(ROLES))
    yield* filerCases(accession, submission, name, role, header)
  if (under.submission === null) return
  yield compared(`${accession} documents`, under.submission.documents.length, documents.length)
  for (const [index, theirs] of documents.entries()) {
    const ours = under.submission.documents[index]
    yield* fieldCase(accession, `${index} TYPE`, ours?.document_type, theirs.TYPE)
    yield* fieldCase(accession, `${index} SEQUENCE`, ours?.sequence, theirs.SEQUENCE)
    yield* fieldCase(accession, `${index} FILENAME`, ours?.file_name, theirs.FILENAME)
    yield* fieldCase(accession, `${index} DESCRIPTION`, ours?.description, theirs.DESCRIPTION)
  }
}

function* filerCases(
  accession: string,
  submission: Group,
  name: string,
  role: Filer['role'],
  header: SubmissionHeader,
): Generator<Comparison> {
  const theirs = groups(submission[name])
  const ours = header.filers.filter((filer) => filer.role === role)
  for (const [index, group] of theirs.entries()) {
    const filer = ours[index]
    const data = groups(group['COMPANY-DATA'] ?? group['OWNER-DATA'])[0] ?? {}
    const values = groups(group['FILING-VALUES'])[0] ?? {}
    const at = (label: string, value: unknown, other: unknown) =>
      fieldCase(accession, `${name} ${index} ${label}`, value, other)
    yield* at('CONFORMED-NAME', filer?.name, data['CONFORMED-NAME'])
    yield* at('CIK', filer?.cik, data.CIK)
    yield* at('ASSIGNED-SIC', filer?.sic, data['ASSIGNED-SIC'])
    yield* at('IRS-NUMBER', filer?.irs_number, data['IRS-NUMBER'])
    yield* at('STATE-OF-INCORPORATION', filer?.state_of_incorporation, data['STATE-OF-INCORPORATION'])
    yield* at('FISCAL-YEAR-END', filer?.fiscal_year_end, data['FISCAL-YEAR-END'])
    yield* at('FILE-NUMBER', filer?.file_number, values['FILE-NUMBER'])
    yield* at('FILM-NUMBER', filer?.film_number, values['FILM-NUMBER'])
    const business = groups(group['BUSINESS-ADDRESS'])[0] ?? {}
    const mail = groups(group['MAIL-ADDRESS'])[0] ?? {}
    yield* at('BUSINESS-ADDRESS STREET1', filer?.business_address?.street_1, business.STREET1)
    yield* at('BUSINESS-ADDRESS CITY', filer?.business_address?.city, business.CITY)
    yield* at('BUSINESS-ADDRESS ZIP', filer?.business_address?.zip, business.ZIP)
    yield* at('MAIL-ADDRESS STREET1', filer?.mailing_address?.street_1, mail.STREET1)
    yield* at('MAIL-ADDRESS CITY', filer?.mailing_address?.city, mail.CITY)
    yield* at('MAIL-ADDRESS ZIP', filer?.mailing_address?.zip, mail.ZIP)
  }
}

function* ownershipCases(
  corpus: Corpus,
  accession: string,
  { submission, documents }: Metadata,
  held: CorpusFile[],
): Generator<Comparison> {
  const report = held.find(({ path }) => /\.xml(?:\.gz)?$/.test(path) && isOwnership(corpus.bytes(path)))
  if (report === undefined) return
  const document = parseOwnershipDocument(corpus.bytes(report.path))
  const one = (name: string, ours: unknown, theirs: unknown) => fieldCase(accession, name, ours, theirs)
  yield* one('TYPE', document.document_type, submission.TYPE)
  yield* one('PERIOD', document.period_of_report, submission.PERIOD)
  const issuer = groups(groups(submission.ISSUER)[0]?.['COMPANY-DATA'])[0]
  yield* one('ISSUER CIK', document.issuer_cik, issuer?.CIK)
  const owners = groups(submission['REPORTING-OWNER']).map(
    (group) => groups(group['OWNER-DATA'])[0]?.CIK ?? '',
  )
  yield compared(
    `${accession} REPORTING-OWNER CIK`,
    document.owners.map(({ owner_cik }) => owner_cik).sort(),
    owners.sort(),
  )
  const name = basename(report.path).replace(/\.gz$/, '')
  // A file the source renamed, or kept without its name, has none to compare.
  if (dirname(report.path).endsWith(accession.replaceAll('-', ''))) {
    const listed = documents.map(({ FILENAME }) => FILENAME ?? '')
    yield {
      case: `${accession} FILENAME`,
      ours: name,
      theirs: listed.join(' or '),
      agreed: listed.includes(name),
    }
  }
}

function isOwnership(bytes: Buffer): boolean {
  return bytes.includes('<ownershipDocument')
}

/** A field that datamule leaves out is no case. */
function* fieldCase(accession: string, name: string, ours: unknown, theirs: unknown): Generator<Comparison> {
  if (typeof theirs !== 'string' || theirs === '') return
  const mine = ours === null || ours === undefined ? undefined : String(ours)
  yield compared(`${accession} ${name}`, plain(mine), plain(theirs))
}

function plain(value: string | undefined): string | undefined {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.replaceAll('-', '') : value
}

function groups(value: Group[string] | undefined): Group[] {
  if (value === undefined || typeof value === 'string') return []
  return Array.isArray(value) ? value : [value]
}
