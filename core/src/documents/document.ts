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
  /** Tables drawn as such, in order; a table used only for layout is none. */
  tables: TextTable[]
  /** Null when the document holds no inline XBRL. */
  inline_xbrl: InlineXbrl | null
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

/**
 * A table of the text as rows and cells, row by row as they are drawn. A typed table of old text is one when its columns are
 * marked with `<S>` and `<C>`; each of its preformatted blocks is a table then, and cells without text are left out.
 */
export interface TextTable {
  /** Half-open UTF-16 indexes into `text`: the table's block. */
  start: number
  end: number
  rows: TableCell[][]
}

/** A cell with its place in the text, empty where nothing is drawn in it. */
export interface TableCell {
  start: number
  end: number
  /** Column of the grid, from 0, after the spans of the cells before and above. */
  column: number
  column_span: number
  row_span: number
  header: boolean
}

/**
 * The inline XBRL of a document (Inline XBRL 1.1): each `ix:` element with its place in the source and in the text. What
 * the elements mean is read in `xbrl/`.
 */
export interface InlineXbrl {
  /** The decoded document that the source offsets point into. */
  source: string
  elements: InlineElement[]
  /** Ranges of `source` inside `ix:references` and `ix:resources`: schema references, contexts, units, relationships. */
  header: { start: number; end: number }[]
  /** Prefix to URI of the namespaces declared on the root element; the empty prefix is the default namespace. */
  namespaces: Record<string, string>
}

export interface InlineElement {
  /** Local name: `nonFraction`, `nonNumeric`, `fraction`, `numerator`, `denominator`, `tuple`, `continuation`, `footnote`, `exclude`. */
  element: string
  /** Names as written, such as `contextRef` and `xsi:nil`; values with their references decoded. */
  attributes: Record<string, string>
  /** Half-open range of its content in `source`, between the tags. */
  source_start: number
  source_end: number
  /** Half-open UTF-16 range of its text in the canonical text; both null when it is hidden or draws nothing. */
  start: number | null
  end: number | null
  /** Inside `ix:header` or not displayed. */
  hidden: boolean
  /** Index of the enclosing inline element, -1 for none. */
  parent: number
}
