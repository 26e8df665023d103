import type { TableCell, TextBlock } from './document.ts'

/** A block before it has its place in the text. */
export interface BlockDraft {
  kind: TextBlock['kind']
  text: string
  bold: boolean
  italic?: boolean
  /** A page of the original begins with this block. */
  startsPage?: boolean
  /** Where inline XBRL elements begin and end in it, in order. */
  marks?: DraftMark[]
  /** Rows of a table, their offsets counted from its beginning. */
  rows?: DraftCell[][]
}

/** An inline XBRL element begins or ends at this place of a block. */
export interface DraftMark {
  /** Index of the element. */
  element: number
  ends: boolean
  at: number
}

export type DraftCell = TableCell

/** A block drawn bold or underlined throughout and no longer than this is taken for a heading. */
const MAX_HEADING_LENGTH = 160

/** Whether a paragraph that is emphasised throughout reads like a heading rather than like a sentence in bold. */
export function looksLikeHeading(text: string): boolean {
  return (
    text.length <= MAX_HEADING_LENGTH && !text.includes('\n') && /\p{L}/u.test(text) && !/[,;]$/.test(text)
  )
}
