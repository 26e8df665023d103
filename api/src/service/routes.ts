import { timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Limiter } from '@sec-latent/core/limits/limiter'
import { type CoverageStore, NOTHING_YET } from '@sec-latent/core/processing/coverage-store'
import { formatInstant } from '../instants.ts'
import { named, publicAccess } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { CURRENT_VERSION } from '../version.ts'
import type { DatabaseState } from './health.ts'
import type { Metrics } from './metrics.ts'
import { Health, ServiceStatus } from './schema.ts'

export interface ServiceRoutes {
  checkDatabase: () => Promise<DatabaseState>
  coverageStore: Pick<CoverageStore, 'freshness'>
  limiter: Pick<Limiter, 'isDegraded'>
  metrics: Metrics
  /** Opens `/metrics` to whoever shows this token; without one the address does not exist here. */
  metricsToken: string | undefined
  /** True from the moment the process was asked to stop. */
  isDraining: () => boolean
}

const STATUS_TTL_MS = 5_000

/** State and contract of the service; needs no key. */
export const serviceRoutes: FastifyPluginAsyncTypebox<ServiceRoutes> = async (app, services) => {
  const { checkDatabase, coverageStore, limiter, metrics, metricsToken, isDraining } = services
  app.addSchema(Health)
  app.addSchema(ServiceStatus)
  let status: { body: Promise<Awaited<ReturnType<typeof readStatus>>>; at: number } | undefined

  for (const [url, operationId, summary] of [
    ['/health', 'getHealth', 'Health of this process'],
    ['/readyz', 'getReadiness', 'Readiness of this process'],
  ] as const) {
    app.get(
      url,
      {
        config: publicAccess({
          priority: 'critical',
          answers: {
            200: 'The database answers and its schema is current.',
            503: 'Do not send requests here.',
          },
        }),
        schema: {
          operationId,
          summary,
          description:
            '200 only when the database answers, its migrations are current, and the process is not stopping.',
          tags: ['Service'],
          response: { 200: named(Health), 503: named(Health) },
        },
      },
      async (_request, reply) => {
        const database = await checkDatabase()
        const ok = database === 'ok' && !isDraining()
        return reply
          .header('cache-control', 'no-store')
          .code(ok ? 200 : 503)
          .send({ status: ok ? 'ok' : 'unavailable', database })
      },
    )
  }

  app.get(
    '/livez',
    {
      config: publicAccess({ priority: 'critical', answers: { 200: 'The process answers.' } }),
      schema: {
        operationId: 'getLiveness',
        summary: 'Liveness of this process',
        description: '200 as long as the process answers at all; looks at nothing else.',
        tags: ['Service'],
        response: { 200: named(Health) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      return { status: 'ok' as const, database: 'not_checked' as const }
    },
  )

  async function readStatus() {
    const database = await checkDatabase()
    const pipeline = database === 'ok' ? await coverageStore.freshness('live') : NOTHING_YET
    const limits = limiter.isDegraded() ? ('degraded' as const) : ('ok' as const)
    return {
      object: 'service_status' as const,
      status:
        database !== 'ok'
          ? ('unavailable' as const)
          : limits === 'ok'
            ? ('ok' as const)
            : ('degraded' as const),
      version: CURRENT_VERSION,
      components: { database, limits },
      pipeline,
      checked_at: formatInstant(Date.now()),
    }
  }

  app.get(
    '/v1/status',
    {
      config: publicAccess({ answers: { 200: 'The state, also when it is bad.' } }),
      schema: {
        operationId: 'getStatus',
        summary: 'State of the service',
        description:
          'The parts the service depends on and how far the data has come. Looked up every five seconds.',
        tags: ['Service'],
        response: { 200: named(ServiceStatus) },
      },
    },
    async () => {
      if (!status || Date.now() - status.at > STATUS_TTL_MS) status = { body: readStatus(), at: Date.now() }
      const { body } = status
      body.catch(() => {
        status = undefined
      })
      return await body
    },
  )

  app.get(
    '/openapi.json',
    {
      config: publicAccess(),
      schema: {
        operationId: 'getOpenApi',
        summary: 'The contract',
        description: 'This document.',
        tags: ['Service'],
        response: {
          200: {
            type: 'object',
            additionalProperties: true,
            description: 'The OpenAPI 3.1 document.',
          } as never,
        },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300, stale-while-revalidate=600')
      return app.swagger() as never
    },
  )

  if (metricsToken !== undefined) {
    app.get(
      '/metrics',
      { config: publicAccess(), schema: { hide: true } as never },
      async (request, reply) => {
        if (!isToken(request.headers.authorization, metricsToken)) throw new ProblemError('missing_key')
        reply.header('content-type', metrics.registry.contentType).header('cache-control', 'no-store')
        return await metrics.registry.metrics()
      },
    )
  }
}

function isToken(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
