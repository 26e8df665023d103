import { type Anchor, anchorsOf } from './anchors.ts'
import { type Columns, commonColumns, replacingColumns, roomFor, wholeDistance } from './bit-columns.ts'
import { LeastChanges } from './least-changes.ts'

/** Distances between two sequences of words. */
export interface WordDistance {
  /** Fewest words to insert and delete. */
  inserts_and_deletes: number
  /** Fewest words to insert, delete or replace by another. */
  changed_words: number
}

/**
 * Exact distances between two texts, or null when their differing middles need more than `maximumCells` cells of the
 * comparison table (the product of their lengths).
 *
 * Long texts are aligned along the runs of words they share first: that costs little and bounds the distance from above.
 * Then only those cells are computed through which a way of no more than that cost can go: what was spent to reach a cell
 * is known, and what must still be spent is at least what the rests of both texts have in different words. The way of the
 * shortest distance is among them, so that the result is the same as over the whole table.
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
  return rows.length * columns.length <= SMALL_TABLE
    ? wholeTable(rows, columns, roomFor(alphabet))
    : likelyCells(rows, columns, alphabet)
}

/** Below this the whole table costs no more than finding out what can be left out. */
const SMALL_TABLE = 4_000_000

function wholeTable(rows: Int32Array, columns: Int32Array, room: Int32Array): WordDistance {
  return {
    inserts_and_deletes: wholeDistance(rows, columns.length, commonColumns(rows, columns, room)),
    changed_words: wholeDistance(rows, columns.length, replacingColumns(rows, columns, room)),
  }
}

/** Rows between two looks at which columns are still worth computing; more in very long texts, to bound what is kept. */
const SLAB = 1024
const MOST_SLABS = 48

function likelyCells(rows: Int32Array, columns: Int32Array, alphabet: number): WordDistance {
  const room = roomFor(alphabet)
  const bound = alignedCost(rows, columns, room)
  const least = new LeastChanges(rows, columns, alphabet, bound)
  const [height, width] = [rows.length, columns.length]
  const slab = Math.max(SLAB, Math.ceil(height / MOST_SLABS))
  const edges: { bottom: number; start: number; replacing: Int32Array; spent: Spent }[] = []
  const common = new Pass(commonColumns(rows, columns, room), bound.inserts_and_deletes, height, width)
  for (let top = 0; top < height; top += slab) {
    const bottom = Math.min(height, top + slab)
    const rest = least.from(bottom)
    const spent = common.advance(top, bottom, rest.start, rest.common)
    edges.push({ bottom, start: rest.start, replacing: rest.replacing, spent })
  }
  const insertsAndDeletes = common.distance
  const shared = (height + width - insertsAndDeletes) / 2

  const replacing = new Pass(replacingColumns(rows, columns, room), bound.changed_words, height, width)
  let top = 0
  for (const { bottom, start, replacing: words, spent } of edges) {
    // What the beginnings share and what the rests share is no more than the texts do: this says how little the rests can
    // share, and every word of the longer rest that is not shared is inserted, deleted or replaced.
    for (let index = 0; index < spent.distances.length; index++) {
      const column = spent.from + index
      const sharedBefore = (bottom + column - (spent.distances[index] as number)) / 2
      const changes = Math.max(height - bottom, width - column) - (shared - sharedBefore)
      const place = column - start
      if (place >= 0 && place < words.length && changes > (words[place] as number)) words[place] = changes
    }
    replacing.advance(top, bottom, start, words)
    top = bottom
  }
  return { inserts_and_deletes: insertsAndDeletes, changed_words: replacing.distance }
}

/** The distances along the lower edge of a slab, from one column on: those of ways within the columns computed. */
interface Spent {
  from: number
  distances: Int32Array
}

/** One of the two distances on its way down the table, over columns that can still lead to no more than the bound. */
class Pass {
  distance = 0
  readonly #columns: Columns
  readonly #bound: number
  readonly #height: number
  readonly #width: number
  #first = 0
  #last = 0
  /** Smallest distance minus column among the places the slab above can be left at. */
  #lead = 0

  constructor(columns: Columns, bound: number, height: number, width: number) {
    this.#columns = columns
    this.#bound = bound
    this.#height = height
    this.#width = width
  }

  /** @param rest what must at least be spent from the columns from `start` on; elsewhere the bound is exceeded */
  advance(top: number, bottom: number, start: number, rest: Int32Array): Spent {
    const columns = this.#columns
    const isLast = bottom === this.#height
    const from = this.#first
    let to = isLast ? this.#width : Math.max(this.#last, start + rest.length - 1)
    // A way that goes further right than down inserts at least the difference.
    const drift = this.#lead - (bottom - top)
    while (to > this.#last && !isLast && drift + to + (rest[to - start] as number) > this.#bound) to--
    columns.advance(top, bottom, from, to)
    const distances = new Int32Array(to - from + 1)
    let distance = columns.edge()
    let first = -1
    let last = from
    let lead = Number.POSITIVE_INFINITY
    for (let column = from; column <= to; column++) {
      distances[column - from] = distance
      const place = column - start
      if (place >= 0 && place < rest.length && distance + (rest[place] as number) <= this.#bound) {
        if (first < 0) first = column
        last = column
        if (distance - column < lead) lead = distance - column
      }
      if (column < to) distance += columns.step(column)
    }
    if (first < 0) throw new RangeError('no way within the bound')
    this.#first = first
    this.#last = last
    this.#lead = lead
    this.distance = distance
    return { from, distances }
  }
}

/**
 * Short anchors hold words in place that would better be replaced or matched with others; without them the stretches in
 * between are longer, and their cost is nearer to the distance.
 */
const ANCHOR_LENGTHS = [1, 24, 100]
/** A stretch between two anchors larger than this is counted as changed altogether: it is a bound. */
const LARGE_GAP = 16_000_000

/** What the alignment along the anchors costs: never less than the distance. */
function alignedCost(rows: Int32Array, columns: Int32Array, room: Int32Array): WordDistance {
  const anchors = anchorsOf(rows, columns)
  const choices = ANCHOR_LENGTHS.map((least) => anchors.filter(({ length }) => length >= least))
  const least = (measure: typeof commonColumns) =>
    Math.min(...choices.map((chosen) => costBetween(chosen, rows, columns, room, measure)))
  return { inserts_and_deletes: least(commonColumns), changed_words: least(replacingColumns) }
}

function costBetween(
  anchors: readonly Anchor[],
  rows: Int32Array,
  columns: Int32Array,
  room: Int32Array,
  measure: typeof commonColumns,
): number {
  let cost = 0
  let row = 0
  let column = 0
  for (const { left, right, length } of [
    ...anchors,
    { left: rows.length, right: columns.length, length: 0 },
  ]) {
    const a = rows.subarray(row, left)
    const b = columns.subarray(column, right)
    row = left + length
    column = right + length
    if (a.length === 0 || b.length === 0) cost += a.length + b.length
    else if (a.length * b.length > LARGE_GAP) cost += a.length + b.length
    else cost += wholeDistance(a, b.length, measure(a, b, room))
  }
  return cost
}
