import { openDatabase } from '@sec-latent/core/db'
import { createLogger, type LogLevel } from '@sec-latent/core/log'
import { operationsEventStore } from '@sec-latent/core/operations-events/store'
import { runMain } from '@sec-latent/core/run-main'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { autoscaler } from './autoscaler/autoscaler.ts'
import { autoscalerConfig } from './autoscaler/config.ts'
import { queryPrometheus } from './autoscaler/prometheus.ts'
import { railwayPlatform } from './autoscaler/railway.ts'
import { SCALING_RULES, SIGNAL_QUERIES } from './autoscaler/rules.ts'
import { serveHealth } from './serve-health.ts'
import { onShutdown } from './shutdown.ts'

await runMain(async () => {
  const config = autoscalerConfig(process.env)
  const log = createLogger('autoscaler', config.LOG_LEVEL as LogLevel)
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const wanted = new Gauge({
    name: 'autoscaler_replicas',
    help: 'Replicas the autoscaler last asked for, by service.',
    labelNames: ['service'],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'autoscaler_failed_looks_total',
    help: 'Looks at which Railway could not be asked.',
    registers: [registry],
  })
  const sql =
    config.DATABASE_URL === undefined
      ? undefined
      : openDatabase(config.DATABASE_URL, { max: 1, applicationName: 'autoscaler', role: 'latent_worker' })
  const events = sql && operationsEventStore(sql)
  const scaler = autoscaler({
    rules: SCALING_RULES,
    platform: railwayPlatform({
      url: config.RAILWAY_API_URL,
      token: config.RAILWAY_API_TOKEN,
      environmentId: config.RAILWAY_ENVIRONMENT_ID,
    }),
    measure: (signal) => queryPrometheus(config.PROMETHEUS_URL, SIGNAL_QUERIES[signal] ?? signal),
    async onScaled(change) {
      wanted.set({ service: change.service }, change.to)
      // Nothing is scaled less well because nobody could be told.
      await events?.scaled(change).catch((error: Error) => {
        log.warn({ action: 'scale', status: 'unrecorded', message: error.message })
      })
    },
    log,
  })

  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined
    })
  }, config.AUTOSCALER_SECONDS * 1_000)
  async function look(): Promise<void> {
    try {
      await scaler.look(Date.now())
    } catch (error) {
      failures.inc()
      log.error({ action: 'scale', status: 'failed', message: (error as Error).message })
    }
  }

  const health = await serveHealth({ port: config.HEALTH_PORT, registry, isReady: async () => true })
  log.info({ action: 'start', message: 'The autoscaler is running.' })
  onShutdown(log, async () => {
    health.drain()
    clearInterval(timer)
    await looking
    await sql?.end({ timeout: 5 })
    await health.close()
  })
})
