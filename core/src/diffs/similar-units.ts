import type { WorkBudget } from './work-budget.ts'

/** Below this share of common words two units are different units, not versions of one. */
const SAME_FROM = 0.5
/** Cells of the table that aligns the units of a gap. */
const MAX_CELLS = 1_000_000

/**
 * Pairs units of both sides that are versions of one another, without crossing: the alignment with the greatest sum of
 * similarities. Units are given as the words in them, as numbers. Returns the partner on the right of each unit on the
 * left, -1 for none; undefined when there are too many to look at.
 */
export function similarUnits(
  left: readonly Int32Array[],
  right: readonly Int32Array[],
  budget: WorkBudget,
): Int32Array | undefined {
  const cells = left.length * right.length
  if (cells > MAX_CELLS || !budget.take(cells)) return undefined
  const similarities = diceOf(left, right, budget)
  return similarities && bestAlignment(similarities, left.length, right.length)
}

/** Dice's coefficient of the words of each pair of units, row by row. */
function diceOf(
  left: readonly Int32Array[],
  right: readonly Int32Array[],
  budget: WorkBudget,
): Float32Array | undefined {
  const holders = new Map<number, { unit: number; count: number }[]>()
  right.forEach((words, unit) => {
    for (const [word, count] of countsOf(words)) {
      const list = holders.get(word)
      if (list) list.push({ unit, count })
      else holders.set(word, [{ unit, count }])
    }
  })
  const similarities = new Float32Array(left.length * right.length)
  for (const [row, words] of left.entries()) {
    const begin = row * right.length
    for (const [word, count] of countsOf(words)) {
      const list = holders.get(word)
      if (!list) continue
      if (!budget.take(list.length)) return undefined
      for (const holder of list) {
        const at = begin + holder.unit
        similarities[at] = (similarities[at] as number) + Math.min(count, holder.count)
      }
    }
    right.forEach((others, unit) => {
      const total = words.length + others.length
      const at = begin + unit
      similarities[at] = total === 0 ? 0 : (2 * (similarities[at] as number)) / total
    })
  }
  return similarities
}

function countsOf(words: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const STEP_LEFT = 1
const STEP_RIGHT = 2
const PAIR = 3

function bestAlignment(similarities: Float32Array, rows: number, columns: number): Int32Array {
  const steps = new Uint8Array((rows + 1) * (columns + 1))
  let above = new Float64Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const current = new Float64Array(columns + 1)
    for (let column = 1; column <= columns; column++) {
      const similarity = similarities[(row - 1) * columns + column - 1] as number
      let best = above[column] as number
      let step = STEP_LEFT
      if ((current[column - 1] as number) > best) {
        best = current[column - 1] as number
        step = STEP_RIGHT
      }
      const paired = similarity >= SAME_FROM ? (above[column - 1] as number) + similarity : -1
      if (paired > best) {
        best = paired
        step = PAIR
      }
      current[column] = best
      steps[row * (columns + 1) + column] = step
    }
    above = current
  }
  const partners = new Int32Array(rows).fill(-1)
  for (let row = rows, column = columns; row > 0 && column > 0; ) {
    const step = steps[row * (columns + 1) + column]
    if (step === PAIR) partners[row - 1] = column - 1
    if (step !== STEP_RIGHT) row--
    if (step !== STEP_LEFT) column--
  }
  return partners
}
