import { signingKeyStore } from '@sec-latent/core/identity/signing-key-store'
import { rotateSigningKeys } from '@sec-latent/core/identity/signing-keys'
import { sealer } from '@sec-latent/core/secrets/seal'
import { defineJob } from '../job.ts'

/** Replaces the key of access tokens when its month is over. Safe to repeat: the table says whether one is due. */
export const rotateTokenKeys = defineJob({
  name: 'rotate-signing-keys',
  concurrency: () => 1,

  async run(_payload, { sql, config, log }) {
    const kid = await rotateSigningKeys(signingKeyStore(sql), sealer(config.sealingKeys))
    if (kid !== undefined) log.info({ action: 'rotate-signing-keys', metadata: { kid } })
  },

  /** The next tick comes by itself. */
  async fail() {},
})
