import { stripeClient } from '@sec-latent/core/billing/stripe'
import { openErasureLog } from '@sec-latent/core/privacy/erasure-log'
import { type EraseElsewhere, forwardErasures } from '@sec-latent/core/privacy/forward'
import { servePrivacyRequests } from '@sec-latent/core/privacy/serve'
import { sealer } from '@sec-latent/core/secrets/seal'
import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'

/**
 * Makes the bundles that were asked for, erases whoever's time of grace is over, and has those who hold data for us do the same.
 * Safe to repeat: each is served once, and processors are told until they say that it is done.
 */
export const erasureAndExport = defineJob({
  name: 'serve-privacy-requests',
  concurrency: () => 1,

  async run(_payload, { sql, config, log }) {
    const erasures = openErasureLog(config.OBJECT_STORE_URL)
    for (const { id, kind, subject_type } of await servePrivacyRequests(
      sql,
      sealer(config.sealingKeys),
      erasures,
    )) {
      log.info({ action: 'serve-privacy-requests', metadata: { request: id, kind, subject_type } })
    }
    const { forwarded, failed } = await forwardErasures(sql, await processorsOf(config))
    if (forwarded > 0) log.info({ action: 'forward-erasures', metadata: { forwarded } })
    for (const { processor, message } of failed) {
      log.warn({ action: 'forward-erasures', status: 'failed', message, metadata: { processor } })
    }
  },

  /** The next tick comes by itself. */
  async fail() {},
})

/** Who holds data for us, by the settings: one without its key is not told until it has one. */
async function processorsOf(config: Services['config']): Promise<Record<string, EraseElsewhere>> {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_BASE_URL: baseUrl } = config
  const stripe = secretKey && stripeClient({ secretKey, ...(baseUrl ? { baseUrl } : {}) })
  return {
    ...(stripe ? { stripe: (reference) => stripe.deleteCustomer(reference) } : {}),
    ...(await unkeyProcessor(config)),
  }
}

async function unkeyProcessor(config: Services['config']): Promise<Record<string, EraseElsewhere>> {
  // Where our own database keeps the keys, the erasure there was all of it.
  if (config.KEY_PROVIDER === 'postgres') return { unkey: async () => {} }
  const { UNKEY_ROOT_KEY: rootKey, UNKEY_API_ID: apiId, UNKEY_BASE_URL: baseUrl } = config
  if (rootKey === undefined || apiId === undefined) return {}
  const { eraseUnkeyKeys } = await import('@sec-latent/core/accounts/unkey/erase')
  return { unkey: eraseUnkeyKeys({ rootKey, apiId, baseUrl, failMode: 'closed' }) }
}
