import { isMigrated } from '@sec-latent/core/migrate'
import { registerGauges } from './gauges/register.ts'
import { within } from './gauges/within.ts'
import { serveHealth } from './serve-health.ts'
import type { Services } from './services.ts'

/** Health and metrics of a process that works with Postgres: it is ready when Postgres answers and is migrated. */
export async function startHealthServer(services: Services) {
  const { config, metrics, sql } = services
  registerGauges(services)
  return await serveHealth({
    port: config.HEALTH_PORT,
    registry: metrics.registry,
    isReady: () => within(isMigrated(sql), false),
  })
}
