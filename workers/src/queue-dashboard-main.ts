import type { AddressInfo } from 'node:net'
import { createLogger, type LogLevel } from '@sec-latent/core/log'
import { runMain } from '@sec-latent/core/run-main'
import { openQueues } from './queue/queues.ts'
import { queueDashboardConfig } from './queue-dashboard/config.ts'
import { buildQueueDashboard } from './queue-dashboard/server.ts'
import { onShutdown } from './shutdown.ts'

await runMain(async () => {
  const config = queueDashboardConfig(process.env)
  const log = createLogger('queue-dashboard', config.LOG_LEVEL as LogLevel)
  const queues = openQueues(config.REDIS_QUEUE_URL)
  const app = await buildQueueDashboard({ queues, token: config.ADMIN_TOKEN, log })
  await app.listen({ port: config.QUEUE_DASHBOARD_PORT, host: config.QUEUE_DASHBOARD_HOST })
  const { port } = app.server.address() as AddressInfo
  log.info({ action: 'start', message: `The queue dashboard listens on port ${port}.`, metadata: { port } })
  onShutdown(log, async () => {
    await app.close()
    await queues.close()
  })
})
