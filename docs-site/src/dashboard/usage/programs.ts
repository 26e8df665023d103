import type { SessionApi } from '../api.ts'
import { isOfPerson } from './is-of-person.ts'

/** As many values as a filter of the API takes. */
export const MAX_FILTER_VALUES = 100
const LOGGED_MS = 30 * 86_400_000

/**
 * Keys and service accounts that asked for something in the last 30 days. The requests of people are counted and logged too, and a
 * dashboard that is live makes many: whoever lists requests of programs asks for these ids.
 */
export async function programIds(api: SessionApi, signal: AbortSignal): Promise<string[]> {
  const from = new Date(Date.now() - LOGGED_MS).toISOString()
  const { entries } = await api.all<'listUsage'>(
    '/v1/usage',
    { from, granularity: 'month', group_by: ['key'] },
    { signal },
  )
  const ids = entries.flatMap(({ key_id }) => (key_id !== null && !isOfPerson(key_id) ? [key_id] : []))
  return [...new Set(ids)].slice(0, MAX_FILTER_VALUES)
}
