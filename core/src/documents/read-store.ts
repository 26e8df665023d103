import type { Queryable } from '../db.ts'
import { type View, visibleFiling } from '../knowledge-time.ts'
import type { DocumentRecord } from './store.ts'

/** A document with what it takes to slice its bytes and to point at it on EDGAR. */
export interface PublishedDocument extends DocumentRecord {
  submission_sha256: string
  /** A company in whose folder EDGAR serves the filing. */
  folder_cik: string | null
}

export function documentReadStore(sql: Queryable) {
  const columns = sql`d.document_id, d.accession_number, d.sequence, d.document_type, d.file_name, d.description,
    d.byte_start, d.byte_end, d.document_sha256, d.text_status, d.text_sha256, d.text_length, d.text_byte_length,
    d.blocks_sha256, d.normaliser_version, f.submission_sha256,
    (select cik from filing_filers where accession_number = d.accession_number order by position limit 1) as folder_cik`

  return {
    async list(
      accessionNumber: string,
      page: { limit: number; after?: { sequence: number } },
    ): Promise<PublishedDocument[]> {
      return await sql<PublishedDocument[]>`
        select ${columns} from documents d join filings f using (accession_number)
        where d.accession_number = ${accessionNumber} ${page.after ? sql`and d.sequence > ${page.after.sequence}` : sql``}
        order by d.sequence limit ${page.limit}`
    },

    async find(accessionNumber: string, sequence: number): Promise<PublishedDocument | undefined> {
      const [row] = await sql<PublishedDocument[]>`
        select ${columns} from documents d join filings f using (accession_number)
        where d.accession_number = ${accessionNumber} and d.sequence = ${sequence}`
      return row
    },

    async findByFileName(
      accessionNumber: string,
      fileName: string,
    ): Promise<{ document_id: string } | undefined> {
      const [row] = await sql<{ document_id: string }[]>`
        select document_id from documents where accession_number = ${accessionNumber} and file_name = ${fileName}
        order by sequence limit 1`
      return row
    },

    /** A visible document with this canonical text: whoever may see the document may see the text. */
    async findByText(view: View, textSha256: string): Promise<PublishedDocument | undefined> {
      const [row] = await sql<PublishedDocument[]>`
        select ${columns} from documents d join filings f using (accession_number)
        where d.text_sha256 = ${textSha256} and ${visibleFiling(sql, view, 'f')} order by d.document_id limit 1`
      return row
    },

    /** Documents by id, for links. */
    async byIds(documentIds: string[]): Promise<PublishedDocument[]> {
      if (documentIds.length === 0) return []
      return await sql<PublishedDocument[]>`
        select ${columns} from documents d join filings f using (accession_number)
        where d.document_id in ${sql(documentIds)}`
    },
  }
}
export type DocumentReadStore = ReturnType<typeof documentReadStore>
