import type { Limiter } from '@sec-latent/core/limits/limiter'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ResponseCache } from '../cache/response-cache.ts'
import { frontCounts } from '../front/counts.ts'

/** Seconds; the targets of the service lie between 25 ms and 1 s. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** The numbers operators look at. Labels are operations and statuses only, never customers. */
export function createMetrics(
  limiter: Pick<Limiter, 'counts'>,
  cache?: Pick<ResponseCache, 'counts'> | undefined,
) {
  const registry = new Registry()
  const front = frontCounts()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['operation', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames: ['operation', 'status'],
    registers: [registry],
    collect() {
      for (const { operation, status, requests: count } of front.take()) {
        this.inc({ operation, status: String(status) }, count)
      }
    },
  })
  new Gauge({
    name: 'rate_limit_fallbacks',
    help: 'Requests this process decided without Redis.',
    registers: [registry],
    collect() {
      this.set(limiter.counts().fallbacks)
    },
  })
  new Gauge({
    name: 'rate_limit_redis_calls',
    help: 'Commands this process sent to Redis for its limits.',
    registers: [registry],
    collect() {
      this.set(limiter.counts().redisCalls)
    },
  })
  new Counter({
    name: 'cache_requests_total',
    help: 'Requests for answers that may be kept, by where the answer came from: front and hit this process, shared another, joined one under way, miss nowhere.',
    labelNames: ['result'],
    registers: [registry],
    collect() {
      // The cache counts since this process began, and so does this.
      this.reset()
      for (const [result, count] of Object.entries({ front: front.hits(), ...cache?.counts }))
        this.inc({ result }, count)
    },
  })
  return { registry, duration, requests, front }
}
export type Metrics = ReturnType<typeof createMetrics>

/** Counts every answer. */
export const measure = fp<{ metrics: Metrics }>(
  async (app: FastifyInstance, { metrics }) => {
    app.addHook('onResponse', async (request, reply) => {
      const labels = {
        operation: request.routeOptions.schema?.operationId ?? 'unknown_operation',
        status: String(reply.statusCode),
      }
      metrics.requests.inc(labels)
      metrics.duration.observe(labels, reply.elapsedTime / 1000)
    })
  },
  { name: 'measure' },
)
