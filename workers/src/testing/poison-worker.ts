import { workerConfig } from '../config.ts'
import { defineJob, startWorker } from '../job.ts'
import { openServices } from '../services.ts'

/** A worker whose reading of one filing ends the whole process, as a crash in native code or an exhausted heap would. */
const services = openServices(workerConfig(process.env), 'poison-worker')
const note = (accession_number: string, stage: string) =>
  services.sql`update intake set company_name = coalesce(company_name, '') || ${`${stage} `}
    where accession_number = ${accession_number}`

startWorker(
  defineJob({
    name: 'parse-filing',
    concurrency: () => 5,
    async run({ accession_number }) {
      if (accession_number.endsWith('000000')) process.exit(9)
      await new Promise((resolve) => setTimeout(resolve, 20))
      await note(accession_number, 'done')
    },
    async fail({ accession_number }, reason) {
      await note(accession_number, reason)
    },
  }),
  services,
)
