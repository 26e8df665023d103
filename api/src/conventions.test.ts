import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from './testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
  for (const sequence of ['01', '02', '03']) {
    await api.seed.filing({ accession_number: `0009900001-25-0000${sequence}` })
  }
})
afterAll(async () => {
  await api.close()
})

describe('ETag', () => {
  it('is weak, stable over time and the same for every key and encoding', async () => {
    const first = await api.get('/v1/filings')
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const second = await api.get('/v1/filings')
    const small = await api.app.inject({
      url: '/v1/filings',
      headers: { authorization: `Bearer ${api.keys.live.key}`, 'accept-encoding': 'gzip' },
    })
    const foreign = await api.get('/v1/filings', { key: api.keys.foreign.key })
    expect(first.headers.etag).toMatch(/^W\/"[A-Za-z0-9_-]{22}"$/)
    expect(small.headers['content-encoding']).toBe('gzip')
    expect(new Set([first, second, small, foreign].map(({ headers }) => headers.etag)).size).toBe(1)
    expect(second.json().as_of).not.toBe(first.json().as_of)
  })

  it.each([
    ['the tag', (tag: string) => tag],
    ['the tag as a strong one', (tag: string) => tag.slice(2)],
    ['a list with the tag in it', (tag: string) => `"other", ${tag}`],
    ['*', () => '*'],
  ])('with %s in If-None-Match the answer is a free 304', async (_title, ask) => {
    const { headers } = await api.get('/v1/filings/0009900001-25-000001')
    const again = await api.get('/v1/filings/0009900001-25-000001', {
      headers: { 'if-none-match': ask(String(headers.etag)) },
    })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers).toMatchObject({
      etag: headers.etag,
      'latent-cost': '0',
      'cache-control': headers['cache-control'],
    })
    expect(again.headers).toHaveProperty('ratelimit')
    expect(again.headers).not.toHaveProperty('content-type')
  })

  it('changes with the data', async () => {
    const before = (await api.get('/v1/filings')).headers.etag
    await api.seed.filing({ accession_number: '0009900001-25-000004' })
    expect((await api.get('/v1/filings', { headers: { 'if-none-match': String(before) } })).statusCode).toBe(
      200,
    )
  })

  it('is not on errors', async () => {
    expect((await api.get('/v1/filings/0009900001-25-000099')).headers).not.toHaveProperty('etag')
  })
})

describe('headers of every answer', () => {
  it.each([
    ['/v1/filings', 200],
    ['/v1/filings?x=1', 400],
    ['/v1/nothing', 404],
    ['/livez', 200],
    ['/v1/filings/%zz', 400],
  ])('%s', async (url, status) => {
    const { headers, statusCode } = await api.get(url)
    expect(statusCode).toBe(status)
    expect(headers['request-id']).toMatch(/^req_[0-9a-z]{26}$/)
    if (url.includes('%zz')) return
    expect(headers).toMatchObject({
      'latent-version': '2026-11-01',
      'x-content-type-options': 'nosniff',
      vary: 'Accept, Accept-Encoding, Latent-Version, Origin',
    })
  })

  it('echo an id of the client', async () => {
    const response = await api.get('/v1/filings', { headers: { 'client-request-id': 'mine-1' } })
    expect(response.headers['client-request-id']).toBe('mine-1')
  })

  it('say what the answer cost and what is left', async () => {
    const { headers } = await api.get('/v1/filings')
    expect(headers['latent-cost']).toBe('1')
    expect(headers['ratelimit-policy']).toBe(
      '"burst";q=2000;w=10, "day";q=5000000;w=86400, "month";q=20000000;w=2592000',
    )
    expect(headers.ratelimit).toMatch(/^"burst";r=\d+;t=\d+, "day";r=\d+;t=\d+, "month";r=\d+;t=\d+$/)
    expect((await api.get('/v1/filings?x=1')).headers['latent-cost']).toBe('0')
  })

  it('let nobody else keep an answer', async () => {
    expect((await api.get('/v1/filings')).headers['cache-control']).toBe(
      'private, max-age=0, must-revalidate',
    )
    expect((await api.get('/v1/keys')).headers['cache-control']).toBe('no-store')
    expect((await api.get('/v1/nothing')).headers['cache-control']).toBe('no-store')
  })
})

describe('CORS', () => {
  it('answers a preflight without a key', async () => {
    const response = await api.app.inject({
      method: 'OPTIONS',
      url: '/v1/evidence/verify',
      headers: { origin: 'https://docs.example', 'access-control-request-method': 'POST' },
    })
    expect(response.statusCode).toBe(204)
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST, OPTIONS',
    })
    expect(response.headers['access-control-allow-headers']).toContain('Authorization')
  })

  it('lets a page read the problem it caused', async () => {
    const response = await api.app.inject({ url: '/v1/filings', headers: { origin: 'https://docs.example' } })
    expect(response.statusCode).toBe(401)
    expect(response.headers['access-control-allow-origin']).toBe('*')
  })

  it('an explorer key works in a browser, an admin key does not', async () => {
    const headers = { origin: 'https://docs.example' }
    const explorer = await api.makeKey({ mode: 'explorer' })
    const admin = await api.makeKey({ mode: 'admin' })
    expect((await api.get('/v1/filings', { key: explorer.key, headers })).statusCode).toBe(200)
    expect((await api.get('/v1/filings', { key: admin.key, headers })).statusCode).toBe(403)
  })
})

