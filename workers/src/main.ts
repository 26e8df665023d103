import { checkModels } from '@sec-latent/core/claude/models'
import { surviveDriverFaults } from '@sec-latent/core/driver-faults'
import { openErrorReports } from '@sec-latent/core/error-reports/open'
import { tellRelease } from '@sec-latent/core/operations-events/tell-release'
import { runMain } from '@sec-latent/core/run-main'
import { openTracer } from '@sec-latent/core/traces/open'
import { workerConfig } from './config.ts'
import { startHealthServer } from './health.ts'
import { startCarrier } from './intake/carrier.ts'
import { startWorker } from './job.ts'
import { jobDefinitions } from './job-definitions.ts'
import { answerAlone } from './queue/isolated.ts'
import { ISOLATED, isolation } from './queue/isolation.ts'
import { openServices, type Services } from './services.ts'
import { endWithin, onShutdown } from './shutdown.ts'
import { startWatchdog } from './watchdog.ts'
import { sendWebhooks } from './webhooks/send-webhooks.ts'

/** For jobs under way, and for closing connections. */
const WORK_MS = 15_000
const CLOSE_MS = 6_000

await runMain(async () => {
  const config = workerConfig(process.env)
  const services = openServices(config, 'workers', await openTracer(config, 'workers'))
  surviveDriverFaults(services.log)
  await openErrorReports(config, 'workers', services.log)
  if (process.argv[2] === ISOLATED) return answerAlone(jobDefinitions, services)
  const watchdog = startWatchdog()
  const health = await startHealthServer(services)
  const carrier = startCarrier(services)
  const webhooks = sendWebhooks(services)
  const alone = isolation(services.log)
  const workers = jobDefinitions.map((definition) => startWorker(definition, services, alone))
  tellRelease(services.sql, services.log, 'workers', config.RELEASE)
  services.log.info({ action: 'start', message: 'The workers are running.' })
  // A model that cannot be asked is told at once; its answers would be unavailable one by one. Nothing waits for this.
  tellModels(services).catch(() => {})

  onShutdown(services.log, async () => {
    health.drain()
    const work = workers.map((worker) => [worker.name, worker.close()])
    await endWithin(
      WORK_MS,
      { carrier: carrier.stop(), webhooks: webhooks.stop(), ...Object.fromEntries(work) },
      services.log,
    )
    await endWithin(
      CLOSE_MS,
      {
        isolation: alone.stop(),
        health: health.close(),
        services: services.close(),
        watchdog: watchdog.stop(),
      },
      services.log,
    )
  })
})

async function tellModels({ claude, claudeExtractors, log }: Services): Promise<void> {
  const checks = await checkModels(
    claude,
    claudeExtractors.map(({ prompt }) => prompt),
  )
  for (const { model, status, detail } of checks) {
    const event = { action: 'check-model', status, message: `${model}: ${detail}` }
    if (status === 'ok') log.info(event)
    else log.warn(event)
  }
}
