import type { Dataset } from './dataset.ts'
import type { Queryable } from './db.ts'

/** From which world, and as of which moment, a question is answered. */
export interface View {
  dataset: Dataset
  /** RFC 3339. */
  as_of: string
}

/** Bounds of a range; absent ones do not bound. */
export interface Range {
  gte?: string
  gt?: string
  lte?: string
  lt?: string
}

/**
 * True for a row of `filings`, under the alias, that this API showed at the moment of the view. Moments are served with
 * milliseconds, so they are compared as such: asking with a filing's own `available_at` must find it.
 */
export function visibleFiling(sql: Queryable, view: View, alias: string) {
  const filing = sql(alias)
  return sql`${filing}.dataset = ${view.dataset} and ${filing}.accepted_at <= ${view.as_of}
    and date_trunc('milliseconds', ${filing}.available_at) <= ${view.as_of}`
}

/** The conditions of a range on a column written `alias.column`, each preceded by `and`. */
export function within(sql: Queryable, column: string, range: Range | undefined) {
  const name = sql(column)
  return sql`
    ${range?.gte === undefined ? sql`` : sql`and ${name} >= ${range.gte}`}
    ${range?.gt === undefined ? sql`` : sql`and ${name} > ${range.gt}`}
    ${range?.lte === undefined ? sql`` : sql`and ${name} <= ${range.lte}`}
    ${range?.lt === undefined ? sql`` : sql`and ${name} < ${range.lt}`}`
}

/** `and column in (…)`, or nothing when no values are given. */
export function anyOf(sql: Queryable, column: string, values: readonly (string | number)[] | undefined) {
  return values === undefined ? sql`` : sql`and ${sql(column)} in ${sql([...values] as string[])}`
}

/** Entries are counted up to this many; more are reported as "at least". */
export const COUNT_CEILING = 10_000

export interface Total {
  value: number
  relation: 'eq' | 'gte'
}

/** A count that stopped one above the ceiling means "at least". */
export function totalOf(counted: number): Total {
  return counted > COUNT_CEILING
    ? { value: COUNT_CEILING, relation: 'gte' }
    : { value: counted, relation: 'eq' }
}
