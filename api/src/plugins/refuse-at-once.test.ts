import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { sparedRoutes } from './refuse-at-once.ts'

describe('a process with as many requests in work as may be', () => {
  let api: TestApp
  let address: string
  beforeAll(async () => {
    api = await testApp({ settings: { admission: { maxInFlight: 0 } } })
    await api.app.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`
  })
  afterAll(() => api.close())
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(address + path, { headers: { authorization: `Bearer ${api.keys.live.key}`, ...headers } })
  const refusedAtOnce = async () => {
    const { values } = await api.services.metrics.durations.metric.get()
    const counted = values.find(
      ({ metricName, labels }) => metricName.endsWith('_count') && labels.route === 'refused_at_once',
    )
    return counted?.value ?? 0
  }

  test('refuses in front of the router as behind it, and counts it', async () => {
    const before = await refusedAtOnce()
    const first = await ask('/v1/keys?limit=10')
    expect(await refusedAtOnce()).toBe(before + 1)
    const behind = await ask('/v1/keys?limit=10', { 'client-request-id': 'mine' })
    expect(await refusedAtOnce()).toBe(before + 1)
    const told = async (answer: Response) => {
      const { request_id, ...body } = (await answer.json()) as { request_id: string }
      expect(answer.headers.get('request-id')).toBe(request_id)
      const own = ['date', 'request-id', 'client-request-id', 'server-timing', 'latent-cost']
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name)))
      return { status: answer.status, headers, body: { ...body, instance: undefined } }
    }
    expect(await told(first)).toEqual(await told(behind))
    expect(first.status).toBe(503)
    expect(first.headers.get('retry-after')).toBe('1')
  })

  test('answers what is critical', async () => {
    const before = await refusedAtOnce()
    expect((await ask('/livez')).status).toBe(200)
    expect((await ask('/readyz')).status).toBe(200)
    expect((await ask('/v1/usage')).status).not.toBe(503)
    expect(await refusedAtOnce()).toBe(before)
  })

  test('keeps no key that strayed into an address', async () => {
    const answer = await ask(`/v1/keys/${api.keys.live.key}`)
    expect(await answer.text()).not.toContain(api.keys.live.key)
  })
})

test('spared routes are those told, and no others', () => {
  const spared = sparedRoutes()
  expect(spared.has('/livez')).toBe(false)
  spared.add('/livez')
  spared.add('/v1/keys/:key_id/revoke')
  expect(['/livez', '/livez?x=1', '/livez/', '/v1/keys/key_1/revoke'].every(spared.has)).toBe(true)
  expect(['/livezz', '/v1/livez', '/v1/keys/a/b/revoke', '/v1/keys//revoke', '/'].some(spared.has)).toBe(
    false,
  )
})
