import { openDatabase } from '@sec-latent/core/db'
import { signingKeyStore } from '@sec-latent/core/identity/signing-key-store'
import { rotateSigningKeys } from '@sec-latent/core/identity/signing-keys'
import { runMain } from '@sec-latent/core/run-main'
import { sealer } from '@sec-latent/core/secrets/seal'
import { workerConfig } from './config.ts'

/**
 * Replaces the key of access tokens: `npm run oauth:rotate`, or with `-- --now` for one that was disclosed, whose tokens are
 * then refused as soon as the processes look (within a minute).
 */
await runMain(async () => {
  const config = workerConfig(process.env)
  const sql = openDatabase(config.DATABASE_URL, { max: 1, applicationName: 'rotate-signing-keys' })
  try {
    const options = process.argv.includes('--now') ? { atOnce: true } : { force: true }
    const kid = await rotateSigningKeys(signingKeyStore(sql), sealer(config.sealingKeys), options)
    process.stdout.write(`The new key is ${kid}.\n`)
  } finally {
    await sql.end({ timeout: 5 })
  }
})
