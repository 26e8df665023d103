import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isMigrated } from '@sec-latent/core/migrate'
import type { Services } from './services.ts'

const CHECK_TIMEOUT_MS = 2_000

/** `/livez` (the process answers), `/readyz` and `/health` (Postgres answers and is migrated), `/metrics`. */
export async function startHealthServer(services: Services) {
  let draining = false
  const { config, metrics, queues, sql } = services

  async function ready(): Promise<boolean> {
    return !draining && (await within(CHECK_TIMEOUT_MS, isMigrated(sql), false))
  }

  async function metricsText(): Promise<string> {
    // Without Redis the depths are left out, and everything else is still told.
    const depths = await within(CHECK_TIMEOUT_MS, queues.depths(), {})
    for (const [queue, counts] of Object.entries(depths)) {
      for (const [state, count] of Object.entries(counts)) metrics.queueDepth.set({ queue, state }, count)
    }
    return await metrics.registry.metrics()
  }

  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    const respond = async () => {
      switch (request.url) {
        case '/livez':
          return answer(200, 'application/json', '{"status":"ok"}')
        case '/health':
        case '/readyz': {
          const ok = await ready()
          return answer(
            ok ? 200 : 503,
            'application/json',
            JSON.stringify({ status: ok ? 'ok' : 'unavailable' }),
          )
        }
        case '/metrics':
          return answer(200, metrics.registry.contentType, await metricsText())
        default:
          return answer(404, 'application/json', '{"status":"not_found"}')
      }
    }
    respond().catch(() => answer(503, 'application/json', '{"status":"unavailable"}'))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.HEALTH_PORT, resolve)
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

/** The answer, or `otherwise` when it fails or takes too long. */
async function within<T>(limitMs: number, answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limitMs)
  })
  try {
    return await Promise.race([answer.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
