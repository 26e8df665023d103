import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiConfig } from '../config.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const SECRET = 'an-edge-secret-that-is-long-enough'
const NEXT = 'the-secret-that-takes-over-from-it'

let api: TestApp
let url: string
beforeAll(async () => {
  api = await testApp({ settings: { edgeSecrets: [SECRET, NEXT], responseCacheMb: 8 } })
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`
})
afterAll(() => api.close())

const ask = (path: string, secret?: string, init: RequestInit = {}) =>
  fetch(`${url}${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${api.keys.live.key}`,
      ...(secret === undefined ? {} : { 'latent-edge-secret': secret }),
    },
  })

test('who comes past the edge is refused, whatever it asks for and whatever key it has', async () => {
  for (const path of ['/v1/filings', '/v1/filings?limit=1', '/openapi.json', '/v1/nothing', '/metrics']) {
    for (const secret of [undefined, '', 'wrong', SECRET.slice(0, -1), `${SECRET}x`, `${SECRET},${NEXT}`]) {
      const answer = await ask(path, secret)
      expect(answer.status, `${path} ${secret}`).toBe(421)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect(await answer.json()).toMatchObject({ code: 'misdirected_request', status: 421 })
    }
  }
  const written = await ask('/v1/webhook_endpoints', undefined, { method: 'POST', body: '{}' })
  expect(written.status).toBe(421)
})

test('either secret opens, also to an answer that is kept', async () => {
  for (const secret of [SECRET, NEXT, SECRET])
    expect((await ask('/v1/filings?limit=1', secret)).status).toBe(200)
  expect((await ask('/v1/filings?limit=1')).status).toBe(421)
})

test('the platform may ask for the health, and for nothing that only looks like it', async () => {
  for (const path of ['/health', '/readyz', '/livez']) expect((await ask(path)).status, path).toBe(200)
  for (const path of ['/health/', '//health', '/healthz'])
    expect((await ask(path)).status, path).not.toBe(200)
  expect((await ask('/health', undefined, { method: 'POST' })).status).toBe(421)
})

test('the secret is in no log line', async () => {
  await ask('/v1/filings', SECRET)
  await ask('/v1/filings', 'a-wrong-secret-of-the-edge')
  expect(api.lines.join('')).not.toMatch(/edge-secret|takes-over|secret-of-the-edge/)
})

test('is off unless it is set, and long in production', () => {
  const needed = { DATABASE_URL: 'postgres://x', REDIS_CACHE_URL: 'redis://x', OBJECT_STORE_URL: 'file:///x' }
  const random = () => randomBytes(32).toString('base64url')
  const secrets = {
    KEY_PEPPER: `v1:${random()}`,
    CURSOR_SECRET: random(),
    AUTH_SECRET: random(),
    METER_FOLDER: '/tmp/meter',
    SEALING_KEYS: `v1:${randomBytes(32).toString('base64')}`,
    LATENT_ENV: 'production',
  }
  expect(apiConfig(needed).edgeSecrets).toEqual([])
  expect(apiConfig({ ...needed, ...secrets, EDGE_SECRET: `${SECRET}, ${NEXT}` }).edgeSecrets).toEqual([
    SECRET,
    NEXT,
  ])
  expect(() => apiConfig({ ...needed, ...secrets, EDGE_SECRET: `${SECRET},short` })).toThrow(/EDGE_SECRET/)
})
