import type { TableCell } from './document.ts'

/** Words of one cell are this close to each other. */
const MAX_GAP = 1
const CURRENCY = new Set(['$', 'US$', '€', '£', '¥', '$('])
/** More columns than anybody types. */
const MAX_COLUMNS = 100

/** Columns of a typed table as `<S>` and `<C>` mark them: where each begins (EDGAR Filer Manual, ASCII documents). */
export type TypedColumns = readonly number[]

/** Columns from the places of the marks in their line; fewer than two are no table. */
export function typedColumns(places: readonly number[]): TypedColumns | null {
  const starts = [...new Set(places)].sort((one, other) => one - other).slice(0, MAX_COLUMNS)
  return starts.length > 1 ? starts : null
}

/**
 * Rows of a typed table, one a line. Figures are set flush right and reach over the marks of their columns, so each group of
 * words belongs to the column that most of it stands in; groups of one column are one cell, such as a sign and its figure.
 */
export function typedRows(text: string, columns: TypedColumns, headLines: number): TableCell[][] {
  const rows: TableCell[][] = []
  let lineStart = 0
  for (const [index, line] of text.split('\n').entries()) {
    const cells: TableCell[] = []
    for (const [from, to] of groupsOf(line)) {
      const column = columnOf(columns, from, to)
      const last = cells.at(-1)
      if (last !== undefined && last.column >= column) last.end = lineStart + to
      else
        cells.push({
          start: lineStart + from,
          end: lineStart + to,
          column,
          column_span: 1,
          row_span: 1,
          header: index < headLines,
        })
    }
    // A rule drawn with dashes parts rows and is none.
    if (cells.length > 0 && !/^[-=_ ]+$/.test(line)) rows.push(cells)
    lineStart += line.length + 1
  }
  return rows
}

/** Groups of words with wider gaps between them: where each begins and ends. A sign of currency goes with its figure. */
function* groupsOf(line: string): Generator<[from: number, to: number]> {
  let from = -1
  let end = 0
  for (let at = 0; at < line.length; at++) {
    if (line.charCodeAt(at) === 0x20) continue
    if (from >= 0 && at - end > MAX_GAP && !CURRENCY.has(line.slice(from, end))) {
      yield [from, end]
      from = at
    } else if (from < 0) from = at
    end = at + 1
  }
  if (from >= 0) yield [from, end]
}

/** The column that most of a group stands in. What begins in the first is a label, however long. */
function columnOf(columns: TypedColumns, from: number, to: number): number {
  if (from < (columns[1] as number) && from <= (columns[0] as number) + 1) return 0
  let best = 0
  let most = -1
  for (let column = 0; column < columns.length; column++) {
    const start = column === 0 ? 0 : (columns[column] as number)
    const end = columns[column + 1] ?? Number.POSITIVE_INFINITY
    const shared = Math.min(to, end) - Math.max(from, start)
    if (shared > most) {
      best = column
      most = shared
    }
  }
  return best
}
