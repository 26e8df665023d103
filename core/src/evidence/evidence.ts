import type { FactDimension } from '../facts/fact.ts'

/**
 * A span of a canonical text, half-open. `start` and `end` count Unicode code points, `byte_start` and `byte_end`
 * UTF-8 bytes of the same text: whoever downloads the text can slice it either way and compare with `quote`.
 */
export interface TextSpan {
  document_id: string
  section_id: string | null
  document_sha256: string
  text_sha256: string
  start: number
  end: number
  unit: 'code_point'
  byte_start: number
  byte_end: number
  quote: string
}

/** A quote out of a canonical text. */
export interface TextSpanEvidence extends TextSpan {
  kind: 'text_span'
}

/** Both sides of a comparison; a side is null where nothing stands against the other. */
export interface PairEvidence {
  kind: 'pair'
  /** The earlier filing. */
  left: TextSpan | null
  /** The filing the signal belongs to. */
  right: TextSpan | null
}

/** A line of the SGML header: byte range in the submission text, whose SHA-256 is given. */
export interface HeaderFieldEvidence {
  kind: 'header_field'
  submission_sha256: string
  field: string
  value: string
  byte_start: number
  byte_end: number
  quote: string
}

/** An element of an XML document, by path, with its text. */
export interface XmlPathEvidence {
  kind: 'xml_path'
  document_id: string
  document_sha256: string
  path: string
  value: string
}

/** A fact of an XBRL document: what it is about, what it says, and where the text shows it, if it does. */
export interface XbrlFactEvidence {
  kind: 'xbrl_fact'
  document_id: string
  document_sha256: string
  /** `us-gaap:Assets`. */
  concept: string
  context_id: string
  unit: string | null
  /** `YYYY-MM-DD`; an instant has `period_end` alone. */
  period_start: string | null
  period_end: string | null
  dimensions: FactDimension[]
  /** The XBRL value: a number in plain decimal notation, or the first 500 characters of a text. */
  value: string
  span: TextSpan | null
}

export type Evidence =
  | TextSpanEvidence
  | PairEvidence
  | HeaderFieldEvidence
  | XmlPathEvidence
  | XbrlFactEvidence
