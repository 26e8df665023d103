import type { TableCell, TextBlock } from './document.ts'

/** A block of typed text or XML before it has its place. */
export interface BlockDraft {
  kind: TextBlock['kind']
  text: string
  bold: boolean
  /** A page of the original begins with this block. */
  startsPage?: boolean
  /** Rows of a typed table whose columns are marked, with places counted from the beginning of the block. */
  rows?: TableCell[][]
}
