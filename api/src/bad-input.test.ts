import { readdirSync, readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { csvCell } from '@sec-latent/core/csv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from './testing/test-app.ts'
import { rowsAsText } from './usage/export.ts'

const ROWS = 94
/** Rows of the catalogue (5.1 and 5.2) that no test here can be about, with the reason. */
const WITHOUT_TEST: Record<string, string> = {}

const IDLE_CONNECTIONS = 300
const ONE = '/v1/filings/0009900001-25-000001'

let api: TestApp
let port: number
const sockets = new Set<Socket>()
beforeAll(async () => {
  api = await testApp({
    settings: { connections: { headersMs: 400, requestMs: 800, checkMs: 100 } },
  })
  await api.seed.filing({ accession_number: '0009900001-25-000001' })
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  port = (api.app.server.address() as { port: number }).port
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await api.close()
})

/** A connection, with everything that came and whether it was closed. */
function open(to = port) {
  const socket = connect(to, '127.0.0.1')
  sockets.add(socket)
  const seen = { text: '', closed: false }
  socket.on('data', (chunk) => {
    seen.text += chunk.toString('latin1')
  })
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) =>
    socket.on('close', () => {
      seen.closed = true
      sockets.delete(socket)
      resolve()
    }),
  )
  return { socket, seen, closed }
}
const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]))

