import { newId } from '@sec-latent/core/ids'
import { createLogger } from '@sec-latent/core/log'
import Fastify, { type FastifyInstance } from 'fastify'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessLog } from './access-log.ts'
import type { Account } from './auth.ts'
import { deprecation } from './deprecation.ts'
import { loadShedding, shedding } from './load-shedding.ts'
import { problemHandler } from './problem-handler.ts'
import { scenarios, testScenarios } from './scenarios.ts'
import { versionOf } from './versioning.ts'

const logger = createLogger('api', 'silent')
const portalUrl = 'http://portal.test'

async function bareApp() {
  const app = Fastify({ genReqId: () => newId('req') })
  await app.register(problemHandler, { portalUrl, logger })
  app.decorate('transport', true)
  return app
}

/** Stands in for a plugin that others say they need. */
function registered(app: FastifyInstance, name: string) {
  const plugin = Object.assign(async () => {}, {
    [Symbol.for('skip-override')]: true,
    [Symbol.for('plugin-meta')]: { name },
    [Symbol.for('fastify.display-name')]: name,
  })
  return app.register(plugin)
}

describe('Latent-Test-Scenario', () => {
  let app: FastifyInstance
  let address: string
  beforeAll(async () => {
    app = await bareApp()
    app.decorateRequest('account', null)
    await registered(app, 'auth')
    app.addHook('onRequest', async (request) => {
      request.account = { mode: request.headers['x-mode'] ?? 'test' } as Account
    })
    await app.register(scenarios, { holdMs: 200, slowMs: 50 })
    app.get('/v1/filings', async () => ({ ok: true }))
    address = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(async () => {
    await app.close()
  })
  const ask = (scenario: string, mode = 'test') =>
    fetch(`${address}/v1/filings`, { headers: { 'latent-test-scenario': scenario, 'x-mode': mode } })

  it.each([
    ['402', 402, 'quota_exceeded', 'false', null],
    ['429', 429, 'rate_limited', 'true', '1'],
    ['500', 500, 'internal_error', null, null],
    ['503', 503, 'unavailable', 'true', '1'],
  ])('%s answers as the real thing would', async (scenario, status, code, retry, after) => {
    const answer = await ask(scenario)
    expect(answer.status).toBe(status)
    expect(((await answer.json()) as { code: string }).code).toBe(code)
    expect(answer.headers.get('x-should-retry')).toBe(retry)
    expect(answer.headers.get('retry-after')).toBe(after)
  })

  it('slow-3s answers late, but right', async () => {
    expect(await (await ask('slow-3s')).json()).toEqual({ ok: true })
  })

  it.each(['timeout', 'reset'])('%s never answers', async (scenario) => {
    await expect(ask(scenario)).rejects.toThrow()
  })

  it('is refused with a live key, and with another name', async () => {
    for (const [scenario, mode] of [
      ['429', 'live'],
      ['430', 'test'],
    ] as const) {
      const answer = await ask(scenario, mode)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({
        code: 'invalid_parameter',
        errors: [{ header: 'Latent-Test-Scenario', allowed: [...testScenarios] }],
      })
    }
  })
})

describe('an operation that will go away', () => {
  const deprecated = {
    since: '2026-09-01',
    sunset: '2027-06-01',
    page: '/docs/changelog#old',
    successor: '/v1/new',
  }

  it('says since when, until when, where to read about it and what to use', async () => {
    const app = await bareApp()
    await app.register(deprecation, { portalUrl })
    app.get('/v1/old', { config: { deprecated } as never }, async (_request, reply) => {
      reply.header('link', '</v1/old?cursor=x>; rel="next"')
      return {}
    })
    app.get('/v1/new', async () => ({}))
    const { headers } = await app.inject('/v1/old')
    expect(headers.deprecation).toBe('@1788220800')
    expect(headers.sunset).toBe('Tue, 01 Jun 2027 00:00:00 GMT')
    expect(headers.link).toBe(
      '</v1/old?cursor=x>; rel="next", <http://portal.test/docs/changelog#old>; rel="deprecation"; type="text/html", ' +
        '<http://portal.test/docs/changelog#old>; rel="sunset"; type="text/html", </v1/new>; rel="successor-version"',
    )
    expect((await app.inject('/v1/new')).headers).not.toHaveProperty('deprecation')
    await app.close()
  })

  it('is announced 180 days ahead, or the process does not start', async () => {
    const app = await bareApp()
    await app.register(deprecation, { portalUrl })
    await app.after()
    expect(() =>
      app.get(
        '/v1/old',
        { config: { deprecated: { ...deprecated, sunset: '2027-02-01' } } as never },
        () => {},
      ),
    ).toThrow('less than 180 days')
    await app.close()
  })
})

describe('a process that is overloaded', () => {
  it('refuses in words, keeps what is critical, and takes requests again when others are answered', async () => {
    const app = await bareApp()
    await registered(app, 'transport')
    const lines: { action: string; level: string; metadata: { refused?: number } }[] = []
    const logger = createLogger('api', 'info', (line) => lines.push(JSON.parse(line)))
    const registry = new Registry()
    await app.register(loadShedding, { shedding: shedding({ maxInFlight: 2 }), portalUrl, logger, registry })
    const waiting = async () =>
      (await registry.getSingleMetric('http_requests_waiting')?.get())?.values[0]?.value
    await app.register(accessLog, { logger })
    let release: (() => void) | undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let entered = 0
    app.get('/slow', async () => {
      entered += 1
      await held
      return {}
    })
    app.get('/stream', { config: { longLived: true } as never }, async () => {
      await held
      return {}
    })
    app.get('/health', { config: { priority: 'critical' } as never }, async () => ({}))
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const status = async (path: string) => (await fetch(address + path)).status

    const streams = [status('/stream'), status('/stream'), status('/stream')]
    const gone = new AbortController()
    const aborted = fetch(`${address}/slow`, { signal: gone.signal }).catch(() => 'gone')
    const slow = status('/slow')
    await expect.poll(() => entered).toBe(2)
    expect(await waiting()).toBe(2)
    const refused = await fetch(`${address}/slow`)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ code: 'overloaded', retryable: true })
    expect(await status('/health')).toBe(200)

    gone.abort()
    expect(await aborted).toBe('gone')
    const next = fetch(`${address}/slow`)
    release?.()
    expect(await slow).toBe(200)
    expect(await Promise.all(streams)).toEqual([200, 200, 200])
    expect([200, 503]).toContain((await next).status)
    await expect.poll(() => status('/slow')).toBe(200)
    await expect
      .poll(() => lines.some(({ action }) => action === 'load.shed'), { timeout: 10_000 })
      .toBe(true)
    expect(lines.find(({ action }) => action === 'load.shed')?.metadata.refused).toBeGreaterThanOrEqual(1)
    expect(lines.filter(({ level }) => level === 'ERROR')).toEqual([])
    expect(await waiting()).toBe(0)
    await app.close()
  })
})

describe('the version that answers', () => {
  const versions = ['2026-11-01', '2027-05-01'] as never
  it.each([
    [undefined, undefined, '2027-05-01'],
    [undefined, '2026-11-01', '2026-11-01'],
    ['2027-05-01', '2026-11-01', '2027-05-01'],
    [undefined, '2020-01-01', '2026-11-01'],
  ])('asked %s, pinned %s: %s', (asked, pinned, version) => {
    expect(versionOf(asked, pinned, versions)).toBe(version)
  })
})
