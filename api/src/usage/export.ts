import { csvCell } from '@sec-latent/core/csv'
import { preferredOf } from '../accept.ts'

export type ExportFormat = 'json' | 'csv' | 'ndjson'

export const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
} as const satisfies Record<ExportFormat, string>

/** What was asked for by name, else what `Accept` prefers, else JSON. */
export function exportFormatOf(format: ExportFormat | undefined, accept: string | undefined): ExportFormat {
  if (format !== undefined) return format
  const preferred = preferredOf(accept, Object.values(MEDIA_TYPES))
  return (Object.keys(MEDIA_TYPES) as ExportFormat[]).find((one) => MEDIA_TYPES[one] === preferred) ?? 'json'
}

/** Rows as lines of CSV (RFC 4180) with a header row, or of NDJSON. */
export async function* rowsAsText<N extends string>(
  rows: AsyncIterable<Record<N, unknown>>,
  columns: readonly N[],
  format: 'csv' | 'ndjson',
): AsyncGenerator<string> {
  if (format === 'csv') yield `${columns.join(',')}\r\n`
  for await (const row of rows) {
    yield format === 'csv'
      ? `${columns.map((name) => csvCell(row[name])).join(',')}\r\n`
      : `${JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name]])))}\n`
  }
}
