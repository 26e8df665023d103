import { openDatabase } from '@sec-latent/core/db'
import { openErasureLog } from '@sec-latent/core/privacy/erasure-log'
import { replayErasures } from '@sec-latent/core/privacy/replay'
import { runMain } from '@sec-latent/core/run-main'
import { workerConfig } from './config.ts'

/**
 * Applies every erasure again: `npm run privacy:replay`, after the database was set back to an earlier time and before the API
 * serves from it. May be repeated.
 */
await runMain(async () => {
  const config = workerConfig(process.env)
  const sql = openDatabase(config.DATABASE_URL, {
    max: 1,
    applicationName: 'replay-erasures',
    role: 'latent_worker',
  })
  try {
    const applied = await replayErasures(sql, openErasureLog(config.OBJECT_STORE_URL))
    process.stdout.write(`Applied again: ${applied} erasures.\n`)
  } finally {
    await sql.end({ timeout: 5 })
  }
})
