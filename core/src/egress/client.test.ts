import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { egressClient, MAX_ANSWER_BYTES } from './client.ts'
import { dialTcp } from './connect.ts'
import { EgressError } from './errors.ts'
import { egressRules } from './rules.ts'
import { makeCertificate } from './testing/certificate.ts'
import { certificateFor, startReceiver, TEST_CA } from './testing/receiver.ts'

const DAY_MS = 86_400_000
const LOOPBACK = egressRules({ ports: null, allowCidrs: '127.0.0.1/32', allowHttp: true })
const short = { resolve: 300, connect: 400, total: 700 }
const toLoopback = async () => ['127.0.0.1']
const request = {
  headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
  body: '{"a":1}',
}
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

type Options = Partial<Parameters<typeof egressClient>[0]>
const clientWith = (options: Options = {}) =>
  egressClient({ rules: LOOPBACK, ca: TEST_CA, timeouts: short, resolve: toLoopback, ...options })

async function receiver(...of: Parameters<typeof startReceiver>) {
  const started = await startReceiver(...of)
  closing.push(started.close)
  return started
}

/** The reason a call fails for. */
async function reasonOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof EgressError) return `${error.reason}: ${error.detail}`
    throw error
  }
  return 'answered'
}

describe('an answer', () => {
  it('comes with status, headers and body, over TLS with a certificate for the name', async () => {
    const there = await receiver((_request, response) =>
      response.writeHead(202, { 'x-one': '1' }).end('thanks'),
    )
    const client = clientWith()
    for (const url of [there.url, `https://receiver.test:${there.port}/hook?x=1`]) {
      expect(await client.post(url, request)).toMatchObject({
        status: 202,
        headers: { 'x-one': '1' },
        body: Buffer.from('thanks'),
        truncated: false,
      })
    }
    expect(there.requests).toMatchObject([
      { url: '/hook', body: '{"a":1}', headers: { host: `127.0.0.1:${there.port}` } },
      { url: '/hook?x=1', headers: { host: `receiver.test:${there.port}`, 'content-length': '7' } },
    ])
  })

  it('that redirects is an answer and not followed', async () => {
    const inside = await receiver((_request, response) => response.end())
    for (const status of [301, 302, 303, 307, 308]) {
      const there = await receiver((_request, response) =>
        response.writeHead(status, { location: inside.url }).end(),
      )
      expect(await clientWith().post(there.url, request)).toMatchObject({ status })
    }
    expect(inside.connections()).toBe(0)
  })

  it('of any length is read to its limit and the connection closed', async () => {
    const there = await receiver((_request, response, socket) => {
      response.writeHead(200)
      const chunk = Buffer.alloc(65_536, 'x')
      const more = () => {
        while (!socket.destroyed && response.write(chunk));
        if (!socket.destroyed) response.once('drain', more)
      }
      more()
    })
    const answer = await clientWith().post(there.url, request)
    expect(answer).toMatchObject({ status: 200, truncated: true })
    expect(answer.body.length).toBe(MAX_ANSWER_BYTES)
    await expect.poll(there.open).toBe(0)
  })

  it('is never decoded', async () => {
    const bomb = Buffer.from('1f8b0800', 'hex')
    const there = await receiver((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    expect((await clientWith().post(there.url, request)).body).toEqual(bomb)
  })

  it('whose body never ends counts, cut off', async () => {
    const there = await receiver((_request, response) => {
      response.writeHead(200).write('a')
    })
    expect(await clientWith().post(there.url, request)).toMatchObject({ status: 200, truncated: true })
    await expect.poll(there.open).toBe(0)
  })
})

describe('no answer', () => {
  it.each([
    ['hangs', () => {}, 'timeout'],
    ['drips headers', drip, 'timeout'],
    [
      'resets',
      (_request: unknown, _response: unknown, socket: { resetAndDestroy(): void }) =>
        socket.resetAndDestroy(),
      'connection_closed',
    ],
    [
      'ends',
      (_request: unknown, _response: unknown, socket: { destroy(): void }) => socket.destroy(),
      'connection_closed',
    ],
    ['sends headers of 1 MB', manyHeaders, 'response_invalid'],
    [
      'speaks something else',
      (_request: unknown, _response: unknown, socket: { write(text: string): void }) =>
        socket.write('SSH-2.0-x\r\n'),
      'response_invalid',
    ],
  ] as const)('when the receiver %s', async (_title, answer, reason) => {
    // A connection can only be reset from outside of TLS.
    const there = await receiver(answer as never, { tls: null })
    expect(await reasonOf(clientWith().post(there.url, request))).toContain(reason)
    await expect.poll(there.open).toBe(0)
  })

  it('when nobody listens, or the connection is never taken up', async () => {
    const there = await receiver(() => {})
    await there.close()
    closing.length = 0
    expect(await reasonOf(clientWith().post(there.url, request))).toContain('ECONNREFUSED')
    const deaf = createServer(() => {}).listen(0, '127.0.0.1')
    closing.push(async () => deaf.close())
    await new Promise((resolve) => deaf.once('listening', resolve))
    const { port } = deaf.address() as { port: number }
    expect(await reasonOf(clientWith().post(`https://127.0.0.1:${port}/`, request))).toContain(
      'connect_timeout',
    )
  })

  it.each([
    [
      'expired',
      () =>
        certificateFor(['127.0.0.1'], {
          notBefore: new Date(Date.now() - 2 * DAY_MS),
          notAfter: new Date(Date.now() - DAY_MS),
        }),
      'has expired',
    ],
    [
      'not valid yet',
      () =>
        certificateFor(['127.0.0.1'], {
          notBefore: new Date(Date.now() + DAY_MS),
          notAfter: new Date(Date.now() + 2 * DAY_MS),
        }),
      'not valid yet',
    ],
    ['for another name', () => certificateFor(['other.test']), 'for other names'],
    ['self-signed', () => makeCertificate({ names: ['127.0.0.1'] }), 'self-signed'],
    [
      'of an unknown authority',
      () =>
        makeCertificate({
          names: ['127.0.0.1'],
          issuer: makeCertificate({ authority: true, commonName: 'Nobody' }),
        }),
      'authority nobody knows',
    ],
  ] as const)('when the certificate is %s, and the reason is told', async (_title, tls, detail) => {
    const there = await receiver((_request, response) => response.end(), { tls: tls() })
    expect(await reasonOf(clientWith().post(there.url, request))).toMatch(
      new RegExp(`^tls_failed: .*${detail}`),
    )
    expect(there.requests).toEqual([])
  })

  it('when the receiver speaks TLS 1.1 at most, or none', async () => {
    const old = await receiver((_request, response) => response.end(), { maxVersion: 'TLSv1.1' })
    expect(await reasonOf(clientWith().post(old.url, request))).toContain('no TLS from 1.2 on')
    const plain = await receiver((_request, response) => response.end(), { tls: null })
    expect(await reasonOf(clientWith().post(plain.url.replace('http:', 'https:'), request))).toContain(
      'tls_failed',
    )
  })

  it('even when the environment asks not to verify certificates', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      const there = await receiver((_request, response) => response.end(), {
        tls: makeCertificate({ names: ['127.0.0.1'] }),
      })
      expect(await reasonOf(clientWith().post(there.url, request))).toContain('tls_failed')
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    }
  })
})

