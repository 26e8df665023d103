import type { SessionApi } from '../api.ts'
import type { QueryOf } from '../types.ts'
import { isOfPerson } from './is-of-person.ts'
import { type PeriodChoice, startsOf } from './periods.ts'
import { MAX_FILTER_VALUES } from './programs.ts'
import type { Dimension, UsageRow } from './series.ts'

const WHOLE_AGAIN_MS = 300_000

export interface LoadedUsage {
  rows: UsageRow[]
  starts: number[]
  /** There was more than can be loaded. */
  is_cut: boolean
}

/**
 * Reads usage by one dimension again and again: all of the period at first, later only the last two hours, days or months, which
 * are the ones that still grow.
 */
export function usageReader(api: SessionApi, choice: PeriodChoice, dimension: Dimension) {
  let whole: { rows: UsageRow[]; is_cut: boolean; first: number; readAt: number } | undefined

  async function rowsSince(from: number, signal: AbortSignal) {
    const query = { from: new Date(from).toISOString(), granularity: choice.granularity }
    const read = (more: QueryOf<'listUsage'>) =>
      api.all<'listUsage'>('/v1/usage', { ...query, ...more }, { signal })
    const byKey = await read({ group_by: ['key'] })
    const programs = byKey.entries.filter((row) => !isOfPerson(row.key_id))
    if (dimension === 'key') return { rows: programs as UsageRow[], is_cut: byKey.is_cut }
    const ids = [...new Set(programs.map((row) => row.key_id as string))]
    if (ids.length === 0) return { rows: [], is_cut: byKey.is_cut }
    const answer = await read({
      group_by: [dimension],
      ...(ids.length <= MAX_FILTER_VALUES ? { key_id: ids } : {}),
    })
    return { rows: answer.entries as UsageRow[], is_cut: answer.is_cut }
  }

  return async (signal: AbortSignal): Promise<LoadedUsage> => {
    const now = Date.now()
    const starts = startsOf(choice, now)
    const first = starts[0] ?? now
    if (!whole || whole.first !== first || now - whole.readAt > WHOLE_AGAIN_MS) {
      whole = { ...(await rowsSince(first, signal)), first, readAt: now }
    } else {
      const growing = starts.at(-2) ?? first
      const { rows, is_cut } = await rowsSince(growing, signal)
      const settled = whole.rows.filter((row) => Date.parse(row.period_start) < growing)
      whole = { ...whole, rows: [...settled, ...rows], is_cut: whole.is_cut || is_cut }
    }
    return { rows: whole.rows, is_cut: whole.is_cut, starts }
  }
}
