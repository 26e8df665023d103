import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { nullable, stringEnum } from '../openapi.ts'
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

const text = (description?: string) => nullable(Type.String(description === undefined ? {} : { description }))
const amount = (description: string) => nullable(Type.Number({ description: `${description} US dollars.` }))
const yesNo = (description: string) => nullable(Type.Boolean({ description }))
const day = (description: string) => nullable(Day(description))

const offeringTypes = ['regulation_d', 'regulation_crowdfunding', 'regulation_a', 'registered'] as const
const stages = [
  'notice',
  'offering_statement',
  'progress_update',
  'annual_report',
  'exit_report',
  'termination',
  'withdrawal',
  'registration',
  'prospectus',
] as const

/** Forms with an offering: exempt ones, registration statements, prospectuses of Rule 424(b). */
export const OFFERING_FORMS = [
  ...['D', 'D/A', 'C', 'C/A', 'C-W', 'C/A-W', 'C-U', 'C-U-W', 'C-AR', 'C-AR/A', 'C-AR-W', 'C-TR', 'C-TR-W'],
  ...['1-A', '1-A/A', '1-A POS', '1-K', '1-K/A', '1-Z', '1-Z/A'],
  ...['S-1', 'S-1/A', 'S-3', 'S-3/A', 'S-3ASR', 'S-4', 'S-4/A', 'S-8', 'S-11', 'S-11/A'],
  ...['F-1', 'F-1/A', 'F-3', 'F-3/A', 'F-3ASR', 'F-4', 'F-4/A'],
  ...['424B1', '424B2', '424B3', '424B4', '424B5', '424B7', '424B8'],
] as const

const Address = Type.Object({
  street1: text(),
  street2: text(),
  city: text(),
  state_or_country: text("EDGAR's code."),
  state_or_country_description: text(),
  zip_code: text(),
})

