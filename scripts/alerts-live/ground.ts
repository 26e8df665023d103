import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import { openObjectStore } from '@sec-latent/core/objects/open'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { inventedSubmission } from '@sec-latent/workers/testing/invented-services'
import { GET as portalMetrics } from '../../docs-site/app/api/metrics/route.ts'
import { succeeds } from '../cluster/answers.ts'
import { buildPrograms } from '../cluster/build.ts'
import { type Program, startProgram } from '../cluster/program.ts'
import { ownServers } from '../services/own-servers.ts'
import { freePort } from '../services/ports.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
const PEPPER = 'v1:a-pepper-for-live-alerts-only'
const PORTAL_TOKEN = 'a-token-for-live-alerts'
/** A disk that can be filled in a moment. */
const DISK_MB = 96
const FILINGS = 20
const PUBLISHED_WITHIN_MS = 180_000
const BACKUP_TIMEOUT_MS = 60_000
const run = promisify(execFile)

export interface Service {
  program: Program
  port: number
  metricsPort: number
}

/** The real API, worker and scheduler on a Postgres and two Redis of their own; the journal of the API lies on a small disk. */
export async function startGround(say: (line: string) => void) {
  const closers: (() => Promise<unknown> | unknown)[] = []
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
    const folder = mkdtempSync(join(tmpdir(), 'latent-alerts-'))
    chmodSync(folder, 0o755)
    closers.push(() => rmSync(folder, { recursive: true, force: true }))
    const programs = await buildPrograms()
    closers.push(programs.remove)
    const servers = await ownServers()
    closers.push(servers.close)
    const { url, sql } = await servers.database()
    const [queue, cache] = await Promise.all([servers.redis('queue'), servers.redis('cache')])
    const within = (name: string) => {
      const path = join(folder, name)
      mkdirSync(path, { recursive: true })
      return path
    }
    const disk = smallDisk(within('disk'))
    if (disk.isSmall) closers.push(disk.remove)

    const accounts = accountStore(sql)
    const organisation = await accounts.createOrganisation({ name: 'Live alerts', plan: 'scale' })
    const [pepper] = parsePeppers(PEPPER)
    const { key } = await accounts.createKey(
      { organisation_id: organisation.id, name: 'load', mode: 'live' },
      pepper as NonNullable<typeof pepper>,
    )
    const shared = {
      NODE_ENV: 'production',
      LATENT_ENV: 'development',
      LOG_LEVEL: 'warn',
      DATABASE_URL: url,
      REDIS_QUEUE_URL: queue.url,
      REDIS_CACHE_URL: cache.url,
      OBJECT_STORE_URL: pathToFileURL(within('objects')).href,
      RECONCILE_AFTER_MS: '2000',
      RELEASE: 'v1',
    }

    async function api(name: string, release: string): Promise<Service> {
      const port = await freePort()
      const metricsPort = await freePort()
      const program = await startProgram({
        name,
        command: process.execPath,
        args: [join(programs.folder, 'api/dist/main.js')],
        cwd: ROOT,
        folder: within(name),
        env: {
          ...shared,
          HOST: '127.0.0.1',
          PORT: String(port),
          METRICS_PORT: String(metricsPort),
          KEY_PEPPER: PEPPER,
          METER_FOLDER: join(disk.path, name),
          RELEASE: release,
        },
        ready: () => succeeds(`http://127.0.0.1:${port}/readyz`),
      })
      closers.push(() => program.kill())
      return { program, port, metricsPort }
    }

    async function worker(name: string, entry: string): Promise<Service> {
      const port = await freePort()
      const program = await startProgram({
        name,
        command: process.execPath,
        args: [join(programs.folder, `workers/dist/${entry}.js`)],
        cwd: ROOT,
        folder: within(name),
        env: { ...shared, HEALTH_PORT: String(port) },
        ready: () => succeeds(`http://127.0.0.1:${port}/readyz`),
      })
      closers.push(() => program.kill())
      return { program, port, metricsPort: port }
    }

    /** The daily backup, of the queue alone: what a whole one needs is not set up here. */
    async function backUp(): Promise<void> {
      await run(process.execPath, [join(programs.folder, 'workers/dist/backup-main.js'), '--redis'], {
        cwd: ROOT,
        env: { ...process.env, ...shared, BACKUP_STORE_URL: pathToFileURL(within('backups')).href },
        timeout: BACKUP_TIMEOUT_MS,
      })
    }

    const first = await api('api-1', 'v1')
    const workers = await worker('worker', 'main')
    const scheduler = await worker('scheduler', 'scheduler-main')
    const portal = await portalWithMetricsOnly()
    closers.push(portal.close)
    const filings = await publishFilings(sql, openObjectStore(shared.OBJECT_STORE_URL))
    return {
      folder,
      sql,
      databaseUrl: url,
      servers,
      queue,
      key,
      filings,
      disk,
      api,
      backUp,
      first,
      workers,
      scheduler,
      portal,
    }
  }
}
export type Ground = Awaited<ReturnType<typeof startGround>>

/** Invented filings, put where `fetch-filing` leaves them: reading and publishing them is up to the worker. */
async function publishFilings(sql: Sql, objects: ObjectStore): Promise<string[]> {
  const numbers = Array.from(
    { length: FILINGS },
    (_, index) => `0009900001-25-${String(index + 1).padStart(6, '0')}`,
  )
  for (const accession_number of numbers) {
    const filing = {
      accession_number,
      cik: '0009900001',
      form_type: '10-K',
      accepted_at: '2025-02-15T21:30:00Z',
      period_of_report: '2024-12-31',
      text: `Annual report. ${'word '.repeat(200)}`,
    }
    const submission_sha256 = await objects.put(inventedSubmission(filing))
    await sql`
      insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage, submission_sha256,
        submission_source)
      values (${accession_number}, 'live', ${filing.cik}, '10-K', '2025-02-15', 'full_index', 'fetched',
        ${submission_sha256}, 'full_submission')`
  }
  const deadline = Date.now() + PUBLISHED_WITHIN_MS
  for (;;) {
    const [row] = await sql<
      { published: number }[]
    >`select count(*)::int as published from filings where available_at < now()`
    if (row?.published === FILINGS) return numbers
    if (Date.now() > deadline) throw new Error(`Of ${FILINGS} filings ${row?.published} were published.`)
    await sleep(500)
  }
}

/** A file system of its own where we may mount one. */
function smallDisk(path: string) {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=0755`, 'tmpfs', path])
  const filler = join(path, 'filler')
  return {
    path,
    isSmall: mounted.status === 0,
    /** Leaves so many MB of it. */
    fill: (leftMb: number) => {
      const { stdout } = spawnSync('df', ['--output=avail', '-B1', path], { encoding: 'utf8' })
      const available = Number(stdout.trim().split('\n').at(-1))
      writeFileSync(filler, Buffer.alloc(Math.max(0, available - leftMb * 1024 * 1024)))
    },
    empty: () => rmSync(filler, { force: true }),
    remove: () => spawnSync('umount', ['-l', path]),
  }
}

/** The portal's own answer to whoever asks for its metrics; the rest of the portal is not needed here. */
async function portalWithMetricsOnly() {
  process.env.METRICS_TOKEN = PORTAL_TOKEN
  const server = createServer((request, response) => {
    const asked = new Request(`http://portal.test${request.url}`, {
      headers: { authorization: `Bearer ${PORTAL_TOKEN}` },
    })
    const answer = portalMetrics(asked)
    answer.text().then(
      (text) => response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
