import type { Invariant, Row } from './invariant.ts'
import { meteringChaos } from './metering-chaos.ts'

const REQUESTS = 100_000
const KILLS = 100

/** What was answered is counted exactly once, by the id of the request, whatever happens to processes and deliveries. */
export const invariant: Invariant = {
  id: 'I26',
  title: 'usage is exact: nothing answered is lost or doubled',

  async run(ground) {
    const requests = ground.size ?? REQUESTS
    const kills = Math.max(4, Math.round((requests * KILLS) / REQUESTS))
    const ledger = await meteringChaos(ground, { requests, kills, restartPostgres: true })
    const rows = await ledger.sql<{ request_id: string; units: number }[]>`
      select request_id, units from request_log`
    const counted = new Map<string, number>()
    for (const { request_id } of rows) counted.set(request_id, (counted.get(request_id) ?? 0) + 1)
    const unitsOf = new Map(rows.map(({ request_id, units }) => [request_id, units]))
    const billed = (status: number, cost: number) => (status < 300 ? cost : 0)
    const [cells] = await ledger.sql<{ requests: number; units: number }[]>`
      select sum(requests)::bigint as requests, sum(units)::bigint as units from usage_cells`
    const logged = rows.reduce((sum, { units }) => sum + units, 0)
    return [
      least('requests answered', ledger.answered.length, 'requests', requests * 0.95),
      least('processes killed with SIGKILL', ledger.kills, 'kills', kills),
      least('deliveries sent again', ledger.redelivered, 'deliveries', 1),
      none('answered and lost', ledger.answered.filter(({ id }) => !counted.has(id)).length, 'requests'),
      none('counted twice', [...counted.values()].filter((count) => count > 1).length, 'requests'),
      none(
        'answered and counted with other units',
        ledger.answered.filter(({ id, status, cost }) => unitsOf.get(id) !== billed(status, cost)).length,
        'requests',
      ),
      {
        ...none('counted, but never answered', rows.length - ledger.answered.length, 'requests'),
        at_most: ledger.unanswered,
        ok: rows.length - ledger.answered.length <= ledger.unanswered,
      },
      none('requests of counters and log apart', Math.abs((cells?.requests ?? 0) - rows.length), 'requests'),
      none('units of counters and log apart', Math.abs((cells?.units ?? 0) - logged), 'units'),
      none('journals left behind', ledger.abandoned, 'journals'),
    ]
  },
}

function none(check: string, value: number, unit: string): Row {
  return { check, value, unit, at_most: 0, ok: value <= 0 }
}

function least(check: string, value: number, unit: string, at_least: number): Row {
  return { check, value, unit, at_least, ok: value >= at_least }
}
