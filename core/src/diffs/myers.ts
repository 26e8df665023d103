import type { WorkBudget } from './work-budget.ts'

/** A stretch that is equal on both sides: `length` symbols from `left` and from `right`. */
export interface Run {
  left: number
  right: number
  length: number
}

/** A range of each of two sequences, half-open. */
export interface RangePair {
  left_start: number
  left_end: number
  right_start: number
  right_end: number
}

/**
 * Longest common stretches of a range of `a` and one of `b`, in order, by Myers' algorithm in linear space (An O(ND)
 * Difference Algorithm and Its Variations, 1986). Where the budget ends there are no runs.
 */
export function myersRuns(a: Int32Array, b: Int32Array, range: RangePair, budget: WorkBudget): Run[] {
  const runs: Run[] = []
  const width = range.left_end - range.left_start + range.right_end - range.right_start + 5
  const forward = new Int32Array(width)
  const backward = new Int32Array(width)
  compare(range.left_start, range.left_end, range.right_start, range.right_end)
  return runs

  function add(left: number, right: number, length: number): void {
    const last = runs.at(-1)
    if (length === 0) return
    if (last && last.left + last.length === left && last.right + last.length === right) last.length += length
    else runs.push({ left, right, length })
  }

  /** Each call halves the distance that is left, so the recursion is never deeper than its logarithm. */
  function compare(leftStart: number, leftEnd: number, rightStart: number, rightEnd: number): void {
    const shorter = Math.min(leftEnd - leftStart, rightEnd - rightStart)
    let head = 0
    while (head < shorter && a[leftStart + head] === b[rightStart + head]) head++
    let tail = 0
    while (tail < shorter - head && a[leftEnd - 1 - tail] === b[rightEnd - 1 - tail]) tail++
    add(leftStart, rightStart, head)
    const [x0, x1, y0, y1] = [leftStart + head, leftEnd - tail, rightStart + head, rightEnd - tail]
    const meeting = x0 < x1 && y0 < y1 ? meetingPoint(x0, x1, y0, y1) : undefined
    if (meeting) {
      compare(x0, meeting.x, y0, meeting.y)
      compare(meeting.x, x1, meeting.y, y1)
    }
    add(leftEnd - tail, rightEnd - tail, tail)
  }

  /** A point on a shortest way where those from both ends meet; undefined when the budget ends before. */
  function meetingPoint(
    x0: number,
    x1: number,
    y0: number,
    y1: number,
  ): { x: number; y: number } | undefined {
    const n = x1 - x0
    const m = y1 - y0
    const delta = n - m
    const odd = (delta & 1) !== 0
    const most = Math.ceil((n + m) / 2)
    const middle = most + 1
    forward[middle + 1] = 0
    backward[middle + 1] = 0
    for (let d = 0; d <= most; d++) {
      if (!budget.take(2 * d + 2)) return undefined
      for (let k = -d; k <= d; k += 2) {
        const begin = reach(forward, middle, k, d)
        let x = begin
        while (x < n && x - k < m && a[x0 + x] === b[y0 + x - k]) x++
        forward[middle + k] = x
        const across = delta - k
        if (odd && across > -d && across < d && x + (backward[middle + across] as number) >= n) {
          return { x: x0 + begin, y: y0 + begin - k }
        }
      }
      for (let k = -d; k <= d; k += 2) {
        let x = reach(backward, middle, k, d)
        while (x < n && x - k < m && a[x1 - 1 - x] === b[y1 - 1 - x + k]) x++
        backward[middle + k] = x
        const across = delta - k
        if (!odd && across >= -d && across <= d && x + (forward[middle + across] as number) >= n) {
          return { x: x1 - x, y: y1 - x + k }
        }
      }
    }
    return undefined
  }
}

/** The furthest point on diagonal `k` after one more step. */
function reach(vector: Int32Array, middle: number, k: number, d: number): number {
  const below = vector[middle + k + 1] as number
  const beside = vector[middle + k - 1] as number
  return k === -d || (k !== d && beside < below) ? below : beside + 1
}
