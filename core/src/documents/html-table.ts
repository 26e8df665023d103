import {
  type Block,
  blocksOf,
  type CellContent,
  lengthOf,
  looksLikeHeading,
  type TableRow,
  textOf,
} from './block.ts'
import type { StagedText } from './html-text.ts'

/** Signs that stand in a column of their own only to line up the figures. */
const BEFORE_FIGURE = /^(?:\(|[$€£¥₹]|(?:US|C|A|HK|NT|R)\$|[$€£¥] ?\()$/
const AFTER_FIGURE = /^(?:\)|%|\)%|%\)|\) ?%|bps?|pts)$/
/** A figure ends in a digit, a dash for nothing, or the bracket of a negative. */
const FIGURE_END = '—–-)'
const MAX_SIGN_LENGTH = 4
/** Markers of list entries that filings set as tables of two columns. */
const BULLET = /^[•·●○◦▪▫■□➢✓∙‣–—*-]$/
const NUMBERED = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]$/i
const ITEM_LABEL = /^(?:item|part)\s+[\divx]+[a-c]?\s*[.:]?$/i
const MAX_MARKER_LENGTH = 30

/** A cell with more text than this, or with a table of its own, arranges the page rather than figures. */
const MAX_CELL_LENGTH = 1200
/** Cells further right reach down into no row: nothing that is drawn has as many columns. */
const MAX_COLUMNS = 1000

/**
 * The blocks of a finished table: itself, except where it is only an arrangement of text: list entries, a heading with its
 * number, or whole paragraphs side by side become what they are. Nested tables have been replaced by their blocks.
 */
export function tableBlocks(rows: TableRow[], staged: StagedText): Block[] {
  placeColumns(rows)
  const drawnRows = rows.filter((row) => row.contents.some((content) => content !== null))
  const blocks: Block[] = []
  let table: Block | null = null
  for (const row of drawnRows) {
    if (row.contents.some(isLayout)) {
      table = null
      for (const content of row.contents) blocks.push(...blocksOf(content))
      continue
    }
    const arranged = arrangedRow(row.contents, drawnRows.length, staged)
    if (arranged !== null) {
      table = null
      blocks.push(arranged)
      continue
    }
    if (table === null) {
      table = emptyTable()
      blocks.push(table)
    }
    table.rows?.push(row)
    for (const content of row.contents) {
      if (content === null) continue
      if (!Array.isArray(content)) addStyle(table, content)
      else for (const block of content) addStyle(table, block)
    }
  }
  return blocks
}

function addStyle(table: Block, block: Block) {
  if (block.startsPage) table.startsPage = true
  if (!block.bold) table.bold = false
}

/** What stands between neighbouring cells of a row: a sign is joined to its figure, everything else set apart. */
export class RowSeparators {
  readonly #staged: StagedText
  #waiting = false
  #last: Block | null = null
  #first = true

  constructor(staged: StagedText) {
    this.#staged = staged
  }

  startRow() {
    this.#waiting = false
    this.#last = null
    this.#first = true
  }

  /** Whether ` | ` stands before a cell that holds this. */
  before(content: Block | Block[]): boolean {
    const only = Array.isArray(content) ? (content[0] as Block) : content
    const sign = only === content ? this.#signOf(only) : ''
    const isBefore = sign !== '' && BEFORE_FIGURE.test(sign)
    const joins =
      this.#waiting ||
      (!isBefore &&
        sign !== '' &&
        this.#last !== null &&
        AFTER_FIGURE.test(sign) &&
        this.#endsFigure(this.#last))
    const apart = !joins && !this.#first
    this.#first = false
    this.#waiting = isBefore
    if (!isBefore) this.#last = Array.isArray(content) ? (content.at(-1) as Block) : content
    return apart
  }

  /** Text short enough for a sign that does not begin like a figure. */
  #signOf(block: Block): string {
    const length = block.end - block.start
    if (length > MAX_SIGN_LENGTH || block.parts !== null) return ''
    const first = this.#staged.units[block.start] as number
    return isDigit(first) ? '' : this.#staged.slice(block.start, block.end)
  }

  #endsFigure({ end }: Block): boolean {
    const unit = this.#staged.units[end - 1] as number
    return isDigit(unit) || FIGURE_END.includes(String.fromCharCode(unit))
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function emptyTable(): Block {
  return {
    kind: 'table',
    start: 0,
    end: 0,
    bold: true,
    italic: false,
    startsPage: false,
    parts: null,
    rows: [],
    typedRows: null,
  }
}

/** Gives each cell its column of the grid: a cell takes the first columns that no cell above reaches down into. */
function placeColumns(rows: TableRow[]) {
  /** For each column the number of further rows that a cell above takes. */
  const taken: number[] = []
  for (const { cells } of rows) {
    let column = 0
    for (const cell of cells) {
      while (column < taken.length && (taken[column] as number) > 0) column++
      cell.column = column
      column += cell.column_span
    }
    for (let at = 0; at < taken.length; at++)
      if ((taken[at] as number) > 0) taken[at] = (taken[at] as number) - 1
    for (const cell of cells) {
      if (cell.row_span < 2) continue
      const end = Math.min(cell.column + cell.column_span, MAX_COLUMNS)
      while (taken.length < end) taken.push(0)
      for (let at = cell.column; at < end; at++) taken[at] = cell.row_span - 1
    }
  }
}

function isLayout(content: CellContent): boolean {
  if (content === null) return false
  if (!Array.isArray(content)) return isArranging(content)
  let length = 0
  for (const block of content) {
    if (isArranging(block)) return true
    length += lengthOf(block)
  }
  return length > MAX_CELL_LENGTH
}

function isArranging({ kind }: Block): boolean {
  return kind === 'table' || kind === 'list_item' || kind === 'preformatted'
}

/** The block of a row that is a list entry or a heading, null for every other row. */
function arrangedRow(contents: CellContent[], rowCount: number, staged: StagedText): Block | null {
  let first: CellContent = null
  let second: CellContent = null
  for (const content of contents) {
    if (content === null) continue
    if (first === null) first = content
    else if (second === null) second = content
    else return null
  }
  if (second === null) return rowCount === 1 && !Array.isArray(first) ? first : null
  if (first === null || Array.isArray(first) || lengthOf(first) > MAX_MARKER_LENGTH) return null
  const marker = oneLine(textOf(first, staged))
  const isBullet = BULLET.test(marker)
  const isNumbered = !isBullet && NUMBERED.test(marker)
  const isLabel = rowCount === 1 && ITEM_LABEL.test(marker)
  if (!isBullet && !isNumbered && !isLabel) return null
  const rest = blocksOf(second)
  const parts = [first, ...rest]
  const text = oneLine(rest.map((block) => textOf(block, staged)).join(' '))
  if (isBullet && /\p{L}{2}/u.test(text)) return arranged('list_item', parts)
  // Three words tell an entry of a list from a row such as "• | 12".
  if (isNumbered && /\S \S+ \S/.test(text)) return arranged('list_item', parts)
  if (!isLabel) return null
  const bold = parts.every((block) => block.bold)
  return arranged((bold || text.length <= 80) && looksLikeHeading(text) ? 'heading' : 'paragraph', parts)
}

function arranged(kind: Block['kind'], parts: Block[]): Block {
  return {
    kind,
    start: (parts[0] as Block).start,
    end: (parts.at(-1) as Block).end,
    bold: parts.every((block) => block.bold),
    italic: parts.every((block) => block.italic),
    startsPage: parts.some((block) => block.startsPage),
    parts,
    rows: null,
    typedRows: null,
  }
}

function oneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text
}
