import { inTrace } from '@sec-latent/core/traces/current'
import { parseTraceparent } from '@sec-latent/core/traces/traceparent'
import type { Span, Tracer } from '@sec-latent/core/traces/tracer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyRequest {
    /** The step of a trace that this request is; null where nothing is traced. */
    span: Span | null
  }
}

/**
 * One span per request that comes as far as Fastify, as part of the trace its `traceparent` names. Registered only where traces
 * are sent. What the front answers out of memory is not traced: it calls nobody, and a span would cost more than the answer;
 * a request with a `traceparent` always comes here.
 */
export const tracing = fp<{ tracer: Tracer }>(
  async (app: FastifyInstance, { tracer }) => {
    app.decorateRequest('span', null)
    app.addHook('onRequest', async (request, reply) => {
      const { traceparent } = request.headers
      const span = tracer.start(request.method, {
        kind: 'server',
        parent: typeof traceparent === 'string' ? traceparent : undefined,
      })
      if (!span) return
      request.span = span
      reply.header('traceparent', span.traceparent)
    })
    // The body has come by now: what was begun before it arrived would not last until here.
    app.addHook('preHandler', (request, _reply, done) => inTrace(request.span?.traceparent, done))
    app.addHook('onResponse', async (request, reply) => {
      const { span } = request
      if (!span) return
      const route = request.routeOptions.url
      span.rename(route === undefined ? request.method : `${request.method} ${route}`)
      span.set({
        'http.request.method': request.method,
        ...(route === undefined ? {} : { 'http.route': route }),
        'http.response.status_code': reply.statusCode,
        'latent.request_id': request.id,
        'latent.operation_id': request.routeOptions.schema?.operationId ?? 'unknown_operation',
      })
      span.end(reply.statusCode >= 500 ? String(reply.statusCode) : undefined)
    })
  },
  { name: 'tracing' },
)

/** What the lines about a request have in common: its trace if it has one, else its id. */
export function traceIdOf(request: FastifyRequest): string {
  return request.span?.trace_id ?? parseTraceparent(request.headers.traceparent)?.trace_id ?? request.id
}
