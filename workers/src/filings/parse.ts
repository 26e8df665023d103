import { failIntake } from '../intake/fail.ts'
import { defineJob } from '../job.ts'
import { publishFiling } from './publish.ts'

/** Reads a submission and stores what it says, not yet visible; see `storeFiling`. */
export const parseFiling = defineJob({
  name: 'parse-filing',
  // While one filing is written to Postgres, another is read.
  concurrency: ({ config }) => config.READ_CONCURRENCY + 1,

  async run(payload, services) {
    const { accession_number } = payload
    await services.reading('parse', accession_number)
    if (!services.goesAhead) return
    try {
      // The thread still knows the filing.
      await services.reading('extract', accession_number)
      await publishFiling.run(payload, services)
    } catch (error) {
      // The jobs that were announced with each step do it, and say what is wrong.
      services.log.debug({ action: 'go-ahead', status: 'failed', message: (error as Error).message })
    }
  },

  fail: failIntake,
})
