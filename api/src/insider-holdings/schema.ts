import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { nullable, stringEnum } from '../openapi.ts'
import {
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

export const InsiderHolding = Type.Object(
  {
    object: Type.Literal('insider_holding'),
    issuer_cik: Cik,
    owner_cik: Cik,
    owner_name: nullable(Type.String()),
    joint_owner_ciks: Type.Array(Cik, {
      description:
        'Owners who hold the same securities jointly: their holdings must not be added to this one.',
    }),
    table: stringEnum(['non_derivative', 'derivative'], { description: 'Table I or II of the form.' }),
    security_title: Type.String(),
    shares: nullable(Type.Number({ description: 'Null where the form counts the security in dollars.' })),
    value: nullable(Type.Number({ description: 'US dollars, where the form counts in dollars.' })),
    direct_or_indirect: nullable(stringEnum(['D', 'I'], { description: 'Nature of the ownership.' })),
    nature_of_ownership: nullable(Type.String({ description: 'How an indirect holding is owned.' })),
    nature_footnotes: Type.Array(Type.String(), {
      description: 'The footnotes on it, which alone say how where it reads "See Footnote".',
    }),
    underlying_security_title: nullable(Type.String()),
    underlying_shares: nullable(Type.Number()),
    exercise_price: nullable(Type.Number({ description: 'US dollars.' })),
    expiration_date: nullable(Day('When the derivative expires.')),
    balance_date: Day('Day the balance is true for: of the transaction, or of the report.'),
    stated_in: stringEnum(['transaction', 'holding'], { description: 'Kind of the row that states it.' }),
    document_id: DocumentId,
    position: Type.Integer({ description: 'Row of the document that states it.' }),
    accession_number: AccessionNumber,
    form_type: Type.String({ examples: ['4'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
  },
  {
    $id: 'InsiderHolding',
    description: 'What an insider was last known to hold of one security in one way.',
  },
)

export const InsiderHoldingList = listOf('InsiderHoldingList', InsiderHolding, 'A page of holdings.')

export const InsiderHoldingQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of the issuer, the company whose securities these are.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['TWTI'] }),
      'Ticker of the issuer as it is today.',
    ),
    owner_cik: anyOf(CikInput, 'CIK of the owner.'),
    table: anyOf(stringEnum(['non_derivative', 'derivative']), 'Table I or II of the form.'),
    include_zero: Type.Optional(
      Type.Boolean({ default: false, description: 'Also what the owner was last known to hold none of.' }),
    ),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)
