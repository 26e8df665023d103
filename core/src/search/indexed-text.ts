/** What the index holds of a document: its words for finding it, and where they stand for phrases and snippets. */
export interface IndexedDocument {
  document_id: string
  sequence: number
  parts: IndexedPart[]
  chunks: IndexedChunk[]
}

/** All words of a document, or of a part of one with more different words than a vector holds. */
export interface IndexedPart {
  part: number
  words: number
  /** A tsvector as Postgres reads it. */
  terms: string
  /** A filter of the pairs of words of the whole document (`word-pairs.ts`); null but for the first part. */
  pairs: Buffer | null
}

/** A stretch of the canonical text with its words. It never crosses the boundary of a section. */
export interface IndexedChunk {
  chunk: number
  section_key: string | null
  /** Code points and UTF-8 bytes of the canonical text, half-open. */
  start: number
  end: number
  byte_start: number
  byte_end: number
  /** SHA-256 of these bytes. */
  chunk_sha256: string
  /** A tsvector as Postgres reads it. */
  terms: string
}
