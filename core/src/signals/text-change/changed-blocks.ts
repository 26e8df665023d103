import { bestAssignment } from './assignment.ts'
import type { ComparedBlock, ComparedPair } from './comparison-basis.ts'
import { cosines, tfIdfVectors } from './tf-idf.ts'
import { wordDistance } from './word-distance.ts'
import { twins } from './word-runs.ts'

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
 * and a pair at or above `modifiedFrom` is one block rewritten.
 */
export function mostChangedBlocks(
  { left, right, leftWords, rightWords, vocabulary }: ComparedPair,
  options: { considered: number; modifiedFrom: number; limit: number },
): BlockChange[] {
  const wordsLeft = (block: ComparedBlock) => leftWords.subarray(block.first, block.last)
  const wordsRight = (block: ComparedBlock) => rightWords.subarray(block.first, block.last)
  const twinOf = twins(left.blocks.map(wordsLeft), right.blocks.map(wordsRight))
  const paired = new Set(twinOf)
  const removed = longest(
    left.blocks.filter((_, index) => twinOf[index] === -1),
    options.considered,
  )
  const added = longest(
    right.blocks.filter((_, index) => !paired.has(index)),
    options.considered,
  )
  const vectors = tfIdfVectors([...removed.map(wordsLeft), ...added.map(wordsRight)], vocabulary)
  const gains = cosines(vectors.slice(0, removed.length), vectors.slice(removed.length), options.modifiedFrom)
  const columnOf = bestAssignment(gains)
  const changes: BlockChange[] = []
  const pairedRight = new Set(columnOf)
  removed.forEach((block, row) => {
    const partner = added[columnOf[row] ?? -1]
    if (!partner) {
      changes.push({ kind: 'removed', left: block, right: null, changed_words: lengthOf(block) })
      return
    }
    const distance = wordDistance(wordsLeft(block), wordsRight(partner), vocabulary.length, MAX_BLOCK_CELLS)
    changes.push({
      kind: 'modified',
      left: block,
      right: partner,
      changed_words: distance?.inserts_and_deletes ?? lengthOf(block) + lengthOf(partner),
    })
  })
  added.forEach((block, column) => {
    if (!pairedRight.has(column)) {
      changes.push({ kind: 'added', left: null, right: block, changed_words: lengthOf(block) })
    }
  })
  return (['added', 'removed', 'modified'] as const).flatMap((kind) =>
    changes
      .filter((change) => change.kind === kind)
      .sort((a, b) => b.changed_words - a.changed_words || placeOf(a) - placeOf(b))
      .slice(0, options.limit),
  )
}

function longest(blocks: ComparedBlock[], count: number): ComparedBlock[] {
  return blocks
    .toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start)
    .slice(0, count)
    .sort((a, b) => a.start - b.start)
}

function lengthOf({ first, last }: ComparedBlock): number {
  return last - first
}

function placeOf(change: BlockChange): number {
  return change.right?.start ?? change.left?.start ?? 0
}
