import type { Dataset } from '@sec-latent/core/dataset'
import type { Queryable } from '@sec-latent/core/db'

/** A change of the feed, visible or not yet, with whatever can be asked about that it may alter. */
export interface PublishedChange {
  position: number
  dataset: Dataset
  accession_number: string
  cik: string | null
  /** When it becomes visible, RFC 3339. */
  moment: string
  /** The moment of its place in the feed. */
  published: string
  form_type: string | null
  filer_ciks: string[]
}

/** Reads the feed as caches need it: also what is committed and becomes visible only in a moment. */
export function feedStore(sql: Queryable) {
  const columns = sql`c.position, c.dataset, c.accession_number, c.cik, f.form_type,
    date_trunc('milliseconds', c.created_at) as published,
    greatest(date_trunc('milliseconds', c.created_at), f.accepted_at) as moment,
    array(select cik from filing_filers where accession_number = c.accession_number) as filer_ciks`
  return {
    /** Changes after a position, in order, and what the database's clock said before they were looked for. */
    async after(position: number, limit: number): Promise<{ changes: PublishedChange[]; clock: string }> {
      // A statement sees what was committed before it began, so the clock is read no later than that.
      const rows = await sql<(PublishedChange & { clock: string })[]>`
        select statement_timestamp() as clock, ${columns}
        from (select 1) always left join lateral (
          select * from changes where position > ${position} order by position limit ${limit}) c on true
          left join filings f on f.accession_number = c.accession_number
        order by c.position`
      return {
        clock: rows[0]?.clock as string,
        changes: rows.filter((row) => row.position !== null),
      }
    },

    /** The latest position, visible or not; 0 while nothing was published. */
    async lastPosition(): Promise<number> {
      const [row] = await sql<
        { last: number }[]
      >`select coalesce(max(position), 0)::bigint as last from changes`
      return row?.last ?? 0
    },
  }
}
export type FeedStore = ReturnType<typeof feedStore>
