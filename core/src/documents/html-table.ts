import { type BlockDraft, type DraftCell, type DraftMark, looksLikeHeading } from './block-draft.ts'

/** A cell while its table is read. */
export interface CellDraft {
  blocks: BlockDraft[]
  column_span: number
  row_span: number
  header: boolean
}

/** A table while it is read: rows of cells. */
export interface TableFrame {
  rows: CellDraft[][]
}

export function openTable(): TableFrame {
  return { rows: [] }
}

export function addCell(table: TableFrame, cell: Omit<CellDraft, 'blocks'>) {
  if (table.rows.length === 0) table.rows.push([])
  table.rows.at(-1)?.push({ ...cell, blocks: [] })
}

/** The cell that content goes to; text outside any cell opens one, since it must not be lost. */
export function currentCell(table: TableFrame): BlockDraft[] {
  if (table.rows.length === 0) table.rows.push([])
  const row = table.rows.at(-1) as CellDraft[]
  if (row.length === 0) row.push({ blocks: [], column_span: 1, row_span: 1, header: false })
  return (row.at(-1) as CellDraft).blocks
}

/** Signs that stand in a column of their own only to line up the figures. */
const BEFORE_FIGURE = /^(?:\(|[$€£¥₹]|(?:US|C|A|HK|NT|R)\$|[$€£¥] ?\()$/
const AFTER_FIGURE = /^(?:\)|%|\)%|%\)|\) ?%|bps?|pts)$/
/** Markers of list entries that filings set as tables of two columns. */
const BULLET = /^[•·●○◦▪▫■□➢✓∙‣–—*-]$/
const NUMBERED = /^\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]$/i
const ITEM_LABEL = /^(?:item|part)\s+[\divx]+[a-c]?\s*[.:]?$/i

/** A cell with more text than this, or with a table of its own, arranges the page rather than figures. */
const MAX_CELL_LENGTH = 1200

/**
 * The blocks of a finished table: rows as lines ` | `, except where the table is only an arrangement of text: list entries,
 * a heading with its number, or whole paragraphs side by side become what they are.
 */
export function tableBlocks(table: TableFrame): BlockDraft[] {
  const blocks: BlockDraft[] = []
  let block = emptyTable()
  const flush = () => {
    if (block.text !== '') blocks.push(block)
    block = emptyTable()
  }
  const rows = placedRows(table).filter((row) => row.some(isDrawn))
  for (const row of rows) {
    const drawn = row.filter(isDrawn)
    if (drawn.some(isLayout)) {
      flush()
      for (const cell of drawn) blocks.push(...cell.blocks)
      continue
    }
    const special = arrangedRow(drawn, rows.length)
    if (special !== undefined) {
      flush()
      blocks.push(special)
      continue
    }
    addRow(block, row)
  }
  flush()
  return blocks
}

interface PlacedCell extends CellDraft {
  column: number
}

const isDrawn = (cell: CellDraft) => cell.blocks.length > 0
const emptyTable = (): BlockDraft & { rows: DraftCell[][]; marks: DraftMark[] } => ({
  kind: 'table',
  text: '',
  bold: true,
  rows: [],
  marks: [],
})

/** Cells further right reach down into no row: nothing that is drawn has as many columns. */
const MAX_COLUMNS = 1000

/** Gives each cell its column of the grid: a cell takes the first columns that no cell above reaches down into. */
function placedRows(table: TableFrame): PlacedCell[][] {
  /** For each column the number of further rows that a cell above takes. */
  const taken: number[] = []
  return table.rows.map((row) => {
    let column = 0
    const placed = row.map((cell) => {
      while ((taken[column] ?? 0) > 0) column++
      const at = column
      column += cell.column_span
      return { ...cell, column: at }
    })
    for (const [each, rows] of taken.entries()) if (rows > 0) taken[each] = rows - 1
    for (const cell of placed) {
      if (cell.row_span < 2) continue
      for (let each = cell.column; each < Math.min(cell.column + cell.column_span, MAX_COLUMNS); each++)
        taken[each] = cell.row_span - 1
    }
    return placed
  })
}

function addRow(table: ReturnType<typeof emptyTable>, row: PlacedCell[]) {
  const cells: DraftCell[] = []
  let before = ''
  let last = ''
  for (const { blocks, ...place } of row) {
    if (blocks.length === 0) {
      cells.push({ ...place, start: table.text.length, end: table.text.length })
      continue
    }
    const text = cellText(blocks)
    const isBefore = BEFORE_FIGURE.test(text)
    const joins = before !== '' || (!isBefore && AFTER_FIGURE.test(text) && /[\d—–-]$|\)$/.test(last))
    if (last === '' && before === '') {
      if (table.text !== '') table.text += '\n'
    } else if (!joins) table.text += ' | '
    const start = table.text.length
    append(table, blocks)
    cells.push({ ...place, start, end: table.text.length })
    before = isBefore ? before + text : ''
    last = isBefore ? last : text
    if (blocks.some((block) => block.startsPage)) table.startsPage = true
    table.bold &&= blocks.every((block) => block.bold)
  }
  table.rows.push(cells)
}

/** Adds the blocks of a cell to a line, one space apart. */
function append(target: BlockDraft, blocks: BlockDraft[]) {
  for (const [index, { text, marks }] of blocks.entries()) {
    if (index > 0) target.text += ' '
    for (const mark of marks ?? []) {
      target.marks ??= []
      target.marks.push({ ...mark, at: mark.at + target.text.length })
    }
    target.text += oneLine(text)
  }
}

function isLayout({ blocks }: CellDraft): boolean {
  let length = 0
  for (const block of blocks) {
    if (block.kind === 'table' || block.kind === 'list_item' || block.kind === 'preformatted') return true
    length += block.text.length
  }
  return length > MAX_CELL_LENGTH && blocks.length > 1
}

function arrangedRow(row: CellDraft[], rowCount: number): BlockDraft | undefined {
  if (row.length === 1 && rowCount === 1) {
    const only = row[0] as CellDraft
    return only.blocks.length === 1 ? only.blocks[0] : undefined
  }
  if (row.length !== 2) return undefined
  const marker = cellText((row[0] as CellDraft).blocks)
  const text = cellText((row[1] as CellDraft).blocks)
  const all = row.flatMap((cell) => cell.blocks)
  const bold = all.every((block) => block.bold)
  const block = (kind: BlockDraft['kind']): BlockDraft => {
    const arranged: BlockDraft = { kind, text: '', bold }
    append(arranged, all)
    if (all.every((each) => each.italic)) arranged.italic = true
    if (all.some((each) => each.startsPage)) arranged.startsPage = true
    return arranged
  }
  // Three words tell an entry of a list from a row such as "• | 12".
  const isSentence = /\S \S+ \S/.test(text)
  if (BULLET.test(marker) && /\p{L}{2}/u.test(text)) return block('list_item')
  if (NUMBERED.test(marker) && isSentence) return block('list_item')
  if (rowCount === 1 && ITEM_LABEL.test(marker)) {
    return block((bold || text.length <= 80) && looksLikeHeading(text) ? 'heading' : 'paragraph')
  }
  return undefined
}

function cellText(blocks: BlockDraft[]): string {
  if (blocks.length === 1) return oneLine((blocks[0] as BlockDraft).text)
  return blocks.map((block) => oneLine(block.text)).join(' ')
}

function oneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text
}
