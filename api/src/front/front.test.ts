import { request as httpRequest } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { PlanName } from '@sec-latent/core/accounts/plans'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const FILING = '/v1/filings/0009900001-25-000001'
const PAGE = '/v1/filings?limit=2'

let api: TestApp
let port: number
/** Keys by what is peculiar about them. */
let keys: Record<string, string>

beforeAll(async () => {
  api = await testApp({ settings: { responseCacheMb: 16 } })
  for (const n of [1, 2, 3, 4]) {
    await api.seed.filing({ accession_number: `0009900001-25-00000${n}` })
    await api.seed.filing({ accession_number: `0009900001-24-00000${n}`, dataset: 'test' })
  }
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  port = (api.app.server.address() as AddressInfo).port
  const one = async (wish: Parameters<typeof api.makeKey>[0]) => (await api.makeKey(wish)).key
  keys = {
    live: api.keys.live.key,
    foreign: api.keys.foreign.key,
    test: api.keys.test.key,
    admin: await one({ mode: 'admin' }),
    explorer: await one({ mode: 'explorer' }),
    'without the scope': await one({ scopes: ['signals:read'] }),
    'of all filings scopes': await one({ scopes: ['filings:*' as never] }),
    'of this network': await one({ allowed_cidrs: ['127.0.0.0/8'] }),
    'of another network': await one({ allowed_cidrs: ['10.0.0.0/8'] }),
    'that expires soon': await one({ expiresInDays: 3 }),
    'that never expires': await one({ expiresInDays: null }),
    unknown: api.keys.live.key.replace(/.{3}$/, 'zzz'),
  }
  const expired = await api.makeKey({ expiresInDays: 1 })
  await api.sql`update api_keys set expires_at = now() - interval '1 minute' where id = ${expired.record.id}`
  keys.expired = expired.key
  const revoked = await api.makeKey()
  await api.accounts.revokeKey?.(api.organisation.id, revoked.record.id)
  keys.revoked = revoked.key
  await warm()
})
afterAll(async () => {
  await api.close()
})

interface Answered {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** Differs from answer to answer, or is what the two ways may differ in. */
const OWN = [
  'date',
  'request-id',
  'server-timing',
  'ratelimit',
  'connection',
  'keep-alive',
  'transfer-encoding',
]

/** Over a real connection, where the front comes first. */
async function overHttp(path: string, headers: Record<string, string>, method = 'GET'): Promise<Answered> {
  return await new Promise((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode as number,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(chunks),
        }),
      )
    })
    request.on('error', reject)
    request.end()
  })
}

/** Straight into the router, past the front. */
async function pastFront(path: string, headers: Record<string, string>, method = 'GET'): Promise<Answered> {
  const {
    statusCode,
    headers: got,
    rawPayload,
  } = await api.app.inject({
    url: path,
    method: method as 'GET',
    headers: { host: `127.0.0.1:${port}`, ...headers },
    remoteAddress: '127.0.0.1',
  })
  return { status: statusCode, headers: got as Record<string, string>, body: rawPayload }
}

/** What both ways must agree on. Answers that were made twice were made for two moments. */
function comparable({ status, headers, body }: Answered, madeOnce = true) {
  const moments = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z/g
  const momentless = (text: string) => (madeOnce ? text : text.replace(moments, ''))
  const kept = Object.entries(headers)
    .filter(([name]) => !OWN.includes(name))
    .map(([name, value]) => [name, momentless(String(value))])
  const text = momentless(body.toString('latin1'))
    .replace(/req_[0-9a-z]{26}/g, 'req')
    .replace(/"(retry_after_ms|reset_ms|remaining)":\d+/g, '"$1":0')
  return {
    status,
    headers: Object.fromEntries(
      kept.filter(
        ([name]) => !String(name).startsWith('retry-after') && (status < 400 || name !== 'content-length'),
      ),
    ),
    body: text,
  }
}

/** Answers in every form that is asked for below, for every organisation. */
async function warm() {
  await api.services.cache?.look()
  for (const key of ['live', 'foreign', 'test']) {
    for (const path of [FILING, PAGE, FILING.replace('-25-', '-24-')]) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        await pastFront(path, { authorization: `Bearer ${keys[key]}`, 'accept-encoding': encoding })
      }
    }
  }
}

