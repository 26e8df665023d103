import type { Middleware } from './transport.ts'

/** Where answers are kept, by what was asked; a `Map` will do. */
export interface ResponseCache {
  get(key: string): CachedResponse | undefined
  set(key: string, value: CachedResponse): unknown
}

export interface CachedResponse {
  etag: string
  headers: [string, string][]
  body: ArrayBuffer
}

/** Keeps answers and asks the server only whether they changed. One that did not is given out again, and costs nothing. */
export function cached(cache: ResponseCache): Middleware {
  return async (request, next) => {
    const { method, url, headers } = request
    if (method !== 'GET' || headers.accept === 'text/event-stream') return next(request)
    const key = `${headers.accept} ${url}`
    const kept = cache.get(key)
    if (kept) headers['if-none-match'] = kept.etag
    const response = await next(request)
    if (kept && response.status === 304) {
      const fresh = new Headers(kept.headers)
      for (const [name, value] of response.headers) fresh.set(name, value)
      fresh.set('latent-cost', '0')
      return new Response(kept.body, { headers: fresh })
    }
    const etag = response.headers.get('etag')
    if (!response.ok || !etag) return response
    const body = await response.arrayBuffer()
    cache.set(key, { etag, headers: [...response.headers], body })
    return new Response(body, response)
  }
}
