import { type Peer, STREAM_EVENTS } from './peer.ts'

export const ours: Peer = {
  name: 'ours',
  package: '@sec-latent/sdk',
  method: 'GET',
  program: `import { LatentClient } from '@sec-latent/sdk'
export const page = await new LatentClient({ apiKey: 'slp_test_k' }).filings.list({ limit: 1 })
`,
  smallest: `import { createClient } from '@sec-latent/sdk/core'
import { listFilings } from '@sec-latent/sdk/operations'
export const page = await listFilings(createClient({ apiKey: 'slp_test_k' }), { limit: 1 })
`,
  aborts: true,
  streams: true,
  errorType: 'application/problem+json',
  timeout: 'timeoutMs',
  open({ LatentClient }, { url, timeoutMs, idleMs }) {
    const client = new LatentClient({
      apiKey: 'slp_test_k',
      baseUrl: url,
      ...(timeoutMs && { timeoutMs }),
      ...(idleMs && { streamIdleTimeoutMs: idleMs }),
      logLevel: 'off',
    })
    return {
      read: async (signal) => await client.filings.list({ limit: 1 }, { signal }),
      write: async (signal) =>
        await client.webhookEndpoints.create(
          { url: 'https://hooks.example.com/sec', event_types: ['filing.published'] },
          { signal },
        ),
      async stream(signal) {
        let events = 0
        for await (const _ of client.changes.stream({}, { signal })) if (++events === STREAM_EVENTS) break
        return events
      },
    }
  },
}
