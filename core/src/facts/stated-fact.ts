import type { TextSpan, XbrlFactEvidence } from '../evidence/evidence.ts'
import type { FactDimension } from './fact.ts'

/** A fact as one filing states it, as rules compute with it. */
export interface StatedFact {
  accession_number: string
  form_type: string
  filing_date: string
  /** RFC 3339 UTC. */
  accepted_at: string
  document_id: string
  document_sha256: string
  position: number
  /** `us-gaap:Assets`. */
  concept: string
  is_extension: boolean
  unit: string | null
  /** Null for text and nil. */
  value: number | null
  /** The XBRL value: of a number in plain decimal notation, of a text its first 20,000 characters. */
  value_text: string | null
  /** Null when absent, and for `INF`, where `decimals_exact` is true. */
  decimals: number | null
  decimals_exact: boolean
  nil: boolean
  /** Null for an instant. `YYYY-MM-DD`. */
  period_start: string | null
  /** Last day of a duration, or the instant. Null only in a broken context. */
  period_end: string | null
  /** Empty for the whole entity; sorted by axis. */
  dimensions: FactDimension[]
  context_id: string
  hidden: boolean
  flags: string[]
  /** Canonical text of its document and the place in it, in code points and bytes; null for what it does not show. */
  text_sha256: string | null
  start: number | null
  end: number | null
  byte_start: number | null
  byte_end: number | null
}

/**
 * A fact as evidence. `span` quotes the place in the canonical text that shows it, where the caller has it; without one the
 * fact is checked by reading the document again.
 */
export function factEvidence(fact: StatedFact, span: TextSpan | null = null): XbrlFactEvidence {
  return {
    kind: 'xbrl_fact',
    document_id: fact.document_id,
    document_sha256: fact.document_sha256,
    concept: fact.concept,
    context_id: fact.context_id,
    unit: fact.unit,
    period_start: fact.period_start,
    period_end: fact.period_end,
    dimensions: fact.dimensions,
    value: (fact.value_text ?? '').slice(0, MAX_EVIDENCE_VALUE),
    span,
  }
}

/** Text facts can be whole notes; this much of one is quoted as its value. */
export const MAX_EVIDENCE_VALUE = 500
