import type { Address } from '../offerings/offering.ts'

/** `portfolio`: N-PORT. `census`: N-CEN. `votes`: N-PX. `registration_fee`: 24F-2. */
export type FundReportType = 'portfolio' | 'census' | 'votes' | 'registration_fee'

export interface FundSeries {
  series_id: string | null
  name: string | null
  lei: string | null
  class_ids: string[]
}

/** A service of the fund or its registrant, as Form N-CEN asks for them. */
export interface FundService {
  kind:
    | 'investment_adviser'
    | 'custodian'
    | 'transfer_agent'
    | 'administrator'
    | 'underwriter'
    | 'auditor'
    | 'broker_dealer'
    | 'pricing_service'
  series_id: string | null
  name: string | null
  lei: string | null
  file_number: string | null
  crd_number: string | null
}

/** An exchange-traded fund of the registrant (N-CEN, part E). */
export interface ExchangeTradedFund {
  fund_name: string | null
  series_id: string | null
  exchange: string | null
  ticker: string | null
  creation_unit_size: number | null
  authorized_participants: {
    name: string | null
    lei: string | null
    file_number: string | null
    crd_number: string | null
    purchase_value: number | null
    redemption_value: number | null
  }[]
}

/** Totals of a portfolio (N-PORT, part B). US dollars. */
export interface PortfolioTotals {
  total_assets: number | null
  total_liabilities: number | null
  net_assets: number | null
  /** Percent, by month of the quarter, oldest first. */
  monthly_returns: { class_id: string | null; returns: (number | null)[] }[]
  flows: { sales: number | null; reinvestment: number | null; redemption: number | null }[]
  holdings_count: number
}

/** A fee under Rule 24f-2 for the securities sold in a fiscal year. US dollars. */
export interface RegistrationFee {
  issuer_name: string | null
  series_ids: string[]
  sales: number | null
  redemptions: number | null
  net_sales: number | null
  fee_rate: number | null
  fee_due: number | null
  total_due: number | null
}

export interface FundReport {
  form_type: string
  report_type: FundReportType
  is_amendment: boolean
  registrant_name: string | null
  registrant_cik: string | null
  registrant_lei: string | null
  /** Investment Company Act file number, `811-…`. */
  file_number: string | null
  address: Address
  series: FundSeries[]
  period_of_report: string | null
  fiscal_year_end: string | null
  is_final: boolean | null
  /** Number of series the registrant counts itself. */
  total_series: number | null
  portfolio: PortfolioTotals | null
  exchange_traded_funds: ExchangeTradedFund[]
  services: FundService[]
  registration_fees: RegistrationFee[]
  /** Of an N-PX: what kind of report, and how many votes it holds. */
  votes: { report_type: string | null; votes_count: number } | null
}

/** A position of a fund (N-PORT, part C). */
export interface FundHolding {
  position: number
  issuer_name: string | null
  title: string | null
  lei: string | null
  cusip: string | null
  isin: string | null
  ticker: string | null
  balance: number | null
  /** `NS` shares, `PA` principal amount, `NC` contracts, `OU` other. */
  units: string | null
  currency: string | null
  exchange_rate: number | null
  /** US dollars. */
  value: number | null
  percent_of_net_assets: number | null
  payoff_profile: string | null
  asset_category: string | null
  issuer_category: string | null
  country: string | null
  is_restricted: boolean | null
  fair_value_level: number | null
  debt: {
    maturity_on: string | null
    coupon_kind: string | null
    annual_rate: number | null
    is_default: boolean | null
    is_paid_in_kind: boolean | null
  } | null
  derivative: {
    category: string | null
    counterparty: string | null
    notional_amount: number | null
    unrealized_appreciation: number | null
    expires_on: string | null
  } | null
  is_on_loan: boolean | null
}

/** A matter on the agenda of a meeting and how it was voted on (Form N-PX, Rule 30b1-4). */
export interface ProxyVote {
  position: number
  issuer_name: string | null
  cusip: string | null
  isin: string | null
  figi: string | null
  meeting_date: string | null
  description: string | null
  categories: string[]
  /** Who proposed the matter: `ISSUER` or `SECURITY HOLDER`. */
  proposed_by: string | null
  shares_voted: number | null
  shares_on_loan: number | null
  votes: { how_voted: string | null; shares: number | null; management_recommendation: string | null }[]
  series_id: string | null
  managers: string[]
}
