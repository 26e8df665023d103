import { ApiError, apiError, type CallDetails, ConnectionError, LatentError, TimeoutError } from './errors.ts'
import { API_VERSION } from './generated/contract.ts'
import { type LogLevel, logger, type Sink } from './logging.ts'
import { backoffMs, isRetried, parseRateLimit, type RateLimit, sleep } from './retry.ts'
import { SDK_VERSION } from './version.ts'

/** How a client is set up. Nothing is needed where `LATENT_API_KEY` is in the environment. */
export interface ClientOptions {
  /** The key, or a function that returns the present one; after a 401 the function is asked once more. Default `LATENT_API_KEY`. */
  apiKey?: string | (() => string | Promise<string>)
  /** Default `LATENT_BASE_URL`, else `http://localhost:8000`. */
  baseUrl?: string
  /** Further attempts after the first. Default 2. */
  maxRetries?: number
  /** Limit of one attempt in milliseconds, the reading of the body included. Default 30,000. */
  timeoutMs?: number
  /** Limit of all attempts and the waits between them. Default 120,000. */
  totalTimeoutMs?: number
  /** A stream without a byte for so long is broken. Default 45,000. */
  streamIdleTimeoutMs?: number
  /** A call fails at once when the server asks to wait longer than this. Default 60,000. */
  maxRetryAfterMs?: number
  /** Run around every attempt, the first one outermost. */
  middleware?: readonly Middleware[]
  /** Instead of the global `fetch`, for proxies and tests. */
  fetch?: typeof fetch
  /** Sent with every request. */
  headers?: Record<string, string>
  /** Where lines go. Default `console`. */
  logger?: Sink
  /** Default: `SEC_LATENT_LOG` of the environment, else `warn`. Keys and cookies are never logged, nor is any body. */
  logLevel?: LogLevel
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
  /** Run inside those of the client. */
  middleware?: readonly Middleware[]
  /** Only for calls that change something; made up when left out, and kept over retries. */
  idempotencyKey?: string
  /** Only the version with this `ETag` is changed; for calls that take `If-Match`. */
  ifMatch?: string
}

/** A request as it goes to `fetch`. */
export interface HttpRequest {
  url: string
  method: string
  headers: Record<string, string>
  body?: string | undefined
  signal: AbortSignal
}

export type Middleware = (
  request: HttpRequest,
  next: (request: HttpRequest) => Promise<Response>,
) => Promise<Response>

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

/** What is done with an answer that is no error, while the time of the attempt runs. */
export type Read<T> = (response: Response, about: CallDetails) => Promise<T> | T

const env = (name: string): string | undefined =>
  (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name]

/** Sends calls: authorisation, deadlines, retries, errors. */
export class Transport {
  /** What the last answer said about the limits. */
  rateLimit: RateLimit[] = []
  readonly options: ClientOptions
  readonly #fetch: typeof fetch
  readonly #baseUrl: string
  readonly #apiKey: ClientOptions['apiKey']
  readonly #log: ReturnType<typeof logger>
  readonly #headers: Record<string, string>
  readonly #deprecated = new Set<string>()

