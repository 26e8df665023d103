import { AUDIT_RETENTION_DAYS, duePartitions, retainAudit } from '../audit/retention.ts'
import type { Sql } from '../db.ts'
import { DEAD_JOB_DAYS, deadJobStore } from '../dead-jobs/store.ts'
import { countExpiredAnswers, deleteExpiredAnswers, KEPT_HOURS } from '../idempotency/store.ts'
import type { ObjectStore } from '../objects/store.ts'
import { OPERATIONS_EVENT_DAYS, operationsEventStore } from '../operations-events/store.ts'
import { dispatchStore } from '../webhooks/dispatch-store.ts'

/** How long what was sent to endpoints can be looked at. */
export const WEBHOOK_DAYS = 30
const BATCH = 5_000

/** What is kept for a time, how long, and what is due at a moment; `remove` removes exactly what `due` counts. */
export interface RetentionPolicy {
  what: string
  days: number
  due(sql: Sql, now: Date): Promise<number>
  remove(sql: Sql, objects: ObjectStore, now: Date): Promise<number>
}

/**
 * Everything in Postgres that goes when its time is over, by the same functions that the jobs call. Backups, in a store of their
 * own, have their rule in `recovery/retention.ts`; log lines are kept elsewhere (`deploy/logs`).
 */
export const retentionPolicies: readonly RetentionPolicy[] = [
  {
    what: 'answers kept for an Idempotency-Key',
    days: KEPT_HOURS / 24,
    due: countExpiredAnswers,
    remove: (sql, _objects, now) => deleteExpiredAnswers(sql, now),
  },
  {
    what: 'jobs that were given up',
    days: DEAD_JOB_DAYS,
    due: (sql, now) => deadJobStore(sql).countForgettable(now),
    remove: (sql, _objects, now) => deadJobStore(sql).forget(now),
  },
  {
    what: 'deliveries of webhooks with their attempts',
    days: WEBHOOK_DAYS,
    due: (sql, now) => dispatchStore(sql, { now: () => now }).countOld(WEBHOOK_DAYS),
    async remove(sql, _objects, now) {
      const store = dispatchStore(sql, { now: () => now })
      let removed = 0
      for (;;) {
        const count = await store.removeOld(WEBHOOK_DAYS, BATCH)
        removed += count
        if (count < BATCH) return removed
      }
    },
  },
  {
    what: 'deployments and scaling events',
    days: OPERATIONS_EVENT_DAYS,
    due: (sql, now) => operationsEventStore(sql).countForgettable(now),
    remove: (sql, _objects, now) => operationsEventStore(sql).forget(now),
  },
  {
    what: 'months of the audit log, archived before',
    days: AUDIT_RETENTION_DAYS,
    due: async (sql, now) => (await duePartitions(sql, now.toISOString())).length,
    remove: async (sql, objects, now) => (await retainAudit(sql, objects, now.toISOString())).length,
  },
]
