import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import { migrate } from '@sec-latent/core/migrate'
import { agedLimits } from '@sec-latent/core/testing/redis'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { loginStatements } from '../../deploy/pgbouncer/logins.ts'
import { PEPPER } from '../invariants/api-process.ts'
import { freePort } from '../services/ports.mjs'
import { listens, succeeds } from './answers.ts'
import { buildPrograms } from './build.ts'
import { type FaultProxy, faultProxy } from './fault-proxy.ts'
import { startNginx } from './nginx.ts'
import { LOGINS, startPgbouncer } from './pgbouncer.ts'
import { postgresPair } from './postgres-pair.ts'
import { type Program, startProgram } from './program.ts'
import { redisWithSentinels } from './redis-sentinels.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const DATABASE = 'latent'
/** Short of the ten minutes of the SEC, so that a run sees more than one pause; only a mirror may be asked sooner. */
const EDGAR_PAUSE_SECONDS = 8

export interface ClusterOptions {
  apis?: number
  workers?: number
  scheduler?: boolean
  /** Proxies that can misbehave stand between the parts; without them the parts speak to each other. */
  faults?: boolean
  /** `s3` puts a server that speaks S3 behind a proxy; `file` takes a folder. */
  objects?: 's3' | 'file'
  apiEnv?: Record<string, string>
  workerEnv?: Record<string, string>
  /** How much of Postgres the pooler takes for each login. */
  poolSize?: number
  /** Programs and schema of another time to begin with. */
  programs?: string
  migrations?: URL
  postgresSettings?: string[]
  say?: (line: string) => void
}

/**
 * A running system on loopback out of the real programs: API and workers as they are built for production, the scheduler,
 * Postgres with a streaming replica behind PgBouncer, both Redis with replicas and Sentinels, an object store, nginx in front,
 * and EDGAR as a mirror. Everything ends with `close`, and with this process however it ends.
 */
