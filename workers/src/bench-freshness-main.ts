import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { discoveryStore } from '@sec-latent/core/intake/discovery-store'
import { migrate } from '@sec-latent/core/migrate'
import { runMain } from '@sec-latent/core/run-main'
import { freePort } from '../../scripts/services/ports.mjs'
import { findPostgres } from '../../scripts/services/postgres-binaries.mjs'
import { startPostgres } from '../../scripts/services/postgres-server.mjs'
import { findRedis } from '../../scripts/services/redis-binaries.mjs'
import { startRedis } from '../../scripts/services/redis-server.mjs'
import { daysOf } from './backfill/periods.ts'
import { inventedSubmission, layDown } from './edgar-mirror/invented-filings.ts'
import { type Mirror, startMirror } from './edgar-mirror/mirror.ts'

// npm run bench:freshness -- [--seconds N] [--history N] [--workers N] [--json]
// How long after EDGAR accepted a filing we know of it and serve it, while a backfill wants every request there is. Real
// worker and scheduler processes with the settings of production read a mirror that shows new filings one by one and, twice
// a minute, many at once; more history than can be fetched meanwhile waits from the beginning.
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '180' },
    history: { type: 'string', default: '3000' },
    workers: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
})
const ROOT = resolve(import.meta.dirname, '../..')
const SECONDS = Number(values.seconds)
const HISTORY = Number(values.history)
const AT_MOST_SECONDS = 60
const SEC_LIMIT = 10
const EVERY_MS = 2_000
const BURST_EVERY_MS = 30_000
const BURST = 15
/** Days of history that are read by their archives, beside the quarter that is fetched one by one. */
const ARCHIVES = daysOf('2023-06-05..2023-06-07')
const FILINGS_OF_A_DAY = 50
const PATIENCE_MS = 180_000
/** All history is older. */
const FEED_FROM = '2024-01-01'

await runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-freshness-'))
  chmodSync(folder, 0o755)
  const edgar = join(folder, 'edgar')
  mkdirSync(edgar)
  for (let n = 0; n < HISTORY; n++)
    layDown(edgar, { accession_number: `0001111111-23-${numbered(n)}`, filed: '20230210' })
  for (const [place, day] of ARCHIVES.entries())
    for (let n = 0; n < FILINGS_OF_A_DAY; n++)
      layDown(edgar, {
        accession_number: `0003333333-23-${numbered(place * FILINGS_OF_A_DAY + n)}`,
        filed: day.replaceAll('-', ''),
      })
  const [binaries] = findPostgres(ROOT, process.env)
  if (!binaries) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const redisBinary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })
  const [postgres, redis, mirror] = await Promise.all([
    freePort().then((port) => startPostgres({ binaries, folder: join(folder, 'postgres'), port })),
    freePort().then((port) =>
      startRedis({ binary: redisBinary, role: 'disposable', folder: join(folder, 'redis'), port }),
    ),
    startMirror({ directory: edgar, feedFrom: FEED_FROM }),
  ])
  const sql = openDatabase(postgres.url)
  const children: ChildProcess[] = []
  try {
    await migrate(sql)
    const env = {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: postgres.url,
      REDIS_QUEUE_URL: redis.url,
      REDIS_CACHE_URL: redis.url,
      OBJECT_STORE_URL: `file://${join(folder, 'objects')}`,
      EDGAR_BASE_URL: mirror.url,
      DISCOVERY_SCOPE: 'all',
      LOG_LEVEL: 'error',
    }
    const ports = await Promise.all(Array.from({ length: Number(values.workers) + 1 }, () => freePort()))
    for (const [place, port] of ports.entries())
      children.push(
        start(place === 0 ? 'scheduler-main.ts' : 'main.ts', { ...env, HEALTH_PORT: String(port) }),
      )
    await Promise.all(ports.map(untilReady))
    const discovery = discoveryStore(sql)
    await discovery.request({ dataset: 'live', source: 'full_index', key: '2023-Q1' })
    for (const key of ARCHIVES) await discovery.request({ dataset: 'live', source: 'feed_archive', key })
    await untilHistoryWaits(sql)
    await measure(sql, mirror)
  } finally {
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(
      children.map((child) => child.exitCode ?? new Promise((done) => child.once('exit', done))),
    )
    await sql.end({ timeout: 5 })
    await Promise.all([postgres.stop(), redis.stop(), mirror.close()])
    rmSync(folder, { recursive: true, force: true })
  }
})

