import { type ClientOptions, Transport } from './transport.ts'

export { type CachedResponse, cached, type ResponseCache } from './cached.ts'
export * from './errors.ts'
export { API_VERSION, type ProblemCode } from './generated/contract.ts'
export type { LogLevel, Sink } from './logging.ts'
export { paced } from './paced.ts'
export type { ApiRequest, ListRequest, Page, WithResponse } from './request.ts'
export type { RateLimit } from './retry.ts'
export type { StreamEntry, StreamRequest } from './stream.ts'
export type {
  ClientOptions,
  HttpRequest,
  Middleware,
  RequestOptions,
} from './transport.ts'
export { SDK_VERSION } from './version.ts'

/** What the functions of `@sec-latent/sdk/operations` take first. */
export type Client = Transport

/**
 * A client for single functions, of which a bundle holds only those it uses.
 *
 * ```ts
 * import { createClient } from '@sec-latent/sdk/core'
 * import { listFilings } from '@sec-latent/sdk/operations'
 *
 * const client = createClient()
 * for await (const filing of listFilings(client, { ticker: 'TWTI' })) console.log(filing.accession_number)
 * ```
 */
export function createClient(options?: ClientOptions): Client {
  return new Transport(options)
}
