import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cached } from './cached.ts'
import { LatentClient } from './client.ts'
import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  LatentError,
  NotFoundError,
  PermissionError,
  QuotaExceededError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
} from './errors.ts'
import { API_VERSION } from './generated/contract.ts'
import { type Answer, answerJson, loopbackServer, problem, type Seen } from './loopback-server.ts'
import { paced } from './paced.ts'
import { fakeApi, fakeClock } from './testing.ts'
import type { ClientOptions, Middleware } from './transport.ts'

const KEY = `slp_test_${'0'.repeat(49)}`
const EMPTY = { object: 'list', data: [], has_more: false, next_cursor: null, as_of: '', coverage: {} }

let server: { url: string; seen: Seen[]; close(): Promise<void> }
let answer: Answer

beforeEach(async () => {
  answer = (_seen, response) => answerJson(response, 200, EMPTY)
  server = await loopbackServer((seen, response, count) => answer(seen, response, count))
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await server.close()
})

const clientOf = (options: Partial<ClientOptions> = {}) =>
  new LatentClient({ apiKey: KEY, baseUrl: server.url, ...options })

/** The first `count` answers fail in this way, the next succeeds. */
function failing(
  count: number,
  status: number,
  headers: Record<string, string> = { 'retry-after-ms': '1' },
): void {
  answer = (_seen, response, number) =>
    number <= count
      ? answerJson(response, status, problem(status, 'internal_error'), headers)
      : answerJson(response, 200, EMPTY)
}

