import { randomBytes } from 'node:crypto'
import { containsKey } from '@sec-latent/core/accounts/key-format'
import { formatTraceparent, parseTraceparent } from '@sec-latent/core/traces/traceparent'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../problems.ts'
import { API_VERSIONS, CURRENT_VERSION } from '../version.ts'

export const MAX_HEADER_BYTES = 16_384
export const MAX_HEADER_LINES = 200
export const MAX_URL_CHARS = 8_192
export const MAX_PATH_VALUE_CHARS = 200

const CLIENT_REQUEST_ID = /^[\x21-\x7e]{1,128}$/
/** Under these names other APIs take a key in the URL. */
const KEY_PARAMETERS = /(?:^|[?&])(?:api[-_]?key|apikey|key|token|access[-_]?token|secret|authorization)=/i

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'cross-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}

/** Headers of every answer whose value is always the same. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'latent-version': CURRENT_VERSION,
  vary: 'Accept, Accept-Encoding, Latent-Version, Origin',
}

/** What a page of another site may read of an answer. */
export const EXPOSED_HEADERS =
  'ETag, RateLimit, RateLimit-Policy, Retry-After, Retry-After-Ms, X-Should-Retry, Request-Id, Client-Request-Id, Link, Location, Deprecation, Sunset, Idempotency-Replayed, Server-Timing, Traceparent, Latent-Version, Latent-Cost, Latent-As-Of, Latent-Text-Sha256, Latent-Key-Expires'
/** What a page of another site may send; everything the SDK sends in a browser must be named. */
export const ALLOWED_HEADERS =
  'Authorization, Accept, Content-Type, If-None-Match, If-Match, Idempotency-Key, Latent-Version, Latent-Test-Scenario, Latent-Retry-Count, Client-Request-Id, Traceparent, Last-Event-ID, Latent-Organisation, Latent-Support-Reason'
/** Keys that may stand in a web page: they see fictional companies, or live for minutes. */
const BROWSER_KEY = /^Bearer +slp_(?:test|exp)_/i
const SPAN_BYTES = 8
const PREFLIGHT_SECONDS = 86_400

export interface TransportOptions {
  /** Host names this server answers for; empty means any. */
  allowedHosts: string[]
  /** Where the portal is: the only pages that may act for somebody who is signed in. */
  portalUrl: string
  /** Told of every URL that was refused because of a key in it. */
  noteKeyInUrl: (url: string, requestId: string) => void
}

/**
 * What holds for every request before anyone asks whose it is: its framing is unambiguous, its address exists, and it has
 * an id. Runs first.
 */
export const transport = fp<TransportOptions>(
  async (app: FastifyInstance, { allowedHosts, portalUrl, noteKeyInUrl }) => {
    const portalOrigin = new URL(portalUrl).origin
    const routes: { method: string; segments: string[] }[] = []
    app.addHook('onRoute', (route) => {
      for (const method of [route.method].flat()) routes.push({ method, segments: route.url.split('/') })
    })

    app.addHook('onRequest', async (request, reply) => {
      const { raw } = request
      // HTTP/0.9 has no headers to answer with.
      if (raw.httpVersionMajor < 1) {
        reply.hijack()
        raw.socket.destroy()
        return
      }
      describe(request, reply)
      describeToBrowsers(request, reply, portalOrigin)
      takeClientRequestId(request, reply)
      refuseBadFraming(request, reply, allowedHosts)
      if (request.is404) {
        const methods = methodsOf(routes, raw.url ?? '/')
        if (methods.length === 0) throw new ProblemError('route_not_found')
        if (raw.method === 'OPTIONS') return answerOptions(request, reply, methods)
        throw new ProblemError('method_not_allowed', {
          detail: `${raw.method} is not possible here; the address takes ${methods.join(', ')}.`,
          headers: { allow: methods.join(', ') },
        })
      }
      // The router takes an empty last part for the value of a parameter.
      if (/.\/(?:\?|$)/.test((raw.url ?? '/').slice(0, MAX_URL_CHARS)))
        throw new ProblemError('route_not_found')
      refuseKeyInUrl(raw.url ?? '/', (url) => noteKeyInUrl(url, request.id))
      refuseUnknownVersion(request)
    })
  },
  { name: 'transport' },
)

/** Headers of every answer, errors included. */
function describe(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(COMMON_HEADERS)
  reply.header('request-id', request.id)
  const parent = parseTraceparent(request.headers.traceparent)
  if (parent) {
    const span_id = randomBytes(SPAN_BYTES).toString('hex')
    reply.header('traceparent', formatTraceparent({ ...parent, span_id }))
  }
}

/**
 * Which pages may read the answer. Any page may read what a test key or an explorer key sees, and what nobody needs a key
 * for; only the portal may act with the cookie of its session. A preflight does not know the key: it is allowed, and the
 * request itself is judged.
 */
function describeToBrowsers(request: FastifyRequest, reply: FastifyReply, portalOrigin: string): void {
  const { origin, authorization, cookie } = request.headers
  if (origin === undefined) return
  if (authorization === undefined && origin === portalOrigin) {
    reply.header('access-control-allow-origin', origin).header('access-control-allow-credentials', 'true')
  } else if (authorization === undefined ? cookie === undefined : BROWSER_KEY.test(authorization)) {
    reply.header('access-control-allow-origin', '*')
  } else return
  reply.header('access-control-expose-headers', EXPOSED_HEADERS)
}

