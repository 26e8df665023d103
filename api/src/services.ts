import { keyChangeStore } from '@sec-latent/core/accounts/key-change-store'
import type { Pepper } from '@sec-latent/core/accounts/key-format'
import { keysInUrls } from '@sec-latent/core/accounts/keys-in-urls'
import { handleLeak } from '@sec-latent/core/accounts/leaks'
import { postgresKeyProvider } from '@sec-latent/core/accounts/postgres-key-provider'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { OpenUnkeyKeys } from '@sec-latent/core/accounts/unkey/open'
import { beneficialOwnershipReadStore } from '@sec-latent/core/beneficial-ownership/read-store'
import { changeReadStore } from '@sec-latent/core/changes/read-store'
import { claudeReadStore } from '@sec-latent/core/claude/read-store'
import type { Sql } from '@sec-latent/core/db'
import { documentReadStore } from '@sec-latent/core/documents/read-store'
import { type EgressClient, egressClient } from '@sec-latent/core/egress/client'
import { egressRules } from '@sec-latent/core/egress/rules'
import { entityReadStore } from '@sec-latent/core/entities/read-store'
import { eventReadStore } from '@sec-latent/core/events/read-store'
import { factReadStore } from '@sec-latent/core/facts/read-store'
import { filingReadStore } from '@sec-latent/core/filings/read-store'
import { fundReportReadStore } from '@sec-latent/core/fund-reports/read-store'
import { holdingReadStore } from '@sec-latent/core/holdings/read-store'
import { insiderHoldingReadStore } from '@sec-latent/core/insider-transactions/holdings-read-store'
import { insiderTransactionReadStore } from '@sec-latent/core/insider-transactions/read-store'
import { leaseLimiter } from '@sec-latent/core/limits/lease-limiter'
import { unitsStore } from '@sec-latent/core/limits/units-store'
import type { Logger } from '@sec-latent/core/log'
import type { Meter } from '@sec-latent/core/metering/meter'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { offeringReadStore } from '@sec-latent/core/offerings/read-store'
import { extractorBackfillStore } from '@sec-latent/core/processing/backfill-store'
import { coverageStore } from '@sec-latent/core/processing/coverage-store'
import { proposedSaleReadStore } from '@sec-latent/core/proposed-sales/read-store'
import { redisOptions } from '@sec-latent/core/redis'
import { restatementReadStore } from '@sec-latent/core/restatements/read-store'
import { searchReadStore } from '@sec-latent/core/search/read-store'
import type { Sealer } from '@sec-latent/core/secrets/seal'
import { sectionReadStore } from '@sec-latent/core/sections/read-store'
import { needSources } from '@sec-latent/core/signals/load-filing'
import { signalReadStore } from '@sec-latent/core/signals/read-store'
import { statementReadStore } from '@sec-latent/core/statements/read-store'
import { subsidiaryReadStore } from '@sec-latent/core/subsidiaries/read-store'
import { Redis } from 'ioredis'
import type { ApiSettings, Services } from './app.ts'
import { feedStore } from './cache/feed-store.ts'
import { responseCache } from './cache/response-cache.ts'
import { detailsTogether } from './filings/details-together.ts'
import { directFilings } from './filings/direct-reader.ts'
import { openIdentity } from './identity/identity.ts'
import { developmentIdentity } from './identity/settings.ts'
import { databaseCheck } from './service/health.ts'
import { createMetrics } from './service/metrics.ts'
import { writing } from './writing.ts'

const MAX_KEPT_ANSWERS = 50_000
const RECONNECT_MS = 1_000
const READY_WITHIN_MS = 2_000
const CONNECT_TIMEOUT_MS = 2_000

/** What is open to the outside and must be closed again by whoever opened it. */
export interface Connections {
  /** The primary, inside one organisation at a time: what customers change. Role `latent_api`. */
  sql: Sql
  /** The primary, over all organisations: keys are looked up, usage is written. Role `latent_service`. */
  service: Sql
  /** Where reads go that tolerate lag; may be the primary. */
  replica: Sql
  /** The same place, with prepared statements: for what is read one row at a time and most often. Default: `replica`. */
  rows?: Sql
  redis: Redis
  /** A connection to the primary that nobody else uses, so that probes do not wait behind requests. Default: `sql`. */
  probes?: Sql
  objects: ObjectStore
}

