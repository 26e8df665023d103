import { parquetWriteBuffer } from 'hyparquet-writer'
import { csvCell } from '../csv.ts'
import type { ColumnType, ExportFormat, ExportRow } from './export.ts'

type Columns = Record<string, ColumnType>

/** The bytes of one file. The same rows give the same bytes: nothing in them comes from a clock. */
export function encodeRows(format: ExportFormat, columns: Columns, rows: readonly ExportRow[]): Buffer {
  if (format === 'ndjson')
    return Buffer.from(rows.map((row) => `${JSON.stringify(pick(columns, row))}\n`).join(''))
  if (format === 'csv') return csv(columns, rows)
  return parquet(columns, rows)
}

function pick(columns: Columns, row: ExportRow): ExportRow {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, row[name] ?? null]))
}

/** RFC 4180 with a line of names. */
function csv(columns: Columns, rows: readonly ExportRow[]): Buffer {
  const names = Object.keys(columns)
  const lines = rows.map((row) => names.map((name) => cellOf(columns[name], row[name])).join(','))
  return Buffer.from([names.join(','), ...lines, ''].join('\r\n'))
}

/** What is nested is JSON in a cell. */
function cellOf(type: ColumnType | undefined, value: unknown): string {
  return csvCell(type === 'json' && value !== null && value !== undefined ? JSON.stringify(value) : value)
}

const PARQUET_TYPES = {
  text: 'STRING',
  date: 'STRING',
  json: 'STRING',
  integer: 'INT64',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  timestamp: 'TIMESTAMP',
} as const

function parquet(columns: Columns, rows: readonly ExportRow[]): Buffer {
  const columnData = Object.entries(columns).map(([name, type]) => ({
    name,
    type: PARQUET_TYPES[type],
    nullable: true,
    data: rows.map((row) => parquetValue(type, row[name])),
  }))
  return Buffer.from(parquetWriteBuffer({ columnData }))
}

function parquetValue(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type === 'integer') return BigInt(value as number)
  if (type === 'timestamp') return new Date(value as string)
  return type === 'json' ? JSON.stringify(value) : value
}
