import type { Problem, ProblemCode } from './generated/contract.ts'

/** Names of classes by which `instanceof` recognises an error, also one thrown by another copy of this package. */
const BRAND = Symbol.for('sec-latent.error')

/** Everything this package throws on its own account. The signal's reason is thrown as it is when a call is aborted. */
export class LatentError extends Error {
  static readonly brand: string = 'LatentError'

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    const brands: string[] = []
    for (
      let kind = new.target as { brand?: string } | null;
      kind?.brand;
      kind = Object.getPrototypeOf(kind)
    ) {
      brands.push(kind.brand)
    }
    this.name = brands[0] ?? 'LatentError'
    Object.defineProperty(this, BRAND, { value: brands })
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
}

/** No answer: the connection could not be made, broke, or ended with something that is not an answer of this API. */
export class ConnectionError extends LatentError {
  static override readonly brand: string = 'ConnectionError'
  readonly method: string
  readonly path: string
  readonly attempts: number

  constructor(message: string, call: CallDetails, cause?: unknown) {
    super(`${call.method} ${call.path}: ${message}`, { cause })
    this.method = call.method
    this.path = call.path
    this.attempts = call.attempts
  }

  toJSON() {
    const { name, message, method, path, attempts } = this
    return { name, message, method, path, attempts }
  }
}

/** An attempt took longer than `timeoutMs`, or all of them together longer than `totalTimeoutMs`. */
export class TimeoutError extends ConnectionError {
  static override readonly brand: string = 'TimeoutError'
}

export interface ApiErrorDetails extends CallDetails {
  status: number
  requestId: string | null
  problem: Problem | null
  retryAfterMs: number | null
}

/** The API answered with an error. Compare `code`, which is permanent, never the texts. */
export class ApiError extends LatentError {
  static override readonly brand: string = 'ApiError'
  readonly status: number
  /** Permanent name of the problem; null when the answer was not a problem document, for example one of a proxy. */
  readonly code: ProblemCode | (string & {}) | null
  readonly problem: Problem | null
  /** Quote it when you report the error. */
  readonly requestId: string | null
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | null
  readonly method: string
  readonly path: string
  readonly attempts: number

  constructor(details: ApiErrorDetails) {
    const { problem, status, method, path } = details
    const said = problem ? `${problem.code}: ${problem.detail}` : 'the answer is not a problem document'
    super(`${status} ${said} (${method} ${path}${details.requestId ? `, ${details.requestId}` : ''})`)
    this.status = status
    this.code = problem?.code ?? null
    this.problem = problem
    this.requestId = details.requestId
    this.retryAfterMs = details.retryAfterMs
    this.method = method
    this.path = path
    this.attempts = details.attempts
  }

  /** For logs: neither the key nor any header is part of it. */
  toJSON() {
    const { name, message, status, code, requestId, retryAfterMs, method, path, attempts, problem } = this
    return { name, message, status, code, requestId, retryAfterMs, method, path, attempts, problem }
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

const BY_CODE: Record<string, typeof ApiError> = {
  quota_exceeded: QuotaExceededError,
  spend_cap_reached: SpendCapError,
}
const BY_STATUS: Record<number, typeof ApiError> = {
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  429: RateLimitError,
}

/** The error of the class that fits the code, else the status. */
export function apiError(details: ApiErrorDetails): ApiError {
  const Kind =
    BY_CODE[details.problem?.code ?? ''] ??
    BY_STATUS[details.status] ??
    (details.status >= 500 ? ServerError : ApiError)
  return new Kind(details)
}
