import type { Queryable } from '../db.ts'
import type { FactDimension } from '../facts/fact.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'

/** A fact as one filing states it. */
export interface Vintage {
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  document_id: string
  position: number
  value: number
  decimals: number | null
  /** The value differs from the one before by more than the rounding of both explains. */
  restated: boolean
}

/** A fact that several filings state, with what each of them says, in the order of acceptance. */
export interface FactHistory {
  cik: string
  taxonomy: string
  tag: string
  unit: string
  period_start: string | null
  period_end: string | null
  instant: string | null
  dimensions: FactDimension[]
  /** When a filing last said something else than the one before; null when all agree. */
  restated_at: string | null
  /** Sort key: restated last first, then by name. */
  sort_key: string
  vintages: Vintage[]
}

type Row = Omit<FactHistory, 'vintages'> & { vintages: (Omit<Vintage, 'value'> & { value: string })[] }

export interface RestatementFilter {
  cik: string
  taxonomy?: string[]
  tag?: string[]
  unit?: string[]
  /** `none`: of the whole entity only. */
  dimensions: 'none' | 'any'
  /** Facts that all filings agree on as well. */
  unchanged: boolean
  restated_at?: Range
}

export function restatementReadStore(sql: Queryable) {
  return {
    /**
     * Facts of a company that more than one filing states: same concept, unit, period and dimensions. Of several facts of one
     * filing for the same thing the most precise is its word. Two values are the same when the roundings they are reported
     * to (`decimals`) allow one number behind both; a value without decimals is exact.
     */
    async list(
      view: View,
      filter: RestatementFilter,
      page: { limit: number; after?: { restated_at: string | null; sort_key: string } },
    ): Promise<FactHistory[]> {
      const { after } = page
      const restatedAt = sql`coalesce(restated_at, '-infinity'::timestamptz)`
      const rows = await sql<Row[]>`
        with stated as (
          select distinct on (x.taxonomy, x.tag, x.unit, x.period_start, x.period_end, x.instant, x.dimension_hash,
              x.accession_number)
            x.*, f.form_type, f.filing_date,
            concat_ws(' ', x.taxonomy, x.tag, x.unit, coalesce(x.instant, x.period_end), x.period_start, x.dimension_hash) as sort_key,
            case when x.decimals is null or x.decimals_exact then 0 else 0.5 * power(10::numeric, -x.decimals) end as rounding
          from facts x join filings f using (accession_number)
          where x.cik = ${filter.cik} and ${visibleFiling(sql, view, 'f')} and x.value is not null and x.unit is not null
            ${anyOf(sql, 'x.taxonomy', filter.taxonomy)} ${anyOf(sql, 'x.tag', filter.tag)}
            ${anyOf(sql, 'x.unit', filter.unit)}
            ${filter.dimensions === 'none' ? sql`and x.dimension_hash is null` : sql``}
          order by x.taxonomy, x.tag, x.unit, x.period_start, x.period_end, x.instant, x.dimension_hash, x.accession_number,
            x.decimals_exact desc, x.decimals desc nulls last, x.document_id, x.position
        ), compared as (
          select stated.*,
            coalesce(abs(value - lag(value) over vintages) > rounding + lag(rounding) over vintages, false) as restated
          from stated
          window vintages as (partition by sort_key order by accepted_at, accession_number)
        ), histories as (
          select sort_key, min(cik) as cik, min(taxonomy) as taxonomy, min(tag) as tag, min(unit) as unit,
            min(period_start) as period_start, min(period_end) as period_end, min(instant) as instant,
            max(accepted_at) filter (where restated) as restated_at,
            (array_agg(dimensions))[1] as dimensions,
            jsonb_agg(jsonb_build_object(
              'accession_number', accession_number, 'form_type', form_type, 'filing_date', filing_date,
              'accepted_at', to_char(accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
              'document_id', document_id, 'position', position, 'value', value::text, 'decimals', decimals,
              'restated', restated) order by accepted_at, accession_number) as vintages
          from compared group by sort_key having count(*) > 1
        )
        select sort_key, cik, taxonomy, tag, unit, period_start, period_end, instant, restated_at,
          coalesce(dimensions, '[]'::jsonb) as dimensions, vintages
        from histories
        where ${filter.unchanged ? sql`true` : sql`restated_at is not null`}
          ${within(sql, 'restated_at', filter.restated_at)}
          ${
            after
              ? sql`and (${restatedAt} < coalesce(${after.restated_at}::timestamptz, '-infinity'::timestamptz)
                  or (${restatedAt} = coalesce(${after.restated_at}::timestamptz, '-infinity'::timestamptz)
                    and sort_key > ${after.sort_key} collate "C"))`
              : sql``
          }
        order by ${restatedAt} desc, sort_key collate "C" limit ${page.limit}`
      // A double cannot hold every number Postgres can, which would refuse to make one: values come as text.
      return rows.map(({ vintages, ...history }) => ({
        ...history,
        vintages: vintages.map((vintage) => ({ ...vintage, value: Number(vintage.value) })),
      }))
    },
  }
}
export type RestatementReadStore = ReturnType<typeof restatementReadStore>
