import type { Numbers } from './similarity.ts'

/**
 * Distances of two sequences of numbers, 32 rows of the comparison table at a time with bit operations (Hyyrö 2004; Myers
 * 1999 as restated by Hyyrö 2003). The table is computed from top to bottom in slabs of rows, each over a range of columns
 * of its own. Where a slab begins further right or reaches further right than the one above, the missing edge is taken to
 * be walked straight down or straight along: a way through the table like any other. So the result is the length of the
 * shortest way within the ranges, and exact when a shortest way of all lies within them.
 *
 * `Columns` holds what one slab leaves to the next: the step along its lower edge from each column to the next one.
 */
export interface Columns {
  readonly kind: 'inserts_and_deletes' | 'changed_words'
  /** Computes rows `top` to `bottom` over the columns `from` to `to`; neither may lie before those of the slab above. */
  advance(top: number, bottom: number, from: number, to: number): void
  /** The distance at the lower edge of the last slab, where its columns begin. */
  edge(): number
  /** What the distance grows by from there to the next column and so on. */
  step(column: number): number
}

const ROWS = 32
/** So many strips of rows go through the columns together: their operations do not wait for one another. */
const STRIPS = 4

abstract class Strips {
  readonly rows: Numbers
  readonly columns: Int32Array
  readonly masks: Int32Array
  #from = 0
  #to = 0
  #edge = 0

  constructor(rows: Numbers, columns: Int32Array, masks: Int32Array) {
    this.rows = rows
    this.columns = columns
    this.masks = masks
  }

  abstract step(column: number): number
  /** Takes back what is known of the columns from `from` to `to`: along the row, all of them are insertions. */
  protected abstract forget(from: number, to: number): void
  protected abstract strip(height: number, from: number, to: number): void
  protected abstract strips(from: number, to: number): void

  advance(top: number, bottom: number, from: number, to: number): void {
    for (let column = this.#from; column < from; column++) this.#edge += this.step(column)
    if (to < this.#to) this.forget(to, this.#to)
    this.#from = from
    this.#to = to
    let row = top
    for (; row + ROWS * STRIPS <= bottom; row += ROWS * STRIPS) {
      this.#mark(row, ROWS * STRIPS, STRIPS)
      this.strips(from, to)
      this.#clear(row, ROWS * STRIPS, STRIPS)
    }
    for (; row < bottom; row += ROWS) {
      const height = Math.min(ROWS, bottom - row)
      this.#mark(row, height, 1)
      this.strip(height, from, to)
      this.#clear(row, height, 1)
    }
    this.#edge += bottom - top
  }

  edge(): number {
    return this.#edge
  }

  #mark(top: number, height: number, strips: number): void {
    for (let row = 0; row < height; row++) {
      const place = (this.rows[top + row] as number) * strips + (row >>> 5)
      this.masks[place] = (this.masks[place] as number) | (1 << (row & 31))
    }
  }

  #clear(top: number, height: number, strips: number): void {
    for (let row = 0; row < height; row++) {
      this.masks[(this.rows[top + row] as number) * strips + (row >>> 5)] = 0
    }
  }
}

/**
 * By longest common subsequence: a zero bit of `vector` marks a row where it grows; the carry of the addition runs from
 * one strip into the next, and is 1 where the subsequence grows along the lower edge.
 */
class CommonStrips extends Strips implements Columns {
  readonly kind = 'inserts_and_deletes'
  readonly #carries: Uint8Array

  constructor(rows: Numbers, columns: Int32Array, masks: Int32Array) {
    super(rows, columns, masks)
    this.#carries = new Uint8Array(columns.length)
  }

  step(column: number): number {
    return this.#carries[column] === 1 ? -1 : 1
  }

  protected forget(from: number, to: number): void {
    this.#carries.fill(0, from, to)
  }

  protected strip(height: number, from: number, to: number): void {
    const { masks, columns } = this
    const carries = this.#carries
    const last = height - 1
    let vector = -1
    for (let column = from; column < to; column++) {
      const matches = masks[columns[column] as number] as number
      const carry = carries[column] as number
      const kept = vector & matches
      const sum = (((vector + kept) | 0) + carry) | 0
      // In a strip of fewer than 32 rows the carry comes out below the topmost bit.
      carries[column] = ((kept | (vector & ~sum)) >>> last) & 1
      vector = sum | (vector & ~matches)
    }
  }

  protected strips(from: number, to: number): void {
    const { masks, columns } = this
    const carries = this.#carries
    let v0 = -1
    let v1 = -1
    let v2 = -1
    let v3 = -1
    for (let column = from; column < to; column++) {
      const place = (columns[column] as number) << 2
      const m0 = masks[place] as number
      const m1 = masks[place + 1] as number
      const m2 = masks[place + 2] as number
      const m3 = masks[place + 3] as number
      let carry = carries[column] as number
      let kept = v0 & m0
      let sum = (((v0 + kept) | 0) + carry) | 0
      carry = (kept | (v0 & ~sum)) >>> 31
      v0 = sum | (v0 & ~m0)
      kept = v1 & m1
      sum = (((v1 + kept) | 0) + carry) | 0
      carry = (kept | (v1 & ~sum)) >>> 31
      v1 = sum | (v1 & ~m1)
      kept = v2 & m2
      sum = (((v2 + kept) | 0) + carry) | 0
      carry = (kept | (v2 & ~sum)) >>> 31
      v2 = sum | (v2 & ~m2)
      kept = v3 & m3
      sum = (((v3 + kept) | 0) + carry) | 0
      carries[column] = (kept | (v3 & ~sum)) >>> 31
      v3 = sum | (v3 & ~m3)
    }
  }
}

