import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'
import type { DiscoveredFiling } from '../edgar/discovered-filing.ts'
import { BACKFILL, LIVE, PROMOTED } from '../outbox/priority.ts'
import { announce } from '../outbox/store.ts'
import { type DiscoverySource, type Intake, type IntakeStage, nextJob, priorityOf } from './intake.ts'

export type UnfinishedStage = Exclude<IntakeStage, 'published' | 'failed'>

/** Failures of the way, not of the filing: when a source names the filing again, it is worth another try. */
const WORTH_ANOTHER_TRY = [
  'not_found',
  'truncated',
  'wrong_length',
  'bad_gzip',
  'html_page',
  'unexpected_content',
  'timeout',
  'network',
  'server_error',
  'bad_redirect',
  'edgar_not_configured',
  'internal_error',
]
const REST_MS = 10 * 60_000

/** Rows of one insert: a statement may carry 65,534 parameters, eleven to a row. */
const CHUNK = 2_000

/** The JSON's time, its "Z" taken at its word; midnight stands for a time that was not recorded. */
function acceptedAtOf({ acceptance_date_time_raw: raw }: DiscoveredFiling): string | null {
  if (raw === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(raw)) return null
  return raw.slice(11, 19) === '00:00:00' || Number.isNaN(Date.parse(raw)) ? null : raw
}

interface Named {
  accession_number: string
  stage: IntakeStage
  priority: number
  fresh: boolean
}

/** What may wait in the queue among history, and is said to be new. */
function promoted(named: Named[], rows: Pick<Named, 'accession_number' | 'priority'>[]): Named[] {
  const live = new Set(rows.filter((row) => row.priority === LIVE).map((row) => row.accession_number))
  return named.filter(
    ({ accession_number, fresh, stage }) =>
      !fresh && live.has(accession_number) && stage !== 'published' && stage !== 'failed',
  )
}

