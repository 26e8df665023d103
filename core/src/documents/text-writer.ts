import type { Block, CellContent, TableRow } from './block.ts'
import type { TableCell, TextBlock, TextTable } from './document.ts'
import { RowSeparators } from './html-table.ts'
import type { Mark, StagedText } from './html-text.ts'

const LINE_FEED = 0x0a
const BLANK = 0x20
const BAR = 0x7c

/** A range of the text, of the inline XBRL element that draws it. */
export interface PlacedElement {
  element: number
  start: number
  end: number
}

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
  readonly #startOf = new Map<number, number>()
  readonly #placed: PlacedElement[] = []

  constructor(staged: StagedText, text: string, starts: Mark[], ends: Mark[]) {
    this.#staged = staged
    this.#separators = new RowSeparators(text)
    this.#starts = starts
    this.#ends = ends
    this.#units = new Uint16Array(staged.length + 1024)
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
    this.startsPage.push(block.startsPage)
  }

  /** The canonical text. */
  text(): string {
    return Buffer.from(this.#units.buffer, 0, this.#length * 2).toString('utf16le')
  }

  /** Ranges of the elements that draw something, trimmed of white space. */
  placed(text: string): PlacedElement[] {
    this.#endMarks(Number.POSITIVE_INFINITY)
    const drawn: PlacedElement[] = []
    for (const range of this.#placed) {
      while (range.start < range.end && isSpace(text.charCodeAt(range.start))) range.start++
      while (range.end > range.start && isSpace(text.charCodeAt(range.end - 1))) range.end--
      if (range.end > range.start) drawn.push(range)
    }
    return drawn
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
    let at = base
    for (let each = start; each < end; each++) {
      const unit = from[each] as number
      to[at++] = oneLine && unit === LINE_FEED ? BLANK : unit
    }
    // An element that begins where this text ends draws nothing of it.
    while (this.#nextStart < this.#starts.length && (this.#starts[this.#nextStart] as Mark).at < end) {
      const mark = this.#starts[this.#nextStart++] as Mark
      this.#startOf.set(mark.element, base + Math.max(0, mark.at - start))
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

  #finish(element: number, end: number) {
    const start = this.#startOf.get(element)
    if (start !== undefined && start < end) this.#placed.push({ element, start, end })
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
