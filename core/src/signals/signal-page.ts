import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View } from '../knowledge-time.ts'
import { type Buckets, bucketsOf, endsOf, type Fragment, listOrder, merged } from '../list-order.ts'
import type { SignalFilter, SignalPage } from './read-store.ts'

/** More values than this are not read one by one. */
const MOST_VALUES = 1_000

/** Columns whose values each have an index in the order of lists, the most telling first. */
const IN_ORDER = [
  ['signal_type', 'signal_type'],
  ['extractor', 'extractor_name'],
  ['form_type', 'form_type'],
  ['extractor_version', 'extractor_version'],
] as const

/**
 * Finds the signals of a page out of the index that is in order for what is asked; the rest of the filter is looked at row by
 * row. Like `filingPages`.
 */
export function signalPages(sql: Queryable) {
  /** The days or months of a range of periods; where it is open, up to the last that there is. */
  async function periodsOf(view: View, range: Range): Promise<Buckets> {
    const { first, last } = endsOf(range)
    const edge = async (direction: 'asc' | 'desc') => {
      const [row] = await sql<{ period_of_report: string }[]>`
        select period_of_report from signals where dataset = ${view.dataset} and period_of_report is not null
        order by period_of_report ${direction === 'asc' ? sql`asc` : sql`desc`} limit 1`
      return row?.period_of_report ?? '1993-01-01'
    }
    return bucketsOf(first ?? (await edge('asc')), last ?? (await edge('desc')))
  }

  function withinPeriods({ gte, gt, lte, lt }: Range = {}) {
    // With "+ 0", so that no index of periods is chosen and all it has sorted.
    const day = sql`s.period_of_report + 0`
    return sql`
      ${gte === undefined ? sql`` : sql`and ${day} >= ${gte}::date`}
      ${gt === undefined ? sql`` : sql`and ${day} > ${gt}::date`}
      ${lte === undefined ? sql`` : sql`and ${day} <= ${lte}::date`}
      ${lt === undefined ? sql`` : sql`and ${day} < ${lt}::date`}`
  }

  return {
    /** A statement that gives the signals of the page, with all their columns, in any order. */
    async pageOf(view: View, filter: SignalFilter, page: SignalPage): Promise<{ rows: Fragment }> {
      const { after, limit } = page
      const { from, by } = listOrder(
        sql,
        { ...page, after: after && { accepted_at: after.accepted_at, key: after.id } },
        [{ lte: view.as_of }, filter.accepted_at],
      )
      const rest = (asked: (keyof SignalFilter)[]) => {
        const {
          accession_number,
          cik,
          signal_type,
          form_type,
          extractor,
          extractor_version,
          status,
          direction,
        } = {
          ...filter,
          ...Object.fromEntries(asked.map((name) => [name, undefined])),
        } as SignalFilter
        return sql`
          s.dataset = ${view.dataset} and date_trunc('milliseconds', s.available_at) <= ${view.as_of}
          and (s.superseded_at is null or date_trunc('milliseconds', s.superseded_at) > ${view.as_of})
          ${anyOf(sql, 's.accession_number', accession_number)} ${anyOf(sql, 's.cik', cik)}
          ${anyOf(sql, 's.signal_type', signal_type)} ${anyOf(sql, 's.form_type', form_type)}
          ${anyOf(sql, 's.extractor_name', extractor)} ${anyOf(sql, 's.extractor_version', extractor_version)}
          ${anyOf(sql, 's.status', status)} ${anyOf(sql, 's.direction', direction)}
          ${withinPeriods(filter.period_of_report)}`
      }
      const inOrder = (atTheEdge: Fragment, most: number) => sql`
        ${from('s.accepted_at', 's.id')} ${atTheEdge} ${by('s.accepted_at', 's.id')} limit ${most}`
      const ordered = { key: 'id', accepted_at: 's.accepted_at' }

      if (filter.accession_number) return { rows: plain() }
      if (filter.cik) return { rows: ofCompanies(filter.cik) }
      for (const [name, column] of IN_ORDER) {
        const given = filter[name]
        if (given) return { rows: ofValues(name, column, given) }
      }
      if (filter.period_of_report) return { rows: ofPeriods(await periodsOf(view, filter.period_of_report)) }
      return { rows: plain() }

      function plain(): Fragment {
        return sql`select s.* from signals s where ${rest([])} ${inOrder(sql``, limit)}`
      }

      function ofCompanies(cik: string[]): Fragment {
        const { signal_type } = filter
        const types = signal_type && cik.length * signal_type.length <= MOST_VALUES ? signal_type : undefined
        return merged(sql, page, {
          ...ordered,
          values: sql`(select * from unnest(${cik}::text[]) company (cik)
            ${types ? sql`cross join unnest(${types}::text[]) type (signal_type)` : sql``}) v`,
          columns: types ? sql`v.cik, v.signal_type` : sql`v.cik`,
          count: cik.length * (types?.length ?? 1),
          of: (most, atTheEdge) => sql`
            select s.* from signals s
            where s.cik = v.cik ${types ? sql`and s.signal_type = v.signal_type` : sql``}
              and ${rest(types ? ['cik', 'signal_type'] : ['cik'])} ${inOrder(atTheEdge, most)}`,
        })
      }

      function ofValues(name: keyof SignalFilter, column: string, given: string[]): Fragment {
        return merged(sql, page, {
          ...ordered,
          values: sql`unnest(${given}::text[]) v (value)`,
          columns: sql`v.value`,
          count: given.length,
          of: (most, atTheEdge) => sql`
            select s.* from signals s where s.${sql(column)} = v.value and ${rest([name])} ${inOrder(atTheEdge, most)}`,
        })
      }

      function ofPeriods({ unit, buckets }: Buckets): Fragment {
        const bucket =
          unit === 'day'
            ? sql`s.period_of_report = v.bucket::date`
            : sql`s.period_of_report is not null and date_trunc('month', s.period_of_report::timestamp) = v.bucket`
        return merged(sql, page, {
          ...ordered,
          values: sql`unnest(${buckets}::timestamp[]) v (bucket)`,
          columns: sql`v.bucket`,
          count: buckets.length,
          of: (most, atTheEdge) =>
            sql`select s.* from signals s where ${bucket} and ${rest([])} ${inOrder(atTheEdge, most)}`,
        })
      }
    },
  }
}
