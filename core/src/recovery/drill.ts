import type { AnchorStore } from '../audit/anchor-store.ts'
import type { StatementSigner } from '../audit/signing.ts'
import { openDatabase } from '../db.ts'
import type { ErasureLog } from '../privacy/erasure-log.ts'
import { type RestoreOptions, restoreCluster } from './restore.ts'
import {
  auditChain,
  erasuresReplayed,
  everythingReadable,
  noFutureRows,
  rowCounts,
} from './restored-checks.ts'
import type { Backups } from './settings.ts'
import type { DrillCheck, RestoreDrill } from './store.ts'

export interface DrillOptions extends RestoreOptions {
  /** What was kept outside of the database: anchors of the audit log, and erasures. */
  outside: { anchors: AnchorStore; signer: StatementSigner; erasures: ErasureLog }
  /** Rows of each table at the moment, where they are known. */
  expected?: Record<string, number>
  /** The moment of the disaster: from it the data that is lost is counted. Unset: now. */
  lostAt?: Date
  /** Looks at the restored database as its owner, after the checks and before it is stopped. */
  look?: (url: string) => Promise<DrillCheck[]>
}

/**
 * Restores a backup into an empty cluster and looks at what came back. Never throws: that it cannot be restored is the result
 * a drill is made for.
 */
export async function restoreDrill(backups: Backups, options: DrillOptions): Promise<RestoreDrill> {
  const started_at = new Date().toISOString()
  const lostAt = options.lostAt ?? new Date()
  const target_at = options.target?.toISOString()
  const checks: DrillCheck[] = []
  try {
    const cluster = await restoreCluster(backups, options)
    const sql = openDatabase(cluster.url, { max: 2, applicationName: 'restore-drill' })
    const worker = openDatabase(cluster.url, {
      max: 1,
      applicationName: 'restore-drill',
      role: 'latent_worker',
    })
    try {
      const [last] = await sql<{ at: string | null }[]>`select max(marked_at) as at from recovery_marks`
      const recovered_to = last?.at ?? undefined
      checks.push({
        check: 'backup compared with its checksums',
        ok: true,
        found: `${cluster.backup.id}, ${Math.round(cluster.unpacked_ms)} ms`,
      })
      checks.push(await rowCounts(sql, options.expected))
      checks.push(await noFutureRows(sql, options.target ?? lostAt))
      checks.push(await everythingReadable(sql))
      checks.push(await auditChain(sql, options.outside))
      checks.push(...((await options.look?.(cluster.url)) ?? []))
      checks.push(await erasuresReplayed(worker, options.outside.erasures))
      return {
        started_at,
        outcome: checks.every(({ ok }) => ok) ? 'succeeded' : 'failed',
        backup_id: cluster.backup.id,
        target_at,
        recovered_to,
        // With a moment that was chosen nothing is lost by the archive.
        rpo_seconds:
          recovered_to === undefined
            ? undefined
            : Math.max(0, (options.target ?? lostAt).getTime() - Date.parse(recovered_to)) / 1_000,
        rto_seconds: cluster.ready_ms / 1_000,
        checks,
      }
    } finally {
      await Promise.allSettled([sql.end({ timeout: 5 }), worker.end({ timeout: 5 })])
      await cluster.stop()
    }
  } catch (error) {
    return { started_at, outcome: 'failed', target_at, checks, error: (error as Error).message }
  }
}
