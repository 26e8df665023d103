import { forgetStripeEvents } from '@sec-latent/core/billing/stripe-events'
import { deadJobStore } from '@sec-latent/core/dead-jobs/store'
import { alertStore } from '@sec-latent/core/metering/alert-store'
import { REQUEST_LOG_DAYS } from '@sec-latent/core/metering/delivery-store'
import { rollUpStore } from '@sec-latent/core/metering/roll-up-store'
import { upkeepStore } from '@sec-latent/core/metering/upkeep-store'
import { defineJob } from '../job.ts'

/** Days for which the request log has its partitions ready, so that the first request of a day need not make one. */
const AHEAD_DAYS = 7

/** Recomputes the hours that are not settled from the counters. Safe to repeat: sums are overwritten, never added to. */
export const rollUpUsage = defineJob({
  name: 'roll-up-usage',
  concurrency: () => 1,

  async run(_payload, { sql, log }) {
    const { hours, finalized, adjustments, waiting_for } = await rollUpStore(sql).run()
    if (finalized > 0 || adjustments > 0) {
      log.info({ action: 'roll-up-usage', metadata: { hours, finalized, adjustments } })
    }
    if (waiting_for.length > 0) {
      log.warn({
        action: 'roll-up-usage',
        status: 'waiting',
        message:
          'Hours cannot be final: processes that answered in them are silent, and their journals were not found.',
        metadata: { epochs: waiting_for.slice(0, 20) },
      })
    }
  },

  /** The next tick comes by itself. */
  async fail() {},
})

/** Makes the partitions of the coming days and drops those over 30 days old; so it does with dead jobs. Safe to repeat. */
export const keepRequestLog = defineJob({
  name: 'keep-request-log',
  concurrency: () => 1,

  async run(_payload, { sql, log }) {
    const dropped = await rollUpStore(sql).keepRequestLog({
      keepDays: REQUEST_LOG_DAYS,
      aheadDays: AHEAD_DAYS,
    })
    if (dropped > 0) log.info({ action: 'keep-request-log', metadata: { dropped } })
    const forgotten = await deadJobStore(sql).forget()
    if (forgotten > 0) log.info({ action: 'forget-dead-jobs', metadata: { forgotten } })
  },

  async fail() {},
})

/**
 * Puts the counters of processes together that ended long ago, forgets old events of the payment service, and tells whether the
 * counters still say what was rolled up of them. Safe to repeat: each process is put together once.
 */
export const keepUsage = defineJob({
  name: 'keep-usage',
  concurrency: () => 1,

  async run(_payload, { sql, log, metrics }) {
    const store = upkeepStore(sql)
    const now = new Date()
    const settled = await store.settleEpochs(now)
    const forgotten = await forgetStripeEvents(sql)
    const units = await store.unreconciledUnits(now)
    metrics.unreconciledUnits.set(units)
    if (settled + forgotten > 0) log.info({ action: 'keep-usage', metadata: { settled, forgotten } })
    if (units > 0) {
      log.error({
        action: 'keep-usage',
        status: 'unreconciled',
        message: 'Counters of usage and what was rolled up of them differ.',
        metadata: { units },
      })
    }
  },

  async fail() {},
})

const ALERTS_AT_ONCE = 200

/** Finds out which organisations reached a share of their quota or spend cap, and has them told. Safe to repeat: each share once a month. */
export const sendUsageAlerts = defineJob({
  name: 'send-usage-alerts',
  concurrency: () => 1,

  async run(_payload, { sql, log }) {
    const store = alertStore(sql)
    const raised = await store.raiseDue()
    let told = 0
    for (let batch = ALERTS_AT_ONCE; batch === ALERTS_AT_ONCE; told += batch) {
      batch = await store.tellPending(ALERTS_AT_ONCE)
    }
    if (raised + told > 0) log.info({ action: 'send-usage-alerts', metadata: { raised, told } })
  },

  async fail() {},
})
