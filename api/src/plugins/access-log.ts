import { redactKeys } from '@sec-latent/core/accounts/key-format'
import type { Logger } from '@sec-latent/core/log'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { wasShed } from './load-shedding.ts'
import { traceIdOf } from './tracing.ts'

/** Asked every few seconds by machines; their good answers tell nothing. */
const PROBES = new Set(['getHealth', 'getReadiness', 'getLiveness'])

/**
 * One line per request; of very many that went well, one that says for how many it stands. Of a query only the names are kept: values may hold what a customer would not want in our logs,
 * and a key that strayed into a URL must not stay there.
 */
export const accessLog = fp<{ logger: Logger }>(
  async (app: FastifyInstance, { logger }) => {
    app.addHook('onResponse', async (request, reply) => {
      const { statusCode } = reply
      const isFailure = statusCode >= 500 && !wasShed(request)
      const standsFor = isSampled(statusCode) ? logger.sample() : 1
      if (standsFor === 0) return
      const line = {
        action: request.routeOptions.schema?.operationId ?? 'unknown_operation',
        status: isFailure ? 'failed' : statusCode >= 400 ? 'refused' : 'ok',
        trace_id: traceIdOf(request),
        user_id: request.account?.organisation_id ?? null,
        duration_ms: Math.round(reply.elapsedTime * 1000) / 1000,
        metadata: {
          request_id: request.id,
          method: request.method,
          path: shownPath(request.url),
          parameters: parameterNames(request.url).map((name) =>
            isParameter(request, name) ? name : '(unknown)',
          ),
          http_status: statusCode,
          key_id: request.account?.key_id ?? null,
          ...(standsFor > 1 ? { stands_for: standsFor } : {}),
        },
      }
      if (isFailure) logger.error(line)
      else if (PROBES.has(line.action)) logger.debug(line)
      else logger.info(line)
    })
  },
  { name: 'access-log' },
)

/** A name that is none of the operation's may be anything that somebody typed. */
function isParameter(request: FastifyRequest, name: string): boolean {
  const schema = request.routeOptions.schema?.querystring as { properties?: object } | undefined
  return schema?.properties !== undefined && Object.hasOwn(schema.properties, name)
}

/** What may come thousands of times a second: answers that went well, and refusals for coming too often. */
export function isSampled(status: number): boolean {
  return status < 400 || status === 429
}

export function shownPath(url: string): string {
  return redactKeys(url.split('?', 1)[0] ?? '/').slice(0, 200)
}

export function parameterNames(url: string): string[] {
  const query = url.indexOf('?')
  if (query === -1) return []
  return url
    .slice(query + 1, query + 2000)
    .split('&')
    .slice(0, 30)
    .map((pair) => redactKeys(pair.split('=', 1)[0] ?? '').slice(0, 64))
}
