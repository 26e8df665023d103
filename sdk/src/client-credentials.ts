import { LatentError } from './errors.ts'

/** A service account and where it gets its tokens. */
export interface ClientCredentials {
  clientId: string
  clientSecret: string
  /** Default `http://localhost:8000`. */
  baseUrl?: string
  /** Scopes separated by spaces; default all of the service account. */
  scope?: string
  timeoutMs?: number
  fetch?: typeof fetch
}

/** A token is replaced so long before it ends. */
const EARLY_MS = 30_000

/**
 * Access tokens of a service account (RFC 6749, section 4.4) as the `apiKey` of a client: asked for when it is needed, kept until
 * shortly before it ends, once for all who ask at the same time.
 *
 * ```ts
 * const client = new LatentClient({ apiKey: clientCredentials({ clientId, clientSecret }) })
 * ```
 */
export function clientCredentials(options: ClientCredentials): () => Promise<string> {
  const { clientId, clientSecret, baseUrl = 'http://localhost:8000', scope, timeoutMs = 30_000 } = options
  const ask = options.fetch ?? fetch
  let endsAt = 0
  let token: Promise<string> | undefined

  async function request(): Promise<string> {
    const response = await ask(`${baseUrl.replace(/\/+$/, '')}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        ...(scope && { scope }),
      }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
    if (!response.ok || typeof answer.access_token !== 'string') {
      throw new LatentError(
        `no access token: ${response.status} ${answer.error ?? answer.code ?? ''}`.trimEnd(),
      )
    }
    endsAt = Date.now() + Number(answer.expires_in) * 1000 - EARLY_MS
    return answer.access_token
  }

  return () => {
    if (token && Date.now() < endsAt) return token
    endsAt = Number.POSITIVE_INFINITY
    token = request().catch((error) => {
      token = undefined
      throw error
    })
    return token
  }
}
