import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type FaultProxy, faultProxy } from './fault-proxy.ts'

const closers: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A server that says back what it hears, and notes in which pieces it heard it. */
async function echo(prefix = '') {
  const pieces: number[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      pieces.push(bytes.length)
      socket.write(prefix + bytes.toString())
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => server.close())
  return { port: (server.address() as AddressInfo).port, pieces }
}

async function proxyTo(port: number): Promise<FaultProxy> {
  const proxy = await faultProxy({ targetPort: port })
  closers.push(proxy.close)
  return proxy
}

async function client(proxy: FaultProxy) {
  const socket = connect(proxy.port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  closers.push(() => socket.destroy())
  return socket
}

/** `once` would count the reset that comes before it as a failure. */
function closeOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

/** What arrives until there are so many bytes or the connection ends. */
async function read(socket: Socket, length = Number.POSITIVE_INFINITY): Promise<string> {
  let text = ''
  return await new Promise((resolve) => {
    const take = (bytes: Buffer) => {
      text += bytes.toString()
      if (text.length >= length) resolve(text)
    }
    socket.on('data', take)
    socket.once('close', () => resolve(text))
  })
}

test('without toxics bytes pass both ways unchanged', async () => {
  const proxy = await proxyTo((await echo()).port)
  const socket = await client(proxy)
  const answer = read(socket, 200_000)
  socket.write('x'.repeat(200_000))
  expect(await answer).toBe('x'.repeat(200_000))
  expect(proxy.connections()).toBe(1)
})

test('latency holds an answer back for at least as long', async () => {
  const proxy = await proxyTo((await echo()).port)
  proxy.add({ type: 'latency', latencyMs: 150, stream: 'downstream' })
  const socket = await client(proxy)
  const answer = read(socket, 4)
  const began = performance.now()
  socket.write('ping')
  expect(await answer).toBe('ping')
  expect(performance.now() - began).toBeGreaterThanOrEqual(145)
})

test('bandwidth lets bytes through no faster than allowed', async () => {
  const proxy = await proxyTo((await echo()).port)
  proxy.add({ type: 'bandwidth', bytesPerSecond: 20_000, stream: 'upstream' })
  const socket = await client(proxy)
  const answer = read(socket, 4_000)
  const began = performance.now()
  socket.write('x'.repeat(4_000))
  await answer
  expect(performance.now() - began).toBeGreaterThanOrEqual(190)
})

test('a slicer hands the server small pieces of one write', async () => {
  const server = await echo()
  const proxy = await proxyTo(server.port)
  proxy.add({ type: 'slicer', averageBytes: 10, delayMs: 5, stream: 'upstream' })
  const socket = await client(proxy)
  const answer = read(socket, 100)
  socket.write('x'.repeat(100))
  expect(await answer).toBe('x'.repeat(100))
  expect(server.pieces.length).toBeGreaterThan(1)
})

test('limit_data ends the connection after so many bytes', async () => {
  const proxy = await proxyTo((await echo()).port)
  proxy.add({ type: 'limit_data', bytes: 3, stream: 'downstream' })
  const socket = await client(proxy)
  const answer = read(socket)
  socket.write('abcdef')
  expect(await answer).toBe('abc')
})

test('reset_peer resets, and a client sees ECONNRESET', async () => {
  const proxy = await proxyTo((await echo()).port)
  proxy.add({ type: 'reset_peer', timeoutMs: 0, stream: 'upstream' })
  const socket = await client(proxy)
  const failed = once(socket, 'error')
  socket.write('abc')
  const [error] = (await failed) as [NodeJS.ErrnoException]
  expect(error.code).toBe('ECONNRESET')
})

test('timeout swallows what is sent, also after it healed: the connection ends instead of going on with a gap', async () => {
  const server = await echo()
  const proxy = await proxyTo(server.port)
  proxy.add({ type: 'timeout', timeoutMs: 0, stream: 'upstream' })
  const socket = await client(proxy)
  const answer = read(socket)
  socket.write('lost')
  await new Promise((done) => setTimeout(done, 60))
  expect(server.pieces).toEqual([])
  proxy.heal('timeout')
  expect(await answer).toBe('')
  const next = await client(proxy)
  const heard = read(next, 4)
  next.write('ping')
  expect(await heard).toBe('ping')
})

test('slow_close delays the end of a connection', async () => {
  const server = createServer((socket) => socket.end('bye'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => server.close())
  const proxy = await proxyTo((server.address() as AddressInfo).port)
  proxy.add({ type: 'slow_close', delayMs: 120, stream: 'downstream' })
  const socket = await client(proxy)
  const began = performance.now()
  expect(await read(socket)).toBe('bye')
  expect(performance.now() - began).toBeGreaterThanOrEqual(110)
})

test('down refuses connections and resets those there are; up takes them again at the same port', async () => {
  const proxy = await proxyTo((await echo()).port)
  const socket = await client(proxy)
  const ended = closeOf(socket)
  await proxy.down()
  await ended
  const refused = connect(proxy.port, '127.0.0.1')
  const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException]
  expect(error.code).toBe('ECONNREFUSED')
  await proxy.up()
  const next = await client(proxy)
  const heard = read(next, 4)
  next.write('ping')
  expect(await heard).toBe('ping')
})

test('a new target takes over, and connections to the old one end', async () => {
  const one = await echo('one ')
  const two = await echo('two ')
  const proxy = await proxyTo(one.port)
  const old = await client(proxy)
  const ended = closeOf(old)
  proxy.retarget(two.port)
  await ended
  const next = await client(proxy)
  const heard = read(next, 6)
  next.write('hi')
  expect(await heard).toBe('two hi')
})
