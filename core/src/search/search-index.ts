import type { Range, View } from '../knowledge-time.ts'
import type { SearchNode } from './query.ts'

/** Which texts are asked. Everything given must hold; several values mean any of them. */
export interface SearchFilter {
  cik?: string[]
  form_type?: string[]
  section_key?: string[]
  accepted_at?: Range
  filing_date?: Range
}

export interface SearchQuestion {
  query: SearchNode
  filter: SearchFilter
}

export type SearchOrder = '-accepted_at' | 'accepted_at' | 'relevance'

/** The place of a hit in its order. `section_key` is empty for a whole document. */
export interface SearchPosition {
  /** Only in the order of relevance. */
  relevance: number
  accepted_at: string
  accession_number: string
  sequence: number
  section_key: string
}

/** A stretch of a canonical text in which the query's words stand. Code points and UTF-8 bytes. */
export interface MatchingChunk {
  section_key: string | null
  start: number
  end: number
  byte_start: number
  byte_end: number
  /** SHA-256 of these bytes. */
  chunk_sha256: string
}

/** A document that matches, or a section of one when the question is about sections. */
export interface SearchHit extends SearchPosition {
  document_id: string
  document_type: string
  form_type: string
  filing_date: string
  document_sha256: string
  text_sha256: string
  /** The first stretches with a match, in the order of the text. */
  chunks: MatchingChunk[]
}

export interface SearchPage {
  hits: SearchHit[]
  /** Where the next page goes on; undefined when there is nothing more. A page can end before it is full. */
  next: SearchPosition | undefined
}

export type CountInterval = 'month' | 'quarter' | 'year'

export interface SearchCounts {
  /** By the filing date of the documents; `period` is the first day of the interval. */
  periods: { period: string; form_type: string; documents: number; filings: number }[]
  /** False when more texts may match than were looked at: the latest were, back to `counted_from`. */
  counted_all: boolean
  counted_from: string | null
}

/**
 * Full-text search, as the API asks for it. The unit that must fulfil a query is the document, or the section when the
 * filter names sections. Postgres answers it (`read-store.ts`); an OpenSearch cluster can take its place.
 */
export interface SearchIndex {
  search(
    view: View,
    question: SearchQuestion,
    page: { limit: number; order: SearchOrder; after?: SearchPosition; chunksPerHit: number },
  ): Promise<SearchPage>

  counts(view: View, question: SearchQuestion, interval: CountInterval): Promise<SearchCounts>
}
