import type { TableCell, TextTable } from './document.ts'

/** A cell as a reader sees it: a figure together with its currency sign, in the column it stands under. */
export interface GridCell {
  /** Half-open UTF-16 indexes into the text. */
  start: number
  end: number
  column: number
  column_span: number
  header: boolean
}

export interface TableGrid {
  columns: number
  rows: GridCell[][]
}

/** Columns of the original this far apart may be one: a sign, its figure, and a gap between. */
const MAX_DISTANCE = 3

/**
 * The part of a table between `start` and `end`, laid out for reading. Filings give signs, brackets and gaps columns of
 * their own; of those only the columns stay that hold something beside others.
 */
export function tableGrid(table: TextTable, start: number, end: number): TableGrid {
  const rows = table.rows.map((row) => joinedCells(row, start, end)).filter((row) => row.length > 0)
  const starts = columnStarts(rows)
  const columnOf = (column: number) => starts.findLastIndex((first) => first <= column)
  return {
    columns: starts.length,
    rows: rows.map((row) =>
      row.map((cell, index) => {
        const column = columnOf(cell.column)
        const next = row[index + 1]
        const limit = next === undefined ? starts.length : columnOf(next.column)
        const reach = columnOf(cell.column + cell.column_span - 1) + 1
        return { ...cell, column, column_span: Math.max(1, Math.min(reach, limit) - column) }
      }),
    ),
  }
}

/** The drawn cells of a row, each with those that follow it without a separator. */
function joinedCells(row: TableCell[], start: number, end: number): GridCell[] {
  const cells: GridCell[] = []
  for (const cell of row) {
    const from = Math.max(cell.start, start)
    const to = Math.min(cell.end, end)
    if (from >= to) continue
    const last = cells.at(-1)
    if (last !== undefined && last.end === from) {
      last.end = to
      last.column_span = cell.column + cell.column_span - last.column
    } else {
      const { column, column_span, header } = cell
      cells.push({ start: from, end: to, column, column_span, header })
    }
  }
  return cells
}

/** First columns of the original that make one column each: neighbours of which no row fills two. */
function columnStarts(rows: GridCell[][]): number[] {
  const rowsOf = new Map<number, Set<number>>()
  for (const [index, row] of rows.entries()) {
    for (const { column } of row) {
      const known = rowsOf.get(column)
      if (known === undefined) rowsOf.set(column, new Set([index]))
      else known.add(index)
    }
  }
  const starts: number[] = []
  let filled = new Set<number>()
  for (const [column, own] of [...rowsOf].sort(([one], [other]) => one - other)) {
    const first = starts.at(-1)
    const apart =
      first === undefined || column - first > MAX_DISTANCE || [...own].some((row) => filled.has(row))
    if (apart) {
      starts.push(column)
      filled = own
    } else for (const row of own) filled.add(row)
  }
  return starts
}
