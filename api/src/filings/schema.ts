import { type Static, Type } from 'typebox'
import { named, nullable, stringEnum } from '../openapi.ts'
import {
  AccessionInput,
  AccessionNumber,
  anyOf,
  asOfParameter,
  Cik,
  CikInput,
  Day,
  Instant,
  listOf,
  pageParameters,
  rangeParameters,
  Sha256,
  Total,
} from '../schemas.ts'

export const FilerRole = stringEnum(
  ['filer', 'issuer', 'subject_company', 'reporting_owner', 'filed_by', 'serial_company'],
  { description: 'What the filer is to this filing.' },
)

export const Filer = Type.Object(
  {
    role: FilerRole,
    cik: Cik,
    name: Type.String({
      description: 'As the header of this filing names it.',
      examples: ['HARBOR LIGHT ROBOTICS INC'],
    }),
    sic: nullable(Type.String({ description: 'Standard Industrial Classification.', examples: ['3570'] })),
    irs_number: nullable(Type.String()),
    state_of_incorporation: nullable(Type.String({ examples: ['DE'] })),
    fiscal_year_end: nullable(Type.String({ description: 'Month and day, `MMDD`.', examples: ['1231'] })),
    file_number: nullable(Type.String({ examples: ['001-90001'] })),
    film_number: nullable(Type.String()),
    sec_act: nullable(Type.String({ examples: ['1934 Act'] })),
  },
  { $id: 'Filer', description: 'Somebody a filing names, with the part they play.' },
)

export const Filing = Type.Object(
  {
    object: Type.Literal('filing'),
    accession_number: AccessionNumber,
    form_type: Type.String({ description: 'As EDGAR writes it.', examples: ['10-K'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    accepted_at_source: stringEnum(['sgml_header', 'index_page', 'submissions_json', 'filing_date'], {
      description:
        'Where `accepted_at` was read. `filing_date`: no time is known, so it is 17:30 in New York of that day.',
    }),
    period_of_report: nullable(Day('The period the filing reports on.')),
    effective_date: nullable(Day('When the filing takes effect, where it says so.')),
    items: Type.Array(Type.String({ examples: ['5.02'] }), { description: '8-K items of the header.' }),
    filers: Type.Array(named(Filer)),
    document_count: Type.Integer({ description: 'Documents in the submission.' }),
    declared_document_count: nullable(Type.Integer({ description: 'Documents the header announces.' })),
    submission_source: stringEnum(['full_submission', 'primary_document'], {
      description: '`primary_document`: EDGAR had no full submission text to offer.',
    }),
    submission_sha256: Sha256('SHA-256 of the stored submission.'),
    submission_bytes: nullable(Type.Integer({ description: 'Bytes of the full submission text.' })),
    source_url: nullable(
      Type.String({ description: 'The file on sec.gov the bytes came from; null for fictional filings.' }),
    ),
    warnings: Type.Array(Type.String(), {
      description: 'What the reader of the submission had to tolerate.',
    }),
    first_seen_at: Instant('When we first heard of the filing.'),
    available_at: Instant('When this API first showed the filing.'),
  },
  { $id: 'Filing', description: 'A submission accepted by EDGAR.' },
)
export type Filing = Static<typeof Filing>

export const FilingList = listOf('FilingList', Filing, 'A page of filings.', {
  total: Type.Optional(named(Total)),
})

/** `5.02`, the old `1` to `12`, and what the headers of other forms call items, such as `06b` or `3C.1`. */
const ITEM_CODE = '^\\d{1,2}(?:\\.\\d{2}|[A-Za-z](?:\\.\\d)?)?$'

const FormType = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9 ./&()-]{0,19}$',
  description: 'Form type as EDGAR writes it. `10-K` does not include `10-K/A`.',
  examples: ['10-K'],
})
const Ticker = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$',
  description: 'Ticker of a company as it is today.',
  examples: ['TWTI'],
})

/** Filters by company and form, which filings, transactions and signals share. */
export const companyParameters = {
  cik: anyOf(CikInput, 'Central Index Key of anybody the filing names, with or without leading zeros.'),
  ticker: anyOf(Ticker, 'Ticker of a company as it is today.'),
  form_type: anyOf(FormType, 'Form type as EDGAR writes it; `10-K` does not include `10-K/A`.'),
}

export const FilingQuery = Type.Object(
  {
    ...companyParameters,
    item_code: anyOf(
      Type.String({ pattern: ITEM_CODE, examples: ['5.02'] }),
      'Item of an 8-K as filed, such as `5.02`; `1` to `12` before August 2004.',
    ),
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    filing_date: Type.Optional(Day('`filing_date` exactly.')),
    ...rangeParameters('filing_date', (description) => Day(description)),
    period_of_report: Type.Optional(Day('`period_of_report` exactly.')),
    ...rangeParameters('period_of_report', (description) => Day(description)),
    sort: Type.Optional(
      stringEnum(['-accepted_at', 'accepted_at'], {
        default: '-accepted_at',
        description: 'Latest first, or earliest.',
      }),
    ),
    include: Type.Optional(
      Type.Array(stringEnum(['total']), { description: 'Adds `total`, the number of matches.' }),
    ),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)
export type FilingQuery = Static<typeof FilingQuery>

export const FilingParams = Type.Object({ accession_number: AccessionInput }, { additionalProperties: false })
export const AsOfQuery = Type.Object({ ...asOfParameter }, { additionalProperties: false })

export const ResolveQuery = Type.Object(
  {
    url: Type.String({
      minLength: 1,
      maxLength: 2048,
      description:
        'Any URL EDGAR uses for a filing: a document, a folder, an index page, an inline viewer link.',
      examples: [
        'https://www.sec.gov/Archives/edgar/data/9900001/000999000125000004/0009990001-25-000003-index.htm',
      ],
    }),
    ...asOfParameter,
  },
  { additionalProperties: false },
)

export const ResolvedUrl = Type.Object(
  {
    object: Type.Literal('resolved_url'),
    url: Type.String(),
    accession_number: AccessionNumber,
    cik: nullable(Type.String({ description: 'The company in whose folder the URL points.' })),
    document_id: nullable(
      Type.String({ description: 'The document the URL points at, when the filing has it.' }),
    ),
    filing: named(Filing),
  },
  { $id: 'ResolvedUrl', description: 'The filing an EDGAR URL points at.' },
)
