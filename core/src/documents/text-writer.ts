import type { Block, CellContent, TableRow } from './block.ts'
import type { TableCell, TextBlock, TextTable } from './document.ts'
import { RowSeparators } from './html-table.ts'
import type { Mark, StagedText } from './html-text.ts'

const LINE_FEED = 0x0a
const BLANK = 0x20
const BAR = 0x7c
/** Up to this length unit by unit is faster than a copy as a whole. */
const SHORT = 64

/** Takes the range of the text that an inline XBRL element draws. */
export type Place = (element: number, start: number, end: number) => void

/** Writes blocks one after the other into the canonical text, and follows where each place of the staged text goes. */
export class TextWriter {
  readonly blocks: TextBlock[] = []
  readonly tables: TextTable[] = []
  /** For each block whether a page of the original begins with it. */
  readonly startsPage: boolean[] = []
  readonly #staged: StagedText
  readonly #separators: RowSeparators
  readonly #starts: Mark[]
  readonly #ends: Mark[]
  #units: Uint16Array
  #length = 0
  #nextStart = 0
  #nextEnd = 0
  /** Where the text copied last ends. */
  #lastEnd = 0
  readonly #startOf: number[] = []
  readonly #place: Place

  constructor(staged: StagedText, starts: Mark[], ends: Mark[], place: Place) {
    this.#staged = staged
    this.#separators = new RowSeparators(staged)
    this.#starts = starts
    this.#ends = ends
    this.#place = place
    this.#units = new Uint16Array(staged.length + (staged.length >> 2) + 1024)
  }

  write(block: Block) {
    if (this.#length > 0) {
      this.#put(LINE_FEED)
      this.#put(LINE_FEED)
    }
    const start = this.#length
    if (block.rows !== null) this.#writeRows(block.rows, start)
    else this.#writeText(block, false)
    const written: TextBlock = { kind: block.kind, start, end: this.#length, bold: block.bold }
    if (block.italic) written.italic = true
    this.blocks.push(written)
    if (block.typedRows !== null) this.#addTyped(block.typedRows, start)
    this.startsPage.push(block.startsPage)
  }

  #addTyped(rows: TableCell[][], start: number) {
    for (const cell of rows.flat()) {
      cell.start += start
      cell.end += start
    }
    this.tables.push({ start, end: this.#length, rows })
  }

  /** The canonical text. */
  text(): string {
    return Buffer.from(this.#units.buffer, 0, this.#length * 2).toString('utf16le')
  }

  /** Ends the elements that nothing followed, once all blocks are written. */
  finish() {
    this.#endMarks(Number.POSITIVE_INFINITY)
  }

  #writeRows(rows: TableRow[], start: number) {
    let columns = 0
    for (let index = 0; index < rows.length; index++) {
      const { cells, contents } = rows[index] as TableRow
      if (index > 0) this.#put(LINE_FEED)
      this.#separators.startRow()
      let drawn = 0
      for (let each = 0; each < cells.length; each++) {
        const cell = cells[each] as TableCell
        const content = contents[each] as CellContent
        if (content !== null) {
          if (this.#separators.before(content)) this.#putSeparator()
          drawn++
        }
        cell.start = this.#length
        if (content !== null) this.#writeContent(content)
        cell.end = this.#length
      }
      columns = Math.max(columns, drawn)
    }
    // A single column is an arrangement of lines, not a table.
    if (columns > 1) this.tables.push({ start, end: this.#length, rows: rows.map((row) => row.cells) })
  }

  #writeContent(content: Block | Block[]) {
    if (!Array.isArray(content)) {
      this.#writeText(content, true)
      return
    }
    for (let each = 0; each < content.length; each++) {
      if (each > 0) this.#put(BLANK)
      this.#writeText(content[each] as Block, true)
    }
  }

  #writeText(block: Block, oneLine: boolean) {
    if (block.parts === null) {
      this.#copy(block.start, block.end, oneLine)
      return
    }
    for (let each = 0; each < block.parts.length; each++) {
      if (each > 0) this.#put(BLANK)
      this.#writeText(block.parts[each] as Block, true)
    }
  }

  /** Copies staged text. All of it is copied in its order, so the marks are met in theirs. */
  #copy(start: number, end: number, oneLine: boolean) {
    this.#reserve(end - start)
    this.#endMarks(start)
    const from = this.#staged.units
    const to = this.#units
    const base = this.#length
    const at = base + end - start
    if (!oneLine && end - start > SHORT) to.set(from.subarray(start, end), base)
    else
      for (let each = start; each < end; each++) {
        const unit = from[each] as number
        to[base + each - start] = oneLine && unit === LINE_FEED ? BLANK : unit
      }
    // An element that begins where this text ends draws nothing of it.
    while (this.#nextStart < this.#starts.length && (this.#starts[this.#nextStart] as Mark).at < end) {
      const mark = this.#starts[this.#nextStart++] as Mark
      this.#startOf[mark.element] = base + Math.max(0, mark.at - start)
    }
    while (this.#nextEnd < this.#ends.length && (this.#ends[this.#nextEnd] as Mark).at <= end) {
      const mark = this.#ends[this.#nextEnd++] as Mark
      this.#finish(mark.element, base + mark.at - start)
    }
    this.#length = at
    this.#lastEnd = at
  }

  /** Ends elements that end before a place, where the text before it ends. */
  #endMarks(before: number) {
    while (this.#nextEnd < this.#ends.length && (this.#ends[this.#nextEnd] as Mark).at <= before) {
      const mark = this.#ends[this.#nextEnd++] as Mark
      this.#finish(mark.element, this.#lastEnd)
    }
  }

  /** Gives an element its range, from the first character it draws to the last. */
  #finish(element: number, textEnd: number) {
    const units = this.#units
    let start = this.#startOf[element] ?? textEnd
    let end = textEnd
    while (start < end && isSpace(units[start] as number)) start++
    while (end > start && isSpace(units[end - 1] as number)) end--
    if (end > start) this.#place(element, start, end)
  }

  #put(unit: number) {
    this.#reserve(1)
    this.#units[this.#length++] = unit
  }

  #putSeparator() {
    this.#reserve(3)
    this.#units[this.#length++] = BLANK
    this.#units[this.#length++] = BAR
    this.#units[this.#length++] = BLANK
  }

  #reserve(more: number) {
    if (this.#length + more <= this.#units.length) return
    const grown = new Uint16Array(Math.max(this.#units.length * 2, this.#length + more))
    grown.set(this.#units.subarray(0, this.#length))
    this.#units = grown
  }
}

function isSpace(unit: number): boolean {
  return unit === BLANK || unit === LINE_FEED
}