describe('a name', () => {
  it.each([
    ['a private address', ['10.0.0.1']],
    ['a public and a private address', ['93.184.216.34', '127.0.0.2']],
    ['an allowed and a private address', ['127.0.0.1', '127.0.0.2']],
    ['a private IPv6 address', ['93.184.216.34', '::1']],
    ['an IPv4-mapped address', ['::ffff:127.0.0.1']],
    [
      'fifty addresses, one of them private',
      [...Array.from({ length: 49 }, (_, i) => `93.184.216.${i}`), '127.0.0.2'],
    ],
    ['something that is no address', ['localhost']],
  ])('that stands for %s is not called', async (_title, addresses) => {
    const inside = await receiver((_request, response) => response.end(), { host: '127.0.0.2' })
    const client = clientWith({ resolve: async () => addresses })
    const url = `https://receiver.test:${inside.port}/`
    expect(await reasonOf(client.post(url, request))).toContain('address_not_allowed')
    expect(await reasonOf(client.checkDestination(url))).toContain('address_not_allowed')
    expect(inside.connections()).toBe(0)
  })

  it('is looked up once: what it stands for a moment later does not matter', async () => {
    const inside = await receiver((_request, response) => response.end(), { host: '127.0.0.2' })
    const there = await receiver((_request, response) => response.end('right'))
    let lookups = 0
    const client = clientWith({
      resolve: async () => {
        lookups += 1
        return lookups === 1 ? ['127.0.0.1'] : ['127.0.0.2']
      },
    })
    const answer = await client.post(`https://receiver.test:${there.port}/`, request)
    expect([answer.body.toString(), lookups, inside.connections()]).toEqual(['right', 1, 0])
    expect(await reasonOf(client.post(`https://receiver.test:${inside.port}/`, request))).toContain(
      'address_not_allowed',
    )
    expect(inside.connections()).toBe(0)
  })

  it('is held against the address that was really reached, before a byte is sent', async () => {
    const inside = await receiver((_request, response) => response.end(), { host: '127.0.0.2' })
    const client = clientWith({ dial: (_address, port) => dialTcp('127.0.0.2', port) })
    expect(await reasonOf(client.post(`https://receiver.test:${inside.port}/`, request))).toContain(
      'address_not_allowed',
    )
    expect(inside.requests).toEqual([])
  })

  it('that is unknown, or that no server answers for, ends the call; it may be registered all the same', async () => {
    const unknown = clientWith({
      resolve: async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
    })
    expect(await reasonOf(unknown.post('https://receiver.test/', request))).toMatch(
      /^name_not_resolved: .*ENOTFOUND/,
    )
    expect((await unknown.checkDestination('https://receiver.test/')).href).toBe('https://receiver.test/')
    const silent = clientWith({ resolve: () => new Promise(() => {}) })
    expect(await reasonOf(silent.post('https://receiver.test/', request))).toContain('name_not_resolved')
  })

  it('with an address that is down is reached at its next one', async () => {
    const there = await receiver((_request, response) => response.end('up'), {
      host: '127.0.0.2',
      tls: certificateFor(['receiver.test']),
    })
    const client = clientWith({
      rules: egressRules({ ports: null, allowCidrs: '127.0.0.0/8' }),
      resolve: async () => ['127.0.0.3', '127.0.0.2'],
    })
    expect((await client.post(`https://receiver.test:${there.port}/`, request)).body.toString()).toBe('up')
  })
})

function drip(
  _request: unknown,
  _response: unknown,
  socket: { write(text: string): void; destroyed: boolean },
) {
  socket.write('HTTP/1.1 200 OK\r\n')
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer)
    else socket.write('x')
  }, 50)
}

function manyHeaders(_request: unknown, _response: unknown, socket: { write(text: string): void }) {
  socket.write('HTTP/1.1 200 OK\r\n')
  for (let i = 0; i < 1_000; i++) socket.write(`x-${i}: ${'y'.repeat(1_000)}\r\n`)
}
