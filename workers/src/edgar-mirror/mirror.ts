import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { constants, gzipSync } from 'node:zlib'
import { type Answer, answers } from './answers.ts'
import { readCatalogue } from './catalogue.ts'
import { missingKeyXml, notFoundPage, thresholdPage, unavailablePage, undeclaredPage } from './error-pages.ts'
import { type Fault, faultScript, readFaults } from './faults.ts'
import { alterListing } from './listing-faults.ts'
import { decodeHeader, readSubmissionHeader } from './submission-header.ts'

/** One request as it arrived here; both clocks are the mirror's. */
export interface MirrorRequest {
  /** Milliseconds on the mirror's monotonic clock. */
  arrived_ms: number
  arrived_at: string
  method: string
  /** Path and query. */
  path: string
  user_agent: string | null
  /** What was answered; null while hanging and after a reset. */
  status: number | null
  fault: string | null
}

export interface MirrorOptions {
  /** A folder laid out like EDGAR's URLs. */
  directory: string
  /** 0 takes a free one. */
  port?: number
  host?: string
  faults?: Fault[]
  /** The feed of latest filings shows none that were filed before this `YYYY-MM-DD` day, as EDGAR's shows the last days only. */
  feedFrom?: string
}

const MAX_LEDGER = 200_000
const MAX_CONTROL_BYTES = 64 * 1024 * 1024
const GZIP_FROM_BYTES = 1024

