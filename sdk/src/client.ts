import { list, plain, stream } from './functions.ts'
import type { Resources } from './generated/resources.ts'
import { TABLE } from './generated/table.ts'
import { kebab } from './operation.ts'
import { ApiRequest, readJson } from './request.ts'
import type { RateLimit } from './retry.ts'
import { type ClientOptions, type RequestOptions, Transport } from './transport.ts'

/** The type of what the constructor below puts into every client. */
const WithResources = Object as unknown as new () => Resources

/**
 * The API of the SEC Latent Platform.
 *
 * ```ts
 * const client = new LatentClient({ apiKey: process.env.LATENT_API_KEY })
 * for await (const filing of client.filings.list({ ticker: 'TWTI', form_type: '10-K' })) console.log(filing.accession_number)
 * ```
 */
export class LatentClient extends WithResources {
  readonly #transport: Transport

  constructor(options?: ClientOptions) {
    super()
    const transport = new Transport(options)
    this.#transport = transport
    for (const [resource, methods] of Object.entries(TABLE)) {
      const made = Object.entries(methods).map(([name, spec]) => {
        const make = spec[0] === 'L' ? list : spec[0] === 'S' ? stream : plain
        return [name, make(spec.replace('~', `/v1/${kebab(resource)}`)).bind(null, transport)]
      })
      Object.assign(this, { [resource]: Object.fromEntries(made) })
    }
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
    return new ApiRequest<T>(this.#transport, call, readJson)
  }
}
