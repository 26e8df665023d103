import type { Problem, ProblemCode } from './generated/contract.ts'
import { retryAfterMs } from './retry.ts'

/** Names of classes by which `instanceof` recognises an error, also one thrown by another copy of this package. */
const BRAND = Symbol.for('sec-latent.error')

/** Everything this package throws on its own account. The signal's reason is thrown as it is when a call is aborted. */
export class LatentError extends Error {
  static readonly brand: string = 'LatentError'

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    const brands: string[] = []
    for (let kind = new.target; kind?.brand; kind = Object.getPrototypeOf(kind)) brands.push(kind.brand)
    this.name = brands[0] ?? 'LatentError'
    Object.defineProperty(this, BRAND, { value: brands })
  }

  /** For logs: neither the key nor any header is part of it. */
  toJSON(): object {
    const { message } = this
    return { ...this, message }
  }

  static override readonly [Symbol.hasInstance]: (value: unknown) => boolean = hasBrand
}

/** `this` is the class on the right of `instanceof`. One derived by the caller has no brand and is recognised as usual. */
function hasBrand(this: { brand?: string }, value: unknown): boolean {
  if (!Object.hasOwn(this, 'brand')) return Function.prototype[Symbol.hasInstance].call(this as never, value)
  const brands = (value as { [BRAND]?: string[] } | null | undefined)?.[BRAND]
  return brands?.includes(this.brand ?? '') ?? false
}

/** What every failed call can say about itself; nothing in it is secret. */
export interface CallDetails {
  method: string
  path: string
  /** Requests sent, the first one included. */
  attempts: number
  /** Of an answer that came, but could not be read. */
  status?: number
  requestId?: string | null
}

/** No answer: the connection could not be made, broke, or ended with something that is not an answer of this API. */
export class ConnectionError extends LatentError {
  static override readonly brand: string = 'ConnectionError'
  declare readonly method: string
  declare readonly path: string
  declare readonly attempts: number
  /** There was an answer, but it is not JSON. Quote `requestId` when you report it. */
  declare readonly status?: number
  declare readonly requestId?: string | null

  constructor(message: string, call: CallDetails, cause?: unknown) {
    super(`${call.method} ${call.path}: ${message}`, { cause })
    Object.assign(this, call)
  }
}

/** An attempt took longer than `timeoutMs`, or all of them together longer than `totalTimeoutMs`. */
export class TimeoutError extends ConnectionError {
  static override readonly brand: string = 'TimeoutError'
}

/** A stream fell silent for longer than `streamIdleTimeoutMs`, as often as it may be made again. */
export class StreamIdleTimeoutError extends ConnectionError {
  static override readonly brand: string = 'StreamIdleTimeoutError'
}

/** The API answered with an error. Compare `code`, which is permanent, never the texts. */
export class ApiError extends LatentError {
  static override readonly brand: string = 'ApiError'
  declare readonly status: number
  /** Permanent name of the problem; null when the answer was not a problem document, for example one of a proxy. */
  declare readonly code: ProblemCode | (string & {}) | null
  declare readonly problem: Problem | null
  /** Quote it when you report the error. */
  declare readonly requestId: string | null
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfterMs: number | null
  declare readonly method: string
  declare readonly path: string
  declare readonly attempts: number
  readonly #headers: Headers

  constructor(
    call: CallDetails,
    { status, headers }: Pick<Response, 'status' | 'headers'>,
    problem: Problem | null,
  ) {
    const requestId = headers.get('request-id')
    const said = problem ? `${problem.code}: ${problem.detail}` : 'the answer is not a problem document'
    super(`${status} ${said} (${call.method} ${call.path}, ${requestId})`)
    const code = problem?.code ?? null
    Object.assign(this, call, {
      status,
      code,
      problem,
      requestId,
      retryAfterMs: retryAfterMs(headers, Date.now()),
    })
    this.#headers = headers
  }

  /** Those of the answer; not part of `toJSON()`. */
  get headers(): Headers {
    return this.#headers
  }
}

/** 400: the request is wrong; `errors` names every place and, where there is one, the nearest valid name. */
export class ValidationError extends ApiError {
  static override readonly brand: string = 'ValidationError'
  get errors(): Problem['errors'] {
    return this.problem?.errors ?? []
  }
}

/** 401: no key, or one that is not valid. */
export class AuthenticationError extends ApiError {
  static override readonly brand: string = 'AuthenticationError'
}

/** 402 `quota_exceeded`: the units of the month are used up. */
export class QuotaExceededError extends ApiError {
  static override readonly brand: string = 'QuotaExceededError'
}

/** 402 `spend_cap_reached`: the organisation's own budget is used up. */
export class SpendCapError extends ApiError {
  static override readonly brand: string = 'SpendCapError'
}

/** 403: the key may not do this. */
export class PermissionError extends ApiError {
  static override readonly brand: string = 'PermissionError'
}

/** 404: there is no such thing, or none this key may know of. */
export class NotFoundError extends ApiError {
  static override readonly brand: string = 'NotFoundError'
}

/** 409: the request contradicts the present state. */
export class ConflictError extends ApiError {
  static override readonly brand: string = 'ConflictError'
}

/** 429: too many requests; `retryAfterMs` says how long to wait. */
export class RateLimitError extends ApiError {
  static override readonly brand: string = 'RateLimitError'
}

/** 5xx: something failed on the side of the API. */
export class ServerError extends ApiError {
  static override readonly brand: string = 'ServerError'
}

const KINDS: Record<string, typeof ApiError> = {
  quota_exceeded: QuotaExceededError,
  spend_cap_reached: SpendCapError,
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  429: RateLimitError,
}

/** The error of the class that fits the code, else the status, of an answer and its body. */
export function apiError(call: CallDetails, response: Response, body: string): ApiError {
  const { status } = response
  const problem = problemOf(body)
  const Kind = KINDS[problem?.code ?? ''] ?? KINDS[status] ?? (status >= 500 ? ServerError : ApiError)
  return new Kind(call, response, problem)
}

function problemOf(body: string): Problem | null {
  try {
    const value = JSON.parse(body)
    return typeof value?.code === 'string' ? value : null
  } catch {
    return null
  }
}
