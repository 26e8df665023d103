import { type BlockDraft, looksLikeHeading } from './block-draft.ts'

/** A table while it is read: rows of cells, each cell a list of blocks. */
export interface TableFrame {
  rows: BlockDraft[][][]
}

export function openTable(): TableFrame {
  return { rows: [] }
}

/** The cell that content goes to; text outside any cell opens one, since it must not be lost. */
export function currentCell(table: TableFrame): BlockDraft[] {
  if (table.rows.length === 0) table.rows.push([])
  const row = table.rows.at(-1) as BlockDraft[][]
  if (row.length === 0) row.push([])
  return row.at(-1) as BlockDraft[]
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
  let lines: string[] = []
  let bold = true
  let startsPage = false
  const flush = () => {
    if (lines.length > 0) {
      const block: BlockDraft = { kind: 'table', text: lines.join('\n'), bold }
      if (startsPage) block.startsPage = true
      blocks.push(block)
    }
    lines = []
    bold = true
    startsPage = false
  }
  const rows = table.rows.map((row) => row.filter((cell) => cell.length > 0)).filter((row) => row.length > 0)
  for (const row of rows) {
    if (row.some(isLayout)) {
      flush()
      for (const cell of row) blocks.push(...cell)
      continue
    }
    const special = arrangedRow(row, rows.length)
    if (special !== undefined) {
      flush()
      blocks.push(special)
      continue
    }
    lines.push(rowLine(row.map(cellText)))
    if (row.some((cell) => cell.some((block) => block.startsPage))) startsPage = true
    bold &&= row.every((cell) => cell.every((block) => block.bold))
  }
  flush()
  return blocks
}

function isLayout(cell: BlockDraft[]): boolean {
  let length = 0
  for (const block of cell) {
    if (block.kind === 'table' || block.kind === 'list_item' || block.kind === 'preformatted') return true
    length += block.text.length
  }
  return length > MAX_CELL_LENGTH && cell.length > 1
}

function arrangedRow(row: BlockDraft[][], rowCount: number): BlockDraft | undefined {
  if (row.length === 1 && rowCount === 1) {
    const only = row[0] as BlockDraft[]
    return only.length === 1 ? (only[0] as BlockDraft) : undefined
  }
  if (row.length !== 2) return undefined
  const marker = cellText(row[0] as BlockDraft[])
  const text = cellText(row[1] as BlockDraft[])
  const bold = row.every((cell) => cell.every((block) => block.bold))
  const startsPage = row.some((cell) => cell.some((block) => block.startsPage))
  const block = (kind: BlockDraft['kind']): BlockDraft => ({
    kind,
    text: `${marker} ${text}`,
    bold,
    ...(row.every((cell) => cell.every((each) => each.italic)) && { italic: true }),
    ...(startsPage && { startsPage }),
  })
  // Three words tell an entry of a list from a row such as "• | 12".
  const isSentence = /\S \S+ \S/.test(text)
  if (BULLET.test(marker) && /\p{L}{2}/u.test(text)) return block('list_item')
  if (NUMBERED.test(marker) && isSentence) return block('list_item')
  if (rowCount === 1 && ITEM_LABEL.test(marker)) {
    return block((bold || text.length <= 80) && looksLikeHeading(text) ? 'heading' : 'paragraph')
  }
  return undefined
}

function cellText(cell: BlockDraft[]): string {
  if (cell.length === 1) return oneLine((cell[0] as BlockDraft).text)
  return cell.map((block) => oneLine(block.text)).join(' ')
}

function oneLine(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text
}

/** Joins the cells of a row, a currency sign or a closing bracket with the figure it belongs to. */
function rowLine(cells: string[]): string {
  const merged: string[] = []
  let prefix = ''
  for (const cell of cells) {
    if (BEFORE_FIGURE.test(cell)) {
      prefix += cell
      continue
    }
    if (
      prefix === '' &&
      merged.length > 0 &&
      AFTER_FIGURE.test(cell) &&
      /[\d—–-]$|\)$/.test(merged.at(-1) as string)
    ) {
      merged[merged.length - 1] += cell
      continue
    }
    merged.push(prefix + cell)
    prefix = ''
  }
  if (prefix !== '') merged.push(prefix)
  return merged.join(' | ')
}
