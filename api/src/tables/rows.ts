import type { TextTable } from '@sec-latent/core/documents/document'
import { type OffsetMap, offsetMap } from '@sec-latent/core/documents/offsets'
import type { PublishedDocument } from '@sec-latent/core/documents/read-store'
import type { DocumentBlocks } from '@sec-latent/core/documents/store'

/** The tables of a document from the one at `from` (counted from 0), as they are served, made one by one. */
export function* tablesOf(
  document: PublishedDocument,
  text: string,
  { tables, sections }: Pick<DocumentBlocks, 'tables' | 'sections'>,
  from: number,
) {
  const map = offsetMap(text)
  for (const [index, table] of tables.entries()) {
    if (index < from) continue
    const section = sections.find(({ start, end }) => start <= table.start && table.start < end)
    yield {
      object: 'table' as const,
      accession_number: document.accession_number,
      document_id: document.document_id,
      sequence: document.sequence,
      position: index + 1,
      section_id: section ? `${document.document_id}:${section.section_key}` : null,
      section_key: section?.section_key ?? null,
      text_sha256: document.text_sha256 as string,
      ...span(map, table.start, table.end),
      column_count: columnsOf(table),
      rows: table.rows.map((row) =>
        row.map(({ start, end, ...cell }) => ({
          text: text.slice(start, end),
          ...cell,
          ...span(map, start, end),
        })),
      ),
    }
  }
}
export type ServedTable = ReturnType<typeof tablesOf> extends Generator<infer T> ? T : never

function columnsOf({ rows }: TextTable): number {
  let columns = 0
  for (const row of rows) for (const cell of row) columns = Math.max(columns, cell.column + cell.column_span)
  return columns
}

function span(map: OffsetMap, start: number, end: number) {
  return {
    start: map.codePointOf(start),
    end: map.codePointOf(end),
    byte_start: map.byteOf(start),
    byte_end: map.byteOf(end),
  }
}
