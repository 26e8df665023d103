import { applyPlanChanges as apply } from '@sec-latent/core/billing/plan-changes'
import { defineJob } from '../job.ts'

/** Brings smaller plans into force whose month has begun. Safe to repeat: each change is applied once. */
export const applyPlanChanges = defineJob({
  name: 'apply-plan-changes',
  concurrency: () => 1,

  async run(_payload, { sql, log }) {
    const applied = await apply(sql, new Date())
    if (applied > 0) log.info({ action: 'apply-plan-changes', metadata: { applied } })
  },

  /** The next tick comes by itself. */
  async fail() {},
})
