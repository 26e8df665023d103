import type { ErrorEvent } from '@sentry/core'
import { request } from 'undici'
import type { ErrorListener, LogEvent } from '../log.ts'
import { currentTraceparent } from '../traces/current.ts'
import { parseTraceparent } from '../traces/traceparent.ts'
import { scrubFrames, scrubMessage, tagsOf } from './scrub.ts'
import type { ErrorReportSettings } from './settings.ts'

const SEND_MS = 5_000
const FLUSH_MS = 2_000

/**
 * Reports in the envelopes of Sentry, with the core of its client alone: none of the parts that patch Node, read headers or keep
 * what went before. What leaves is put together anew from what may leave, whatever else the client would have added.
 */
export async function sentryReports(
  dsn: string,
  settings: ErrorReportSettings,
  service: string,
): Promise<ErrorListener> {
  // Imported here, so that a bundle does not load it for processes that report nothing.
  const { createStackParser, createTransport, nodeStackLineParser, Scope, ServerRuntimeClient } =
    await import('@sentry/core')
  const client = new ServerRuntimeClient({
    dsn,
    release: settings.RELEASE,
    environment: settings.LATENT_ENV,
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    integrations: [],
    sendClientReports: false,
    stackParser: createStackParser(nodeStackLineParser()),
    transport: (options) =>
      createTransport(options, async ({ body }) => {
        const answer = await request(options.url, {
          method: 'POST',
          body: typeof body === 'string' ? body : Buffer.from(body),
          headers: { 'content-type': 'application/x-sentry-envelope', ...options.headers },
          headersTimeout: SEND_MS,
          bodyTimeout: SEND_MS,
          signal: AbortSignal.timeout(SEND_MS),
        })
        await answer.body.dump()
        const headerOf = (name: string) => {
          const value = answer.headers[name]
          return typeof value === 'string' ? value : null
        }
        return {
          statusCode: answer.statusCode,
          headers: {
            'x-sentry-rate-limits': headerOf('x-sentry-rate-limits'),
            'retry-after': headerOf('retry-after'),
          },
        }
      }),
    beforeSend: (event) => onlyWhatMayLeave(event, service),
  })
  client.init()
  return {
    tell(event: LogEvent, error: unknown) {
      const scope = new Scope()
      scope.setTags(tagsOf(event))
      const trace = parseTraceparent(currentTraceparent())
      if (trace) scope.setContext('trace', { trace_id: trace.trace_id, span_id: trace.span_id })
      scope.setLevel('error')
      client.captureException(asError(error), undefined, scope)
    },
    async flush() {
      await client.flush(FLUSH_MS)
    },
  }
}

function onlyWhatMayLeave(event: ErrorEvent, service: string): ErrorEvent {
  const { event_id, timestamp, level, release, environment, platform, exception, tags, contexts } = event
  const trace = contexts?.trace
  return {
    type: undefined,
    event_id,
    timestamp,
    level,
    release,
    environment,
    platform,
    // The name of the machine would tell nobody anything; the kind of process does.
    server_name: service,
    tags: { ...tags, service },
    contexts: trace ? { trace: { trace_id: trace.trace_id, span_id: trace.span_id } } : {},
    exception: {
      values: (exception?.values ?? []).map(({ type, value, stacktrace }) => ({
        type: scrubMessage(type ?? 'Error'),
        value: scrubMessage(value ?? ''),
        stacktrace: { frames: scrubFrames(stacktrace?.frames ?? []) as never },
      })),
    },
  } as ErrorEvent
}

/** What is thrown need not be an error; what it is instead might hold anything. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(`thrown: a ${typeof error}`)
}
