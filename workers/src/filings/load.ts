import type { DocumentBlocks, DocumentRecord } from '@sec-latent/core/documents/store'
import { headerText } from '@sec-latent/core/evidence/header-line'
import { mainDocumentOf } from '@sec-latent/core/filings/main-document'
import { readSubmission } from '@sec-latent/core/filings/submission'
import type { FilingUnderRead, ReadDocument } from '@sec-latent/core/signals/signal'
import type { Services } from '../services.ts'

/** Gathers what the readers of signals may look at: the stored facts, the header, and the text of the main document. */
export async function loadFiling(accessionNumber: string, services: Services): Promise<FilingUnderRead> {
  const filing = await services.filings.find(accessionNumber)
  if (!filing) throw new Error(`filing ${accessionNumber} is not stored`)
  const bytes = await objectOf(filing.submission_sha256, services)
  const submission = readSubmission(bytes)
  const main = mainDocumentOf(submission.documents, filing.form_type)
  const records = await services.documents.listByFiling(accessionNumber)
  return {
    accession_number: accessionNumber,
    cik: filing.cik,
    form_type: filing.form_type,
    accepted_at: filing.accepted_at,
    period_of_report: filing.period_of_report,
    submission_sha256: filing.submission_sha256,
    submission_bytes: filing.submission_bytes,
    submission,
    header_text: headerText(bytes),
    documents: await Promise.all(
      records.map((record) => loadDocument(record, record.sequence === main?.sequence, services)),
    ),
  }
}

async function loadDocument(
  record: DocumentRecord,
  withText: boolean,
  services: Services,
): Promise<ReadDocument> {
  const { document_id, sequence, document_type, document_sha256, text_sha256, blocks_sha256 } = record
  const document = { document_id, sequence, document_type, document_sha256 }
  if (!withText || text_sha256 === null || blocks_sha256 === null)
    return { ...document, text: null, sections: [] }
  const text = (await objectOf(text_sha256, services)).toString('utf8')
  const { blocks, tables, hidden, sections } = JSON.parse(
    (await objectOf(blocks_sha256, services)).toString('utf8'),
  ) as DocumentBlocks
  return {
    ...document,
    sections,
    text: {
      text,
      text_sha256,
      length: record.text_length ?? 0,
      byte_length: record.text_byte_length ?? 0,
      normaliser_version: record.normaliser_version ?? '',
      blocks,
      tables,
      inline_xbrl: null,
      hidden,
      warnings: [],
    },
  }
}

async function objectOf(sha256: string, services: Services): Promise<Buffer> {
  const bytes = await services.objects.get(sha256)
  if (!bytes) throw new Error(`object ${sha256} is missing`)
  return bytes
}
