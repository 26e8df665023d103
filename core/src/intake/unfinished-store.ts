import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'
import type { DiscoveryRequest } from './discovery-store.ts'
import type { Intake } from './intake.ts'

type Unfinished = Pick<Intake, 'dataset' | 'accession_number' | 'stage' | 'priority'>
interface Named {
  dataset: Dataset
  accession_number: string
}

const PAGE = 5_000

/**
 * Everything that Postgres knows to be unfinished, page by page, however new: what an empty queue has to be filled with at once.
 * The reconciler takes what stood still for a while, the oldest first.
 */
export function unfinishedStore(sql: Sql) {
  async function* pages<T>(read: (tx: Queryable, after: string) => Promise<T[]>, keyOf: (row: T) => string) {
    let after = ''
    for (;;) {
      const rows = await read(sql, after)
      if (rows.length > 0) yield rows
      if (rows.length < PAGE) return
      after = keyOf(rows.at(-1) as T)
    }
  }

  return {
    filings: () =>
      pages<Unfinished>(
        (tx, after) => tx`
          select dataset, accession_number, stage, priority from intake
          where stage not in ('published', 'failed') and accession_number > ${after}
          order by accession_number limit ${PAGE}`,
        (row) => row.accession_number,
      ),

    /** Published filings of which one of these extractors was asked again. */
    answers: (extractors: readonly string[]) =>
      pages<Named>(
        (tx, after) => tx`
          select distinct f.dataset, f.accession_number from processing p join filings f using (accession_number)
          where p.status = 'pending' and f.available_at is not null and p.extractor = any(${[...extractors]})
            and f.accession_number > ${after}
          order by f.accession_number limit ${PAGE}`,
        (row) => row.accession_number,
      ),

    async sources(): Promise<DiscoveryRequest[]> {
      return await sql<DiscoveryRequest[]>`
        select dataset, source, key from discovery_sources
        where last_completed_at is null or last_completed_at < requested_at order by requested_at`
    },
  }
}
