import { parseArgs } from 'node:util'
import { Type } from 'typebox'
import { dataSettings, parseConfig } from '../config.ts'
import { openDatabase } from '../db.ts'
import { runMain } from '../run-main.ts'
import { operationsEventStore } from './store.ts'

/** Notes a deployment of something that cannot say it itself: `npm run deploy:record -- --service portal --release 1.4.0`. */
await runMain(async () => {
  const { values } = parseArgs({
    options: { service: { type: 'string', default: 'all' }, release: { type: 'string' } },
  })
  const release = values.release ?? ''
  if (!/^[\w.:@/+-]{1,100}$/.test(release) || !/^[\w-]{1,50}$/.test(values.service)) {
    throw new Error('Say which release: npm run deploy:record -- --service portal --release 1.4.0')
  }
  const config = parseConfig(Type.Object({ DATABASE_URL: dataSettings.DATABASE_URL }), process.env)
  const sql = openDatabase(config.DATABASE_URL, {
    max: 1,
    applicationName: 'deploy-record',
    role: 'latent_worker',
  })
  try {
    const noted = await operationsEventStore(sql).deployed(values.service, release)
    console.log(
      noted ? `${values.service} runs ${release}.` : `${values.service} was known to run ${release}.`,
    )
  } finally {
    await sql.end({ timeout: 5 })
  }
})
