import { headerText } from '../evidence/header-line.ts'
import type { EvidenceSources } from '../evidence/verify.ts'
import { type FilingReading, readFiling } from '../filings/reading.ts'
import { sha256 } from '../sha256.ts'
import type { FilingUnderRead } from '../signals/filing-under-read.ts'
import { extractors } from '../signals/index.ts'
import { choosePrior } from '../signals/prior.ts'
import { type ExtractorRun, runExtractor } from '../signals/run-extractor.ts'
import { sampleCorpusFilings } from './corpus.ts'
import type { SampleFiling } from './filings.ts'

/** A filing of the corpus with what the product's own readers make of it. */
export interface ReadSample {
  sample: SampleFiling
  reading: FilingReading
  /** One run for each extractor, by its name. */
  runs: Record<string, ExtractorRun>
}

/** Reads the whole corpus as the pipeline would, without stores: every filing, then every extractor with its prior. */
export async function readSampleCorpus(): Promise<ReadSample[]> {
  const read = sampleCorpusFilings().map((sample) => {
    const reading = readFiling(sample.submission, sample.filing_date)
    return { sample, reading, filing: underRead(sample, reading) }
  })
  const sources = sourcesOf(read)
  return await Promise.all(
    read.map(async ({ sample, reading, filing }) => {
      const prior = choosePrior(
        filing,
        read.map((other) => other.filing),
      )
      const runs: Record<string, ExtractorRun> = {}
      for (const extractor of extractors) {
        runs[extractor.name] = extractor.applies(filing.form_type)
          ? await runExtractor(extractor, filing, prior, sources)
          : {
              extractor_version: extractor.version,
              status: 'not_applicable',
              reason: 'form_type',
              signals: [],
            }
      }
      return { sample, reading, runs }
    }),
  )
}

function underRead(sample: SampleFiling, { submission, documents }: FilingReading): FilingUnderRead {
  const { header } = submission
  return {
    dataset: 'test',
    accession_number: header.accession_number,
    cik: sample.company.cik,
    form_type: header.form_type,
    accepted_at: header.accepted_at ?? '',
    period_of_report: header.period_of_report,
    submission_sha256: sha256(sample.submission),
    submission_bytes: sample.submission.length,
    submission,
    header_text: headerText(sample.submission),
    documents: documents.map(({ document, document_id, text, sections }) => ({
      document_id,
      sequence: document.sequence,
      document_type: document.document_type,
      document_sha256: document.document_sha256,
      text,
      sections,
    })),
  }
}

function sourcesOf(read: { sample: SampleFiling; reading: FilingReading }[]): EvidenceSources {
  const texts = new Map<string, string>()
  const objects = new Map<string, Buffer>()
  for (const { sample, reading } of read) {
    objects.set(sha256(sample.submission), sample.submission)
    for (const { text, document } of reading.documents) {
      objects.set(
        document.document_sha256,
        sample.submission.subarray(document.byte_start, document.byte_end),
      )
      if (text) texts.set(text.text_sha256, text.text)
    }
  }
  return { text: (hash) => texts.get(hash), bytes: (hash) => objects.get(hash) }
}
