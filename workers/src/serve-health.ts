import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registry } from 'prom-client'

export interface HealthSources {
  port: number
  registry: Registry
  isReady(): Promise<boolean>
}

/** `/livez` (the process answers), `/readyz` and `/health` (it can work, and is not about to end), `/metrics`. */
export async function serveHealth({ port, registry, isReady }: HealthSources) {
  let draining = false

  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    const respond = async () => {
      switch (request.url) {
        case '/livez':
          return answer(200, 'application/json', '{"status":"ok"}')
        case '/health':
        case '/readyz': {
          const ok = !draining && (await isReady())
          return answer(
            ok ? 200 : 503,
            'application/json',
            JSON.stringify({ status: ok ? 'ok' : 'unavailable' }),
          )
        }
        case '/metrics':
          return answer(200, registry.contentType, await registry.metrics())
        default:
          return answer(404, 'application/json', '{"status":"not_found"}')
      }
    }
    respond().catch(() => answer(503, 'application/json', '{"status":"unavailable"}'))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })

  return {
    /** The port in use, for a configured port of 0. */
    port: (server.address() as AddressInfo).port,
    drain() {
      draining = true
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