describe('the catalogue of bad input', () => {
  it('has a test for every row, or a reason', () => {
    const titled = new Set<string>()
    for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.test.ts')) continue
      const text = readFileSync(join(import.meta.dirname, file), 'utf8')
      for (const [, rows = ''] of text.matchAll(/['"`]((?:B\d+ ?)+)(?=[:'"`])/g)) {
        for (const row of rows.trim().split(' ')) titled.add(row)
      }
    }
    const all = Array.from({ length: ROWS }, (_, index) => `B${index + 1}`)
    expect(all.filter((row) => !titled.has(row) && !(row in WITHOUT_TEST))).toEqual([])
    expect(Object.keys(WITHOUT_TEST).filter((row) => titled.has(row))).toEqual([])
  })
})

describe('slow and many connections', () => {
  it('B35: headers that come a byte at a time are answered 408 and closed', async () => {
    const { socket, seen, closed } = open()
    const bytes = 'GET /livez HTTP/1.1\r\nHost: x\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
    for (const byte of bytes) {
      if (seen.closed) break
      socket.write(byte)
      await sleep(30)
    }
    await closed
    expect(statuses(seen.text)).toEqual([408])
    expect(seen.text).toContain('"code":"request_timeout"')
  })

  it('B36: a body that does not come is answered 408 and closed', async () => {
    const { socket, seen, closed } = open()
    socket.write(
      `POST /v1/evidence/verify HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${api.keys.live.key}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
    )
    await closed
    expect(statuses(seen.text)).toEqual([408])
  })

  it(`B37: ${IDLE_CONNECTIONS} idle connections keep nobody from being served`, async () => {
    const idle = Array.from({ length: IDLE_CONNECTIONS }, () => open())
    await Promise.all(idle.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))))
    const { socket, seen, closed } = open()
    socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    await closed
    expect(statuses(seen.text)).toEqual([200])
    for (const one of idle) one.socket.destroy()
  })

  it('B38: 1,000 pipelined requests are answered in order', async () => {
    const { socket, seen, closed } = open()
    const request = (index: number) =>
      `GET /livez HTTP/1.1\r\nHost: x\r\nClient-Request-Id: n-${index}\r\n${index === 999 ? 'Connection: close\r\n' : ''}\r\n`
    socket.write(Array.from({ length: 1_000 }, (_, index) => request(index)).join(''))
    await closed
    const ids = [...seen.text.matchAll(/client-request-id: n-(\d+)/gi)].map((match) => Number(match[1]))
    expect(ids).toEqual(Array.from({ length: 1_000 }, (_, index) => index))
  })

  it('B38: a connection carries so many requests and no more', async () => {
    const short = await testApp({ settings: { connections: { maxRequests: 3 } } })
    try {
      await short.app.listen({ port: 0, host: '127.0.0.1' })
      const { socket, seen } = open((short.app.server.address() as { port: number }).port)
      socket.write('GET /livez HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(4))
      await expect.poll(() => statuses(seen.text)).toEqual([200, 200, 200, 503])
      const [, , third = '', dropped = ''] = seen.text.split('HTTP/1.1 ').slice(1)
      expect(third.toLowerCase()).toContain('connection: close')
      expect(dropped).not.toContain('"status":"ok"')
      socket.destroy()
    } finally {
      await short.close()
    }
  })
})

describe('headers that are echoed or believed', () => {
  it('B39 B40: what a stranger says about proxies is not believed', async () => {
    const key = await api.makeKey({ allowed_cidrs: ['10.0.0.0/8'] })
    const headers = {
      'x-forwarded-for': '10.0.0.1',
      'x-real-ip': '10.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
    }
    const answer = await api.get('/v1/filings?limit=1', { key: key.key, headers })
    expect(answer.json().code).toBe('ip_not_allowed')
    expect((await api.get('/v1/filings?limit=1', { headers })).body).not.toContain('evil.example')
  })

  it('B41: a line break cannot come back in a header', async () => {
    const { socket, seen, closed } = open()
    socket.write(
      'GET /livez HTTP/1.1\r\nHost: x\r\nClient-Request-Id: a\rSet-Cookie: b\r\nConnection: close\r\n\r\n',
    )
    await closed
    expect(statuses(seen.text)).toEqual([400])
    expect(seen.text).not.toMatch(/^set-cookie/im)
    const quoted = await api.get(ONE, { headers: { 'client-request-id': 'a%0d%0aSet-Cookie:b' } })
    expect(quoted.headers).not.toHaveProperty('set-cookie')
  })

  it('B43: no page of a stranger may act with a session, or read with a live key', async () => {
    const evil = { origin: 'https://evil.example' }
    for (const headers of [
      { ...evil, cookie: 'session=x' },
      { ...evil, authorization: `Bearer ${api.keys.live.key}` },
    ]) {
      const answer = await api.app.inject({ url: '/v1/filings', headers })
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
      expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
    }
  })

  it('B44: a thousand ranges are not a thousand parts', async () => {
    const range = `bytes=${Array(1_000).fill('0-').join(',')}`
    const headers = { accept: 'application/octet-stream', range }
    const answer = await api.get(`${ONE}/documents/1`, { headers })
    expect([200, 206, 416]).toContain(answer.statusCode)
    expect(answer.headers['content-type']).not.toContain('multipart')
    expect(answer.body.length).toBeLessThan(10_000)
  })
})

describe('tables', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('B94: a cell %j is no formula', async (cell) => {
    async function* rows() {
      yield { name: cell }
    }
    let text = ''
    for await (const line of rowsAsText(rows(), ['name'], 'csv')) text += line
    expect(text.replace('name\r\n', '')).toMatch(/^"?'/)
    expect(csvCell(cell)).toMatch(/^"?'/)
  })
})

describe('bodies at the edge', () => {
  const verify = (fields: object) =>
    api.send({
      method: 'POST',
      url: '/v1/evidence/verify',
      payload: { text_sha256: 'a'.repeat(64), start: 0, end: 1, quote: 'x', ...fields },
    })

  it.each(['-9223372036854775808', '-0.5', '9007199254740993', '1e400'])(
    'B56: %s is no position',
    async (number) => {
      const answer = await api.send({
        method: 'POST',
        url: '/v1/evidence/verify',
        headers: { 'content-type': 'application/json' },
        payload: `{"text_sha256":"${'a'.repeat(64)}","start":${number},"end":1,"quote":"x"}`,
      })
      expect(answer.statusCode).toBe(400)
    },
  )

  it.each([
    ['an emoji', '🤖'],
    ['a joined one', '👩‍👩‍👧'],
    ['a right-to-left override', '\u202eevil'],
    ['a letter that looks like another', 'Аpple'],
  ])('B64: %s is kept as it is and counted in code points', async (_title, quote) => {
    const answer = await verify({ quote, end: [...quote].length })
    expect(answer.json().code).toBe('text_not_found')
    const name = `${quote} ${'🤖'.repeat(20)}`
    const made = await api.makeKey({ name })
    expect(made.record.name).toBe(name)
  })

  it('B65: a list of 10,000 entries is too long', async () => {
    const answer = await api.send({
      method: 'POST',
      url: '/v1/entities/resolve',
      payload: { identifiers: Array.from({ length: 10_000 }, (_, index) => String(index + 1)) },
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().code).toBe('invalid_field')
  })

  it('B93: null is no value for what is required', async () => {
    const admin = await api.makeKey({ mode: 'admin', scopes: ['keys:admin', 'keys:read'] })
    const answer = await api.send({
      method: 'PATCH',
      url: `/v1/keys/${api.keys.test.record.id}`,
      key: admin.key,
      payload: { name: null },
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0]).toMatchObject({ pointer: '/name', code: 'invalid_field' })
  })
})
