import { type Block, lengthOf, looksLikeHeading, type TableRow, textOf } from './block.ts'

/** Signs that stand in a column of their own only to line up the figures. */
const BEFORE_FIGURE = /^(?:\(|[$€£¥₹]|(?:US|C|A|HK|NT|R)\$|[$€£¥] ?\()$/
const AFTER_FIGURE = /^(?:\)|%|\)%|%\)|\) ?%|bps?|pts)$/
const FIGURE_END = /[\d—–)-]$/
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
export function tableBlocks(rows: TableRow[], staged: string): Block[] {
  placeColumns(rows)
  const drawnRows = rows.filter((row) => row.contents.some((content) => content !== null))
  const blocks: Block[] = []
  let table: Block | null = null
  for (const row of drawnRows) {
    const drawn = row.contents.filter((content) => content !== null)
    if (drawn.some(isLayout)) {
      table = null
      for (const content of drawn) blocks.push(...content)
      continue
    }
    const arranged = arrangedRow(drawn, drawnRows.length, staged)
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
    for (const content of drawn) {
      for (const block of content) {
        if (block.startsPage) table.startsPage = true
        if (!block.bold) table.bold = false
      }
    }
  }
  return blocks
}

/** What stands between two neighbouring cells of a row: a sign is joined to its figure, everything else set apart. */
export function rowSeparators(contents: (Block[] | null)[], staged: string): string[] {
  const separators: string[] = []
  let waiting = false
  let last: Block[] | null = null
  for (const content of contents) {
    if (content === null) continue
    const sign = signOf(content, staged)
    const isBefore = sign !== '' && BEFORE_FIGURE.test(sign)
    const joins: boolean =
      waiting ||
      (!isBefore && sign !== '' && last !== null && AFTER_FIGURE.test(sign) && endsFigure(last, staged))
    separators.push(joins ? '' : ' | ')
    waiting = isBefore
    if (!isBefore) last = content
  }
  if (separators.length > 0) separators[0] = ''
  return separators
}

function signOf(content: Block[], staged: string): string {
  const only = content[0] as Block
  return content.length === 1 && only.parts === null && only.end - only.start <= MAX_SIGN_LENGTH
    ? staged.slice(only.start, only.end)
    : ''
}

function endsFigure(content: Block[], staged: string): boolean {
  const { end } = content.at(-1) as Block
  return FIGURE_END.test(staged.slice(end - 1, end))
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

function isLayout(content: Block[]): boolean {
  let length = 0
  for (const block of content) {
    if (block.kind === 'table' || block.kind === 'list_item' || block.kind === 'preformatted') return true
    length += lengthOf(block)
  }
  return length > MAX_CELL_LENGTH && content.length > 1
}

function arrangedRow(drawn: Block[][], rowCount: number, staged: string): Block | null {
  const [first, second] = drawn as [Block[], Block[] | undefined]
  if (drawn.length === 1 && rowCount === 1) return first.length === 1 ? (first[0] as Block) : null
  if (drawn.length !== 2 || second === undefined) return null
  if (first.length !== 1 || lengthOf(first[0] as Block) > MAX_MARKER_LENGTH) return null
  const marker = oneLine(textOf(first[0] as Block, staged))
  const isBullet = BULLET.test(marker)
  const isNumbered = !isBullet && NUMBERED.test(marker)
  const isLabel = rowCount === 1 && ITEM_LABEL.test(marker)
  if (!isBullet && !isNumbered && !isLabel) return null
  const parts = [...first, ...second]
  const text = oneLine(second.map((block) => textOf(block, staged)).join(' '))
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
  }
}

function oneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text
}
