import type { AddressInfo } from 'node:net'
import { unkeyKeys } from '@sec-latent/core/accounts/unkey/open'
import { openAhead, openDatabase } from '@sec-latent/core/db'
import { surviveDriverFaults } from '@sec-latent/core/driver-faults'
import { egressClient } from '@sec-latent/core/egress/client'
import { openErrorReports } from '@sec-latent/core/error-reports/open'
import { createLogger, type LogLevel } from '@sec-latent/core/log'
import { journalMeter } from '@sec-latent/core/metering/journal-meter'
import { buildMetrics } from '@sec-latent/core/metrics/build-metrics'
import { diskMetrics } from '@sec-latent/core/metrics/disk-metrics'
import { localFolderOf, openObjectStore } from '@sec-latent/core/objects/open'
import { tellRelease } from '@sec-latent/core/operations-events/tell-release'
import { runMain } from '@sec-latent/core/run-main'
import { sealer } from '@sec-latent/core/secrets/seal'
import { openTracer } from '@sec-latent/core/traces/open'
import { buildApp } from './app.ts'
import { apiConfig } from './config.ts'
import { startMetricsServer } from './service/metrics-server.ts'
import { openReplica } from './service/replica.ts'
import { makeServices, openLimitsRedis, untilReady } from './services.ts'

/** Longer than any request may take; shorter than a platform waits before it kills. */
const PATIENCE_MS = 25_000
/** What is still being answered after this is cut off, so that the rest can be closed in order. */
const REQUESTS_UNDER_WAY_MS = 20_000
/** As many as batches of rows are read at a time, of either dataset. */
const ROW_CONNECTIONS = 4

await runMain(async () => {
  const config = apiConfig(process.env)
  const logger = createLogger('api', config.LOG_LEVEL as LogLevel)
  surviveDriverFaults(logger)
  const tracer = await openTracer(config, 'api')
  await openErrorReports(config, 'api', logger)
  const pool = { max: config.DATABASE_POOL, applicationName: 'api' }
  const sql = openDatabase(config.DATABASE_URL, { ...pool, role: 'latent_api' })
  const service = openDatabase(config.DATABASE_URL, { ...pool, role: 'latent_service' })
  const rowPool = {
    max: ROW_CONNECTIONS,
    applicationName: 'api: rows',
    role: 'latent_api' as const,
    prepared: true,
  }
  const primaryRows = openDatabase(config.DATABASE_URL, rowPool)
  const probes = openDatabase(config.DATABASE_URL, {
    max: 1,
    applicationName: 'api: probes',
    role: 'latent_api',
  })
  const reads =
    config.DATABASE_REPLICA_URL === undefined
      ? undefined
      : openReplica(config.DATABASE_REPLICA_URL, { sql, rows: primaryRows, probes, pool, rowPool, logger })
  const { replica, rows } = reads ?? { replica: sql, rows: primaryRows }
  const redis = openLimitsRedis(config.REDIS_CACHE_URL, logger)
  let draining = false

  const services = makeServices(
    { sql, service, replica, rows, redis, probes, objects: openObjectStore(config.OBJECT_STORE_URL) },
    {
      logger,
      peppers: config.peppers,
      openKeys: config.unkey && (await unkeyKeys(config.unkey)),
      sealer: sealer(config.sealingKeys),
      egress: egressClient({ rules: config.egressRules }),
      isDraining: () => draining,
      meter: journalMeter({
        folder: config.meterFolder,
        databaseUrl: config.DATABASE_URL,
        logger,
        logLevel: config.LOG_LEVEL as LogLevel,
      }),
      settings: {
        portalUrl: config.PORTAL_URL.replace(/\/+$/, ''),
        publicUrl: config.PUBLIC_API_URL.replace(/\/+$/, ''),
        cursorSecret: config.CURSOR_SECRET,
        allowedHosts: config.allowedHosts,
        edgeSecrets: config.edgeSecrets,
        trustProxy: config.trustProxy,
        failedAttemptsPerMinute: config.FAILED_AUTH_PER_MINUTE,
        metricsToken: config.METRICS_TOKEN,
        secretScanningKeysUrl: config.SECRET_SCANNING_KEYS_URL,
        stripeWebhookSecret: config.STRIPE_WEBHOOK_SECRET,
        auditKeys: config.auditKeys,
        identity: config.identity,
        responseCacheMb: config.RESPONSE_CACHE_MB,
      },
    },
  )
  buildMetrics(services.metrics.registry, config)
  diskMetrics(services.metrics.registry, {
    objects: localFolderOf(config.OBJECT_STORE_URL),
    meter: config.meterFolder,
  })
  const [app] = await Promise.all([
    buildApp({ ...services, tracer }),
    openAhead(sql, config.DATABASE_POOL),
    openAhead(service, config.DATABASE_POOL),
    openAhead(probes, 1),
    untilReady(redis),
  ])
  const metrics =
    config.METRICS_PORT === undefined
      ? undefined
      : await startMetricsServer(services.metrics.registry, { port: config.METRICS_PORT, host: config.HOST })
  await app.listen({ port: config.PORT, host: config.HOST })
  tellRelease(service, logger, 'api', config.RELEASE)
  const { port } = app.server.address() as AddressInfo
  logger.info({
    action: 'start',
    message: `The API listens on port ${port}.`,
    metadata: { port },
  })

  const stop = async (signal: NodeJS.Signals) => {
    if (draining) return
    draining = true
    logger.info({ action: 'stop', message: `Stopping after ${signal}.` })
    setTimeout(() => process.exit(1), PATIENCE_MS + config.DRAIN_SECONDS * 1000).unref()
    // Still listening: readiness now says no, and every answer asks its connection to close.
    await new Promise((resolve) => setTimeout(resolve, config.DRAIN_SECONDS * 1000))
    // A client may have opened a connection ahead of a request that never comes.
    setTimeout(() => app.server.closeAllConnections(), REQUESTS_UNDER_WAY_MS).unref()
    await app.close()
    await metrics?.close()
    redis.disconnect()
    await reads?.close()
    await Promise.all([
      tracer.close(),
      sql.end({ timeout: 5 }),
      service.end({ timeout: 5 }),
      primaryRows.end({ timeout: 5 }),
      probes.end({ timeout: 5 }),
    ])
    logger.info({ action: 'stopped', message: 'Stopped.' })
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
})
