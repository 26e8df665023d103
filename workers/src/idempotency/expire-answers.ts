import { deleteExpiredAnswers } from '@sec-latent/core/idempotency/store'
import { defineJob } from '../job.ts'

/** Deletes the answers kept for Idempotency-Keys that have passed their 24 hours. Safe to repeat. */
export const expireAnswers = defineJob({
  name: 'expire-idempotency-keys',
  concurrency: () => 1,

  async run(_payload, { sql, log }) {
    const deleted = await deleteExpiredAnswers(sql)
    if (deleted > 0) log.info({ action: 'expire-idempotency-keys', metadata: { deleted } })
  },

  /** The next tick comes by itself. */
  async fail() {},
})
