export { LatentClient } from './client.ts'
export {
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  LatentError,
  NotFoundError,
  PermissionError,
  QuotaExceededError,
  RateLimitError,
  ServerError,
  SpendCapError,
  TimeoutError,
  ValidationError,
} from './errors.ts'
export { API_VERSION, type ProblemCode } from './generated/contract.ts'
export type * from './generated/resources.ts'
export type * from './generated/schemas.ts'
export type { ApiRequest, ListRequest, Page, WithResponse } from './request.ts'
export type { RateLimit } from './retry.ts'
export type { CachedResponse, ClientOptions, RequestOptions, ResponseCache } from './transport.ts'
export { SDK_VERSION } from './version.ts'
