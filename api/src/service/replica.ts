import { openDatabase, type Sql } from '@sec-latent/core/db'
import type { Logger } from '@sec-latent/core/log'
import { readsFrom, replicaGuard } from '@sec-latent/core/replica'

type Pool = Parameters<typeof openDatabase>[1]

/**
 * Opens a replica for reads that decide nothing: both ways to it lead to the primary while it lags. It is watched by a connection
 * of its own, so that its state is known when all others are busy.
 */
export function openReplica(
  url: string,
  primary: { sql: Sql; rows: Sql; probes: Sql; pool: Pool; rowPool: Pool; logger: Logger },
) {
  const sql = openDatabase(url, { ...primary.pool, role: 'latent_api' })
  const rows = openDatabase(url, { ...primary.rowPool })
  const watch = openDatabase(url, { max: 1, applicationName: 'api: replica', role: 'latent_api' })
  const guard = replicaGuard({ primary: primary.probes, replica: watch }, { logger: primary.logger })
  return {
    replica: readsFrom({ primary: primary.sql, replica: sql }, guard),
    rows: readsFrom({ primary: primary.rows, replica: rows }, guard),
    guard,
    async close(): Promise<void> {
      await guard.stop()
      await Promise.all([sql, rows, watch].map((one) => one.end({ timeout: 5 })))
    },
  }
}