function takeClientRequestId(request: FastifyRequest, reply: FastifyReply): void {
  const given = request.headers['client-request-id']
  if (given === undefined) return
  if (typeof given !== 'string' || !CLIENT_REQUEST_ID.test(given)) {
    const detail = 'Client-Request-Id takes 1 to 128 visible ASCII characters.'
    throw new ProblemError('invalid_parameter', {
      detail,
      errors: [{ header: 'Client-Request-Id', code: 'invalid_parameter', detail }],
    })
  }
  reply.header('client-request-id', given)
}

function refuseBadFraming(request: FastifyRequest, reply: FastifyReply, allowedHosts: string[]): void {
  const { raw } = request
  const url = raw.url ?? '/'
  const refuse = (detail: string) => {
    // After a doubtful frame nobody can say where the next request begins.
    reply.header('connection', 'close')
    throw new ProblemError('malformed_request', { detail })
  }
  let headerBytes = 0
  let hosts = 0
  let credentials = 0
  for (let i = 0; i < raw.rawHeaders.length; i += 2) {
    const name = (raw.rawHeaders[i] as string).toLowerCase()
    headerBytes += name.length + (raw.rawHeaders[i + 1] as string).length + 4
    if (name === 'host') hosts += 1
    if (name === 'authorization') credentials += 1
  }
  if (url.length > MAX_URL_CHARS) throw new ProblemError('uri_too_long')
  if (headerBytes > MAX_HEADER_BYTES || raw.rawHeaders.length / 2 >= MAX_HEADER_LINES) {
    throw new ProblemError('headers_too_large')
  }
  if (hosts === 0 && raw.httpVersion === '1.1') refuse('The request has no Host header.')
  if (hosts > 1) refuse('The request has more than one Host header.')
  if (credentials > 1) {
    throw new ProblemError('missing_key', { detail: 'The request has more than one Authorization header.' })
  }
  const coding = raw.headers['transfer-encoding']
  if (coding !== undefined && coding.trim().toLowerCase() !== 'chunked') {
    refuse('The only transfer encoding understood is chunked.')
  }
  if (!url.startsWith('/') && !(raw.method === 'OPTIONS' && url === '*')) {
    refuse('The request target must be a path.')
  }
  const host = (raw.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
  if (allowedHosts.length > 0 && !allowedHosts.includes(host)) throw new ProblemError('misdirected_request')
  refuseBadEncoding(url)
  const coded = raw.headers['content-encoding']
  if (
    coded !== undefined &&
    coded.toLowerCase() !== 'identity' &&
    raw.method !== 'GET' &&
    raw.method !== 'HEAD'
  ) {
    throw new ProblemError('unsupported_media_type', {
      detail: 'Bodies are taken without a content encoding.',
    })
  }
}

/** Postgres cannot store NUL, and bytes that are not UTF-8 would silently become other characters. */
function refuseBadEncoding(url: string): void {
  if (!url.includes('%')) return
  try {
    if (!decodeURIComponent(url).includes('\0')) return
  } catch {
    // A broken escape: refused below like the others.
  }
  throw new ProblemError('invalid_encoding')
}

function refuseKeyInUrl(url: string, note: (url: string) => void): void {
  const query = url.indexOf('?')
  if (containsKey(url) || (query !== -1 && KEY_PARAMETERS.test(url.slice(query)))) {
    note(url)
    throw new ProblemError('key_in_url')
  }
}

function refuseUnknownVersion(request: FastifyRequest): void {
  const version = request.headers['latent-version']
  if (version === undefined || (API_VERSIONS as readonly unknown[]).includes(version)) return
  const detail = `There is no version ${JSON.stringify(String(version).slice(0, 32))}.`
  throw new ProblemError('unsupported_version', {
    detail,
    errors: [{ header: 'Latent-Version', code: 'unsupported_version', detail, allowed: [...API_VERSIONS] }],
  })
}

/** The methods of the routes whose pattern fits the path; empty when none does. */
function methodsOf(routes: { method: string; segments: string[] }[], url: string): string[] {
  const path = (url.split('?', 1)[0] ?? '/').split('/')
  const methods = new Set<string>()
  for (const { method, segments } of routes) {
    if (segments.length !== path.length) continue
    if (
      segments.every((segment, index) =>
        segment.startsWith(':') ? path[index] !== '' : segment === path[index],
      )
    ) {
      methods.add(method)
    }
  }
  return [...methods].sort()
}

function answerOptions(request: FastifyRequest, reply: FastifyReply, methods: string[]): FastifyReply {
  const allow = [...methods, 'OPTIONS'].join(', ')
  reply.code(204).header('allow', allow)
  if (request.headers['access-control-request-method'] !== undefined) {
    reply.header('access-control-allow-methods', allow)
    reply.header('access-control-allow-headers', ALLOWED_HEADERS)
    reply.header('access-control-max-age', String(PREFLIGHT_SECONDS))
  }
  return reply.send()
}