/**
 * With replacement: `plus` and `minus` hold the steps of +1 and −1 down a column of the table, and the step along the
 * lower edge of a strip goes into the next one.
 */
class ReplacingStrips extends Strips implements Columns {
  readonly kind = 'changed_words'
  /** Bit 0: +1. Bit 1: −1. */
  readonly #steps: Uint8Array

  constructor(rows: Numbers, columns: Int32Array, masks: Int32Array) {
    super(rows, columns, masks)
    // Along the upper edge of the table every column costs one more insertion.
    this.#steps = new Uint8Array(columns.length).fill(1)
  }

  step(column: number): number {
    const step = this.#steps[column] as number
    return (step & 1) - (step >> 1)
  }

  protected forget(from: number, to: number): void {
    this.#steps.fill(1, from, to)
  }

  protected strip(height: number, from: number, to: number): void {
    const { masks, columns } = this
    const steps = this.#steps
    const last = height - 1
    let plus = -1
    let minus = 0
    for (let column = from; column < to; column++) {
      const step = steps[column] as number
      const stepUp = step & 1
      const stepDown = step >> 1
      const matches = masks[columns[column] as number] as number
      const vertical = matches | minus
      const equal = matches | stepDown
      const horizontal = ((((equal & plus) + plus) | 0) ^ plus) | equal
      const up = minus | ~(horizontal | plus)
      const down = plus & horizontal
      steps[column] = ((up >>> last) & 1) | (((down >>> last) & 1) << 1)
      const upBelow = (up << 1) | stepUp
      plus = (down << 1) | stepDown | ~(vertical | upBelow)
      minus = upBelow & vertical
    }
  }

  protected strips(from: number, to: number): void {
    const { masks, columns } = this
    const steps = this.#steps
    let p0 = -1
    let p1 = -1
    let p2 = -1
    let p3 = -1
    let n0 = 0
    let n1 = 0
    let n2 = 0
    let n3 = 0
    for (let column = from; column < to; column++) {
      const place = (columns[column] as number) << 2
      const step = steps[column] as number
      let stepUp = step & 1
      let stepDown = step >> 1

      let matches = masks[place] as number
      let vertical = matches | n0
      let equal = matches | stepDown
      let horizontal = ((((equal & p0) + p0) | 0) ^ p0) | equal
      let up = n0 | ~(horizontal | p0)
      let down = p0 & horizontal
      let upBelow = (up << 1) | stepUp
      p0 = (down << 1) | stepDown | ~(vertical | upBelow)
      n0 = upBelow & vertical
      stepUp = up >>> 31
      stepDown = down >>> 31

      matches = masks[place + 1] as number
      vertical = matches | n1
      equal = matches | stepDown
      horizontal = ((((equal & p1) + p1) | 0) ^ p1) | equal
      up = n1 | ~(horizontal | p1)
      down = p1 & horizontal
      upBelow = (up << 1) | stepUp
      p1 = (down << 1) | stepDown | ~(vertical | upBelow)
      n1 = upBelow & vertical
      stepUp = up >>> 31
      stepDown = down >>> 31

      matches = masks[place + 2] as number
      vertical = matches | n2
      equal = matches | stepDown
      horizontal = ((((equal & p2) + p2) | 0) ^ p2) | equal
      up = n2 | ~(horizontal | p2)
      down = p2 & horizontal
      upBelow = (up << 1) | stepUp
      p2 = (down << 1) | stepDown | ~(vertical | upBelow)
      n2 = upBelow & vertical
      stepUp = up >>> 31
      stepDown = down >>> 31

      matches = masks[place + 3] as number
      vertical = matches | n3
      equal = matches | stepDown
      horizontal = ((((equal & p3) + p3) | 0) ^ p3) | equal
      up = n3 | ~(horizontal | p3)
      down = p3 & horizontal
      upBelow = (up << 1) | stepUp
      p3 = (down << 1) | stepDown | ~(vertical | upBelow)
      n3 = upBelow & vertical
      steps[column] = (up >>> 31) | ((down >>> 31) << 1)
    }
  }
}

/** Room to mark words of an alphabet in. It is left as it was found, so that one serves many tables. */
export function roomFor(alphabet: number): Int32Array {
  return new Int32Array(alphabet * STRIPS)
}

/** Fewest words to insert and delete. */
export function commonColumns(rows: Numbers, columns: Int32Array, room: Int32Array): Columns {
  return new CommonStrips(rows, columns, room)
}

/** Fewest words to insert, delete or replace. */
export function replacingColumns(rows: Numbers, columns: Int32Array, room: Int32Array): Columns {
  return new ReplacingStrips(rows, columns, room)
}

/** The distance over the whole table. */
export function wholeDistance(rows: Numbers, width: number, columns: Columns): number {
  columns.advance(0, rows.length, 0, width)
  let distance = columns.edge()
  for (let column = 0; column < width; column++) distance += columns.step(column)
  return distance
}
