import { myersRuns, type RangePair, type Run } from './myers.ts'
import type { WorkBudget } from './work-budget.ts'

/**
 * What two sequences have in common, in order. Symbols that occur once on each side hold the texts together (patience
 * diff); between them Myers' algorithm finds the rest.
 */
export function commonRuns(a: Int32Array, b: Int32Array, budget: WorkBudget): Run[] {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const inner: RangePair = {
    left_start: head,
    left_end: a.length - tail,
    right_start: head,
    right_end: b.length - tail,
  }
  const runs: Run[] = [{ left: 0, right: 0, length: head }]
  let left = inner.left_start
  let right = inner.right_start
  const compareUpTo = (leftEnd: number, rightEnd: number) => {
    const range = { left_start: left, left_end: leftEnd, right_start: right, right_end: rightEnd }
    if (leftEnd > left && rightEnd > right) for (const run of myersRuns(a, b, range, budget)) runs.push(run)
  }
  for (const anchor of uniqueInOrder(a, b, inner)) {
    compareUpTo(anchor.left, anchor.right)
    runs.push({ ...anchor, length: 1 })
    left = anchor.left + 1
    right = anchor.right + 1
  }
  compareUpTo(inner.left_end, inner.right_end)
  runs.push({ left: a.length - tail, right: b.length - tail, length: tail })
  return joined(runs)
}

/** Runs that touch on both sides become one. */
function joined(runs: Run[]): Run[] {
  const whole: Run[] = []
  for (const run of runs) {
    if (run.length === 0) continue
    const last = whole.at(-1)
    if (last && last.left + last.length === run.left && last.right + last.length === run.right) {
      last.length += run.length
    } else whole.push({ ...run })
  }
  return whole
}

/** The longest series of symbols that occur once on each side and in the same order on both. */
function uniqueInOrder(a: Int32Array, b: Int32Array, range: RangePair): { left: number; right: number }[] {
  const onlyLeft = placesOfUnique(a, range.left_start, range.left_end)
  const onlyRight = placesOfUnique(b, range.right_start, range.right_end)
  const pairs: { left: number; right: number }[] = []
  for (const [symbol, left] of onlyLeft) {
    const right = onlyRight.get(symbol)
    if (right !== undefined && right >= 0 && left >= 0) pairs.push({ left, right })
  }
  pairs.sort((one, other) => one.left - other.left)
  return longestRising(pairs)
}

/** Where each symbol stands, -1 for those that stand more than once. */
function placesOfUnique(symbols: Int32Array, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = start; at < end; at++) {
    const symbol = symbols[at] as number
    places.set(symbol, places.has(symbol) ? -1 : at)
  }
  return places
}

/** The longest subsequence whose right sides rise, by patience sorting. */
function longestRising(pairs: { left: number; right: number }[]): { left: number; right: number }[] {
  /** For each length, the pair with the lowest end of a series of that length; and its predecessor. */
  const ends: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(({ right }, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] as number]?.right as number) < right) low = middle + 1
      else high = middle
    }
    if (low > 0) before[index] = ends[low - 1] as number
    ends[low] = index
  })
  const series: { left: number; right: number }[] = []
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] as number) {
    series.push(pairs[at] as { left: number; right: number })
  }
  return series.reverse()
}
