import { egressClient } from '@sec-latent/core/egress/client'
import { egressRules } from '@sec-latent/core/egress/rules'
import { startReceiver, TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import { sealer } from '@sec-latent/core/secrets/seal'
import { testRedis } from '@sec-latent/core/testing/redis'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { openTracer } from '@sec-latent/core/traces/open'
import { startCollector } from '@sec-latent/core/traces/testing/collector'
import type { Tracer } from '@sec-latent/core/traces/tracer'
import { endpointStore } from '@sec-latent/core/webhooks/endpoint-store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../api/src/testing/test-app.ts'
import { workerConfig } from '../workers/src/config.ts'
import { runExport } from '../workers/src/exports/run-export.ts'
import { startCarrier } from '../workers/src/intake/carrier.ts'
import { startWorker } from '../workers/src/job.ts'
import { openServices } from '../workers/src/services.ts'
import { startWebhooks } from '../workers/src/webhooks/deliver.ts'

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736'
const GIVEN = `00-${TRACE_ID}-00f067aa0ba902b7-00`
const CANARY = 'canary-in-a-request'
const seals = sealer(TEST_SEALING_KEYS)

let collector: Awaited<ReturnType<typeof startCollector>>
let receiver: Awaited<ReturnType<typeof startReceiver>>
let queue: Awaited<ReturnType<typeof testRedis>>
let api: TestApp
let tracer: Tracer

const settings = () => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  OTEL_TRACES_SAMPLER_ARG: 1,
  RELEASE: 'test',
  LATENT_ENV: 'development',
})

beforeAll(async () => {
  ;[collector, receiver, queue] = await Promise.all([
    startCollector(),
    startReceiver((_request, response) => response.writeHead(204).end()),
    testRedis({ own: true }),
  ])
  tracer = await openTracer(settings(), 'api')
  api = await testApp({ tracer })
  await endpointStore(api.sql, seals).create(
    { organisation_id: api.organisation.id, dataset: 'live' },
    {
      ...{ url: receiver.url, description: '', event_types: ['export.completed'] },
      ...{ ciks: [], form_types: [], signal_types: [] },
    },
  )
})
afterAll(async () => {
  await api.close()
  await Promise.all([collector.close(), receiver.close(), queue.close()])
})

/** What a worker process runs, here with two kinds of work. */
async function work() {
  const config = workerConfig({
    DATABASE_URL: api.urls.database,
    REDIS_QUEUE_URL: queue.url,
    REDIS_CACHE_URL: queue.url,
    OBJECT_STORE_URL: api.urls.objectStore,
    LOG_LEVEL: 'silent',
  })
  const services = openServices(config, 'workers', await openTracer(settings(), 'workers'))
  const carrier = startCarrier(services)
  const worker = startWorker(runExport, services)
  const webhooks = startWebhooks({
    databaseUrl: api.urls.database,
    concurrency: 4,
    schedule: [0],
    sealer: seals,
    egress: egressClient({ rules: egressRules({ ports: null, allowCidrs: '127.0.0.1' }), ca: TEST_CA }),
    log: services.log,
    tracer: services.tracer,
  })
  return async () => {
    await carrier.stop()
    await Promise.all([worker.close(), webhooks.stop()])
    await services.close()
  }
}

test('one trace goes from a request through outbox, queue and worker to the webhook, and to the collector', async () => {
  await api.get(`/v1/search?q=${CANARY}`, { headers: { 'client-request-id': CANARY } })
  const { key } = await api.makeKey({ scopes: ['exports:*', 'filings:read'] })
  const answer = await api.send({
    key,
    method: 'POST',
    url: '/v1/exports',
    headers: { traceparent: GIVEN },
    payload: { resource: 'filings', format: 'ndjson' },
  })
  expect(answer.statusCode).toBe(202)
  expect(answer.headers.traceparent).toMatch(
    new RegExp(`^00-${TRACE_ID}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`),
  )
  const [announced] = await api.sql<{ traceparent: string }[]>`select traceparent from outbox`
  expect(announced?.traceparent).toBe(answer.headers.traceparent)
  const line = api.lines.map((one) => JSON.parse(one)).find((one) => one.action === 'createExport')
  expect(line).toMatchObject({ trace_id: TRACE_ID, metadata: { request_id: answer.headers['request-id'] } })

  const stop = await work()
  await expect.poll(() => receiver.requests.length, { timeout: 60_000 }).toBe(1)
  expect(receiver.requests[0]?.headers.traceparent).toContain(TRACE_ID)
  await stop()
  await tracer.close()

  const spans = collector.spans.filter((span) => span.trace_id === TRACE_ID)
  const named = (name: string) => spans.find((span) => span.name === name)
  const request = named('POST /v1/exports')
  const job = named('process run-export')
  const webhook = named('webhook attempt')
  expect(request).toMatchObject({ service: 'sec-latent-api', parent_span_id: '00f067aa0ba902b7' })
  expect(job).toMatchObject({ service: 'sec-latent-workers', parent_span_id: request?.span_id })
  expect(webhook).toMatchObject({ parent_span_id: job?.span_id })
  expect(webhook?.attributes).toMatchObject({ 'http.response.status_code': 204 })
  expect(receiver.requests[0]?.headers.traceparent).toContain(webhook?.span_id)
  expect(spans.filter((span) => span.failed)).toEqual([])
  // Of what a request holds nothing is told but its route.
  expect(collector.spans.map((span) => span.name)).toContain('GET /v1/search')
  for (const secret of [CANARY, api.keys.live.key, receiver.url]) {
    expect(collector.bodies.join()).not.toContain(secret)
  }
})
