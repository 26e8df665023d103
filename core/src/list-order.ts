import type { PendingQuery, Row } from 'postgres'
import type { Queryable } from './db.ts'
import type { Range } from './knowledge-time.ts'

/** SQL that goes into other SQL. */
export type Fragment = PendingQuery<Row[]>

/** Where a page of a list begins, in which direction it goes and how many rows it has. */
export interface OrderedPage {
  limit: number
  order: 'asc' | 'desc'
  after?: { accepted_at: string; key: string } | undefined
}

/** One place of the order and those after it, for the columns of one table. */
export interface ListOrder {
  /** Begins after the place of the page and stays inside the bounds of acceptance: one range of an index, no more. */
  from(accepted_at: string, key: string): Fragment
  by(accepted_at: string, key: string): Fragment
}

/**
 * The order of lists, (`accepted_at`, key), as conditions that an index in that order can answer. Bounds that the place of the
 * page already implies are left out: Postgres would begin at the wider one and pass over everything up to the place.
 */
export function listOrder(sql: Queryable, page: OrderedPage, bounds: (Range | undefined)[]): ListOrder {
  const { order } = page
  const direction = order === 'desc' ? sql`desc` : sql`asc`
  const lowest = latest(bounds.flatMap((range) => boundsOf('>=', range?.gte, '>', range?.gt)))
  const highest = earliest(bounds.flatMap((range) => boundsOf('<=', range?.lte, '<', range?.lt)))
  const operators = { '>=': sql`>=`, '>': sql`>`, '<=': sql`<=`, '<': sql`<` }
  // A place outside the bounds is none of this list, but it must not make Postgres begin there.
  const bound = order === 'desc' ? highest : lowest
  const isInside = (moment: number, edge: number) => (order === 'desc' ? moment <= edge : moment >= edge)
  const after =
    page.after && (!bound || isInside(Date.parse(page.after.accepted_at), Date.parse(bound.moment)))
      ? page.after
      : undefined
  return {
    by: (accepted_at, key) => sql`order by ${sql(accepted_at)} ${direction}, ${sql(key)} ${direction}`,
    from(accepted_at, key) {
      const within = (one: Bound | undefined) =>
        one ? sql`and ${sql(accepted_at)} ${operators[one.operator]} ${one.moment}::timestamptz` : sql``
      const place = after && sql`(${after.accepted_at}::timestamptz, ${after.key}::text)`
      return sql`
        ${place && order === 'asc' ? sql`and (${sql(accepted_at)}, ${sql(key)}) > ${place}` : within(lowest)}
        ${place && order === 'desc' ? sql`and (${sql(accepted_at)}, ${sql(key)}) < ${place}` : within(highest)}`
    },
  }
}

interface Bound {
  operator: '>=' | '>' | '<=' | '<'
  moment: string
}

function boundsOf(
  inclusive: Bound['operator'],
  with_it: string | undefined,
  exclusive: Bound['operator'],
  without_it: string | undefined,
): Bound[] {
  return [
    ...(with_it === undefined ? [] : [{ operator: inclusive, moment: with_it }]),
    ...(without_it === undefined ? [] : [{ operator: exclusive, moment: without_it }]),
  ]
}

/** Of bounds at the same moment the one without the moment itself is the tighter one. */
function latest(bounds: Bound[]): Bound | undefined {
  return bounds.sort(
    (one, other) =>
      Date.parse(other.moment) - Date.parse(one.moment) || one.operator.length - other.operator.length,
  )[0]
}
function earliest(bounds: Bound[]): Bound | undefined {
  return bounds.sort(
    (one, other) =>
      Date.parse(one.moment) - Date.parse(other.moment) || one.operator.length - other.operator.length,
  )[0]
}

/** Rows of one value, in the order of the list, with `accepted_at` and the key among their columns. */
type RowsOfValue = (limit: number, atTheEdge: Fragment) => Fragment

/**
 * The page of a list that is asked for several values at once (companies, forms, months), out of an index that is in order
 * within each value alone. A few rows of each value show where the page ends, and no value is read further than that: fifty
 * companies cost little more than one. `values` are rows `v` of the columns; `of` says what to read for one of them and puts
 * `atTheEdge` among its conditions.
 */
export function merged(
  sql: Queryable,
  { limit, order }: Pick<OrderedPage, 'limit' | 'order'>,
  from: {
    values: Fragment
    columns: Fragment
    count: number
    key: string
    accepted_at: string
    of: RowsOfValue
  },
): Fragment {
  const { values, columns, count, of } = from
  if (count <= 1) return sql`select x.* from ${values} cross join lateral (${of(limit, sql``)}) x`
  const key = sql(from.key)
  const direction = order === 'desc' ? sql`desc` : sql`asc`
  const not_beyond = order === 'desc' ? sql`>=` : sql`<=`
  const farthest = order === 'desc' ? sql`'-infinity'` : sql`'infinity'`
  const enough = Math.ceil(limit / count) + 1
  const edge = sql`${not_beyond} coalesce((select accepted_at from edge), ${farthest})`
  return sql`
    with first_of_each as materialized (
      select ${columns}, x.accepted_at, x.${key} from ${values} cross join lateral (${of(enough, sql``)}) x
    ), edge as materialized (
      select accepted_at from (select distinct accepted_at, ${key} from first_of_each) entries
      order by accepted_at ${direction} offset ${limit - 1} limit 1
    )
    select distinct on (x.accepted_at, x.${key}) x.*
    from (select distinct ${columns} from first_of_each v where v.accepted_at ${edge}) v
      cross join lateral (${of(limit, sql`and ${sql(from.accepted_at)} ${edge}`)}) x
    order by x.accepted_at ${direction}, x.${key} ${direction} limit ${limit}`
}

/** Ranges of up to so many days are read day by day, longer ones month by month. */
const MOST_DAYS = 62
const DAY_MS = 86_400_000

/** The first and the last day of a range of days; undefined where it is open. */
export function endsOf({ gte, gt, lte, lt }: Range): { first: string | undefined; last: string | undefined } {
  const first = [gte, gt && dayAfter(gt, 1)].filter((day) => day !== undefined).sort()
  const last = [lte, lt && dayAfter(lt, -1)].filter((day) => day !== undefined).sort()
  return { first: first.at(-1), last: last[0] }
}

export interface Buckets {
  unit: 'day' | 'month'
  /** Days, or the first ones of months. */
  buckets: string[]
}

/** The days from one to another, or the months that have some of them. */
export function bucketsOf(first: string, last: string, unit?: 'month'): Buckets {
  const days = Math.max(0, (Date.parse(last) - Date.parse(first)) / DAY_MS + 1)
  if (unit === undefined && days <= MOST_DAYS)
    return { unit: 'day', buckets: Array.from({ length: days }, (_, index) => dayAfter(first, index)) }
  const buckets: string[] = []
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = monthAfter(month)) buckets.push(month)
  return { unit: 'month', buckets }
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

function monthAfter(month: string): string {
  const next = new Date(Date.parse(month))
  next.setUTCMonth(next.getUTCMonth() + 1)
  return next.toISOString().slice(0, 10)
}
