import { servePrivacyRequests } from '@sec-latent/core/privacy/serve'
import { sealer } from '@sec-latent/core/secrets/seal'
import { defineJob } from '../job.ts'

/** Makes the bundles that were asked for and erases whoever's time of grace is over. Safe to repeat: each is served once. */
export const erasureAndExport = defineJob({
  name: 'serve-privacy-requests',
  concurrency: () => 1,

  async run(_payload, { sql, config, log }) {
    for (const { id, kind, subject_type } of await servePrivacyRequests(sql, sealer(config.sealingKeys))) {
      log.info({ action: 'serve-privacy-requests', metadata: { request: id, kind, subject_type } })
    }
  },

  /** The next tick comes by itself. */
  async fail() {},
})
