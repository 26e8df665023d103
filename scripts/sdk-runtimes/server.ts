import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { ALLOWED_HEADERS, EXPOSED_HEADERS } from '../../api/src/plugins/transport.ts'
import { ENTRY_POINTS } from '../../sdk/scripts/api-report.ts'

export interface RunningServer {
  url: string
  close(): Promise<void>
}

const PAGES: Record<string, { data: string[]; next: string | null }> = {
  '': { data: ['1', '2'], next: 'b' },
  b: { data: ['3', '4'], next: 'c' },
  c: { data: ['5'], next: null },
}
const TEXT = '\uFEFFItem 1A. A naïve 𝄞 risk that nobody sees.\r\n'
const MAX_BODY = 1_000_000

/**
 * An API on loopback that behaves as ours does where a runtime could make a difference: it breaks, it stalls, it streams, and a page
 * may send it those headers and no others that the real one allows.
 */
export async function startFakeApi(): Promise<RunningServer> {
  return await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback')
    const { origin } = request.headers
    if (origin) {
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('access-control-expose-headers', EXPOSED_HEADERS)
    }
    if (request.method === 'OPTIONS') {
      response.writeHead(204, {
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': ALLOWED_HEADERS,
      })
      response.end()
    } else if (url.pathname === '/v1/filings') givePage(url, request, response)
    else if (url.pathname === '/v1/stream') giveEvents(request, response)
    else if (url.pathname === '/v1/monitors') {
      const body = JSON.parse(await bodyOf(request))
      giveJson(response, 201, { ...body, idempotency_key: request.headers['idempotency-key'] })
    } else if (url.pathname.endsWith('/text')) {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(TEXT)
    } else if (url.pathname !== '/v1/stall') giveProblem(response, 404, 'filing_not_found')
  })
}

/** Three pages; the second fails for everybody who asks the first time. */
function givePage(url: URL, request: IncomingMessage, response: ServerResponse): void {
  const cursor = url.searchParams.get('cursor') ?? ''
  const page = PAGES[cursor]
  if (!page) {
    giveProblem(response, 400, 'invalid_cursor')
    return
  }
  if (cursor === 'b' && request.headers['latent-retry-count'] === undefined) {
    giveProblem(response, 503, 'unavailable', { 'retry-after-ms': '5' })
    return
  }
  const data = page.data.map((accession_number) => ({ accession_number }))
  giveJson(response, 200, { data, has_more: page.next !== null, next_cursor: page.next })
}

/** Two events and a broken connection; whoever comes back with the second gets the third. */
function giveEvents(request: IncomingMessage, response: ServerResponse): void {
  const last = Number(request.headers['last-event-id'] ?? 0)
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 5\n\n: comment\r\n\r\n')
  for (const position of last === 0 ? [1, 2] : [last + 1]) {
    response.write(`id: ${position}\rdata: {"position":${position}}\r\r`)
  }
  // Time for the bytes to arrive before the connection is broken.
  if (last === 0) setTimeout(() => response.destroy(), 100)
}

function giveJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  more: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    'request-id': 'req_1',
    'latent-cost': '1',
    ratelimit: '"burst";r=87;t=1',
    ...more,
  })
  response.end(JSON.stringify(value))
}

function giveProblem(
  response: ServerResponse,
  status: number,
  code: string,
  more?: Record<string, string>,
): void {
  giveJson(response, status, { code, status, title: code, detail: code, errors: [] }, more)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request) {
    size += (piece as Buffer).length
    if (size > MAX_BODY) throw new Error('the body is too long')
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces).toString('utf8')
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.html': 'text/html',
}
/** The names of the package are found as a bundler would find them. */
const IMPORTS = Object.fromEntries(
  ENTRY_POINTS.map((entry) => [`@sec-latent/sdk${entry === 'index' ? '' : `/${entry}`}`, `/sdk/${entry}.js`]),
)
const PAGE = `<!doctype html><meta charset="utf-8"><title>Smoke</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`

/** Serves the built package to a browser, from another origin than that of the API. */
export async function startPages(packed: string): Promise<RunningServer> {
  return await listen(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback')
    const path = pathname.startsWith('/sdk/')
      ? join(packed, 'dist', normalize(pathname.slice('/sdk/'.length)))
      : join(import.meta.dirname, 'smoke.mjs')
    const known = pathname === '/smoke.mjs' || path.startsWith(join(packed, 'dist') + sep)
    const content = pathname === '/' ? PAGE : known ? await readFile(path).catch(() => undefined) : undefined
    const type = pathname === '/' ? 'text/html' : (TYPES[extname(path)] ?? 'application/octet-stream')
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type })
    response.end(content)
  })
}

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error as Error))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
