import type { Peer } from './peer.ts'

export const stripe: Peer = {
  name: 'stripe',
  package: 'stripe',
  method: 'GET',
  program: `import Stripe from 'stripe'
export const page = await new Stripe('sk_test_k').customers.list({ limit: 1 })
`,
  aborts: false,
  streams: false,
  errorType: 'application/json',
  timeout: 'timeout',
  open({ default: Stripe }, { url, timeoutMs, byFetch }) {
    const { hostname, port } = new URL(url)
    const client = new Stripe('sk_test_k', {
      host: hostname,
      port,
      protocol: 'http',
      ...(timeoutMs && { timeout: timeoutMs }),
      ...(byFetch && { httpClient: Stripe.createFetchHttpClient() }),
    })
    return {
      read: async () => await client.customers.list({ limit: 1 }),
      write: async () => await client.customers.create({ name: 'a' }),
    }
  },
}
