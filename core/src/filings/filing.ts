import type { Dataset } from '../dataset.ts'

export type FilerRole =
  | 'filer'
  | 'issuer'
  | 'subject_company'
  | 'reporting_owner'
  | 'filed_by'
  | 'serial_company'
  | 'depositor'
  | 'securitizer'
  | 'issuing_entity'
  | 'sponsor'
  | 'underwriter'

/**
 * Where `accepted_at` was read. `sgml_header`: the ACCEPTANCE-DATETIME of the submission. `index_page`: the "Accepted"
 * line of EDGAR's index page. `submissions_json`: the submissions JSON, with its clock resolved (see decision 0002).
 * `filing_date`: the header has no time (before about 2001), so the moment is 17:30 in New York on the filing date,
 * the latest acceptance that still carries that date.
 */
export type AcceptedAtSource = 'sgml_header' | 'index_page' | 'submissions_json' | 'filing_date'

/** How the bytes of the filing were obtained. `primary_document`: EDGAR had no full submission text to offer. */
export type SubmissionSource = 'full_submission' | 'primary_document' | 'feed_archive'

/** An address as the header writes it. */
export interface Address {
  street_1: string | null
  street_2: string | null
  city: string | null
  /** EDGAR's code of a state or country. */
  state: string | null
  zip: string | null
  phone: string | null
}

/** A filer as the header of a submission names it. Codes stay as filed; empty values are null. */
export interface Filer {
  role: FilerRole
  cik: string
  name: string
  sic: string | null
  /** The industry in words, which the tagged style of the feed leaves out. */
  sic_description: string | null
  /** The SEC's office that reviews the filer, such as `04 Manufacturing`. */
  organization_name: string | null
  /** Of a reporting owner before 2003, as filed: `DIRECTOR`. */
  relationship: string | null
  irs_number: string | null
  state_of_incorporation: string | null
  /** Month and day, `MMDD`. */
  fiscal_year_end: string | null
  /** The form under which this filer takes part, now and then another than that of the submission. */
  form_type: string | null
  file_number: string | null
  film_number: string | null
  sec_act: string | null
  business_address: Address | null
  mailing_address: Address | null
  former_names: { name: string; changed_on: string | null }[]
}

/** A fund series named by a header, with its classes or contracts. New ones have no id yet. */
export interface Series {
  /** What the filing does with it; `acquiring` and `target` are the sides of a merger. */
  action: 'existing' | 'new' | 'acquiring' | 'target'
  owner_cik: string | null
  series_id: string | null
  name: string | null
  classes: { class_id: string | null; name: string | null; ticker: string | null }[]
}

/** What headers say beyond filers, dates and items; most filings have little of it. */
export interface HeaderDetails {
  /** The filing itself came on paper. */
  paper: boolean
  confirming_copy: boolean
  /** Became public after it was filed in confidence. */
  private_to_public: boolean
  released_on: string | null
  group_members: string[]
  /** Exchanges the filing was sent to. */
  sros: string[]
  /** Earlier registration statements of the same prospectus (Rule 429). */
  references_429: string[]
  public_reference_accession_number: string | null
  previous_accession_number: string | null
  period_start: string | null
  abs_rule: string | null
  abs_asset_class: string | null
  registered_entity: boolean | null
  no_quarterly_activity: boolean | null
  no_annual_activity: boolean | null
  depositor_cik: string | null
  sponsor_cik: string | null
  underwriters: string[]
  /** Form SD: the rules under which it reports, each with its items. */
  rules: { name: string; items: { number: string; period: string | null }[] }[]
  series: Series[]
}

/** The header of a submission in typed fields (EDGAR Filer Manual, volume II; PDS dissemination specification). */
export interface SubmissionHeader {
  accession_number: string
  form_type: string
  /** EDGAR "FILED AS OF DATE", `YYYY-MM-DD`. */
  filing_date: string | null
  /** RFC 3339 UTC. */
  accepted_at: string | null
  accepted_at_source: AcceptedAtSource | null
  period_of_report: string | null
  effective_date: string | null
  date_as_of_change: string | null
  /** 8-K item codes of the header, e.g. `5.02`, or the old numbers `1` to `12`. */
  items: string[]
  /** PUBLIC DOCUMENT COUNT, which is now and then one more than what follows. */
  declared_document_count: number | null
  filers: Filer[]
  details: HeaderDetails
}

/** One <DOCUMENT> of a submission. The byte range is that of its content inside the submission. */
export interface SubmissionDocument {
  /** Position as filed; unique within the submission (a repeated or missing <SEQUENCE> is replaced by the position). */
  sequence: number
  document_type: string
  /** As filed, hostile: metadata only, never part of a path. */
  file_name: string | null
  description: string | null
  byte_start: number
  byte_end: number
  document_sha256: string
}

export interface Submission {
  header: SubmissionHeader
  documents: SubmissionDocument[]
  /** What the reader tolerated, one short sentence each. */
  warnings: string[]
}

/**
 * How much of the original an amendment states anew. `holdings_only` and `new_holdings` are 13F's own words for an
 * information table filed again and for one that adds to what was filed; `restatement` replaces it.
 */
export type AmendmentScope =
  | 'full'
  | 'part_iii_only'
  | 'exhibit_only'
  | 'holdings_only'
  | 'new_holdings'
  | 'restatement'
  | 'unknown'

/** What an amendment says of itself. */
export interface Amendment {
  scope: AmendmentScope
  /** The filing date of the original, where the amendment states it. */
  original_filed_on: string | null
}

/** A filing as the store keeps it. */
export interface FilingRecord
  extends Omit<SubmissionHeader, 'accepted_at' | 'accepted_at_source' | 'filing_date'> {
  dataset: Dataset
  filing_date: string
  accepted_at: string
  accepted_at_source: AcceptedAtSource
  submission_source: SubmissionSource
  submission_sha256: string
  /** Bytes of the complete submission text; null when only the primary document is held. */
  submission_bytes: number | null
  /** On sec.gov; null for fictional filings. */
  source_url: string | null
  /** Null for a filing that amends nothing. */
  amendment: Amendment | null
  first_seen_at: string
  /** When this API first showed the filing; null until published. */
  available_at: string | null
}
