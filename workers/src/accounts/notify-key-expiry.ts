import { disableUnusedKeys, forgetOldChanges, noteExpiringKeys } from '@sec-latent/core/accounts/key-upkeep'
import { defineJob } from '../job.ts'

/**
 * Notes which organisations are to be told of keys that end soon, puts keys to rest that nobody used for a year, and forgets old
 * changes of keys. Safe to repeat: the same news is noted once.
 */
export const notifyKeyExpiry = defineJob({
  name: 'notify-key-expiry',
  concurrency: () => 1,

  async run(_payload, { sql, log }) {
    const noted = await noteExpiringKeys(sql)
    const disabled = await disableUnusedKeys(sql)
    await forgetOldChanges(sql)
    if (noted + disabled > 0) log.info({ action: 'notify-key-expiry', metadata: { noted, disabled } })
  },

  /** The next tick comes by itself. */
  async fail() {},
})
