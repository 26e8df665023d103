/** How a diff was made. A change that gives another answer for any pair of texts is a new version. */
export const DIFF_ALGORITHM = { name: 'layered_myers', version: '1.0.0' } as const

/** `replace` stands in the same place; `delete` and `insert` stand alone. */
export type DiffOperation = 'equal' | 'insert' | 'delete' | 'replace'

/** By which units a change was found. `coarse`: the texts are too long and too different to look closer. */
export type DiffLevel = 'block' | 'sentence' | 'word' | 'coarse'

/** A stretch of both texts, as half-open UTF-16 indexes. Hunks are in order and tile both texts. */
export interface DiffHunk {
  operation: DiffOperation
  /** Null where nothing changed. */
  level: DiffLevel | null
  left_start: number
  left_end: number
  right_start: number
  right_end: number
  /** A deletion and an insertion with the same number are one passage that moved, word for word. */
  move: number | null
}

export interface Diff {
  hunks: DiffHunk[]
  /** False when the work was cut short somewhere: still exact, only coarser than it could be. */
  complete: boolean
}

/** What it takes to make one text out of the other: a kept range of the source, or new text. */
export type DiffStep = { keep: [start: number, end: number] } | { text: string }