describe('a call', () => {
  test('carries the key as a bearer, the pinned version and the name of the package', async () => {
    await clientOf().filings.list()
    const headers = server.seen[0]?.headers
    expect(headers?.authorization).toBe(`Bearer ${KEY}`)
    expect(headers?.['latent-version']).toBe(API_VERSION)
    expect(headers?.['latent-client']).toMatch(/^sdk-js\/\d+\.\d+\.\d+ \(v\d+/)
    expect(headers?.accept).toBe('application/json')
    expect(headers?.['idempotency-key']).toBeUndefined()
  })

  test('does not name the package when telemetry is off', async () => {
    await clientOf({ telemetry: false }).filings.list()
    expect(server.seen[0]?.headers['latent-client']).toBeUndefined()
  })

  test('repeats the name of a parameter with several values and leaves out undefined ones', async () => {
    await clientOf().filings.list({ form_type: ['10-K', '10-Q'], ticker: 'TWTI', as_of: undefined })
    expect(server.seen[0]?.url.search).toBe('?form_type=10-K&form_type=10-Q&ticker=TWTI')
  })

  test('escapes what goes into the path', async () => {
    await clientOf().filings.get('../keys?x=1')
    expect(server.seen[0]?.url.pathname).toBe('/v1/filings/..%2Fkeys%3Fx%3D1')
  })

  test('is not sent before it is awaited, and only once', async () => {
    const call = clientOf().filings.get('0009990001-23-000005')
    expect(server.seen).toHaveLength(0)
    await Promise.all([call, call, call.withResponse()])
    expect(server.seen).toHaveLength(1)
  })

  test('gives what came around the answer', async () => {
    answer = (_seen, response) =>
      answerJson(response, 200, EMPTY, {
        'latent-cost': '3',
        ratelimit: '"burst";r=87;t=1, "month";r=99120;t=1209600',
      })
    const client = clientOf()
    const { status, requestId, cost, rateLimit, attempts } = await client.filings.list().withResponse()
    const limits = [
      { name: 'burst', remaining: 87, resetMs: 1000 },
      { name: 'month', remaining: 99120, resetMs: 1_209_600_000 },
    ]
    expect({ status, requestId, cost, rateLimit, attempts }).toEqual({
      status: 200,
      requestId: 'req_loopback',
      cost: 3,
      rateLimit: limits,
      attempts: 1,
    })
    expect(client.rateLimit).toEqual(limits)
  })

  test('that changes something has one idempotency key over all attempts', async () => {
    failing(2, 503)
    const call = clientOf().request('POST', '/v1/things', { body: { name: 'a' } })
    const { idempotencyKey } = await call.withResponse()
    expect(idempotencyKey).toMatch(/^auto_[0-9a-f-]{36}$/)
    expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual(
      Array(3).fill(idempotencyKey),
    )
    expect(server.seen[2]?.body).toBe('{"name":"a"}')
  })

  test('can ask for another representation', async () => {
    answer = (_seen, response) => {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('\ufeffText \u{1f30a}')
    }
    const text = await clientOf().documents.textPlain('0009990001-23-000005', 1)
    expect(text).toBe('\ufeffText \u{1f30a}')
    expect(server.seen[0]?.headers.accept).toBe('text/plain')
  })
})

describe('the key', () => {
  test('can be a function, asked again once after a 401', async () => {
    const keys = ['old', 'new', 'newer']
    answer = ({ headers }, response) =>
      headers.authorization === 'Bearer new'
        ? answerJson(response, 200, EMPTY)
        : answerJson(response, 401, problem(401, 'invalid_key'))
    const { attempts } = await clientOf({ apiKey: async () => keys.shift() ?? '' })
      .filings.list()
      .withResponse()
    expect(attempts).toBe(2)
    await expect(clientOf({ apiKey: () => 'other' }).filings.list()).rejects.toThrow(AuthenticationError)
    expect(server.seen).toHaveLength(4)
  })

  test('that is a string is not tried twice', async () => {
    answer = (_seen, response) => answerJson(response, 401, problem(401, 'invalid_key'))
    await expect(clientOf().filings.list()).rejects.toThrow(AuthenticationError)
    expect(server.seen).toHaveLength(1)
  })

  test('must not be empty', () => {
    expect(() => clientOf({ apiKey: '' })).toThrow(LatentError)
  })

  test('that is live is refused in a web page unless allowed, a test key is not', () => {
    const live = KEY.replace('test', 'live')
    expect(() => clientOf({ apiKey: live })).not.toThrow()
    vi.stubGlobal('window', {})
    vi.stubGlobal('document', {})
    expect(() => clientOf({ apiKey: live })).toThrow(/every visitor/i)
    expect(() => clientOf({ apiKey: live, dangerouslyAllowBrowser: true })).not.toThrow()
    expect(() => clientOf()).not.toThrow()
  })
})

describe('retries', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])('a %i is tried again, twice', async (status) => {
    failing(2, status)
    const { attempts } = await clientOf().filings.list().withResponse()
    expect(attempts).toBe(3)
    expect(server.seen).toHaveLength(3)
  })

  test('end after maxRetries with the last error', async () => {
    failing(9, 500)
    const error = await clientOf()
      .filings.list()
      .catch((thrown) => thrown)
    expect(error).toBeInstanceOf(ServerError)
    expect(error.attempts).toBe(3)
    await expect(clientOf({ maxRetries: 0 }).filings.list()).rejects.toThrow(ServerError)
    await expect(clientOf().filings.list({}, { maxRetries: 1 })).rejects.toThrow(ServerError)
    expect(server.seen).toHaveLength(3 + 1 + 2)
  })

  test.each([400, 402, 403, 404, 409, 422])('a %i is not', async (status) => {
    failing(1, status)
    await expect(clientOf().filings.list()).rejects.toThrow(ApiError)
    expect(server.seen).toHaveLength(1)
  })

  test('the server has the last word', async () => {
    failing(1, 500, { 'x-should-retry': 'false' })
    await expect(clientOf().filings.list()).rejects.toThrow(ServerError)
    expect(server.seen).toHaveLength(1)
    failing(2, 400, { 'x-should-retry': 'true', 'retry-after-ms': '1' })
    await clientOf().filings.list()
    expect(server.seen).toHaveLength(3)
  })

  test('a connection that breaks is tried again', async () => {
    answer = (_seen, response, count) =>
      count === 1 ? response.socket?.destroy() : answerJson(response, 200, EMPTY)
    await clientOf().filings.list()
    expect(server.seen).toHaveLength(2)
  })

  test('wait as long as the server asks, in milliseconds or seconds', async () => {
    failing(1, 429, { 'retry-after-ms': '250', 'retry-after': '9' })
    await clientOf().filings.list()
    const [first, second] = server.seen
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(240)
    server.seen.length = 0
    failing(1, 503, { 'retry-after': '1' })
    await clientOf().filings.list()
    expect((server.seen[1]?.at ?? 0) - (server.seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(990)
  })

  test('fail at once, with the wait on the error, when the server asks for more than maxRetryAfterMs', async () => {
    failing(1, 429, { 'retry-after': '120' })
    const begun = Date.now()
    const error = await clientOf()
      .filings.list()
      .catch((thrown) => thrown)
    expect(Date.now() - begun).toBeLessThan(500)
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error.retryAfterMs).toBe(120_000)
    expect(server.seen).toHaveLength(1)
  })

  test('an aborted wait ends within 50 ms', async () => {
    failing(1, 503, { 'retry-after': '5' })
    const controller = new AbortController()
    const call = clientOf()
      .filings.list({}, { signal: controller.signal })
      .catch((thrown) => thrown)
    await vi.waitFor(() => expect(server.seen).toHaveLength(1), { interval: 2 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    const aborted = Date.now()
    controller.abort(new Error('enough'))
    expect(await call).toEqual(new Error('enough'))
    expect(Date.now() - aborted).toBeLessThan(50)
    expect(server.seen).toHaveLength(1)
  })
})

describe('time limits', () => {
  test('an attempt that takes too long is a TimeoutError, also while the body is read', async () => {
    answer = (_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"object":')
    }
    const error = await clientOf({ timeoutMs: 60, maxRetries: 0 })
      .filings.list()
      .catch((thrown) => thrown)
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error.attempts).toBe(1)
  })

  test('all attempts together stay below totalTimeoutMs', async () => {
    answer = () => {}
    const begun = Date.now()
    await expect(
      clientOf({ timeoutMs: 100, totalTimeoutMs: 250, maxRetries: 50 }).filings.list(),
    ).rejects.toThrow(TimeoutError)
    expect(Date.now() - begun).toBeLessThan(600)
  })

  test('aborting a request under way throws the reason of the signal', async () => {
    answer = () => {}
    const signal = AbortSignal.timeout(40)
    const error = await clientOf()
      .filings.list({}, { signal })
      .catch((thrown) => thrown)
    expect(error.name).toBe('TimeoutError')
    expect(error).not.toBeInstanceOf(LatentError)
    await expect(clientOf().filings.list({}, { signal })).rejects.toBe(error)
    expect(server.seen).toHaveLength(1)
  })
})

