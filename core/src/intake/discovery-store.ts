import type { Dataset } from '../dataset.ts'
import type { Sql } from '../db.ts'
import { type Announcement, announce } from '../outbox/store.ts'
import type { DiscoverySource } from './intake.ts'

/** A source to read: a company (`key` is a CIK), a day, a quarter (`2024-Q1`), the latest filings (`latest`), or all tickers (`all`). */
export interface DiscoveryRequest {
  dataset: Dataset
  source: DiscoverySource
  key: string
}

export function discoveryJob({ dataset, source, key }: DiscoveryRequest): Announcement<'discover-filings'> {
  return {
    job_name: 'discover-filings',
    job_id: `discover-filings.${dataset}.${source}.${key}`,
    payload: { dataset, source, key },
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
