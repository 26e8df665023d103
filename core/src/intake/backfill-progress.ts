import type { Dataset } from '../dataset.ts'
import type { Sql } from '../db.ts'
import { BACKFILL, LIVE } from '../outbox/priority.ts'
import type { DiscoverySource, IntakeStage } from './intake.ts'

export interface SourceProgress {
  source: DiscoverySource
  /** Sources that were ever asked for: quarters, days, companies. */
  asked: number
  read: number
  /** Of those read the ones that could not be, whatever they were asked for. */
  given_up: number
  /** Filings that those read named. */
  filings_seen: number
  reasons: Record<string, number>
}

export interface BackfillProgress {
  sources: SourceProgress[]
  /** Filings on their way, by what they are taken in for. */
  waiting: { live: number; missed: number; history: number }
  history_by_stage: Partial<Record<IntakeStage, number>>
  /** Filings of history that reached their end within the last ten minutes, so that the rest can be foreseen. */
  history_done_lately: number
  /** Minutes until the history that is known of is taken in, at that pace; null while nothing moves. */
  minutes_left: number | null
}

const LATELY_MINUTES = 10

/** How far the history is, from what Postgres knows. Looks at what is unfinished and at the last minutes only. */
export async function backfillProgress(sql: Sql, dataset: Dataset): Promise<BackfillProgress> {
  const unfinished = await sql<{ priority: number; stage: IntakeStage; count: number }[]>`
    select priority, stage, count(*)::int as count from intake
    where dataset = ${dataset} and stage not in ('published', 'failed') group by priority, stage`
  const [done] = await sql<{ count: number }[]>`
    select count(*)::int as count from filings f join intake i using (accession_number)
    where f.dataset = ${dataset} and i.priority >= ${BACKFILL}
      and f.available_at > now() - ${LATELY_MINUTES} * interval '1 minute'`
  const sum = (wanted: (priority: number) => boolean) =>
    unfinished.filter((row) => wanted(row.priority)).reduce((total, row) => total + row.count, 0)
  const history = sum((priority) => priority >= BACKFILL)
  const history_done_lately = done?.count ?? 0
  return {
    sources: await sourceProgress(sql, dataset),
    waiting: {
      live: sum((priority) => priority <= LIVE),
      missed: sum((priority) => priority > LIVE && priority < BACKFILL),
      history,
    },
    history_by_stage: Object.fromEntries(
      unfinished.filter((row) => row.priority >= BACKFILL).map((row) => [row.stage, row.count]),
    ),
    history_done_lately,
    minutes_left:
      history === 0
        ? 0
        : history_done_lately === 0
          ? null
          : Math.ceil((history * LATELY_MINUTES) / history_done_lately),
  }
}

async function sourceProgress(sql: Sql, dataset: Dataset): Promise<SourceProgress[]> {
  const rows = await sql<
    {
      source: DiscoverySource
      last_error: string | null
      asked: number
      read: number
      filings_seen: number
    }[]
  >`
    select source, last_error, count(*)::int as asked,
      (count(*) filter (where last_completed_at >= requested_at))::int as read,
      coalesce(sum(filings_seen), 0)::float8 as filings_seen
    from discovery_sources where dataset = ${dataset} group by source, last_error order by source, last_error`
  const sources = new Map<DiscoverySource, SourceProgress>()
  for (const { source, last_error, ...row } of rows) {
    const sum = sources.get(source) ?? {
      source,
      asked: 0,
      read: 0,
      given_up: 0,
      filings_seen: 0,
      reasons: {},
    }
    sum.asked += row.asked
    sum.read += row.read
    sum.filings_seen += row.filings_seen
    if (last_error !== null) {
      sum.given_up += row.read
      sum.reasons[last_error] = row.asked
    }
    sources.set(source, sum)
  }
  return [...sources.values()]
}
