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

const Position = Type.Integer({ description: 'Row of the form, from 1.' })
const Dollars = (description: string) => nullable(Type.Number({ description: `${description} US dollars.` }))

export const ProposedSale = Type.Object(
  {
    object: Type.Literal('proposed_sale'),
    document_id: DocumentId,
    accession_number: AccessionNumber,
    form_type: Type.String({ examples: ['144'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    is_amendment: Type.Boolean(),
    previous_accession_number: nullable(
      Type.String({ description: 'The notice that this one amends, as its filer names it.' }),
    ),
    issuer_cik: Cik,
    issuer_name: nullable(Type.String()),
    issuer_file_number: nullable(Type.String({ examples: ['001-99901'] })),
    issuer_address: nullable(named(PostalAddress)),
    issuer_phone: nullable(Type.String()),
    seller_ciks: Type.Array(Cik, { description: 'Who filed the notice.' }),
    seller_name: Type.String({ description: 'Person for whose account the securities are to be sold.' }),
    relationships: Type.Array(Type.String(), {
      description: 'What the seller is to the issuer, as filed.',
      examples: [['Officer']],
    }),
    securities: Type.Array(
      Type.Object({
        position: Position,
        security_title: nullable(Type.String()),
        broker_name: nullable(Type.String()),
        broker_address: nullable(named(PostalAddress)),
        units_to_be_sold: nullable(Type.Number()),
        aggregate_market_value: Dollars('Market value of what is to be sold.'),
        units_outstanding: nullable(Type.Number({ description: 'Units of the class that are outstanding.' })),
        approximate_sale_date: nullable(Day('Day from which the seller means to sell.')),
        exchange: nullable(Type.String({ examples: ['NASDAQ'] })),
      }),
      { description: 'What is to be sold.' },
    ),
    acquisitions: Type.Array(
      Type.Object({
        position: Position,
        security_title: nullable(Type.String()),
        acquired_date: nullable(Day('Day of the acquisition.')),
        nature_of_acquisition: nullable(Type.String()),
        acquired_from: nullable(Type.String()),
        is_gift: nullable(Type.Boolean()),
        donor_acquired_date: nullable(Day('Day on which the donor had acquired a gift.')),
        amount_acquired: nullable(Type.Number()),
        payment_date: nullable(Day('Day of the payment.')),
        nature_of_payment: nullable(Type.String()),
      }),
      { description: 'How the seller came to them.' },
    ),
    nothing_sold_in_past_3_months: nullable(
      Type.Boolean({ description: 'The notice says that nothing was sold in the past three months.' }),
    ),
    sold_in_past_3_months: Type.Array(
      Type.Object({
        position: Position,
        seller_name: nullable(Type.String()),
        seller_address: nullable(named(PostalAddress)),
        security_title: nullable(Type.String()),
        sale_date: nullable(Day('Day of the sale.')),
        amount_sold: nullable(Type.Number()),
        gross_proceeds: Dollars('Gross proceeds.'),
      }),
    ),
    remarks: nullable(Type.String()),
    notice_date: nullable(Day('Day of the notice.')),
    plan_adoption_dates: Type.Array(Day('Day of adoption.'), {
      description: 'When plans under Rule 10b5-1 were adopted, or instructions given.',
    }),
    signature: nullable(Type.String()),
  },
  { $id: 'ProposedSale', description: 'A notice of proposed sale of restricted securities: Form 144.' },
)

export const ProposedSaleList = listOf('ProposedSaleList', ProposedSale, 'A page of notices.')

export const PROPOSED_SALE_FORMS = ['144', '144/A'] as const

export const ProposedSaleQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of the issuer, the company whose securities these are.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['TWTI'] }),
      'Ticker of the issuer as it is today.',
    ),
    seller_cik: anyOf(CikInput, 'CIK of whoever filed the notice.'),
    form_type: anyOf(stringEnum(PROPOSED_SALE_FORMS), 'Form type.'),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    ...rangeParameters('notice_date', (description) => Day(description)),
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