describe('errors', () => {
  test.each([
    [400, 'unknown_parameter', ValidationError],
    [401, 'missing_key', AuthenticationError],
    [402, 'quota_exceeded', QuotaExceededError],
    [403, 'insufficient_scope', PermissionError],
    [404, 'filing_not_found', NotFoundError],
    [429, 'rate_limited', RateLimitError],
    [503, 'unavailable', ServerError],
    [418, 'teapot', ApiError],
  ])('%i %s has its class, its code and what is needed to report it', async (status, code, Kind) => {
    answer = (_seen, response) => answerJson(response, status, problem(status, code))
    const error = await clientOf({ maxRetries: 0 })
      .filings.get('0009990001-23-000005')
      .catch((thrown) => thrown)
    expect(error).toBeInstanceOf(Kind)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      name: Kind === ApiError ? 'ApiError' : Kind.brand,
      status,
      code,
      requestId: 'req_loopback',
      method: 'GET',
      path: '/v1/filings/0009990001-23-000005',
      attempts: 1,
    })
    expect(error instanceof NotFoundError).toBe(status === 404)
  })

  test('hold no secret, whichever way they are printed', async () => {
    answer = (_seen, response) => answerJson(response, 500, problem(500, 'internal_error'))
    const error = await clientOf({ maxRetries: 0 })
      .filings.list()
      .catch((thrown) => thrown)
    const { inspect } = await import('node:util')
    for (const text of [
      JSON.stringify(error),
      inspect(error, { depth: 9, showHidden: true }),
      String(error),
    ]) {
      expect(text).not.toContain('slp_')
    }
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: 'ServerError', code: 'internal_error' })
  })

  test('name every place of a bad request', async () => {
    const errors = [{ parameter: 'form', code: 'unknown_parameter', detail: '', suggestion: 'form_type' }]
    answer = (_seen, response) => answerJson(response, 400, { ...problem(400, 'unknown_parameter'), errors })
    const error = await clientOf()
      .filings.list()
      .catch((thrown) => thrown)
    expect(error.errors).toEqual(errors)
  })

  test('of a proxy, in HTML, have a status and no code', async () => {
    answer = (_seen, response) => {
      response.writeHead(502, { 'content-type': 'text/html' })
      response.end('<h1>Bad gateway</h1>')
    }
    const error = await clientOf({ maxRetries: 0 })
      .filings.list()
      .catch((thrown) => thrown)
    expect(error).toMatchObject({ status: 502, code: null, problem: null })
  })

  test('an answer that is not JSON is asked for again, then it is a ConnectionError that says which it was', async () => {
    answer = (_seen, response, count) => {
      if (count > 3) return answerJson(response, 200, { data: [], has_more: false, next_cursor: null })
      response.writeHead(200, { 'content-type': 'text/html', 'request-id': `req_${count}` })
      response.end('<html>')
    }
    const error = await clientOf({ maxRetries: 1 })
      .filings.list()
      .catch((thrown) => thrown)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ status: 200, requestId: 'req_2', attempts: 2 })
    expect((await clientOf({ maxRetries: 1 }).filings.list()).data).toEqual([])
  })

  test('are recognised when they come from another copy of the package', async () => {
    vi.resetModules()
    const other = await import('./errors.ts')
    const call = { method: '', path: '', attempts: 1 }
    const response = new Response('', { status: 404 })
    const foreign = other.apiError(call, response, '')
    expect(other.NotFoundError).not.toBe(NotFoundError)
    expect(foreign instanceof NotFoundError).toBe(true)
    expect(foreign instanceof RateLimitError).toBe(false)
    class Mine extends NotFoundError {}
    expect(foreign instanceof Mine).toBe(false)
    expect(new Mine(call, response, null) instanceof Mine).toBe(true)
    expect(new Mine(call, response, null) instanceof NotFoundError).toBe(true)
  })
})

