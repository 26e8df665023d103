import { exportToStripe as tellStripe } from '@sec-latent/core/billing/export-to-stripe'
import { stripeClient } from '@sec-latent/core/billing/stripe'
import { defineJob } from '../job.ts'

/** Tells the payment service of usage, customers and invoices; without its key there is nobody to tell. */
export const exportToStripe = defineJob({
  name: 'export-to-stripe',
  concurrency: () => 1,

  async run(_, { sql, config, log }) {
    const { STRIPE_SECRET_KEY: secretKey, STRIPE_BASE_URL: baseUrl } = config
    if (secretKey === undefined) return
    const told = await tellStripe(sql, stripeClient({ secretKey, ...(baseUrl ? { baseUrl } : {}) }))
    if (told.customers + told.hours + told.invoices > 0)
      log.info({ action: 'export-to-stripe', metadata: { ...told } })
  },

  async fail() {},
})
