import type { IncomingMessage, ServerResponse } from 'node:http'
import { newId } from '@sec-latent/core/ids'
import { PROBLEM_TYPE, ProblemError } from '../problems.ts'
import type { AdmissionControl } from './admission.ts'
import { problemAnswer } from './problem-handler.ts'
import { COMMON_HEADERS } from './transport.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Headers that are answered to, or that say how the request is framed. */
const SPECIAL = [
  'origin',
  'traceparent',
  'client-request-id',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
]

/** Making an error, with its stack, is the dearest part of a refusal. */
export const OVERLOADED = new ProblemError('overloaded')

/** Routes that are never refused because of others, as they are told with their patterns. */
export function sparedRoutes() {
  let spared = /(?!)/
  const patterns: string[] = []
  return {
    add(url: string): void {
      patterns.push(url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+'))
      spared = new RegExp(`^(?:${patterns.join('|')})/?(?:\\?|$)`)
    },
    has: (url: string) => spared.test(url),
  }
}
export type SparedRoutes = ReturnType<typeof sparedRoutes>

export interface AtOnceOptions {
  control: AdmissionControl
  spared: SparedRoutes
  portalUrl: string
  isDraining: () => boolean
  onRefused(): void
}

/**
 * Refuses in front of the router while as many requests are in work as may be: all that a router and its hooks do for a
 * refusal is taken from those that are answered. What is unusual in any way goes to `next`, which refuses it as well.
 */
export function refuseAtOnce(options: AtOnceOptions, next: Handler): Handler {
  const { control, spared, portalUrl, isDraining, onRefused } = options
  const common = { ...COMMON_HEADERS, 'cache-control': 'no-store' }
  return function handle(request, response) {
    const url = request.url ?? '/'
    if (!control.isFull() || isDraining() || !isPlain(request) || spared.has(url)) {
      return next(request, response)
    }
    const id = newId('req')
    const { status, headers, body } = problemAnswer(OVERLOADED, { id, url }, portalUrl)
    response.writeHead(status, {
      ...common,
      ...headers,
      'content-type': `${PROBLEM_TYPE}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      'request-id': id,
    })
    response.end(body)
    onRefused()
  }
}

function isPlain({ method, httpVersion, headers }: IncomingMessage): boolean {
  return method === 'GET' && httpVersion === '1.1' && SPECIAL.every((name) => headers[name] === undefined)
}
