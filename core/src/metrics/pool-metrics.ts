import { Gauge, type Registry } from 'prom-client'
import { type PoolState, poolState, type Sql } from '../db.ts'

const HELP: Record<keyof PoolState, string> = {
  max: 'Connections to Postgres that a pool of this process may open.',
  used: 'Connections to Postgres with something to do.',
  idle: 'Open connections to Postgres with nothing to do.',
  waiting: 'Statements that wait for a connection, or on one behind another statement.',
}

/** `db_pool_{used,idle,waiting,max}`: how busy the connections of this process are. */
export function poolMetrics(registry: Registry, pools: Record<string, Sql>): void {
  for (const key of Object.keys(HELP) as (keyof PoolState)[]) {
    new Gauge({
      name: `db_pool_${key}`,
      help: HELP[key],
      labelNames: ['pool'],
      registers: [registry],
      collect() {
        for (const [pool, sql] of Object.entries(pools)) this.set({ pool }, poolState(sql)[key])
      },
    })
  }
}
