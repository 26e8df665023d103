import type { Dataset } from '../dataset.ts'
import type { Sql } from '../db.ts'

/** What Postgres, the record of everything, says about how well things go. Moments are seconds since 1970. */
export interface RecordState {
  /** Of each dataset. */
  ingest: {
    dataset: Dataset
    last_published_at: number | null
    last_accepted_at: number | null
    pending: number
    oldest_pending_seconds: number
  }[]
  outbox: { rows: number; oldest_seconds: number }
  /** Jobs that were given up and wait for somebody to have them done again. */
  dead: { queue: string; jobs: number }[]
  /** What ended in the last day with a reason why it could not be done. */
  failed: { kind: 'intake' | 'extractors' | 'exports'; count: number }[]
  webhooks: { due: number; oldest_due_seconds: number }
  audit: { faults: number; verified_at: number } | undefined
  claude_spent_picousd: number
  backups: { kind: string; source: string; succeeded_at: number }[]
  restore_drill: { finished_at: number; succeeded: boolean } | undefined
  /** When a file of the write-ahead log was last archived; null without an archive. */
  wal_archived_at: number | null
}

/** Asks for all of it in one transaction that gives up after a moment: whoever looks must not be a burden. */
export async function recordState(sql: Sql, timeoutMs: number): Promise<RecordState> {
  return await sql.begin('read only', async (tx) => {
    await tx`select set_config('statement_timeout', ${String(timeoutMs)}, true)`
    const ingest = await tx<RecordState['ingest']>`
      select dataset, extract(epoch from latest.available_at)::float8 as last_published_at,
        extract(epoch from latest.accepted_at)::float8 as last_accepted_at,
        coalesce(waiting.pending, 0)::int as pending,
        greatest(0, coalesce(extract(epoch from now() - waiting.oldest), 0))::float8 as oldest_pending_seconds
      from (values ('live'), ('test')) d (dataset)
      left join lateral (select available_at, accepted_at from filings f where f.dataset = d.dataset
        and available_at is not null order by accepted_at desc, accession_number desc limit 1) latest on true
      left join lateral (select count(*) as pending, min(first_seen_at) as oldest from intake i
        where i.dataset = d.dataset and stage not in ('published', 'failed')) waiting on true`
    const [outbox] = await tx<RecordState['outbox'][]>`
      select count(*)::int as rows,
        greatest(0, coalesce(extract(epoch from now() - min(created_at)), 0))::float8 as oldest_seconds
      from (select created_at from outbox order by id limit 100000) waiting`
    const dead = await tx<RecordState['dead']>`
      select job_name as queue, count(*)::int as jobs from dead_jobs where redriven_at is null
      group by job_name order by job_name`
    const failed = await tx<RecordState['failed']>`
      select 'intake' as kind, count(*)::int as count from intake
        where stage = 'failed' and stage_changed_at > now() - interval '1 day' and dataset = 'live'
      union all select 'extractors', count(*)::int from processing p
        where status = 'failed' and updated_at > now() - interval '1 day'
          and exists (select 1 from filings f where f.accession_number = p.accession_number and f.dataset = 'live')
      union all select 'exports', count(*)::int from customer_jobs
        where status = 'failed' and finished_at > now() - interval '1 day'`
    const [webhooks] = await tx<RecordState['webhooks'][]>`
      select count(*)::int as due,
        greatest(0, coalesce(extract(epoch from now() - min(next_attempt_at)), 0))::float8 as oldest_due_seconds
      from webhook_deliveries where next_attempt_at <= now()`
    const [audit] = await tx<{ faults: number; verified_at: number }[]>`
      select fault_count::int as faults, extract(epoch from finished_at)::float8 as verified_at
      from audit_verifications order by id desc limit 1`
    const [claude] = await tx<{ spent: number }[]>`
      select committed_picousd::float8 as spent from claude_budgets
      where scope = 'day' and key = to_char(now() at time zone 'utc', 'YYYY-MM-DD')`
    const backups = await tx<RecordState['backups']>`
      select kind, source, extract(epoch from max(finished_at))::float8 as succeeded_at from backups
      where outcome = 'succeeded' group by kind, source order by kind, source`
    const [drill] = await tx<{ finished_at: number; succeeded: boolean }[]>`
      select extract(epoch from finished_at)::float8 as finished_at, outcome = 'succeeded' as succeeded
      from restore_drills order by started_at desc limit 1`
    const [archive] = await tx<{ wal_archived_at: number | null }[]>`
      select extract(epoch from last_archived_time)::float8 as wal_archived_at from pg_stat_archiver`
    return {
      ingest,
      outbox: outbox ?? { rows: 0, oldest_seconds: 0 },
      dead,
      failed,
      webhooks: webhooks ?? { due: 0, oldest_due_seconds: 0 },
      audit,
      claude_spent_picousd: claude?.spent ?? 0,
      backups,
      restore_drill: drill,
      wal_archived_at: archive?.wal_archived_at ?? null,
    }
  })
}
