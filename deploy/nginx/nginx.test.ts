import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type TestApp, testApp } from '../../api/src/testing/test-app.ts'
import { freePort } from '../../scripts/services/ports.mjs'
import { renderNginx } from './render.ts'
import { checkNginx, hasNginx, type OwnNginxSettings, selfSigned, startNginx } from './start.ts'
import { client } from './testing/client.ts'
import { named, type Upstream, upstream } from './testing/upstream.ts'

const PORTAL = 'https://portal.example'
const notInstalled = hasNginx()
  ? ''
  : ' (skipped: there is no nginx on this machine, "apt-get install nginx")'
/** For requests that come from many addresses: as from a load generator that is a trusted hop. */
const TRUSTED = ['127.0.0.1/32']
const UNLIMITED = { exempt: ['0.0.0.0/0', '::/0'] }

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sec-latent-nginx-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** An nginx in front of these servers, for the test that calls this. */
async function front(settings: Partial<OwnNginxSettings> & { api: OwnNginxSettings['api'] }) {
  const folder = mkdtempSync(join(root, 'front-'))
  const [httpsPort, statusPort] = [await freePort(), await freePort()]
  const complete: OwnNginxSettings = {
    address: '127.0.0.1',
    httpsPort,
    statusListen: `127.0.0.1:${statusPort}`,
    portalUrl: PORTAL,
    workerProcesses: 1,
    workerConnections: 512,
    perAddress: UNLIMITED,
    ...settings,
  }
  const nginx = await startNginx(folder, complete)
  const asking = client(folder, httpsPort)
  onTestFinished(async () => {
    asking.close()
    await nginx.stop()
  })
  return { ...asking, nginx, settings: complete, status: `http://127.0.0.1:${statusPort}` }
}

async function backend(answer = named('ok')): Promise<Upstream> {
  const server = await upstream(answer)
  onTestFinished(() => server.stop())
  return server
}

function problemOf(answer: { headers: Record<string, unknown>; text: string }) {
  expect(answer.headers['content-type']).toBe('application/problem+json')
  const problem = JSON.parse(answer.text)
  expect(problem.type).toBe(`${PORTAL}/docs/errors/${problem.code}`)
  expect(problem.request_id).toBe(answer.headers['request-id'])
  return problem
}

describe('the rendered configuration', () => {
  const plain = {
    folder: '/var/lib/nginx-latent',
    httpsPort: 8443,
    statusListen: '127.0.0.1:8081',
    certificate: '/certificates/tls.crt',
    certificateKey: '/certificates/tls.key',
    portalUrl: PORTAL,
    api: { servers: ['api:8000'] },
  }

  test('holds the founding limit unless told otherwise', () => {
    expect(renderNginx(plain)).toContain('rate=100r/m')
    expect(renderNginx({ ...plain, perAddress: { perMinute: 6000 } })).toContain('rate=6000r/m')
  })

  test('repeats no POST, puts no server aside and shows no version', () => {
    const text = renderNginx(plain)
    expect(text.match(/^\s*proxy_next_upstream .*/gm)).toEqual(['  proxy_next_upstream error timeout;'])
    expect(text.match(/max_fails=\d+/g)).toEqual(['max_fails=0'])
    expect(text).toContain('server_tokens off;')
  })

  test.each([
    ['a server that ends its directive', { api: { servers: ['a:1; } evil {'] } }],
    ['no server', { api: { servers: [] } }],
    ['a network that is none', { trustedProxies: ['10.0.0.0/33'] }],
    ['a name for a network', { perAddress: { exempt: ['everybody'] } }],
    ['a limit of nothing', { perAddress: { perMinute: 0 } }],
    ['a canary of everything', { api: { servers: ['a:1'], canary: { percent: 100, servers: ['b:1'] } } }],
  ])('is not made of %s', (_, wrong) => {
    expect(() => renderNginx({ ...plain, ...wrong })).toThrow()
  })

  test.skipIf(notInstalled !== '')(
    `is accepted by nginx with every part of it in use, certificate and secret included${notInstalled}`,
    () => {
      const folder = join(root, 'complete')
      mkdirSync(folder)
      const edgeSecretFile = join(folder, 'edge-secret.conf')
      writeFileSync(edgeSecretFile, 'proxy_set_header Latent-Edge-Secret "a-secret-of-the-edge";\n')
      const text = renderNginx({
        ...plain,
        ...selfSigned(folder),
        folder,
        errorLog: join(folder, 'error.log'),
        accessLog: join(folder, 'access.log'),
        httpPort: 8080,
        edgeSecretFile,
        api: {
          names: ['api.example.com'],
          servers: ['127.0.0.1:8000', '127.0.0.1:8001'],
          canary: { percent: 5, servers: ['127.0.0.1:8002'] },
        },
        portal: { names: ['example.com', 'www.example.com'], servers: ['127.0.0.1:3000'] },
        trustedProxies: ['10.0.0.0/8', 'fd00::/8'],
        perAddress: { exempt: ['192.0.2.0/24'] },
      })
      expect(checkNginx(folder, text)).toBe('')
      expect(checkNginx(folder, text.replace('ssl_protocols TLSv1.3;', 'ssl_protocols TLSv9;'))).toContain(
        'invalid value "TLSv9"',
      )
    },
  )
})

