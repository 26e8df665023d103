import { afterEach, beforeEach, expect, test } from 'vitest'
import { LatentClient } from './client.ts'
import { clientCredentials } from './client-credentials.ts'
import { answerJson, loopbackServer, problem, type Seen } from './loopback-server.ts'

let server: { url: string; seen: Seen[]; close(): Promise<void> }
let lifetime: number
let tokens: number

beforeEach(async () => {
  lifetime = 900
  tokens = 0
  server = await loopbackServer(({ url, headers, body }, response) => {
    if (url.pathname !== '/oauth/token') {
      const known = headers.authorization === `Bearer token-${tokens}`
      return known
        ? answerJson(response, 200, { data: [], has_more: false, next_cursor: null })
        : answerJson(response, 401, problem(401, 'invalid_token'))
    }
    const form = new URLSearchParams(body)
    if (form.get('client_secret') !== 'right') return answerJson(response, 401, { error: 'invalid_client' })
    tokens += 1
    answerJson(response, 200, { access_token: `token-${tokens}`, token_type: 'Bearer', expires_in: lifetime })
  })
})
afterEach(() => server.close())

const accountOf = (clientSecret = 'right') =>
  clientCredentials({ clientId: 'sva_1', clientSecret, baseUrl: server.url, scope: 'filings:read' })

test('a token is asked for once by all who need it, and kept', async () => {
  const client = new LatentClient({ apiKey: accountOf(), baseUrl: server.url })
  await Promise.all([client.filings.list(), client.signals.list(), client.filings.list()])
  await client.filings.list()
  const asked = server.seen.filter(({ url }) => url.pathname === '/oauth/token')
  expect(asked).toHaveLength(1)
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'sva_1',
    client_secret: 'right',
    scope: 'filings:read',
  })
})

test('a token is replaced before it ends', async () => {
  lifetime = 30
  const token = accountOf()
  expect([await token(), await token()]).toEqual(['token-1', 'token-2'])
})

test('a wrong secret is said, and asked for again the next time', async () => {
  const token = accountOf('wrong')
  await expect(token()).rejects.toThrow('no access token: 401 invalid_client')
  await expect(token()).rejects.toThrow('invalid_client')
  expect(server.seen).toHaveLength(2)
})
