import { askDue } from '@sec-latent/core/claude/answer-filing'
import { explainUnavailable } from '@sec-latent/core/claude/retry-store'
import { settleAndGoOn } from '../filings/answer-filing.ts'
import { defineJob, WaitUntil } from '../job.ts'
import type { Services } from '../services.ts'

/** A filing that keeps changing under the reader is left to the next announcement. */
const MAX_ROUNDS = 5
/** Somebody else asks the same: look again soon, but not for as long as a batch may take. */
const LOOK_AGAIN_MS = 5_000
const BATCH_WAIT_MS = 60_000

/**
 * Asks Claude for the ledger rows of a filing that wait for it and settles them. The filing is public meanwhile: nothing waits
 * for Claude. Safe to repeat: a reply is kept before it is used, and the same reply has the same fingerprints. What waits for
 * a batch is announced again when the batch has ended.
 */
export const askClaude = defineJob({
  name: 'ask-claude',
  concurrency: ({ config }) => config.CLAUDE_CONCURRENCY,

  async run({ accession_number }, services) {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const intake = await services.intake.find(accession_number)
      // Its rules come first; they announce this job again.
      if (!intake || intake.stage === 'discovered' || intake.stage === 'fetched' || intake.stage === 'parsed')
        return
      const { answers, waiting_until } = await askDue(
        accession_number,
        services.claudeExtractors,
        services.claude,
        services,
      )
      warnOf(answers, services)
      const settled = answers.length === 0 || (await settleAndGoOn(accession_number, answers, services))
      if (!settled) continue
      if (waiting_until !== null && Date.parse(waiting_until) - Date.now() < BATCH_WAIT_MS * 30)
        throw new WaitUntil(Date.now() + LOOK_AGAIN_MS, 'somebody else asks the same')
      return
    }
    throw new Error(`${accession_number} changed during each of ${MAX_ROUNDS} readings`)
  },

  async fail({ accession_number }, reason, services) {
    const names = new Set(services.claudeExtractors.map(({ name }) => name))
    await services.sql.begin(async (tx) => {
      const ledger = await services.processing.lock(tx, accession_number)
      await services.processing.settle(
        tx,
        accession_number,
        ledger
          .filter((row) => row.status === 'pending' && names.has(row.extractor))
          .map(({ extractor, extractor_version }) => ({
            extractor,
            extractor_version,
            status: 'failed',
            reason,
            details: null,
            input_sha256: null,
          })),
      )
    })
  },
})

/** Money that has run out is told to whoever looks after the service. */
function warnOf(answers: Awaited<ReturnType<typeof askDue>>['answers'], { log }: Services): void {
  for (const { answer } of answers) {
    if (answer.status !== 'unavailable' || !explainUnavailable(answer.reason)) continue
    log.warn({
      action: 'ask-claude',
      status: 'unavailable',
      message: explainUnavailable(answer.reason) ?? '',
      metadata: { extractor: answer.extractor, reason: answer.reason },
    })
  }
}
