import type { PostalAddress } from '../insider-transactions/xml-fields.ts'

/** Securities that are to be sold, with the broker who is to sell them. Money in US dollars. */
export interface SecuritiesForSale {
  position: number
  security_title: string | null
  broker_name: string | null
  broker_address: PostalAddress | null
  units_to_be_sold: number | null
  aggregate_market_value: number | null
  units_outstanding: number | null
  /** Day from which the seller means to sell. */
  approximate_sale_date: string | null
  exchange: string | null
}

/** How the securities came to the seller. */
export interface Acquisition {
  position: number
  security_title: string | null
  acquired_date: string | null
  nature_of_acquisition: string | null
  acquired_from: string | null
  is_gift: boolean | null
  donor_acquired_date: string | null
  amount_acquired: number | null
  payment_date: string | null
  nature_of_payment: string | null
}

/** A sale of the past three months for the account of the seller or of those whose sales count as its own. */
export interface PastSale {
  position: number
  seller_name: string | null
  seller_address: PostalAddress | null
  security_title: string | null
  sale_date: string | null
  amount_sold: number | null
  /** US dollars. */
  gross_proceeds: number | null
}

/** A notice of proposed sale, Form 144 (17 CFR 239.144), in XML since April 2023, or an amendment of one. */
export interface ProposedSaleNotice {
  is_amendment: boolean
  previous_accession_number: string | null
  issuer_cik: string
  issuer_name: string | null
  issuer_file_number: string | null
  issuer_address: PostalAddress | null
  issuer_phone: string | null
  /** Who filed, ten digits each: the seller. */
  seller_ciks: string[]
  seller_name: string
  /** As filed, such as `Officer` or `Director`. */
  relationships: string[]
  securities: SecuritiesForSale[]
  acquisitions: Acquisition[]
  /** The notice says that there were no sales in the past three months. */
  nothing_sold_in_past_3_months: boolean | null
  sold_in_past_3_months: PastSale[]
  remarks: string | null
  notice_date: string | null
  /** Days on which plans under Rule 10b5-1 were adopted or instructions given. */
  plan_adoption_dates: string[]
  signature: string | null
  warnings: string[]
}