describe.skipIf(notInstalled !== '')(`nginx in front${notInstalled}`, () => {
  test('speaks TLS 1.3 and nothing older', async () => {
    const { socket, ask } = await front({ api: { servers: [(await backend()).address] } })
    const open = await socket()
    expect(open.getProtocol()).toBe('TLSv1.3')
    open.destroy()
    await expect(socket({ maxVersion: 'TLSv1.2' })).rejects.toThrow(
      /alert protocol version|unsupported protocol/,
    )
    const { headers, text } = await ask('/v1/status')
    expect(text).toBe('ok')
    expect(headers.server).toBe('nginx')
  })

  test('lets 100 requests a minute of one address through and refuses the rest as a problem', async () => {
    const server = await backend()
    const { ask } = await front({
      api: { servers: [server.address] },
      trustedProxies: TRUSTED,
      perAddress: {},
    })
    const from = (address: string) => ask('/v1/status', { headers: { 'x-forwarded-for': address } })
    const begun = performance.now()
    const answers = await Promise.all(Array.from({ length: 150 }, () => from('198.51.100.7')))
    const seconds = (performance.now() - begun) / 1000
    const admitted = answers.filter(({ status }) => status === 200).length
    // One at once, twenty early, and one for every 600 ms that passed.
    expect(admitted).toBeGreaterThanOrEqual(21)
    expect(admitted).toBeLessThanOrEqual(21 + Math.ceil((seconds * 100) / 60))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBe(150 - admitted)
    for (const answer of refused) {
      expect(problemOf(answer)).toMatchObject({ status: 429, code: 'rate_limited', retryable: true })
      expect(answer.headers['retry-after']).toBe('1')
    }
    expect(server.seen.length).toBe(admitted)
    // Others notice nothing of it.
    expect((await from('198.51.100.8')).status).toBe(200)
  })

  test('counts a /64 of IPv6 as one address and does not count exempt networks', async () => {
    const { ask } = await front({
      api: { servers: [(await backend()).address] },
      trustedProxies: TRUSTED,
      perAddress: { perMinute: 1, burst: 1, exempt: ['192.0.2.0/24'] },
    })
    const statuses = async (addresses: string[]) => {
      const answers = []
      for (const address of addresses)
        answers.push((await ask('/', { headers: { 'x-forwarded-for': address } })).status)
      return answers
    }
    expect(await statuses(['2001:db8:5:1::1', '2001:db8:5:1:a:b:c:d', '2001:db8:5:1::3'])).toEqual([
      200, 200, 429,
    ])
    expect(await statuses(['2001:db8:6::1', '2001:db8:6:0:a::b', '2001:db8:6::3'])).toEqual([200, 200, 429])
    expect(await statuses(['2001:db8:5:2::1'])).toEqual([200])
    expect(await statuses(Array.from({ length: 5 }, () => '192.0.2.9'))).toEqual([200, 200, 200, 200, 200])
  })

  test('believes no forwarding header of a stranger and overwrites all of them', async () => {
    const server = await backend()
    const { ask, nginx, settings } = await front({ api: { servers: [server.address] } })
    const spoofed = {
      'x-forwarded-for': '203.0.113.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-port': '1',
      'x-forwarded-server': 'evil.example',
      'x-forwarded-prefix': '/evil',
      'x-real-ip': '203.0.113.2',
      forwarded: 'for=203.0.113.3',
      'x-original-url': '/admin',
      'x-rewrite-url': '/admin',
    }
    const arrived = async () => {
      await ask('/v1//status', { headers: spoofed })
      const { headers, url } = server.seen.at(-1) as Upstream['seen'][number]
      expect(url).toBe('/v1//status')
      return Object.fromEntries(Object.keys(spoofed).map((name) => [name, headers[name]]))
    }
    const expected = {
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': '127.0.0.1',
      'x-forwarded-port': String(settings.httpsPort),
      'x-real-ip': '127.0.0.1',
    }
    expect(await arrived()).toEqual(expected)
    await nginx.reload({ ...settings, trustedProxies: TRUSTED })
    expect(await arrived()).toEqual({
      ...expected,
      'x-forwarded-for': '203.0.113.1',
      'x-real-ip': '203.0.113.1',
    })
  })

  test('answers what it refuses by itself with problems', async () => {
    const silent = await backend(() => {})
    const { ask, socket, nginx, settings } = await front({
      api: { servers: [silent.address] },
      answerSeconds: 1,
    })
    expect(problemOf(await ask('/', { method: 'POST', body: Buffer.alloc(1_048_577) }))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    })
    expect(problemOf(await ask(`/${'a'.repeat(20_000)}`))).toMatchObject({
      status: 414,
      code: 'uri_too_long',
    })
    expect(problemOf(await ask('/', { headers: { a: 'b'.repeat(17_000) } }))).toMatchObject({
      status: 431,
      code: 'headers_too_large',
    })
    expect(problemOf(await ask('/', { method: 'TRACE' }))).toMatchObject({
      status: 405,
      code: 'method_not_allowed',
    })
    expect(problemOf(await ask('/metrics'))).toMatchObject({ status: 404, code: 'route_not_found' })
    expect(silent.seen).toEqual([])
    expect(problemOf(await ask('/v1/filings'))).toMatchObject({ status: 504, code: 'unavailable' })
    await nginx.reload({ ...settings, api: { servers: [`127.0.0.1:${await freePort()}`] } })
    expect(problemOf(await ask('/v1/filings'))).toMatchObject({ status: 502, code: 'unavailable' })

    const raw = await socket()
    raw.write('GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n')
    const [head = '', body = ''] = (await readAll(raw)).split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 400 /)
    expect(head).toContain('Content-Type: application/problem+json')
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'malformed_request' })
  })

  test('repeats a GET at the next server, a POST only when it was not sent, and never one that was', async () => {
    const crashing = await backend((request) => {
      request.resume().on('end', () => request.socket.destroy())
    })
    const good = await backend(named('good'))
    const { ask, nginx, settings } = await front({ api: { servers: [crashing.address, good.address] } })
    for (let i = 0; i < 10; i += 1) expect((await ask('/v1/filings')).text).toBe('good')
    expect(crashing.seen.length).toBeGreaterThan(0)

    const before = crashing.seen.length + good.seen.length
    const posts = []
    for (let i = 0; i < 10; i += 1)
      posts.push(await ask('/v1/webhook_endpoints', { method: 'POST', body: '{}' }))
    // Each arrived exactly once: at the good server, or at the one that broke, and then the client is told.
    expect(crashing.seen.length + good.seen.length - before).toBe(10)
    const lost = posts.filter(({ status }) => status === 502)
    expect(lost.length).toBe(crashing.seen.filter(({ method }) => method === 'POST').length)
    expect(lost.length).toBeGreaterThan(0)

    // Nobody listens there any more, so nothing was sent: that is safe to repeat.
    await nginx.reload({ ...settings, api: { servers: [`127.0.0.1:${await freePort()}`, good.address] } })
    for (let i = 0; i < 10; i += 1)
      expect((await ask('/v1/webhook_endpoints', { method: 'POST', body: '{}' })).text).toBe('good')
  })

  test('keeps its connections to the servers open', async () => {
    const server = await backend()
    const { ask } = await front({ api: { servers: [server.address] } })
    for (let i = 0; i < 30; i += 1) await ask('/v1/status')
    expect(server.seen.length).toBe(30)
    expect(server.connections()).toBe(1)
  })

  test('passes events of a stream on while the answer goes on', async () => {
    let hear = () => {}
    const heard = new Promise<void>((resolve) => {
      hear = resolve
    })
    const server = await backend((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('data: first\n\n')
      // The second is sent only when the client has the first.
      void heard.then(() => response.end('data: second\n\n'))
    })
    const { socket } = await front({ api: { servers: [server.address] } })
    const open = await socket()
    open.write('GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    let text = ''
    open.setEncoding('utf8')
    open.on('data', (part: string) => {
      text += part
      if (text.includes('data: first')) hear()
    })
    await new Promise((resolve) => open.once('close', resolve))
    expect(text).toContain('data: second')
  })

  test('hands WebSockets through in both directions', async () => {
    const server = await backend()
    const { socket } = await front({ api: { servers: [server.address] } })
    const open = await socket()
    open.setEncoding('utf8')
    let text = ''
    const until = (words: string) =>
      new Promise<void>((resolve) => {
        open.on('data', (part: string) => {
          text += part
          if (text.includes(words)) resolve()
        })
      })
    const switched = until('101 Switching Protocols')
    open.write(
      'GET /v1/socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    )
    await switched
    const echoed = until('a frame')
    open.write('a frame')
    await echoed
    open.destroy()
    expect(server.seen[0]).toMatchObject({ method: 'UPGRADE', headers: { upgrade: 'websocket' } })
  })

  test('gives a new version 5 % of the keys, each key always the same version, and falls back when it is dead', async () => {
    const stable = await backend(named('stable'))
    const canary = await backend(named('canary'))
    const { ask } = await front({
      api: { servers: [stable.address], canary: { percent: 5, servers: [canary.address] } },
    })
    const versionOf = async (key: number) =>
      (await ask('/v1/status', { headers: { authorization: `Bearer slp_test_${key}` } })).text
    const keys = Array.from({ length: 3_000 }, (_, key) => key)
    const versions = await Promise.all(keys.map(versionOf))
    const given = keys.filter((key) => versions[key] === 'canary')
    // The split is a hash of the key, so this is the same on every machine.
    expect(given.length / keys.length).toBeGreaterThan(0.04)
    expect(given.length / keys.length).toBeLessThan(0.06)
    const again = await Promise.all(given.map(versionOf))
    expect(new Set(again)).toEqual(new Set(['canary']))
    await canary.stop()
    expect(await versionOf(given[0] as number)).toBe('stable')
  })

  test('says to the platform which configuration it uses, and to nobody else', async () => {
    const { ask, status } = await front({ api: { servers: [(await backend()).address] } })
    expect((await fetch(`${status}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${status}/stub_status`)).text()).toMatch(/^Active connections: \d+/)
    expect((await ask('/healthz')).text).toBe('ok')
  })

  test('logs in the schema of all logs, without queries, keys and addresses', async () => {
    const { ask, nginx } = await front({ api: { servers: [(await backend()).address] } })
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
    await ask('/v1/filings?ticker=SECRET', { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } })
    await ask('/v1/keys/slp_live_0123456789')
    const [first, second] = nginx.accessLog().map((line) => JSON.parse(line))
    expect(Object.keys(first)).toEqual([
      ...['timestamp', 'level', 'service', 'trace_id', 'user_id', 'action', 'status', 'duration_ms'],
      ...['metadata', 'message'],
    ])
    expect(first).toMatchObject({
      trace_id: trace,
      status: 'ok',
      metadata: { path: '/v1/filings', http_status: 200 },
    })
    expect(first.duration_ms).toBeTypeOf('number')
    expect(second.metadata.path).toBe('(redacted)')
    expect(nginx.accessLog().join()).not.toMatch(/SECRET|slp_live|127\.0\.0\.1"/)
  })

  describe('of a real API', () => {
    let api: TestApp
    let address: string
    beforeAll(async () => {
      api = await testApp({ settings: { trustProxy: '127.0.0.1', failedAttemptsPerMinute: 2 } })
      await api.app.listen({ port: 0, host: '127.0.0.1' })
      address = `127.0.0.1:${(api.app.server.address() as AddressInfo).port}`
    })
    afterAll(() => api.close())

    test('passes its answers and its problems on as they are', async () => {
      const { ask } = await front({ api: { servers: [address] } })
      expect((await ask('/health')).status).toBe(200)
      const missing = await ask('/v1/nothing', { headers: { host: 'api.test' } })
      expect(missing.status).toBe(404)
      expect(JSON.parse(missing.text)).toMatchObject({ code: 'route_not_found', instance: '/v1/nothing' })
      const refused = await ask('/v1/webhook_endpoints', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'no',
      })
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect(JSON.parse(refused.text).type).toContain('http://portal.test/docs/errors/')
    })

    test('lets it see who is asking, so that its own limits count addresses and not nginx', async () => {
      const { ask } = await front({ api: { servers: [address] }, trustedProxies: TRUSTED })
      const guess = (from: string) =>
        ask('/v1/filings', { headers: { 'x-forwarded-for': from, authorization: 'Bearer slp_live_guess' } })
      const statuses = []
      for (let i = 0; i < 4; i += 1) statuses.push((await guess('198.51.100.20')).status)
      expect(statuses).toContain(429)
      expect((await guess('198.51.100.21')).status).toBe(401)
    })
  })
})

function readAll(socket: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (part) => {
      text += String(part)
    })
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
}
