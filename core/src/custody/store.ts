import type { PublishTurn } from '../changes/publish-turn.ts'
import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'
import type { SubmissionSource } from '../filings/filing.ts'
import type { View } from '../knowledge-time.ts'
import { type Custody, type CustodyEvent, custodyState } from './custody.ts'

/** A published filing with what was last known of its bytes. */
export interface CustodyRecord {
  accession_number: string
  dataset: Dataset
  cik: string
  submission_source: SubmissionSource
  first_sha256: string
  /** Of the bytes EDGAR served last; null when it served none. */
  current_sha256: string | null
  positions: number
  times_missing: number
}

export function custodyStore(sql: Sql) {
  return {
    /**
     * Published filings whose bytes are due to be looked at again: accepted within the span, last looked at before the
     * interval, the longest-waiting first. Only what EDGAR serves as one file can be compared.
     */
    async due(
      dataset: Dataset,
      {
        acceptedWithinDays,
        everyDays,
        limit,
      }: { acceptedWithinDays: number; everyDays: number; limit: number },
    ): Promise<string[]> {
      const rows = await sql<{ accession_number: string }[]>`
        select f.accession_number from filings f left join custody_checks c using (accession_number)
        where f.dataset = ${dataset} and f.available_at is not null and f.submission_source <> 'primary_document'
          and f.accepted_at > now() - ${acceptedWithinDays} * interval '1 day'
          and coalesce(c.last_checked_at, f.first_seen_at) < now() - ${everyDays} * interval '1 day'
        order by coalesce(c.last_checked_at, f.first_seen_at) limit ${limit}`
      return rows.map((row) => row.accession_number)
    },

    async find(accessionNumber: string, tx: Queryable = sql): Promise<CustodyRecord | undefined> {
      const [row] = await tx<CustodyRecord[]>`
        select f.accession_number, f.dataset, i.cik, f.submission_source, f.submission_sha256 as first_sha256,
          case when e.position is null then f.submission_sha256 else e.submission_sha256 end as current_sha256,
          coalesce(e.position, 0) as positions, coalesce(c.times_missing, 0) as times_missing
        from filings f join intake i using (accession_number) left join custody_checks c using (accession_number)
          left join lateral (
            select position, submission_sha256 from custody_events
            where accession_number = f.accession_number order by position desc limit 1) e on true
        where f.accession_number = ${accessionNumber} and f.available_at is not null`
      return row
    },

    /** Notes that EDGAR was asked, and how many times in a row it had nothing. */
    async checked(tx: Queryable, accessionNumber: string, timesMissing: number): Promise<void> {
      await tx`
        insert into custody_checks (accession_number, last_checked_at, times_missing)
        values (${accessionNumber}, now(), ${timesMissing})
        on conflict (accession_number) do update
          set last_checked_at = excluded.last_checked_at, times_missing = excluded.times_missing`
    },

    /** Appends an event within a publish turn. Returns false when another check was faster. */
    async append(
      tx: Queryable,
      turn: PublishTurn,
      record: CustodyRecord,
      event: Pick<CustodyEvent, 'kind' | 'submission_sha256' | 'submission_bytes'>,
    ): Promise<boolean> {
      const inserted = await tx`
        insert into custody_events ${tx([
          {
            accession_number: record.accession_number,
            position: record.positions + 1,
            ...event,
            noticed_at: turn.moment,
            available_at: turn.moment,
          },
        ])} on conflict (accession_number, position) do nothing`
      return inserted.count === 1
    },
  }
}
export type CustodyStore = ReturnType<typeof custodyStore>

/** The custody of a filing as it was known at the moment of the view. */
export async function readCustody(
  sql: Queryable,
  view: View,
  filing: { accession_number: string; submission_sha256: string; first_seen_at: string },
): Promise<Custody> {
  const { accession_number, submission_sha256, first_seen_at } = filing
  const events = await sql<CustodyEvent[]>`
    select kind, submission_sha256, submission_bytes, noticed_at from custody_events
    where accession_number = ${accession_number} and date_trunc('milliseconds', available_at) <= ${view.as_of}
    order by position`
  const [check] = await sql<{ last_checked_at: string }[]>`
    select last_checked_at from custody_checks
    where accession_number = ${accession_number} and last_checked_at <= ${view.as_of}`
  return {
    first_seen_at,
    submission_sha256,
    last_checked_at: check?.last_checked_at ?? null,
    state: custodyState(submission_sha256, events),
    events: [...events],
  }
}
