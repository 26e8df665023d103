import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Sql } from '@sec-latent/core/db'
import { edgarGateway } from '@sec-latent/core/edgar/gateway'
import { discoveryStore } from '@sec-latent/core/intake/discovery-store'
import { countOpenWork } from '@sec-latent/core/intake/summary'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export interface PipelineSettings {
  /** The folder of the built programs. */
  programs: string
  databaseUrl: string
  redisUrl: string
  objectStoreUrl: string
  /** The mirror the test dataset is read from. */
  mirrorUrl: string
  env?: Record<string, string>
}

/** The processes of the pipeline as they run for a user, but on the stores of a test. */
export function startPipeline(settings: PipelineSettings) {
  const processes = new Map<string, ChildProcess>()
  const lines: string[] = []

  function start(entry: 'main' | 'scheduler-main', name: string): ChildProcess {
    const child = spawn(process.execPath, [join(settings.programs, 'workers', 'dist', `${entry}.js`)], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        DATABASE_URL: settings.databaseUrl,
        REDIS_QUEUE_URL: settings.redisUrl,
        REDIS_CACHE_URL: settings.redisUrl,
        OBJECT_STORE_URL: settings.objectStoreUrl,
        EDGAR_BASE_URL: settings.mirrorUrl,
        EDGAR_TEST_BASE_URL: settings.mirrorUrl,
        EDGAR_MAX_REQUESTS_PER_SECOND: '500',
        DISCOVERY_SCOPE: 'followed',
        JOB_LOCK_MS: '2000',
        RECONCILE_AFTER_MS: '2000',
        HEALTH_PORT: '0',
        LOG_LEVEL: 'warn',
        ...settings.env,
      },
    })
    child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    createInterface({ input: child.stdout as Readable }).on('line', (line) => lines.push(line))
    processes.set(name, child)
    return child
  }

  async function stop(name: string, signal: NodeJS.Signals): Promise<number | null> {
    const child = processes.get(name)
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    child.kill(signal)
    await once(child, 'exit')
    processes.delete(name)
    return child.exitCode
  }

  return {
    /** What the processes wrote, line by line. */
    lines,
    startWorker: (name = 'worker') => start('main', name),
    startScheduler: () => start('scheduler-main', 'scheduler'),
    stop,
    async stopAll(): Promise<void> {
      await Promise.all([...processes.keys()].map((name) => stop(name, 'SIGKILL')))
    },
  }
}

/** Asks for everything the mirror's full index names, as a backfill does. */
export async function requestFullIndex(sql: Sql, mirrorUrl: string): Promise<void> {
  const unthrottled = {
    acquire: async () => ({ probe: false, succeeded: async () => {}, undecided: async () => {} }),
    pause: async () => {},
  }
  const gateway = edgarGateway({ baseUrl: mirrorUrl, dataUrl: mirrorUrl, throttle: unthrottled })
  for (const { year, quarter } of await gateway.fetchFullIndexQuarters()) {
    await discoveryStore(sql).request({ dataset: 'test', source: 'full_index', key: `${year}-Q${quarter}` })
  }
  await gateway.close()
}

/** Waits until nothing is open any more; fails when nothing moves for longer than it may. */
export async function untilDone(sql: Sql, patienceMs: number): Promise<void> {
  await whileItMoves(sql, patienceMs, ({ open, total }) => open === 0 && total > 0)
}

/** Waits until so many filings have reached their end. */
export async function untilFilings(sql: Sql, count: number, patienceMs: number): Promise<void> {
  await whileItMoves(sql, patienceMs, ({ done }) => done >= count)
}

/** How long all of it takes says something about the machine; that nothing moves says something about the pipeline. */
async function whileItMoves(
  sql: Sql,
  patienceMs: number,
  arrived: (work: Awaited<ReturnType<typeof countOpenWork>>) => boolean,
): Promise<void> {
  let last = ''
  let deadline = 0
  for (;;) {
    const work = await countOpenWork(sql, 'test')
    if (arrived(work)) return
    const state = JSON.stringify(work)
    if (state !== last) deadline = Date.now() + patienceMs
    last = state
    if (Date.now() > deadline) throw new Error(`nothing moved for ${patienceMs} ms: ${state}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
