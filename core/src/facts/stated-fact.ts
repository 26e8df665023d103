import type { CanonicalText } from '../documents/document.ts'
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

/** A longer passage, such as a note that is one fact, is quoted from its beginning. */
const MAX_FACT_QUOTE = 1000

/**
 * A fact as evidence, with the place that shows it where the text of its document is at hand: the number exactly as
 * printed, or the beginning of a text. What is hidden, or stands in another document, has no place.
 */
export function factSpanEvidence(
  fact: StatedFact,
  document: { document_id: string; document_sha256: string; text: CanonicalText | null } | null | undefined,
): XbrlFactEvidence {
  return factEvidence(fact, document ? spanOf(fact, document) : null)
}

function spanOf(
  { document_id, document_sha256, text_sha256, start, end, byte_start, byte_end }: StatedFact,
  document: { document_id: string; text: CanonicalText | null },
): TextSpan | null {
  const canonical = document.text
  if (canonical === null || document.document_id !== document_id || canonical.text_sha256 !== text_sha256)
    return null
  if (start === null || end === null || byte_start === null || byte_end === null) return null
  if (start >= end || byte_start >= byte_end) return null
  const whole = bytesOf(canonical).toString('utf8', byte_start, byte_end)
  const quote = whole.length > MAX_FACT_QUOTE ? beginningOf(whole) : whole
  return {
    document_id,
    section_id: null,
    document_sha256,
    text_sha256: canonical.text_sha256,
    start,
    end: quote === whole ? end : start + [...quote].length,
    unit: 'code_point',
    byte_start,
    byte_end: quote === whole ? byte_end : byte_start + Buffer.byteLength(quote),
    quote,
  }
}

/** Cut at a space where one is near, and never through a character. */
function beginningOf(text: string): string {
  const space = text.lastIndexOf(' ', MAX_FACT_QUOTE)
  const cut = space > MAX_FACT_QUOTE / 2 ? space : MAX_FACT_QUOTE
  const code = text.charCodeAt(cut - 1)
  return text.slice(0, code >= 0xd800 && code < 0xdc00 ? cut - 1 : cut)
}

/** The UTF-8 of a text, encoded once for all facts that stand in it. */
const encoded = new WeakMap<CanonicalText, Buffer>()

function bytesOf(canonical: CanonicalText): Buffer {
  let bytes = encoded.get(canonical)
  if (bytes === undefined) {
    bytes = Buffer.from(canonical.text)
    encoded.set(canonical, bytes)
  }
  return bytes
}
