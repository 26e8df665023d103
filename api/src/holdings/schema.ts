import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
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
} from '../schemas.ts'

export const HOLDINGS_FORMS = ['13F-HR', '13F-HR/A', '13F-NT', '13F-NT/A'] as const

const Cusip = Type.String({ description: 'CUSIP: nine characters.', examples: ['99Q101102'] })
const CusipInput = Type.String({ pattern: '^[0-9A-Za-z*@#]{9}$', examples: ['99Q101102'] })
const putCall = ['put', 'call'] as const
const SharesType = nullable(
  stringEnum(['SH', 'PRN'], { description: 'Shares, or the principal amount of debt.' }),
)
const AmendmentType = nullable(
  stringEnum(['restatement', 'new_holdings'], {
    description:
      'What an amendment does: `restatement` replaces the whole table, `new_holdings` adds to it. Null for an original, and for an amendment that does not say.',
  }),
)

export const Holding = Type.Object(
  {
    object: Type.Literal('holding'),
    document_id: DocumentId,
    position: Type.Integer({ description: 'Row of the information table, from 1.' }),
    accession_number: AccessionNumber,
    form_type: Type.String({ examples: ['13F-HR'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    period_of_report: nullable(Day('End of the quarter.', ['2024-12-31'])),
    amendment_type: AmendmentType,
    manager_cik: Cik,
    manager_name: nullable(Type.String()),
    issuer_name: Type.String({ description: 'Name of the issuer, as filed.' }),
    title_of_class: nullable(Type.String({ examples: ['COM'] })),
    cusip: nullable(Cusip),
    figi: nullable(Type.String()),
    value: nullable(
      Type.Number({
        description: 'US dollars, whatever unit was filed. Null when `value_status` is `unavailable`.',
      }),
    ),
    value_as_filed: nullable(
      Type.Number({
        description: 'The figure in the value column. Thousands or dollars: see `value_status`.',
      }),
    ),
    value_status: stringEnum(['reported', 'normalized', 'unavailable'], {
      description:
        '`reported`: dollars were filed. `normalized`: thousands were filed. `unavailable`: no value that can be trusted.',
    }),
    value_reason: nullable(
      stringEnum(
        ['thousands_era', 'thousands_evident', 'dollars_evident', 'shares_equal_value', 'not_given'],
        {
          description:
            '`thousands_era`: the form asked for thousands until January 3, 2023. `thousands_evident`, `dollars_evident`: the filer used the other unit, as the implied prices show. `shares_equal_value`: one column repeats the other. `not_given`: no value was filed.',
        },
      ),
    ),
    shares: nullable(Type.Number({ description: 'Shares, or the principal amount.' })),
    shares_type: SharesType,
    put_call: nullable(stringEnum(putCall, { description: 'Options; null for the security itself.' })),
    investment_discretion: nullable(
      stringEnum(['SOLE', 'DFND', 'OTR'], { description: 'Sole, shared-defined or shared-other.' }),
    ),
    other_managers: Type.Array(Type.String(), {
      description: "Numbers in the report's list of other included managers.",
    }),
    voting_sole: nullable(Type.Number()),
    voting_shared: nullable(Type.Number()),
    voting_none: nullable(Type.Number()),
  },
  { $id: 'Holding', description: 'A row of a Form 13F information table.' },
)

export const HoldingList = listOf('HoldingList', Holding, 'A page of holdings.')

export const HoldingQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of the manager that filed the report.'),
    cusip: anyOf(CusipInput, 'CUSIP of the security.'),
    issuer_name: Type.Optional(
      Type.String({
        minLength: 2,
        maxLength: 100,
        description: "Beginning of the issuer's name, in any case.",
      }),
    ),
    period_of_report: anyOf(Day('End of the quarter.', ['2024-12-31']), 'End of the quarter.'),
    ...rangeParameters('period_of_report', (description) => Day(description)),
    view: Type.Optional(
      stringEnum(['as_filed', 'net'], {
        default: 'as_filed',
        description:
          '`as_filed`: every report as it stands. `net`: after the amendments known at `as_of`: a restatement takes the place of what it restates, new holdings are added once.',
      }),
    ),
    put_call: anyOf(stringEnum(putCall), 'Options only, of these kinds.'),
    form_type: anyOf(stringEnum(HOLDINGS_FORMS), 'Form type.'),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    sort: Type.Optional(
      stringEnum(['-accepted_at', 'accepted_at'], {
        default: '-accepted_at',
        description: 'Latest first, or earliest.',
      }),
    ),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)

const reportTypes = ['holdings', 'notice', 'combination'] as const
const OtherManager = Type.Object({
  sequence_number: nullable(Type.String({ description: 'Number by which rows refer to the manager.' })),
  name: nullable(Type.String()),
  cik: nullable(Cik),
  form_13f_file_number: nullable(Type.String()),
  crd_number: nullable(Type.String()),
  sec_file_number: nullable(Type.String()),
})

export const HoldingsReport = Type.Object(
  {
    object: Type.Literal('holdings_report'),
    accession_number: AccessionNumber,
    manager_cik: Cik,
    manager_name: nullable(Type.String()),
    form_type: Type.String({ examples: ['13F-HR'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    period_of_report: nullable(Day('End of the quarter.', ['2025-06-30'])),
    report_type: nullable(
      stringEnum(reportTypes, {
        description:
          '`holdings`: all holdings are here. `notice`: other managers report them. `combination`: some are here.',
      }),
    ),
    is_amendment: Type.Boolean(),
    amendment_number: nullable(Type.Integer()),
    amendment_type: AmendmentType,
    is_in_force: Type.Boolean({
      description: 'Whether the report counts in `view=net`, after every amendment known at `as_of`.',
    }),
    form_13f_file_number: nullable(Type.String()),
    crd_number: nullable(Type.String()),
    sec_file_number: nullable(Type.String()),
    additional_information: nullable(Type.String()),
    reporting_managers: Type.Array(OtherManager, { description: 'Managers that report for this one.' }),
    included_managers: Type.Array(OtherManager, {
      description: 'Managers whose holdings are in this report.',
    }),
    included_manager_count: nullable(Type.Integer()),
    table_entry_total: nullable(Type.Integer({ description: 'Rows, as the filer counted them.' })),
    table_value_total: nullable(
      Type.Number({ description: 'Sum of the value column, as the filer gave it.' }),
    ),
    entries_read: nullable(Type.Integer({ description: 'Rows we read; null without a table.' })),
    value_read: nullable(
      Type.Number({ description: 'Sum of the value column of the rows we read, as filed.' }),
    ),
    value_unit: nullable(
      stringEnum(['usd', 'thousand_usd'], {
        description: 'Unit of the value column; null when it is not known.',
      }),
    ),
    confidential_omitted: nullable(
      Type.Boolean({
        description: 'True when holdings are left out under a request for confidential treatment.',
      }),
    ),
    signed_by: nullable(Type.String()),
    signed_on: nullable(Day('When it was signed.')),
  },
  { $id: 'HoldingsReport', description: 'Cover and summary page of a Form 13F.' },
)

export const HoldingsReportList = listOf('HoldingsReportList', HoldingsReport, 'A page of reports.')

export const HoldingsReportQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of the manager.'),
    report_type: anyOf(stringEnum(reportTypes), 'Kind of report.'),
    period_of_report: anyOf(Day('End of the quarter.', ['2025-06-30']), 'End of the quarter.'),
    ...rangeParameters('period_of_report', (description) => Day(description)),
    form_type: anyOf(stringEnum(HOLDINGS_FORMS), 'Form type.'),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    sort: Type.Optional(
      stringEnum(['-accepted_at', 'accepted_at'], {
        default: '-accepted_at',
        description: 'Latest first, or earliest.',
      }),
    ),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)

const changes = ['new', 'closed', 'increased', 'decreased', 'unchanged', 'unknown'] as const

export const HoldingChange = Type.Object(
  {
    object: Type.Literal('holding_change'),
    cusip: nullable(Cusip),
    issuer_name: Type.String(),
    title_of_class: nullable(Type.String()),
    put_call: nullable(stringEnum(putCall)),
    shares_type: SharesType,
    change: stringEnum(changes, {
      description: 'By the number of shares; `unknown` where a row gives none. Splits are not adjusted for.',
    }),
    shares_before: nullable(Type.Number()),
    shares_after: nullable(Type.Number()),
    value_before: nullable(Type.Number({ description: 'US dollars.' })),
    value_after: nullable(Type.Number({ description: 'US dollars.' })),
  },
  {
    $id: 'HoldingChange',
    description: 'A security of a manager at the end of two quarters, summed over the rows that count.',
  },
)

const Report = Type.Object({
  accession_number: AccessionNumber,
  form_type: Type.String(),
  accepted_at: Instant('When EDGAR accepted the filing.'),
  amendment_type: AmendmentType,
  confidential_omitted: nullable(
    Type.Boolean({
      description: 'True when holdings are left out under a request for confidential treatment.',
    }),
  ),
})

export const HoldingComparison = Type.Object(
  {
    status: stringEnum(['ok', 'no_report', 'no_prior_report', 'notice'], {
      description:
        '`ok`: both quarters were compared. `no_report`, `no_prior_report`: no report on the quarter, or on the one before, is known, so nothing can be called new or closed. `notice`: in one of them the holdings are reported by other managers.',
    }),
    manager_cik: Cik,
    period_before: nullable(Day('End of the quarter before.', ['2024-09-30'])),
    period_after: nullable(Day('End of the quarter.', ['2024-12-31'])),
    reports_before: Type.Array(Report, { description: 'The reports that count for the quarter before.' }),
    reports_after: Type.Array(Report, { description: 'The reports that count for the quarter.' }),
  },
  { $id: 'HoldingComparison', description: 'What was compared with what.' },
)

export const HoldingChangeList = listOf('HoldingChangeList', HoldingChange, 'A page of changes.', {
  comparison: named(HoldingComparison),
})

export const HoldingChangeQuery = Type.Object(
  {
    cik: CikInput,
    period_of_report: Type.Optional(
      Day('End of the quarter to compare with the one before. Default: the latest reported.', ['2024-12-31']),
    ),
    cusip: anyOf(CusipInput, 'CUSIP of the security.'),
    change: anyOf(stringEnum(changes), 'Kinds of change.'),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)
