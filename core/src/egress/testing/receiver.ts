import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { makeCertificate, type TestCertificate } from './certificate.ts'

export interface ReceivedRequest {
  headers: IncomingMessage['headers']
  url: string
  body: string
  at: number
}

const authority = makeCertificate({ authority: true, commonName: 'Test Authority' })
/** The authority of every receiver whose certificate should hold. */
export const TEST_CA = authority.cert

/** A certificate of the test authority for names and IPv4 addresses. */
export function certificateFor(
  names: string[],
  more: { notAfter?: Date; notBefore?: Date } = {},
): TestCertificate {
  return makeCertificate({ names, issuer: authority, ...more })
}

/**
 * A receiver of webhooks on a loopback address. `answer` gets each whole request; it may answer, hang, or destroy the socket.
 * Everything that arrived is in `requests`, and `connections` counts the sockets.
 */
export async function startReceiver(
  answer: (request: ReceivedRequest, response: ServerResponse, socket: Socket) => void,
  options: { tls?: TestCertificate | null; host?: string; maxVersion?: 'TLSv1.1' } = {},
) {
  const host = options.host ?? '127.0.0.1'
  const requests: ReceivedRequest[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const handle: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('error', () => {})
    response.on('error', () => {})
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const received = {
        headers: request.headers,
        url: request.url ?? '',
        body: Buffer.concat(chunks).toString(),
        at: Date.now(),
      }
      requests.push(received)
      answer(received, response, request.socket)
    })
  }
  const tls = options.tls === undefined ? certificateFor([host, 'receiver.test']) : options.tls
  const server =
    tls === null
      ? createHttpServer(handle)
      : createServer(
          {
            cert: tls.cert,
            key: tls.key,
            ...(options.maxVersion
              ? { minVersion: 'TLSv1', maxVersion: options.maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' }
              : {}),
          },
          handle,
        )
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => {})
  server.on('clientError', (_error, socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const scheme = tls === null ? 'http' : 'https'
  return {
    requests,
    port,
    url: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}/hook`,
    /** How many sockets were opened. */
    connections: () => connections,
    /** How many are still open. */
    open: () => sockets.size,
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>
