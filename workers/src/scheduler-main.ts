import { surviveDriverFaults } from '@sec-latent/core/driver-faults'
import { runMain } from '@sec-latent/core/run-main'
import { workerConfig } from './config.ts'
import { startHealthServer } from './health.ts'
import { startClock } from './scheduler.ts'
import { openServices } from './services.ts'
import { onShutdown } from './shutdown.ts'

await runMain(async () => {
  const services = openServices(workerConfig(process.env), 'scheduler')
  surviveDriverFaults(services.log)
  const health = await startHealthServer(services)
  const clock = startClock(services)
  services.log.info({ action: 'start', message: 'The scheduler is running.' })

  onShutdown(services.log, async () => {
    health.drain()
    await clock.stop()
    await health.close()
    await services.close()
  })
})
