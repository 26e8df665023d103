import { type CallDetails, ConnectionError, LatentError } from './errors.ts'
import { parseRateLimit, type RateLimit } from './retry.ts'
import type { Call, Read, Transport } from './transport.ts'

/** An answer with what came around it. */
export interface WithResponse<T> {
  data: T
  status: number
  headers: Headers
  requestId: string | null
  rateLimit: RateLimit[]
  /** Units of the monthly quota; 0 for what had not changed. */
  cost: number | null
  attempts: number
  /** The key that made the call safe to repeat; null for calls that only read. */
  idempotencyKey: string | null
}

/** A call that is to be sent. */
export class PreparedRequest {
  protected readonly transport: Transport
  protected readonly call: Call

  constructor(transport: Transport, call: Call) {
    this.transport = transport
    this.call = call
  }

  /** The answer as `fetch` gives it, its body not read yet: for what is too large to hold. Errors are thrown as ever. */
  async asResponse(): Promise<Response> {
    return (await this.transport.open(this.call, () => {})).response
  }
}

/** A call that is sent when it is awaited. */
export class ApiRequest<T> extends PreparedRequest implements PromiseLike<T> {
  readonly #read: Read<T>
  #sent: Promise<WithResponse<T>> | undefined

  constructor(transport: Transport, call: Call, read: Read<T>) {
    super(transport, call)
    this.#read = read
  }

  /** The answer together with its status, headers, request id, cost and what is left of the limits. */
  withResponse(): Promise<WithResponse<T>> {
    this.#sent ??= this.#send()
    return this.#sent
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaitable is what this class is for.
  then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    // biome-ignore lint/suspicious/noExplicitAny: as in Promise.
    onrejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.withResponse().then(
      ({ data }) => (onfulfilled ? onfulfilled(data) : (data as unknown as A)),
      onrejected,
    )
  }

  // biome-ignore lint/suspicious/noExplicitAny: as in Promise.
  catch<B = never>(onrejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onrejected)
  }

  finally(onfinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onfinally)
  }

  async #send(): Promise<WithResponse<T>> {
    const { response, value, attempts, idempotencyKey } = await this.transport.open(this.call, this.#read)
    const { status, headers } = response
    const cost = headers.get('latent-cost')
    return {
      data: value,
      status,
      headers,
      requestId: headers.get('request-id'),
      rateLimit: parseRateLimit(headers),
      cost: cost ? Number(cost) : null,
      attempts,
      idempotencyKey,
    }
  }
}

export interface Page<T> {
  data: T[]
  has_more: boolean
  next_cursor: string | null
}

/** A list: await it for its first page, or iterate over its entries or its pages. */
export class ListRequest<P extends Page<unknown>, T = P['data'][number]>
  extends ApiRequest<P>
  implements AsyncIterable<T>
{
  /** Every entry, asking for the next page when it is needed. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.pages()) for (const entry of page.data as T[]) yield entry as Awaited<T>
  }

  /** Every page. Stops with an error when the server repeats a cursor, rather than going round for ever. */
  async *pages(): AsyncGenerator<P, void, undefined> {
    const seen = new Set<string>()
    let page: P = await this
    while (true) {
      yield page
      const cursor = page.next_cursor
      if (!page.has_more || cursor === null) return
      if (seen.has(cursor)) {
        throw new LatentError(`${this.call.path}: the cursor ${cursor} came back`)
      }
      seen.add(cursor)
      const call = { ...this.call, query: { ...this.call.query, cursor } }
      page = await new ApiRequest<P>(this.transport, call, readJson)
    }
  }

  /** The entries as an array, at most `limit` of them. */
  async toArray(options: { limit?: number } = {}): Promise<T[]> {
    const { limit = Number.POSITIVE_INFINITY } = options
    const entries: T[] = []
    if (limit < 1) return entries
    for await (const entry of this) {
      entries.push(entry)
      if (entries.length >= limit) break
    }
    return entries
  }
}

export async function readJson<T>(response: Response, about: CallDetails): Promise<T> {
  const text = await response.text()
  try {
    return (text === '' ? undefined : JSON.parse(text)) as T
  } catch (cause) {
    const requestId = response.headers.get('request-id')
    throw new ConnectionError(
      'the answer is not JSON',
      { ...about, status: response.status, requestId },
      cause,
    )
  }
}

/** Every code point of the answer, a byte order mark too: offsets count it. */
export async function readText(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
}

export async function readBytes(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer())
}