const hits = () => api.services.metrics.front.hits()

async function expectSame(path: string, headers: Record<string, string>, method = 'GET') {
  const before = hits()
  const front = await overHttp(path, headers, method)
  const inFront = hits() > before
  const router = await pastFront(path, headers, method)
  expect(comparable(front, inFront)).toEqual(comparable(router, inFront))
  return { front, inFront }
}

describe('the front answers like the router', () => {
  test.each([
    ['live', true],
    ['foreign', true],
    ['admin', true],
    ['of all filings scopes', true],
    ['that never expires', true],
    ['without the scope', false],
    ['of this network', false],
    ['of another network', false],
    ['that expires soon', false],
    ['expired', false],
    ['revoked', false],
    ['unknown', false],
  ])('a key %s', async (name, answered) => {
    await warm()
    const headers = { authorization: `Bearer ${keys[name]}` }
    // The first request makes the key known.
    await overHttp(FILING, headers)
    for (const path of [FILING, PAGE]) {
      const { inFront } = await expectSame(path, headers)
      expect(inFront).toBe(answered)
    }
  })

  test('a test key, which sees the other dataset and pays nothing', async () => {
    await warm()
    const headers = { authorization: `Bearer ${keys.test}` }
    const { front, inFront } = await expectSame(FILING.replace('-25-', '-24-'), headers)
    expect(inFront).toBe(true)
    expect(front.headers['latent-cost']).toBe('0')
    expect((await expectSame(FILING, headers)).front.status).toBe(404)
  })

  const tag = async () =>
    (await overHttp(FILING, { authorization: `Bearer ${keys.live}` })).headers.etag as string
  test.each([
    ['the tag', async () => tag(), 304],
    ['a strong tag', async () => (await tag()).slice(2), 304],
    ['a list', async () => `"x", ${await tag()}`, 304],
    ['*', async () => '*', 304],
    ['another tag', async () => 'W/"x"', 200],
    ['nonsense', async () => '((', 200],
  ])('If-None-Match with %s', async (_, value, status) => {
    await warm()
    const headers = { authorization: `Bearer ${keys.live}`, 'if-none-match': await value() }
    const { front, inFront } = await expectSame(FILING, headers)
    expect([front.status, inFront]).toEqual([status, true])
  })

  test.each<[string, Record<string, string>, boolean]>([
    ['Accept: */*', { accept: '*/*' }, true],
    ['Accept: application/json', { accept: 'application/json' }, true],
    ['Accept of a browser', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }, false],
    ['Accept that fits nothing', { accept: 'image/png' }, false],
    ['Accept-Encoding: gzip', { 'accept-encoding': 'gzip' }, true],
    ['Accept-Encoding: br, gzip', { 'accept-encoding': 'gzip, deflate, br' }, true],
    ['Accept-Encoding: br;q=0', { 'accept-encoding': 'br;q=0, gzip;q=0.5' }, true],
    ['Accept-Encoding: zstd', { 'accept-encoding': 'zstd' }, true],
    ['Latent-Version', { 'latent-version': '2026-11-01' }, true],
    ['an unknown Latent-Version', { 'latent-version': '1999-01-01' }, false],
    ['an Origin', { origin: 'https://elsewhere.test' }, false],
    ['Client-Request-Id', { 'client-request-id': 'mine' }, false],
    ['what our SDK says of itself', { 'latent-client': 'sdk-js/0.1.0', 'latent-retry-count': '1' }, true],
    ['User-Agent and proxies', { 'user-agent': 'x', via: '1.1 x', 'x-forwarded-for': '1.2.3.4' }, true],
    ['a header nobody knows', { whatever: 'x' }, false],
    ['a scenario', { 'latent-test-scenario': '500' }, false],
    ['a cookie', { cookie: 'a=b' }, false],
    ['a Range', { range: 'bytes=0-1' }, false],
    ['Cache-Control', { 'cache-control': 'no-cache' }, true],
  ])('%s', async (_, more, answered) => {
    await warm()
    const headers = { authorization: `Bearer ${keys.live}`, ...more }
    expect((await expectSame(FILING, headers)).inFront).toBe(answered)
  })

  test.each<[string, Record<string, string>]>([
    ['no key', {}],
    ['another scheme', { authorization: 'Basic eDp5' }],
    ['a scheme in lower case', { authorization: 'bearer LIVE' }],
    ['two spaces', { authorization: 'Bearer  LIVE' }],
    ['an empty key', { authorization: 'Bearer ' }],
  ])('%s', async (_, headers) => {
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('LIVE', keys.live as string)]),
    )
    expect((await expectSame(FILING, filled)).inFront).toBe(false)
  })

  test.each([
    ['HEAD', FILING],
    ['POST', FILING],
    ['OPTIONS', FILING],
    ['GET', `${FILING}/`],
    ['GET', `${FILING}?unknown=1`],
    ['GET', `${FILING}?token=x`],
    ['GET', '/v1/filings/%00'],
    ['GET', '/v1/filings?limit=2&limit=3'],
    ['GET', '/v1/nothing'],
    ['GET', '/health/live'],
  ])('%s %s', async (method, path) => {
    await warm()
    const headers = { authorization: `Bearer ${keys.live}` }
    expect((await expectSame(path, headers, method)).inFront).toBe(false)
  })
})

