import type { TSchema } from 'typebox'
import type { Evidence } from '../evidence/evidence.ts'
import type { Cases } from './cases.ts'

/** Families of the catalogue, in the order in which it is served. */
export const SIGNAL_FAMILIES = [
  'events',
  'ownership',
  'accounting',
  'text_change',
  'tone',
  'filing_behaviour',
  'financing',
  'governance',
  'network',
  'claude',
] as const
export type SignalFamily = (typeof SIGNAL_FAMILIES)[number]

/** What a value counts or measures. `label`: one of the words in `labels`; `code`: a code of the SEC's own. */
export const SIGNAL_UNITS = [
  'ratio',
  'percent',
  'percentage_points',
  'count',
  'score',
  'probability',
  'grade',
  'days',
  'months',
  'years',
  'usd',
  'shares',
  'ln_ratio',
  'ln_megabytes',
  'per_thousand_words',
  'boolean',
  'label',
  'code',
  'text',
] as const
export type SignalUnit = (typeof SIGNAL_UNITS)[number]

/** One row of the catalogue of `GET /v1/signal-types`, written in the file of the rule that finds it. */
export interface SignalType {
  signal_type: string
  family: SignalFamily
  title: string
  /** What it means, and what a reader must know before using it. */
  description: string
  unit: SignalUnit
  /** Smallest and largest possible value, where there is one. */
  range: { minimum: number | null; maximum: number | null }
  /** Every value a `label` can have; null for other units. */
  labels: readonly string[] | null
  /** Empty: every form. */
  form_types: readonly string[]
  evidence_kinds: readonly Evidence['kind'][]
  /** The paper or SEC rule the formula comes from. */
  source: string
  formula: string
  /** Published effects, sample years and disputes: history, never a promise. Null when nothing is published. */
  history: string | null
  /** First filing date from which the inputs exist, `YYYY-MM-DD`; null when EDGAR always had them. */
  covers_from: string | null
  /** Shape of `payload`; null when the signal has none. */
  payload_schema: TSchema | null
  /** What the rule does where the usual reading does not hold. */
  cases: Cases
}

export interface Finding {
  signal_type: string
  /**
   * What of the filing the signal is about, where a filing can have several of a type: an item code, a person, a concept.
   * Null where there is at most one. A later reading of the same subject supersedes the earlier one.
   */
  subject: string | null
  value: number | string | boolean
  unit: SignalUnit
  /** -1 adverse, 0 neutral, +1 favourable. */
  direction: -1 | 0 | 1
  /** `quarantined`: stored and served as doubtful, such as a change of scale by 1,000 that is a mistake of tagging. */
  status?: 'ok' | 'quarantined'
  /** The parts of the finding by name, as the type's `payload_schema` says. */
  payload: Readonly<Record<string, unknown>> | null
  evidence: Evidence[]
  /** What the value was computed from: names, values, and the filings they came from. */
  inputs: SignalInput[]
}

/** A number or word a value was computed from. What is left out does not apply. */
export interface SignalInput {
  name: string
  value: number | string | boolean | null
  accession_number: string | null
  text_sha256?: string
  /** `us-gaap:Assets`. */
  concept?: string
  unit?: string
  /** `YYYY-MM-DD`; an instant has `period_end` alone. */
  period_start?: string
  period_end?: string
  decimals?: number | null
  /** Place of the concept in the resolver's list for this name, from 1. */
  resolver_rank?: number
}

/** A signal type for which a run has no value, and why. */
export interface Omission {
  signal_type: string
  status: 'insufficient_data' | 'not_applicable'
  reason: string
  /** Names of the inputs that are not reported. */
  missing: string[]
}

/** What an extractor says about one filing: exactly one of these per filing and extractor (the processing ledger). */
export type Outcome =
  | { status: 'ok_found'; findings: Finding[]; omitted?: Omission[] }
  | { status: 'ok_none'; reason?: string; omitted?: Omission[] }
  | { status: 'not_applicable'; reason: string }
  /** Inputs the rule cannot do without are not there. Never a zero in their place. */
  | { status: 'insufficient_data'; missing: string[]; reason?: string }
  | { status: 'failed'; reason: string }
