import { forgetEnded } from '@sec-latent/core/identity/cleanup-store'
import { defineJob } from '../job.ts'

/** Removes sessions, links and assertions whose time is over. Safe to repeat: what is gone is gone. */
export const forgetSessions = defineJob({
  name: 'forget-sessions',
  concurrency: () => 1,

  async run(_payload, { sql, log }) {
    const forgotten = await forgetEnded(sql)
    if (forgotten > 0) log.info({ action: 'forget-sessions', metadata: { forgotten } })
  },

  /** The next tick comes by itself. */
  async fail() {},
})
