import { randomBytes } from 'node:crypto'
import { generateKey } from '@sec-latent/core/accounts/key-format'
import { createLogger } from '@sec-latent/core/log'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openQueues, type Queues } from '../queue/queues.ts'
import { queueDashboardConfig } from './config.ts'
import { buildQueueDashboard } from './server.ts'
import { signIn } from './sign-in.ts'

const TOKEN = randomBytes(32).toString('base64url')
const KEY = generateKey('live')
const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`,
})

let redis: TestRedis
let queues: Queues
let app: Awaited<ReturnType<typeof buildQueueDashboard>>
const lines: string[] = []

beforeAll(async () => {
  redis = await testRedis({ own: true })
  queues = openQueues(redis.url)
  app = await buildQueueDashboard({
    queues,
    token: TOKEN,
    log: createLogger('queue-dashboard', 'debug', (line) => lines.push(line)),
  })
  await queues.add([
    {
      job_name: 'fetch-filing',
      job_id: 'fetch-filing.1',
      payload: {
        dataset: 'live',
        accession_number: `0009990001-24-000001 ${KEY}`,
        email: 'canary@mail.example.com',
        nested: { canary: 'canary-in-a-payload' },
      } as never,
    },
  ])
})
afterAll(async () => {
  await app.close()
  await queues.close()
  await redis.close()
})

describe('whoever is not signed in', () => {
  test.each([
    ['nobody', {}],
    ['another password', basic('wrong')],
    ['the token cut short', basic(TOKEN.slice(0, -1))],
    ['another scheme', { authorization: `Digest ${TOKEN}` }],
    ['nonsense', { authorization: 'Basic \u00e9' }],
  ])('is refused everything: %s', async (_who, headers) => {
    for (const url of ['/', '/api/queues', '/queue/fetch-filing', '/static/js/main.js']) {
      const answer = await app.inject({ url, headers })
      expect(answer.statusCode, url).toBe(401)
      expect(answer.headers['www-authenticate']).toContain('Basic')
      expect(answer.body).not.toContain('fetch-filing')
    }
  })

  test('may guess a number of times in a minute', () => {
    let now = 0
    const judge = signIn(TOKEN, () => now)
    const verdicts = Array.from({ length: 30 }, () => judge(`Bearer ${'x'.repeat(40)}`))
    expect(verdicts.filter((verdict) => verdict === 'refused')).toHaveLength(20)
    expect(judge(`Bearer ${TOKEN}`)).toBe('too_many')
    now = 60_000
    expect(judge(`Bearer ${TOKEN}`)).toBe('ok')
  })
})

describe('the dashboard', () => {
  test('is a page that asks nobody else', async () => {
    const answer = await app.inject({ url: '/', headers: basic(TOKEN) })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    const [script] = /static\/js\/main[^"]+/.exec(answer.body) ?? []
    expect((await app.inject({ url: `/${script}`, headers: basic(TOKEN) })).statusCode).toBe(200)
  })

  test('shows what waits, its ids and nothing else of it', async () => {
    const answer = await app.inject({
      url: '/api/queues?activeQueue=fetch-filing&status=latest&page=1',
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    expect(answer.statusCode).toBe(200)
    const queue = answer.json().queues.find((one: { name: string }) => one.name === 'fetch-filing')
    expect(queue).toMatchObject({ readOnlyMode: true, counts: { waiting: 1 } })
    expect(queue.jobs[0].data).toEqual({
      dataset: 'live',
      accession_number: '0009990001-24-000001 slp_live_[redacted]',
      hidden_fields: 2,
    })
    for (const canary of [KEY, 'canary']) expect(answer.body).not.toContain(canary)
  })

  test('changes nothing', async () => {
    const changes = [
      ['PUT', '/api/queues/fetch-filing/pause'],
      ['PUT', '/api/queues/fetch-filing/clean/wait'],
      ['PUT', '/api/queues/fetch-filing/fetch-filing.1/clean'],
      ['POST', '/api/queues/fetch-filing/add'],
      ['DELETE', '/api/queues/fetch-filing'],
    ] as const
    for (const [method, url] of changes) {
      expect((await app.inject({ method, url, headers: basic(TOKEN) })).statusCode, url).toBe(405)
    }
    expect((await queues.depths())['fetch-filing']).toMatchObject({ waiting: 1 })
    expect(await queues.queueOf('fetch-filing').isPaused()).toBe(false)
  })

  test('never writes what it was opened with', () => {
    expect(lines.join()).toContain('queue-dashboard.sign-in')
    for (const secret of [TOKEN, TOKEN.slice(0, -1), 'wrong']) expect(lines.join()).not.toContain(secret)
  })
})

describe('a token', () => {
  const env = { REDIS_QUEUE_URL: 'redis://localhost:6379' }
  test.each([
    ['none', undefined],
    ['a short one', 'x7Gq2LmV9tRz'],
    ['one of an example', 'change-me-change-me-change-me-change-me'],
    ['a repeated character', 'a'.repeat(40)],
  ])('%s does not start', (_what, token) => {
    expect(() => queueDashboardConfig({ ...env, ADMIN_TOKEN: token })).toThrow('ADMIN_TOKEN')
  })

  test('of random characters does, on this machine alone unless told', () => {
    expect(queueDashboardConfig({ ...env, ADMIN_TOKEN: TOKEN })).toMatchObject({
      QUEUE_DASHBOARD_HOST: '127.0.0.1',
      QUEUE_DASHBOARD_PORT: 8005,
    })
  })
})