describe('lists', () => {
  const page = (numbers: number[], next: string | null) => ({
    ...EMPTY,
    data: numbers.map((number) => ({ number })),
    has_more: next !== null,
    next_cursor: next,
  })

  beforeEach(() => {
    answer = ({ url }, response) => {
      const cursor = url.searchParams.get('cursor')
      if (cursor === null) answerJson(response, 200, page([1, 2], 'a'))
      else if (cursor === 'a') answerJson(response, 200, page([3, 4], 'b'))
      else answerJson(response, 200, page([5], null))
    }
  })

  test('awaited are their first page', async () => {
    const first = await clientOf().filings.list({ limit: 2 })
    expect(first.data).toHaveLength(2)
    expect(server.seen).toHaveLength(1)
  })

  test('iterated are all entries, with the filter on every page', async () => {
    const numbers: unknown[] = []
    for await (const entry of clientOf().filings.list({ ticker: 'TWTI', limit: 2 })) numbers.push(entry)
    expect(numbers).toEqual([1, 2, 3, 4, 5].map((number) => ({ number })))
    expect(server.seen.map(({ url }) => url.search)).toEqual([
      '?ticker=TWTI&limit=2',
      '?ticker=TWTI&limit=2&cursor=a',
      '?ticker=TWTI&limit=2&cursor=b',
    ])
  })

  test('ask for no page that nobody wants', async () => {
    const entries = await clientOf().filings.list().toArray({ limit: 3 })
    expect(entries).toHaveLength(3)
    expect(server.seen).toHaveLength(2)
    expect(await clientOf().filings.list().toArray({ limit: 0 })).toEqual([])
  })

  test('come page by page', async () => {
    const sizes: number[] = []
    for await (const { data } of clientOf().filings.list().pages()) sizes.push(data.length)
    expect(sizes).toEqual([2, 2, 1])
  })

  test('stop with an error when a cursor is repeated', async () => {
    answer = (_seen, response) => answerJson(response, 200, page([1], 'same'))
    await expect(clientOf().filings.list().toArray()).rejects.toThrow(/came back/)
    expect(server.seen).toHaveLength(2)
  })
})

describe('the cache', () => {
  test('asks whether an answer changed and returns the kept one on a 304, free of charge', async () => {
    answer = ({ headers }, response) => {
      if (headers['if-none-match'] === 'W/"1"') {
        response.writeHead(304, { 'request-id': 'req_second', etag: 'W/"1"' })
        response.end()
      } else answerJson(response, 200, { ...EMPTY, as_of: 'then' }, { etag: 'W/"1"', 'latent-cost': '1' })
    }
    const client = clientOf({ middleware: [cached(new Map())] })
    const first = await client.filings.list().withResponse()
    const second = await client.filings.list().withResponse()
    expect(second.data).toEqual(first.data)
    expect(second).toMatchObject({ status: 200, cost: 0, requestId: 'req_second' })
    await client.filings.list({ ticker: 'QFPV' })
    expect(server.seen[2]?.headers['if-none-match']).toBeUndefined()
  })
})

