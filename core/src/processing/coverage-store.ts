import type { Queryable, Sql } from '../db.ts'
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

export interface ScopeCounts {
  /** Filings visible at the moment of the view. */
  published: number
  /** Filings known and neither published nor given up, or published after the moment of the view. */
  pending: number
  failed: number
  /** Published filings that the view is too early for. */
  later: number
  from: string | null
  to: string | null
}

type Published = Pick<ScopeCounts, 'published' | 'later' | 'from' | 'to'>

/**
 * Of a moment so recent the counts of now tell, less what became visible since: as much as a walk through a long list takes, and
 * little enough to be counted for a page.
 */
const RECENT_MS = 24 * 3_600_000

export interface FormCoverage extends ScopeCounts {
  form_type: string
}

export function coverageStore(sql: Queryable) {
  /** Published filings and their first and last acceptance. */
  function published(view: View, scope: CoverageScope) {
    const source = scope.cik
      ? sql`(select distinct cik, accession_number from filing_filers where cik in ${sql(scope.cik)}) company
          join filings f using (accession_number)`
      : sql`filings f`
    return sql`from ${source} where f.dataset = ${view.dataset}
      ${anyOf(sql, 'f.form_type', scope.form_type)} ${anyOf(sql, 'f.accession_number', scope.accession_number)}`
  }

  function waiting(view: View, scope: CoverageScope) {
    return sql`from intake i where i.dataset = ${view.dataset} and i.stage <> 'published'
      and i.first_seen_at <= ${view.as_of}
      ${anyOf(sql, 'i.cik', scope.cik)} ${anyOf(sql, 'i.form_type', scope.form_type)}
      ${anyOf(sql, 'i.accession_number', scope.accession_number)}`
  }

  /**
   * What was published at a recent moment, out of the counts that are kept, less what became visible since. Undefined where
   * they do not tell: of the past and of single filings. A filing that names two of the companies counts for each.
   */
  async function publishedNow(view: View, scope: CoverageScope): Promise<Published | undefined> {
    if (scope.accession_number) return undefined
    if (Date.now() - Date.parse(view.as_of) > RECENT_MS) return undefined
    const [row] = await sql<(Published & { since: boolean })[]>`
      select coalesce(sum(published), 0)::bigint as published, 0 as later,
        min(first_accepted_at) as "from", max(last_accepted_at) as "to",
        exists (select 1 from filings where dataset = ${view.dataset}
          and available_at >= ${view.as_of}::timestamptz + interval '1 millisecond')
        or exists (select 1 from filings where dataset = ${view.dataset} and accepted_at > ${view.as_of}
          and available_at is not null) as since
      from filing_counts c where c.dataset = ${view.dataset} and c.cik in ${sql(scope.cik ?? [''])}
        ${anyOf(sql, 'c.form_type', scope.form_type)}`
    if (!row) return undefined
    const { since, ...counts } = row
    return since ? await withoutComing(view, scope, counts) : counts
  }

  /** Takes out of the counts what was not visible yet. */
  async function withoutComing(
    view: View,
    scope: CoverageScope,
    counts: Published,
  ): Promise<Published | undefined> {
    const [row] = await sql<{ later: number }[]>`
      select count(*)::int as later
      from filings f ${
        scope.cik
          ? sql`join (select distinct accession_number, cik from filing_filers where cik in ${sql(scope.cik)}) named using (accession_number)`
          : sql``
      }
      where f.dataset = ${view.dataset} and f.available_at is not null
        and (f.available_at >= ${view.as_of}::timestamptz + interval '1 millisecond' or f.accepted_at > ${view.as_of})
        ${anyOf(sql, 'f.form_type', scope.form_type)}`
    const later = row?.later ?? 0
    if (later === 0) return counts
    const edge = async (direction: 'asc' | 'desc') => {
      const order = direction === 'asc' ? sql`asc` : sql`desc`
      const [first] = scope.cik
        ? await sql<{ accepted_at: string }[]>`
            select f.accepted_at from filing_filers named join filings f using (accession_number)
            where named.cik in ${sql(scope.cik)} and ${visibleFiling(sql, view, 'f')}
              ${anyOf(sql, 'f.form_type', scope.form_type)}
            order by named.accepted_at ${order}, named.accession_number ${order} limit 1`
        : await sql<{ accepted_at: string }[]>`
            select f.accepted_at from filings f where ${visibleFiling(sql, view, 'f')}
              ${anyOf(sql, 'f.form_type', scope.form_type)}
            order by f.accepted_at ${order}, f.accession_number ${order} limit 1`
      return first?.accepted_at ?? null
    }
    const [from, to] = await Promise.all([edge('asc'), edge('desc')])
    return { published: counts.published - later, later, from, to }
  }

  async function countedBefore(dataset: View['dataset']): Promise<boolean> {
    const rows = await sql`select 1 from answer_counts_taken where dataset = ${dataset}`
    return rows.length === 1
  }

  /** The answers over a whole dataset as they were last counted; see `countAnswers`. */
  async function extractorsCounted(
    view: View,
    scope: CoverageScope,
    names?: string[],
  ): Promise<ExtractorCounts[]> {
    const counts = PROCESSING_STATUSES.map(
      (status) =>
        sql`, coalesce(sum(filings) filter (where status = ${status}), 0)::bigint as ${sql(status)}`,
    )
    return await sql<ExtractorCounts[]>`
      select extractor ${counts} from answer_counts a
      where a.dataset = ${view.dataset} ${anyOf(sql, 'a.form_type', scope.form_type)} ${anyOf(sql, 'a.extractor', names)}
      group by extractor order by extractor`
  }

  async function publishedThen(view: View, scope: CoverageScope): Promise<Published | undefined> {
    const [row] = await sql<Published[]>`
      select count(*) filter (where ${visibleFiling(sql, view, 'f')})::int as published,
        count(*) filter (where f.available_at is not null and not (${visibleFiling(sql, view, 'f')}))::int as later,
        min(f.accepted_at) filter (where ${visibleFiling(sql, view, 'f')}) as "from",
        max(f.accepted_at) filter (where ${visibleFiling(sql, view, 'f')}) as "to"
      ${published(view, scope)}`
    return row
  }

  return {
    /** Counts the filings of a scope by how far they are. */
    async filings(view: View, scope: CoverageScope): Promise<ScopeCounts> {
      const [ready, [rest]] = await Promise.all([
        publishedNow(view, scope).then((counts) => counts ?? publishedThen(view, scope)),
        sql<Pick<ScopeCounts, 'pending' | 'failed'>[]>`
          select count(*) filter (where i.stage <> 'failed')::int as pending,
            count(*) filter (where i.stage = 'failed')::int as failed
          ${waiting(view, scope)}`,
      ])
      return { published: 0, later: 0, from: null, to: null, pending: 0, failed: 0, ...ready, ...rest }
    },

    /** For each extractor, how many published filings of the scope it answered in which way. */
    async extractors(view: View, scope: CoverageScope, names?: string[]): Promise<ExtractorCounts[]> {
      const whole = !scope.cik && !scope.accession_number && Date.now() - Date.parse(view.as_of) <= RECENT_MS
      if (whole && (await countedBefore(view.dataset))) return await extractorsCounted(view, scope, names)
      return await sql<ExtractorCounts[]>`
        select p.extractor,
          count(*) filter (where p.status = 'ok_found')::int as ok_found,
          count(*) filter (where p.status = 'ok_none')::int as ok_none,
          count(*) filter (where p.status = 'not_applicable')::int as not_applicable,
          count(*) filter (where p.status = 'insufficient_data')::int as insufficient_data,
          count(*) filter (where p.status = 'pending')::int as pending,
          count(*) filter (where p.status = 'failed')::int as failed,
          count(*) filter (where p.status = 'unavailable')::int as unavailable,
          count(*) filter (where p.status = 'refused')::int as refused,
          count(*) filter (where p.status = 'truncated')::int as truncated
        from processing p
        where p.accession_number in (
          select f.accession_number ${published(view, scope)} and ${visibleFiling(sql, view, 'f')})
          ${anyOf(sql, 'p.extractor', names)}
        group by p.extractor order by p.extractor`
    },

    /** The same counts for each form. */
    async byForm(view: View, scope: CoverageScope): Promise<FormCoverage[]> {
      return await sql<FormCoverage[]>`
        select form_type, sum(published)::int as published, sum(later)::int as later, sum(pending)::int as pending,
          sum(failed)::int as failed, min("from") as "from", max("to") as "to"
        from (
          select f.form_type, count(*) filter (where ${visibleFiling(sql, view, 'f')}) as published,
            count(*) filter (where f.available_at is not null and not (${visibleFiling(sql, view, 'f')})) as later,
            0 as pending, 0 as failed,
            min(f.accepted_at) filter (where ${visibleFiling(sql, view, 'f')}) as "from",
            max(f.accepted_at) filter (where ${visibleFiling(sql, view, 'f')}) as "to"
          ${published(view, scope)} group by 1
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
        }[]
      >`select
          (select available_at from filings where dataset = ${dataset} and available_at is not null
            order by accepted_at desc, accession_number desc limit 1) as last_published_at,
          (select accepted_at from filings where dataset = ${dataset} and available_at is not null
            order by accepted_at desc, accession_number desc limit 1) as last_accepted_at,
          (select count(*)::int from intake where dataset = ${dataset} and stage not in ('published', 'failed')) as pending,
          (select count(*)::int from intake where dataset = ${dataset} and stage = 'failed') as failed`
      return row ?? { last_published_at: null, last_accepted_at: null, pending: 0, failed: 0 }
    },
  }
}
export type CoverageStore = ReturnType<typeof coverageStore>

/**
 * Counts how the extractors answered over all published filings of a dataset. It reads the whole ledger, so it is done by the
 * clock and not for a request; counting again overwrites.
 */
export async function countAnswers(sql: Sql, dataset: View['dataset']): Promise<void> {
  const started = performance.now()
  const rows = await sql<{ form_type: string; extractor: string; status: string; filings: number }[]>`
    select f.form_type, p.extractor, p.status, count(*)::bigint as filings
    from processing p join filings f using (accession_number)
    where f.dataset = ${dataset} and f.available_at is not null
    group by f.form_type, p.extractor, p.status`
  await sql.begin(async (tx) => {
    await tx`delete from answer_counts where dataset = ${dataset}`
    await tx`
      insert into answer_counts (dataset, form_type, extractor, status, filings)
      select ${dataset}, form_type, extractor, status, filings
      from jsonb_to_recordset(${tx.json(rows as never)}) as row(form_type text, extractor text, status text, filings bigint)`
    const took_ms = Math.round(performance.now() - started)
    await tx`
      insert into answer_counts_taken (dataset, counted_at, took_ms) values (${dataset}, now(), ${took_ms})
      on conflict (dataset) do update set counted_at = excluded.counted_at, took_ms = excluded.took_ms`
  })
}
