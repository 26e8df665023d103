import type { Queryable } from '../db.ts'
import {
  anyOf,
  COUNT_CEILING,
  type Range,
  type Total,
  totalOf,
  type View,
  visibleFiling,
  within,
} from '../knowledge-time.ts'
import type { AcceptedAtSource, Filer, SubmissionSource } from './filing.ts'

/** A filing as it is served. */
export interface PublishedFiling {
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  accepted_at_source: AcceptedAtSource
  period_of_report: string | null
  effective_date: string | null
  items: string[]
  filers: Omit<Filer, 'former_names'>[]
  document_count: number
  declared_document_count: number | null
  submission_source: SubmissionSource
  submission_sha256: string
  submission_bytes: number | null
  source_url: string | null
  warnings: string[]
  first_seen_at: string
  available_at: string
}

export interface FilingFilter {
  accession_number?: string[]
  cik?: string[]
  form_type?: string[]
  item_code?: string[]
  accepted_at?: Range
  filing_date?: Range
  period_of_report?: Range
}

/** The place of a filing in the order of lists. */
export interface FilingPosition {
  accepted_at: string
  accession_number: string
}

export interface FilingPage {
  limit: number
  order: 'asc' | 'desc'
  after?: FilingPosition
}

/** How far a filing is that is not visible (yet). */
export interface FilingProgress {
  accession_number: string
  stage: string
  reason: string | null
  first_seen_at: string
}

export function filingReadStore(sql: Queryable) {
  const columns = sql`f.accession_number, f.form_type, f.filing_date, f.accepted_at, f.accepted_at_source,
    f.period_of_report, f.effective_date, f.items, f.document_count, f.declared_document_count, f.submission_source,
    f.submission_sha256, f.submission_bytes, f.source_url, f.warnings, f.first_seen_at, f.available_at,
    coalesce((
      select jsonb_agg(jsonb_build_object('role', role, 'cik', cik, 'name', name, 'sic', sic, 'irs_number', irs_number,
        'state_of_incorporation', state_of_incorporation, 'fiscal_year_end', fiscal_year_end,
        'file_number', file_number, 'film_number', film_number, 'sec_act', sec_act) order by position)
      from filing_filers where accession_number = f.accession_number), '[]') as filers`

  /** A company's filings start from its own index, so that a small company is not searched for among all filings. */
  function matching(view: View, filter: FilingFilter) {
    const source = filter.cik
      ? sql`(select distinct accession_number from filing_filers where cik in ${sql(filter.cik)}) company
          join filings f using (accession_number)`
      : sql`filings f`
    return sql`from ${source} where ${visibleFiling(sql, view, 'f')}
      ${anyOf(sql, 'f.accession_number', filter.accession_number)}
      ${anyOf(sql, 'f.form_type', filter.form_type)}
      ${filter.item_code ? sql`and f.items && ${filter.item_code}` : sql``}
      ${within(sql, 'f.accepted_at', filter.accepted_at)}
      ${within(sql, 'f.filing_date', filter.filing_date)}
      ${within(sql, 'f.period_of_report', filter.period_of_report)}`
  }

  return {
    async list(view: View, filter: FilingFilter, page: FilingPage): Promise<PublishedFiling[]> {
      const { after, order } = page
      const direction = order === 'desc' ? sql`desc` : sql`asc`
      const beyond = order === 'desc' ? sql`<` : sql`>`
      return await sql<PublishedFiling[]>`
        select ${columns} ${matching(view, filter)}
        ${
          after
            ? sql`and (f.accepted_at, f.accession_number) ${beyond} (${after.accepted_at}::timestamptz, ${after.accession_number})`
            : sql``
        }
        order by f.accepted_at ${direction}, f.accession_number ${direction} limit ${page.limit}`
    },

    async count(view: View, filter: FilingFilter): Promise<Total> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from (select 1 ${matching(view, filter)} limit ${COUNT_CEILING + 1}) matching`
      return totalOf(row?.count ?? 0)
    },

    async find(view: View, accessionNumber: string): Promise<PublishedFiling | undefined> {
      const [row] = await sql<PublishedFiling[]>`
        select ${columns} from filings f
        where ${visibleFiling(sql, view, 'f')} and f.accession_number = ${accessionNumber}`
      return row
    },

    /** What intake knows of a filing, visible or not; `undefined` when it was never heard of in this world. */
    async progress(dataset: View['dataset'], accessionNumber: string): Promise<FilingProgress | undefined> {
      const [row] = await sql<FilingProgress[]>`
        select accession_number, stage, reason, first_seen_at from intake
        where dataset = ${dataset} and accession_number = ${accessionNumber}
        union all
        select accession_number, case when available_at is null then 'parsed' else 'published' end, null, first_seen_at
        from filings where dataset = ${dataset} and accession_number = ${accessionNumber}
        limit 1`
      return row
    },
  }
}
export type FilingReadStore = ReturnType<typeof filingReadStore>
