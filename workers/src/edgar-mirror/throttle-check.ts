import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { layDown } from './invented-filings.ts'
import { type MirrorRequest, startMirror } from './mirror.ts'
import type { ThrottleCheckTask } from './throttle-check-worker.ts'

export interface ThrottleCheckOptions {
  requests: number
  /** Request starts per second that the limiter aims at. */
  limit: number
  processes: number
  concurrency: number
  pauseMs: number
  /** The `redis-server` to start and restart. */
  redisServer: string
  progress?: (line: string) => void
}

export interface CheckRow {
  check: string
  value: number
  unit: string
  at_most: number
  ok: boolean
}

/** The SEC's limit is this much above our aim: 10 to 8. */
const HARD_FACTOR = 10 / 8
/** The process that is told to stop needs this long to tell the others. */
const PAUSE_KNOWN_MS = 250
const PROBE_MS = 1000
const DOWN_MS = 1500
const CIK = '0001234567'
const ACCESSION = '0001234567-24-000001'

/**
 * Invariant I24, timed at the server: several processes with wrong clocks share one budget; the limiter's Redis is flushed,
 * killed and started again on the way; a refusal stops everybody, a flush in the middle of the pause does not end it,
 * and one probe goes first afterwards.
 */
export async function checkThrottle(options: ThrottleCheckOptions): Promise<CheckRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throttle-check-'))
  const port = await freePort()
  const redisUrl = `redis://127.0.0.1:${port}`
  const say = options.progress ?? (() => {})
  let server = await startRedis(options.redisServer, port, folder)
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  redis.on('error', () => {})
  layDown(folder, { accession_number: ACCESSION, filers: [{ cik: CIK, name: 'EXAMPLE HOLDINGS INC' }] })
  const mirror = await startMirror({ directory: folder })
  const workers: ChildProcess[] = []
  try {
    for (let index = 0; index < options.processes; index++) {
      const task: ThrottleCheckTask = {
        mirrorUrl: mirror.url,
        redisUrl,
        key: 'edgar:throttle-check',
        limit: options.limit,
        pauseMs: options.pauseMs,
        concurrency: options.concurrency,
        skewMs: (index - 1) * 3_600_000,
        accession_number: ACCESSION,
        cik: CIK,
      }
      workers.push(startWorker(task))
    }
    const count = () => mirror.requests().length
    const until = async (done: () => boolean, what: string, timeoutMs: number) => {
      const deadline = mirror.now() + timeoutMs
      while (!done()) {
        if (mirror.now() > deadline) throw new Error(`the throttle check waited ${timeoutMs} ms for ${what}`)
        if (workers.some((worker) => worker.exitCode !== null))
          throw new Error('a worker of the check has died')
        await sleep(20)
      }
    }
    const patience = 60_000 + (options.requests / options.limit) * 4000

    await until(() => count() >= options.requests / 3, 'the first third', patience)
    say(`${count()} requests; flushing Redis`)
    await redis.flushall()
    const flushedAt = mirror.now()

    await until(() => count() >= (options.requests * 2) / 3, 'the second third', patience)
    say(`${count()} requests; killing Redis`)
    await stopProcess(server)
    const downFrom = mirror.now() + PAUSE_KNOWN_MS
    await sleep(DOWN_MS)
    const downTill = mirror.now()
    server = await startRedis(options.redisServer, port, folder)
    await until(() => count() >= options.requests, 'the last third', patience)

    say(`${count()} requests; refusing one`)
    mirror.script([{ kind: 'status', status: 403, count: 1 }])
    const refused = () => mirror.requests().find((request) => request.status === 403)
    await until(() => refused() !== undefined, 'the refusal', patience)
    const refusedAt = (refused() as MirrorRequest).arrived_ms
    await sleep(options.pauseMs / 2)
    await redis.flushall()
    mirror.script([{ kind: 'delay', ms: PROBE_MS, count: 1 }])
    const resumed = () => mirror.requests().find((request) => request.fault === 'delay')
    await until(() => resumed() !== undefined, 'the probe', options.pauseMs + 30_000)
    const probeAt = (resumed() as MirrorRequest).arrived_ms
    const atProbe = count()
    const more = Math.ceil(options.limit * 2)
    await until(() => count() >= atProbe + more, 'requests after the probe', patience)

    return judge(options, mirror.requests(), { flushedAt, downFrom, downTill, refusedAt, probeAt })
  } finally {
    for (const worker of workers) worker.send?.('stop')
    await Promise.all(workers.map((worker) => stopProcess(worker, 3000)))
    redis.disconnect()
    await stopProcess(server)
    await mirror.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function judge(
  options: ThrottleCheckOptions,
  requests: MirrorRequest[],
  at: { flushedAt: number; downFrom: number; downTill: number; refusedAt: number; probeAt: number },
): CheckRow[] {
  const arrivals = requests.map((request) => request.arrived_ms).sort((a, b) => a - b)
  const between = (from: number, to: number) => arrivals.filter((time) => time > from && time < to).length
  const hard = Math.ceil(options.limit * HARD_FACTOR)
  const windows = windowCounts(arrivals)
  const aroundFlush = windowCounts(arrivals.filter((time) => Math.abs(time - at.flushedAt) < 2000))
  const aroundRestart = windowCounts(
    arrivals.filter((time) => time > at.downFrom - 2000 && time < at.downTill + 4000),
  )
  const first = arrivals[0] as number
  const steady = arrivals.filter((time) => time < at.flushedAt)
  const spacing = ((steady[steady.length - 1] as number) - first) / Math.max(1, steady.length - 1)
  const row = (check: string, value: number, unit: string, at_most: number): CheckRow => ({
    check,
    value: Math.round(value * 10) / 10,
    unit,
    at_most,
    ok: value <= at_most,
  })
  return [
    row('most requests in any sliding second', Math.max(...windows), 'requests', hard),
    row(
      'most requests in any sliding second, against the aim',
      Math.max(...windows),
      'requests',
      options.limit,
    ),
    row('seconds above the limit', windows.filter((count) => count > hard).length, 'windows', 0),
    row('most in a second around the flush', Math.max(0, ...aroundFlush), 'requests', hard),
    row('most in a second around the restart', Math.max(0, ...aroundRestart), 'requests', hard),
    row('requests while Redis is down', between(at.downFrom, at.downTill), 'requests', 0),
    row(
      'requests before the refusal is known',
      between(at.refusedAt, at.refusedAt + PAUSE_KNOWN_MS),
      'requests',
      options.processes,
    ),
    row(
      'requests during the pause',
      between(at.refusedAt + PAUSE_KNOWN_MS, at.refusedAt + options.pauseMs),
      'requests',
      0,
    ),
    row(
      'requests beside the probe',
      between(at.refusedAt + options.pauseMs, at.probeAt) + between(at.probeAt, at.probeAt + PROBE_MS),
      'requests',
      0,
    ),
    row(
      'requests without a declared user agent',
      requests.filter((request) => !request.user_agent?.includes('@')).length,
      'requests',
      0,
    ),
    row('mean spacing before the flush', spacing, 'ms', (1000 / options.limit) * 1.5),
  ]
}

/** For each arrival, how many fall into the second that begins with it. */
function windowCounts(arrivals: number[]): number[] {
  let end = 0
  return arrivals.map((from, index) => {
    while (end < arrivals.length && (arrivals[end] as number) < from + 1000) end++
    return end - index
  })
}

function startWorker(task: ThrottleCheckTask): ChildProcess {
  const file = join(import.meta.dirname, 'throttle-check-worker.ts')
  return spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(task)], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function startRedis(binary: string, port: number, folder: string): Promise<ChildProcess> {
  const child = spawn(
    binary,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    {
      stdio: 'ignore',
    },
  )
  const probe = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null, retryStrategy: () => 50 })
  probe.on('error', () => {})
  try {
    await Promise.race([
      probe.ping(),
      new Promise((_, reject) => child.once('error', reject)),
      sleep(10_000, undefined, { ref: false }).then(() =>
        Promise.reject(new Error('redis-server did not start')),
      ),
    ])
  } finally {
    probe.disconnect()
  }
  return child
}

async function stopProcess(child: ChildProcess, afterMs = 0): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = setTimeout(() => child.kill('SIGKILL'), afterMs)
  await gone
  clearTimeout(kill)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
