import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'

export interface WaitingRow {
  dataset: Dataset
  accession_number: string
  extractor: string
}

/** Rows of the ledger that are asked of Claude again. */
export function retryStore(sql: Sql) {
  return {
    /**
     * Rows whose answer was unavailable and whose time to be asked again has come, in the order of acceptance; of those that
     * there was no key for, the fresh ones.
     */
    async due(
      tx: Queryable,
      extractors: readonly string[],
      freshHours: number,
      limit: number,
    ): Promise<WaitingRow[]> {
      return await tx<WaitingRow[]>`
        select f.dataset, p.accession_number, p.extractor
        from processing p join filings f using (accession_number)
        where p.extractor in ${sql([...extractors])} and p.status = 'unavailable'
          and ((p.details ->> 'retry_at')::timestamptz <= now()
            or (p.reason = 'llm_not_configured' and f.accepted_at > now() - ${freshHours} * interval '1 hour'))
        order by f.accepted_at, p.accession_number, p.extractor limit ${limit}`
    },

    /**
     * Rows that another version of an extractor answered, the newest filings first; none while the batches of the backfill
     * before are full.
     */
    async outdated(
      tx: Queryable,
      extractors: readonly { name: string; version: string }[],
      limit: number,
    ): Promise<WaitingRow[]> {
      return await tx<WaitingRow[]>`
        select f.dataset, p.accession_number, p.extractor
        from unnest(${extractors.map(({ name }) => name)}::text[], ${extractors.map(({ version }) => version)}::text[])
            as current(extractor, version)
          join processing p using (extractor) join filings f using (accession_number)
        where p.extractor_version <> current.version and p.status <> 'pending'
          and not (p.status = 'not_applicable' and p.reason = 'form_type') and f.available_at is not null
          and (select count(*) from claude_calls where mode = 'batch' and state = 'reserved' and batch_id is null) < 2000
        order by f.accepted_at desc, p.accession_number, p.extractor limit ${limit}`
    },

    /** Public filings whose rows wait and for which nothing is under way: the queue may have lost their job. */
    async forgotten(
      extractors: readonly string[],
      olderThanMs: number,
      limit: number,
    ): Promise<{ dataset: Dataset; accession_number: string }[]> {
      if (extractors.length === 0) return []
      return await sql<{ dataset: Dataset; accession_number: string }[]>`
        select distinct f.dataset, f.accession_number
        from processing p join filings f using (accession_number)
        where p.extractor in ${sql([...extractors])} and p.status = 'pending' and f.available_at is not null
          and p.updated_at < now() - ${olderThanMs} * interval '1 millisecond'
          and not exists (
            select from claude_calls c
            where c.accession_number = p.accession_number and c.extractor = p.extractor and c.state = 'reserved')
        limit ${limit}`
    },
  }
}

const ALERTS: Readonly<Record<string, string>> = {
  spend_limit: 'The Claude account has reached its spend limit.',
  budget: 'A budget for Claude is used up.',
  not_authorised: 'The Claude API refuses the key.',
  model_unavailable: 'The Claude API does not know a configured model.',
  request_refused: 'The Claude API refuses a request as invalid.',
}

/** A sentence for reasons that somebody must look at; null for those that pass by themselves. */
export function explainUnavailable(reason: string | null): string | null {
  return ALERTS[reason ?? ''] ?? null
}
