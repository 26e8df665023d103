import { bestAssignment } from './assignment.ts'
import type { ComparedBlock } from './comparison-basis.ts'
import { cosine, tfIdfVectors } from './tf-idf.ts'
import { wordDistance } from './word-distance.ts'

/** A block that stands on one side only, or two that are versions of one another. */
export interface BlockChange {
  kind: 'added' | 'removed' | 'modified'
  left: ComparedBlock | null
  right: ComparedBlock | null
  changed_words: number
}

// A pair of blocks longer than this is long enough to top the list whatever its exact distance.
const MAX_BLOCK_CELLS = 25_000_000

/**
 * The blocks that changed most between two texts, at most `limit` of each kind, by words changed. Blocks whose words are
 * equal cancel out wherever they stand; the `considered` longest of the rest on each side are paired by tf·idf cosine,
 * and a pair at or above `sameFrom` is one block rewritten.
 */
export function mostChangedBlocks(
  left: readonly ComparedBlock[],
  right: readonly ComparedBlock[],
  options: { considered: number; modifiedFrom: number; limit: number },
): BlockChange[] {
  const [onlyLeft, onlyRight] = withoutEqual(left, right)
  const removed = longest(onlyLeft, options.considered)
  const added = longest(onlyRight, options.considered)
  const vectors = tfIdfVectors([...removed, ...added].map((block) => block.words))
  const gains = removed.map((_, row) =>
    added.map((__, column) => {
      const a = vectors[row]
      const b = vectors[removed.length + column]
      const similarity = a && b ? cosine(a, b) : 0
      return similarity >= options.modifiedFrom ? similarity : 0
    }),
  )
  const columnOf = bestAssignment(gains)
  const changes: BlockChange[] = []
  const pairedRight = new Set(columnOf)
  removed.forEach((block, row) => {
    const partner = added[columnOf[row] ?? -1]
    if (!partner) {
      changes.push({ kind: 'removed', left: block, right: null, changed_words: block.words.length })
      return
    }
    const distance = wordDistance(block.words, partner.words, MAX_BLOCK_CELLS)
    changes.push({
      kind: 'modified',
      left: block,
      right: partner,
      changed_words: distance?.inserts_and_deletes ?? block.words.length + partner.words.length,
    })
  })
  added.forEach((block, column) => {
    if (!pairedRight.has(column)) {
      changes.push({ kind: 'added', left: null, right: block, changed_words: block.words.length })
    }
  })
  return (['added', 'removed', 'modified'] as const).flatMap((kind) =>
    changes
      .filter((change) => change.kind === kind)
      .sort((a, b) => b.changed_words - a.changed_words || placeOf(a) - placeOf(b))
      .slice(0, options.limit),
  )
}

/** Takes away what both sides have, as often as both have it. */
function withoutEqual(
  left: readonly ComparedBlock[],
  right: readonly ComparedBlock[],
): [ComparedBlock[], ComparedBlock[]] {
  const keep = (blocks: readonly ComparedBlock[], other: readonly ComparedBlock[]) => {
    const available = new Map<string, number>()
    for (const block of other) {
      const key = block.words.join(' ')
      available.set(key, (available.get(key) ?? 0) + 1)
    }
    return blocks.filter((block) => {
      const key = block.words.join(' ')
      const count = available.get(key) ?? 0
      if (count > 0) available.set(key, count - 1)
      return count === 0
    })
  }
  return [keep(left, right), keep(right, left)]
}

function longest(blocks: ComparedBlock[], count: number): ComparedBlock[] {
  return blocks
    .toSorted((a, b) => b.words.length - a.words.length || a.start - b.start)
    .slice(0, count)
    .sort((a, b) => a.start - b.start)
}

function placeOf(change: BlockChange): number {
  return change.right?.start ?? change.left?.start ?? 0
}