export const Offering = Type.Object(
  {
    object: Type.Literal('offering'),
    document_id: DocumentId,
    accession_number: AccessionNumber,
    cik: Cik,
    form_type: Type.String({ examples: ['D'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    offering_type: stringEnum(offeringTypes, {
      description: 'The rules under which securities are offered.',
    }),
    stage: stringEnum(stages, { description: 'What the document is to the offering it speaks of.' }),
    is_amendment: Type.Boolean(),
    previous_accession_number: text('The notice that a Form D/A amends.'),
    issuers: Type.Array(
      Type.Object({
        cik: nullable(Cik),
        name: text(),
        entity_type: text(),
        jurisdiction: text(),
        incorporated: text('Year or day of incorporation.'),
        previous_names: Type.Array(Type.String()),
        phone: text(),
        address: Address,
      }),
      { description: 'The issuer, then co-issuers.' },
    ),
    industry: text(),
    fund_type: text(),
    revenue_range: text(),
    security_types: Type.Array(Type.String(), { description: 'As the form names them.' }),
    security_description: text(),
    exemptions: Type.Array(Type.String(), {
      description:
        'Exemptions claimed on Form D: `06b` is Rule 506(b), `06c` Rule 506(c), `3C.7` Section 3(c)(7).',
    }),
    tier: nullable(stringEnum(['1', '2'], { description: 'Tier of Regulation A.' })),
    total_amount: amount('The whole offering.'),
    total_amount_indefinite: Type.Boolean({ description: 'True when the form says "Indefinite".' }),
    amount_sold: amount('Sold so far.'),
    amount_remaining: amount('Still to be sold.'),
    target_amount: amount('What has to be reached (Form C).'),
    maximum_amount: amount('At most.'),
    net_proceeds: amount('What is left for the issuer.'),
    minimum_investment: amount('Least that is taken from one investor.'),
    price_per_security: amount('Price of one security.'),
    securities_offered: nullable(Type.Number()),
    securities_sold: nullable(Type.Number()),
    first_sale_on: day('Day of the first sale.'),
    first_sale_yet_to_occur: yesNo('True when nothing was sold yet.'),
    commenced_on: day('When the offering began.'),
    qualified_on: day('When the SEC qualified the offering.'),
    deadline_on: day('When the offering ends.'),
    longer_than_one_year: yesNo('Whether the offering is to last longer than a year.'),
    business_combination: yesNo('Whether it is made in a merger or the like.'),
    investors: nullable(
      Type.Object({
        has_non_accredited: nullable(Type.Boolean()),
        non_accredited_count: nullable(Type.Number()),
        total_count: nullable(Type.Number()),
      }),
    ),
    oversubscription: nullable(
      Type.Object({ accepted: nullable(Type.Boolean()), allocation: text(), description: text() }),
    ),
    intermediary: nullable(
      Type.Object(
        {
          name: text(),
          cik: nullable(Cik),
          file_number: text(),
          crd_number: text(),
          compensation: text(),
          financial_interest: text(),
        },
        { description: 'Portal or broker of a crowdfunding offering.' },
      ),
    ),
    sales_compensation: Type.Array(
      Type.Object({
        name: text(),
        crd_number: text(),
        associated_broker_dealer_name: text(),
        associated_broker_dealer_crd_number: text(),
        states: Type.Array(Type.String(), { description: '`All States`, or codes.' }),
        foreign_solicitation: nullable(Type.Boolean()),
      }),
      { description: 'Who is paid for finding investors.' },
    ),
    fees: Type.Array(
      Type.Object({
        kind: Type.String({ examples: ['sales_commissions'] }),
        paid_to: text(),
        amount: amount('In all.'),
        per_security: amount('For each security.'),
        is_estimate: nullable(Type.Boolean()),
      }),
    ),
    proceeds_to_related_persons: nullable(
      Type.Object({ amount: amount('Paid.'), is_estimate: nullable(Type.Boolean()), clarification: text() }),
    ),
    jurisdictions: Type.Array(Type.String(), { description: 'Where the securities are offered.' }),
    related_persons: Type.Array(
      Type.Object({
        first_name: text(),
        middle_name: text(),
        last_name: text(),
        relationships: Type.Array(Type.String()),
        relationship_clarification: text(),
        address: Address,
      }),
    ),
    issuer_figures: Type.Array(
      Type.Object({
        name: Type.String({ examples: ['total_assets'] }),
        most_recent: nullable(Type.Number()),
        prior: nullable(Type.Number()),
      }),
      { description: 'Figures of the issuer in the form, for the latest fiscal year and the one before.' },
    ),
    signatures: Type.Array(
      Type.Object({
        issuer_name: text(),
        signature: text(),
        name: text(),
        title: text(),
        signed_on: day('When it was signed.'),
      }),
    ),
    nature_of_amendment: text(),
    progress_update: text(),
    file_number: text('File number of the registration or offering statement.'),
    base_prospectus_date: day('Day of the prospectus that a supplement belongs to.'),
    registered_securities: Type.Array(
      Type.Object({
        security_type: text(),
        title: text(),
        amount_registered: nullable(Type.Number()),
        price_per_unit: amount('At most.'),
        maximum_aggregate: amount('At most.'),
        fee: amount('Registration fee.'),
      }),
      { description: 'Lines of the filing fee table (EX-FILING FEES, since 2024).' },
    ),
    registration_fee: amount('The fee due, after offsets.'),
  },
  {
    $id: 'Offering',
    description:
      'An offering of securities as one document states it. What its form does not ask for is null or empty.',
  },
)

export const OfferingList = listOf('OfferingList', Offering, 'A page of offerings.')

export const OfferingQuery = Type.Object(
  {
    cik: anyOf(CikInput, 'CIK of an issuer.'),
    ticker: anyOf(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$', examples: ['VGLS'] }),
      'Ticker of the issuer as it is today.',
    ),
    offering_type: anyOf(stringEnum(offeringTypes), 'Rules under which securities are offered.'),
    stage: anyOf(stringEnum(stages), 'What the document is to the offering.'),
    exemption: anyOf(
      Type.String({ pattern: '^[0-9A-Za-z.]{1,10}$', examples: ['06b'] }),
      'Exemption claimed on Form D.',
    ),
    total_amount_gte: Type.Optional(Type.Number({ description: '`total_amount` at or above this value.' })),
    total_amount_lte: Type.Optional(Type.Number({ description: '`total_amount` at or below this value.' })),
    form_type: anyOf(stringEnum(OFFERING_FORMS), 'Form type.'),
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
