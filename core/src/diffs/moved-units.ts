import type { Run } from './myers.ts'

/** Shorter units, such as a heading or a page number, stand in many places: alone they say nothing about a move. */
const MIN_WORDS = 8

/** For each unit of either side the number of the move it belongs to, -1 for those that stay. */
export interface MovedUnits {
  left: Int32Array
  right: Int32Array
}

/**
 * Units outside the common runs that stand once on each side have moved; so have equal neighbours, which moved along.
 * A move is exact: the same symbols in the same order on both sides.
 */
export function movedUnits(
  a: Int32Array,
  b: Int32Array,
  runs: readonly Run[],
  wordsIn: (leftUnit: number) => number,
): MovedUnits {
  const moved = { left: new Int32Array(a.length).fill(-1), right: new Int32Array(b.length).fill(-1) }
  const kept = { left: new Uint8Array(a.length), right: new Uint8Array(b.length) }
  for (const run of runs) {
    kept.left.fill(1, run.left, run.left + run.length)
    kept.right.fill(1, run.right, run.right + run.length)
  }
  const free = (i: number, j: number) =>
    i >= 0 &&
    j >= 0 &&
    i < a.length &&
    j < b.length &&
    a[i] === b[j] &&
    kept.left[i] === 0 &&
    kept.right[j] === 0 &&
    moved.left[i] === -1 &&
    moved.right[j] === -1
  const onlyLeft = uniquePlaces(a, kept.left)
  const onlyRight = uniquePlaces(b, kept.right)
  let number = 0
  for (const [symbol, i] of onlyLeft) {
    const j = onlyRight.get(symbol) ?? -1
    if (i === -1 || j === -1 || !free(i, j) || wordsIn(i) < MIN_WORDS) continue
    let [first, last] = [0, 0]
    while (free(i + first - 1, j + first - 1)) first--
    while (free(i + last + 1, j + last + 1)) last++
    moved.left.fill(number, i + first, i + last + 1)
    moved.right.fill(number, j + first, j + last + 1)
    number++
  }
  return moved
}

/** Where each symbol stands outside the common runs, -1 for those that stand there more than once. */
function uniquePlaces(symbols: Int32Array, kept: Uint8Array): Map<number, number> {
  const places = new Map<number, number>()
  symbols.forEach((symbol, at) => {
    if (kept[at] === 0) places.set(symbol, places.has(symbol) ? -1 : at)
  })
  return places
}
