import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Seen {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: string
  at: number
}

export type Answer = (seen: Seen, response: ServerResponse, count: number) => void

/** A real HTTP server for the tests of the client: `answer` is called with the number of the request, from 1. */
export async function loopbackServer(
  answer: Answer,
): Promise<{ url: string; seen: Seen[]; close(): Promise<void> }> {
  const seen: Seen[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://loopback')
      const one = { method: request.method ?? '', url, headers: request.headers, body, at: Date.now() }
      seen.push(one)
      answer(one, response, seen.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function answerJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  response.writeHead(status, { 'content-type': type, 'request-id': 'req_loopback', ...headers })
  response.end(JSON.stringify(value))
}

export function problem(status: number, code: string) {
  return {
    type: `https://docs.sec-latent.example/docs/errors/${code}`,
    title: code,
    status,
    detail: `detail of ${code}`,
    instance: '/v1/filings',
    code,
    request_id: 'req_loopback',
    retryable: false,
    errors: [],
  }
}
