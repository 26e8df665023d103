import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { named, nullable, stringEnum } from '../openapi.ts'
import { PostalAddress } from '../postal-address.ts'
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

export const ReportingOwner = Type.Object(
  {
    owner_cik: Cik,
    owner_name: Type.String(),
    is_director: nullable(Type.Boolean()),
    is_officer: nullable(Type.Boolean()),
    is_ten_percent_owner: nullable(Type.Boolean()),
    is_other: nullable(Type.Boolean()),
    officer_title: nullable(Type.String()),
    other_text: nullable(Type.String({ description: 'What else the owner is to the issuer.' })),
    address: nullable(named(PostalAddress)),
  },
  { $id: 'ReportingOwner', description: 'An owner a Form 3, 4 or 5 is filed for.' },
)

const FieldFootnote = Type.Object({
  field: Type.String({ description: 'Field of the row.', examples: ['price_per_share'] }),
  footnote_id: Type.String({ examples: ['F1'] }),
  text: nullable(Type.String({ description: 'Null when the form has no such footnote.' })),
})

export const InsiderTransaction = Type.Object(
  {
    object: Type.Literal('insider_transaction'),
    document_id: DocumentId,
    position: Type.Integer({ description: 'Row of the document, from 1; non-derivative rows first.' }),
    accession_number: AccessionNumber,
    form_type: Type.String({ examples: ['4'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    period_of_report: nullable(Day('Date of the earliest transaction on the form.')),
    issuer_cik: Cik,
    owner_cik: Type.String({
      description: 'The first owner; all of them are in `owners`.',
      examples: ['0009991001'],
    }),
    owner_name: Type.String(),
    table: stringEnum(['non_derivative', 'derivative'], { description: 'Table I or II of the form.' }),
    is_director: nullable(Type.Boolean()),
    is_officer: nullable(Type.Boolean()),
    is_ten_percent_owner: nullable(Type.Boolean()),
    officer_title: nullable(Type.String()),
    security_title: Type.String(),
    transaction_date: nullable(Day('Day of the transaction; null for a holding.')),
    transaction_code: nullable(
      Type.String({
        description:
          "Code of the form's instructions: P purchase, S sale, A grant, M exercise, F tax, G gift.",
        examples: ['P'],
      }),
    ),
    acquired_disposed: nullable(stringEnum(['A', 'D'], { description: 'Acquired or disposed of.' })),
    shares: nullable(Type.Number()),
    price_per_share: nullable(Type.Number({ description: 'US dollars.' })),
    shares_owned_following: nullable(Type.Number()),
    direct_or_indirect: nullable(stringEnum(['D', 'I'], { description: 'Nature of the ownership.' })),
    underlying_security_title: nullable(Type.String()),
    underlying_shares: nullable(Type.Number()),
    exercise_price: nullable(Type.Number({ description: 'US dollars.' })),
    expiration_date: nullable(Day('When the derivative expires.')),
    aff10b5_one: nullable(Type.Boolean({ description: 'The Rule 10b5-1(c) box; null before April 2023.' })),
    row_kind: stringEnum(['transaction', 'holding'], { description: 'A holding has no transaction.' }),
    transaction_form_type: nullable(
      Type.String({
        description: 'Form the transaction is reported on; null for a holding.',
        examples: ['4'],
      }),
    ),
    deemed_execution_date: nullable(Day('Deemed execution date (Rule 16a-3(e)).')),
    transaction_timeliness: nullable(Type.String({ description: '`E` early, `L` late; null when on time.' })),
    equity_swap_involved: nullable(Type.Boolean()),
    transaction_total_value: nullable(
      Type.Number({ description: 'US dollars, for securities that are not counted in shares.' }),
    ),
    value_owned_following: nullable(Type.Number({ description: 'US dollars.' })),
    underlying_value: nullable(Type.Number({ description: 'US dollars.' })),
    exercise_date: nullable(Day('When the derivative can first be exercised.')),
    nature_of_ownership: nullable(Type.String({ description: 'How an indirect holding is owned.' })),
    owners: Type.Array(named(ReportingOwner), {
      description: 'Every owner of the form. Joint owners share a row: it is one transaction, not one each.',
    }),
    footnotes: Type.Array(Type.String(), { description: 'Footnotes the row refers to.' }),
    field_footnotes: Type.Array(FieldFootnote, { description: 'The same footnotes, each with its field.' }),
    is_amendment: Type.Boolean({ description: 'The form amends an earlier one.' }),
    restated_by: nullable(
      Type.Object(
        {
          document_id: DocumentId,
          accession_number: AccessionNumber,
          position: Type.Integer(),
          kind: stringEnum(['amendment', 'joint_report'], {
            description:
              '`amendment`: the row was corrected. `joint_report`: another owner reported the same transaction first.',
          }),
        },
        { description: 'The row that states this one again, as of the moment asked about.' },
      ),
    ),
    xml_path: Type.String({ description: 'Where the row stands in the XML document.' }),
  },
  { $id: 'InsiderTransaction', description: 'A row of Form 3, 4 or 5.' },
)

export const InsiderTransactionList = listOf(
  'InsiderTransactionList',
  InsiderTransaction,
  'A page of transactions.',
)

export const OWNERSHIP_FORMS = ['3', '3/A', '4', '4/A', '5', '5/A'] as const

export const InsiderTransactionQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of the issuer, the company whose securities these are.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['TWTI'] }),
      'Ticker of the issuer as it is today.',
    ),
    owner_cik: anyOf(CikInput, 'CIK of a reporting owner, joint owners included.'),
    view: Type.Optional(
      stringEnum(['as_filed', 'net'], {
        default: 'as_filed',
        description:
          '`as_filed`: every row of every form. `net`: without the rows that an amendment corrects or another owner had reported; rows an amendment does not mention stand.',
      }),
    ),
    form_type: anyOf(stringEnum(OWNERSHIP_FORMS), 'Form type.'),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    transaction_code: anyOf(Type.String({ pattern: '^[A-Za-z]$', examples: ['P'] }), 'Transaction code.'),
    acquired_disposed: anyOf(stringEnum(['A', 'D']), 'Acquired or disposed of.'),
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    ...rangeParameters('transaction_date', (description) => Day(description)),
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
