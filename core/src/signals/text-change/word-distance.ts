/** Distances between two sequences of words. */
export interface WordDistance {
  /** Fewest words to insert and delete. */
  inserts_and_deletes: number
  /** Fewest words to insert, delete or replace by another. */
  changed_words: number
}

/**
 * Exact distances between two texts, or null when their differing middles need more than `maximumCells` cells of the
 * comparison table (the product of their lengths). Both are computed 31 or 32 rows at a time with bit operations
 * (Hyyrö 2004; Myers 1999 as restated by Hyyrö 2003), strip by strip over the shorter text, so that memory stays linear.
 */
export function wordDistance(
  left: Int32Array,
  right: Int32Array,
  alphabet: number,
  maximumCells: number,
): WordDistance | null {
  // What is equal at both ends takes part in no shortest way from one text to the other.
  let head = 0
  const shorter = Math.min(left.length, right.length)
  while (head < shorter && left[head] === right[head]) head++
  let tail = 0
  while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++
  const x = left.subarray(head, left.length - tail)
  const y = right.subarray(head, right.length - tail)
  if (x.length * y.length > maximumCells) return null
  const [rows, columns] = x.length <= y.length ? [x, y] : [y, x]
  if (rows.length === 0) {
    return { inserts_and_deletes: columns.length, changed_words: columns.length }
  }
  const common = commonSubsequence(rows, columns, alphabet)
  return {
    inserts_and_deletes: rows.length + columns.length - 2 * common,
    changed_words: replacingDistance(rows, columns, alphabet),
  }
}

const LCS_ROWS = 31

/**
 * Length of the longest common subsequence. A zero bit of `vector` marks a row whose longest common subsequence grows
 * there; the carry of the addition runs from one strip into the next and is kept per column. Strips of 31 rows leave
 * the sign bit free to show it.
 */
function commonSubsequence(rows: Int32Array, columns: Int32Array, alphabet: number): number {
  const masks = new Int32Array(alphabet)
  const carries = new Uint8Array(columns.length)
  const full = 0x7fffffff
  let length = 0
  for (let top = 0; top < rows.length; top += LCS_ROWS) {
    const height = Math.min(LCS_ROWS, rows.length - top)
    for (let bit = 0; bit < height; bit++) {
      const symbol = rows[top + bit] as number
      masks[symbol] = (masks[symbol] as number) | (1 << bit)
    }
    let vector = full
    for (let column = 0; column < columns.length; column++) {
      const matches = masks[columns[column] as number] as number
      const carry = carries[column] as number
      if ((matches | carry) === 0) continue
      const kept = vector & matches
      const sum = (vector + kept + carry) | 0
      carries[column] = sum >>> 31
      vector = (sum | (vector & ~matches)) & full
    }
    const counted = height === LCS_ROWS ? full : (1 << height) - 1
    length += countBits(~vector & counted)
    for (let bit = 0; bit < height; bit++) masks[rows[top + bit] as number] = 0
  }
  return length
}

const EDIT_ROWS = 32

/**
 * Distance with replacement. `plus` and `minus` hold the steps of +1 and -1 down a column of the table; the step along
 * the lower edge of a strip goes into the next strip and is kept per column.
 */
function replacingDistance(rows: Int32Array, columns: Int32Array, alphabet: number): number {
  const masks = new Int32Array(alphabet)
  // Along the upper edge of the table every column costs one more insertion.
  const steps = new Int8Array(columns.length).fill(1)
  for (let top = 0; top < rows.length; top += EDIT_ROWS) {
    const height = Math.min(EDIT_ROWS, rows.length - top)
    for (let bit = 0; bit < height; bit++) {
      const symbol = rows[top + bit] as number
      masks[symbol] = (masks[symbol] as number) | (1 << bit)
    }
    const lastBit = height - 1
    let plus = -1
    let minus = 0
    for (let column = 0; column < columns.length; column++) {
      const stepIn = steps[column] as number
      let equal = masks[columns[column] as number] as number
      const vertical = equal | minus
      if (stepIn < 0) equal |= 1
      const horizontal = ((((equal & plus) + plus) | 0) ^ plus) | equal
      let up = minus | ~(horizontal | plus)
      let down = plus & horizontal
      steps[column] = ((up >>> lastBit) & 1) - ((down >>> lastBit) & 1)
      up <<= 1
      down <<= 1
      if (stepIn < 0) down |= 1
      else if (stepIn > 0) up |= 1
      plus = down | ~(vertical | up)
      minus = up & vertical
    }
    for (let bit = 0; bit < height; bit++) masks[rows[top + bit] as number] = 0
  }
  let distance = rows.length
  for (const step of steps) distance += step
  return distance
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
