import type { WordDistance } from './word-distance.ts'

/** What must at least be spent from the columns of a row from `start` on, for each of the two distances. */
export interface LeastRest {
  start: number
  common: Int32Array
  replacing: Int32Array
}

/**
 * What must still be spent from a place of the comparison table: at least the words that the rest of one text has more of
 * than the rest of the other. Where that and what was spent at least, counted alike, exceed the bound, no way leads
 * through the place.
 */
export class LeastChanges {
  readonly #rows: Int32Array
  readonly #columns: Int32Array
  readonly #bound: WordDistance
  /** Words of all rows less words of all columns. */
  readonly #total: Int32Array
  /** Words of the rows above less words of the columns to the left, at row `#row` and column `#start`. */
  readonly #before: Int32Array
  readonly #work: Int32Array
  #row = 0
  #start = 0
  /** Surpluses of rows and columns before and after the place. */
  #counts = { rowsBefore: 0, columnsBefore: 0, rowsAfter: 0, columnsAfter: 0 }
  constructor(rows: Int32Array, columns: Int32Array, alphabet: number, bound: WordDistance) {
    this.#rows = rows
    this.#columns = columns
    this.#bound = bound
    this.#total = new Int32Array(alphabet)
    this.#before = new Int32Array(alphabet)
    this.#work = new Int32Array(alphabet)
    for (const word of rows) this.#total[word] = (this.#total[word] as number) + 1
    for (const word of columns) this.#total[word] = (this.#total[word] as number) - 1
    for (const surplus of this.#total) {
      if (surplus > 0) this.#counts.rowsAfter += surplus
      else this.#counts.columnsAfter -= surplus
    }
  }

  /** What must still be spent from the columns of a row, for rows further down each time. */
  from(row: number): LeastRest {
    const rows = this.#rows
    const columns = this.#columns
    const total = this.#total
    for (; this.#row < row; this.#row++) this.#takeRow(rows[this.#row] as number)
    // Off the diagonal by more than this, insertions and deletions alone exceed the larger bound.
    const drift = columns.length - rows.length
    const reach = Math.max(this.#bound.inserts_and_deletes, this.#bound.changed_words)
    const start = Math.max(0, Math.ceil(row + (drift - reach) / 2))
    const end = Math.min(columns.length, Math.floor(row + (drift + reach) / 2))
    for (; this.#start < start; this.#start++) this.#takeColumn(columns[this.#start] as number)

    const work = this.#work
    work.set(this.#before)
    let { rowsBefore, columnsBefore, rowsAfter, columnsAfter } = this.#counts
    const common = new Int32Array(end - start + 1)
    const replacing = new Int32Array(end - start + 1)
    const { inserts_and_deletes: commonBound, changed_words: replacingBound } = this.#bound
    let reached = 0
    for (let column = start; column <= end; column++) {
      const place = column - start
      const changes = rowsAfter + columnsAfter
      const replaced = Math.max(rowsAfter, columnsAfter)
      const replacedBefore = Math.max(rowsBefore, columnsBefore)
      const isCommon = changes + rowsBefore + columnsBefore <= commonBound
      const isReplacing = replaced + replacedBefore <= replacingBound
      common[place] = isCommon ? changes : UNREACHABLE
      replacing[place] = isReplacing ? replaced : UNREACHABLE
      if (isCommon || isReplacing) reached = place + 1
      if (column === end) break
      const word = columns[column] as number
      const before = work[word] as number
      const after = (total[word] as number) - before
      work[word] = before - 1
      if (before > 0) rowsBefore--
      else columnsBefore++
      if (after < 0) columnsAfter--
      else rowsAfter++
    }
    return { start, common: common.subarray(0, reached), replacing: replacing.subarray(0, reached) }
  }

  #takeRow(word: number): void {
    const before = this.#before[word] as number
    const after = (this.#total[word] as number) - before
    this.#before[word] = before + 1
    if (before < 0) this.#counts.columnsBefore--
    else this.#counts.rowsBefore++
    if (after > 0) this.#counts.rowsAfter--
    else this.#counts.columnsAfter++
  }

  #takeColumn(word: number): void {
    const before = this.#before[word] as number
    const after = (this.#total[word] as number) - before
    this.#before[word] = before - 1
    if (before > 0) this.#counts.rowsBefore--
    else this.#counts.columnsBefore++
    if (after < 0) this.#counts.columnsAfter--
    else this.#counts.rowsAfter++
  }
}

const UNREACHABLE = 0x3fffffff
