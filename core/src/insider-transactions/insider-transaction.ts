/** A row of table I or II of Form 3, 4 or 5 (17 CFR 249.103, .104, .105). Numbers are null when the form gives none. */
export interface InsiderTransaction {
  /** Position in the document, from 1: non-derivative rows first. */
  position: number
  table: 'non_derivative' | 'derivative'
  owner_cik: string
  owner_name: string
  is_director: boolean | null
  is_officer: boolean | null
  is_ten_percent_owner: boolean | null
  officer_title: string | null
  security_title: string
  transaction_date: string | null
  /** Transaction code of the General Instructions: P, S, A, D, F, M, G, … ; null for a holding. */
  transaction_code: string | null
  /** `A` acquired, `D` disposed. */
  acquired_disposed: 'A' | 'D' | null
  shares: number | null
  /** US dollars per share. */
  price_per_share: number | null
  shares_owned_following: number | null
  direct_or_indirect: 'D' | 'I' | null
  underlying_security_title: string | null
  underlying_shares: number | null
  exercise_price: number | null
  expiration_date: string | null
  /** Rule 10b5-1(c) checkbox of the document; null before it existed (April 2023). */
  aff10b5_one: boolean | null
  /** Footnote texts this row refers to, in order. */
  footnotes: string[]
  /** Path of the row's element in the XML document. */
  xml_path: string
}
