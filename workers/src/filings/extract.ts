import { defineJob } from '../job.ts'
import { goOn } from './answer-filing.ts'

export { settleAndGoOn } from './answer-filing.ts'
export { askingOf } from './extraction-jobs.ts'

/** Runs the rules whose ledger rows are pending; see `answerFiling`. */
export const extractSignals = defineJob({
  name: 'extract-signals',
  concurrency: ({ config }) => config.READ_CONCURRENCY,

  async run({ accession_number }, services) {
    // The process that parsed it may be at it already.
    await services.ahead.get(accession_number)
    const intake = await services.intake.find(accession_number)
    const rules = services.rules.map(({ name }) => name)
    if (intake?.stage !== 'parsed' && !(await services.processing.waits(accession_number, rules))) return
    await services.reading('extract', accession_number)
  },

  async fail({ accession_number }, reason, services) {
    const rules = new Set(services.rules.map(({ name }) => name))
    await services.sql.begin(async (tx) => {
      const intake = await services.intake.lock(tx, accession_number)
      const ledger = await services.processing.lock(tx, accession_number)
      const failed = ledger
        .filter((row) => row.status === 'pending' && rules.has(row.extractor))
        .map(({ extractor, extractor_version }) => ({
          ...{ extractor, extractor_version, reason },
          ...{ status: 'failed' as const, details: null, input_sha256: null },
        }))
      await services.processing.settle(tx, accession_number, failed)
      await goOn(tx, intake, { complete: true, changed: false }, services)
    })
  },
})
