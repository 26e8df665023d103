/** An axis of a dimensional fact with its member, or with its typed value (XBRL Dimensions 1.0). */
export interface FactDimension {
  /** Qualified name with the customary prefix, such as `us-gaap:StatementBusinessSegmentsAxis`. */
  axis: string
  /** Qualified name of the member; null for a typed dimension. */
  member: string | null
  /** Text of a typed dimension's value; null for an explicit one. */
  typed_value: string | null
}

/** A fact as one filing reports it. Numbers are exact in `value_text`; `value` is the nearest double. */
export interface Fact {
  /** Position in the document, from 1, in document order; hidden facts included. */
  position: number
  document_id: string
  /** `us-gaap`, `dei`, `srt`, `ifrs-full`, …; for an extension tag the filer's own prefix. */
  taxonomy: string
  tag: string
  /** Namespace URI as declared, the version of the taxonomy in it. */
  namespace: string
  is_extension: boolean
  /** `USD`, `shares`, `USD/shares`, `pure`; null for a fact without a unit. */
  unit: string | null
  /** Null for text, for nil, and for a number that cannot be read. */
  value: number | null
  /** The XBRL value: for a number in plain decimal notation with scale and sign applied, for text its text. */
  value_text: string | null
  /** `decimals` as filed; null when absent, and for `INF`, where `decimals_exact` is true. */
  decimals: number | null
  decimals_exact: boolean
  nil: boolean
  /** `YYYY-MM-DD`, the last day included. An instant is the day at whose end it holds. */
  period_start: string | null
  period_end: string | null
  instant: string | null
  /** Empty for the whole entity; sorted by axis. */
  dimensions: FactDimension[]
  /** CIK of the context's entity, ten digits; null when the identifier is none. */
  entity_cik: string | null
  context_id: string
  fact_id: string | null
  /** Text of its footnotes, in order. */
  footnotes: string[]
  /** Half-open UTF-16 range in the canonical text of the document; null when hidden or in an instance document. */
  start: number | null
  end: number | null
  hidden: boolean
  /** Where the text goes on after `end` (`ix:continuation`), in the same document; only of a text that does. */
  continuations?: { start: number; end: number }[]
  /** What was noticed: `unknown_format`, `missing_context`, `missing_unit`, `inconsistent_duplicate`, … */
  flags: string[]
}
