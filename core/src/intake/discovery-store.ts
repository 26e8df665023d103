import type { Dataset } from '../dataset.ts'
import type { Sql } from '../db.ts'
import { BACKFILL, LIVE } from '../outbox/priority.ts'
import { type Announcement, announce } from '../outbox/store.ts'
import type { DiscoverySource } from './intake.ts'

/**
 * A source to read: a company (`key` is a CIK), the index or the archive of a day (a date), a quarter (`2024-Q1`), the latest
 * filings (`latest`), or all tickers (`all`).
 */
export interface DiscoveryRequest {
  dataset: Dataset
  source: DiscoverySource
  key: string
}

/** EDGAR closes at 22:00 in New York; some hours are left for the index to be there. */
const INDEX_COMPLETE_AFTER = '33 hours'

/** Sources that take minutes to read have a queue of their own: what is new is not found behind them. */
const HISTORY: DiscoverySource[] = ['full_index', 'feed_archive']

export function discoveryJob({
  dataset,
  source,
  key,
}: DiscoveryRequest): Announcement<'discover-filings' | 'discover-history'> {
  const job_name = HISTORY.includes(source) ? 'discover-history' : 'discover-filings'
  return {
    job_name,
    job_id: `${job_name}.${dataset}.${source}.${key}`,
    payload: { dataset, source, key },
    priority: source === 'submissions_json' || job_name === 'discover-history' ? BACKFILL : LIVE,
  }
}

export function discoveryStore(sql: Sql) {
  return {
    /** Asks for a source to be read, now or again. */
    async request(request: DiscoveryRequest): Promise<void> {
      await sql.begin(async (tx) => {
        await tx`
          insert into discovery_sources ${tx([request], 'dataset', 'source', 'key')}
          on conflict (dataset, source, key) do update set requested_at = now()`
        await announce(tx, [discoveryJob(request)])
      })
    },

    /** Those that were never read to their end, and those of which EDGAR had nothing then for a reason that may have passed. */
    async unread(requests: readonly DiscoveryRequest[]): Promise<DiscoveryRequest[]> {
      const rows = await sql<{ named: string }[]>`
        select concat_ws(' ', dataset, source, key) as named from discovery_sources
        where last_completed_at >= requested_at and (last_error is null or last_error = 'not_found')
          and key = any(${requests.map(({ key }) => key)})`
      const read = new Set(rows.map(({ named }) => named))
      return requests.filter(({ dataset, source, key }) => !read.has(`${dataset} ${source} ${key}`))
    },

    async complete(request: DiscoveryRequest, filingsSeen: number): Promise<void> {
      await sql`
        update discovery_sources
        set last_completed_at = now(), filings_seen = ${filingsSeen}, last_error = null
        where dataset = ${request.dataset} and source = ${request.source} and key = ${request.key}`
    },

    /** The source could not be read and asking again at once would not help; it counts as completed, with its error. */
    async giveUp(request: DiscoveryRequest, error: string): Promise<void> {
      await sql`
        update discovery_sources set last_completed_at = now(), last_error = ${error}
        where dataset = ${request.dataset} and source = ${request.source} and key = ${request.key}`
    },

    /** Requests that were not answered for a while: work the queue may have lost. */
    /**
     * Of some days those whose index was not read since it was complete. EDGAR may have none of a day; any other failure may
     * have passed.
     */
    async indexesMissing(dataset: Dataset, days: readonly string[]): Promise<string[]> {
      const rows = await sql<{ key: string }[]>`
        select key from discovery_sources
        where dataset = ${dataset} and source = 'daily_index' and key = any(${[...days]})
          and last_completed_at >= key::date + ${INDEX_COMPLETE_AFTER}::interval
          and (last_error is null or last_error = 'not_found')`
      const read = new Set(rows.map(({ key }) => key))
      return days.filter((day) => !read.has(day))
    },

    async due(olderThanMs: number): Promise<DiscoveryRequest[]> {
      return await sql<DiscoveryRequest[]>`
        select dataset, source, key from discovery_sources
        where (last_completed_at is null or last_completed_at < requested_at)
          and requested_at < now() - ${olderThanMs} * interval '1 millisecond'
        order by requested_at limit 500`
    },

    async countDue(dataset: Dataset): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from discovery_sources
        where dataset = ${dataset} and (last_completed_at is null or last_completed_at < requested_at)`
      return row?.count ?? 0
    },

    async follow(dataset: Dataset, ciks: string[]): Promise<void> {
      if (ciks.length === 0) return
      await sql`insert into followed_entities ${sql(ciks.map((cik) => ({ dataset, cik })))} on conflict do nothing`
    },

    async followed(dataset: Dataset): Promise<string[]> {
      const rows = await sql<
        { cik: string }[]
      >`select cik from followed_entities where dataset = ${dataset} order by cik`
      return rows.map((row) => row.cik)
    },
  }
}

export type DiscoveryStore = ReturnType<typeof discoveryStore>
