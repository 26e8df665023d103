import type { AnswerOf, BodyOf, EntryOf, OperationId, QueryOf } from './types.ts'

const TIMEOUT_MS = 10_000
const FILE_TIMEOUT_MS = 60_000
/** More pages than anybody looks at; a list that is longer says so. */
const MAX_PAGES = 20

/** One place of a request that the API found wrong. */
export interface Fault {
  /** Name of the field or parameter; empty when the API named none. */
  field: string
  detail: string
}

/** A request that did not succeed. Compare `code`, which is permanent; `message` is a sentence for people. */
export class ApiProblem extends Error {
  /** 0 when there was no answer. */
  readonly status: number
  /** Code of the problem; `no_answer` or `timeout` when there was none, `unreadable_answer` when it was not one of the API. */
  readonly code: string
  readonly requestId: string | null
  readonly faults: Fault[]
  /** How long the API asks to wait. */
  readonly retryAfterMs: number | null

  constructor(about: {
    status: number
    code: string
    message: string
    requestId?: string | null
    faults?: Fault[]
    retryAfterMs?: number | null
  }) {
    super(about.message)
    this.name = 'ApiProblem'
    this.status = about.status
    this.code = about.code
    this.requestId = about.requestId ?? null
    this.faults = about.faults ?? []
    this.retryAfterMs = about.retryAfterMs ?? null
  }

  /** The session is over, or there was none. */
  get isSignedOut(): boolean {
    return this.code === 'missing_key' || this.code === 'sign_in_required'
  }

  /** Nobody knows whether it was done: the same request may be sent again with the same Idempotency-Key. */
  get isUndecided(): boolean {
    return (
      this.status === 0 ||
      this.status >= 500 ||
      this.status === 429 ||
      this.code === 'idempotency_in_progress'
    )
  }
}

export interface CallOptions {
  signal?: AbortSignal
  /** A key of the caller's own, so that a repeated click is the same request. Writes get a new one by themselves. */
  idempotencyKey?: string
  /** `ETag` of what the change was decided on. */
  ifMatch?: string
}

export interface Sent {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  query?: object | undefined
  body?: unknown
  options?: CallOptions | undefined
  timeoutMs?: number
}

/** A random key for `Idempotency-Key`. `crypto.randomUUID` is missing on pages that came over plain http. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Path and query; a list becomes several parameters of one name, what is undefined or empty is left out. */
export function addressOf(path: string, query: object = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') parameters.append(name, String(one))
    }
  }
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}

/**
 * The API as somebody who is signed in sees it: the browser adds the cookie of the session, no key is involved. Each method
 * takes the operation as a type, which says what goes in and what comes back:
 *
 * ```ts
 * const key = await api.post<'createKey'>('/v1/keys', { name: 'Nightly import' })
 * ```
 */
