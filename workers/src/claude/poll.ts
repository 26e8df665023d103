import { turnBatches } from '@sec-latent/core/claude/batches'
import { retryStore } from '@sec-latent/core/claude/retry-store'
import type { Dataset } from '@sec-latent/core/dataset'
import { askingOf } from '../filings/extract.ts'
import { defineJob } from '../job.ts'

/** So many at once; the rest is older next time. */
const AT_ONCE = 500
/** A row that waits so long has lost its job. */
const FORGOTTEN_MS = 10 * 60_000

/**
 * Sends the questions that wait for a batch, takes in the batches that have ended, asks again for what was unavailable a while
 * ago, and counts the calls of processes that died. Safe to repeat: each of these steps finds nothing to do the second time.
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
        const rows = await retries.due(tx, names, claude.config.freshHours, AT_ONCE)
        await processing.reopen(tx, rows)
        return rows
      })
      due.push(...reopened)
    }
    due.push(...(await retries.forgotten(names, FORGOTTEN_MS, AT_ONCE)))
    await queues.add(due.flatMap(askingOf))
    const { submitted, ended, filings } = await turnBatches(claude)
    await queues.add(filings.flatMap(askingOf))
    if (submitted > 0) metrics.claudeBatchRequests.inc({ step: 'submitted' }, submitted)
    if (ended > 0) metrics.claudeBatchRequests.inc({ step: 'batches_ended' }, ended)
  },

  /** The next tick comes by itself. */
  async fail() {},
})
