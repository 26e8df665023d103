import { type AddressInfo, createServer } from 'node:net'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sharedAttempts } from './shared-attempts.ts'

const WINDOW_MS = 60_000
let server: TestRedis
beforeAll(async () => {
  server = await testRedis()
})
afterAll(async () => {
  await server.close()
})

it('two processes let as many tries pass as one, and another name or address has its own', async () => {
  const wish = { name: 'a', limit: 5, windowMs: WINDOW_MS }
  const [one, two] = [sharedAttempts(server.redis, wish), sharedAttempts(server.redis, wish)]
  const waits = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 ? one : two).count('x')))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  for (const wait of waits.filter((wait) => wait > 0)) {
    expect(wait).toBeGreaterThan(WINDOW_MS - 30_000)
    expect(wait).toBeLessThanOrEqual(WINDOW_MS)
  }
  // A process that begins now knows nothing itself, and lets none pass either.
  expect(await sharedAttempts(server.redis, wish).count('x')).toBeGreaterThan(0)
  expect(await one.count('y')).toBe(0)
  expect(await sharedAttempts(server.redis, { ...wish, name: 'b' }).count('x')).toBe(0)
  await one.count('jo@example.com')
  expect((await server.redis.keys('attempts:*')).join()).not.toContain('jo@')
})

it('the window ends, also one that lost its end', async () => {
  const short = sharedAttempts(server.redis, { name: 'short', limit: 1, windowMs: 150 })
  expect(await short.count('x')).toBe(0)
  expect(await short.count('x')).toBeGreaterThan(0)
  await expect.poll(() => short.count('x'), { interval: 40, timeout: 5_000 }).toBe(0)
  const [key = ''] = await server.redis.keys('attempts:short:*')
  await server.redis.persist(key)
  const other = sharedAttempts(server.redis, { name: 'short', limit: 1, windowMs: 150 })
  await other.count('x')
  expect(await server.redis.pttl(key)).not.toBe(-1)
})

it('while Redis is away or silent, each process holds back by its own count', async () => {
  const away = new Redis('redis://127.0.0.1:1', {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    lazyConnect: true,
  })
  away.on('error', () => {})
  const mute = createServer(() => {})
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const silent = new Redis((mute.address() as AddressInfo).port, '127.0.0.1')
  for (const redis of [away, silent]) {
    const counter = sharedAttempts(redis, { name: 'c', limit: 2, windowMs: WINDOW_MS })
    expect([await counter.count('x'), await counter.count('x')]).toEqual([0, 0])
    expect(await counter.count('x')).toBeGreaterThan(0)
  }
  away.disconnect()
  silent.disconnect()
  mute.close()
})
