import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { BUCKETS, requestDurations } from './request-durations.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp({ settings: { responseCacheMb: 8 } })
  await api.seed.filing({ accession_number: '0009900001-25-000001' })
})
afterAll(async () => {
  await api.close()
})

it('the cache counts where its answers came from, and reading the numbers does not change them', async () => {
  const count = async (result: string) => {
    const metric = await api.services.metrics.registry.getSingleMetric('cache_requests_total')?.get()
    return metric?.values.find(({ labels }) => labels.result === result)?.value
  }
  expect([await count('miss'), await count('hit')]).toEqual([0, 0])
  const ask = () => api.get('/v1/filings/0009900001-25-000001')
  const askOften = async () => {
    await api.services.cache?.look()
    expect((await ask()).statusCode).toBe(200)
    return await count('hit')
  }
  await expect.poll(askOften, { timeout: 20_000 }).toBeGreaterThan(0)
  const misses = await count('miss')
  expect(misses).toBeGreaterThan(0)
  await ask()
  expect(await count('miss')).toBe(misses)
  expect(await count('miss')).toBe(misses)
})

describe('http_server_request_duration_seconds', () => {
  /** The counts by `METHOD route status`, as Prometheus reads them. */
  async function counts(): Promise<Map<string, number>> {
    const text = await api.services.metrics.registry.metrics()
    const lines = text.matchAll(
      /^http_server_request_duration_seconds_count\{route="([^"]*)",method="([^"]*)",status="([^"]*)"\} (\d+)$/gm,
    )
    return new Map(
      [...lines].map(([, route, method, status, value]) => [`${method} ${route} ${status}`, Number(value)]),
    )
  }

  it('counts every answer once, whoever gave it: the front, a route, or nobody', async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' })
    const address = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`
    const headers = { authorization: `Bearer ${api.keys.live.key}` }
    const before = await counts()
    const frontBefore = api.services.metrics.front.hits()
    const told = new Map<string, number>()
    const ask = async (label: string, path: string, init: RequestInit = {}) => {
      const answer = await fetch(address + path, { headers, ...init })
      await answer.arrayBuffer()
      const key = `${init.method ?? 'GET'} ${label} ${answer.status}`
      told.set(key, (told.get(key) ?? 0) + 1)
    }
    for (let round = 0; round < 10; round++) {
      await ask('/v1/filings/{accession_number}', '/v1/filings/0009900001-25-000001')
      await ask('/v1/filings/{accession_number}', '/v1/filings/0009900009-25-000009')
      await ask('/v1/filings/{accession_number}', '/v1/filings/not-a-number')
      await ask('/v1/filings', '/v1/filings?limit=1')
      await ask('/v1/filings', '/v1/filings?limit=0')
      await ask('/livez', '/livez')
      await ask('unknown', '/v1/nothing')
      await ask('/v1/filings', '/v1/filings', { headers: {} })
    }
    expect(api.services.metrics.front.hits()).toBeGreaterThan(frontBefore)
    expect([...told.keys()].sort()).toContain('GET /v1/filings 401')
    // An answer is counted when its last byte has gone, which the client may learn of first.
    await expect
      .poll(async () => {
        const now = await counts()
        return new Map([...told.keys()].map((key) => [key, (now.get(key) ?? 0) - (before.get(key) ?? 0)]))
      })
      .toEqual(told)
  })

  it('a fault that a caller asked for with a test key is no fault of ours', async () => {
    const before = await counts()
    const headers = { 'latent-test-scenario': '500' }
    expect((await api.get('/v1/filings', { key: api.keys.test.key, headers })).statusCode).toBe(500)
    expect((await api.get('/v1/filings', { headers })).statusCode).toBe(400)
    const now = await counts()
    const grown = (key: string) => (now.get(key) ?? 0) - (before.get(key) ?? 0)
    expect(grown('GET test_scenario 500')).toBe(1)
    expect(grown('GET /v1/filings 500')).toBe(0)
    expect(grown('GET /v1/filings 400')).toBe(1)
  })

  it('an answer falls in the first bucket that holds it', async () => {
    const durations = requestDurations()
    const one = durations.of('/v1/filings', 'GET', 200)
    for (const seconds of [0, 0.01, 0.02, 0.5, 0.51, 2, 60]) one.observe(seconds)
    const { values } = await durations.metric.get()
    const bucket = (le: number | string) => values.find(({ labels }) => labels.le === le)?.value
    expect([...BUCKETS, '+Inf'].map(bucket)).toEqual([2, 3, 3, 4, 5, 6, 7])
    expect(values.find(({ metricName }) => metricName.endsWith('_sum'))?.value).toBeCloseTo(63.04)
  })

  it('never grows over the series it may have, and loses no answer and no failure by it', async () => {
    const durations = requestDurations()
    let asked = 0
    for (let route = 0; route < 150; route++) {
      for (const status of [200, 304, 400, 401, 404, 429, 500, 503]) {
        durations.of(`/v1/things-${route}/{id}`, route % 2 ? 'POST' : 'BREW', status).observe(0.2)
        asked += 1
      }
    }
    const { values } = await durations.metric.get()
    const counted = values.filter(({ metricName }) => metricName.endsWith('_count'))
    expect(counted.reduce((sum, { value }) => sum + value, 0)).toBe(asked)
    const failures = counted.filter(({ labels }) => String(labels.status).startsWith('5'))
    expect(failures.reduce((sum, { value }) => sum + value, 0)).toBe(300)
    const { registry } = api.services.metrics
    const others = (await registry.metrics())
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('http_server_'))
    expect(values.length + others.length).toBeLessThanOrEqual(2_000)
  })
})

it('the pools tell how busy they are, and the database whether it answers', async () => {
  const { registry } = api.services.metrics
  const value = async (name: string, labels: Record<string, string> = {}) =>
    (await registry.getSingleMetric(name)?.get())?.values.find(
      (one) => JSON.stringify(one.labels) === JSON.stringify(labels),
    )?.value
  expect(await value('db_pool_max', { pool: 'primary' })).toBe(5)
  expect(await value('db_pool_max', { pool: 'service' })).toBe(5)
  expect(await value('database_up')).toBe(1)
  const lost = await testApp()
  await lost.loseDatabase()
  const metric = await lost.services.metrics.registry.getSingleMetric('database_up')?.get()
  expect(metric?.values[0]?.value).toBe(0)
  await lost.close()
})