export function sessionApi(
  apiUrl: string,
  {
    fetchIt = (...all) => fetch(...all),
    onSignedOut = () => {},
  }: { fetchIt?: typeof fetch; onSignedOut?: () => void } = {},
) {
  async function respond({
    method,
    path,
    query,
    body,
    options = {},
    timeoutMs = TIMEOUT_MS,
  }: Sent): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (method !== 'GET' && path.startsWith('/v1/')) {
      headers['idempotency-key'] = options.idempotencyKey ?? newIdempotencyKey()
    }
    if (options.ifMatch !== undefined) headers['if-match'] = options.ifMatch
    const timeout = AbortSignal.timeout(timeoutMs)
    let response: Response
    try {
      response = await fetchIt(apiUrl + addressOf(path, query), {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        credentials: 'include',
        cache: 'no-store',
        redirect: 'error',
        signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
      })
    } catch (error) {
      if (options.signal?.aborted) throw error
      throw timeout.aborted
        ? new ApiProblem({
            status: 0,
            code: 'timeout',
            message: `No answer within ${timeoutMs / 1000} seconds.`,
          })
        : new ApiProblem({ status: 0, code: 'no_answer', message: 'The API cannot be reached.' })
    }
    if (response.ok) return response
    const problem = await problemOf(response)
    if (problem.isSignedOut) onSignedOut()
    throw problem
  }

  async function send<T>(sent: Sent): Promise<T> {
    const response = await respond(sent)
    if (response.status === 204) return undefined as T
    try {
      return (await response.json()) as T
    } catch {
      throw unreadable(response)
    }
  }

  return {
    url: apiUrl,
    /** A request that is not in the contract, such as those under `/auth`. */
    send,

    get: <Id extends OperationId>(path: string, query?: QueryOf<Id>, options?: CallOptions) =>
      send<AnswerOf<Id>>({ method: 'GET', path, query: query as object | undefined, options }),
    post: <Id extends OperationId>(path: string, body?: BodyOf<Id>, options?: CallOptions) =>
      send<AnswerOf<Id>>({ method: 'POST', path, body, options }),
    put: <Id extends OperationId>(path: string, body: BodyOf<Id>, options?: CallOptions) =>
      send<AnswerOf<Id>>({ method: 'PUT', path, body, options }),
    patch: <Id extends OperationId>(path: string, body: BodyOf<Id>, options?: CallOptions) =>
      send<AnswerOf<Id>>({ method: 'PATCH', path, body, options }),
    remove: <Id extends OperationId>(path: string, options?: CallOptions) =>
      send<AnswerOf<Id>>({ method: 'DELETE', path, options }),

    /** An object together with its `ETag`, for a change that must not undo that of somebody else. */
    async getTagged<Id extends OperationId>(path: string, options?: CallOptions) {
      const response = await respond({ method: 'GET', path, options })
      return {
        object: (await response.json()) as AnswerOf<Id>,
        etag: response.headers.get('etag') ?? undefined,
      }
    },

    /** All entries of a list, page after page; `is_cut` when there are more than `MAX_PAGES` pages of 500. */
    async all<Id extends OperationId>(path: string, query?: QueryOf<Id>, options?: CallOptions) {
      const entries: EntryOf<Id>[] = []
      let cursor: string | null = null
      for (let page = 0; page < MAX_PAGES; page++) {
        const answer: { data: EntryOf<Id>[]; next_cursor: string | null } = await send({
          method: 'GET',
          path,
          query: { limit: 500, ...(query as object | undefined), cursor },
          options,
        })
        entries.push(...answer.data)
        cursor = answer.next_cursor
        if (cursor === null) break
      }
      return { entries, is_cut: cursor !== null }
    },

    /** A file, for example a PDF or CSV. */
    async file(path: string, query?: object, options?: CallOptions): Promise<Blob> {
      return await (await respond({ method: 'GET', path, query, options, timeoutMs: FILE_TIMEOUT_MS })).blob()
    },
  }
}
export type SessionApi = ReturnType<typeof sessionApi>

interface ProblemDocument {
  code?: unknown
  title?: unknown
  detail?: unknown
  errors?: unknown
}

/** The problem document of an answer as an error. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const problem = (await response.json().catch(() => null)) as ProblemDocument | null
  if (typeof problem?.code !== 'string') return unreadable(response)
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ApiProblem({
    status: response.status,
    code: problem.code,
    message: String(problem.detail ?? problem.title ?? problem.code),
    requestId: response.headers.get('request-id'),
    faults: faultsOf(problem.errors),
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
  })
}

function unreadable(response: Response): ApiProblem {
  return new ApiProblem({
    status: response.status,
    code: 'unreadable_answer',
    message: `The answer (status ${response.status}) is not one of the API. Something between this page and the API gave it.`,
    requestId: response.headers.get('request-id'),
  })
}

/** The API names a place in the body by a JSON pointer, and parameters and headers by their name. */
function faultsOf(errors: unknown): Fault[] {
  if (!Array.isArray(errors)) return []
  return errors.map(({ pointer, parameter, header, detail, title }) => ({
    field: String(parameter ?? header ?? String(pointer ?? '').split('/')[1] ?? ''),
    detail: String(detail ?? title ?? ''),
  }))
}