/** Serves a directory laid out like EDGAR, faults included. Listens on loopback unless told otherwise. */
export async function startMirror(options: MirrorOptions) {
  const started = performance.now()
  const catalogue = readCatalogue(options.directory)
  const catalogueMs = Math.round(performance.now() - started)
  const edgar = answers(options.directory, catalogue, options.feedFrom)
  const script = faultScript()
  script.add(readFaults(options.faults ?? []))
  let ledger: MirrorRequest[] = []

  const server = createServer((request, response) => {
    const arrived = performance.now()
    void handle(request, response, arrived).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else send(request, response, page(500, String(error)))
    })
  })
  server.keepAliveTimeout = 30_000

  async function handle(request: IncomingMessage, response: ServerResponse, arrived: number): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://mirror')
    if (url.pathname.startsWith('/__mirror/')) return control(request, response, url)
    const entry: MirrorRequest = {
      arrived_ms: arrived,
      arrived_at: new Date().toISOString(),
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      user_agent: request.headers['user-agent'] ?? null,
      status: null,
      fault: null,
    }
    if (ledger.length < MAX_LEDGER) ledger.push(entry)
    response.on('close', () => {
      if (response.headersSent) entry.status = response.statusCode
    })
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(request, response, page(405, notFoundPage))
    }
    const fault = script.next(entry.path)
    entry.fault = fault?.kind ?? null
    // The raw path: URL would resolve `..` before anyone could refuse it.
    const rawPath = (request.url ?? '/').split('?', 1)[0] as string
    const respond = () => edgar.answer(rawPath, url.searchParams)
    if (fault === undefined) return send(request, response, await respond())
    await suffer(fault, request, response, respond)
  }

  async function control(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const json = (status: number, value: unknown) =>
      send(request, response, { status, type: 'application/json', bytes: Buffer.from(JSON.stringify(value)) })
    const action = `${request.method} ${url.pathname.slice('/__mirror/'.length)}`
    if (action === 'GET requests') {
      const since = Number(url.searchParams.get('since') ?? 0)
      return json(200, { now_ms: performance.now(), requests: ledger.slice(since) })
    }
    if (action === 'DELETE requests') {
      ledger = []
      return json(200, {})
    }
    if (action === 'GET faults') return json(200, script.pending())
    if (action === 'DELETE faults') {
      script.clear()
      return json(200, {})
    }
    try {
      if (action === 'POST faults') {
        script.add(readFaults(JSON.parse((await readBody(request)).toString('utf8'))))
        return json(200, script.pending())
      }
      if (action === 'POST filings') return json(200, publish(await readBody(request)))
    } catch (error) {
      return json(400, { error: error instanceof Error ? error.message : String(error) })
    }
    json(404, { error: `no ${action} here` })
  }

  function publish(bytes: Buffer): { accession_number: string; path: string } {
    const header = readSubmissionHeader(decodeHeader(bytes))
    if (header === undefined) throw new Error('not a full submission')
    const cik = Number(header.filers[0]?.cik ?? 0)
    const path = `Archives/edgar/data/${cik}/${header.accession_number}.txt`
    edgar.publish({ ...header, path, bytes, size: bytes.length })
    return { accession_number: header.accession_number, path }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const { port, address, family } = server.address() as AddressInfo

  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    counts: {
      submissions: catalogue.submissions.size,
      loose_filings: catalogue.loose.size,
      files: catalogue.files.size,
      catalogue_ms: catalogueMs,
    },
    catalogue,
    requests: (): MirrorRequest[] => [...ledger],
    forgetRequests(): void {
      ledger = []
    },
    script(faults: Fault[]): void {
      script.add(readFaults(faults))
    },
    clearFaults: () => script.clear(),
    /** A full submission that EDGAR "just accepted": from now on in the feed, the indexes and under its paths. */
    publish,
    /** Milliseconds on the clock of the ledger. */
    now: () => performance.now(),
    close(): Promise<void> {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

export type Mirror = Awaited<ReturnType<typeof startMirror>>

function page(status: number, html: string): Answer {
  return { status, type: 'text/html', bytes: Buffer.from(html) }
}

function encoded(
  request: IncomingMessage,
  answer: Answer,
): { body: Buffer; headers: Record<string, string | number> } {
  const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const compress = accepts && answer.bytes.length >= GZIP_FROM_BYTES
  const body = compress
    ? (answer.gzipped ?? gzipSync(answer.bytes, { level: constants.Z_BEST_SPEED }))
    : answer.bytes
  return {
    body,
    headers: {
      'content-type': answer.type,
      'content-length': body.length,
      vary: 'accept-encoding',
      ...(compress ? { 'content-encoding': 'gzip' } : {}),
    },
  }
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { body, headers } = encoded(request, answer)
  response.writeHead(answer.status, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function suffer(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  respond: () => Promise<Answer>,
): Promise<void> {
  const cut = async (at: number, end: () => void) => {
    const { body, headers } = encoded(request, await respond())
    response.writeHead(200, headers)
    response.write(body.subarray(0, at))
    end()
  }
  switch (fault.kind) {
    case 'status': {
      const html =
        fault.status === 403 ? undeclaredPage : fault.status === 429 ? thresholdPage : unavailablePage
      if (fault.retry_after !== undefined) response.setHeader('retry-after', String(fault.retry_after))
      return send(request, response, page(fault.status, html))
    }
    case 'threshold_page':
      return send(request, response, page(200, thresholdPage))
    case 'undeclared_page':
      return send(request, response, page(200, undeclaredPage))
    case 'missing_key':
      return send(request, response, {
        status: 403,
        type: 'application/xml',
        bytes: Buffer.from(missingKeyXml),
      })
    case 'html':
      return send(request, response, page(200, unavailablePage))
    case 'hang':
      return
    case 'hang_body':
      return cut(fault.at, () => {})
    case 'drip':
      return drip(request, response, await respond(), fault.bytes_per_second ?? 1)
    case 'reset':
      request.socket.resetAndDestroy()
      return
    case 'reset_body':
      return cut(fault.at, () => setTimeout(() => request.socket.resetAndDestroy(), 20))
    case 'truncate':
      return cut(fault.at, () => setTimeout(() => request.socket.end(), 20))
    case 'truncate_silently': {
      const whole = await respond()
      return send(request, response, {
        ...whole,
        bytes: whole.bytes.subarray(0, fault.at),
        gzipped: undefined,
      })
    }
    case 'wrong_length': {
      const { body, headers } = encoded(request, await respond())
      response.strictContentLength = false
      response.writeHead(200, { ...headers, 'content-length': body.length + fault.by, connection: 'close' })
      response.write(body)
      setTimeout(() => request.socket.end(), 20)
      return
    }
    case 'bad_gzip': {
      const packed = gzipSync((await respond()).bytes)
      const at = Math.min(fault.at ?? Math.floor(packed.length / 2), packed.length - 1)
      packed[at] = (packed[at] as number) ^ 0xff
      return sendPacked(response, packed)
    }
    case 'gzip_without_trailer':
      return sendPacked(response, gzipSync((await respond()).bytes).subarray(0, -8))
    case 'gzip_bomb':
      return sendPacked(response, gzipSync(Buffer.alloc(fault.bytes, 0x20)))
    case 'delay':
      await sleep(fault.ms)
      return send(request, response, await respond())
    case 'redirect':
      response.writeHead(302, { location: fault.to, 'content-length': 0 })
      response.end()
      return
    default:
      return send(request, response, alterListing(await respond(), fault.kind))
  }
}

function sendPacked(response: ServerResponse, packed: Buffer): void {
  response.writeHead(200, {
    'content-type': 'text/plain',
    'content-encoding': 'gzip',
    'content-length': packed.length,
  })
  response.end(packed)
}

async function drip(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  bytesPerSecond: number,
): Promise<void> {
  const { body, headers } = encoded(request, answer)
  response.writeHead(200, headers)
  const pauseMs = 1000 / bytesPerSecond
  for (let at = 0; at < body.length && !response.destroyed; at++) {
    response.write(body.subarray(at, at + 1))
    await sleep(pauseMs)
  }
  response.end()
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_CONTROL_BYTES) throw new Error('the body is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
