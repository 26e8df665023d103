import type { Usage } from '../types.ts'

export type Dimension = 'key' | 'operation' | 'status'
export type Measure = 'requests' | 'units' | 'errors'

export type UsageRow = Pick<
  Usage,
  'period_start' | 'operation_id' | 'key_id' | 'status' | 'requests' | 'units' | 'errors'
>

/** Series with names of their own; what is less goes into one more. */
export const NAMED_SERIES = 5

export interface Stacked {
  series: { id: string; name: string; isRest: boolean }[]
  /** For each period one value for each series. */
  values: number[][]
}

export function idOf(row: UsageRow, dimension: Dimension): string {
  if (dimension === 'key') return row.key_id ?? ''
  return dimension === 'operation' ? (row.operation_id ?? '') : String(row.status ?? '')
}

/** Rows as the parts of bars: the largest series by name, the rest together, periods without a row as zeros. */
export function stack(
  rows: readonly UsageRow[],
  {
    dimension,
    measure,
    starts,
    nameOf,
  }: { dimension: Dimension; measure: Measure; starts: readonly number[]; nameOf: (id: string) => string },
): Stacked {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(idOf(row, dimension), (sums.get(idOf(row, dimension)) ?? 0) + row[measure])
  const bySum = [...sums].filter(([, sum]) => sum > 0).sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
  const isRestNeeded = bySum.length > NAMED_SERIES + 1
  const named = bySum.slice(0, isRestNeeded ? NAMED_SERIES : NAMED_SERIES + 1).map(([id]) => id)
  const places = new Map(named.map((id, index) => [id, index]))
  const series = named.map((id) => ({ id, name: nameOf(id), isRest: false }))
  if (isRestNeeded) series.push({ id: '', name: `${bySum.length - NAMED_SERIES} others`, isRest: true })

  const periods = new Map(starts.map((start, index) => [start, index]))
  const values = starts.map(() => series.map(() => 0))
  for (const row of rows) {
    const bar = values[periods.get(Date.parse(row.period_start)) ?? -1]
    const place = places.get(idOf(row, dimension)) ?? (isRestNeeded ? NAMED_SERIES : -1)
    if (bar && bar[place] !== undefined) bar[place] += row[measure]
  }
  return { series, values }
}

export interface Totals {
  requests: number
  units: number
  errors: number
}

export function totalsOf(rows: readonly UsageRow[]): Totals {
  const totals = { requests: 0, units: 0, errors: 0 }
  for (const row of rows) {
    totals.requests += row.requests
    totals.units += row.units
    totals.errors += row.errors
  }
  return totals
}
