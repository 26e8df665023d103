import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { DocsSource } from './docs-source.ts'
import { keyVerdict } from './keys.ts'
import { remoteDocs } from './remote-docs.ts'
import { createMcpServer } from './server.ts'

/** How the server is set up where it is reached over HTTP. */
export interface McpHandlerOptions {
  /** The API, without a slash at the end. */
  apiUrl: string
  /** The portal, without a slash at the end. Its host and origin may ask; others only from this machine. */
  portalUrl: string
  /** Further hosts this server is reached by, such as `mcp.example.com`. */
  allowedHosts?: readonly string[]
  /** A key of the test mode for callers who bring none. */
  defaultKey?: string | undefined
  /** Takes keys that are not of the test mode, too. Default false. */
  allowLiveKeys?: boolean
  /** Default: asked of the portal over HTTP. */
  docs?: DocsSource
  /** Largest request body. Default 256 KiB. */
  maxBodyBytes?: number
  /** Most messages in one request. Default 8. */
  maxMessages?: number
  /** Most requests at the same time; further ones are refused with 503. Default 32. */
  maxConcurrent?: number
  /** A request that takes longer is ended. Default 60,000. */
  timeoutMs?: number
}

/** JSON-RPC leaves these numbers to the server. */
const REFUSED = -32_000
const PARSE_ERROR = -32_700
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Answers MCP over streamable HTTP, each request by itself: no session, no stream that stays open. Works wherever there are `Request`
 * and `Response` on Node.
 */
export function mcpHandler(options: McpHandlerOptions): (request: Request) => Promise<Response> {
  const {
    portalUrl,
    maxBodyBytes = 256 * 1024,
    maxMessages = 8,
    maxConcurrent = 32,
    timeoutMs = 60_000,
  } = options
  const docs = options.docs ?? remoteDocs(portalUrl)
  const hosts = new Set([new URL(portalUrl).host, ...(options.allowedHosts ?? [])])
  let running = 0

  return async (request) => {
    const refusal = refusalOf(request, hosts, portalUrl)
    if (refusal) return refusal
    const key = callerKey(request, options)
    if (key instanceof Response) return key
    if (running >= maxConcurrent)
      return refused(503, 'This server is busy. Try again in a moment.', { 'retry-after': '1' })
    running++
    const timeout = AbortSignal.timeout(timeoutMs)
    try {
      const body = await boundedBody(request, maxBodyBytes, timeout)
      if (body === undefined) return refused(413, `A request may have ${maxBodyBytes} bytes.`)
      const message = parsed(body)
      if (message === undefined) return refused(400, 'The body is not JSON.', {}, PARSE_ERROR)
      if (Array.isArray(message) && message.length > maxMessages)
        return refused(400, `A request may hold ${maxMessages} messages.`)
      return await answered(request, message, key.value, timeout)
    } catch (error) {
      if (timeout.aborted) return refused(504, 'The request took too long.')
      throw error
    } finally {
      running--
    }
  }

  async function answered(
    request: Request,
    message: unknown,
    apiKey: string | undefined,
    timeout: AbortSignal,
  ) {
    const { apiUrl } = options
    const signal = AbortSignal.any([timeout, request.signal])
    const server = createMcpServer({ apiUrl, portalUrl, apiKey, docs, signal })
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    try {
      const bare = new Request(request.url, { method: 'POST', headers: request.headers })
      return await orAborted(transport.handleRequest(bare, { parsedBody: message }), signal)
    } finally {
      await server.close()
    }
  }
}

/** Who may not ask at all: a page of another site, whatever name its host gave itself. */
function refusalOf(request: Request, hosts: Set<string>, portalUrl: string): Response | undefined {
  const host = request.headers.get('host') ?? ''
  if (!hosts.has(host) && !LOOPBACK.has(host.replace(/:\d+$/, '')))
    return refused(403, 'This server is not known by that host name.')
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== new URL(portalUrl).origin)
    return refused(403, 'Pages of other sites may not use this server.')
  if (request.method === 'POST') return undefined
  if (request.method === 'GET' && request.headers.get('accept')?.includes('text/html'))
    return new Response(null, { status: 303, headers: { location: '/docs/tools/mcp' } })
  return refused(405, 'Send messages with POST: there are no sessions here, and nothing to listen to.', {
    allow: 'POST',
  })
}

function callerKey(
  request: Request,
  { defaultKey, allowLiveKeys = false }: McpHandlerOptions,
): { value: string | undefined } | Response {
  const authorization = request.headers.get('authorization')
  if (authorization === null) return { value: defaultKey }
  const [, key = ''] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? []
  const verdict = keyVerdict(key, allowLiveKeys)
  if (verdict === 'allowed') return { value: key }
  if (verdict === 'live')
    return refused(
      403,
      'Only keys of the test mode (slp_test_…) are taken here, unless the operator allows others.',
    )
  return refused(401, 'Send a key as "Authorization: Bearer …".', { 'www-authenticate': 'Bearer' })
}

function refused(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  code = REFUSED,
): Response {
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status, headers })
}

/** The body; undefined when it is too large. */
async function boundedBody(
  request: Request,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return undefined
  const reader = request.body?.getReader()
  if (!reader) return ''
  const parts: Uint8Array[] = []
  let bytes = 0
  while (true) {
    const { done, value } = await orAborted(reader.read(), signal)
    if (done) return Buffer.concat(parts).toString('utf8')
    bytes += value.length
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => {})
      return undefined
    }
    parts.push(value)
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