describe('CORS by what the request carries', () => {
  const from = (origin: string, headers: Record<string, string> = {}) =>
    api.app.inject({ url: '/v1/filings', headers: { origin, ...headers } })

  it('any page may read what a test key or an explorer key sees, and no page what another key sees', async () => {
    const explorer = await api.makeKey({ mode: 'explorer' })
    for (const { key } of [api.keys.test, explorer]) {
      const answer = await from('https://docs.example', { authorization: `Bearer ${key}` })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
    }
    const live = await from('https://docs.example', { authorization: `Bearer ${api.keys.live.key}` })
    expect(live.statusCode).toBe(403)
    expect(live.headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('only the portal may act with a session', async () => {
    const cookie = 'session=abc'
    const portal = await from('http://portal.test', { cookie })
    expect(portal.headers).toMatchObject({
      'access-control-allow-origin': 'http://portal.test',
      'access-control-allow-credentials': 'true',
    })
    const other = await from('http://portal.test.evil.example', { cookie })
    expect(other.headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('a preflight allows the headers that change things', async () => {
    const answer = await api.app.inject({
      method: 'OPTIONS',
      url: '/v1/filings',
      headers: { origin: 'https://docs.example', 'access-control-request-method': 'GET' },
    })
    for (const name of ['Idempotency-Key', 'If-Match', 'Latent-Test-Scenario', 'Last-Event-ID']) {
      expect(answer.headers['access-control-allow-headers']).toContain(name)
    }
  })
})

describe('compression', () => {
  const compressed = (url: string, encoding: string) =>
    api.app.inject({
      url,
      headers: { authorization: `Bearer ${api.keys.live.key}`, 'accept-encoding': encoding },
    })

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, br', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ] as const)('%s is answered as %s, with the ETag of the bytes before', async (asked, encoding, expand) => {
    const url = '/v1/filings?limit=3&sort=accepted_at'
    const plain = await compressed(url, 'identity')
    const small = await compressed(url, asked)
    expect(small.headers['content-encoding']).toBe(encoding)
    expect(small.headers.etag).toBe(plain.headers.etag)
    expect(small.headers.vary).toContain('Accept-Encoding')
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length)
    expect(JSON.parse(expand(small.rawPayload).toString()).data).toEqual(plain.json().data)
  })

  it.each(['identity', '', 'zstd', 'br;q=0'])('%j gets the bytes as they are', async (asked) => {
    expect((await compressed('/v1/filings?limit=3', asked)).headers).not.toHaveProperty('content-encoding')
  })

  it('leaves alone what is short, and what must not be stored', async () => {
    for (const url of ['/livez', '/v1/keys', '/v1/nothing']) {
      expect((await compressed(url, 'br')).headers, url).not.toHaveProperty('content-encoding')
    }
  })
})

describe('tracing', () => {
  const asked = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

  it('goes on with the trace of the caller, in a span of its own', async () => {
    const { headers } = await api.get('/v1/filings', { headers: { traceparent: asked } })
    expect(headers.traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/)
    expect(headers.traceparent).not.toBe(asked)
  })

  it.each(['', 'nonsense', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`])('ignores %j', async (traceparent) => {
    expect((await api.get('/v1/filings', { headers: { traceparent } })).headers).not.toHaveProperty(
      'traceparent',
    )
  })

  it('says where the time went, to whoever is known', async () => {
    const known = await api.get('/v1/filings?limit=2')
    expect(known.headers['server-timing']).toMatch(/^auth;dur=\d+\.\d, work;dur=\d+\.\d, total;dur=\d+\.\d$/)
    expect((await api.get('/v1/filings', { key: null })).headers).not.toHaveProperty('server-timing')
  })
})

describe('the service', () => {
  it('is healthy when the database answers, and not ready while it stops', async () => {
    expect((await api.get('/health')).json()).toEqual({ status: 'ok', database: 'ok' })
    api.state.draining = true
    const response = await api.get('/readyz')
    expect(response.statusCode).toBe(503)
    expect((await api.get('/v1/filings')).statusCode).toBe(200)
    expect((await api.app.inject('/livez')).headers.connection).toBe('close')
    api.state.draining = false
    expect((await api.get('/readyz')).statusCode).toBe(200)
  })

  it('needs no key to say how it is, and serves its own contract', async () => {
    expect((await api.get('/v1/status', { key: null })).json()).toMatchObject({
      status: 'ok',
      components: { database: 'ok', limits: 'ok' },
      pipeline: { pending: 0, failed: 0 },
    })
    const document = (await api.get('/openapi.json', { key: null })).json()
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: 'http://api.test' }])
  })

  it('shows metrics only to the token', async () => {
    const guarded = await testApp({ settings: { metricsToken: 'a-token-for-metrics' } })
    try {
      expect((await guarded.app.inject('/metrics')).statusCode).toBe(401)
      await guarded.get('/livez')
      const response = await guarded.app.inject({
        url: '/metrics',
        headers: { authorization: 'Bearer a-token-for-metrics' },
      })
      expect(response.statusCode).toBe(200)
      expect(response.body).toContain(
        'http_server_request_duration_seconds_count{route="/livez",method="GET",status="200"} 1',
      )
    } finally {
      await guarded.close()
    }
  })

  it('a database that is away is a 503 that may be retried', async () => {
    const broken = await testApp()
    try {
      await broken.loseDatabase()
      const response = await broken.get('/v1/filings')
      expect(response.statusCode).toBe(503)
      expect(response.headers['retry-after']).toBe('1')
      expect(response.json()).toMatchObject({ code: 'unavailable', retryable: true })
      expect((await broken.get('/health')).json()).toEqual({ status: 'unavailable', database: 'unreachable' })
    } finally {
      await broken.close().catch(() => {})
    }
  })
})
