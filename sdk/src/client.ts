import { GeneratedClient } from './generated/resources.ts'
import { ApiRequest, readJson } from './request.ts'
import type { RateLimit } from './retry.ts'
import { type ClientOptions, type RequestOptions, Transport } from './transport.ts'

/**
 * The API of the SEC Latent Platform.
 *
 * ```ts
 * const client = new LatentClient({ apiKey: process.env.LATENT_API_KEY })
 * for await (const filing of client.filings.list({ ticker: 'TWTI', form_type: '10-K' })) console.log(filing.accession_number)
 * ```
 */
export class LatentClient extends GeneratedClient {
  readonly #transport: Transport

  constructor(options: ClientOptions) {
    const transport = new Transport(options)
    super(transport)
    this.#transport = transport
  }

  /** What is left of the limits, as the last answer said; empty before the first. */
  get rateLimit(): RateLimit[] {
    return this.#transport.rateLimit
  }

  /** A call that has no method of its own yet. `path` begins with `/v1/`. */
  request<T = unknown>(
    method: string,
    path: string,
    options: RequestOptions & { query?: object; body?: unknown } = {},
  ): ApiRequest<T> {
    const { query, body, ...rest } = options
    const call = { method, path, accept: 'application/json', query, body, options: rest }
    return new ApiRequest(this.#transport, call, (reply) => readJson<T>(reply, call))
  }
}
