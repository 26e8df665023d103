import type { Sql } from '@sec-latent/core/db'
import type { Limiter } from '@sec-latent/core/limits/limiter'
import { poolMetrics } from '@sec-latent/core/metrics/pool-metrics'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Counter, collectDefaultMetrics, Gauge, type Metric, Registry } from 'prom-client'
import type { ResponseCache } from '../cache/response-cache.ts'
import { frontCounts } from '../front/counts.ts'
import type { DatabaseState } from './health.ts'
import { requestDurations } from './request-durations.ts'

/** What is measured, apart from requests. */
export interface Measured {
  limiter: Pick<Limiter, 'counts'>
  cache?: Pick<ResponseCache, 'counts'> | undefined
  /** By the name they have as a label. */
  pools: Record<string, Sql>
  checkDatabase: () => Promise<DatabaseState>
}

/** The numbers operators look at. Labels are routes and statuses only, never customers. */
export function createMetrics({ limiter, cache, pools, checkDatabase }: Measured) {
  const registry = new Registry()
  const durations = requestDurations()
  const operations = new Map<string, { route: string; method: string }>()
  const front = frontCounts((operation, status) => {
    const { route, method } = operations.get(operation) ?? { route: 'other', method: 'GET' }
    return durations.of(route, method, status)
  })
  collectDefaultMetrics({ register: registry })
  registry.registerMetric(durations.metric as unknown as Metric)
  poolMetrics(registry, pools)
  new Gauge({
    name: 'database_up',
    help: '1 while Postgres answers this process within two seconds.',
    registers: [registry],
    async collect() {
      this.set((await checkDatabase()) === 'unreachable' ? 0 : 1)
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
  return {
    registry,
    durations,
    /** Route and method of each operation. */
    operations,
    front,
  }
}
export type Metrics = ReturnType<typeof createMetrics>

/** Counts every answer. */
export const measure = fp<{ metrics: Metrics }>(
  async (app: FastifyInstance, { metrics: { durations, operations } }) => {
    /** As the contract writes it. */
    const templates = new Map<string, string>()
    const templateOf = (url: string) => {
      const known = templates.get(url)
      if (known !== undefined) return known
      const template = url.replace(/:(\w+)/g, '{$1}')
      templates.set(url, template)
      return template
    }

    app.addHook('onRoute', ({ url, method, schema }) => {
      const operation = (schema as { operationId?: string } | undefined)?.operationId
      if (operation === undefined || method === 'HEAD') return
      operations.set(operation, { route: templateOf(url), method: String(method) })
    })

    /** When the answers that go on and on began. */
    const beginnings = new WeakMap<FastifyRequest, number>()
    app.addHook('onSend', async (request, reply) => {
      if (isLongLived(request)) beginnings.set(request, reply.elapsedTime)
    })

    const observe = (request: FastifyRequest, reply: FastifyReply) => {
      const { url } = request.routeOptions
      const route = isScenario(request) ? 'test_scenario' : url === undefined ? 'unknown' : templateOf(url)
      const milliseconds = beginnings.get(request) ?? reply.elapsedTime
      durations.of(route, request.method, reply.statusCode).observe(milliseconds / 1000)
    }
    app.addHook('onResponse', async (request, reply) => observe(request, reply))
  },
  { name: 'measure' },
)

/** A fault that a caller asked for to try his program: it is none of ours. */
function isScenario(request: FastifyRequest): boolean {
  return request.headers['latent-test-scenario'] !== undefined && request.account?.mode === 'test'
}

function isLongLived(request: FastifyRequest): boolean {
  return request.routeOptions.config.longLived === true
}
