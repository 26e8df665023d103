import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { newId } from '@sec-latent/core/ids'
import type { Logger } from '@sec-latent/core/log'
import { PROBLEM_TYPE, type ProblemCode, ProblemError, problemBody, problems } from '../problems.ts'

/** What Node's parser refuses before there is a request, by the code of its error. */
const PARSER_ERRORS: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'malformed_request',
}

const answered = new WeakSet<Socket>()

/** Answers what never became a request, in the same form as everything else, and closes the connection. */
export function clientErrorHandler(portalUrl: string, logger: Logger) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    // A reply to the same bytes is on its way already: a second one would be taken for the reply to something else.
    const busy = (socket as Socket & { _httpMessage?: { headersSent?: boolean } })._httpMessage
    if (answered.has(socket) || busy?.headersSent || !socket.writable) {
      socket.destroy()
      return
    }
    answered.add(socket)
    const code = PARSER_ERRORS[error.code ?? ''] ?? 'malformed_request'
    const id = newId('req')
    logger.info({
      action: 'request.unreadable',
      status: 'refused',
      trace_id: id,
      metadata: { code, parser: error.code ?? null, http_status: problems[code].status },
    })
    socket.end(rawProblem(code, id, portalUrl))
  }
}

/** Marks a connection whose reply is already decided. */
export function markAnswered(socket: Socket): void {
  answered.add(socket)
}

/** Requests that Node hands out as events of their own instead of as requests. */
export function answerSpecialRequests(server: Server, portalUrl: string): void {
  server.maxHeadersCount = 2_000
  server.on('connect', (_request, socket) => {
    socket.end(
      rawProblem('method_not_allowed', newId('req'), portalUrl, 'Allow: GET, HEAD, POST, OPTIONS\r\n'),
    )
  })
  server.on('checkExpectation', (_request, response) => {
    const id = newId('req')
    const body = JSON.stringify(
      problemBody(new ProblemError('expectation_failed'), { id, path: '/' }, portalUrl),
    )
    response.writeHead(417, { 'content-type': PROBLEM_TYPE, 'request-id': id, 'cache-control': 'no-store' })
    response.end(body)
  })
}

function rawProblem(code: ProblemCode, id: string, portalUrl: string, more = ''): string {
  const body = JSON.stringify(problemBody(new ProblemError(code), { id, path: '/' }, portalUrl))
  const { status, title } = problems[code]
  return (
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
    `Request-Id: ${id}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n${more}Connection: close\r\n\r\n${body}`
  )
}
