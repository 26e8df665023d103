import type { PostalAddress } from '../insider-transactions/xml-fields.ts'

/** Number of a row of the cover page that a schedule may leave without a usable number. */
export type AmountField =
  | 'sole_voting_power'
  | 'shared_voting_power'
  | 'sole_dispositive_power'
  | 'shared_dispositive_power'
  | 'aggregate_amount'
  | 'percent_of_class'

/**
 * Why a number is null. `not_stated`: the row is blank or missing. `refers_to_text`: the row says where else to look, or
 * states no number. `bound_only`: it says only that the number is above or below another. `out_of_range`: what stands
 * there cannot be such a number, like a percentage above 100.
 */
export type UnavailableReason = 'not_stated' | 'refers_to_text' | 'bound_only' | 'out_of_range'

/** A cover page of Schedule 13D (17 CFR 240.13d-101) or 13G (17 CFR 240.13d-102): one person and what it owns. */
export interface ReportingPerson {
  /** From 1, as filed. */
  position: number
  name: string
  /** Ten digits; null when the person has none or the schedule, typed before December 2024, does not say. */
  cik: string | null
  /** Box 2: `a` member of a group, `b` membership disclaimed. */
  member_of_group: 'a' | 'b' | null
  /** Codes of Schedule 13D: SC, BK, AF, WC, PF, OO. */
  source_of_funds: string[]
  legal_proceedings: boolean | null
  /** As filed: in XML a code of EDGAR's, in typed schedules words. */
  citizenship: string | null
  sole_voting_power: number | null
  shared_voting_power: number | null
  sole_dispositive_power: number | null
  shared_dispositive_power: number | null
  aggregate_amount: number | null
  excludes_certain_shares: boolean | null
  /** Per cent, such as 8.5. */
  percent_of_class: number | null
  /** Codes such as IA, CO, PN, IN. */
  person_types: string[]
  comment: string | null
  /** Whether the aggregate amount is there. */
  value_status: 'reported' | 'unavailable'
  unavailable: { field: AmountField; reason: UnavailableReason }[]
}

export interface ScheduleItem {
  /** Number of the item: 1 to 7 in Schedule 13D, 1 to 10 in 13G. */
  item: string
  text: string
  /** True when the text was longer than we keep. */
  truncated: boolean
}

/** A Schedule 13D or 13G, or an amendment of one. */
export interface BeneficialOwnershipReport {
  schedule: '13D' | '13G'
  /** `xml`: filed in XML (since December 2024); `text`: read from the typed or HTML cover pages. */
  source: 'xml' | 'text'
  is_amendment: boolean
  amendment_number: number | null
  previous_accession_number: string | null
  /** Who submitted the schedule, ten digits each. */
  filer_ciks: string[]
  issuer_cik: string | null
  issuer_name: string | null
  issuer_address: string | null
  issuer_postal_address: PostalAddress | null
  /** Nine characters, without spaces and dashes; what else is written there stays as filed. */
  cusips: string[]
  security_title: string | null
  event_date: string | null
  /** Schedule 13G: the rules under which it is filed, such as `13d-1(b)`. */
  rules: string[]
  /** Schedule 13D: a Schedule 13G was filed before. */
  previously_filed_13g: boolean | null
  /** Schedule 13D: whom notices go to. */
  notices_to: string | null
  reporting_persons: ReportingPerson[]
  items: ScheduleItem[]
  signatures: {
    reporting_person: string | null
    name: string | null
    title: string | null
    signed_on: string | null
  }[]
  warnings: string[]
}

const MAX_ITEM_CHARS = 32_768

/** An item with as much of its text as we keep. */
export function scheduleItem(item: string, text: string): ScheduleItem {
  return { item, text: text.slice(0, MAX_ITEM_CHARS), truncated: text.length > MAX_ITEM_CHARS }
}