describe('the pace', () => {
  test('waits for a limit that is used up, and not for one that is far away', async () => {
    const limits = (remaining: number) =>
      new Response(JSON.stringify(EMPTY), {
        headers: { ratelimit: `"burst";r=${remaining};t=1, "month";r=0;t=86400` },
      })
    const api = fakeApi({ 'GET /v1/filings': [limits(1), limits(0), limits(5)] })
    const client = api.client({ middleware: [paced()] })
    const clock = fakeClock()
    try {
      const three = (async () => {
        for (let call = 0; call < 3; call++) await client.filings.list()
      })()
      await clock.advance(999)
      expect(api.requests).toHaveLength(2)
      await clock.advance(1)
      expect(api.requests).toHaveLength(3)
      await three
    } finally {
      clock.restore()
    }
  })

  test('ends its wait when the call is aborted', async () => {
    answer = (_seen, response) => answerJson(response, 200, EMPTY, { ratelimit: '"burst";r=0;t=15' })
    const client = clientOf({ middleware: [paced()] })
    await client.filings.list()
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(client.filings.list({}, { signal: controller.signal })).rejects.toThrow('enough')
    expect(server.seen).toHaveLength(1)
  })
})

describe('middleware', () => {
  test('runs around every attempt, that of the client outside that of the call', async () => {
    failing(1, 503)
    const order: string[] = []
    const named =
      (name: string): Middleware =>
      async (request, next) => {
        order.push(`${name} >`)
        const response = await next({ ...request, headers: { ...request.headers, [`x-${name}`]: 'yes' } })
        order.push(`${name} ${response.status}`)
        return response
      }
    const client = clientOf({ middleware: [named('outer')] })
    await client.filings.list({}, { middleware: [named('inner')] })
    const once = (status: number) => ['outer >', 'inner >', `inner ${status}`, `outer ${status}`]
    expect(order).toEqual([...once(503), ...once(200)])
    expect(server.seen[1]?.headers).toMatchObject({
      'x-outer': 'yes',
      'x-inner': 'yes',
      'latent-retry-count': '1',
    })
  })

  test('may answer by itself, and what it throws reaches the caller as a failed connection', async () => {
    const reply = await clientOf({ middleware: [async () => Response.json({ kept: true })] }).request(
      'GET',
      '/v1/x',
    )
    expect(reply).toEqual({ kept: true })
    const client = clientOf({
      maxRetries: 0,
      middleware: [
        async () => {
          throw new Error('no proxy')
        },
      ],
    })
    await expect(client.filings.list()).rejects.toThrow(/no proxy/)
    expect(server.seen).toHaveLength(0)
  })
})

describe('the log', () => {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const sink = { error: write, warn: write, info: write, debug: write }
  beforeEach(() => void lines.splice(0))

  test('says once that an operation is deprecated, and nothing else unless it is asked', async () => {
    answer = (_seen, response) =>
      answerJson(response, 200, EMPTY, {
        deprecation: '@1790000000',
        sunset: 'Wed, 01 Sep 2027 00:00:00 GMT',
        link: '<https://docs.sec-latent.example/changelog>; rel="deprecation"',
      })
    const client = clientOf({ logger: sink })
    await client.filings.list()
    await client.filings.list()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/GET \/v1\/filings is deprecated.*2027.*changelog/)
  })

  test('tells of retries and answers when it is asked, never a key', async () => {
    failing(1, 503)
    await clientOf({ logger: sink, logLevel: 'debug' }).filings.list()
    expect(lines.join('\n')).toMatch(/503[\s\S]*attempt 2 in \d+ ms[\s\S]*200 in \d+ ms/)
    expect(lines.join('\n')).not.toContain('slp_test_')
  })

  test('takes its level from the environment', async () => {
    vi.stubEnv('SEC_LATENT_LOG', 'debug')
    await clientOf({ logger: sink }).filings.list()
    vi.unstubAllEnvs()
    expect(lines).toHaveLength(1)
  })
})

describe('the environment', () => {
  test('gives the key and the address that were not given', async () => {
    vi.stubEnv('LATENT_API_KEY', KEY)
    vi.stubEnv('LATENT_BASE_URL', `${server.url}/`)
    const client = new LatentClient()
    vi.unstubAllEnvs()
    await client.filings.list()
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
    expect(() => new LatentClient()).toThrow(/LATENT_API_KEY/)
  })
})

describe('an answer too large to hold', () => {
  test('is given unread, and a refusal is thrown all the same', async () => {
    answer = ({ url }, response) => {
      if (url.pathname.endsWith('missing')) return answerJson(response, 404, problem(404, 'job_not_found'))
      response.writeHead(200, { 'content-type': 'text/csv' })
      response.write('a,b\n')
      setTimeout(() => response.end('1,2\n'), 700)
    }
    const client = clientOf({ timeoutMs: 500 })
    const response = await client.exports.downloadFileCsv('exp_1', 'filings').asResponse()
    expect(await response.text()).toBe('a,b\n1,2\n')
    await expect(client.exports.downloadFileCsv('exp_1', 'missing').asResponse()).rejects.toThrow(
      NotFoundError,
    )
  })
})
