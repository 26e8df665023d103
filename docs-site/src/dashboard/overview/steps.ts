import type { Key, LoggedRequest, WebhookEndpoint } from '../types.ts'

export interface Step {
  id: 'key' | 'request' | 'webhook'
  title: string
  text: string
  isDone: boolean
}

/** What somebody who is new does first, and how far they are. */
export function stepsOf(have: {
  keys: readonly Pick<Key, 'revoked_at'>[]
  /** Of programs. */
  requests: readonly Pick<LoggedRequest, 'status'>[]
  endpoints: readonly Pick<WebhookEndpoint, 'id'>[]
}): Step[] {
  return [
    {
      id: 'key',
      title: 'Create a key',
      text: 'A test key costs nothing and reads a corpus of invented companies.',
      isDone: have.keys.some((key) => key.revoked_at === null),
    },
    {
      id: 'request',
      title: 'Send your first request',
      text: 'It shows here within seconds, without a reload.',
      isDone: have.requests.some((request) => request.status < 400),
    },
    {
      id: 'webhook',
      title: 'Hear of new filings',
      text: 'An endpoint of yours is told of new filings and signals, signed and repeated until it answers.',
      isDone: have.endpoints.length > 0,
    },
  ]
}

/** The command for a first request. The key is left to the one who has it. */
export function firstRequest(apiUrl: string): string {
  return `curl '${apiUrl}/v1/filings?limit=3' \\\n  -H "Authorization: Bearer $LATENT_API_KEY"`
}
