import type { IncomingMessage } from 'node:http'
import { MAX_HEADER_BYTES, MAX_HEADER_LINES, MAX_URL_CHARS } from '../plugins/transport.ts'
import { CURRENT_VERSION } from '../version.ts'

/** What the front needs of a request. One object, filled anew for every request: it never outlives the turn. */
export interface PlainRequest {
  url: string
  key: string
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
}

const BEARER = 'Bearer '
/** Headers that change nothing about the answer, as browsers, clients and proxies send them. */
const HARMLESS = new Set([
  'user-agent',
  'accept-language',
  'accept-charset',
  'cache-control',
  'pragma',
  'dnt',
  'priority',
  'referer',
  'via',
  'forwarded',
  'from',
  'baggage',
  'latent-client',
  'latent-retry-count',
])

/**
 * Reads a request that has nothing unusual about it; false for every other one, which then goes the long way. This is no
 * second judge of requests: whatever it is not sure of, `plugins/transport.ts` and the rest of the API decide.
 */
export function readPlainRequest(
  request: IncomingMessage,
  into: PlainRequest,
  allowedHosts: readonly string[],
): boolean {
  if (request.method !== 'GET' || request.httpVersionMajor !== 1 || request.httpVersionMinor !== 1)
    return false
  const { url } = request
  if (url === undefined || url.length > MAX_URL_CHARS) return false
  const lines = request.rawHeaders
  if (lines.length / 2 >= MAX_HEADER_LINES) return false
  into.url = url
  into.key = ''
  into.acceptEncoding = undefined
  into.ifNoneMatch = undefined
  let hosts = 0
  let keys = 0
  let bytes = 0
  for (let i = 0; i < lines.length; i += 2) {
    const name = (lines[i] as string).toLowerCase()
    const value = lines[i + 1] as string
    bytes += name.length + value.length + 4
    switch (name) {
      case 'host':
        hosts += 1
        if (allowedHosts.length > 0 && !allowedHosts.includes(value.toLowerCase().replace(/:\d+$/, '')))
          return false
        break
      case 'authorization':
        keys += 1
        if (!value.startsWith(BEARER)) return false
        into.key = value.slice(BEARER.length)
        break
      case 'accept':
        if (value !== '*/*' && value !== 'application/json') return false
        break
      case 'accept-encoding':
        if (into.acceptEncoding !== undefined) return false
        into.acceptEncoding = value
        break
      case 'if-none-match':
        if (into.ifNoneMatch !== undefined) return false
        into.ifNoneMatch = value
        break
      case 'connection':
        if (value !== 'keep-alive') return false
        break
      case 'latent-version':
        if (value !== CURRENT_VERSION) return false
        break
      case 'content-type':
        break
      default:
        if (!HARMLESS.has(name) && !name.startsWith('x-') && !name.startsWith('sec-')) return false
    }
  }
  return hosts === 1 && keys === 1 && bytes <= MAX_HEADER_BYTES
}
