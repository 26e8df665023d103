import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'
import type { FactDimension } from './fact.ts'
import type { Span } from './fact-rows.ts'

/** A fact with the filing that states it. */
export interface PublishedFact {
  document_id: string
  position: number
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  cik: string
  document_fiscal_year: number | null
  document_fiscal_period: string | null
  taxonomy: string
  tag: string
  namespace: string
  is_extension: boolean
  unit: string | null
  value: number | null
  value_text: string | null
  decimals: number | null
  decimals_exact: boolean
  nil: boolean
  period_start: string | null
  period_end: string | null
  instant: string | null
  frame: string | null
  dimensions: FactDimension[]
  context_id: string
  fact_id: string | null
  footnotes: string[]
  hidden: boolean
  flags: string[]
  text_sha256: string | null
  start: number | null
  end: number | null
  byte_start: number | null
  byte_end: number | null
  continuations: Span[]
}

export interface FactFilter {
  taxonomy?: string[]
  tag?: string[]
  unit?: string[]
  frame?: string[]
  /** `none`: of the whole entity only. */
  dimensions?: 'none' | 'any'
  period_start?: Range
  period_end?: Range
  instant?: Range
}

export interface CompanyFactFilter extends FactFilter {
  cik?: string[]
  accession_number?: string[]
  form_type?: string[]
  accepted_at?: Range
}

type Row = Omit<PublishedFact, 'value' | 'dimensions' | 'continuations'> & {
  exact: string | null
  dimensions: FactDimension[] | null
  continuations: Span[] | null
}

export function factReadStore(sql: Queryable) {
  // A double cannot hold every value, and Postgres would refuse to make one: numbers come as text.
  const columns = sql`
    x.document_id, x.position, x.accession_number, f.form_type, f.filing_date, x.accepted_at, x.cik,
    r.document_fiscal_year, r.document_fiscal_period, x.taxonomy, x.tag,
    coalesce(x.namespace, r.namespaces ->> x.taxonomy, '') as namespace, x.is_extension, x.unit, x.value::text as exact,
    x.value_text, x.decimals, x.decimals_exact, x.nil, x.period_start, x.period_end, x.instant, x.frame, x.dimensions,
    x.context_id, x.fact_id, x.footnotes, x.hidden, x.flags, d.text_sha256, x."start", x."end", x.byte_start, x.byte_end,
    x.continuations`
  const source = sql`facts x join filings f using (accession_number)
    join xbrl_documents r on r.document_id = x.document_id join documents d on d.document_id = x.document_id`

  function matching(filter: FactFilter) {
    return sql`${anyOf(sql, 'x.taxonomy', filter.taxonomy)} ${anyOf(sql, 'x.tag', filter.tag)}
      ${anyOf(sql, 'x.unit', filter.unit)} ${anyOf(sql, 'x.frame', filter.frame)}
      ${filter.dimensions === 'none' ? sql`and x.dimension_hash is null` : sql``}
      ${within(sql, 'x.period_start', filter.period_start)} ${within(sql, 'x.period_end', filter.period_end)}
      ${within(sql, 'x.instant', filter.instant)}`
  }

  return {
    /** Facts of one filing, in the order of its documents. */
    async ofFiling(
      accessionNumber: string,
      filter: FactFilter & { sequence?: number },
      page: { limit: number; after?: { sequence: number; position: number } },
    ): Promise<(PublishedFact & { sequence: number })[]> {
      const { after } = page
      const rows = await sql<(Row & { sequence: number })[]>`
        select ${columns}, d.sequence from ${source}
        where x.document_id in (select document_id from xbrl_documents where accession_number = ${accessionNumber})
          ${filter.sequence === undefined ? sql`` : sql`and d.sequence = ${filter.sequence}`} ${matching(filter)}
          ${after ? sql`and (d.sequence, x.position) > (${after.sequence}, ${after.position})` : sql``}
        order by d.sequence, x.position limit ${page.limit}`
      return rows.map((row) => ({ ...published(row), sequence: row.sequence }))
    },

    /** Facts of companies or filings, every vintage of each, in the order of acceptance. */
    async list(
      view: View,
      filter: CompanyFactFilter,
      page: {
        limit: number
        order: 'asc' | 'desc'
        after?: { accepted_at: string; document_id: string; position: number }
      },
    ): Promise<PublishedFact[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      const rows = await sql<Row[]>`
        select ${columns} from ${source}
        where ${visibleFiling(sql, view, 'f')} ${anyOf(sql, 'x.cik', filter.cik)}
          ${
            filter.accession_number === undefined
              ? sql``
              : sql`and x.document_id in (select document_id from xbrl_documents
                  where accession_number in ${sql(filter.accession_number)})`
          }
          ${anyOf(sql, 'f.form_type', filter.form_type)} ${matching(filter)}
          ${within(sql, 'x.accepted_at', filter.accepted_at)}
          ${
            after
              ? sql`and (x.accepted_at, x.document_id, x.position) ${beyond}
                  (${after.accepted_at}::timestamptz, ${after.document_id}, ${after.position})`
              : sql``
          }
        order by x.accepted_at ${direction}, x.document_id ${direction}, x.position ${direction}
        limit ${page.limit}`
      return rows.map(published)
    },

    /**
     * One number per entity: the one filed last by the moment of the view, and of several in one filing the most exact.
     */
    async frame(
      view: View,
      frame: { taxonomy: string; tag: string; unit: string; frame: string },
      page: { limit: number; after?: string },
    ): Promise<PublishedFact[]> {
      const rows = await sql<Row[]>`
        select distinct on (x.cik) ${columns} from ${source}
        where ${visibleFiling(sql, view, 'f')} and x.tag = ${frame.tag} and x.frame = ${frame.frame}
          and x.taxonomy = ${frame.taxonomy} and x.unit = ${frame.unit}
          and x.dimension_hash is null and x.value is not null
          ${page.after === undefined ? sql`` : sql`and x.cik > ${page.after}`}
        order by x.cik, x.accepted_at desc, x.accession_number desc, x.decimals_exact desc, x.decimals desc nulls last,
          coalesce(x.period_end, x.instant) desc, x.document_id, x.position
        limit ${page.limit}`
      return rows.map(published)
    },
  }
}
export type FactReadStore = ReturnType<typeof factReadStore>

function published({ exact, value_text, dimensions, continuations, ...row }: Row): PublishedFact {
  const value = exact === null ? null : Number(exact)
  return {
    ...row,
    value: value !== null && Number.isFinite(value) ? value : null,
    value_text: value_text ?? exact,
    dimensions: dimensions ?? [],
    continuations: continuations ?? [],
  }
}
