import type { Sql } from '@sec-latent/core/db'
import { documentStore } from '@sec-latent/core/documents/store'
import { entityStore } from '@sec-latent/core/entities/store'
import { readFiling } from '@sec-latent/core/filings/reading'
import { filingRecord } from '@sec-latent/core/filings/record'
import { filingStore } from '@sec-latent/core/filings/store'
import type { Intake } from '@sec-latent/core/intake/intake'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { processingStore } from '@sec-latent/core/processing/store'
import { sampleCorpusFilings } from '@sec-latent/core/sample-corpus/corpus'
import type { SampleFiling } from '@sec-latent/core/sample-corpus/filings'
import { sha256 } from '@sec-latent/core/sha256'

/**
 * Stores filings of the sample corpus with everything the readers find in them, as the workers do, and publishes each at
 * its acceptance. Texts and sections are left out: no list needs them.
 */
export async function seedSample(
  sql: Sql,
  wanted: (sample: SampleFiling) => boolean,
): Promise<SampleFiling[]> {
  const samples = sampleCorpusFilings().filter(wanted)
  for (const sample of samples) await seedOne(sql, sample)
  return samples
}

async function seedOne(sql: Sql, sample: SampleFiling): Promise<void> {
  const { accession_number, filing_date } = sample
  const reading = readFiling(sample.submission, filing_date)
  const intake = {
    accession_number,
    dataset: 'live',
    cik: sample.company.cik,
    form_type: sample.form,
    filing_date,
    submission_sha256: sha256(sample.submission),
    submission_source: 'full_submission',
    source_url: null,
    first_seen_at: `${filing_date}T00:00:00Z`,
  } as unknown as Intake
  const filing = filingRecord(reading.submission.header, intake, sample.submission.length)
  await sql.begin(async (tx) => {
    await tx`insert into intake ${tx([
      {
        accession_number,
        dataset: 'live',
        cik: sample.company.cik,
        form_type: sample.form,
        filing_date,
        discovered_by: 'daily_index',
        stage: 'published',
      },
    ])}`
    await filingStore(sql).insert(tx, filing, { documents: reading.documents.length, warnings: [] })
    await entityStore(sql).recordFilers(tx, filing, filing.filers)
    await documentStore(sql).insert(
      tx,
      reading.documents.map(({ document, document_id }) => ({
        ...document,
        document_id,
        accession_number,
        text_status: 'not_text',
        text_sha256: null,
        text_length: null,
        text_byte_length: null,
        blocks_sha256: null,
        normaliser_version: null,
      })),
    )
    for (const { reader, content } of reading.outcomes) {
      if (content !== null) await reader.store(tx, filing, content)
    }
    await processingStore(sql).open(
      tx,
      reading.outcomes.map(({ reader, status, reason }) => ({
        accession_number,
        extractor: reader.name,
        extractor_version: reader.version,
        status,
        reason,
      })),
    )
    await tx`update filings set available_at = accepted_at where accession_number = ${accession_number}`
  })
}

/** Stores the bytes and the canonical texts of filings that were seeded, so that documents can be read and searched. */
export async function seedTexts(
  sql: Sql,
  objects: ObjectStore,
  samples: readonly SampleFiling[],
): Promise<void> {
  for (const { submission, filing_date } of samples) {
    await objects.put(Buffer.from(submission))
    for (const { document_id, text } of readFiling(submission, filing_date).documents) {
      if (!text) continue
      const { blocks, tables, hidden, text_sha256, length, byte_length, normaliser_version } = text
      await objects.put(Buffer.from(text.text))
      const parts = JSON.stringify({ blocks, tables, hidden, sections: [] })
      const blocks_sha256 = await objects.put(Buffer.from(parts))
      await sql`
        update documents set text_status = 'ok', text_sha256 = ${text_sha256}, text_length = ${length},
          text_byte_length = ${byte_length}, normaliser_version = ${normaliser_version}, blocks_sha256 = ${blocks_sha256}
        where document_id = ${document_id}`
    }
  }
}
