import type { InsiderTransaction } from './insider-transaction.ts'
import type { PostalAddress } from './xml-fields.ts'

/** A reporting owner of the document. Flags are null when the form leaves the box out. */
export interface ReportingOwner {
  /** Ten digits. */
  owner_cik: string
  owner_name: string
  is_director: boolean | null
  is_officer: boolean | null
  is_ten_percent_owner: boolean | null
  is_other: boolean | null
  officer_title: string | null
  other_text: string | null
  address: PostalAddress | null
}

/** A footnote on one field of a row. */
export interface FieldFootnote {
  /** Name of our field, such as `price_per_share`; the name of the XML element where we have no such field. */
  field: string
  footnote_id: string
  /** Null when the form refers to a footnote it does not have. */
  text: string | null
}

/** A row with everything the form says about it. Joint owners share one row; the owner named in it is the first of them. */
export interface OwnershipRow extends InsiderTransaction {
  row_kind: 'transaction' | 'holding'
  /** Form the transaction is reported on, such as `4` or `5`; null for a holding. */
  transaction_form_type: string | null
  deemed_execution_date: string | null
  /** `E` early, `L` late; null when on time. */
  transaction_timeliness: string | null
  equity_swap_involved: boolean | null
  /** US dollars, for securities that are not counted in shares. */
  transaction_total_value: number | null
  value_owned_following: number | null
  underlying_value: number | null
  exercise_date: string | null
  nature_of_ownership: string | null
  /** Footnotes tied to the field they explain, in document order. */
  field_footnotes: FieldFootnote[]
}

/** A Form 3, 4 or 5 or an amendment of one, as filed in XML (schema X0101 to X0609). */
export interface OwnershipDocument {
  schema_version: string | null
  /** `3`, `4`, `5`, `3/A`, `4/A`, `5/A`. */
  document_type: string
  period_of_report: string | null
  date_of_original_submission: string | null
  not_subject_to_section16: boolean | null
  no_securities_owned: boolean | null
  form3_holdings_reported: boolean | null
  form4_transactions_reported: boolean | null
  /** Rule 10b5-1(c) checkbox; null before it existed or when the filer left it out. */
  aff10b5_one: boolean | null
  issuer_cik: string
  issuer_name: string | null
  issuer_trading_symbol: string | null
  owners: ReportingOwner[]
  rows: OwnershipRow[]
  footnotes: { id: string; text: string }[]
  remarks: string | null
  signatures: { name: string | null; signed_on: string | null }[]
  /** What the reader could not use and left null, one short sentence each. */
  warnings: string[]
}