export async function startCluster(options: ClusterOptions = {}) {
  const say = options.say ?? (() => {})
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-cluster-'))
  // Postgres and PgBouncer run as another account when we are root, and must be able to pass through.
  chmodSync(folder, 0o755)
  const closers: (() => Promise<unknown> | unknown)[] = [
    () => rmSync(folder, { recursive: true, force: true }),
  ]
  async function close(): Promise<void> {
    for (const one of closers.splice(0).reverse()) {
      try {
        await one()
      } catch (error) {
        say(`while stopping: ${(error as Error).message}`)
      }
    }
  }
  try {
    return { ...(await build()), close }
  } catch (error) {
    await close()
    throw error
  }

  async function build() {
    const programs = await buildPrograms()
    closers.push(programs.remove)
    const within = (name: string) => {
      const path = join(folder, name)
      mkdirSync(path, { recursive: true })
      return path
    }
    const proxies = new Map<string, FaultProxy>()
    /** The port clients are given: that of a proxy before it, or its own. */
    async function entrance(name: string, port: number): Promise<number> {
      if (options.faults === false) return port
      const proxy = await faultProxy({ targetPort: port })
      proxies.set(name, proxy)
      closers.push(proxy.close)
      return proxy.port
    }

    const [postgres, queue, cache] = await Promise.all([
      postgresPair({ folder: join(folder, 'postgres'), settings: options.postgresSettings }),
      redisWithSentinels({ folder: within('redis-queue'), role: 'queue' }),
      redisWithSentinels({ folder: within('redis-cache'), role: 'cache' }),
    ])
    closers.push(postgres.close, queue.close, cache.close)
    // Limits that are seconds old may just have been emptied, and give bursts out only as they come back.
    await cache.command(agedLimits)
    await postgres.createDatabase(DATABASE)
    const sql = openDatabase(postgres.url(DATABASE), { max: 4, applicationName: 'cluster' })
    let owner = sql
    closers.push(() => owner.end({ timeout: 2 }))
    await migrate(sql, options.migrations)
    for (const statement of loginStatements(LOGINS)) await sql.unsafe(statement)
    const pgbouncer = await startPgbouncer({
      folder: within('pgbouncer'),
      database: DATABASE,
      postgresPort: options.faults === false ? postgres.primary().port : postgres.proxy.port,
      poolSize: options.poolSize,
    })
    closers.push(() => pgbouncer.program.kill())
    say('Postgres with a replica behind PgBouncer, and two Redis with Sentinels, are up')

    const mirrorPort = await freePort()
    const mirror = await startProgram({
      name: 'mirror',
      command: process.execPath,
      args: [
        ...['--import', 'tsx', 'workers/src/edgar-mirror/main.ts'],
        ...['--directory', within('edgar'), '--port', String(mirrorPort)],
      ],
      cwd: ROOT,
      folder: within('mirror'),
      ready: () => listens(mirrorPort),
    })
    closers.push(() => mirror.kill())
    const edgarPort = await entrance('edgar', mirrorPort)
    const { entranceUrl: objectsEntrance, url: objectsUrl } = await startObjects()

    const authority = join(within('certificates'), 'ca.pem')
    writeFileSync(authority, TEST_CA)
    const [sealing] = TEST_SEALING_KEYS
    const shared = {
      NODE_ENV: 'production',
      // Passwords and mails of a cluster on one machine are those of development.
      LATENT_ENV: 'development',
      LOG_LEVEL: 'warn',
      DATABASE_ROLES: 'off',
      REDIS_QUEUE_URL: queue.url,
      REDIS_CACHE_URL: cache.url,
      OBJECT_STORE_URL: objectsEntrance,
      SEALING_KEYS: `${sealing.key_id}:${sealing.key.toString('base64')}`,
      AUDIT_SIGNING_KEYS: `${sealing.key_id}:${sealing.key.toString('base64')}`,
      MAIL_URL: pathToFileURL(within('mails')).href,
      NODE_EXTRA_CA_CERTS: authority,
      EGRESS_ALLOW_CIDRS: '127.0.0.1',
      EGRESS_PORTS: '*',
    }

    async function api(
      index: number,
      { built = options.programs ?? programs.folder, port: given }: { built?: string; port?: number } = {},
    ): Promise<Program & { port: number }> {
      const port = given ?? (await freePort())
      const program = await startProgram({
        name: `api-${index + 1}`,
        command: process.execPath,
        args: [join(built, 'api/dist/main.js')],
        cwd: ROOT,
        folder: within(`api-${index + 1}`),
        env: {
          ...shared,
          DATABASE_URL: pgbouncer.url('api_login'),
          DATABASE_SERVICE_URL: pgbouncer.url('service_login'),
          HOST: '127.0.0.1',
          PORT: String(port),
          TRUST_PROXY: '127.0.0.1',
          KEY_PEPPER: PEPPER,
          METER_FOLDER: within(`meter-${index + 1}`),
          FAILED_AUTH_PER_MINUTE: '100000',
          ...options.apiEnv,
        },
        ready: () => succeeds(`http://127.0.0.1:${port}/livez`),
      })
      return { ...program, port }
    }

    async function worker(name: string, entry: string): Promise<Program & { port: number }> {
      const port = await freePort()
      const program = await startProgram({
        name,
        command: process.execPath,
        args: [join(programs.folder, `workers/dist/${entry}.js`)],
        cwd: ROOT,
        folder: within(name),
        env: {
          ...shared,
          DATABASE_URL: pgbouncer.url('worker_login'),
          EDGAR_BASE_URL: `http://127.0.0.1:${edgarPort}`,
          DISCOVERY_SCOPE: 'all',
          POLL_LATEST_SECONDS: '5',
          EDGAR_PAUSE_SECONDS: String(EDGAR_PAUSE_SECONDS),
          HEALTH_PORT: String(port),
          ...options.workerEnv,
        },
        ready: () => succeeds(`http://127.0.0.1:${port}/livez`),
      })
      return { ...program, port }
    }

    const apis = await Promise.all(Array.from({ length: options.apis ?? 2 }, (_, index) => api(index)))
    for (const one of apis) closers.push(() => one.kill())
    const workers = await Promise.all(
      Array.from({ length: options.workers ?? 2 }, (_, index) => worker(`worker-${index + 1}`, 'main')),
    )
    for (const one of workers) closers.push(() => one.kill())
    const scheduler = options.scheduler === false ? undefined : await worker('scheduler', 'scheduler-main')
    if (scheduler) closers.push(() => scheduler.kill())
    const nginx = await startNginx({ folder: within('nginx'), apiPorts: apis.map(({ port }) => port) })
    closers.push(() => nginx.program.stop())
    say(`${apis.length} api, ${workers.length} workers, ${scheduler ? 1 : 0} scheduler and nginx are up`)

    async function startObjects(): Promise<{ entranceUrl: string; url: string }> {
      if (options.objects !== 's3') {
        const { href } = pathToFileURL(within('objects'))
        return { entranceUrl: href, url: href }
      }
      const port = await freePort()
      const store = await startProgram({
        name: 'object-store',
        command: process.execPath,
        args: [
          ...['--import', 'tsx', 'scripts/cluster/object-store-main.ts'],
          ...['--folder', within('objects'), '--port', String(port)],
        ],
        cwd: ROOT,
        folder: within('object-store'),
        ready: () => listens(port),
      })
      closers.push(() => store.kill())
      const at = (where: number) => `s3+http://S3RVER:S3RVER@127.0.0.1:${where}/filings?region=us-east-1`
      return { entranceUrl: at(await entrance('objects', port)), url: at(port) }
    }

    return {
      folder,
      /** Past the proxy. */
      objectsUrl,
      edgarPauseSeconds: EDGAR_PAUSE_SECONDS,
      auditSigningKey: sealing,
      builtPrograms: programs.folder,
      database: DATABASE,
      postgres,
      pgbouncer,
      queue,
      cache,
      apis,
      workers,
      scheduler,
      /** Programs of today take the place of one that was stopped, at its port. */
      async replaceApi(index: number): Promise<void> {
        const { port } = apis[index] as (typeof apis)[number]
        const next = await api(index, { built: programs.folder, port })
        apis[index] = next
        closers.push(() => next.kill())
      },
      /** Another one beside the first; the caller ends it. */
      async secondScheduler(): Promise<Program> {
        const second = await worker('scheduler-2', 'scheduler-main')
        closers.push(() => second.kill())
        return second
      },
      nginx,
      mirror: { program: mirror, url: `http://127.0.0.1:${mirrorPort}` },
      /** By name: `edgar`, `objects`. Postgres and the two Redis have theirs. */
      proxies,
      /** The database as its owner, past pooler and proxy. */
      sql: () => owner,
      /** Opens it anew: after a failover the primary is elsewhere. */
      async reconnect(): Promise<Sql> {
        await owner.end({ timeout: 1 }).catch(() => {})
        owner = openDatabase(postgres.url(DATABASE), { max: 4, applicationName: 'cluster' })
        return owner
      },
    }
  }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>
