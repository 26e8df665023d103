import { redactKeys } from '@sec-latent/core/accounts/key-format'
import { callsOf, scrubMessage } from '@sec-latent/core/error-reports/scrub'
import type { Logger } from '@sec-latent/core/log'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { PROBLEM_TYPE, type ProblemCode, ProblemError, problemBody, problems } from '../problems.ts'
import { traceIdOf } from './tracing.ts'

const RETRY_AFTER_SECONDS = 1

/** What Fastify itself refuses, by its code. */
const FRAMEWORK_ERRORS: Record<string, ProblemCode> = {
  FST_ERR_BAD_URL: 'invalid_encoding',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
  FST_ERR_ROUTE_MAX_PARAM_LENGTH: 'uri_too_long',
  FST_ERR_MAX_PARAM_LENGTH: 'uri_too_long',
}

/** Postgres is away or refuses new connections: codes of the driver, of the system, and SQLSTATE classes. */
const UNAVAILABLE =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_\w+|08\w{3}|57P0[123]|53\d{3}|57014)$/

/** The one place where an error becomes an answer. */
export const problemHandler = fp<{ portalUrl: string; logger: Logger }>(
  async (app: FastifyInstance, { portalUrl, logger }) => {
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = toProblem(error)
      if (problems[problem.code].status >= 500) {
        logger.error({
          action: 'request.failed',
          status: 'failed',
          trace_id: traceIdOf(request),
          // It may quote what a customer sent.
          message: scrubMessage((error.cause instanceof Error ? error.cause : error).message),
          metadata: {
            code: problem.code,
            request_id: request.id,
            operation: request.routeOptions.schema?.operationId ?? null,
            stack: callsOf(error.cause instanceof Error ? error.cause : error),
          },
          // That a server we need is away is measured elsewhere, and would be told thousands of times.
          error: problem.code === 'internal_error' ? (error.cause ?? error) : undefined,
        })
      }
      return sendProblem(problem, request, reply, portalUrl)
    })
    app.setNotFoundHandler(() => {
      throw new ProblemError('route_not_found')
    })
  },
  { name: 'problem-handler' },
)

export function sendProblem(
  problem: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
  portalUrl: string,
): FastifyReply {
  const { status, headers, body } = problemAnswer(problem, request, portalUrl)
  return reply.code(status).header('cache-control', 'no-store').headers(headers).send(body)
}

/** The answer that a problem becomes. */
export function problemAnswer(
  problem: ProblemError,
  request: Pick<FastifyRequest, 'id' | 'url'>,
  portalUrl: string,
): { status: number; headers: Record<string, string>; body: string } {
  const path = request.url.split('?', 1)[0] ?? '/'
  const body = problemBody(problem, { id: request.id, path: redactKeys(path).slice(0, 200) }, portalUrl)
  const headers: Record<string, string> = { 'content-type': PROBLEM_TYPE }
  if (body.status === 401) {
    const reason = problem.code === 'missing_key' ? '' : ', error="invalid_token"'
    headers['www-authenticate'] = `Bearer realm="sec-latent"${reason}`
  }
  if (body.status === 402) headers['x-should-retry'] = 'false'
  if (body.status === 503 && !problem.headers['retry-after']) {
    headers['retry-after'] = String(RETRY_AFTER_SECONDS)
    headers['retry-after-ms'] = String(RETRY_AFTER_SECONDS * 1000)
    headers['x-should-retry'] = 'true'
  }
  return { status: body.status, headers: { ...headers, ...problem.headers }, body: JSON.stringify(body) }
}

export function toProblem(error: Partial<FastifyError> & { code?: string }): ProblemError {
  if (error instanceof ProblemError) return error
  const known = FRAMEWORK_ERRORS[error.code ?? '']
  if (known) return new ProblemError(known, { cause: error })
  if (UNAVAILABLE.test(error.code ?? '')) return new ProblemError('unavailable', { cause: error })
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new ProblemError(error.statusCode === 413 ? 'body_too_large' : 'malformed_request', {
      cause: error,
    })
  }
  return new ProblemError('internal_error', { cause: error })
}
