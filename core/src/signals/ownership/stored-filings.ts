import type { Dataset } from '../../dataset.ts'
import type { Sql } from '../../db.ts'
import { documentStore } from '../../documents/store.ts'
import type { EvidenceSources } from '../../evidence/verify.ts'
import { parseFilingBytes } from '../../filings/parsed-filing.ts'
import { filingRecord } from '../../filings/record.ts'
import { filingStore } from '../../filings/store.ts'
import type { Intake } from '../../intake/intake.ts'
import type { ObjectStore } from '../../objects/store.ts'
import { readers } from '../../readers/index.ts'
import { sha256 } from '../../sha256.ts'
import type { DeterministicExtractor } from '../extractor.ts'
import { loadFiling, needSources } from '../load-filing.ts'
import { meetNeeds } from '../meet-needs.ts'
import { type ExtractorRun, runExtractor } from '../run-extractor.ts'

/** Objects in memory, with the documents of the submissions beside them: evidence is checked against both. For tests only. */
export function memoryObjects(): ObjectStore & { documents: Map<string, Buffer>; sources: EvidenceSources } {
  const objects = new Map<string, Buffer>()
  const documents = new Map<string, Buffer>()
  return {
    documents,
    async put(bytes) {
      const key = sha256(bytes)
      objects.set(key, Buffer.from(bytes))
      return key
    },
    get: async (key) => objects.get(key),
    getRange: async (key, start, end) => objects.get(key)?.subarray(start, end),
    has: async (key) => objects.has(key),
    sources: {
      text: (key) => objects.get(key)?.toString('utf8'),
      bytes: (key) => objects.get(key) ?? documents.get(key),
    },
  }
}

/** Stores a submission as the pipeline does, unpublished. Returns its accession number. For tests only. */
export async function storeSubmission(
  sql: Sql,
  objects: ReturnType<typeof memoryObjects>,
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
  for (const { document_sha256, byte_start, byte_end } of records) {
    objects.documents.set(document_sha256, Buffer.from(bytes.subarray(byte_start, byte_end)))
  }
  await sql.begin(async (tx) => {
    const counts = { documents: records.length, warnings: [] }
    if (!(await filingStore(sql).insert(tx, filing, counts))) return
    await documentStore(sql).insert(tx, records)
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
  objects: ReturnType<typeof memoryObjects>,
  accessionNumber: string,
  extractors: readonly DeterministicExtractor[],
): Promise<Map<string, ExtractorRun>> {
  const sources = needSources(sql, objects)
  const filing = await loadFiling(accessionNumber, sources)
  const due = extractors.filter((extractor) => extractor.applies(filing.form_type))
  const met = await meetNeeds(due, filing, sources)
  const runs = new Map<string, ExtractorRun>()
  for (const extractor of due) {
    runs.set(extractor.name, await runExtractor(extractor, filing, met, objects.sources))
  }
  return runs
}
