import { openClaude } from '@sec-latent/core/claude/claude'
import { custodyStore } from '@sec-latent/core/custody/store'
import type { Dataset } from '@sec-latent/core/dataset'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { documentStore } from '@sec-latent/core/documents/store'
import { type EdgarGateway, edgarGateway } from '@sec-latent/core/edgar/gateway'
import { type EdgarThrottle, edgarThrottle } from '@sec-latent/core/edgar/throttle'
import { entityStore } from '@sec-latent/core/entities/store'
import { readFiling } from '@sec-latent/core/filings/reading'
import { filingStore } from '@sec-latent/core/filings/store'
import { discoveryStore } from '@sec-latent/core/intake/discovery-store'
import { intakeStore } from '@sec-latent/core/intake/store'
import { createLogger, type Logger, type LogLevel } from '@sec-latent/core/log'
import { openObjectStore } from '@sec-latent/core/objects/open'
import type { Observe } from '@sec-latent/core/observe'
import { extractorBackfillStore } from '@sec-latent/core/processing/backfill-store'
import type { DependentExtractor } from '@sec-latent/core/processing/dependents'
import { processingStore } from '@sec-latent/core/processing/store'
import { redisOptions } from '@sec-latent/core/redis'
import { claudeExtractors } from '@sec-latent/core/signals/claude/index'
import { extractors, rules } from '@sec-latent/core/signals/index'
import { noTracer, type Tracer } from '@sec-latent/core/traces/tracer'
import { Redis } from 'ioredis'
import type { WorkerConfig } from './config.ts'
import { submissionsRowReader } from './filings/company-submissions.ts'
import { parseThreads } from './filings/parse-threads.ts'
import type { ReadingJob, ReadingServices } from './filings/reading-services.ts'
import { countClaudeCall, type WorkerMetrics, workerMetrics } from './metrics.ts'
import { openQueues } from './queue/queues.ts'

/** Everything a job may use, opened once per process and handed down. */
export function openServices(config: WorkerConfig, serviceName: string, tracer: Tracer = noTracer) {
  const log: Logger = createLogger(serviceName, config.LOG_LEVEL as LogLevel)
  const sql: Sql = openDatabase(config.DATABASE_URL, {
    applicationName: serviceName,
    role: 'latent_worker',
  })
  const throttleRedis = new Redis({
    ...redisOptions(config.REDIS_QUEUE_URL),
    lazyConnect: true,
    maxRetriesPerRequest: 1,
  })
  throttleRedis.on('error', () => {})
  const metrics = workerMetrics(config.EDGAR_MAX_REQUESTS_PER_SECOND)
  const edgar = openEdgar(config, throttleRedis, metrics, log)
  const queues = openQueues(config.REDIS_QUEUE_URL)
  const threads = parseThreads(
    config.READ_CONCURRENCY,
    { timeoutMs: config.PARSE_TIMEOUT_MS, memoryMb: config.PARSE_MEMORY_MB },
    undefined,
    { databaseUrl: config.DATABASE_URL, objectStoreUrl: config.OBJECT_STORE_URL },
  )
  const observe: Observe = (step, milliseconds) => metrics.steps.inc({ step }, milliseconds / 1_000)
  const countSignal = (signal_type: string) => metrics.signals.inc({ signal_type })

  return {
    config,
    log,
    tracer,
    sql,
    queues,
    metrics,
    objects: openObjectStore(config.OBJECT_STORE_URL),
    intake: intakeStore(sql),
    discovery: discoveryStore(sql),
    filings: filingStore(sql),
    custody: custodyStore(sql),
    entities: entityStore(sql),
    documents: documentStore(sql),
    processing: processingStore(sql),
    backfills: extractorBackfillStore(sql),
    /** Every extractor has a row in the ledger of a filing; the rules are those that are run here. */
    extractors: extractors as readonly DependentExtractor[],
    rules,
    /** Claude, or without a key the fact that there is none; and the extractors that ask it. */
    claude: openClaude(config.claude, sql, (call) => countClaudeCall(metrics, call)),
    claudeExtractors,
    /** Counts how long the steps of reading a filing take. */
    observe,
    countSignal,
    /** Filings are read in threads, which know them for a moment; this one knows none. */
    read: readFiling,
    known: { get: () => undefined, set: () => {} } as ReadingServices['known'],
    /** Does a job on a filing in a thread. */
    async reading(job: ReadingJob, accessionNumber: string): Promise<void> {
      for (const one of await threads.run(job, accessionNumber)) {
        if ('step' in one) observe(one.step, one.milliseconds)
        else countSignal(one.signal_type)
      }
    },
    /** Whether a filing that was parsed is answered and published at once, before its next job comes up. */
    goesAhead: true as boolean,
    /** Filings with which this process is ahead of the queue, by accession number. */
    ahead: new Map<string, Promise<void>>(),
    /** EDGAR as the dataset sees it, or `undefined` when nothing was configured for it. */
    edgarOf: (dataset: Dataset): Edgar | undefined => edgar[dataset],

    async close(): Promise<void> {
      await queues.close()
      await threads.close()
      await Promise.all([edgar.live?.gateway.close(), edgar.test?.gateway.close()])
      throttleRedis.disconnect()
      await sql.end({ timeout: 5 })
      await tracer.close()
    },
  }
}

export type Services = ReturnType<typeof openServices>

/** EDGAR as a dataset sees it. */
export interface Edgar {
  gateway: EdgarGateway
  submissionsRow: ReturnType<typeof submissionsRowReader>
  /** Whether requests are sent at the moment. */
  throttleState: EdgarThrottle['state']
}

/** The live dataset reads EDGAR, or a mirror of it; the test dataset reads the mirror of the sample corpus. */
function openEdgar(
  config: WorkerConfig,
  redis: Redis,
  metrics: WorkerMetrics,
  logger: Logger,
): Record<Dataset, Edgar | undefined> {
  const open = (dataset: Dataset, baseUrl: string, dataUrl: string, userAgent: string): Edgar => {
    const throttle = edgarThrottle(redis, {
      limit: config.EDGAR_MAX_REQUESTS_PER_SECOND,
      key: `edgar-throttle:${dataset}`,
    })
    const gateway = edgarGateway({
      baseUrl,
      dataUrl,
      userAgent,
      pauseMs: config.EDGAR_PAUSE_SECONDS * 1_000,
      throttle,
      logger,
      observe({ kind, status, reason }) {
        metrics.secRequests.inc({ kind, status: String(status ?? 'none'), outcome: reason ?? 'ok' })
        // The test dataset has a mirror of its own, which may be asked as often as it likes.
        if (dataset === 'live') metrics.secBudget.spend()
      },
    })
    return { gateway, submissionsRow: submissionsRowReader(gateway), throttleState: throttle.state }
  }
  const testUrl = config.EDGAR_TEST_BASE_URL
  const localAgent = 'SEC Latent Platform mirror reader'
  return {
    live: config.readsLiveEdgar
      ? open('live', config.EDGAR_BASE_URL, config.EDGAR_DATA_URL, config.EDGAR_USER_AGENT ?? localAgent)
      : undefined,
    test: testUrl ? open('test', testUrl, testUrl, localAgent) : undefined,
  }
}
