import { LatentClient } from './client.ts'
import type { ClientOptions } from './transport.ts'

/** A request as the client sent it. */
export interface SentRequest {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  /** What was sent as JSON. */
  body: unknown
}

/** What a fake API answers: a value is a 200 with it as JSON. */
export type FakeAnswer = FakeResponse | ((request: SentRequest) => FakeResponse | Promise<FakeResponse>)
export type FakeResponse = Response | Fault | object

/** Something that goes wrong; made by {@link faults}. */
class Fault {
  readonly happen: (signal: AbortSignal | null | undefined) => Promise<Response>

  constructor(happen: Fault['happen']) {
    this.happen = happen
  }
}

/** Failures as real servers and networks have them. */
export const faults = {
  /** A problem document with its status and code, as the API sends it. */
  problem: (status: number, code: string, headers: Record<string, string> = {}): Response =>
    Response.json(
      {
        type: `about:blank#${code}`,
        title: code,
        status,
        detail: code,
        code,
        instance: '',
        request_id: 'req_fake',
        errors: [],
      },
      {
        status,
        headers: { 'content-type': 'application/problem+json', 'request-id': 'req_fake', ...headers },
      },
    ),
  /** 429 that asks to wait. */
  rateLimited: (retryAfterMs: number): Response =>
    faults.problem(429, 'rate_limit_exceeded', { 'retry-after-ms': String(retryAfterMs) }),
  /** The connection is reset before there is an answer. */
  reset: (): Fault =>
    new Fault(() =>
      Promise.reject(
        new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) }),
      ),
    ),
  /** No answer ever comes. */
  silence: (): Fault =>
    new Fault(
      (signal) =>
        new Promise((_, reject) => {
          if (signal?.aborted) reject(signal.reason)
          signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
        }),
    ),
  /** The body ends in the middle. */
  truncated: (value: unknown): Response => {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    const half = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, bytes.length / 2))
        controller.error(new TypeError('terminated'))
      },
    })
    return new Response(half, { headers: { 'content-type': 'application/json' } })
  },
}

/** A page of a list as the API sends it. */
export function page<T>(data: T[], next_cursor: string | null = null) {
  return { object: 'list', data, has_more: next_cursor !== null, next_cursor }
}

/**
 * An API in the memory of a test. `routes` names answers by method and path, where `*` stands for any part of it; an array is given
 * out in turn, its last entry for ever. What has no route is answered with 404 `route_not_found`.
 *
 * ```ts
 * const api = fakeApi({ 'GET /v1/filings': [faults.rateLimited(10), page([{ accession_number: '…' }])] })
 * const client = api.client()
 * ```
 */
export function fakeApi(routes: Record<string, FakeAnswer | readonly FakeAnswer[]>) {
  const requests: SentRequest[] = []
  const given = new Map<string, number>()
  const patterns = Object.entries(routes).map(([route, answers]) => {
    const parts = route.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return { route, pattern: new RegExp(`^${parts.join('[^/]+')}$`), answers }
  })

  const fake: typeof fetch = async (input, init = {}) => {
    const url = new URL(String(input))
    const request: SentRequest = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: init.body === undefined || init.body === null ? undefined : JSON.parse(String(init.body)),
    }
    requests.push(request)
    const found = patterns.find(({ pattern }) => pattern.test(`${request.method} ${request.path}`))
    if (!found) return faults.problem(404, 'route_not_found')
    const { route, answers } = found
    const count = given.get(route) ?? 0
    given.set(route, count + 1)
    const all = (Array.isArray(answers) ? answers : [answers]) as FakeAnswer[]
    const answer = all[Math.min(count, all.length - 1)]
    const response = typeof answer === 'function' ? await answer(request) : answer
    if (response instanceof Fault) return await response.happen(init.signal)
    if (response instanceof Response) return response.clone()
    return Response.json(response, {
      headers: { 'request-id': `req_fake_${requests.length}`, 'latent-cost': '1' },
    })
  }

  return {
    /** Every request, in order. */
    requests,
    /** To be given to a client as its `fetch`. */
    fetch: fake,
    /** A client of this API. */
    client: (options: ClientOptions = {}): LatentClient =>
      new LatentClient({ apiKey: 'slp_test_fake', baseUrl: 'http://fake.test', fetch: fake, ...options }),
  }
}

/**
 * Timers that a test moves on by hand: waits between attempts and time limits pass without waiting. Replaces `setTimeout` and
 * `Date.now` until `restore` is called.
 */
export function fakeClock(start: number = Date.now()) {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now }
  const timers = new Map<object, { at: number; run: () => void }>()
  let now = start
  Object.assign(globalThis, {
    setTimeout: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
      const due = () => timers.set(timer, { at: now + ms, run: () => run(...given) })
      // What else runs in the process may hold timers as Node gives them.
      const timer = {
        ref: () => timer,
        unref: () => timer,
        hasRef: () => true,
        refresh: () => {
          due()
          return timer
        },
      }
      due()
      return timer
    },
    clearTimeout: (timer: object) => timers.delete(timer),
  })
  Date.now = () => now
  /** Lets everything happen that waits for no timer. */
  const settle = () => new Promise((resolve) => real.setTimeout(resolve, 0))

  return {
    now: () => now,
    /** Moves on by `ms`, running what becomes due in its order. */
    async advance(ms: number): Promise<void> {
      const end = now + ms
      await settle()
      while (true) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)
        if (!next) break
        const [timer, { at, run }] = next
        timers.delete(timer)
        now = at
        run()
        await settle()
      }
      now = end
    },
    restore(): void {
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout })
      Date.now = real.now
    },
  }
}
