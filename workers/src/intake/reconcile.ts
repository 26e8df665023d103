import { discoveryJob } from '@sec-latent/core/intake/discovery-store'
import { nextJob } from '@sec-latent/core/intake/intake'
import type { UnfinishedStage } from '@sec-latent/core/intake/store'
import { askingOf, extractionOf } from '../filings/extraction-jobs.ts'
import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'

function namesOf(extractors: Services['extractors'], kind: 'deterministic' | 'llm'): string[] {
  return extractors.filter((extractor) => extractor.kind === kind).map(({ name }) => name)
}

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

  async run(_payload, { intake, discovery, processing, queues, config, extractors }) {
    const age = config.RECONCILE_AFTER_MS
    const unfinished = await intake.unfinished(age, BATCH)
    const waiting = (kind: 'deterministic' | 'llm') =>
      processing.reopened(age, BATCH, namesOf(extractors, kind))
    await queues.add([
      ...(await discovery.due(age)).map(discoveryJob),
      ...unfinished.map((filing) => nextJob(filing, filing.stage as UnfinishedStage)),
      ...(await waiting('deterministic')).map(extractionOf),
      ...(await waiting('llm')).flatMap(askingOf),
    ])
  },

  /** The next tick comes by itself. */
  async fail() {},
})