/** Makes the services of the API out of its connections. */
export function makeServices(
  { sql, service, replica, rows = replica, redis, objects, probes = sql }: Connections,
  options: {
    peppers: Pepper[]
    /** Whoever keeps the keys; unset: our own Postgres. */
    openKeys?: OpenUnkeyKeys | undefined
    sealer: Sealer
    /** Looks at addresses that customers name; by the strictest rules unless given. */
    egress?: Pick<EgressClient, 'checkDestination'>
    logger: Logger
    settings: ApiSettings
    isDraining: () => boolean
    meter: Meter
  },
): Services {
  const { logger, settings, peppers, sealer, isDraining, meter } = options
  const accounts = accountStore(service)
  const keyStores = { keys: accounts, changes: keyChangeStore(service), limitsOf: accounts.limitsOf }
  const keys =
    options.openKeys?.(keyStores, { redis, logger }) ??
    postgresKeyProvider(keyStores, peppers, { redis, logger })
  const rowStore = filingReadStore(rows)
  const filingsNow = { live: detailsTogether(rowStore, 'live'), test: detailsTogether(rowStore, 'test') }
  const cacheOf = (mb: number) =>
    responseCache(
      {
        feeds: {
          primary: feedStore(sql),
          replica: replica === sql ? undefined : feedStore(replica),
        },
        redis,
        logger,
      },
      {
        maxBytes: mb * 1_000_000,
        maxEntries: settings.responseCacheEntries ?? MAX_KEPT_ANSWERS,
        readers: { getFiling: directFilings(filingsNow) },
      },
    )
  const cache = settings.responseCacheMb ? cacheOf(settings.responseCacheMb) : undefined
  const limiter = leaseLimiter(redis, unitsStore(service), logger, {
    epoch: meter.epoch,
    redisTimeoutMs: settings.redisTimeoutMs,
  })
  const checkDatabase = databaseCheck(probes)
  // The others should know of this process before its first request comes.
  redis.on('ready', () => void limiter.beat())
  if (redis.status === 'ready') void limiter.beat()
  return {
    filings: filingReadStore(replica),
    filingsNow,
    documents: documentReadStore(replica),
    sections: sectionReadStore(replica),
    facts: factReadStore(replica),
    searchIndex: searchReadStore(replica),
    entities: entityReadStore(replica),
    transactions: insiderTransactionReadStore(replica),
    insiderHoldings: insiderHoldingReadStore(replica),
    proposedSales: proposedSaleReadStore(replica),
    beneficialOwnership: beneficialOwnershipReadStore(replica),
    holdings: holdingReadStore(replica),
    fundReports: fundReportReadStore(replica),
    subsidiaries: subsidiaryReadStore(replica),
    offerings: offeringReadStore(replica),
    events: eventReadStore(replica),
    statements: statementReadStore(replica),
    restatements: restatementReadStore(replica),
    signals: signalReadStore(replica),
    needs: needSources(replica, objects),
    changes: changeReadStore(replica),
    coverageStore: coverageStore(replica),
    backfills: extractorBackfillStore(replica),
    claude: claudeReadStore(replica),
    objects,
    accounts,
    identity: openIdentity(
      { sql: service, redis },
      {
        settings: settings.identity ?? developmentIdentity(settings.publicUrl),
        publicUrl: settings.publicUrl,
        portalUrl: settings.portalUrl,
        peppers,
        sealer,
        logger,
      },
    ),
    writing: writing(sql, { sealer, portalUrl: settings.portalUrl }),
    sealer,
    egress: options.egress ?? egressClient({ rules: egressRules({}) }),
    keys,
    keysInUrls: keysInUrls(service, keys, logger),
    handleLeak: (leak) => handleLeak(service, keys, leak),
    limiter,
    meter,
    cache,
    logger,
    metrics: createMetrics({
      limiter,
      cache,
      checkDatabase,
      pools: {
        primary: sql,
        service,
        ...(replica === sql ? {} : { replica }),
        ...(rows === replica ? {} : { rows }),
      },
    }),
    checkDatabase,
    isDraining,
    settings,
  }
}

/** Redis as the limits need it: never queueing, never retrying a command, reconnecting for ever in the background. */
export function openLimitsRedis(url: string, logger: Logger): Redis {
  const redis = new Redis({
    ...redisOptions(url),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: () => RECONNECT_MS,
  })
  let reported = false
  redis.on('error', (error) => {
    if (!reported) logger.warn({ action: 'redis.error', status: 'degraded', message: error.message })
    reported = true
  })
  redis.on('ready', () => {
    reported = false
  })
  return redis
}

/** Waits until Redis can be asked, for two seconds at most: a request that comes before would be told that nothing is known. */
export async function untilReady(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, READY_WITHIN_MS)
    redis.once('ready', done)
    function done(): void {
      clearTimeout(timer)
      redis.off('ready', done)
      resolve()
    }
  })
}
