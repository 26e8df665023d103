import type { Queryable } from '../db.ts'
import { anyOf, type View, visibleFiling } from '../knowledge-time.ts'
import type { Omission } from '../signals/signal.ts'
import { PROCESSING_STATUSES, type ProcessingStatus } from './status.ts'

/** What a list was drawn from: companies and forms, nothing finer, so that it stays cheap to count. */
export interface CoverageScope {
  cik?: string[]
  form_type?: string[]
  accession_number?: string[]
}

/** Filings by the answer of one extractor. */
export type ExtractorCounts = { extractor: string } & Record<ProcessingStatus, number>

export interface PublishedCounts {
  /** Filings visible at the moment of the view. */
  published: number
  /** Published filings that the view is too early for. */
  later: number
  from: string | null
  to: string | null
}

export interface WaitingCounts {
  /** Filings known and neither published nor given up. */
  pending: number
  failed: number
}

/** `minute` is its beginning in Unix milliseconds. */
export type WaitingInMinute = WaitingCounts & { minute: number }

export type ScopeCounts = PublishedCounts & WaitingCounts

export interface FormCoverage extends ScopeCounts {
  form_type: string
}

export function coverageStore(sql: Queryable) {
  /** The companies whose counts are asked for; '' are those of everybody. */
  const companies = ({ cik }: CoverageScope) => sql`${cik ?? ['']}::text[]`
  const forms = ({ form_type }: CoverageScope) => sql`${form_type ?? null}::text[]`

  /** Single filings, of the companies and forms if those are asked about too. */
  function named(view: View, scope: CoverageScope) {
    const source = scope.cik
      ? sql`(select distinct cik, accession_number from filing_filers where cik in ${sql(scope.cik)}) company
          join filings f using (accession_number)`
      : sql`filings f`
    return sql`from ${source} where f.dataset = ${view.dataset}
      ${anyOf(sql, 'f.form_type', scope.form_type)} ${anyOf(sql, 'f.accession_number', scope.accession_number)}`
  }

  /**
   * What was published at a moment: of companies and forms out of the counts that are kept, which migration 0029 tells of, and
   * of single filings by looking at them. A filing that names two of the companies counts for each.
   */
  function published(view: View, scope: CoverageScope) {
    return scope.accession_number
      ? sql`
          select f.form_type, count(*) filter (where ${visibleFiling(sql, view, 'f')}) as published,
            count(*) filter (where f.available_at is not null and not (${visibleFiling(sql, view, 'f')})) as later,
            min(f.accepted_at) filter (where ${visibleFiling(sql, view, 'f')}) as "from",
            max(f.accepted_at) filter (where ${visibleFiling(sql, view, 'f')}) as "to"
          ${named(view, scope)} group by f.form_type`
      : sql`
          select form_type, published, later, first_accepted_at as "from", last_accepted_at as "to"
          from published_counts(${view.dataset}, ${companies(scope)}, ${forms(scope)}, ${view.as_of}::timestamptz)`
  }

  function ledgerOf(view: View, scope: CoverageScope) {
    return sql`from processing p where p.accession_number in (
      select f.accession_number ${named(view, scope)} and ${visibleFiling(sql, view, 'f')})`
  }

  const allPublished = (view: View, scope: CoverageScope) => sql`
    select coalesce(sum(published), 0)::bigint as published, coalesce(sum(later), 0)::bigint as later,
      min("from") as "from", max("to") as "to"
    from (${published(view, scope)}) by_form`

  const byOutcome = sql`
    count(*) filter (where i.stage <> 'failed') as pending, count(*) filter (where i.stage = 'failed') as failed`

  const allWaiting = (view: View, scope: CoverageScope, from?: string) => sql`
    select ${byOutcome} ${waiting(view, scope, from)}`

  function waiting(view: View, scope: CoverageScope, from?: string) {
    return sql`from intake i where i.dataset = ${view.dataset} and i.stage <> 'published'
      and i.first_seen_at <= ${view.as_of} ${from ? sql`and i.first_seen_at >= ${from}` : sql``}
      ${anyOf(sql, 'i.cik', scope.cik)} ${anyOf(sql, 'i.form_type', scope.form_type)}
      ${anyOf(sql, 'i.accession_number', scope.accession_number)}`
  }

  return {
    /** Counts the filings of a scope by how far they are. */
    async filings(view: View, scope: CoverageScope): Promise<ScopeCounts> {
      const [row] = await sql<ScopeCounts[]>`
        select ready.*, rest.*
        from (${allPublished(view, scope)}) ready cross join (${allWaiting(view, scope)}) rest`
      return row as ScopeCounts
    },

    /** The published part of `filings`. */
    async published(view: View, scope: CoverageScope): Promise<PublishedCounts> {
      const [row] = await sql<PublishedCounts[]>`${allPublished(view, scope)}`
      return row as PublishedCounts
    },

    /** The other part of it: of what was seen between a moment and that of the view, what waits now. */
    async waiting(view: View, scope: CoverageScope, from: string): Promise<WaitingCounts> {
      const [row] = await sql<WaitingCounts[]>`${allWaiting(view, scope, from)}`
      return row as WaitingCounts
    },

    /** All that waits, by the minute in which it was seen first. It costs as much as it counts. */
    async waitingByMinute(view: View, scope: CoverageScope): Promise<WaitingInMinute[]> {
      return await sql<WaitingInMinute[]>`
        select (extract(epoch from date_trunc('minute', i.first_seen_at)) * 1000)::bigint as minute, ${byOutcome}
        ${waiting(view, scope)} group by 1`
    },

    /**
     * For each extractor, how many published filings of the scope it answered in which way. A filing that names two of the
     * companies counts for each.
     */
    async extractors(view: View, scope: CoverageScope, names?: string[]): Promise<ExtractorCounts[]> {
      const rows = scope.accession_number
        ? await sql<AnswerCount[]>`
            select p.extractor, p.status, count(*) as filings ${ledgerOf(view, scope)}
              ${anyOf(sql, 'p.extractor', names)} group by p.extractor, p.status`
        : await sql<AnswerCount[]>`
            select extractor, status, filings from answers_at(${view.dataset}, ${companies(scope)}, ${forms(scope)},
              ${names ?? null}::text[], ${view.as_of}::timestamptz)`
      return countsByExtractor(rows)
    },

    /** The same counts for each form. */
    async byForm(view: View, scope: CoverageScope): Promise<FormCoverage[]> {
      return await sql<FormCoverage[]>`
        select form_type, sum(published)::bigint as published, sum(later)::bigint as later, sum(pending)::bigint as pending,
          sum(failed)::bigint as failed, min("from") as "from", max("to") as "to"
        from (
          select form_type, published, later, 0 as pending, 0 as failed, "from", "to" from (${published(view, scope)}) ready
          union all
          select i.form_type, 0, 0, count(*) filter (where i.stage <> 'failed'),
            count(*) filter (where i.stage = 'failed'), null, null
          ${waiting(view, scope)} group by 1
        ) parts
        group by form_type having sum(published) + sum(pending) + sum(failed) > 0 order by form_type`
    },

    /** Companies of the list that we know at all: named by a filing, expected by intake, or followed. */
    async knownCompanies(dataset: View['dataset'], cik: string[]): Promise<string[]> {
      const rows = await sql<{ cik: string }[]>`
        select cik from entities where dataset = ${dataset} and cik in ${sql(cik)}
        union select cik from intake where dataset = ${dataset} and cik in ${sql(cik)}
        union select cik from followed_entities where dataset = ${dataset} and cik in ${sql(cik)}`
      return rows.map((row) => row.cik)
    },

    /** The ledger of one filing. */
    async ledger(accessionNumber: string) {
      return await sql<
        {
          accession_number: string
          extractor: string
          extractor_version: string
          status: ProcessingStatus
          reason: string | null
          missing: string[]
          omitted: Omission[]
          updated_at: string
        }[]
      >`select accession_number, extractor, extractor_version, status, reason,
          coalesce(details -> 'missing', '[]'::jsonb) as missing, coalesce(details -> 'omitted', '[]'::jsonb) as omitted,
          updated_at
        from processing where accession_number = ${accessionNumber} order by extractor`
    },

    /** How fresh the data is and how much waits: what the status page shows. */
    async freshness(dataset: View['dataset']) {
      const [row] = await sql<
        {
          last_published_at: string | null
          last_accepted_at: string | null
          pending: number
          failed: number
          oldest_pending_at: string | null
        }[]
      >`select
          (select available_at from filings where dataset = ${dataset} and available_at is not null
            order by accepted_at desc, accession_number desc limit 1) as last_published_at,
          (select accepted_at from filings where dataset = ${dataset} and available_at is not null
            order by accepted_at desc, accession_number desc limit 1) as last_accepted_at,
          (select count(*)::int from intake where dataset = ${dataset} and stage not in ('published', 'failed')) as pending,
          (select count(*)::int from intake where dataset = ${dataset} and stage = 'failed') as failed,
          (select min(first_seen_at) from intake where dataset = ${dataset} and stage not in ('published', 'failed'))
            as oldest_pending_at`
      return row ?? NOTHING_YET
    },
  }
}
export type CoverageStore = ReturnType<typeof coverageStore>

/** How far the data has come where nothing is known of it. */
export const NOTHING_YET = {
  last_published_at: null,
  last_accepted_at: null,
  pending: 0,
  failed: 0,
  oldest_pending_at: null,
}

interface AnswerCount {
  extractor: string
  status: ProcessingStatus
  filings: number
}

/** All answers of an extractor in one row; an answer that it gave of no filing is a zero. */
function countsByExtractor(rows: AnswerCount[]): ExtractorCounts[] {
  const none = Object.fromEntries(PROCESSING_STATUSES.map((status) => [status, 0]))
  const byName = new Map<string, ExtractorCounts>()
  for (const { extractor, status, filings } of rows) {
    const counts = byName.get(extractor) ?? ({ extractor, ...none } as ExtractorCounts)
    counts[status] = filings
    byName.set(extractor, counts)
  }
  return [...byName.values()].sort((one, other) => (one.extractor < other.extractor ? -1 : 1))
}
