import type { Sql } from '../db.ts'
import { parseFilingBytes } from '../filings/parsed-filing.ts'
import { type FilingReading, readFiling } from '../filings/reading.ts'
import { filingRecord } from '../filings/record.ts'
import { storeParsedFiling, storeTexts } from '../filings/store-parsed-filing.ts'
import type { Intake } from '../intake/intake.ts'
import type { ObjectStore } from '../objects/store.ts'
import { LIVE } from '../outbox/priority.ts'
import { extractors, rules } from '../signals/index.ts'
import { loadFiling, needSources } from '../signals/load-filing.ts'
import { meetNeeds } from '../signals/meet-needs.ts'
import { type ExtractorRun, runExtractor } from '../signals/run-extractor.ts'
import { storedSources } from '../signals/stored-sources.ts'
import { sampleCorpusFilings } from './corpus.ts'
import type { SampleFiling } from './filings.ts'

/** A filing of the corpus with what the product's own readers make of it. */
export interface ReadSample {
  sample: SampleFiling
  reading: FilingReading
  /** One run for each rule, by its name. */
  runs: Record<string, Pick<ExtractorRun, 'status' | 'reason' | 'missing' | 'omitted' | 'signals'>>
}

/** Reads the whole corpus into the stores, and then every filing with every rule, as the pipeline does. */
export async function readSampleCorpus(sql: Sql, objects: ObjectStore): Promise<ReadSample[]> {
  const samples = sampleCorpusFilings()
  for (const sample of samples) await storeSample(sample, sql, objects)
  const sources = storedSources({ sql, objects })
  const read: ReadSample[] = []
  for (const sample of samples) {
    const filing = await loadFiling(sample.accession_number, { sql, objects })
    const applying = rules.filter((rule) => rule.applies(filing.form_type))
    const met = await meetNeeds(applying, filing, needSources(sql, objects))
    const runs: ReadSample['runs'] = {}
    for (const rule of rules) {
      runs[rule.name] = applying.includes(rule)
        ? await runExtractor(rule, filing, met, sources)
        : { status: 'not_applicable', reason: 'form_type', missing: [], omitted: [], signals: [] }
    }
    read.push({ sample, reading: readFiling(sample.submission, sample.filing_date), runs })
  }
  return read
}

/** Stores what a filing says, not published, with its ledger open. */
async function storeSample(
  { company, submission, accession_number, form, filing_date }: SampleFiling,
  sql: Sql,
  objects: ObjectStore,
): Promise<void> {
  const intake: Intake = {
    accession_number,
    dataset: 'test',
    cik: company.cik,
    form_type: form,
    filing_date,
    company_name: null,
    path: null,
    primary_document: null,
    stage: 'fetched',
    reason: null,
    submission_sha256: await objects.put(submission),
    submission_source: 'full_submission',
    source_url: null,
    first_seen_at: '2026-01-01T00:00:00Z',
    priority: LIVE,
  }
  const parsed = parseFilingBytes(submission, filing_date)
  const documents = await storeTexts(parsed.documents, objects)
  const filing = filingRecord(parsed.header, intake, submission.length, parsed.amendment)
  await sql.begin((tx) => storeParsedFiling(tx, filing, parsed, documents, extractors))
}