describe('what the front does besides', () => {
  test.each<PlanName>(['free', 'build', 'pro', 'scale'])(
    'the plan %s: limits are said alike, and beyond them both refuse alike',
    async (plan) => {
      await warm()
      const organisation = await api.accounts.createOrganisation({ name: plan, plan })
      const { key } = await api.makeKey({ organisation_id: organisation.id, mode: 'test' })
      const headers = { authorization: `Bearer ${key}` }
      const path = FILING.replace('-25-', '-24-')
      await overHttp(path, headers)
      const { front } = await expectSame(path, headers)
      expect(front.status).toBe(200)
      if (plan !== 'free') return
      let refused: Answered | undefined
      for (let n = 0; n < 60 && refused === undefined; n++) {
        const before = hits()
        const answer = await overHttp(path, headers)
        if (answer.status === 429 && hits() > before) refused = answer
      }
      expect(refused?.status).toBe(429)
      expect(comparable(refused as Answered)).toEqual(comparable(await pastFront(path, headers)))
    },
  )

  test('a line in the log with the same fields', async () => {
    await warm()
    const headers = { authorization: `Bearer ${keys.live}` }
    const lines = async (ask: () => Promise<unknown>) => {
      const from = api.lines.length
      await ask()
      await new Promise((resolve) => setTimeout(resolve, 20))
      const line = JSON.parse(api.lines.slice(from).find((one) => one.includes('"listFilings"')) as string)
      const { timestamp: _, trace_id: __, duration_ms: ___, ...rest } = line
      return { ...rest, metadata: { ...rest.metadata, request_id: '' } }
    }
    const inFront = await lines(() => overHttp(PAGE, headers))
    expect(inFront).toEqual(await lines(() => pastFront(PAGE, headers)))
    expect(Object.keys(inFront.metadata)).toContain('parameters')
  })

  test('each answer is counted once, with its units', async () => {
    await warm()
    const made = await api.makeKey()
    const headers = { authorization: `Bearer ${made.key}` }
    const first = await overHttp(FILING, headers)
    for (let n = 0; n < 5; n++) await overHttp(FILING, headers)
    await overHttp(FILING, { ...headers, 'if-none-match': first.headers.etag as string })
    await api.services.meter.flush()
    const rows = await api.sql<{ status: number; requests: number; units: number }[]>`
      select status::int, sum(requests)::int as requests, sum(units)::int as units from usage_cells
      where key_id = ${made.record.id} group by status order by status`
    expect([...rows]).toEqual([
      { status: 200, requests: 6, units: 6 },
      { status: 304, requests: 1, units: 0 },
    ])
  })

  test('requests that come together on one connection are answered in order', async () => {
    await warm()
    const one = (path: string) =>
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${keys.live}\r\n\r\n`
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    // The second has to ask the database, the others do not.
    socket.write(one(FILING) + one('/v1/filings/0009900001-25-000099') + one(PAGE))
    while ((text.match(/HTTP\/1\.1 \d/g) ?? []).length < 3)
      await new Promise((resolve) => setTimeout(resolve, 5))
    socket.destroy()
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200'])
  })

  test('headers too many, too long, or twice are for the router to judge', async () => {
    await warm()
    const send = (lines: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1')
        let text = ''
        socket.on('data', (chunk) => {
          text += chunk.toString('latin1')
          if (text.includes('\r\n\r\n')) {
            socket.destroy()
            resolve(text.slice(9, 12))
          }
        })
        socket.write(`GET ${FILING} HTTP/1.1\r\nAuthorization: Bearer ${keys.live}\r\n${lines}\r\n`)
      })
    const before = hits()
    expect(await send('')).toBe('400')
    expect(await send('Host: a\r\nHost: b\r\n')).toBe('400')
    expect(await send(`Host: a\r\nAuthorization: Bearer ${keys.live}\r\n`)).toBe('401')
    expect(await send(`Host: a\r\nX-Long: ${'x'.repeat(17_000)}\r\n`)).toBe('431')
    expect(await send(`Host: a\r\n${'X-Many: 1\r\n'.repeat(250)}`)).toBe('431')
    expect(await send('Host: a\r\nTransfer-Encoding: gzip\r\n')).toBe('400')
    expect(hits()).toBe(before)
    expect(await send('Host: a\r\n')).toBe('200')
    expect(hits()).toBe(before + 1)
  })
})

describe('an answer that is not kept is made in front, from its row', () => {
  const unread = async () => {
    const accession_number = `0009900001-25-${String(100 + made++).padStart(6, '0')}`
    await api.seed.filing({ accession_number })
    // The key is known, a lease is held, and the router has shown how such an answer is written.
    await overHttp(FILING, headers())
    return `/v1/filings/${accession_number}`
  }
  let made = 0
  const headers = () => ({ authorization: `Bearer ${keys.live}` })

  test.each<[string, Record<string, string>]>([
    ['plain', {}],
    ['gzip', { 'accept-encoding': 'gzip' }],
  ])('with the bytes and headers of the router: %s', async (_, asked) => {
    const path = await unread()
    const [misses, before] = [api.services.cache?.counts.miss as number, hits()]
    const front = await overHttp(path, { ...headers(), ...asked })
    expect([front.status, hits() - before, (api.services.cache?.counts.miss as number) - misses]).toEqual([
      200, 1, 1,
    ])
    const router = await pastFront(`${path}?`, { ...headers(), ...asked })
    expect(comparable(front, false)).toEqual(comparable(router, false))
    expect(front.headers.etag).toBe(router.headers.etag)
  })

  test('is kept, and told to whoever has it', async () => {
    const path = await unread()
    const { headers: got } = await overHttp(path, headers())
    expect((await overHttp(path, { ...headers(), 'if-none-match': got.etag as string })).status).toBe(304)
    const again = await unread()
    const first = await overHttp(again, { ...headers(), 'if-none-match': '*' })
    expect([first.status, first.headers['latent-cost']]).toEqual([304, '0'])
  })

  test('what is not there, or not to be read, the router tells', async () => {
    const path = await unread()
    const before = hits()
    const missing = await overHttp('/v1/filings/0009900001-25-999999', headers())
    expect([missing.status, JSON.parse(String(missing.body)).code]).toEqual([404, 'filing_not_found'])
    const refused = await overHttp(path, { authorization: `Bearer ${keys['without the scope']}` })
    expect([refused.status, hits() - before]).toEqual([403, 0])
  })

  test('many at once are each answered, and no place among the requests in flight is lost', async () => {
    const paths = await Promise.all(Array.from({ length: 20 }, unread))
    const answers = await Promise.all(
      paths.flatMap((path) =>
        [path, path, `${path.slice(0, -6)}888888`].map((one) => overHttp(one, headers())),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(paths.flatMap(() => [200, 200, 404]))
    const verdict = api.services.keys.known(keys.live as string)
    if (verdict?.outcome !== 'valid') throw new Error('the key is known by now')
    const { subject } = verdict.record
    for (let n = 0; n < (subject.concurrency as number); n++)
      expect(api.services.limiter.enter(subject)).toBe(true)
    expect(api.services.limiter.enter(subject)).toBe(false)
    for (let n = 0; n < (subject.concurrency as number); n++) api.services.limiter.leave(subject)
  })
})
