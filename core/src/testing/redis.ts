import { Redis } from 'ioredis'
import { askBroker } from './broker.ts'

export interface TestRedis {
  url: string
  redis: Redis
  close(): Promise<void>
}

/**
 * A real Redis. By default a database number of its own on the run's server; `own: true` starts a whole server, for
 * tests that FLUSHALL, read INFO, or count publications. Call `close` in `afterAll`.
 */
export async function testRedis(options: { own?: boolean } = {}): Promise<TestRedis> {
  const url = await askBroker(options.own ? '/redis-own' : '/redis')
  const redis = new Redis(url, { maxRetriesPerRequest: null, family: 0 })
  return {
    url,
    redis,
    async close() {
      await redis.flushdb().catch(() => {})
      redis.disconnect()
    },
  }
}

/**
 * Makes the limits in this Redis a day old. One that is a few seconds old may just have been emptied, so it hands bursts out
 * only as they come back, and a test would have to wait for them.
 */
export async function agedLimits(redis: Redis): Promise<void> {
  await redis.set('{limits}:created', String((Date.now() - 86_400_000) * 1_000))
}
