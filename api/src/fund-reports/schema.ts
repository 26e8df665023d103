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
const number = (description?: string) =>
  nullable(Type.Number(description === undefined ? {} : { description }))
const yesNo = () => nullable(Type.Boolean())

export const PORTFOLIO_FORMS = ['NPORT-P', 'NPORT-P/A', 'NPORT-NP', 'NPORT-NP/A'] as const
export const VOTE_FORMS = ['N-PX', 'N-PX/A'] as const
export const FUND_FORMS = [
  ...PORTFOLIO_FORMS,
  'N-CEN',
  'N-CEN/A',
  ...VOTE_FORMS,
  '24F-2NT',
  '24F-2NT/A',
] as const

const filed = {
  document_id: DocumentId,
  accession_number: AccessionNumber,
  cik: Cik,
  form_type: Type.String({ examples: ['NPORT-P'] }),
  filing_date: Day('EDGAR\'s "filed as of date".'),
  accepted_at: Instant('When EDGAR accepted the filing.'),
  period_of_report: nullable(Day('End of the period.')),
}
const Cusip = nullable(Type.String({ examples: ['99TW1T106'] }))
const reportTypes = ['portfolio', 'census', 'votes', 'registration_fee'] as const

export const FundReport = Type.Object(
  {
    object: Type.Literal('fund_report'),
    ...filed,
    report_type: stringEnum(reportTypes, {
      description: '`portfolio`: N-PORT. `census`: N-CEN. `votes`: N-PX. `registration_fee`: 24F-2.',
    }),
    is_amendment: Type.Boolean(),
    registrant_name: text(),
    registrant_cik: nullable(Cik),
    registrant_lei: text(),
    file_number: text('Investment Company Act file number.'),
    series: Type.Array(
      Type.Object({ series_id: text(), name: text(), lei: text(), class_ids: Type.Array(Type.String()) }),
    ),
    fiscal_year_end: nullable(Day('End of the fiscal year.')),
    is_final: yesNo(),
    total_series: nullable(Type.Integer()),
    portfolio: nullable(
      Type.Object(
        {
          total_assets: number(),
          total_liabilities: number(),
          net_assets: number(),
          monthly_returns: Type.Array(Type.Object({ class_id: text(), returns: Type.Array(number()) })),
          flows: Type.Array(Type.Object({ sales: number(), reinvestment: number(), redemption: number() })),
          holdings_count: Type.Integer(),
        },
        { description: 'Totals in US dollars; returns in percent, by month, oldest first.' },
      ),
    ),
    exchange_traded_funds: Type.Array(
      Type.Object({
        fund_name: text(),
        series_id: text(),
        exchange: text(),
        ticker: text(),
        creation_unit_size: number(),
        authorized_participants: Type.Array(
          Type.Object({
            name: text(),
            lei: text(),
            file_number: text(),
            crd_number: text(),
            purchase_value: number(),
            redemption_value: number(),
          }),
        ),
      }),
    ),
    services: Type.Array(
      Type.Object({
        kind: Type.String({ examples: ['investment_adviser'] }),
        series_id: text(),
        name: text(),
        lei: text(),
        file_number: text(),
        crd_number: text(),
      }),
      { description: 'Who serves the registrant and its series (N-CEN).' },
    ),
    registration_fees: Type.Array(
      Type.Object({
        issuer_name: text(),
        series_ids: Type.Array(Type.String()),
        sales: number(),
        redemptions: number(),
        net_sales: number(),
        fee_rate: number(),
        fee_due: number(),
        total_due: number(),
      }),
    ),
    votes: nullable(Type.Object({ report_type: text(), votes_count: Type.Integer() })),
  },
  {
    $id: 'FundReport',
    description: 'A report of a registered fund. What its form does not ask for is null or empty.',
  },
)

export const FundHolding = Type.Object(
  {
    object: Type.Literal('fund_holding'),
    ...filed,
    position: Type.Integer({ description: 'Order in the report, from 1.' }),
    series_id: text(),
    issuer_name: text(),
    title: text(),
    lei: text(),
    cusip: Cusip,
    isin: text(),
    ticker: text(),
    balance: number(),
    units: text('`NS` shares, `PA` principal amount, `NC` contracts, `OU` other.'),
    currency: text(),
    exchange_rate: number(),
    value: number('US dollars.'),
    percent_of_net_assets: number(),
    payoff_profile: text(),
    asset_category: text(),
    issuer_category: text(),
    country: text(),
    is_restricted: yesNo(),
    fair_value_level: number(),
    debt: nullable(
      Type.Object({
        maturity_on: nullable(Day('Maturity.')),
        coupon_kind: text(),
        annual_rate: number(),
        is_default: yesNo(),
        is_paid_in_kind: yesNo(),
      }),
    ),
    derivative: nullable(
      Type.Object({
        category: text(),
        counterparty: text(),
        notional_amount: number(),
        unrealized_appreciation: number(),
        expires_on: nullable(Day('Expiry.')),
      }),
    ),
    is_on_loan: yesNo(),
  },
  { $id: 'FundHolding', description: 'A position of a fund (N-PORT).' },
)

export const ProxyVote = Type.Object(
  {
    object: Type.Literal('proxy_vote'),
    ...filed,
    position: Type.Integer({ description: 'Order in the vote table, from 1.' }),
    series_id: text(),
    issuer_name: text(),
    cusip: Cusip,
    isin: text(),
    figi: text(),
    meeting_date: nullable(Day('Day of the meeting.')),
    description: text('The matter.'),
    categories: Type.Array(Type.String()),
    proposed_by: text('`ISSUER` or `SECURITY HOLDER`.'),
    shares_voted: number(),
    shares_on_loan: number(),
    votes: Type.Array(
      Type.Object({ how_voted: text(), shares: number(), management_recommendation: text() }),
    ),
    managers: Type.Array(Type.String()),
  },
  { $id: 'ProxyVote', description: 'A matter and how a fund voted on it (N-PX).' },
)

export const FundReportList = listOf('FundReportList', FundReport, 'A page of reports.')
export const FundHoldingList = listOf('FundHoldingList', FundHolding, 'A page of positions.')
export const ProxyVoteList = listOf('ProxyVoteList', ProxyVote, 'A page of votes.')

const shared = {
  cik: anyOf(CikInput, 'CIK of the registrant.'),
  series_id: anyOf(
    Type.String({ pattern: '^S\\d{9}$', examples: ['S000999801'] }),
    'Series of the registrant.',
  ),
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
}
const security = {
  cusip: anyOf(
    Type.String({ pattern: '^[0-9A-Za-z*@#]{9}$', examples: ['99TW1T106'] }),
    'CUSIP of the security.',
  ),
  isin: anyOf(
    Type.String({ pattern: '^[A-Za-z]{2}[0-9A-Za-z]{10}$', examples: ['US99TW1T1066'] }),
    'ISIN of the security.',
  ),
}

export const FundReportQuery = Type.Object(
  {
    ...shared,
    report_type: anyOf(stringEnum(reportTypes), 'Kind of report.'),
    form_type: anyOf(stringEnum(FUND_FORMS), 'Form type.'),
    ...rangeParameters('period_of_report', (description) => Day(description)),
  },
  { additionalProperties: false },
)
export const FundHoldingQuery = Type.Object({ ...shared, ...security }, { additionalProperties: false })
export const ProxyVoteQuery = Type.Object(
  { ...shared, ...security, ...rangeParameters('meeting_date', (description) => Day(description)) },
  { additionalProperties: false },
)
