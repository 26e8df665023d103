import type { DiffHunk } from './diff.ts'
import type { Unit } from './units.ts'

/** Longer stretches of equal words are worth showing wherever they stand. */
const MAX_SWALLOWED_CHARS = 24

/**
 * Joins changes that only a short equal stretch keeps apart: between two long rewritings, "of the" in the middle is an
 * accident and makes the change unreadable. A stretch no longer than the changes on both sides of it is given up.
 */
export function tidied(hunks: DiffHunk[]): DiffHunk[] {
  const kept: DiffHunk[] = []
  for (const hunk of hunks) {
    kept.push(hunk)
    while (kept.length >= 3 && isAccident(kept)) {
      const [before, , after] = kept.splice(-3) as [DiffHunk, DiffHunk, DiffHunk]
      kept.push({
        ...before,
        operation: operationOf(
          { start: before.left_start, end: after.left_end },
          { start: before.right_start, end: after.right_end },
        ),
        left_end: after.left_end,
        right_end: after.right_end,
      })
    }
  }
  return kept
}

/** What became of a stretch of the left text that has nothing in common with the one in its place. */
export function operationOf(left: Unit, right: Unit): 'insert' | 'delete' | 'replace' {
  if (left.start === left.end) return 'insert'
  return right.start === right.end ? 'delete' : 'replace'
}

function isAccident(hunks: DiffHunk[]): boolean {
  const [before, between, after] = hunks.slice(-3) as [DiffHunk, DiffHunk, DiffHunk]
  if (between.operation !== 'equal' || before.operation === 'equal' || after.operation === 'equal')
    return false
  const length = between.left_end - between.left_start
  return length <= MAX_SWALLOWED_CHARS && length <= sizeOf(before) && length <= sizeOf(after)
}

function sizeOf(hunk: DiffHunk): number {
  return Math.max(hunk.left_end - hunk.left_start, hunk.right_end - hunk.right_start)
}
