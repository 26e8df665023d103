import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface Upstream {
  /** `127.0.0.1:port`, as nginx is told. */
  address: string
  /** Every request that reached it. */
  seen: { method: string; url: string; headers: IncomingMessage['headers'] }[]
  connections(): number
  /** Ends it as a crash does; the port refuses from then on. */
  stop(): Promise<void>
}

/** A small server that remembers what it was asked. */
export async function upstream(answer: RequestListener): Promise<Upstream> {
  const seen: Upstream['seen'] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers })
    answer(request, response)
  })
  server.keepAliveTimeout = 72_000
  server.on('connection', (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('upgrade', (request, socket) => {
    seen.push({ method: 'UPGRADE', url: request.url ?? '', headers: request.headers })
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    socket.pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    connections: () => connections,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** Answers with the name of the server, after the body has come. */
export function named(name: string): RequestListener {
  return (request, response) => {
    request.resume().on('end', () => response.end(name))
  }
}
