import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import type { IndexedDocument } from './indexed-text.ts'

/** Characters of vectors sent in one statement. */
const MAX_BATCH_CHARS = 4_000_000

/** Writes the words of a filing's documents. Repeating it changes nothing. */
export async function insertSearchIndex(
  tx: Queryable,
  filing: Pick<FilingRecord, 'accession_number' | 'dataset' | 'form_type' | 'filing_date' | 'accepted_at'>,
  documents: readonly IndexedDocument[],
): Promise<void> {
  const { accession_number, dataset, form_type, filing_date, accepted_at } = filing
  const parts = documents.flatMap(({ document_id, sequence, parts }) =>
    parts.map(({ part, words, terms, pairs }) => ({
      document_id,
      part,
      accession_number,
      sequence,
      dataset,
      form_type,
      filing_date,
      accepted_at,
      words,
      terms,
      pairs,
    })),
  )
  const chunks = documents.flatMap(({ document_id, chunks }) =>
    chunks.map((chunk) => ({ document_id, ...chunk })),
  )
  for (const batch of batches(parts)) {
    await tx`insert into search_documents ${tx(batch)} on conflict (document_id, part) do nothing`
  }
  for (const batch of batches(chunks)) {
    await tx`insert into search_chunks ${tx(batch)} on conflict (document_id, chunk) do nothing`
  }
}

function* batches<R extends { terms: string }>(rows: R[]): Generator<R[]> {
  let batch: R[] = []
  let chars = 0
  for (const row of rows) {
    if (batch.length > 0 && chars + row.terms.length > MAX_BATCH_CHARS) {
      yield batch
      batch = []
      chars = 0
    }
    batch.push(row)
    chars += row.terms.length
  }
  if (batch.length > 0) yield batch
}
