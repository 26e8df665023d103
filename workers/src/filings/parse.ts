import type { JobPayload } from '@sec-latent/core/jobs'
import { failIntake } from '../intake/fail.ts'
import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'
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
    const ahead = goAhead(payload, services)
    services.ahead.set(accession_number, ahead)
    await ahead.finally(() => services.ahead.delete(accession_number))
  },

  fail: failIntake,
})

/** The next steps, while the thread still knows the filing. What fails here is done by the jobs that were announced. */
async function goAhead(payload: JobPayload<'parse-filing'>, services: Services): Promise<void> {
  try {
    await services.reading('extract', payload.accession_number)
    await publishFiling.run(payload, services)
  } catch (error) {
    services.log.debug({ action: 'go-ahead', status: 'failed', message: (error as Error).message })
  }
}
