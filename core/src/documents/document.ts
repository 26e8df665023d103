/**
 * The canonical text of a document: the one rendering that offsets point into. Made once per normaliser version, stored
 * as UTF-8 and addressed by `text_sha256`. Lines end in `\n`; blocks are separated by one empty line; a table row is one
 * line with its cells separated by ` | `; runs of spaces are one space, save in preformatted blocks, whose spaces are their
 * structure; hidden content is left out and kept in `hidden`.
 */
export interface CanonicalText {
  text: string
  text_sha256: string
  /** Unicode code points of `text`. */
  length: number
  /** UTF-8 bytes of `text`. */
  byte_length: number
  normaliser_version: string
  blocks: TextBlock[]
  /** Text a reader of the page would not see (display:none, ix:header): separated, never quoted as if it were shown. */
  hidden: string[]
  warnings: string[]
}

/** A block of the canonical text. Offsets are UTF-16 indexes into `text`, half-open; convert at the edge. */
export interface TextBlock {
  kind: 'heading' | 'paragraph' | 'list_item' | 'table' | 'page_furniture' | 'preformatted'
  start: number
  end: number
  /** Drawn bold throughout, a hint for headings. */
  bold: boolean
  /** Present and true when drawn italic throughout: many filings set the headings of risk factors so. */
  italic?: boolean
}

export type TextStatus = 'ok' | 'not_text' | 'failed'
