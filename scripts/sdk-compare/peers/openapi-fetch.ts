import { type Peer, Returned } from './peer.ts'

/** The types are those that openapi-typescript makes of our contract: without any, the package has none. */
export const openapiFetch: Peer = {
  name: 'openapi-fetch',
  package: 'openapi-fetch',
  method: 'GET',
  program: `import createClient from 'openapi-fetch'
import type { paths } from './contract'
const client = createClient<paths>({ baseUrl: 'https://a.example', headers: { authorization: 'Bearer k' } })
export const page = await client.GET('/v1/filings', { params: { query: { limit: 1 } } })
`,
  aborts: true,
  streams: false,
  errorType: 'application/problem+json',
  timeout: null,
  open({ default: createClient }, { url }) {
    const client = createClient({ baseUrl: url, headers: { authorization: 'Bearer k' } })
    const settled = (answer: { error?: unknown }) => {
      if (answer.error !== undefined) return new Returned(answer)
      return answer
    }
    return {
      read: async (signal) =>
        settled(await client.GET('/v1/filings', { params: { query: { limit: 1 } }, signal })),
      write: async (signal) =>
        settled(await client.POST('/v1/webhook-endpoints', { body: { name: 'a' }, signal })),
    }
  },
}
