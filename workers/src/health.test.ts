import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workerConfig } from './config.ts'
import { startHealthServer } from './health.ts'
import { openServices } from './services.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** A worker's services whose Redis is away: nothing listens on the port. */
function servicesWithoutRedis() {
  return openServices(
    workerConfig({
      DATABASE_URL: database.url,
      REDIS_QUEUE_URL: 'redis://127.0.0.1:1',
      REDIS_CACHE_URL: 'redis://127.0.0.1:1',
      OBJECT_STORE_URL: 'file:///nowhere',
      HEALTH_PORT: '0',
      LOG_LEVEL: 'silent',
    }),
    'workers',
  )
}

test('health and metrics answer while Redis is away, and readiness ends when the process drains', async () => {
  const services = servicesWithoutRedis()
  const health = await startHealthServer(services)
  const get = (path: string) => fetch(`http://127.0.0.1:${health.port}${path}`)
  try {
    expect((await get('/livez')).status).toBe(200)
    expect((await get('/health')).status).toBe(200)
    const metrics = await get('/metrics')
    expect(metrics.status).toBe(200)
    expect(await metrics.text()).toContain('# TYPE queue_jobs_total counter')
    expect((await get('/nothing')).status).toBe(404)
    health.drain()
    expect((await get('/readyz')).status).toBe(503)
    expect((await get('/livez')).status).toBe(200)
  } finally {
    await health.close()
    services.sql.end({ timeout: 1 })
  }
}, 20_000)
