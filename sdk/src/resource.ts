import { ApiRequest, ListRequest, type Page, readJson } from './request.ts'
import type { Call, RequestOptions, Transport } from './transport.ts'

const JSON_TYPE = 'application/json'

/** What the generated methods are made of. `path` has a `{}` for each of `parts`. */
export class Resource {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  protected sendJson<T>(
    method: string,
    path: string,
    parts: Part[],
    query?: object,
    options?: RequestOptions,
    body?: unknown,
  ): ApiRequest<T> {
    const call = callOf(method, path, parts, JSON_TYPE, query, options, body)
    return new ApiRequest(this.#transport, call, (reply) => readJson<T>(reply, call))
  }

  protected sendList<P extends Page<unknown>>(
    path: string,
    parts: Part[],
    query?: object,
    options?: RequestOptions,
  ): ListRequest<P> {
    const call = callOf('GET', path, parts, JSON_TYPE, query, options)
    return new ListRequest(this.#transport, call, (reply) => readJson<P>(reply, call))
  }

  protected sendText(
    path: string,
    parts: Part[],
    accept: string,
    query?: object,
    options?: RequestOptions,
  ): ApiRequest<string> {
    const call = callOf('GET', path, parts, accept, query, options)
    return new ApiRequest(this.#transport, call, ({ body }) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(body),
    )
  }

  protected sendBytes(
    path: string,
    parts: Part[],
    accept: string,
    query?: object,
    options?: RequestOptions,
  ): ApiRequest<Uint8Array> {
    const call = callOf('GET', path, parts, accept, query, options)
    return new ApiRequest(this.#transport, call, ({ body }) => new Uint8Array(body))
  }
}

export type Part = string | number

/** A parameter of the query that takes several values also takes one. */
export type Filter<Q> = {
  [K in keyof Q]: NonNullable<Q[K]> extends readonly (infer E)[] ? E | readonly E[] | undefined : Q[K]
}

function callOf(
  method: string,
  path: string,
  parts: Part[],
  accept: string,
  query?: object,
  options?: RequestOptions,
  body?: unknown,
): Call {
  let index = 0
  const filled = path.replace(/\{\}/g, () => encodeURIComponent(String(parts[index++])))
  return { method, path: filled, accept, query, options, body }
}
