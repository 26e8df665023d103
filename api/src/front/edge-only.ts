import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { newId } from '@sec-latent/core/ids'
import { problemAnswer } from '../plugins/problem-handler.ts'
import { COMMON_HEADERS } from '../plugins/transport.ts'
import { PROBLEM_TYPE, ProblemError } from '../problems.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export const EDGE_HEADER = 'latent-edge-secret'
/** The platform asks these from inside, past the edge. */
const HEALTH = new Set(['/health', '/readyz', '/livez'])
const REFUSED = new ProblemError('misdirected_request', {
  detail: 'Requests come through the public address of the API.',
})

/**
 * Takes only requests that the edge vouches for by a secret it shares with us, so that nobody gets around its limits by finding
 * out where this server is. Several secrets hold while one takes over from another; without any, everybody may ask.
 */
export function edgeOnly(
  { secrets, portalUrl }: { secrets: readonly string[]; portalUrl: string },
  next: Handler,
): Handler {
  if (secrets.length === 0) return next
  const expected = secrets.map(digest)
  return function handle(request, response) {
    const url = request.url ?? '/'
    const given = request.headers[EDGE_HEADER]
    // Nothing behind this has to know it, and nothing can let it out.
    delete request.headers[EDGE_HEADER]
    if (isOneOf(expected, given) || (request.method === 'GET' && HEALTH.has(url)))
      return next(request, response)
    const id = newId('req')
    const { status, headers, body } = problemAnswer(REFUSED, { id, url }, portalUrl)
    response.writeHead(status, {
      ...COMMON_HEADERS,
      ...headers,
      'cache-control': 'no-store',
      'content-type': `${PROBLEM_TYPE}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      'request-id': id,
      connection: 'close',
    })
    response.end(body)
  }
}

/** Digests are of one length, so that the time tells nothing, neither about the secret nor about how long it is. */
function isOneOf(expected: readonly Buffer[], given: string | string[] | undefined): boolean {
  if (typeof given !== 'string') return false
  const hashed = digest(given)
  let found = false
  for (const one of expected) found = timingSafeEqual(one, hashed) || found
  return found
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
