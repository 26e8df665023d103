import { parseArgs } from 'node:util'
import { dataSettings, parseConfig } from '@sec-latent/core/config'
import { openDatabase } from '@sec-latent/core/db'
import { redrive } from '@sec-latent/core/dead-jobs/redrive'
import { deadJobStore } from '@sec-latent/core/dead-jobs/store'
import { runMain } from '@sec-latent/core/run-main'
import { Type } from 'typebox'

// npm run jobs:redrive -- [--id N] [--job NAME] [--reason WORD] [--go]
// Shows the jobs that were given up; with --go they are done again. DATABASE_URL names the database.
const { values } = parseArgs({
  options: {
    id: { type: 'string' },
    job: { type: 'string' },
    reason: { type: 'string' },
    go: { type: 'boolean', default: false },
  },
})

await runMain(async () => {
  const { DATABASE_URL } = parseConfig(Type.Object({ DATABASE_URL: dataSettings.DATABASE_URL }), process.env)
  const sql = openDatabase(DATABASE_URL, { max: 1, applicationName: 'jobs:redrive', role: 'latent_worker' })
  const filter = {
    ...(values.id === undefined ? {} : { id: Number(values.id) }),
    ...(values.job === undefined ? {} : { job_name: values.job }),
    ...(values.reason === undefined ? {} : { reason: values.reason }),
  }
  try {
    const dead = await deadJobStore(sql).list(filter)
    for (const { id, job_name, job_id, reason, attempts, deaths, last_at, message } of dead)
      console.log(
        `${id}  ${last_at}  ${job_name}  ${job_id}  ${reason} (${attempts} attempts, ${deaths} deaths): ${message.slice(0, 120)}`,
      )
    if (dead.length === 0) console.log('No job was given up.')
    else if (values.go) console.log(`${await redrive(sql, filter)} jobs are done again.`)
    else console.log(`${dead.length} jobs were given up; add --go to have them done again.`)
  } finally {
    await sql.end({ timeout: 5 })
  }
})
