import { atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

/** Processes end with 0 when they are asked to, and never by themselves. */
export const endsInOrder: Checker = {
  id: 'I15',
  title: 'Processes end in order (with I19: and never by themselves)',
  async check({ sql, faults, deaths }) {
    const asked = faults.filter(({ fault }) => fault === 'F3')
    const [idle] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where state like 'idle in transaction%' and state_change < now() - interval '30 seconds'`
    return [
      { check: 'ends asked for with SIGTERM', value: asked.length, unit: 'ends', ok: true },
      atMost('that ended with another code than 0', asked.filter(({ failed }) => failed).length, 0, 'ends'),
      atMost('processes that ended by themselves', deaths.length, 0, 'deaths'),
      atMost('transactions left open for 30 s', idle?.count ?? -1, 0, 'transactions'),
    ]
  },
}
