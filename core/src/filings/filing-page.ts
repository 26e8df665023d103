import type { Queryable } from '../db.ts'
import type { Range, View } from '../knowledge-time.ts'
import { within } from '../knowledge-time.ts'
import { type Buckets, bucketsOf, dayAfter, endsOf, type Fragment, listOrder, merged } from '../list-order.ts'
import type { FilingFilter, FilingPage } from './read-store.ts'

/** More values than this are not read one by one. */
const MOST_VALUES = 1_000

/** A filing accepted on a Friday evening before a holiday bears the date of the Tuesday. */
const DAYS_BEFORE = 4
/** A few hours after midnight in Washington. */
const HOURS_AFTER = 30

/** Filings whose date is not that of their acceptance or of the next business day; the index of migration 0027 has these alone. */
const filedElsewhen = (sql: Queryable) => sql`
  ((accepted_at at time zone 'UTC') < filing_date - interval '4 days'
    or (accepted_at at time zone 'UTC') >= filing_date + interval '30 hours')`

/**
 * Finds the filings of a page out of the index that is in order for what is asked. The rest of the filter is looked at row by
 * row, in words that keep Postgres from choosing an index in another order and sorting all that it finds there.
 */
export function filingPages(sql: Queryable, conditions: (view: View, filter: FilingFilter) => Fragment) {
  /** A range that is a filter of the rows of another index. */
  const among = (column: 'filing_date' | 'period_of_report', { gte, gt, lte, lt }: Range = {}) => {
    const day = sql`f.${sql(column)} + 0`
    return sql`
      ${gte === undefined ? sql`` : sql`and ${day} >= ${gte}::date`}
      ${gt === undefined ? sql`` : sql`and ${day} > ${gt}::date`}
      ${lte === undefined ? sql`` : sql`and ${day} <= ${lte}::date`}
      ${lt === undefined ? sql`` : sql`and ${day} < ${lt}::date`}`
  }

  /**
   * Between which moments the filings with dates in a range were accepted: what makes the range one of `accepted_at` too, in
   * which every index of lists is ordered.
   */
  async function acceptanceOf(view: View, range: Range): Promise<Range> {
    const { first, last } = endsOf(range)
    // "offset 0": Postgres would look for the first of them in the order of acceptance, through all that are none.
    const strays = sql`from (
      select accepted_at from filings
      where dataset = ${view.dataset} ${within(sql, 'filing_date', range)} and ${filedElsewhen(sql)} offset 0) strays`
    const [row] = await sql<{ earliest: string | null; latest: string | null }[]>`
      select
        ${
          first === undefined
            ? sql`null::timestamptz`
            : sql`least((select min(accepted_at) ${strays}), ${dayAfter(first, 1)}::timestamptz,
                (select min(day.accepted_at)
                  from unnest(${Array.from({ length: DAYS_BEFORE + 1 }, (_, index) => dayAfter(first, index))}::date[]) d
                  cross join lateral (select accepted_at from filings where dataset = ${view.dataset} and filing_date = d
                    order by accepted_at, accession_number limit 1) day))`
        } as earliest,
        ${
          last === undefined
            ? sql`null::timestamptz`
            : sql`greatest((select max(accepted_at) ${strays}), ${last}::timestamptz + ${HOURS_AFTER} * interval '1 hour')`
        } as latest`
    return { ...(row?.earliest ? { gte: row.earliest } : {}), ...(row?.latest ? { lte: row.latest } : {}) }
  }

  /** The days or months of a range of periods; where it is open, up to the last that there is. */
  async function periodsOf(view: View, range: Range, unit?: 'month'): Promise<Buckets> {
    const { first, last } = endsOf(range)
    const edge = async (direction: 'asc' | 'desc') => {
      const [row] = await sql<{ period_of_report: string }[]>`
        select period_of_report from filings where dataset = ${view.dataset} and period_of_report is not null
        order by period_of_report ${direction === 'asc' ? sql`asc` : sql`desc`} limit 1`
      return row?.period_of_report ?? '1993-01-01'
    }
    return bucketsOf(first ?? (await edge('asc')), last ?? (await edge('desc')), unit)
  }

  return {
    /** A statement that gives the filings of the page, with all their columns, in any order. */
    async pageOf(view: View, filter: FilingFilter, page: FilingPage): Promise<{ rows: Fragment }> {
      const { after, limit } = page
      const { cik, item_code, form_type, filing_date, period_of_report } = filter
      const { from, by } = listOrder(
        sql,
        { ...page, after: after && { accepted_at: after.accepted_at, key: after.accession_number } },
        [
          { lte: view.as_of },
          filter.accepted_at,
          filing_date && !isDay(filing_date) ? await acceptanceOf(view, filing_date) : undefined,
        ],
      )
      /** What an index was not asked for, beside the moment of acceptance. */
      const rest = (asked: Partial<FilingFilter>) => sql`
        f.dataset = ${view.dataset} and date_trunc('milliseconds', f.available_at) <= ${view.as_of}
        ${conditions(view, { ...filter, ...asked })}
        ${among('filing_date', filing_date)} ${among('period_of_report', period_of_report)}`
      const ordered = { key: 'accession_number', accepted_at: 'f.accepted_at' }
      const inOrder = (atTheEdge: Fragment, most: number) => sql`
        ${from('f.accepted_at', 'f.accession_number')} ${atTheEdge}
        ${by('f.accepted_at', 'f.accession_number')} limit ${most}`

      if (cik) {
        const forms = form_type && cik.length * form_type.length <= MOST_VALUES ? form_type : undefined
        const day = !forms && period_of_report && isDay(period_of_report) ? period_of_report.gte : undefined
        const rows = merged(sql, page, {
          ...ordered,
          values: sql`(select * from unnest(${cik}::text[]) company (cik)
            ${forms ? sql`cross join unnest(${forms}::text[]) form (form_type)` : sql``}) v`,
          columns: forms ? sql`v.cik, v.form_type` : sql`v.cik`,
          count: cik.length * (forms?.length ?? 1),
          accepted_at: 'named.accepted_at',
          of: (most, atTheEdge) => sql`
            select f.* from filing_filers named join filings f using (accession_number)
            where named.cik = v.cik ${forms ? sql`and named.filed_form_type = v.form_type` : sql``}
              ${day ? sql`and named.filed_period = ${day}` : sql``}
              ${from('named.accepted_at', 'named.accession_number')} ${atTheEdge}
              -- A company is in a filing more than once seldom. Looked for by the filing, not among all that the company filed.
              and (named.position = 1 or not exists (
                select 1 from filing_filers before where before.accession_number = named.accession_number
                  and before.cik || '' = named.cik and before.position < named.position))
              and ${rest({ cik: undefined })}
            ${by('named.accepted_at', 'named.accession_number')} limit ${most}`,
        })
        return { rows }
      }
      if (filter.amends || filter.accession_number) return { rows: plain() }
      if (item_code) {
        const rows = merged(sql, page, {
          ...ordered,
          values: sql`unnest(${item_code}::text[]) v (item_code)`,
          columns: sql`v.item_code`,
          count: item_code.length,
          accepted_at: 'has.accepted_at',
          of: (most, atTheEdge) => sql`
            select f.* from filing_items has join filings f using (accession_number)
            where has.dataset = ${view.dataset} and has.item_code = v.item_code
              ${from('has.accepted_at', 'has.accession_number')} ${atTheEdge}
              and ${rest({ item_code: undefined })}
            ${by('has.accepted_at', 'has.accession_number')} limit ${most}`,
        })
        return { rows }
      }
      if (period_of_report)
        return { rows: ofPeriods(await periodsOf(view, period_of_report, form_type ? 'month' : undefined)) }
      if (filing_date && isDay(filing_date) && !form_type) {
        const rows = sql`select f.* from filings f where f.filing_date = ${filing_date.gte as string} and ${rest({})}
          ${inOrder(sql``, limit)}`
        return { rows }
      }
      if (form_type) {
        const rows = merged(sql, page, {
          ...ordered,
          values: sql`unnest(${form_type}::text[]) v (form_type)`,
          columns: sql`v.form_type`,
          count: form_type.length,
          of: (most, atTheEdge) => sql`
            select f.* from filings f where f.form_type = v.form_type and ${rest({ form_type: undefined })}
            ${inOrder(atTheEdge, most)}`,
        })
        return { rows }
      }
      return { rows: plain() }

      function plain(): Fragment {
        return sql`select f.* from filings f where ${rest({})} ${inOrder(sql``, limit)}`
      }

      function ofPeriods({ unit, buckets }: Buckets): Fragment {
        const forms =
          unit === 'month' && buckets.length * (form_type?.length ?? 1) <= MOST_VALUES ? form_type : undefined
        const bucket =
          unit === 'day'
            ? sql`f.period_of_report = v.bucket::date`
            : sql`f.period_of_report is not null and date_trunc('month', f.period_of_report::timestamp) = v.bucket`
        return merged(sql, page, {
          ...ordered,
          values: sql`(select * from unnest(${buckets}::timestamp[]) days (bucket)
            ${forms ? sql`cross join unnest(${forms}::text[]) form (form_type)` : sql``}) v`,
          columns: forms ? sql`v.bucket, v.form_type` : sql`v.bucket`,
          count: buckets.length * (forms?.length ?? 1),
          of: (most, atTheEdge) => sql`
            select f.* from filings f
            where ${bucket} ${forms ? sql`and f.form_type = v.form_type` : sql``}
              and ${rest(forms ? { form_type: undefined } : {})}
            ${inOrder(atTheEdge, most)}`,
        })
      }
    },
  }
}

/** Whether a range is one day. */
function isDay({ gte, gt, lte, lt }: Range): boolean {
  return gte !== undefined && gte === lte && gt === undefined && lt === undefined
}
