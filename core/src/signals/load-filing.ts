import type { Queryable, Sql } from '../db.ts'
import { type DocumentBlocks, type DocumentRecord, documentStore } from '../documents/store.ts'
import { headerText } from '../evidence/header-line.ts'
import { mainDocumentOf } from '../filings/main-document.ts'
import { filingStore } from '../filings/store.ts'
import { readSubmission } from '../filings/submission.ts'
import type { ObjectStore } from '../objects/store.ts'
import type { FilingUnderRead, ReadDocument } from './filing-under-read.ts'
import type { KnownFiling } from './known-filing.ts'
import type { NeedSources } from './need.ts'

/** Where needs are met: Postgres and the object store. */
export function needSources(
  sql: Queryable,
  objects: ObjectStore,
  statedFacts?: NeedSources['statedFacts'],
): NeedSources {
  return {
    sql,
    objects,
    ...(statedFacts ? { statedFacts } : {}),
    loadFiling: (accessionNumber) => loadFiling(accessionNumber, { sql, objects }),
  }
}

/** Gathers what a rule may look at of a stored filing: its header, and the text of its main document. */
export async function loadFiling(
  accessionNumber: string,
  sources: Pick<NeedSources, 'sql' | 'objects'>,
  known?: KnownFiling,
): Promise<FilingUnderRead> {
  const filing = await filingStore(sources.sql as Sql).find(accessionNumber)
  if (!filing) throw new Error(`filing ${accessionNumber} is not stored`)
  if (known) return { ...headOf(filing), ...pick(known) }
  const bytes = await objectOf(filing.submission_sha256, sources.objects)
  const submission = readSubmission(bytes)
  const main = mainDocumentOf(submission.documents, filing.form_type)
  const records = await documentStore(sources.sql as Sql).listByFiling(accessionNumber)
  return {
    ...headOf(filing),
    submission,
    header_text: headerText(bytes),
    documents: await Promise.all(
      records.map((record) => loadDocument(record, record.sequence === main?.sequence, sources.objects)),
    ),
  }
}

type FoundFiling = NonNullable<Awaited<ReturnType<ReturnType<typeof filingStore>['find']>>>

function headOf({ submission_source: _, filing_date: __, available_at: ___, ...filing }: FoundFiling) {
  return filing
}

function pick({ submission, header_text, documents }: KnownFiling) {
  return { submission, header_text, documents }
}

/** The documents of a filing that are wanted, with their texts. */
export async function loadTexts(
  accessionNumber: string,
  wanted: (record: DocumentRecord) => boolean,
  { sql, objects }: Pick<NeedSources, 'sql' | 'objects'>,
): Promise<ReadDocument[]> {
  const records = await documentStore(sql as Sql).listByFiling(accessionNumber)
  return await Promise.all(records.filter(wanted).map((record) => loadDocument(record, true, objects)))
}

async function loadDocument(
  record: DocumentRecord,
  withText: boolean,
  objects: ObjectStore,
): Promise<ReadDocument> {
  const { document_id, sequence, document_type, document_sha256, text_sha256, blocks_sha256 } = record
  const document = { document_id, sequence, document_type, document_sha256 }
  if (!withText || text_sha256 === null || blocks_sha256 === null)
    return { ...document, text: null, sections: [] }
  const text = (await objectOf(text_sha256, objects)).toString('utf8')
  const { blocks, tables, hidden, sections } = JSON.parse(
    (await objectOf(blocks_sha256, objects)).toString('utf8'),
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

async function objectOf(sha256: string, objects: ObjectStore): Promise<Buffer> {
  const bytes = await objects.get(sha256)
  if (!bytes) throw new Error(`object ${sha256} is missing`)
  return bytes
}