async function measure(sql: Sql, mirror: Mirror): Promise<void> {
  const accepted = new Map<string, number>()
  const show = () => {
    const accession_number = `0002222222-26-${numbered(accepted.size)}`
    const at = new Date()
    mirror.publish(
      Buffer.from(
        inventedSubmission({ accession_number, filed: stamp(at).slice(0, 8), accepted: stamp(at) }),
      ),
    )
    accepted.set(accession_number, at.getTime())
  }
  const stages = sampleStages(sql)
  mirror.forgetRequests()
  const started = Date.now()
  const before = await countHistory(sql)
  let burst = started + BURST_EVERY_MS / 2
  while (Date.now() < started + SECONDS * 1_000) {
    show()
    if (Date.now() > burst) {
      for (let n = 0; n < BURST; n++) show()
      burst += BURST_EVERY_MS
    }
    await sleep(EVERY_MS)
  }
  const requests = mirror.requests().map(({ arrived_ms }) => arrived_ms)
  const after = await countHistory(sql)
  await untilPublished(sql, accepted.size)
  const sums = await stages.stop()
  const rows = await sql<{ accession_number: string; seen: Date; available: Date }[]>`
    select i.accession_number, i.first_seen_at::timestamptz as seen, f.available_at::timestamptz as available
    from intake i join filings f using (accession_number) where i.accession_number like '0002222222%'`
  const since = (of: 'seen' | 'available') =>
    rows.map((row) => (new Date(row[of]).getTime() - (accepted.get(row.accession_number) as number)) / 1_000)
  report(
    [
      ['new filings', rows.length, 'filings'],
      ['  of which were lost', accepted.size - rows.length, 'filings', 0],
      ...spread('accepted to discovered', since('seen')),
      ...spread('accepted to published', since('available')),
      ...[...sums].map(([stage, sum]): Row => [`  mean time as ${stage}`, sum / accepted.size, 's']),
      ['requests a second', requests.length / SECONDS, '1/s'],
      ['  most in any second', mostInASecond(requests), '1/s', SEC_LIMIT],
      ['history waiting when it began', before.waiting, 'filings'],
      ['  when it ended', after.waiting, 'filings'],
      ['history published meanwhile', after.published - before.published, 'filings'],
    ].map((row) => row as Row),
  )
}

/** Adds up how long new filings are in each stage, looking once a second. */
function sampleStages(sql: Sql) {
  const sums = new Map<string, number>()
  let stopped = false
  const running = (async () => {
    for (let last = Date.now(); !stopped; ) {
      const rows = await sql<{ stage: string; count: number }[]>`
        select stage, count(*)::int as count from intake
        where accession_number like '0002222222%' and stage not in ('published', 'failed') group by stage`
      const seconds = (Date.now() - last) / 1_000
      last = Date.now()
      for (const { stage, count } of rows) sums.set(stage, (sums.get(stage) ?? 0) + count * seconds)
      await sleep(1_000)
    }
  })()
  return {
    async stop(): Promise<Map<string, number>> {
      stopped = true
      await running
      return sums
    },
  }
}

type Row = [check: string, value: number, unit: string, at_most?: number]

function spread(name: string, seconds: number[]): Row[] {
  const sorted = seconds.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  return [
    [`${name}, p50`, at(0.5), 's'],
    [`${name}, p95`, at(0.95), 's', AT_MOST_SECONDS],
    [`${name}, longest`, at(1), 's'],
  ]
}

function report(lines: Row[]): void {
  const rows = lines.map(([check, value, unit, at_most]) => ({
    check,
    value,
    unit,
    ...(at_most === undefined ? {} : { at_most }),
    ok: at_most === undefined ? Number.isFinite(value) : value <= at_most,
  }))
  for (const { check, value, unit, at_most, ok } of rows) {
    const goal = at_most === undefined ? '' : `  at most ${at_most}${ok ? '' : '  SHORT'}`
    console.log(`${check.padEnd(40)} ${value.toFixed(2).padStart(10)} ${unit}${goal}`)
  }
  console.log('EDGAR is a mirror here: how long the SEC itself takes to show what it accepted is not in it.')
  if (values.json) console.log(JSON.stringify({ name: 'bench:freshness', rows }))
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
}

function mostInASecond(arrivals: number[]): number {
  let most = 0
  for (let from = 0, to = 0; to < arrivals.length; to++) {
    while ((arrivals[to] as number) - (arrivals[from] as number) >= 1_000) from++
    most = Math.max(most, to - from + 1)
  }
  return most
}

async function countHistory(sql: Sql): Promise<{ waiting: number; published: number }> {
  const [row] = await sql<{ waiting: number; published: number }[]>`
    select (count(*) filter (where stage not in ('published', 'failed')))::int as waiting,
      (count(*) filter (where stage = 'published'))::int as published
    from intake where accession_number not like '0002222222%'`
  return row ?? { waiting: 0, published: 0 }
}

async function untilHistoryWaits(sql: Sql): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while ((await countHistory(sql)).waiting < HISTORY * 0.9) {
    if (Date.now() > deadline) throw new Error('the history was not asked for')
    await sleep(200)
  }
}

async function untilPublished(sql: Sql, count: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from filings
      where accession_number like '0002222222%' and available_at <= now()`
    if ((row?.count ?? 0) >= count || Date.now() > deadline) return
    await sleep(200)
  }
}

function start(entry: string, env: Record<string, string>): ChildProcess {
  return fork(join(import.meta.dirname, entry), {
    env,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function untilReady(port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (response?.ok) return
    if (Date.now() > deadline) throw new Error('a process did not start')
    await sleep(200)
  }
}

/** A moment as the headers of EDGAR write it, in New York. */
function stamp(at: Date): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  return parts.replace(/\D/g, '')
}

function numbered(n: number): string {
  return String(n + 1).padStart(6, '0')
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
