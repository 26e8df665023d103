import { offsetMap } from '@sec-latent/core/documents/offsets'
import type { DocumentBlocks, DocumentRecord } from '@sec-latent/core/documents/store'
import { type DocumentReading, type FilingReading, readFiling } from '@sec-latent/core/filings/reading'
import { filingRecord } from '@sec-latent/core/filings/record'
import { subjectOf } from '@sec-latent/core/filings/subject'
import { SubmissionError } from '@sec-latent/core/filings/submission-error'
import type { Intake } from '@sec-latent/core/intake/intake'
import { insertSections, type SectionRecord } from '@sec-latent/core/sections/store'
import { extractors } from '@sec-latent/core/signals/index'
import { failIntake } from '../intake/fail.ts'
import { defineJob, PermanentFailure } from '../job.ts'
import type { Services } from '../services.ts'

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
    const reading = read(bytes, intake)
    const documents = await storeTexts(reading, services)
    await storeFiling(
      reading,
      documents,
      filingRecord(reading.submission.header, intake, bytes.byteLength, reading.amendment),
      intake,
      services,
    )
  },

  fail: failIntake,
})

function read(bytes: Buffer, intake: Intake): FilingReading {
  const reading = readOrFail(bytes, intake)
  const { accession_number, filers } = reading.submission.header
  if (accession_number !== intake.accession_number) {
    throw new PermanentFailure(
      'accession_mismatch',
      `asked for ${intake.accession_number}, the header says ${accession_number}`,
    )
  }
  if (!subjectOf(filers)) throw new PermanentFailure('no_filer', `${accession_number} names no filer`)
  return reading
}

function readOrFail(bytes: Buffer, intake: Intake): FilingReading {
  try {
    return readFiling(bytes, intake.filing_date)
  } catch (error) {
    if (error instanceof SubmissionError)
      throw new PermanentFailure(error.reason, error.message, { cause: error })
    throw error
  }
}

async function storeTexts(reading: FilingReading, services: Services): Promise<DocumentRecord[]> {
  const { accession_number } = reading.submission.header
  const records: DocumentRecord[] = []
  for (const one of reading.documents) {
    const { sequence, document_type, file_name, description, byte_start, byte_end, document_sha256 } =
      one.document
    records.push({
      document_id: one.document_id,
      accession_number,
      sequence,
      document_type,
      file_name,
      description,
      byte_start,
      byte_end,
      document_sha256,
      text_status: one.text_status,
      text_sha256: one.text ? await services.objects.put(Buffer.from(one.text.text, 'utf8')) : null,
      text_length: one.text?.length ?? null,
      text_byte_length: one.text?.byte_length ?? null,
      blocks_sha256: one.text ? await services.objects.put(blocksObject(one)) : null,
      normaliser_version: one.text?.normaliser_version ?? null,
    })
  }
  return records
}

function blocksObject(reading: DocumentReading): Buffer {
  const blocks: DocumentBlocks = {
    blocks: reading.text?.blocks ?? [],
    tables: reading.text?.tables ?? [],
    hidden: reading.text?.hidden ?? [],
    sections: reading.sections,
  }
  return Buffer.from(JSON.stringify(blocks), 'utf8')
}

async function storeFiling(
  reading: FilingReading,
  documents: DocumentRecord[],
  filing: ReturnType<typeof filingRecord>,
  intake: Intake,
  services: Services,
): Promise<void> {
  const { accession_number, form_type } = filing
  await services.sql.begin(async (tx) => {
    const moved = await services.intake.advance(tx, intake, 'fetched', 'parsed')
    if (!moved) return
    const counts = { documents: documents.length, warnings: reading.warnings }
    if (!(await services.filings.insert(tx, filing, counts))) return
    await services.entities.recordFilers(tx, filing, filing.filers)
    await services.documents.insert(tx, documents)
    for (const one of reading.documents) {
      await insertSections(tx, sectionRecords(one))
    }
    for (const { reader, content } of reading.outcomes) {
      if (content !== null) await reader.store(tx, filing, content)
    }
    await services.processing.open(tx, [
      ...reading.outcomes.map(({ reader, status, reason }) => ({
        accession_number,
        extractor: reader.name,
        extractor_version: reader.version,
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

function sectionRecords(reading: DocumentReading): SectionRecord[] {
  if (!reading.text || reading.sections.length === 0) return []
  const offsets = offsetMap(reading.text.text)
  return reading.sections.map((section, index) => ({
    ...section,
    section_id: `${reading.document_id}:${section.section_key}`,
    document_id: reading.document_id,
    position: index + 1,
    start: offsets.codePointOf(section.start),
    end: offsets.codePointOf(section.end),
    byte_start: offsets.byteOf(section.start),
    byte_end: offsets.byteOf(section.end),
  }))
}
