import type { CanonicalText } from '../documents/document.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { HeaderText } from '../evidence/header-line.ts'
import type { Submission } from '../filings/filing.ts'
import type { Section } from '../sections/section.ts'

/** One row of the catalogue of `GET /v1/signal-types`. */
export interface SignalType {
  signal_type: string
  title: string
  description: string
  unit: 'ratio' | 'count' | 'code' | 'ln_megabytes' | 'boolean'
  /** Smallest and largest possible value, where there is one. */
  range: { minimum: number | null; maximum: number | null }
  /** Empty: every form. */
  form_types: string[]
  extractor: string
  evidence_kinds: Evidence['kind'][]
  /** The paper or SEC rule the formula comes from. */
  source: string
  formula: string
  /** Published effects, sample years and disputes: history, never a promise. Null when nothing is published. */
  history: string | null
}

export interface Finding {
  signal_type: string
  value: number | string | boolean
  unit: SignalType['unit']
  /** -1 adverse, 0 neutral, +1 favourable. */
  direction: -1 | 0 | 1
  evidence: Evidence[]
  /** What the value was computed from: names, values, and the accession numbers they came from. */
  inputs: SignalInput[]
}

export interface SignalInput {
  name: string
  value: number | string | null
  accession_number: string | null
  text_sha256?: string
}

/** A document of a filing with all that was read out of it. */
export interface ReadDocument {
  document_id: string
  sequence: number
  document_type: string
  document_sha256: string
  text: CanonicalText | null
  sections: Section[]
}

/** Everything a rule may look at. A rule neither fetches nor reads a clock. */
export interface FilingUnderRead {
  accession_number: string
  cik: string
  form_type: string
  accepted_at: string
  period_of_report: string | null
  submission_sha256: string
  /** Bytes of the full submission text; null when only the primary document is held. */
  submission_bytes: number | null
  submission: Submission
  /**
   * The header lines, for `header_field` evidence; null when there is no header. One character is one byte (see
   * `headerText` in evidence/header-line.ts), so an index plus `byte_start` is a byte offset of the submission.
   */
  header_text: HeaderText | null
  documents: ReadDocument[]
}

/** What an extractor says about one filing: exactly one of these per filing and extractor (the processing ledger). */
export type Outcome =
  | { status: 'ok_found'; findings: Finding[] }
  | { status: 'ok_none'; reason?: string }
  | { status: 'not_applicable'; reason: string }
  | { status: 'failed'; reason: string }

/** The settings an extractor computes with. They are hashed into every signal: a change is a new `config_sha256`. */
export type ExtractorConfig = Readonly<Record<string, number | string | boolean>>

/** A deterministic reader of signals: same inputs and version, same fingerprint. */
export interface Extractor {
  name: string
  version: string
  kind: 'deterministic'
  signal_types: string[]
  /** True when the extractor reads this form at all. */
  applies(formType: string): boolean
  /** `prior`: the extractor needs the same form for the same fiscal period one year earlier. */
  needs_prior: boolean
  config: ExtractorConfig
  /**
   * What the extractor looks at, and so what its `input_sha256` covers: the bytes of the submission alone, or also the
   * texts and sections read out of it, which change with the normaliser. Texts when left out.
   */
  reads?: 'submission' | 'texts'
  extract(filing: FilingUnderRead, prior: FilingUnderRead | null): Outcome
}
