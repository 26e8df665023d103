import { type ApiError, apiError, ConnectionError, LatentError, TimeoutError } from './errors.ts'
import { API_VERSION, type Problem } from './generated/contract.ts'
import { backoffMs, isRetried, parseRateLimit, type RateLimit, retryAfterMs, sleep } from './retry.ts'
import { SDK_VERSION } from './version.ts'

/** How a client is set up. Only `apiKey` has no default. */
export interface ClientOptions {
  /** The key, or a function that returns the present one; after a 401 the function is asked once more. */
  apiKey: string | (() => string | Promise<string>)
  /** Default `http://localhost:8000`. */
  baseUrl?: string
  /** Further attempts after the first. Default 2. */
  maxRetries?: number
  /** Limit of one attempt, the reading of the body included. Default 30,000. */
  timeoutMs?: number
  /** Limit of all attempts and the waits between them. Default 120,000. */
  totalTimeoutMs?: number
  /** A call fails at once when the server asks to wait longer than this. Default 60,000. */
  maxRetryAfterMs?: number
  /** Keeps answers by URL and asks the server only whether they changed; a `Map` will do. A 304 costs nothing. */
  cache?: ResponseCache
  /** Instead of the global `fetch`, for proxies and tests. */
  fetch?: typeof fetch
  /** Sent with every request. */
  headers?: Record<string, string>
  /** Leaves out the `Latent-Client` header, which names this package, its version and the runtime. */
  telemetry?: boolean
  /** Allows a live or admin key in a web page, where every visitor can read it. */
  dangerouslyAllowBrowser?: boolean
}

/** What may differ from call to call. */
export interface RequestOptions {
  signal?: AbortSignal
  maxRetries?: number
  timeoutMs?: number
  totalTimeoutMs?: number
  headers?: Record<string, string>
  /** Only for calls that change something; made up when left out, and kept over retries. */
  idempotencyKey?: string
}

export interface ResponseCache {
  get(key: string): CachedResponse | undefined
  set(key: string, value: CachedResponse): unknown
}

export interface CachedResponse {
  etag: string
  headers: [string, string][]
  body: ArrayBuffer
}

export type QueryValue = string | number | boolean | null | undefined
export type Query = Record<string, QueryValue | readonly QueryValue[]>

export interface Call {
  method: string
  path: string
  query?: object
  body?: unknown
  accept: string
  options?: RequestOptions
}

/** An answer whose body has been read. */
export interface Reply {
  status: number
  headers: Headers
  body: ArrayBuffer
  attempts: number
  idempotencyKey: string | null
}

interface Attempt {
  url: string
  init: RequestInit & { headers: Record<string, string> }
  signal: AbortSignal | undefined
  timeoutMs: number
}

/** Sends calls: authorisation, deadlines, retries, errors. */
export class Transport {
  /** What the last answer said about the limits. */
  rateLimit: RateLimit[] = []
  readonly #options: ClientOptions
  readonly #fetch: typeof fetch
  readonly #baseUrl: string

  constructor(options: ClientOptions) {
    this.#options = options
    this.#fetch = options.fetch ?? ((input, init) => fetch(input, init))
    this.#baseUrl = (options.baseUrl ?? 'http://localhost:8000').replace(/\/$/, '')
    if (typeof options.apiKey === 'string') this.#checkKey(options.apiKey)
  }

