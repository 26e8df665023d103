import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { oneTimerEach } from './one-timer.ts'

const IDLE_MS = 500

let close = () => {}
afterEach(() => close())

async function connected(server: Server): Promise<Socket> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const caller = connect((server.address() as AddressInfo).port, '127.0.0.1')
  close = () => {
    caller.destroy()
    server.close()
  }
  await once(caller, 'connect')
  return caller
}

describe('the timer of a connection', () => {
  async function pair() {
    const server = oneTimerEach(createServer())
    const accepted = once(server, 'connection')
    const caller = await connected(server)
    const [socket] = (await accepted) as [Socket]
    socket.resume()
    let times = 0
    socket.on('timeout', () => {
      times += 1
    })
    return { caller, socket, times: () => times }
  }

  it('counts from when it was set last', async () => {
    const { socket, times } = await pair()
    for (let i = 0; i < 4; i++) {
      socket.setTimeout(IDLE_MS)
      await sleep(IDLE_MS * 0.6)
      expect(times()).toBe(0)
    }
    await sleep(IDLE_MS)
    expect(times()).toBe(1)
  })

  it('is silent while it is off, and goes when it is on again', async () => {
    const { socket, times } = await pair()
    socket.setTimeout(IDLE_MS)
    socket.setTimeout(0)
    await sleep(IDLE_MS * 2)
    expect(times()).toBe(0)
    let told = 0
    socket.setTimeout(IDLE_MS, () => {
      told += 1
    })
    await sleep(IDLE_MS * 1.5)
    expect([times(), told]).toEqual([1, 1])
    socket.setTimeout(IDLE_MS / 3)
    await sleep(IDLE_MS)
    expect(times()).toBe(2)
  })

  it('is put off by what comes in', async () => {
    const { caller, socket, times } = await pair()
    socket.setTimeout(IDLE_MS)
    await sleep(IDLE_MS * 0.5)
    caller.write('GET /')
    await sleep(IDLE_MS)
    expect(times()).toBe(0)
    await sleep(IDLE_MS)
    expect(times()).toBe(1)
  })
})

it('a connection that is idle after its answers is closed, and was told when', async () => {
  const server = createHttpServer({ keepAliveTimeout: IDLE_MS }, (_, response) => response.end('answer'))
  const caller = await connected(oneTimerEach(server))
  let text = ''
  caller.on('data', (bytes) => {
    text += bytes
  })
  for (let i = 0; i < 3; i++) {
    caller.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
    await once(caller, 'data')
    await sleep(IDLE_MS / 2)
  }
  expect(caller.destroyed).toBe(false)
  await once(caller, 'close')
  expect(text.match(/Keep-Alive: timeout=/g)).toHaveLength(3)
})
