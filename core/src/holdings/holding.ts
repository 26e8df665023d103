/**
 * Whether a value in US dollars can be given. `reported`: the filer wrote dollars. `normalized`: the filer wrote thousands
 * of dollars. `unavailable`: what the filer wrote cannot be trusted or is missing; the reason says why.
 */
export type ValueStatus = 'reported' | 'normalized' | 'unavailable'

/**
 * Why a value is not as filed. `thousands_era`: Form 13F asked for thousands until January 3, 2023. `thousands_evident`:
 * filed later, yet the prices implied by value and shares show thousands. `dollars_evident`: filed in the era of thousands,
 * yet the implied prices show dollars. `shares_equal_value`: one column repeats the other. `not_given`: no value.
 */
export type ValueReason =
  | 'thousands_era'
  | 'thousands_evident'
  | 'dollars_evident'
  | 'shares_equal_value'
  | 'not_given'

/** A row of a Form 13F information table (17 CFR 249.325), as filed, with its value also in US dollars. */
export interface Holding {
  /** Row of the table, from 1. */
  position: number
  issuer_name: string
  title_of_class: string | null
  /** Nine characters; null where the row has none that could be one. */
  cusip: string | null
  figi: string | null
  /** The figure in the value column, whatever its unit. */
  value_as_filed: number | null
  /** US dollars. */
  value: number | null
  value_status: ValueStatus
  value_reason: ValueReason | null
  /** Shares, or the principal amount. */
  shares: number | null
  shares_type: 'SH' | 'PRN' | null
  put_call: 'put' | 'call' | null
  investment_discretion: 'SOLE' | 'DFND' | 'OTR' | null
  /** Numbers of the managers in the list of other included managers. */
  other_managers: string[]
  voting_sole: number | null
  voting_shared: number | null
  voting_none: number | null
}

/** A row before its unit is decided. */
export type FiledHolding = Omit<Holding, 'position' | 'value' | 'value_status' | 'value_reason'>

export interface OtherManager {
  /** Number by which rows refer to the manager; null on the cover page. */
  sequence_number: string | null
  name: string | null
  cik: string | null
  form_13f_file_number: string | null
  crd_number: string | null
  sec_file_number: string | null
}

/** Cover and summary page of a Form 13F. */
export interface HoldingsCover {
  report_type: 'holdings' | 'notice' | 'combination' | null
  /** End of the quarter. */
  period_of_report: string | null
  is_amendment: boolean
  amendment_number: number | null
  /** `restatement` replaces the whole table, `new_holdings` adds to it; null when the amendment does not say. */
  amendment_type: 'restatement' | 'new_holdings' | null
  manager_name: string | null
  form_13f_file_number: string | null
  crd_number: string | null
  sec_file_number: string | null
  additional_information: string | null
  /** Managers that report for this one. */
  reporting_managers: OtherManager[]
  /** Managers whose holdings this report includes. */
  included_managers: OtherManager[]
  included_manager_count: number | null
  table_entry_total: number | null
  /** As filed: in the unit of the rows. */
  table_value_total: number | null
  /** True when holdings are left out under a request for confidential treatment. */
  confidential_omitted: boolean | null
  signed_by: string | null
  signed_on: string | null
}

/** A whole report: what its cover says, and what was read out of its table. */
export interface HoldingsReport extends HoldingsCover {
  form_type: string
  /** What the table holds, to be compared with what the cover says; null without a table. */
  entries_read: number | null
  /** Sum of the value column, as filed. */
  value_read: number | null
  /** Unit the rows were filed in; null when it could not be told, or without a table. */
  value_unit: 'usd' | 'thousand_usd' | null
}
