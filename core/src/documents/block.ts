import type { TableCell, TextBlock } from './document.ts'
import type { StagedText } from './html-text.ts'

/** A block before it has its place in the text. Its characters lie in the staged text from `start` to `end`. */
export interface Block {
  kind: TextBlock['kind']
  start: number
  end: number
  bold: boolean
  italic: boolean
  /** A page of the original begins with this block. */
  startsPage: boolean
  /** Blocks that this one is put together from, a space apart. */
  parts: Block[] | null
  /** Rows of a table. */
  rows: TableRow[] | null
  /** Rows of a typed table, with places counted from the beginning of the block. */
  typedRows: TableCell[][] | null
}

/** Nearly every cell holds one block or nothing, and there are tens of thousands of cells. */
export type CellContent = Block | Block[] | null

/** A row of a table while it is read. */
export interface TableRow {
  cells: TableCell[]
  /** What is drawn in each cell. */
  contents: CellContent[]
}

export function blocksOf(content: CellContent): Block[] {
  if (content === null) return []
  return Array.isArray(content) ? content : [content]
}

/** A block drawn bold or underlined throughout and no longer than this is taken for a heading. */
export const MAX_HEADING_LENGTH = 160

/** Whether a paragraph that is emphasised throughout reads like a heading rather than like a sentence in bold. */
export function looksLikeHeading(text: string): boolean {
  return (
    text.length <= MAX_HEADING_LENGTH && !text.includes('\n') && /\p{L}/u.test(text) && !/[,;]$/.test(text)
  )
}

/** Characters of a block: what looks at short blocks need not make a string of a long one. */
export function lengthOf(block: Block): number {
  if (block.parts === null) return block.end - block.start
  let length = block.parts.length - 1
  for (const part of block.parts) length += lengthOf(part)
  return length
}

export function textOf(block: Block, staged: StagedText): string {
  if (block.parts === null) return staged.slice(block.start, block.end)
  return block.parts.map((part) => textOf(part, staged)).join(' ')
}
