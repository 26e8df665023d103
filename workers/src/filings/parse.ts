import type { DocumentRecord } from '@sec-latent/core/documents/store'
import type { ParsedDocument, ParsedFiling } from '@sec-latent/core/filings/parsed-filing'
import { implausible } from '@sec-latent/core/filings/plausible-header'
import { filingRecord } from '@sec-latent/core/filings/record'
import type { Intake } from '@sec-latent/core/intake/intake'
import { readers } from '@sec-latent/core/readers/index'
import { insertSections } from '@sec-latent/core/sections/store'
import { extractors } from '@sec-latent/core/signals/index'
import { failIntake } from '../intake/fail.ts'
import { defineJob, PermanentFailure } from '../job.ts'
import type { Services } from '../services.ts'

const readersByName = new Map(readers.map((reader) => [reader.name, reader]))

/**
 * Reads a submission and stores what it says, not yet visible. Safe to repeat: texts are addressed by their content, every
 * row is keyed by the filing, and all rows are written in one transaction with the stage.
 */
export const parseFiling = defineJob({
  name: 'parse-filing',
  concurrency: ({ config }) => config.READ_CONCURRENCY,

  async run({ accession_number }, services) {
    const intake = await services.intake.find(accession_number)
    if (intake?.stage !== 'fetched' || intake.submission_sha256 === null) return
    const bytes = await services.objects.get(intake.submission_sha256)
    if (!bytes) throw new Error(`object ${intake.submission_sha256} of ${accession_number} is missing`)
    const { byteLength } = bytes
    const parsed = await services.parseThreads.parse(bytes, intake.filing_date)
    assertExpected(parsed, intake)
    const documents = await storeTexts(parsed.documents, services)
    const filing = filingRecord(parsed.header, intake, byteLength, parsed.amendment)
    await storeFiling(parsed, documents, filing, intake, services)
  },

  fail: failIntake,
})

function assertExpected({ header }: ParsedFiling, { accession_number, cik }: Intake): void {
  const today = new Date().toISOString().slice(0, 10)
  const wrong = implausible(header, { accession_number, cik, today })
  if (wrong) throw new PermanentFailure(wrong.reason, wrong.detail)
}

async function storeTexts(documents: ParsedDocument[], { objects }: Services): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for (const { record, text, blocks } of documents) {
    records.push({
      ...record,
      text_sha256: text && (await objects.put(text)),
      blocks_sha256: blocks && (await objects.put(blocks)),
    })
  }
  return records
}

async function storeFiling(
  parsed: ParsedFiling,
  documents: DocumentRecord[],
  filing: ReturnType<typeof filingRecord>,
  intake: Intake,
  services: Services,
): Promise<void> {
  const { accession_number, form_type } = filing
  await services.sql.begin(async (tx) => {
    const moved = await services.intake.advance(tx, intake, 'fetched', 'parsed')
    if (!moved) return
    const counts = { documents: documents.length, warnings: parsed.warnings }
    if (!(await services.filings.insert(tx, filing, counts))) return
    await services.entities.recordFilers(tx, filing, filing.filers)
    await services.documents.insert(tx, documents)
    await insertSections(tx, parsed.sections)
    for (const { reader, content } of parsed.outcomes) {
      if (content !== null) await readersByName.get(reader)?.store(tx, filing, content)
    }
    await services.processing.open(tx, [
      ...parsed.outcomes.map(({ reader, version, status, reason }) => ({
        accession_number,
        extractor: reader,
        extractor_version: version,
        status,
        reason,
      })),
      ...extractors.map((extractor) => ({
        accession_number,
        extractor: extractor.name,
        extractor_version: extractor.version,
        ...(extractor.applies(form_type)
          ? { status: 'pending' as const, reason: null }
          : { status: 'not_applicable' as const, reason: 'form_type' }),
      })),
    ])
  })
}
