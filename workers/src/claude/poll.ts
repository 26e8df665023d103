import { turnBatches } from '@sec-latent/core/claude/batches'
import { retryStore } from '@sec-latent/core/claude/retry-store'
import type { Dataset } from '@sec-latent/core/dataset'
import { askingOf } from '../filings/extraction-jobs.ts'
import { defineJob } from '../job.ts'

/** So many at once; the rest is older next time. */
const AT_ONCE = 500
/** So many rows of another version are asked anew each time: fresh filings wait for no backfill. */
const BACKFILLED_AT_ONCE = 100

/**
 * Sends the questions that wait for a batch, takes in the batches that have ended, asks again for what was unavailable a while
 * ago or was answered by another version, and counts the calls of processes that died. Safe to repeat: each of these steps
 * finds nothing to do the second time.
 */
export const pollClaude = defineJob({
  name: 'poll-claude',
  concurrency: () => 1,

  async run(_payload, services) {
    const { claude, sql, queues, processing, metrics } = services
    const names = services.claudeExtractors.map(({ name }) => name)
    const retries = retryStore(sql)
    const lost = await claude.calls.loseExpired()
    if (lost > 0) metrics.claudeCallsLost.inc(lost)
    const due: { dataset: Dataset; accession_number: string }[] = []
    if (claude.client) {
      const reopened = await sql.begin(async (tx) => {
        const due = await retries.due(tx, names, claude.config.freshHours, AT_ONCE)
        // A budget of nothing pauses the backfill of a new version; what the old one said stands meanwhile.
        const outdated =
          claude.config.budgets.backfill > 0
            ? await retries.outdated(tx, services.claudeExtractors, BACKFILLED_AT_ONCE)
            : []
        await processing.reopen(tx, [...due, ...outdated])
        return [...due, ...outdated]
      })
      due.push(...reopened)
    }
    await queues.add(due.flatMap(askingOf))
    const { submitted, ended, filings } = await turnBatches(claude)
    await queues.add(filings.flatMap(askingOf))
    if (submitted > 0) metrics.claudeBatchRequests.inc({ step: 'submitted' }, submitted)
    if (ended > 0) metrics.claudeBatchRequests.inc({ step: 'batches_ended' }, ended)
  },

  /** The next tick comes by itself. */
  async fail() {},
})
