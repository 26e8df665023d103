import { STATEMENT_KINDS } from '@sec-latent/core/statements/statement-kind'
import { type Static, Type } from 'typebox'
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
} from '../schemas.ts'

export const PERIOD_TYPES = ['year', 'quarter', 'year_to_date', 'instant'] as const

export const PeriodTypeField = stringEnum(PERIOD_TYPES, {
  description:
    '`year` of an annual report; `quarter` and `year_to_date` of a quarterly one, kept apart; `instant` for balances.',
})

const FactConcept = Type.String({
  description: 'Qualified name of the element.',
  examples: ['us-gaap:Assets'],
})
const Decimals = nullable(
  Type.Integer({
    description: 'Digits the value is rounded to, as filed: -3 means thousands. Null when exact or not said.',
  }),
)

export const FactReference = Type.Object(
  {
    accession_number: AccessionNumber,
    document_id: DocumentId,
    position: Type.Integer({ description: 'Position of the fact in the document.' }),
    concept: FactConcept,
    value: Type.Number(),
    unit: nullable(Type.String({ examples: ['USD'] })),
    decimals: Decimals,
    period_start: nullable(Day('First day of the period.')),
    period_end: nullable(Day('Last day of the period.')),
    instant: nullable(Day('The day at whose end the value holds.')),
  },
  { $id: 'FactReference', description: 'A fact that a value was taken or computed from.' },
)

export const StandardValue = Type.Object(
  {
    line: Type.String({
      description: 'Name of the line, the same for every company.',
      examples: ['revenues'],
    }),
    label: Type.String({ examples: ['Revenues'] }),
    value: nullable(
      Type.Number({ description: 'In whole units of `unit`. Null when not reported, never zero.' }),
    ),
    unit: nullable(Type.String({ examples: ['USD'] })),
    value_status: stringEnum(['reported', 'derived', 'not_reported'], {
      description: '`reported`: a fact of the filing. `derived`: computed from other lines by `formula`.',
    }),
    source_tag: nullable(
      Type.String({
        description: 'The concept the value was reported under.',
        examples: ['us-gaap:Revenues'],
      }),
    ),
    resolver_rank: nullable(
      Type.Integer({ description: "Place of the concept in the line's list of concepts, from 1." }),
    ),
    formula: nullable(
      Type.String({
        description: 'How a derived value follows from other lines; those in brackets may be missing.',
        examples: ['liabilities_and_equity - equity_including_noncontrolling - [temporary_equity]'],
      }),
    ),
    inputs: Type.Array(named(FactReference)),
  },
  { $id: 'StandardValue', description: 'A line of a standardised statement with what it rests on.' },
)

export const Invariant = Type.Object(
  {
    invariant: Type.String({ examples: ['assets = liabilities_and_equity'] }),
    status: stringEnum(['holds', 'fails', 'unavailable'], {
      description:
        '`unavailable`: a side is not reported. A derived value is not compared with its own formula.',
    }),
    left: nullable(Type.Number()),
    right: nullable(Type.Number()),
    difference: nullable(Type.Number()),
    tolerance: nullable(Type.Number({ description: 'What rounding of the values explains.' })),
  },
  { $id: 'Invariant', description: 'An identity that must hold within a statement, and whether it does.' },
)

const filing = {
  accession_number: AccessionNumber,
  form_type: Type.String({ examples: ['10-K'] }),
  filing_date: Day('EDGAR\'s "filed as of date".'),
  accepted_at: Instant('When EDGAR accepted the filing.'),
  cik: Cik,
  document_type: nullable(Type.String({ description: 'As on the cover page.', examples: ['10-K'] })),
  document_fiscal_year: nullable(
    Type.Integer({ description: 'Fiscal year of the document, in the word of its filer.' }),
  ),
  document_fiscal_period: nullable(
    Type.String({
      description: 'Fiscal period of the document, in the word of its filer.',
      examples: ['FY'],
    }),
  ),
  document_period_end: nullable(Day('Period end date on the cover page.')),
  currency: nullable(Type.String({ description: 'ISO 4217.', examples: ['USD'] })),
  position: Type.Integer({ description: 'Place among the statements of the filing, from 1.' }),
}
export const statementFiling = filing

export const StandardStatement = Type.Object(
  {
    object: Type.Literal('standard_statement'),
    ...filing,
    statement: stringEnum(['income_statement', 'balance_sheet', 'cash_flow']),
    period_type: PeriodTypeField,
    period_start: nullable(Day('First day of the period; null for an instant.')),
    period_end: Day('Last day of the period.'),
    resolver_version: Type.String({ description: 'Version of the lists and formulas.', examples: ['1.0.0'] }),
    lines: Type.Array(named(StandardValue)),
    checks: Type.Array(named(Invariant), {
      description:
        'Identities that must hold. One that fails is reported; no value is changed to make it hold.',
    }),
  },
  { $id: 'StandardStatement', description: 'A statement in the same lines for every company.' },
)

