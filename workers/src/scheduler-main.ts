import { surviveDriverFaults } from '@sec-latent/core/driver-faults'
import { openErrorReports } from '@sec-latent/core/error-reports/open'
import { tellRelease } from '@sec-latent/core/operations-events/tell-release'
import { runMain } from '@sec-latent/core/run-main'
import { workerConfig } from './config.ts'
import { startHealthServer } from './health.ts'
import { startMarks } from './recovery/marks.ts'
import { startClock } from './scheduler.ts'
import { openServices } from './services.ts'
import { endWithin, onShutdown } from './shutdown.ts'

await runMain(async () => {
  const config = workerConfig(process.env)
  const services = openServices(config, 'scheduler')
  surviveDriverFaults(services.log)
  await openErrorReports(config, 'scheduler', services.log)
  const health = await startHealthServer(services)
  const clock = startClock(services)
  const marks = startMarks(services)
  tellRelease(services.sql, services.log, 'scheduler', config.RELEASE)
  services.log.info({ action: 'start', message: 'The scheduler is running.' })

  onShutdown(services.log, async () => {
    health.drain()
    await endWithin(15_000, { clock: clock.stop(), marks: marks.stop() }, services.log)
    await endWithin(6_000, { health: health.close(), services: services.close() }, services.log)
  })
})
