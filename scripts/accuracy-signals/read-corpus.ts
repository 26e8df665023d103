import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sealer } from '@sec-latent/core/secrets/seal'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { buildApp } from '../../api/src/app.ts'
import { makeServices, openLimitsRedis } from '../../api/src/services.ts'
import { parsePeppers } from '../../core/src/accounts/key-format.ts'
import { accountStore } from '../../core/src/accounts/store.ts'
import { openDatabase, type Sql } from '../../core/src/db.ts'
import { edgarGateway } from '../../core/src/edgar/gateway.ts'
import { discoveryStore } from '../../core/src/intake/discovery-store.ts'
import { countOpenWork } from '../../core/src/intake/summary.ts'
import { createLogger } from '../../core/src/log.ts'
import { journalMeter } from '../../core/src/metering/journal-meter.ts'
import { migrate } from '../../core/src/migrate.ts'
import { openObjectStore } from '../../core/src/objects/open.ts'
import type { ReadCorpus } from '../../core/src/signals/accuracy/label.ts'
import { startMirror } from '../../workers/src/edgar-mirror/mirror.ts'
import { freePort } from '../services/ports.mjs'
import { findPostgres } from '../services/postgres-binaries.mjs'
import { startPostgres } from '../services/postgres-server.mjs'
import { findRedis } from '../services/redis-binaries.mjs'
import { startRedis } from '../services/redis-server.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
const DATASET = 'live'
const POLL_MS = 500
/** Longer than this without an end is a pipeline that is stuck. */
const PATIENCE_MS = 45 * 60_000

/** A corpus that went through the whole pipeline into stores of its own, and an API over them. */
export interface CorpusRun extends ReadCorpus {
  sql: Sql
  /** Where the public API answers, with a key for it. */
  api: { baseUrl: string; apiKey: string }
  seconds: number
  close(): Promise<void>
}

/** Starts empty stores and the processes of the product, reads every filing of the corpus, and waits for the last one. */
export async function readCorpus(directory: string): Promise<CorpusRun> {
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-accuracy-'))
  chmodSync(folder, 0o755)
  const closing: (() => Promise<unknown> | unknown)[] = [
    () => rmSync(folder, { recursive: true, force: true }),
  ]
  const close = async () => {
    for (const step of closing.reverse().splice(0)) await step()
  }
  try {
    const stores = await startStores(folder, closing)
    const mirror = await startMirror({ directory, port: 0, host: '127.0.0.1' })
    closing.push(() => mirror.close())
    const started = Date.now()
    for (const entry of ['main', 'scheduler-main']) closing.push(startWorker(entry, stores, mirror.url))
    await requestEverything(stores.sql, mirror.url)
    await untilDone(stores.sql)
    const seconds = (Date.now() - started) / 1_000
    const objects = openObjectStore(stores.objectStoreUrl)
    const api = await startApi(stores, objects, join(folder, 'meter'), closing)
    return { sql: stores.sql, objects, dataset: DATASET, api, seconds, close }
  } catch (error) {
    await close()
    throw error
  }
}

interface Stores {
  sql: Sql
  databaseUrl: string
  redisUrl: string
  objectStoreUrl: string
}

async function startStores(folder: string, closing: (() => unknown)[]): Promise<Stores> {
  const [binaries] = findPostgres(ROOT, process.env)
  if (!binaries) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const postgres = await startPostgres({
    binaries,
    folder: join(folder, 'postgres'),
    port: await freePort(),
    disposable: true,
  })
  closing.push(() => postgres.stop())
  const redis = await startRedis({
    binary: findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env }),
    role: 'disposable',
    folder: join(folder, 'redis'),
    port: await freePort(),
  })
  closing.push(() => redis.stop())
  const sql = openDatabase(postgres.url, { applicationName: 'accuracy', max: 5 })
  closing.push(() => sql.end({ timeout: 5 }))
  await migrate(sql)
  return {
    sql,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    objectStoreUrl: pathToFileURL(join(folder, 'objects')).href,
  }
}

function startWorker(entry: string, stores: Stores, mirrorUrl: string): () => Promise<void> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', `workers/src/${entry}.ts`], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: stores.databaseUrl,
      REDIS_QUEUE_URL: stores.redisUrl,
      REDIS_CACHE_URL: stores.redisUrl,
      OBJECT_STORE_URL: stores.objectStoreUrl,
      EDGAR_BASE_URL: mirrorUrl,
      EDGAR_DATA_URL: mirrorUrl,
      EDGAR_MAX_REQUESTS_PER_SECOND: '500',
      DISCOVERY_SCOPE: 'all',
      HEALTH_PORT: '0',
      LOG_LEVEL: 'error',
    },
  })
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

async function requestEverything(sql: Sql, mirrorUrl: string): Promise<void> {
  const unthrottled = {
    acquire: async () => ({ probe: false, succeeded: async () => {}, undecided: async () => {} }),
    pause: async () => {},
  }
  const gateway = edgarGateway({ baseUrl: mirrorUrl, dataUrl: mirrorUrl, throttle: unthrottled })
  try {
    const discovery = discoveryStore(sql)
    await discovery.request({ dataset: DATASET, source: 'company_tickers', key: 'all' })
    for (const { year, quarter } of await gateway.fetchFullIndexQuarters())
      await discovery.request({ dataset: DATASET, source: 'full_index', key: `${year}-Q${quarter}` })
  } finally {
    await gateway.close()
  }
}

async function untilDone(sql: Sql): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const { total, done, open } = await countOpenWork(sql, DATASET)
    process.stderr.write(`${done} of ${total} filings${process.stderr.isTTY ? '\r' : '\n'}`)
    if (open === 0 && total > 0) return
    if (Date.now() > deadline) throw new Error(`${open} pieces of work are still open.`)
    await new Promise((done) => setTimeout(done, process.stderr.isTTY ? POLL_MS : 20 * POLL_MS))
  }
}

async function startApi(
  { sql, redisUrl }: Stores,
  objects: ReturnType<typeof openObjectStore>,
  meterFolder: string,
  closing: (() => unknown)[],
) {
  const logger = createLogger('api', 'silent')
  const redis = openLimitsRedis(redisUrl, logger)
  const peppers = parsePeppers('v1:a-pepper-of-one-measurement')
  const services = makeServices(
    { sql, service: sql, replica: sql, redis, objects },
    {
      logger,
      peppers,
      sealer: sealer(TEST_SEALING_KEYS),
      meter: journalMeter({ folder: meterFolder, sql, logger }),
      isDraining: () => false,
      settings: {
        portalUrl: 'http://localhost:3000',
        publicUrl: 'http://localhost',
        cursorSecret: 'a-cursor-secret-of-one-measurement',
        allowedHosts: [],
        trustProxy: false,
        failedAttemptsPerMinute: 100,
        metricsToken: undefined,
      },
    },
  )
  const app = await buildApp(services)
  await app.listen({ port: 0, host: '127.0.0.1' })
  closing.push(async () => {
    await app.close()
    redis.disconnect()
  })
  const accounts = accountStore(sql)
  const organisation = await accounts.createOrganisation({ name: 'Accuracy', plan: 'scale' })
  const { key } = await accounts.createKey(
    { organisation_id: organisation.id, name: 'accuracy', mode: 'live' },
    peppers[0] as (typeof peppers)[number],
  )
  return { baseUrl: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, apiKey: key }
}
