import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKey } from '@sec-latent/core/accounts/key-format'
import { deadJobStore } from '@sec-latent/core/dead-jobs/store'
import { openErrorReports } from '@sec-latent/core/error-reports/open'
import { openTracer } from '@sec-latent/core/traces/open'
import { startCollector } from '@sec-latent/core/traces/testing/collector'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../api/src/testing/test-app.ts'

/** Each stands in a place where customers put things; none may be seen anywhere but in the answer to them. */
const CANARY = {
  header: 'canary-header-5d1c',
  cookie: 'canary-cookie-9e77',
  query: 'canary-query-31fa',
  body: 'canary-body-8c02',
  document: 'canary-document-77b4',
  email: 'canary.person@mail.example.com',
  token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.Y2FuYXJ5LXNpZ25hdHVyZQ',
  key: generateKey('live'),
  password: 'canary-password-12aa',
}
const planted = Object.entries(CANARY)

let api: TestApp
let collector: Awaited<ReturnType<typeof startCollector>>
let tracer: Awaited<ReturnType<typeof openTracer>>
const envelopes: string[] = []
const sentry = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    envelopes.push(body)
    response.writeHead(200).end('{}')
  })
})

beforeAll(async () => {
  collector = await startCollector()
  await new Promise<void>((resolve) => sentry.listen(0, '127.0.0.1', resolve))
  const settings = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER_ARG: 1,
    SENTRY_DSN: `http://publickey@127.0.0.1:${(sentry.address() as AddressInfo).port}/1`,
    RELEASE: 'test',
    LATENT_ENV: 'development',
  }
  tracer = await openTracer(settings, 'api')
  api = await testApp({ tracer })
  await openErrorReports(settings, 'api', api.services.logger)
})
afterAll(async () => {
  await api.close()
  await collector.close()
  await new Promise((resolve) => sentry.close(resolve))
})

/** Every key and value that Redis holds. */
async function redisContent(): Promise<string> {
  const parts: string[] = []
  for (const key of await api.redis.keys('*')) {
    parts.push(key)
    const type = await api.redis.type(key)
    if (type === 'string') parts.push((await api.redis.get(key)) ?? '')
    else if (type === 'hash') parts.push(JSON.stringify(await api.redis.hgetall(key)))
    else if (type === 'list') parts.push(...(await api.redis.lrange(key, 0, -1)))
    else if (type === 'set') parts.push(...(await api.redis.smembers(key)))
    else if (type === 'zset') parts.push(...(await api.redis.zrange(key, '0', '-1')))
    else if (type === 'stream') parts.push(JSON.stringify(await api.redis.xrange(key, '-', '+')))
  }
  return parts.join('\n')
}

test('what customers send is in no log, trace, metric, report, dead job or Redis, and in no error told to others', async () => {
  const headers = {
    'user-agent': CANARY.header,
    'x-anything': CANARY.header,
    'client-request-id': CANARY.header,
  }
  const { key } = await api.makeKey({ scopes: ['exports:*', 'webhooks:*', 'filings:read', 'signals:read'] })
  const answers = [
    await api.get(`/v1/search?q=${CANARY.query}`, { headers }),
    await api.get(`/v1/filings?${CANARY.query}=1`, { headers }),
    await api.get(`/v1/filings?ticker=${encodeURIComponent(CANARY.email)}`, { headers }),
    await api.get(`/v1/filings?api_key=${CANARY.key}`, { headers }),
    await api.get(`/v1/filings/${encodeURIComponent(CANARY.email)}`, { headers }),
    await api.get('/v1/filings', { key: CANARY.key, headers: { ...headers, cookie: `a=${CANARY.cookie}` } }),
    await api.get('/v1/filings', { key: null, headers: { authorization: `Bearer ${CANARY.token}` } }),
    await api.send({
      ...{ key, method: 'POST', url: '/v1/exports', headers: { 'idempotency-key': CANARY.header } },
      payload: { resource: 'filings', format: 'ndjson', [CANARY.body]: CANARY.body },
    }),
    await api.send({
      ...{ key, method: 'POST', url: '/v1/webhook-endpoints', headers: { 'idempotency-key': CANARY.header } },
      payload: {
        url: `https://user:${CANARY.password}@receiver.example.com/${CANARY.body}`,
        event_types: ['filing.published'],
        description: CANARY.email,
      },
    }),
    await api.send({
      ...{ method: 'POST', url: '/api/auth/sign-in/email', key: null },
      payload: { email: CANARY.email, password: CANARY.password },
    }),
  ]
  // Something breaks in a way that quotes what it had in hand, as Postgres and JSON.parse do.
  const broken = Object.assign(
    new Error(`invalid input syntax for type integer: "${CANARY.body} ${CANARY.document}"`),
    {
      detail: CANARY.document,
      parameters: [CANARY.body, CANARY.email],
    },
  )
  api.services.searchIndex.search = () => Promise.reject(broken)
  const failed = await api.get(`/v1/search?q=${CANARY.query}`, { headers })
  expect(failed.statusCode).toBe(500)
  await deadJobStore(api.sql).bury({
    ...{ job_name: 'parse-filing', job_id: '1', payload: { dataset: 'live', accession_number: '0' } },
    ...{ reason: 'internal_error', attempts: 1, deaths: 0, trace_id: null, first_at: new Date() },
    error: new Error(`refused ${CANARY.key} of ${CANARY.email} with Bearer ${CANARY.token}`),
  })
  await api.services.logger.flushErrors()
  await tracer.close()

  const places: Record<string, string> = {
    logs: api.lines.join('\n'),
    traces: collector.bodies.join('\n'),
    metrics: await api.services.metrics.registry.metrics(),
    reports: envelopes.join('\n'),
    'dead jobs': JSON.stringify(await deadJobStore(api.sql).list()),
    Redis: await redisContent(),
    'the answer to what broke': failed.body,
  }
  // Each place has something in it, so that finding nothing there says something.
  expect(answers.map(({ statusCode }) => statusCode)).toContain(200)
  expect(api.lines.length).toBeGreaterThan(answers.length)
  expect(collector.spans.length).toBeGreaterThan(5)
  expect(envelopes.length).toBe(1)
  expect(places.metrics).toContain('http_server_request_duration_seconds')
  expect(places.Redis?.length).toBeGreaterThan(0)
  const hits = Object.entries(places).flatMap(([place, text]) =>
    planted.filter(([, canary]) => text.includes(canary)).map(([what]) => `${what} in ${place}`),
  )
  expect(hits).toEqual([])
})
