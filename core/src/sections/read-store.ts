import type { Queryable } from '../db.ts'
import { anyOf } from '../knowledge-time.ts'
import type { SectionRecord } from './store.ts'

export interface PublishedSection extends SectionRecord {
  accession_number: string
  sequence: number
  document_sha256: string
  text_sha256: string | null
}

export interface SectionFilter {
  sequence?: number
  section_key?: string[]
  status?: string[]
}

export function sectionReadStore(sql: Queryable) {
  const columns = sql`s.section_id, s.document_id, s.section_key, s.position, s.title, s.status, s.disposition, s.boundary_method,
    s.confidence, s."start", s."end", s.byte_start, s.byte_end, s.note, d.accession_number, d.sequence,
    d.document_sha256, d.text_sha256`

  return {
    /** Sections of a filing in the order of its documents and their text. */
    async list(
      accessionNumber: string,
      filter: SectionFilter,
      page: { limit: number; after?: { sequence: number; position: number } },
    ): Promise<PublishedSection[]> {
      return await sql<PublishedSection[]>`
        select ${columns} from sections s join documents d using (document_id)
        where d.accession_number = ${accessionNumber}
          ${filter.sequence === undefined ? sql`` : sql`and d.sequence = ${filter.sequence}`}
          ${anyOf(sql, 's.section_key', filter.section_key)} ${anyOf(sql, 's.status', filter.status)}
          ${page.after ? sql`and (d.sequence, s.position) > (${page.after.sequence}, ${page.after.position})` : sql``}
        order by d.sequence, s.position limit ${page.limit}`
    },

    /** The section of that key; of several, one that was found, in the earliest document. */
    async find(
      accessionNumber: string,
      sectionKey: string,
      sequence?: number,
    ): Promise<PublishedSection | undefined> {
      const [row] = await sql<PublishedSection[]>`
        select ${columns} from sections s join documents d using (document_id)
        where d.accession_number = ${accessionNumber} and s.section_key = ${sectionKey}
          ${sequence === undefined ? sql`` : sql`and d.sequence = ${sequence}`}
        order by (s.status in ('ok', 'uncertain')) desc, d.sequence limit 1`
      return row
    },

    /** Keys of the sections a filing has. */
    async keys(accessionNumber: string): Promise<string[]> {
      const rows = await sql<{ section_key: string }[]>`
        select distinct s.section_key from sections s join documents d using (document_id)
        where d.accession_number = ${accessionNumber} order by s.section_key`
      return rows.map((row) => row.section_key)
    },
  }
}
export type SectionReadStore = ReturnType<typeof sectionReadStore>
