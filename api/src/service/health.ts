import type { Sql } from '@sec-latent/core/db'
import { isMigrated } from '@sec-latent/core/migrate'

const TIMEOUT_MS = 2_000

export type DatabaseState = 'ok' | 'unreachable' | 'not_migrated'

/**
 * Asks the database whether it answers and is up to date; never waits longer than two seconds. Probes that come while it is
 * asked share the question.
 */
export function databaseCheck(sql: Sql, timeoutMs: number = TIMEOUT_MS): () => Promise<DatabaseState> {
  let underWay: Promise<DatabaseState> | undefined
  return () => {
    underWay ??= ask().finally(() => {
      underWay = undefined
    })
    return underWay
  }

  async function ask(): Promise<DatabaseState> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<DatabaseState>((resolve) => {
      timer = setTimeout(() => resolve('unreachable'), timeoutMs)
    })
    const asked = isMigrated(sql).then(
      (migrated): DatabaseState => (migrated ? 'ok' : 'not_migrated'),
      (): DatabaseState => 'unreachable',
    )
    try {
      return await Promise.race([asked, late])
    } finally {
      clearTimeout(timer)
    }
  }
}
