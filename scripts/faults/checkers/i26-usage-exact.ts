import { atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

/** Every answer is in the request log once, and counters and log agree. */
export const usageExact: Checker = {
  id: 'I26',
  title: 'Usage is exact',
  async check({ sql, load }) {
    const rows = await sql<{ request_id: string; times: number; units: number }[]>`
      select request_id, count(*)::int as times, sum(units)::int as units from request_log group by 1`
    const logged = new Map(rows.map((row) => [row.request_id, row.times]))
    // Refused before a key was looked at, or by the pooler being away: nothing to bill, nothing to log.
    const billed = [...load.reads, ...load.acknowledged.map(({ requestId }) => ({ requestId, status: 200 }))]
      .filter(({ status }) => status >= 200 && status < 300)
      .flatMap(({ requestId }) => (requestId ? [requestId] : []))
    const [cells] = await sql<{ requests: number; units: number }[]>`
      select coalesce(sum(requests), 0)::bigint as requests, coalesce(sum(units), 0)::bigint as units from usage_cells`
    const total = rows.reduce((sum, { times }) => sum + times, 0)
    const units = rows.reduce((sum, row) => sum + row.units, 0)
    return [
      { check: 'answers with success', value: billed.length, unit: 'answers', ok: billed.length > 0 },
      atMost('answered and not logged', billed.filter((id) => !logged.has(id)).length, 0, 'answers'),
      atMost('logged twice', rows.filter(({ times }) => times > 1).length, 0, 'requests'),
      atMost('requests of counters and log apart', Math.abs((cells?.requests ?? -1) - total), 0, 'requests'),
      atMost('units of counters and log apart', Math.abs((cells?.units ?? -1) - units), 0, 'units'),
    ]
  },
}
