import { type Static, Type } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { parseAccessionNumber } from './accession-number.ts'
import { parseCik } from './cik.ts'
import type { DiscoveredFiling } from './discovered-filing.ts'

/** What the submissions JSON says about a company. Codes as EDGAR writes them; what it leaves out or empty is null. */
export interface CompanyProfile {
  cik: string
  name: string
  entity_type: string | null
  sic: string | null
  sic_description: string | null
  tickers: string[]
  /** As long as `tickers`; null where EDGAR names no exchange. */
  exchanges: (string | null)[]
  ein: string | null
  lei: string | null
  category: string | null
  /** Month and day, `MMDD`. */
  fiscal_year_end: string | null
  state_of_incorporation: string | null
  phone: string | null
  website: string | null
  addresses: {
    kind: 'business' | 'mailing'
    lines: string[]
    city: string | null
    state: string | null
    zip: string | null
  }[]
  former_names: { name: string; from: string | null; to: string | null }[]
}

export interface CompanySubmissions {
  profile: CompanyProfile
  /** The recent rows; the older pages hold the rest. */
  filings: DiscoveredFiling[]
  older_pages: { name: string; filing_count: number; filing_from: string | null; filing_to: string | null }[]
  /** Rows without an accession number, form type or date. */
  bad_rows: number
}

const Text = Type.Union([Type.String(), Type.Null()])
const Column = Type.Array(Type.Union([Type.String(), Type.Number(), Type.Null()]), { maxItems: 200_000 })

/** Columns, not rows: the n-th row is the n-th value of each. Only the first three are certain to be there. */
const Columns = Type.Object({
  accessionNumber: Column,
  filingDate: Column,
  form: Column,
  reportDate: Type.Optional(Column),
  acceptanceDateTime: Type.Optional(Column),
  items: Type.Optional(Column),
  primaryDocument: Type.Optional(Column),
  primaryDocDescription: Type.Optional(Column),
})

const Address = Type.Object({
  street1: Type.Optional(Text),
  street2: Type.Optional(Text),
  city: Type.Optional(Text),
  stateOrCountry: Type.Optional(Text),
  zipCode: Type.Optional(Text),
})

const Page = Type.Object({
  cik: Type.Union([Type.String(), Type.Number()]),
  name: Type.String(),
  entityType: Type.Optional(Text),
  sic: Type.Optional(Text),
  sicDescription: Type.Optional(Text),
  tickers: Type.Optional(Type.Union([Type.Array(Text), Type.Null()])),
  exchanges: Type.Optional(Type.Union([Type.Array(Text), Type.Null()])),
  ein: Type.Optional(Text),
  lei: Type.Optional(Text),
  category: Type.Optional(Text),
  fiscalYearEnd: Type.Optional(Text),
  stateOfIncorporation: Type.Optional(Text),
  phone: Type.Optional(Text),
  website: Type.Optional(Text),
  addresses: Type.Optional(
    Type.Union([
      Type.Object({
        business: Type.Optional(Type.Union([Address, Type.Null()])),
        mailing: Type.Optional(Type.Union([Address, Type.Null()])),
      }),
      Type.Null(),
    ]),
  ),
  formerNames: Type.Optional(
    Type.Union([
      Type.Array(Type.Object({ name: Type.String(), from: Type.Optional(Text), to: Type.Optional(Text) })),
      Type.Null(),
    ]),
  ),
  filings: Type.Object({
    recent: Columns,
    files: Type.Optional(
      Type.Union([
        Type.Array(
          Type.Object({
            name: Type.String(),
            filingCount: Type.Optional(Type.Number()),
            filingFrom: Type.Optional(Text),
            filingTo: Type.Optional(Text),
          }),
          { maxItems: 1000 },
        ),
        Type.Null(),
      ]),
    ),
  }),
})

// Compiled: the largest companies have a hundred thousand cells.
const pageValidator = Compile(Page)
const columnsValidator = Compile(Columns)

/** Reads `CIK##########.json`. Throws when the shape is not EDGAR's or the columns differ in length. */
export function parseCompanySubmissions(value: unknown): CompanySubmissions {
  const page = checked(pageValidator, value, 'company submissions')
  const cik = parseCik(String(page.cik))
  if (cik === undefined) throw new Error(`not a readable company submissions file: cik ${page.cik}`)
  const { filings, bad_rows } = rows(page.filings.recent, cik, page.name)
  return {
    profile: profile(page, cik),
    filings,
    bad_rows,
    older_pages: (page.filings.files ?? []).flatMap((file) =>
      OLDER_PAGE.exec(file.name)?.[1] === cik
        ? [
            {
              name: file.name,
              filing_count: file.filingCount ?? 0,
              filing_from: empty(file.filingFrom),
              filing_to: empty(file.filingTo),
            },
          ]
        : [],
    ),
  }
}

