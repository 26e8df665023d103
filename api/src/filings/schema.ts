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
  [
    'filer',
    'issuer',
    'subject_company',
    'reporting_owner',
    'filed_by',
    'serial_company',
    'depositor',
    'securitizer',
    'issuing_entity',
    'sponsor',
    'underwriter',
  ],
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

const AMENDMENT_SCOPES = [
  'full',
  'part_iii_only',
  'exhibit_only',
  'holdings_only',
  'new_holdings',
  'restatement',
  'unknown',
] as const

/** What every answer about a filing has; its filers are served in short or in full. */
const filingFields = {
  accession_number: AccessionNumber,
  form_type: Type.String({ description: 'As EDGAR writes it.', examples: ['10-K'] }),
  filing_date: Day('EDGAR\'s "filed as of date".'),
  accepted_at: Instant('When EDGAR accepted the filing.'),
  accepted_at_source: stringEnum(['sgml_header', 'index_page', 'submissions_json', 'filing_date'], {
    description:
      'Where `accepted_at` was read. `filing_date`: no time is known, so it is 17:30 in New York of that day.',
  }),
  accepted_at_json: nullable(
    Instant(
      "What the company's submissions JSON says, its `Z` taken at its word. For some companies that is New York time under the wrong name, and differs from `accepted_at` by four or five hours.",
    ),
  ),
  period_of_report: nullable(Day('The period the filing reports on.')),
  effective_date: nullable(Day('When the filing takes effect, where it says so.')),
  items: Type.Array(Type.String({ examples: ['5.02'] }), { description: '8-K items of the header.' }),
  document_count: Type.Integer({ description: 'Documents in the submission.' }),
  declared_document_count: nullable(Type.Integer({ description: 'Documents the header announces.' })),
  amends: nullable(
    Type.String({
      description:
        'The filing this one amends, among those held at that moment; null when it amends none, or one that is not held.',
      examples: ['0009990001-25-000003'],
    }),
  ),
  amendment_scope: nullable(
    stringEnum(AMENDMENT_SCOPES, {
      description:
        'How much of the original an amendment states anew; null for a filing that amends nothing.',
    }),
  ),
  submission_source: stringEnum(['full_submission', 'primary_document'], {
    description:
      '`primary_document`: EDGAR had no full submission text to offer. A full submission whose `source_url` is the archive of a day has the same documents under a header that names no time of acceptance.',
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
}

export const Filing = Type.Object(
  { object: Type.Literal('filing'), ...filingFields, filers: Type.Array(named(Filer)) },
  { $id: 'Filing', description: 'A submission accepted by EDGAR.' },
)
export type Filing = Static<typeof Filing>

export const FilingList = listOf('FilingList', Filing, 'A page of filings.', {
  total: Type.Optional(named(Total)),
})

export const Address = Type.Object(
  {
    street_1: nullable(Type.String()),
    street_2: nullable(Type.String()),
    city: nullable(Type.String()),
    state: nullable(Type.String({ description: "EDGAR's code of a state or country.", examples: ['MA'] })),
    zip: nullable(Type.String()),
    phone: nullable(Type.String()),
  },
  { $id: 'Address', description: 'An address as the header writes it.' },
)

export const FilerDetail = Type.Object(
  {
    ...Filer.properties,
    sic_description: nullable(Type.String({ description: 'The industry in words.' })),
    organization_name: nullable(
      Type.String({
        description: "The SEC's office that reviews the filer.",
        examples: ['04 Manufacturing'],
      }),
    ),
    relationship: nullable(Type.String({ description: 'Of a reporting owner, in headers before 2003.' })),
    form_type: nullable(Type.String({ description: 'The form under which this filer takes part.' })),
    business_address: nullable(named(Address)),
    mailing_address: nullable(named(Address)),
    former_names: Type.Array(
      Type.Object({ name: Type.String(), changed_on: nullable(Day('The last day of the name.')) }),
    ),
  },
  { $id: 'FilerDetail', description: 'Somebody a filing names, with all the header says of them.' },
)

const Flag = (description: string) => Type.Boolean({ description })
const MaybeFlag = (description: string) => nullable(Type.Boolean({ description }))

export const FilingHeader = Type.Object(
  {
    paper: Flag('The filing itself came on paper.'),
    confirming_copy: Flag('A copy of what was filed on paper.'),
    private_to_public: Flag('Became public after it was filed in confidence.'),
    released_on: nullable(Day('When it became public.')),
    group_members: Type.Array(Type.String(), { description: 'Persons who file as a group.' }),
    sros: Type.Array(Type.String(), { description: 'Exchanges the filing was sent to.' }),
    references_429: Type.Array(Type.String(), {
      description: 'Earlier registration statements of the same prospectus (Rule 429).',
    }),
    public_reference_accession_number: nullable(Type.String()),
    previous_accession_number: nullable(Type.String()),
    period_start: nullable(Day('First day of the period.')),
    abs_rule: nullable(Type.String()),
    abs_asset_class: nullable(Type.String()),
    registered_entity: MaybeFlag('The securitizer is registered.'),
    no_quarterly_activity: MaybeFlag('Nothing to report for the quarter.'),
    no_annual_activity: MaybeFlag('Nothing to report for the year.'),
    depositor_cik: nullable(Type.String()),
    sponsor_cik: nullable(Type.String()),
    underwriters: Type.Array(Type.String()),
    rules: Type.Array(
      Type.Object({
        name: Type.String({ examples: ['13p-1'] }),
        items: Type.Array(
          Type.Object({ number: Type.String(), period: nullable(Day('The period of the item.')) }),
        ),
      }),
      { description: 'Form SD: the rules under which it reports.' },
    ),
    series: Type.Array(
      Type.Object({
        action: stringEnum(['existing', 'new', 'acquiring', 'target']),
        owner_cik: nullable(Type.String()),
        series_id: nullable(Type.String({ examples: ['S000002323'] })),
        name: nullable(Type.String()),
        classes: Type.Array(
          Type.Object({
            class_id: nullable(Type.String({ examples: ['C000006079'] })),
            name: nullable(Type.String()),
            ticker: nullable(Type.String()),
          }),
        ),
      }),
      { description: 'Fund series with their classes or contracts.' },
    ),
  },
  { $id: 'FilingHeader', description: 'What the header says beyond filers, dates and items.' },
)

export const Custody = Type.Object(
  {
    first_seen_at: Instant('When we first heard of the filing.'),
    submission_sha256: Sha256('Of the bytes first seen, from which everything served was read.'),
    last_checked_at: nullable(Instant('When EDGAR was last asked for the bytes again.')),
    state: stringEnum(['unchanged', 'changed', 'withdrawn'], { description: 'What EDGAR serves now.' }),
    events: Type.Array(
      Type.Object({
        kind: stringEnum(['changed', 'withdrawn', 'restored']),
        submission_sha256: nullable(Sha256('Of the bytes then served; null where nothing was.')),
        submission_bytes: nullable(Type.Integer()),
        noticed_at: Instant('When we noticed.'),
      }),
      { description: 'What happened to the bytes since, in order.' },
    ),
  },
  { $id: 'Custody', description: 'Whether EDGAR still serves the bytes that were first seen.' },
)

export const FilingDetail = Type.Object(
  {
    object: Type.Literal('filing'),
    ...filingFields,
    filers: Type.Array(named(FilerDetail)),
    details: named(FilingHeader),
    custody: named(Custody),
  },
  { $id: 'FilingDetail', description: 'A submission with all its header says and what became of its bytes.' },
)
export type FilingDetail = Static<typeof FilingDetail>

export const RelatedFiling = Type.Object(
  {
    object: Type.Literal('related_filing'),
    relation: stringEnum(['amends', 'amended_by', 'amends_the_same', 'withdrawal', 'deregistration'], {
      description:
        'What the other filing is to this one. `amends`: the original this one amends. `amends_the_same`: another amendment of the same original. `withdrawal` and `deregistration` share its file number.',
    }),
    filing: named(Filing),
  },
  { $id: 'RelatedFiling', description: 'A filing that belongs to another one.' },
)

export const RelatedFilingList = listOf(
  'RelatedFilingList',
  RelatedFiling,
  'Filings that belong to a filing.',
)

/** `5.02`, the old `1` to `12`, and what the headers of other forms call items, such as `06b` or `3C.1`. */
const ITEM_CODE = '^\\d{1,2}(?:\\.\\d{2}|[A-Za-z](?:\\.\\d)?)?$'

export const FormType = Type.String({
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
    amends: anyOf(AccessionInput, 'Filings that amend this one.'),
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
