import { discoveryJob } from '@sec-latent/core/intake/discovery-store'
import { nextJob } from '@sec-latent/core/intake/intake'
import type { UnfinishedStage } from '@sec-latent/core/intake/store'
import { defineJob } from '../job.ts'

/** So many at once; the rest is older next time. */
const BATCH = 2_000

/**
 * Compares what Postgres says is unfinished with the queue and adds what is missing. Redis may have been emptied, a worker
 * may have died between commit and acknowledgement: nothing is lost by either. Safe to repeat: the queue refuses a job
 * id it holds.
 */
export const reconcileIntake = defineJob({
  name: 'reconcile-intake',
  concurrency: () => 1,

  async run(_payload, { intake, discovery, processing, queues, config }) {
    const age = config.RECONCILE_AFTER_MS
    const unfinished = await intake.unfinished(age, BATCH)
    const reopened = await processing.reopened(age, BATCH)
    await queues.add([
      ...(await discovery.due(age)).map(discoveryJob),
      ...unfinished.map((filing) => nextJob(filing, filing.stage as UnfinishedStage)),
      ...reopened.map((filing) => nextJob(filing, 'parsed')),
    ])
  },

  /** The next tick comes by itself. */
  async fail() {},
})
