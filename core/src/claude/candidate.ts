import type { QuotedDocument } from '../evidence/span.ts'
import type { Section } from '../sections/section.ts'
import type { Finding } from '../signals/signal.ts'
import type { Answer } from './findings-schema.ts'

/** A passage of a canonical text: whole paragraphs, by UTF-16 indexes, half-open. */
export interface Passage {
  document: QuotedDocument
  section: Section | null
  accession_number: string
  start: number
  end: number
}

/**
 * A passage that Claude is asked about. `earlier` is what stood in its place a year before; `current` is null for a passage
 * that is gone. Its ids in a request follow from its place in the list: P0012, and O0012 for the earlier side.
 */
export interface Candidate {
  current: Passage | null
  earlier: Passage | null
  /** Headings above it, outermost first. */
  headings: readonly string[]
}

export type Selection =
  | { status: 'candidates'; candidates: readonly Candidate[] }
  | { status: 'ok_none'; reason: 'no_candidates' }
  | { status: 'not_applicable'; reason: string }

/** Where a quote was found. */
export interface GroundedQuote {
  passage: Passage
  /** UTF-16 indexes into the canonical text of the passage's document, half-open. */
  start: number
  end: number
  /** How often the quote stands in the passage, or in its section where it was found outside of the passage. */
  occurrences: number
  section_sha256: string
}

/** An answer whose quotes stand in the filing. */
export interface GroundedAnswer {
  candidate: Candidate
  answer: Answer
  quote: GroundedQuote | null
  earlier_quote: GroundedQuote | null
}

/** An answer that was thrown away because the text it quotes contradicts it, with the code of the reason. */
export interface DroppedAnswer {
  grounded: GroundedAnswer
  reason: string
}

export interface Judgement {
  findings: Finding[]
  dropped: DroppedAnswer[]
}
