import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from './testing/test-app.ts'

let api: TestApp
let port: number
beforeAll(async () => {
  api = await testApp()
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  port = (api.app.server.address() as { port: number }).port
})
afterAll(async () => {
  await api.close()
})

const PATIENCE_MS = 1_500

/** Sends bytes as they are and returns everything that comes back until the connection is quiet. */
function raw(bytes: string | Buffer, options: { waitMs?: number } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    const done = () => {
      socket.destroy()
      resolve(answer)
    }
    let timer = setTimeout(done, options.waitMs ?? PATIENCE_MS)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      clearTimeout(timer)
      timer = setTimeout(done, 150)
    })
    socket.on('close', done)
    socket.on('error', done)
  })
}

const statuses = (answer: string) =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]))
const auth = () => `Authorization: Bearer ${api.keys.live.key}\r\n`
const post = (headers: string, body = '') =>
  `POST /v1/evidence/verify HTTP/1.1\r\nHost: x\r\n${auth()}Content-Type: application/json\r\n${headers}\r\n${body}`
const get = (headers: string, target = '/v1/filings') =>
  `GET ${target} HTTP/1.1\r\nHost: x\r\n${auth()}${headers}\r\n`

/** Title, bytes, the statuses that are right; an empty list means that the connection is closed without a word. */
const cases: [title: string, bytes: () => string | Buffer, allowed: number[]][] = [
  [
    'B1: Content-Length and Transfer-Encoding',
    () => post('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'),
    [400],
  ],
  ['B2: two different Content-Length', () => post('Content-Length: 2\r\nContent-Length: 3\r\n', '{}'), [400]],
  ['B3: two equal Content-Length', () => post('Content-Length: 2\r\nContent-Length: 2\r\n', '{}'), [400]],
  ['B4: Content-Length with a plus', () => post('Content-Length: +2\r\n', '{}'), [400]],
  ['B5: a negative Content-Length', () => post('Content-Length: -1\r\n', '{}'), [400]],
  ['B6: a Content-Length of 24 digits', () => post(`Content-Length: ${'9'.repeat(24)}\r\n`, '{}'), [400]],
  ['B7: 2 MB declared', () => post('Content-Length: 2000000\r\n'), [413]],
  ['B8: Transfer-Encoding: xchunked', () => post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'), [400]],
  [
    'B9: Transfer-Encoding: chunked, identity',
    () => post('Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'),
    [400],
  ],
  ['B10: Transfer-Encoding with a space', () => post('Transfer-Encoding : chunked\r\n', '0\r\n\r\n'), [400]],
  ['B11: a folded header', () => get('X-A: 1\r\n 2\r\n'), [400]],
  ['B12: bare line feeds', () => get('').replaceAll('\r\n', '\n'), [400]],
  [
    'B13: a chunk extension of 20 kB',
    () => post('Transfer-Encoding: chunked\r\n', `2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`),
    [400],
  ],
  [
    'B30: Expect: 100-continue',
    () => post('Content-Length: 2\r\nExpect: 100-continue\r\n', '{}'),
    [100, 400],
  ],
  [
    'B14: a chunk size beyond 64 bits',
    () => post('Transfer-Encoding: chunked\r\n', 'fffffffffffffffff\r\n'),
    [400],
  ],
  ['B15: no Host', () => 'GET /health HTTP/1.1\r\n\r\n', [400]],
  ['B16: two Hosts', () => get('Host: y\r\n'), [400]],
  ['two Authorization headers', () => get(auth()), [401]],
  ['B18: a header of 17 kB', () => get(`X-A: ${'a'.repeat(17_000)}\r\n`), [431]],
  ['B19: 3,000 headers', () => get(Array.from({ length: 3_000 }, (_, i) => `X-${i}: 1\r\n`).join('')), [431]],
  ['B20: a URL of 20 kB', () => get('', `/v1/filings?cik=${'1'.repeat(20_000)}`), [414]],
  ['headers of 100 kB', () => get(`X-A: ${'a'.repeat(100_000)}\r\n`), [431]],
  ['B21: NUL in a header', () => get('X-A: a\0b\r\n'), [400]],
  ['B22: an unknown method', () => 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n', [400]],
  ['B28: a lower-case method', () => 'get / HTTP/1.1\r\nHost: x\r\n\r\n', [400]],
  ['B23: TRACE', () => 'TRACE /v1/filings HTTP/1.1\r\nHost: x\r\n\r\n', [405]],
  ['PROPFIND', () => 'PROPFIND /v1/filings HTTP/1.1\r\nHost: x\r\n\r\n', [405]],
  ['B24: CONNECT', () => 'CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n', [405]],
  ['B26: HTTP/9.9', () => 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', [400]],
  ['B27: HTTP/0.9', () => 'GET /health\r\n\r\n', []],
  ['B29: another host as target', () => get('', 'http://evil.example/v1/filings'), [400]],
  ['B31: Expect: 200-ok', () => get('Expect: 200-ok\r\n'), [417]],
  ['B32: Upgrade: h2c', () => get('Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n'), [200]],
  ['B33: an HTTP/2 preface', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['B34: a TLS hello', () => Buffer.from('16030100a5010000a10303', 'hex'), [400]],
  [
    'B39 B40: a spoofed X-Forwarded-Host',
    () => get('X-Forwarded-Host: evil.example\r\nX-Forwarded-For: 1.1.1.1\r\n'),
    [200],
  ],
  ['a broken escape in the path', () => get('', '/v1/filings/%zz'), [400]],
]

describe('framing', () => {
  it.each(cases)('%s', async (_title, bytes, allowed) => {
    const answer = await raw(bytes())
    expect(statuses(answer), answer.slice(0, 400)).toEqual(allowed)
    if (allowed.length === 0 || (allowed[0] as number) < 400) return
    expect(answer).toMatch(/^request-id: req_[0-9a-z]{26}\r$/im)
    expect(answer).toMatch(/^content-type: application\/problem\+json/im)
    const body = JSON.parse(
      answer.slice(answer.indexOf('\r\n\r\n') + 4).replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, ''),
    )
    expect(body).toMatchObject({ status: allowed[0] })
    expect(answer).toContain(body.request_id)
  })

  it('a connection is closed after a frame nobody can be sure of', async () => {
    const answer = await raw(
      post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n'),
    )
    expect(statuses(answer)).toEqual([400])
    expect(answer).toMatch(/^connection: close\r$/im)
  })

  it('100 pipelined requests are answered in order', async () => {
    const answer = await raw('GET /livez HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100))
    expect(statuses(answer)).toEqual(Array(100).fill(200))
  })

  it('a HEAD answers the headers of the GET without its body', async () => {
    const answer = await raw(get('').replace('GET', 'HEAD'))
    expect(statuses(answer)).toEqual([200])
    expect(answer).toMatch(/^etag: W\//im)
    expect(answer.endsWith('\r\n\r\n')).toBe(true)
  })

  it('names no server and no framework', async () => {
    expect(await raw(get(''))).not.toMatch(/^(?:server|x-powered-by):/im)
  })
})

describe('an allow-list of hosts', () => {
  it('B17: answers only for its own names, whatever the port', async () => {
    const strict = await testApp({
      settings: { allowedHosts: ['api.example.com', 'healthcheck.railway.app'] },
    })
    try {
      const at = (host: string) => strict.app.inject({ url: '/livez', headers: { host } })
      expect((await at('api.example.com:8000')).statusCode).toBe(200)
      expect((await at('API.example.com')).statusCode).toBe(200)
      expect((await at('evil.example')).json().code).toBe('misdirected_request')
    } finally {
      await strict.close()
    }
  })
})
