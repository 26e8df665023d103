import type { Queryable, Sql } from '../db.ts'
import { type DocumentRecord, documentStore } from '../documents/store.ts'
import { entityStore } from '../entities/store.ts'
import type { ObjectStore } from '../objects/store.ts'
import { type Observe, timed, unobserved } from '../observe.ts'
import { type LedgerExtractor, openRow, processingStore } from '../processing/store.ts'
import { readers } from '../readers/index.ts'
import { insertSections } from '../sections/store.ts'
import type { FilingRecord } from './filing.ts'
import type { ParsedDocument, ParsedFiling } from './parsed-filing.ts'
import { filingStore } from './store.ts'

const readersByName = new Map(readers.map((reader) => [reader.name, reader]))

/** Puts the texts of a filing into the object store, before any row points at them. */
export async function storeTexts(
  documents: readonly ParsedDocument[],
  objects: ObjectStore,
): Promise<DocumentRecord[]> {
  return await Promise.all(
    documents.map(async ({ record, text, blocks }) => ({
      ...record,
      text_sha256: text && (await objects.put(text)),
      blocks_sha256: blocks && (await objects.put(blocks)),
    })),
  )
}

/**
 * Writes everything that was read out of a filing, not yet visible, and opens its ledger. Returns false when the filing is
 * stored already.
 */
export async function storeParsedFiling(
  tx: Queryable,
  filing: FilingRecord,
  parsed: ParsedFiling,
  documents: DocumentRecord[],
  extractors: readonly LedgerExtractor[],
  observe: Observe = unobserved,
): Promise<boolean> {
  const sql = tx as Sql
  const counts = { documents: documents.length, warnings: parsed.warnings }
  if (!(await timed(observe, 'rows', () => filingStore(sql).insert(tx, filing, counts)))) return false
  await timed(observe, 'rows', async () => {
    await entityStore(sql).recordFilers(tx, filing, filing.filers)
    await documentStore(sql).insert(tx, documents)
    await insertSections(tx, parsed.sections)
  })
  for (const { reader, content } of parsed.outcomes) {
    if (content === null) continue
    await timed(observe, `store ${reader}`, () => readersByName.get(reader)?.store(tx, filing, content))
  }
  const rows = [
    ...parsed.outcomes.map(({ reader, version, status, reason }) => ({
      accession_number: filing.accession_number,
      extractor: reader,
      extractor_version: version,
      status,
      reason,
    })),
    ...extractors.map((extractor) => openRow(extractor, filing)),
  ]
  await timed(observe, 'ledger', () => processingStore(sql).open(tx, rows))
  return true
}
