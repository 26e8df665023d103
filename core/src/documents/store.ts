import type { Queryable, Sql } from '../db.ts'
import type { Section } from '../sections/section.ts'
import type { TextBlock, TextStatus, TextTable } from './document.ts'

/** A document as stored: where its bytes are inside the submission, and the address of its canonical text. */
export interface DocumentRecord {
  document_id: string
  accession_number: string
  sequence: number
  document_type: string
  file_name: string | null
  description: string | null
  byte_start: number
  byte_end: number
  document_sha256: string
  text_status: TextStatus
  text_sha256: string | null
  text_length: number | null
  text_byte_length: number | null
  blocks_sha256: string | null
  normaliser_version: string | null
}

/** The object `blocks_sha256` addresses, as JSON. Offsets are UTF-16 indexes into the canonical text. */
export interface DocumentBlocks {
  blocks: TextBlock[]
  tables: TextTable[]
  hidden: string[]
  sections: Section[]
}

/** The write side of documents. */
export function documentStore(sql: Sql) {
  return {
    async insert(tx: Queryable, documents: DocumentRecord[]): Promise<void> {
      if (documents.length === 0) return
      await tx`insert into documents ${tx(documents)} on conflict (document_id) do nothing`
    },

    async listByFiling(accessionNumber: string): Promise<DocumentRecord[]> {
      return await sql<DocumentRecord[]>`
        select document_id, accession_number, sequence, document_type, file_name, description, byte_start, byte_end,
          document_sha256, text_status, text_sha256, text_length, text_byte_length, blocks_sha256, normaliser_version
        from documents where accession_number = ${accessionNumber} order by sequence`
    },

    /** Where the bytes of a document lie, inside the submission that is held. */
    async placeOf(
      documentSha256: string,
    ): Promise<{ submission_sha256: string; byte_start: number; byte_end: number } | undefined> {
      const [row] = await sql<{ submission_sha256: string; byte_start: number; byte_end: number }[]>`
        select f.submission_sha256, d.byte_start, d.byte_end
        from documents d join filings f using (accession_number)
        where d.document_sha256 = ${documentSha256} limit 1`
      return row
    },

    /** What evidence may claim of a document: its hashes, and the places of its sections in code points. */
    async claimsOf(documentId: string): Promise<
      | {
          document_sha256: string
          text_sha256: string | null
          sections: { section_key: string; start: number; end: number }[]
        }
      | undefined
    > {
      const [row] = await sql<
        {
          document_sha256: string
          text_sha256: string | null
          sections: { section_key: string; start: number; end: number }[]
        }[]
      >`
        select d.document_sha256, d.text_sha256, coalesce((select jsonb_agg(
            jsonb_build_object('section_key', s.section_key, 'start', s."start", 'end', s."end"))
          from sections s where s.document_id = d.document_id), '[]'::jsonb) as sections
        from documents d where d.document_id = ${documentId}`
      return row
    },
  }
}

export type DocumentStore = ReturnType<typeof documentStore>