  async send(call: Call): Promise<Reply> {
    const { method, path, body, options = {} } = call
    const settings = { ...this.#options, ...withoutUndefined(options) }
    const {
      signal,
      maxRetries = 2,
      timeoutMs = 30_000,
      totalTimeoutMs = 120_000,
    } = settings as RequestOptions
    const { maxRetryAfterMs = 60_000, cache } = this.#options
    const url = `${this.#baseUrl}${path}${queryString(call.query as Query)}`
    const deadline = Date.now() + totalTimeoutMs
    const idempotencyKey = method === 'GET' ? null : (options.idempotencyKey ?? `auto_${crypto.randomUUID()}`)
    const cached = method === 'GET' ? cache?.get(`${call.accept} ${url}`) : undefined
    const init: Attempt['init'] = {
      method,
      headers: {
        ...this.#clientHeader(),
        ...this.#options.headers,
        ...options.headers,
        accept: call.accept,
        'latent-version': API_VERSION,
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        ...(cached && { 'if-none-match': cached.etag }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }
    let retries = 0
    let refreshed = typeof this.#options.apiKey === 'string'

    for (let attempts = 1; ; attempts++) {
      signal?.throwIfAborted()
      init.headers.authorization = `Bearer ${await this.#key()}`
      const left = deadline - Date.now()
      let error: ConnectionError | ApiError
      let wait = backoffMs(retries, Math.random())
      let retried = true
      try {
        const reply = await this.#attempt(
          { url, init, signal, timeoutMs: Math.min(timeoutMs, left) },
          { method, path, attempts },
        )
        this.rateLimit = parseRateLimit(reply.headers)
        if (reply.status === 304 && cached) {
          return {
            status: 304,
            headers: merged(cached.headers, reply.headers),
            body: cached.body,
            attempts,
            idempotencyKey,
          }
        }
        if (reply.status < 400) {
          const etag = reply.headers.get('etag')
          if (method === 'GET' && etag) {
            cache?.set(`${call.accept} ${url}`, { etag, headers: [...reply.headers], body: reply.body })
          }
          return { ...reply, attempts, idempotencyKey }
        }
        const asked = retryAfterMs(reply.headers, Date.now())
        const refusal = apiError({
          status: reply.status,
          problem: problemOf(reply),
          requestId: reply.headers.get('request-id'),
          retryAfterMs: asked,
          method,
          path,
          attempts,
        })
        error = refusal
        if (reply.status === 401 && !refreshed) {
          refreshed = true
          continue
        }
        retried = isRetried(reply.status, refusal.code, reply.headers) && (asked ?? 0) <= maxRetryAfterMs
        wait = asked ?? wait
      } catch (thrown) {
        if (!(thrown instanceof ConnectionError)) throw thrown
        error = thrown
      }
      if (!retried || retries >= maxRetries || Date.now() + wait >= deadline) throw error
      retries++
      await sleep(wait, signal)
    }
  }

  /** One request, with its body read before the time is up. */
  async #attempt(
    { url, init, signal, timeoutMs }: Attempt,
    call: { method: string; path: string; attempts: number },
  ) {
    const controller = new AbortController()
    const abort = () => controller.abort(signal?.reason)
    signal?.addEventListener('abort', abort, { once: true })
    let late = false
    const timer = setTimeout(() => {
      late = true
      controller.abort()
    }, timeoutMs)
    try {
      const response = await this.#fetch(url, { ...init, signal: controller.signal })
      return { status: response.status, headers: response.headers, body: await response.arrayBuffer() }
    } catch (cause) {
      if (late) throw new TimeoutError(`no answer within ${Math.round(timeoutMs)} ms`, call)
      signal?.throwIfAborted()
      throw new ConnectionError('the connection failed', call, cause)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }

  async #key(): Promise<string> {
    const { apiKey } = this.#options
    if (typeof apiKey === 'string') return apiKey
    const key = await apiKey()
    this.#checkKey(key)
    return key
  }

  #checkKey(key: string): void {
    if (!/^[\x21-\x7e]+$/.test(key)) throw new LatentError('apiKey must be a non-empty key without spaces.')
    if (isBrowser() && /^slp_(live|adm)_/.test(key) && !this.#options.dangerouslyAllowBrowser) {
      throw new LatentError(
        'A live key in a web page can be read by every visitor. Call the API from a server, use a test or explorer key, or set dangerouslyAllowBrowser.',
      )
    }
  }

  #clientHeader(): Record<string, string> {
    if (this.#options.telemetry === false || isBrowser()) return {}
    const runtime = (globalThis as { process?: { version?: string } }).process?.version ?? 'unknown'
    return { 'latent-client': `sdk-js/${SDK_VERSION} (${runtime})` }
  }
}

function isBrowser(): boolean {
  return 'window' in globalThis && 'document' in globalThis
}

function problemOf(reply: { headers: Headers; body: ArrayBuffer }): Problem | null {
  if (!reply.headers.get('content-type')?.includes('json')) return null
  try {
    const value = JSON.parse(new TextDecoder().decode(reply.body))
    return typeof value?.code === 'string' ? value : null
  } catch {
    return null
  }
}

/** Lists repeat their name; null and undefined are left out. */
function queryString(query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) parameters.append(name, String(one))
    }
  }
  const text = parameters.toString()
  return text && `?${text}`
}

/** The headers of the kept answer, with those that the 304 brought anew. */
function merged(kept: [string, string][], fresh: Headers): Headers {
  const headers = new Headers(kept)
  for (const [name, value] of fresh) headers.set(name, value)
  return headers
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}