  constructor(options: ClientOptions = {}) {
    this.options = options
    this.#fetch = options.fetch ?? ((input, init) => fetch(input, init))
    this.#baseUrl = (options.baseUrl ?? env('LATENT_BASE_URL') ?? 'http://localhost:8000').replace(/\/+$/, '')
    this.#apiKey = options.apiKey ?? env('LATENT_API_KEY')
    this.#log = logger(options.logger ?? console, options.logLevel ?? env('SEC_LATENT_LOG'))
    this.#headers = { ...(options.telemetry !== false && clientHeaders()), ...options.headers }
    if (typeof this.#apiKey !== 'function') this.#checkKey(this.#apiKey)
  }

  /** The answer of the first attempt that is no error, and what `read` made of it. */
  async open<T>(call: Call, read: Read<T>, more?: Record<string, string>) {
    const { method, path, body, options = {} } = call
    const { signal, ifMatch } = options
    const setting = (name: 'maxRetries' | 'timeoutMs' | 'totalTimeoutMs', otherwise: number) =>
      options[name] ?? this.options[name] ?? otherwise
    const deadline = Date.now() + setting('totalTimeoutMs', 120_000)
    const idempotencyKey = method === 'GET' ? null : (options.idempotencyKey ?? `auto_${crypto.randomUUID()}`)
    const headers: Record<string, string> = {
      ...this.#headers,
      ...options.headers,
      accept: call.accept,
      'latent-version': API_VERSION,
      ...more,
    }
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
    if (ifMatch) headers['if-match'] = ifMatch
    if (body !== undefined) headers['content-type'] = 'application/json'
    const url = `${this.#baseUrl}${path}${queryString(call.query as Query)}`
    const request = { url, method, headers, body: body === undefined ? body : JSON.stringify(body) }
    let retries = 0
    let refreshed = typeof this.#apiKey !== 'function'

    for (let attempts = 1; ; attempts++) {
      signal?.throwIfAborted()
      const left = Math.min(setting('timeoutMs', 30_000), deadline - Date.now())
      try {
        const answer = await this.#attempt(request, options, read, left, { method, path, attempts })
        return { ...answer, attempts, idempotencyKey }
      } catch (thrown) {
        const error = thrown as ApiError
        if (!(thrown instanceof ConnectionError || thrown instanceof ApiError)) throw thrown
        if (error.status === 401 && !refreshed) {
          refreshed = true
          continue
        }
        const wait = error.retryAfterMs ?? backoffMs(retries, Math.random())
        if (
          (error.headers && !isRetried(error)) ||
          (error.retryAfterMs ?? 0) > (this.options.maxRetryAfterMs ?? 60_000) ||
          retries >= setting('maxRetries', 2) ||
          Date.now() + wait >= deadline
        ) {
          throw error
        }
        headers['latent-retry-count'] = `${++retries}`
        this.#log('info', () => `${error.message}; attempt ${attempts + 1} in ${Math.round(wait)} ms`)
        await sleep(wait, signal)
      }
    }
  }

  /** One request, with its body read before the time is up. */
  async #attempt<T>(
    request: Omit<HttpRequest, 'signal'>,
    { signal, middleware = [] }: RequestOptions,
    read: Read<T>,
    timeoutMs: number,
    about: CallDetails,
  ): Promise<{ response: Response; value: T }> {
    const controller = new AbortController()
    const abort = () => controller.abort(signal?.reason)
    signal?.addEventListener('abort', abort)
    let late = false
    const timer = setTimeout(() => {
      late = true
      abort()
    }, timeoutMs)
    const began = Date.now()
    try {
      const key = this.#apiKey
      const made = typeof key === 'function' ? await orAborted(this.#made(key), controller.signal) : key
      request.headers.authorization = `Bearer ${made}`
      const send = [...(this.options.middleware ?? []), ...middleware].reduceRight<
        (one: HttpRequest) => Promise<Response>
      >(
        (next, one) => (given) => one(given, next),
        ({ url, ...init }) => this.#fetch(url, init),
      )
      const response = await send({ ...request, signal: controller.signal })
      this.#note(response, about, Date.now() - began)
      if (response.ok) return { response, value: await read(response, about) }
      throw apiError(about, response, await response.text())
    } catch (cause) {
      if (late) throw new TimeoutError(`no answer within ${Math.round(timeoutMs)} ms`, about)
      signal?.throwIfAborted()
      if (cause instanceof LatentError) throw cause
      throw new ConnectionError(`the connection failed${reasonOf(cause)}`, about, cause)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }

  /** What every answer tells: the limits, and that an operation is going to end. */
  #note(
    { status, headers }: Response,
    { method, path }: { method: string; path: string },
    tookMs: number,
  ): void {
    const told = parseRateLimit(headers)
    if (told[0]) this.rateLimit = told
    this.#log('debug', () => `${method} ${path}: ${status} in ${tookMs} ms, ${headers.get('request-id')}`)
    if (!headers.has('deprecation')) return
    const operation = `${method} ${path.split('/', 3).join('/')}`
    if (this.#deprecated.has(operation)) return
    this.#deprecated.add(operation)
    this.#log(
      'warn',
      () => `${operation} is deprecated and ends on ${headers.get('sunset')}: ${headers.get('link')}`,
    )
  }

  async #made(make: () => string | Promise<string>): Promise<string> {
    const key = await make()
    this.#checkKey(key)
    return key
  }

  #checkKey(key: unknown): asserts key is string {
    if (!/^[\x21-\x7e]+$/.test(String(key ?? ''))) {
      throw new LatentError('apiKey or LATENT_API_KEY must be a non-empty key without spaces.')
    }
    if (isBrowser() && /^slp_(live|adm)_/.test(String(key)) && !this.options.dangerouslyAllowBrowser) {
      throw new LatentError(
        'Every visitor of a web page can read its key: use a test or explorer key, or set dangerouslyAllowBrowser.',
      )
    }
  }
}

function clientHeaders(): Record<string, string> {
  if (isBrowser()) return {}
  const { navigator, process } = globalThis as {
    navigator?: { userAgent?: string }
    process?: { version?: string }
  }
  const name = `sdk-js/${SDK_VERSION} (${process?.version ?? navigator?.userAgent ?? 'unknown'})`
  return { 'latent-client': name, 'user-agent': `sec-latent-${name}` }
}

function isBrowser(): boolean {
  return 'window' in globalThis && 'document' in globalThis
}

/** Settles with `work`, or fails when the signal is aborted. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

/** `fetch` hides why a connection failed in the cause of its error. */
function reasonOf(thrown: unknown): string {
  const { cause, message } = Object(thrown) as { cause?: { code?: string }; message?: string }
  return `: ${cause?.code ?? message}`
}

/** Lists repeat their name; null and undefined are left out. */
function queryString(query: Query = {}): string {
  let text = ''
  for (const name in query) {
    for (const one of [query[name]].flat()) {
      if (one !== undefined && one !== null) {
        text += `${text ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(one as string)}`
      }
    }
  }
  return text
}
