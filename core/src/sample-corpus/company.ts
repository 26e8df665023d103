import type { SubmissionDocument } from './submission.ts'

/** What the generator knows about an invented company. Everything a reader of a filing sees comes from these fields. */
export interface Company {
  /** Ten digits, above every CIK EDGAR has given out. */
  cik: string
  /** As in the header of a submission: capitals, no commas. */
  conformed_name: string
  legal_name: string
  /** What the company calls itself in running text. */
  short_name: string
  ticker: string
  exchange: 'Nasdaq' | 'NYSE'
  exchange_name: string
  sic: string
  sic_description: string
  office: string
  irs_number: string
  state_of_incorporation: string
  state_of_incorporation_name: string
  /** `MMDD`. */
  fiscal_year_end: string
  file_number: string
  address: {
    street: string
    suite: string | null
    city: string
    state: string
    state_name: string
    zip: string
  }
  phone: string
  category: string
  filer_status: 'large_accelerated' | 'accelerated' | 'non_accelerated'
  smaller_reporting: boolean
  /** How the company lays out its HTML; see layout.ts. */
  layout: 'blocks' | 'paragraphs' | 'tables'
  /** True where the submissions JSON of EDGAR prints New York wall clock with a `Z`. */
  submissions_clock_is_new_york: boolean
  common_stock: string
  par_value: string
  calendar: FiscalCalendar
  reclassification?: Reclassification
  economics: Economics
  auditors: { name: string; city: string; pcaob_id: string; since: number; until?: number }[]
  people: Person[]
  /** Figures that are not money, by name and fiscal year, such as `employees`. */
  indicators: Record<string, Record<number, string>>
  story: Story
  risk_factors: RiskFactor[]
  /** What Item 1A says instead, for a company that need not give risk factors. */
  risk_factors_answer: string | null
  events: CurrentReport[]
  trades: OwnershipReport[]
  schedule: PeriodicReport[]
  /** What else the company files: forms in XML, prospectuses. */
  forms?: FormFiling[]
}

export interface Person {
  /** As in running text. */
  name: string
  /** As EDGAR conforms it: family name first. */
  conformed_name: string
  cik: string
  title: string
  officer: boolean
  director: boolean
  ten_percent: boolean
  since?: number
  until?: number
}

/** Ends of the fiscal quarters, `YYYY-MM-DD`, oldest fiscal year first. `start` is the first day of the first year. */
export interface FiscalCalendar {
  start: string
  years: { year: number; quarters: [string, string, string, string]; weeks: 52 | 53 | null }[]
}

/** An amount of one fiscal year that later annual reports present as cost of sales. */
export interface Reclassification {
  fiscal_year: number
  /** In thousands of US dollars, out of selling, general and administrative. */
  amount: number
}

/** The knobs of the financial model, in thousands of US dollars and shares. */
export interface Economics {
  opening_quarter_revenue: number
  /** Growth of revenue over the year before, by fiscal year. */
  growth: Record<number, number>
  /** Share of a year's revenue by quarter. */
  seasons: [number, number, number, number]
  gross_margin: Record<number, number>
  research_rate: number
  selling_rate: number
  tax_rate: number
  interest_rate: number
  days_receivable: number
  days_inventory: number
  days_payable: number
  capital_rate: number
  opening_cash: number
  opening_plant: number
  goodwill: number
  opening_debt: number
  debt_repaid_quarterly: number
  buyback_quarterly: number
  dividend_quarterly: number
  shares: number
  /** Revenue lines and their share of the total. */
  lines: { label: string; share: number }[]
}

/** A passage without marks stands in every report; marks say in which fiscal years it stands. */
export interface Passage {
  /** Set as a risk factor's heading before the text. */
  title?: string
  text: string
  since?: number
  until?: number
  /** Only in these fiscal quarters of a quarterly report. */
  quarters?: number[]
}
export type Prose = (string | Passage)[]

/** Headed prose, in order. */
export interface Topic {
  heading: string
  prose: Prose
  since?: number
  until?: number
}

export interface RiskFactor {
  group: string
  title: string
  prose: string[]
  since?: number
  until?: number
  /** From this fiscal year on, the factor is worded anew. */
  reworded?: { since: number; title?: string; prose: string[] }
}

/** The parts of annual and quarterly reports, written by hand, with places such as `{revenue}` for figures. */
export interface Story {
  forward_looking: string
  business: Topic[]
  cybersecurity: Prose
  properties: Prose
  legal_proceedings: Prose
  market_information: Prose
  discussion: Topic[]
  market_risk: Prose
  notes: Topic[]
  controls: Prose
  other_information: Prose
  quarter_notes: Topic[]
  quarter_discussion: Topic[]
  quarter_market_risk: Prose
  quarter_controls: Prose
  quarter_legal: Prose
  quarter_risk_factors: Prose
  quarter_other: Prose
  /** The press release with the results of a period. */
  release: { title: string; prose: Prose; about: string }
}

/** An 8-K. `results_of` attaches the press release on that period. */
export interface CurrentReport {
  /** New York wall clock, `YYYY-MM-DD HH:MM:SS`. */
  accepted: string
  /** The date of the earliest event. */
  event_date: string
  by_agent?: boolean
  items: { code: string; prose: string[] }[]
  results_of?: { year: number; quarter: 1 | 2 | 3 | 4 }
  exhibits: { type: string; title: string; prose: string[] }[]
  signer: string
}

export interface OwnershipReport {
  accepted: string
  period: string
  owners: string[]
  /** Null before the checkbox existed (April 2023). */
  plan: boolean | null
  rows: OwnershipRow[]
  footnotes: string[]
  remarks?: string
  /** The day the form was filed that this one amends; and a number that does not depend on what else is filed. */
  amends?: string
  accession_number?: string
}

export interface OwnershipRow {
  table: 'non_derivative' | 'derivative'
  security: string
  date: string
  code: string
  acquired_disposed: 'A' | 'D'
  shares: number
  price: string | null
  owned_following: number
  direct: boolean
  nature?: string
  /** Numbers of the footnotes, from 1. */
  notes?: number[]
  derivative?: { exercise_price: string; exercisable: string; expiration: string; underlying: string }
}

/** A filing of any other kind, with its documents as they are. */
export interface FormFiling {
  form: string
  accepted: string
  /** Null for forms that have no period. */
  period: string | null
  by_agent?: boolean
  /** Given where the number must not depend on what else is filed. */
  accession_number?: string
  /** Who files on the company, which is then the subject of the filing. */
  parties?: Party[]
  documents: SubmissionDocument[]
}

export interface Party {
  role: 'FILED BY' | 'REPORTING-OWNER'
  cik: string
  conformed_name: string
}

/** A 10-K, 10-Q, 10-K/A or NT 10-K and when EDGAR accepted it. */
export interface PeriodicReport {
  form: '10-K' | '10-Q' | '10-K/A' | 'NT 10-K'
  year: number
  quarter: 1 | 2 | 3 | 4
  accepted: string
  by_agent?: boolean
}

/** Whether a passage or factor stands in the report of this fiscal year (and quarter, where it asks for one). */
export function stands(
  item: { since?: number; until?: number; quarters?: number[] },
  year: number,
  quarter?: number,
): boolean {
  return (
    year >= (item.since ?? 0) &&
    year <= (item.until ?? 9999) &&
    (item.quarters === undefined || quarter === undefined || item.quarters.includes(quarter))
  )
}
