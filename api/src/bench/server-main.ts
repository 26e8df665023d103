import type { AddressInfo } from 'node:net'
import type { KeyVerdict } from '@sec-latent/core/accounts/key-provider'
import type { KeyRecord } from '@sec-latent/core/accounts/store'
import { openDatabase } from '@sec-latent/core/db'
import type { LimitPolicy } from '@sec-latent/core/limits/limiter'
import { createLogger } from '@sec-latent/core/log'
import { journalMeter } from '@sec-latent/core/metering/journal-meter'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { sealer } from '@sec-latent/core/secrets/seal'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { buildApp } from '../app.ts'
import { makeServices, openLimitsRedis } from '../services.ts'
import { BENCH_CURSOR_SECRET, BENCH_PEPPERS, type ServerOrder, TIGHT_PLAN } from './order.ts'

// The API with everything on, as `main.ts` starts it, but that keys may ask as much as a measurement needs: a limit of the
// largest plan is reached within milliseconds. The limiter does the same work either way.
const order = JSON.parse(process.env.BENCH_SERVER ?? '{}') as ServerOrder
const NEVER_MS = 86_400_000
const logger = createLogger('api', 'info')
const sql = openDatabase(order.databaseUrl, { max: 10, role: 'latent_api', applicationName: 'bench-api' })
const service = openDatabase(order.databaseUrl, { max: 10, role: 'latent_service' })
const rows = openDatabase(order.databaseUrl, {
  max: 3,
  role: 'latent_api',
  prepared: true,
  applicationName: 'bench-api: rows',
})
const redis = openLimitsRedis(order.redisUrl, logger)
const services = makeServices(
  { sql, service, replica: sql, rows, redis, objects: openObjectStore(order.objectsUrl) },
  {
    logger,
    peppers: BENCH_PEPPERS,
    sealer: sealer(TEST_SEALING_KEYS),
    isDraining: () => false,
    meter: journalMeter({
      folder: order.meterFolder,
      logger,
      ...(order.shipWhenAsked ? { sql: service, intervalMs: NEVER_MS } : { databaseUrl: order.databaseUrl }),
    }),
    settings: {
      portalUrl: 'http://portal.test',
      publicUrl: 'http://api.test',
      cursorSecret: BENCH_CURSOR_SECRET,
      allowedHosts: [],
      trustProxy: false,
      failedAttemptsPerMinute: 30,
      metricsToken: undefined,
      // On a busy machine nothing may be refused because Redis took its time.
      redisTimeoutMs: 5_000,
      // Whoever measures fills the server on purpose; it is not to be taken for an overload.
      admission: { highMs: 60_000, lowMs: 50_000, maxInFlight: 100_000, standingAt: 100_000 },
      responseCacheMb: order.cacheMb,
      responseCacheEntries: order.cacheEntries,
    },
  },
)
const { known, verify } = services.keys
services.keys.known = (key) => withRoom(known(key))
services.keys.verify = async (key) => withRoom(await verify(key)) as KeyVerdict

const app = await buildApp(services)
await app.listen({ port: 0, host: '127.0.0.1' })
process.on('SIGTERM', async () => {
  await app.close()
  redis.disconnect()
  await Promise.all([sql.end({ timeout: 1 }), rows.end({ timeout: 1 }), service.end({ timeout: 1 })])
  process.exit(0)
})
process.on('message', async () => {
  // What is still to be shipped would take time from whoever is measured next.
  await services.meter.flush()
  const { counts, size } = services.cache ?? {}
  process.send?.({ cache: counts, ...size?.(), front: services.metrics.front.hits() })
})
process.send?.({ port: (app.server.address() as AddressInfo).port })

const roomy = new WeakMap<KeyRecord, KeyVerdict>()

function withRoom(verdict: KeyVerdict | undefined): KeyVerdict | undefined {
  if (verdict?.outcome !== 'valid' || verdict.record.plan === TIGHT_PLAN) return verdict
  const { record } = verdict
  const made = roomy.get(record)
  if (made) return made
  const policies = record.subject.policies.map(
    (policy): LimitPolicy =>
      policy.kind === 'rate'
        ? { ...policy, rate: 1_000_000, burst: 1_000_000, quota: 1_000_000 }
        : { ...policy, limit: 1_000_000_000_000 },
  )
  const subject = { ...record.subject, policies, concurrency: 10_000 }
  const wide: KeyVerdict = { outcome: 'valid', record: { ...record, subject } }
  roomy.set(record, wide)
  return wide
}