/** A page may only name its own company's files, whatever the JSON says. */
const OLDER_PAGE = /^CIK(\d{10})-submissions-\d{3,4}\.json$/

/** Reads an older page (`CIK##########-submissions-001.json`): columns alone, of the company named by the caller. */
export function parseOlderSubmissions(value: unknown, cik: string) {
  return rows(checked(columnsValidator, value, 'older company submissions'), cik, null)
}

function rows(columns: Static<typeof Columns>, cik: string, companyName: string | null) {
  const count = columns.accessionNumber.length
  for (const [name, column] of Object.entries(columns)) {
    if (Array.isArray(column) && column.length !== count) {
      throw new Error(
        `not a readable submissions file: ${name} has ${column.length} rows, accessionNumber ${count}`,
      )
    }
  }
  const filings: DiscoveredFiling[] = []
  let bad_rows = 0
  for (let row = 0; row < count; row++) {
    const at = (column: (string | number | null)[] | undefined) => empty(column?.[row])
    const accession = parseAccessionNumber(at(columns.accessionNumber) ?? '')
    const form = at(columns.form)
    const filingDate = at(columns.filingDate)
    if (
      accession === undefined ||
      form === null ||
      filingDate === null ||
      !/^\d{4}-\d{2}-\d{2}$/.test(filingDate)
    ) {
      bad_rows++
      continue
    }
    const primary = at(columns.primaryDocument)?.replace(/^xsl[A-Za-z0-9_-]*\//i, '')
    const description = at(columns.primaryDocDescription)
    const accepted = at(columns.acceptanceDateTime)
    const period = at(columns.reportDate)
    const items = at(columns.items)
    filings.push({
      accession_number: accession,
      cik,
      form_type: form,
      filing_date: filingDate,
      company_name: companyName,
      ...(primary ? { primary_document: primary } : {}),
      ...(description === null ? {} : { primary_document_description: description }),
      ...(accepted === null ? {} : { acceptance_date_time_raw: accepted }),
      ...(period === null ? {} : { period_of_report: period }),
      ...(items === null ? {} : { items: items.split(',').map((item) => item.trim()) }),
    })
  }
  return { filings, bad_rows }
}

function profile(page: Static<typeof Page>, cik: string): CompanyProfile {
  const exchanges = page.exchanges ?? []
  const tickers = (page.tickers ?? []).map((ticker, place) => ({ ticker, exchange: empty(exchanges[place]) }))
  const listed = tickers.flatMap(({ ticker, exchange }) => (ticker ? [{ ticker, exchange }] : []))
  return {
    cik,
    name: page.name,
    entity_type: empty(page.entityType),
    sic: empty(page.sic),
    sic_description: empty(page.sicDescription),
    tickers: listed.map(({ ticker }) => ticker),
    exchanges: listed.map(({ exchange }) => exchange),
    ein: empty(page.ein),
    lei: empty(page.lei),
    category: empty(page.category),
    fiscal_year_end: empty(page.fiscalYearEnd),
    state_of_incorporation: empty(page.stateOfIncorporation),
    phone: empty(page.phone),
    website: empty(page.website),
    addresses: (['business', 'mailing'] as const).flatMap((kind) => {
      const address = page.addresses?.[kind]
      if (!address) return []
      const lines = [address.street1, address.street2].flatMap((line) => empty(line) ?? [])
      const [city, state, zip] = [empty(address.city), empty(address.stateOrCountry), empty(address.zipCode)]
      return lines.length === 0 && city === null && state === null && zip === null
        ? []
        : [{ kind, lines, city, state, zip }]
    }),
    // Days, not moments: the times are midnights of no stated zone.
    former_names: (page.formerNames ?? []).map((former) => ({
      name: former.name,
      from: empty(former.from)?.slice(0, 10) ?? null,
      to: empty(former.to)?.slice(0, 10) ?? null,
    })),
  }
}

function checked<T>(
  validator: { Check(value: unknown): value is T } & Pick<Validator, 'Errors'>,
  value: unknown,
  what: string,
): T {
  if (validator.Check(value)) return value
  const first = validator.Errors(value)[0]
  throw new Error(`not a readable ${what} file: ${first?.instancePath || '/'} ${first?.message ?? ''}`.trim())
}

function empty(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = String(value).trim()
  return text === '' ? null : text
}