export function intakeStore(sql: Sql) {
  /** A failure that may have passed, of a row that is named again. */
  const passing = sql`(intake.stage = 'failed' and intake.reason in ${sql(WORTH_ANOTHER_TRY)}
    and intake.stage_changed_at < now() - ${REST_MS} * interval '1 millisecond')`

  return {
    /**
     * Records filings that a source named and announces the fetch of the new ones; returns how many there were. A filing
     * that is known already keeps what is known of it; one whose failure may have passed starts anew.
     */
    async record(dataset: Dataset, source: DiscoverySource, filings: DiscoveredFiling[]): Promise<number> {
      // One order for all writers, so that two sources with the same filings cannot lock each other out.
      const unique = [...new Map(filings.map((filing) => [filing.accession_number, filing])).values()].sort(
        (one, other) => (one.accession_number < other.accession_number ? -1 : 1),
      )
      let recorded = 0
      for (let from = 0; from < unique.length; from += CHUNK) {
        const rows = unique.slice(from, from + CHUNK).map((filing) => ({
          accession_number: filing.accession_number,
          dataset,
          cik: filing.cik,
          form_type: filing.form_type,
          filing_date: filing.filing_date,
          company_name: filing.company_name ?? null,
          path: filing.path ?? null,
          primary_document: filing.primary_document ?? null,
          discovered_by: source,
          accepted_at_json: source === 'submissions_json' ? acceptedAtOf(filing) : null,
          priority: priorityOf(source, filing),
        }))
        recorded += await sql.begin(async (tx) => {
          const named = await tx<Named[]>`
            insert into intake ${tx(rows)} on conflict (accession_number) do update
              set accepted_at_json = coalesce(intake.accepted_at_json, excluded.accepted_at_json),
                stage = case when ${passing} then 'discovered' else intake.stage end,
                reason = case when ${passing} then null else intake.reason end,
                stage_changed_at = case when ${passing} then now() else intake.stage_changed_at end,
                priority = least(intake.priority, excluded.priority)
              where ${passing} or (intake.accepted_at_json is null and excluded.accepted_at_json is not null)
                or (excluded.priority < intake.priority and intake.stage not in ('published', 'failed'))
            returning accession_number, stage, priority, stage_changed_at = now() as fresh`
          const fresh = named.filter((filing) => filing.fresh)
          await announce(tx, [
            ...fresh.map((filing) => nextJob({ dataset, ...filing }, 'discovered')),
            ...promoted(named, rows).map((filing) => ({
              ...nextJob({ dataset, ...filing }, filing.stage as UnfinishedStage),
              priority: PROMOTED,
            })),
          ])
          return fresh.length
        })
      }
      return recorded
    },

    /**
     * Records a filing together with its bytes, which the source brought along. Returns false when it was taken in before or
     * is on its way: those of a new filing are better fetched, because they say when it was accepted.
     */
    async recordFetched(
      dataset: Dataset,
      source: DiscoverySource,
      filing: DiscoveredFiling,
      fetched: Pick<Intake, 'submission_sha256' | 'submission_source' | 'source_url'>,
    ): Promise<boolean> {
      const { accession_number, cik, form_type, filing_date, company_name } = filing
      const row = { accession_number, dataset, cik, form_type, filing_date, company_name }
      const priority = priorityOf(source, filing)
      return await sql.begin(async (tx) => {
        const recorded = await tx`
          insert into intake ${tx({ ...row, ...fetched, priority, discovered_by: source, stage: 'fetched' })}
          on conflict (accession_number) do update
            set stage = 'fetched', reason = null, stage_changed_at = now(),
              submission_sha256 = excluded.submission_sha256, submission_source = excluded.submission_source,
              source_url = excluded.source_url
            where intake.dataset = excluded.dataset
              and ((intake.stage = 'discovered' and intake.priority >= excluded.priority) or ${passing})`
        if (recorded.count === 0) return false
        await announce(tx, [nextJob({ dataset, accession_number, priority }, 'fetched')])
        return true
      })
    },

    /** Whether so many filings of history, or more, are still on their way. */
    async historyWaits(limit: number): Promise<boolean> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from (
          select 1 from intake where stage not in ('published', 'failed') and priority >= ${BACKFILL} limit ${limit}) waiting`
      return (row?.count ?? 0) >= limit
    },

    /** Those of the accession numbers that were recorded before. */
    async known(accessionNumbers: string[]): Promise<Set<string>> {
      const rows = await sql<{ accession_number: string }[]>`
        select accession_number from intake where accession_number = any(${accessionNumbers})`
      return new Set(rows.map((row) => row.accession_number))
    },

    async find(accessionNumber: string): Promise<Intake | undefined> {
      const [row] = await sql<Intake[]>`
        select accession_number, dataset, cik, form_type, filing_date, company_name, path, primary_document, stage, reason,
          submission_sha256, submission_source, source_url, first_seen_at, priority
        from intake where accession_number = ${accessionNumber}`
      return row
    },

    /** The same, held until the transaction ends: its stage does not move meanwhile. */
    async lock(tx: Queryable, accessionNumber: string): Promise<Intake | undefined> {
      const [row] = await tx<Intake[]>`
        select accession_number, dataset, cik, form_type, filing_date, company_name, path, primary_document, stage, reason,
          submission_sha256, submission_source, source_url, first_seen_at, priority
        from intake where accession_number = ${accessionNumber} for update`
      return row
    },

    /**
     * Moves a filing from one stage to the next and announces the job of that stage, in the caller's transaction.
     * Returns false when the filing is no longer in `from`: another run of the same job was faster.
     */
    async advance(
      tx: Queryable,
      filing: Pick<Intake, 'dataset' | 'accession_number'>,
      from: UnfinishedStage,
      to: IntakeStage,
      fetched: Partial<Pick<Intake, 'submission_sha256' | 'submission_source' | 'source_url'>> = {},
    ): Promise<boolean> {
      const [moved] = await tx<{ priority: number }[]>`
        update intake set stage = ${to}, stage_changed_at = now(),
          submission_sha256 = coalesce(${fetched.submission_sha256 ?? null}, submission_sha256),
          submission_source = coalesce(${fetched.submission_source ?? null}, submission_source),
          source_url = coalesce(${fetched.source_url ?? null}, source_url)
        where accession_number = ${filing.accession_number} and stage = ${from}
        returning priority`
      if (!moved) return false
      const { dataset, accession_number } = filing
      if (to !== 'published' && to !== 'failed')
        await announce(tx, [nextJob({ dataset, accession_number, ...moved }, to)])
      return true
    },

    /** Ends the intake of a filing with the reason why it cannot be served. */
    async fail(accessionNumber: string, reason: string): Promise<void> {
      await sql`
        update intake set stage = 'failed', reason = ${reason}, stage_changed_at = now()
        where accession_number = ${accessionNumber} and stage not in ('published', 'failed')`
    },

    /**
     * Unfinished filings whose stage has not changed for a while: what the queue should hold, whether it does or not. New ones
     * first, so that a long history cannot hide them.
     */
    async unfinished(
      olderThanMs: number,
      limit: number,
    ): Promise<Pick<Intake, 'dataset' | 'accession_number' | 'stage' | 'priority'>[]> {
      return await sql<Pick<Intake, 'dataset' | 'accession_number' | 'stage' | 'priority'>[]>`
        select dataset, accession_number, stage, priority from intake
        where stage not in ('published', 'failed')
          and stage_changed_at < now() - ${olderThanMs} * interval '1 millisecond'
        order by priority, stage_changed_at limit ${limit}`
    },

    async countByStage(dataset: Dataset): Promise<Record<IntakeStage, number>> {
      const rows = await sql<{ stage: IntakeStage; count: number }[]>`
        select stage, count(*)::int as count from intake where dataset = ${dataset} group by stage`
      const counts = { discovered: 0, fetched: 0, parsed: 0, extracted: 0, published: 0, failed: 0 }
      for (const row of rows) counts[row.stage] = row.count
      return counts
    },
  }
}

export type IntakeStore = ReturnType<typeof intakeStore>
