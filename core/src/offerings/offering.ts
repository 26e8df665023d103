export type OfferingType = 'regulation_d' | 'regulation_crowdfunding' | 'regulation_a' | 'registered'

/** What the document is to the offering it speaks of. */
export type OfferingStage =
  | 'notice'
  | 'offering_statement'
  | 'progress_update'
  | 'annual_report'
  | 'exit_report'
  | 'termination'
  | 'withdrawal'
  | 'registration'
  | 'prospectus'

export interface Address {
  street1: string | null
  street2: string | null
  city: string | null
  /** EDGAR's code. */
  state_or_country: string | null
  state_or_country_description: string | null
  zip_code: string | null
}

export interface OfferingIssuer {
  cik: string | null
  name: string | null
  entity_type: string | null
  jurisdiction: string | null
  /** Year, or for Regulation Crowdfunding the day, of incorporation. */
  incorporated: string | null
  previous_names: string[]
  phone: string | null
  address: Address
}

export interface RelatedPerson {
  first_name: string | null
  middle_name: string | null
  last_name: string | null
  /** `Executive Officer`, `Director`, `Promoter`. */
  relationships: string[]
  relationship_clarification: string | null
  address: Address
}

/** Somebody who is or may be paid for finding investors (Form D, item 12). */
export interface SalesCompensation {
  name: string | null
  crd_number: string | null
  associated_broker_dealer_name: string | null
  associated_broker_dealer_crd_number: string | null
  /** `All States`, or codes of states. */
  states: string[]
  foreign_solicitation: boolean | null
}

/** The portal or broker through which a crowdfunding offering is made. */
export interface Intermediary {
  name: string | null
  cik: string | null
  file_number: string | null
  crd_number: string | null
  compensation: string | null
  financial_interest: string | null
}

export interface OfferingFee {
  /** `sales_commissions`, `finders_fees`, `underwriting`, `audit`, `legal`, `promotion`, `blue_sky`, `placement_agent`. */
  kind: string
  paid_to: string | null
  /** US dollars. */
  amount: number | null
  /** US dollars for each security, or percent when the form gives one. */
  per_security: number | null
  is_estimate: boolean | null
}

/** A figure of the issuer's latest fiscal year and of the one before. */
export interface IssuerFigure {
  name: string
  most_recent: number | null
  prior: number | null
}

export interface OfferingSignature {
  issuer_name: string | null
  signature: string | null
  name: string | null
  title: string | null
  signed_on: string | null
}

/** A line of the filing fee table. US dollars. */
export interface RegisteredSecurity {
  security_type: string | null
  title: string | null
  amount_registered: number | null
  price_per_unit: number | null
  maximum_aggregate: number | null
  fee: number | null
}

/** An offering of securities as one document states it. What the form does not ask for is null or empty. Money is US dollars. */
export interface Offering {
  form_type: string
  offering_type: OfferingType
  stage: OfferingStage
  is_amendment: boolean
  previous_accession_number: string | null
  /** The issuer first, then co-issuers. */
  issuers: OfferingIssuer[]
  industry: string | null
  fund_type: string | null
  revenue_range: string | null
  security_types: string[]
  security_description: string | null
  /** Rules and sections claimed, as Form D codes them: `06b` is Rule 506(b), `3C.7` Section 3(c)(7). */
  exemptions: string[]
  tier: '1' | '2' | null
  /** The whole offering; null when it is indefinite. */
  total_amount: number | null
  total_amount_indefinite: boolean
  amount_sold: number | null
  amount_remaining: number | null
  /** What has to be reached (Form C). */
  target_amount: number | null
  maximum_amount: number | null
  net_proceeds: number | null
  minimum_investment: number | null
  price_per_security: number | null
  securities_offered: number | null
  securities_sold: number | null
  first_sale_on: string | null
  first_sale_yet_to_occur: boolean | null
  commenced_on: string | null
  qualified_on: string | null
  deadline_on: string | null
  longer_than_one_year: boolean | null
  business_combination: boolean | null
  investors: {
    has_non_accredited: boolean | null
    non_accredited_count: number | null
    total_count: number | null
  } | null
  oversubscription: { accepted: boolean | null; allocation: string | null; description: string | null } | null
  intermediary: Intermediary | null
  sales_compensation: SalesCompensation[]
  fees: OfferingFee[]
  /** Proceeds paid to those named as related persons (Form D, item 16). */
  proceeds_to_related_persons: {
    amount: number | null
    is_estimate: boolean | null
    clarification: string | null
  } | null
  jurisdictions: string[]
  related_persons: RelatedPerson[]
  issuer_figures: IssuerFigure[]
  signatures: OfferingSignature[]
  nature_of_amendment: string | null
  progress_update: string | null
  /** File number of the registration or offering statement. */
  file_number: string | null
  /** Day of the base prospectus that a prospectus supplement belongs to. */
  base_prospectus_date: string | null
  /** What the fee is paid for (EX-FILING FEES, since 2024). */
  registered_securities: RegisteredSecurity[]
  /** The fee due, after offsets. */
  registration_fee: number | null
}

/** An offering that says nothing yet. */
export function blankOffering(
  form_type: string,
  offering_type: OfferingType,
  stage: OfferingStage,
): Offering {
  return {
    form_type,
    offering_type,
    stage,
    is_amendment: form_type.includes('/A'),
    previous_accession_number: null,
    issuers: [],
    industry: null,
    fund_type: null,
    revenue_range: null,
    security_types: [],
    security_description: null,
    exemptions: [],
    tier: null,
    total_amount: null,
    total_amount_indefinite: false,
    amount_sold: null,
    amount_remaining: null,
    target_amount: null,
    maximum_amount: null,
    net_proceeds: null,
    minimum_investment: null,
    price_per_security: null,
    securities_offered: null,
    securities_sold: null,
    first_sale_on: null,
    first_sale_yet_to_occur: null,
    commenced_on: null,
    qualified_on: null,
    deadline_on: null,
    longer_than_one_year: null,
    business_combination: null,
    investors: null,
    oversubscription: null,
    intermediary: null,
    sales_compensation: [],
    fees: [],
    proceeds_to_related_persons: null,
    jurisdictions: [],
    related_persons: [],
    issuer_figures: [],
    signatures: [],
    nature_of_amendment: null,
    progress_update: null,
    file_number: null,
    base_prospectus_date: null,
    registered_securities: [],
    registration_fee: null,
  }
}
