import { retryStore } from '@sec-latent/core/claude/retry-store'
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

  async run(_payload, { sql, intake, discovery, processing, queues, config, extractors }) {
    const age = config.RECONCILE_AFTER_MS
    const unfinished = await intake.unfinished(age, BATCH)
    const rules = await processing.reopened(age, BATCH, namesOf(extractors, 'deterministic'))
    // What lies in a message batch waits for a day and is not lost.
    const asking = await retryStore(sql).forgotten(namesOf(extractors, 'llm'), age, BATCH)
    await queues.add([
      ...(await discovery.due(age)).map(discoveryJob),
      ...unfinished.map((filing) => nextJob(filing, filing.stage as UnfinishedStage)),
      ...rules.map(extractionOf),
      ...asking.flatMap(askingOf),
    ])
  },

  /** The next tick comes by itself. */
  async fail() {},
})
