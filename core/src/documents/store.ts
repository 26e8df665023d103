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
  }
}

export type DocumentStore = ReturnType<typeof documentStore>
