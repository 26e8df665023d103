import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { auth } from './plugins/auth.ts'
import { type TestApp, testApp } from './testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
})
afterAll(() => api.close())

describe('every answer', () => {
  it.each(['/v1/filings', '/v1/filings?x=1', '/v1/nothing', '/v1/keys', '/livez', '/openapi.json'])(
    'tells a browser to trust nothing about %s',
    async (url) => {
      expect((await api.get(url)).headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': expect.any(String),
      })
    },
  )

  it.each([
    ...['/.git/config', '/.git/HEAD', '/.env', '/package.json', '/node_modules/fastify/package.json'],
    ...[
      '/dist/main.js.map',
      '/main.js',
      '/src/main.ts',
      '/core/migrations/0001_filings.sql',
      '/server-status',
    ],
    ...['/admin', '/debug/pprof', '/actuator/env', '/graphql', '/docs/internal', '/queues', '/metrics'],
    ...['/', '/v1', '/v1/', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd'],
  ])('to %s is that there is nothing', async (url) => {
    const answer = await api.app.inject({ url })
    expect([400, 404]).toContain(answer.statusCode)
    expect(answer.json()).toMatchObject({ status: answer.statusCode, code: expect.any(String) })
  })
})

describe('who may do what', () => {
  it('a route that does not say who may call it does not start', async () => {
    const { keys, identity } = api.services
    const app = Fastify()
    await app.register(auth, { keys, identity, failedAttemptsPerMinute: 10 })
    expect(() => app.get('/forgotten', async () => 'open to everybody')).toThrow(
      /GET \/forgotten declares no scope/,
    )
    expect(() => app.get('/open', { config: { public: true } as never }, async () => 'meant')).not.toThrow()
    await app.close()
  })

  it.each([
    ['x-middleware-subrequest', 'middleware:middleware:middleware:middleware:middleware'],
    ['x-middleware-subrequest', 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy'],
    ['x-original-url', '/livez'],
    ['x-rewrite-url', '/livez'],
    ['x-http-method-override', 'OPTIONS'],
    ['x-user-id', 'usr_01hzxk3n9yfqv8w5c4b7a2d6e0'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-real-ip', '127.0.0.1'],
    ['x-internal', 'true'],
  ])('the header %s opens nothing', async (name, value) => {
    for (const url of ['/v1/keys', '/v1/audit-events', '/v1/filings']) {
      const answer = await api.get(url, { key: null, headers: { [name]: value } })
      expect(answer.statusCode, url).toBe(401)
    }
  })

  it('every route of the contract but the open ones refuses whoever does not say who they are', async () => {
    const { paths } = api.app.swagger() as { paths: Record<string, Record<string, { security?: unknown[] }>> }
    const refused: string[] = []
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(methods)) {
        if (security?.length === 0) continue
        const url = path.replace(/\{\w+\}/g, 'x')
        const { statusCode } = await api.app.inject({ method: method.toUpperCase() as 'GET', url })
        expect(statusCode, `${method} ${path}`).toBe(401)
        refused.push(`${method} ${path}`)
      }
    }
    expect(refused.length).toBeGreaterThan(80)
  })
})

describe('the log', () => {
  it('who is refused is in the log with what they asked for, and their key is not', async () => {
    const unknown = `${api.keys.live.key.slice(0, -6)}AAAAAA`
    const narrow = await api.makeKey({ scopes: ['filings:read'] })
    const ids: string[] = []
    for (const [key, status] of [
      [null, 401],
      [unknown, 401],
      [narrow.key, 403],
    ] as const) {
      const answer = await api.get('/v1/audit-events', { key })
      expect(answer.statusCode).toBe(status)
      ids.push(answer.json().request_id)
    }
    const lines = api.lines.filter((line) => ids.some((id) => line.includes(id)))
    expect(lines.map((line) => JSON.parse(line)).filter(({ status }) => status === 'refused')).toMatchObject([
      { action: 'listAuditEvents', user_id: null, metadata: { http_status: 401, key_id: null } },
      { action: 'listAuditEvents', user_id: null, metadata: { http_status: 401, key_id: null } },
      {
        action: 'listAuditEvents',
        user_id: api.organisation.id,
        metadata: { http_status: 403, key_id: narrow.record.id },
      },
    ])
    for (const key of [unknown, narrow.key]) expect(lines.join()).not.toContain(key.slice(12))
  })
})

describe('the name of an organisation', () => {
  it('of a million characters is refused as fast as any other, and one with a control character too', async () => {
    const admin = await api.makeKey({ mode: 'admin', scopes: ['members:admin'] })
    for (const name of [`${'a'.repeat(900_000)}\u0001`, 'a\u0001', ' ', '']) {
      const answer = await api.send({
        method: 'PATCH',
        url: '/v1/organisation',
        key: admin.key,
        payload: { name },
        headers: { 'if-match': '*' },
      })
      expect(answer.statusCode, name.slice(0, 9)).toBe(400)
    }
  })
})

describe('what all objects share', () => {
  const names = () =>
    [Object.prototype, Array.prototype, Function.prototype].map((shared) =>
      Object.getOwnPropertyNames(shared).sort(),
    )

  it('is not changed by a body, a query or a path', async () => {
    const before = names()
    const key = api.keys.live.key
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    for (const payload of [
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '{"name":{"__proto__":{"polluted":true}}}',
      '{"name":"x","change_types":["__proto__"],"ciks":[{"__proto__":{"polluted":true}}]}',
    ]) {
      for (const url of ['/v1/monitors', '/v1/keys', '/v1/exports', '/v1/webhook-endpoints']) {
        const { statusCode } = await api.app.inject({ method: 'POST', url, headers, payload })
        expect([400, 403], `${url} ${payload}`).toContain(statusCode)
      }
    }
    for (const query of ['__proto__[polluted]=1', 'constructor[prototype][polluted]=1', 'cik=__proto__']) {
      expect((await api.get(`/v1/filings?${query}`)).statusCode).toBe(400)
    }
    for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect([400, 404]).toContain((await api.get(`/v1/filings/${id}`)).statusCode)
      expect([400, 404]).toContain((await api.get(`/v1/signal-types/${id}`)).statusCode)
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(names()).toEqual(before)
  })
})

describe('an error nobody foresaw', () => {
  it('tells the caller nothing but an id, and the log what it was', async () => {
    const secret = 'connection to 10.1.2.3 as api_login failed'
    const broken = vi.spyOn(api.services.changes, 'list').mockRejectedValue(new Error(secret))
    const answer = await api.get('/v1/changes')
    broken.mockRestore()
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('10.1.2.3')
    expect(answer.body).not.toMatch(/at .*\.ts|node_modules|Error:/)
    expect(answer.json()).toMatchObject({ status: 500, request_id: expect.stringMatching(/^req_/) })
    expect(api.lines.some((line) => line.includes('10.1.2.3'))).toBe(true)
  })
})