export const StatementColumn = Type.Object(
  {
    period_start: nullable(Day('First day; null for an instant.')),
    period_end: nullable(Day('Last day; null for an instant.')),
    instant: nullable(Day('The day at whose end the values hold; null for a period.')),
    dimensions: Type.Array(
      Type.Object({
        axis: Type.String({ examples: ['us-gaap:StatementEquityComponentsAxis'] }),
        member: nullable(Type.String({ examples: ['us-gaap:CommonStockMember'] })),
        typed_value: nullable(Type.String()),
      }),
      { description: 'Empty for the whole entity.' },
    ),
  },
  { $id: 'StatementColumn', description: 'A context of a statement.' },
)

export const FiledCell = Type.Object(
  {
    column: Type.Integer({ description: 'Index into `columns`.' }),
    document_id: DocumentId,
    position: Type.Integer({ description: 'Position of the fact in the document.' }),
    value: nullable(Type.Number({ description: 'The value itself, whatever sign the page shows.' })),
    text: nullable(Type.String({ description: 'Text of a fact that is no number, cut where it is long.' })),
    unit: nullable(Type.String({ examples: ['USD'] })),
    decimals: Decimals,
    nil: Type.Boolean(),
  },
  { $id: 'FiledCell', description: 'A fact in its column.' },
)

export const FiledLine = Type.Object(
  {
    concept: FactConcept,
    label: Type.String({ description: "The filer's label.", examples: ['Total assets'] }),
    label_role: Type.String({
      description: 'Which label of the concept is shown, the last step of its role.',
      examples: ['totalLabel'],
    }),
    depth: Type.Integer({ description: 'Depth in the tree of the presentation, from 0.' }),
    abstract: Type.Boolean({ description: 'A heading, which has no values.' }),
    negated: Type.Boolean({ description: 'The filer shows the values with the other sign.' }),
    cells: Type.Array(named(FiledCell)),
  },
  { $id: 'FiledLine', description: 'A line of a statement as its filer presents it.' },
)

export const FiledStatement = Type.Object(
  {
    object: Type.Literal('filed_statement'),
    ...filing,
    statement: stringEnum(STATEMENT_KINDS),
    title: Type.String({ examples: ['CONSOLIDATED BALANCE SHEETS'] }),
    role_uri: nullable(Type.String()),
    definition: nullable(Type.String({ examples: ['0000002 - Statement - CONSOLIDATED BALANCE SHEETS'] })),
    parenthetical: Type.Boolean(),
    presentation: stringEnum(['filed', 'unavailable'], {
      description:
        "`filed`: lines, order and labels are the filer's. `unavailable`: the filing brings none; known lines stand in a customary order under names made from their concepts.",
    }),
    presentation_reason: nullable(
      Type.String({
        description: 'Why the presentation is missing or has no lines.',
        examples: ['no_linkbase'],
      }),
    ),
    columns: Type.Array(named(StatementColumn)),
    columns_left_out: Type.Integer({
      description: 'Periods that only few of the lines have a value in, and that are left out.',
    }),
    lines: Type.Array(named(FiledLine)),
  },
  { $id: 'FiledStatement', description: 'A statement as its filer presents it.' },
)

/** One of the two views, told apart by `object`. */
export const Statement = Type.Unsafe<Static<typeof StandardStatement> | Static<typeof FiledStatement>>({
  $id: 'Statement',
  description: 'A financial statement, standardised or as filed.',
  anyOf: [{ $ref: 'StandardStatement#' }, { $ref: 'FiledStatement#' }],
})
export const StatementList = listOf('StatementList', Statement, 'A page of statements.')

/** What statements and ratios both refer to. */
export const numberSchemas = [FactReference, StandardValue]

export const statementSchemas = [
  Invariant,
  StandardStatement,
  StatementColumn,
  FiledCell,
  FiledLine,
  FiledStatement,
  Statement,
  StatementList,
]

export const StatementParams = Type.Object({ cik: CikInput })

/** Which reports of a company are asked about; the same for statements and ratios. */
export const reportParameters = {
  accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
  document_fiscal_year: anyOf(
    Type.Integer({ minimum: 1990, maximum: 2100, examples: [2024] }),
    'Fiscal year of the document, in the word of its filer.',
  ),
  document_fiscal_period: anyOf(
    stringEnum(['FY', 'Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2']),
    'Fiscal period of the document, in the word of its filer.',
  ),
}

export const sortParameter = {
  sort: Type.Optional(
    stringEnum(['-accepted_at', 'accepted_at'], {
      default: '-accepted_at',
      description: 'Latest filing first, or earliest.',
    }),
  ),
}

export const StatementQuery = Type.Object(
  {
    view: Type.Optional(
      stringEnum(['standardized', 'as_filed'], {
        default: 'standardized',
        description:
          '`standardized`: the same lines for every company, each with its source. `as_filed`: lines, order and labels of the filer.',
      }),
    ),
    statement: anyOf(
      stringEnum(STATEMENT_KINDS),
      'Kind of statement. Without it, `as_filed` gives the main statements and leaves out notes.',
    ),
    ...reportParameters,
    period_type: anyOf(stringEnum(PERIOD_TYPES), 'Length of the period; only with `view=standardized`.'),
    ...sortParameter,
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)
