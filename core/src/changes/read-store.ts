import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import { anyOf } from '../knowledge-time.ts'
import type { ChangeType } from './store.ts'

export interface Change {
  position: number
  change_type: ChangeType
  accession_number: string
  cik: string | null
  object_id: string
  created_at: string
}

export interface ChangeFilter {
  change_type?: ChangeType[]
  cik?: string[]
  accession_number?: string[]
}

export function changeReadStore(sql: Queryable) {
  return {
    /** Changes after a position, oldest first. */
    async list(
      dataset: Dataset,
      filter: ChangeFilter,
      page: { after: number; limit: number },
    ): Promise<Change[]> {
      return await sql<Change[]>`
        select position, change_type, accession_number, cik, object_id, created_at from changes c
        where c.dataset = ${dataset} and c.position > ${page.after} and c.created_at <= clock_timestamp()
          ${anyOf(sql, 'c.change_type', filter.change_type)} ${anyOf(sql, 'c.cik', filter.cik)}
          ${anyOf(sql, 'c.accession_number', filter.accession_number)}
        order by c.position limit ${page.limit}`
    },

    /** The latest position of a world; 0 while nothing has happened. */
    async lastPosition(dataset: Dataset): Promise<number> {
      const [row] = await sql<{ position: number }[]>`
        select position from changes where dataset = ${dataset} and created_at <= clock_timestamp()
        order by position desc limit 1`
      return row?.position ?? 0
    },
  }
}
export type ChangeReadStore = ReturnType<typeof changeReadStore>
