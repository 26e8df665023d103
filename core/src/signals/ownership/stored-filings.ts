import type { Dataset } from '../../dataset.ts'
import type { Sql } from '../../db.ts'
import { documentStore } from '../../documents/store.ts'
import { parseFilingBytes } from '../../filings/parsed-filing.ts'
import { filingRecord } from '../../filings/record.ts'
import { filingStore } from '../../filings/store.ts'
import type { Intake } from '../../intake/intake.ts'
import type { ObjectStore } from '../../objects/store.ts'
import { readers } from '../../readers/index.ts'
import { insertSections } from '../../sections/store.ts'
import { sha256 } from '../../sha256.ts'
import type { DeterministicExtractor } from '../extractor.ts'
import { loadFiling, needSources } from '../load-filing.ts'
import { meetNeeds } from '../meet-needs.ts'
import { type ExtractorRun, runExtractor } from '../run-extractor.ts'
import { storedSources } from '../stored-sources.ts'

/** Objects in memory. For tests only. */
export function memoryObjects(): ObjectStore {
  const objects = new Map<string, Buffer>()
  return {
    async put(bytes) {
      const key = sha256(bytes)
      objects.set(key, Buffer.from(bytes))
      return key
    },
    get: async (key) => objects.get(key),
    getRange: async (key, start, end) => objects.get(key)?.subarray(start, end),
    has: async (key) => objects.has(key),
  }
}

/** Stores a submission as the pipeline does, unpublished. Returns its accession number. For tests only. */
export async function storeSubmission(
  sql: Sql,
  objects: ObjectStore,
  bytes: Uint8Array,
  given: { filing_date: string; dataset?: Dataset; without_readers?: boolean },
): Promise<string> {
  const parsed = parseFilingBytes(bytes, given.filing_date)
  const intake = {
    dataset: given.dataset ?? 'test',
    filing_date: given.filing_date,
    submission_source: 'full_submission',
    submission_sha256: await objects.put(bytes),
    source_url: null,
    first_seen_at: '2026-01-01T00:00:00Z',
  } as unknown as Intake
  const filing = filingRecord(parsed.header, intake, bytes.length, parsed.amendment)
  const records = await Promise.all(
    parsed.documents.map(async ({ record, text, blocks }) => ({
      ...record,
      text_sha256: text && (await objects.put(text)),
      blocks_sha256: blocks && (await objects.put(blocks)),
    })),
  )
  await sql.begin(async (tx) => {
    const counts = { documents: records.length, warnings: [] }
    if (!(await filingStore(sql).insert(tx, filing, counts))) return
    await documentStore(sql).insert(tx, records)
    await insertSections(tx, parsed.sections)
    if (given.without_readers) return
    for (const { reader, content } of parsed.outcomes) {
      const found = readers.find(({ name }) => name === reader)
      if (content !== null) await found?.store(tx, filing, content)
    }
  })
  return filing.accession_number
}

/** Runs extractors over a stored filing, evidence checked. For tests only. */
export async function runOver(
  sql: Sql,
  objects: ObjectStore,
  accessionNumber: string,
  extractors: readonly DeterministicExtractor[],
): Promise<Map<string, ExtractorRun>> {
  const sources = needSources(sql, objects)
  const filing = await loadFiling(accessionNumber, sources)
  const due = extractors.filter((extractor) => extractor.applies(filing.form_type))
  const met = await meetNeeds(due, filing, sources)
  const runs = new Map<string, ExtractorRun>()
  for (const extractor of due) {
    runs.set(extractor.name, await runExtractor(extractor, filing, met, storedSources(sources)))
  }
  return runs
}
