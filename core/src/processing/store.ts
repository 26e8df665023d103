import type { Queryable, Sql } from '../db.ts'

export type ProcessingStatus = 'ok_found' | 'ok_none' | 'not_applicable' | 'pending' | 'failed'

/** A row of the processing ledger. */
export interface Processing {
  accession_number: string
  extractor: string
  extractor_version: string
  status: ProcessingStatus
  reason: string | null
  prior_accession_number: string | null
}

/** The write side of the processing ledger: exactly one row per filing and extractor. */
export function processingStore(sql: Sql) {
  return {
    /** Opens the ledger of a filing. Rows that exist stay as they are. */
    async open(tx: Queryable, rows: Omit<Processing, 'prior_accession_number'>[]): Promise<void> {
      await tx`insert into processing ${tx(rows)} on conflict (accession_number, extractor) do nothing`
    },

    /** The whole ledger of a filing, locked until the transaction ends: whoever writes it, writes alone. */
    async lock(tx: Queryable, accessionNumber: string): Promise<Processing[]> {
      return await tx<Processing[]>`
        select accession_number, extractor, extractor_version, status, reason, prior_accession_number
        from processing where accession_number = ${accessionNumber} order by extractor for update`
    },

    async settle(tx: Queryable, row: Processing): Promise<void> {
      await tx`
        update processing set status = ${row.status}, reason = ${row.reason}, extractor_version = ${row.extractor_version},
          prior_accession_number = ${row.prior_accession_number}, updated_at = now()
        where accession_number = ${row.accession_number} and extractor = ${row.extractor}`
    },

    /**
     * Reopens the rows of extractors that compare, where a filing must now be compared with another one than before.
     * Returns true when something was reopened.
     */
    async reopen(
      tx: Queryable,
      accessionNumber: string,
      extractors: string[],
      prior: string,
    ): Promise<boolean> {
      const reopened = await tx`
        update processing set status = 'pending', reason = null, updated_at = now()
        where accession_number = ${accessionNumber} and extractor in ${sql(extractors)} and status <> 'pending'
          and prior_accession_number is distinct from ${prior}
          and not (status = 'not_applicable' and reason = 'form_type')`
      return reopened.count > 0
    },

    /** Published filings with rows that have waited for a while: an extraction the queue may have lost. */
    async reopened(
      olderThanMs: number,
      limit: number,
    ): Promise<{ dataset: 'live' | 'test'; accession_number: string }[]> {
      return await sql<{ dataset: 'live' | 'test'; accession_number: string }[]>`
        select distinct f.dataset, f.accession_number
        from processing p join filings f using (accession_number)
        where p.status = 'pending' and f.available_at is not null
          and p.updated_at < now() - ${olderThanMs} * interval '1 millisecond'
        limit ${limit}`
    },
  }
}

export type ProcessingStore = ReturnType<typeof processingStore>
