import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import { runMain } from '@sec-latent/core/run-main'
import { ownServers } from '../../../scripts/services/own-servers.ts'
import { bundlePrograms } from '../bench/bundle.ts'
import { BENCH_CURSOR_SECRET, BENCH_PEPPERS, type ServerOrder } from '../bench/order.ts'
import { startChild } from '../bench/processes.ts'
import { cursorCodec } from '../cursor.ts'
import { type Api, ask } from './client.ts'
import { load, randomOf } from './load.ts'
import { plansOf } from './plans.ts'
import { type Example, type Question, questions } from './questions.ts'

// npm run bench:lists -- [--rows N] [--signals N] [--requests N] [--keep folder] [--only text] [--write] [--json]
// Every filter of the lists of filings and signals over a table of the size of EDGAR, through the API over loopback, which is a
// process on a core of its own, bundled as it is shipped, and keeps no answers: first pages, pages at a depth of 1,000 pages, and
// pages anywhere in the list. Every request is made twice: the table does not fit into the memory of a small machine, so the first
// time it is also the disk that is measured. `--write` keeps the plans in plans.md.
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000000' },
    signals: { type: 'string', default: '5000000' },
    requests: { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
    only: { type: 'string' },
  },
})

const DEEP_PAGE = 1_000
const PAGE = 50
/** Database time of the founding document, and ours. */
const MEAN_MS = 50
const P95_MS = 5
const DEPTH_RATIO = 2
/** Requests of each question before any is measured: a service is asked for, not the first minute of a process that compiles. */
const WARM_UP = 60

const DEPTHS = ['first', 'deep', 'anywhere'] as const
type Depth = (typeof DEPTHS)[number]
const PAGE_NAMES: Record<Depth, string> = {
  first: 'first page',
  deep: `page ${DEEP_PAGE}`,
  anywhere: 'any page',
}

interface Row {
  check: string
  value: number
  unit: string
  at_most?: number
  ok: boolean
}

await runMain(async () => {
  spawnSync('taskset', ['-cp', '1', String(process.pid)])
  const servers = await ownServers({
    ...(values.keep ? { keep: values.keep } : {}),
    settings: [
      'shared_buffers=3GB',
      'random_page_cost=1.1',
      'jit=off',
      'maintenance_work_mem=1GB',
      'max_wal_size=16GB',
      'wal_level=minimal',
      'max_wal_senders=0',
      'work_mem=16MB',
      'effective_cache_size=12GB',
      'autovacuum=off',
    ],
  })
  const closing: (() => unknown)[] = []
  const measured: Row[] = []
  try {
    const [database, redis] = [await servers.database(values.keep && 'lists'), await servers.redis()]
    await loadOnce(database.sql)
    const api = await startApi(
      {
        databaseUrl: database.url,
        redisUrl: redis.url,
        objectsUrl: pathToFileURL(servers.folder('objects')).href,
        meterFolder: servers.folder('meter'),
        cacheMb: 0,
      },
      database.sql,
      closing,
    )
    const rows = await measure(api, database.sql)
    if (values.write) {
      const examples = await examplesOf(database.sql)
      const about = `Postgres 15, ${values.rows} filings and ${values.signals} signals`
      const plans = await plansOf(database, redis.url, servers.folder, examples, about)
      writeFileSync(new URL('plans.md', import.meta.url), plans)
    }
    measured.push(...rows)
  } finally {
    for (const close of closing.reverse()) await close()
    await servers.close()
  }
  // The last line: what ends says so before it.
  if (values.json) console.log(JSON.stringify({ name: 'bench:lists', rows: measured }))
  if (measured.some((row) => !row.ok)) process.exitCode = 1
})

/** A kept folder is filled by the first run; one that was not finished, or holds another number of rows, is not measured. */
async function loadOnce(sql: Sql): Promise<void> {
  const [before] = await sql<{ filings: number }[]>`
    select coalesce(sum(published), 0)::bigint as filings from filing_counts where dataset = 'live' and cik = ''`
  const [counted] = await sql`select 1 from answer_counts where dataset = 'live' limit 1`
  const filings = before?.filings ?? 0
  if (filings === Number(values.rows) && counted) return
  if (filings > 0) throw new Error(`${values.keep} holds ${filings} filings, or was not loaded to the end.`)
  await load(sql, Number(values.rows), Number(values.signals), (line) => console.log(`  ${line}`))
}

/** The API as a process of its own, on the first core; whoever asks, and the servers, keep off it. */
async function startApi(order: ServerOrder, sql: Sql, closing: (() => unknown)[]): Promise<Api> {
  const accounts = accountStore(sql)
  const [pepper] = BENCH_PEPPERS
  if (!pepper) throw new Error('no pepper')
  const organisation = await accounts.createOrganisation({ name: 'Lists', plan: 'scale' })
  const { key } = await accounts.createKey(
    { organisation_id: organisation.id, name: 'lists', mode: 'live' },
    pepper,
  )
  const programs = await bundlePrograms(['server-main'])
  const child = await startChild(join(programs, 'server-main.js'), {
    core: 0,
    env: { BENCH_SERVER: JSON.stringify(order) },
  })
  closing.push(() => child.stop())
  return { url: `http://127.0.0.1:${child.hello.port}`, key, organisation_id: organisation.id }
}

/** Per cent of a table that are some thousand rows. */
function share(rows: number): number {
  return Math.min(100, 500_000 / rows)
}

/** Rows that exist, as examples for the values of filters. */
async function examplesOf(sql: Sql): Promise<Record<'filings' | 'signals', Example[]>> {
  const filings = await sql<Example[]>`
    select accession_number, details->>'cik' as cik, form_type, accepted_at from filings tablesample bernoulli (${share(Number(values.rows))})`
  const signals = await sql<Example[]>`
    select accession_number, cik, form_type, accepted_at from signals tablesample bernoulli (${share(Number(values.signals))})`
  return { filings, signals }
}

async function measure(api: Api, sql: Sql): Promise<Row[]> {
  const requests = Number(values.requests)
  const random = randomOf(7)
  const examples = await examplesOf(sql)
  const cursors = cursorCodec(BENCH_CURSOR_SECRET)
  const rows: Row[] = []
  for (const { list, query } of asked())
    for (let warm = 0; warm < WARM_UP; warm++) {
      const pool = examples[list]
      await ask(api, list, query(random, pool[Math.floor(random() * pool.length)] as Example))
    }
  const activeBefore = await activeTime(sql)
  let requestsMade = 0
  for (const question of asked()) {
    const { list, name } = question
    const pool = examples[list]
    const example = () => pool[Math.floor(random() * pool.length)] as Example
    const requested: Record<Depth, Record<string, string>[]> = { first: [], anywhere: [], deep: [] }
    const cold: Record<Depth, number[]> = { first: [], anywhere: [], deep: [] }
    const askCold = async (depth: Depth, query: Record<string, string>) => {
      const { page, ms } = await ask(api, list, query)
      requested[depth].push(query)
      cold[depth].push(ms)
      return page
    }
    for (let i = 0; i < requests; i++) {
      const query = question.query(random, example())
      const first = await askCold('first', query)
      if (question.shallow) continue
      // A cursor for any place of the list, as one would be handed out there.
      const place = example()
      const after =
        list === 'filings' ? [place.accepted_at, place.accession_number] : [place.accepted_at, 'sig_5']
      const cursor = cursors.encode(scopeOf(api, list, query), { as_of: first.as_of, after })
      await askCold('anywhere', { ...query, cursor })
    }
    if (!question.shallow) {
      const query = question.query(random, example())
      let cursor = await walk(api, list, query, DEEP_PAGE)
      for (let i = 0; i < requests && cursor; i++)
        cursor = (await askCold('deep', { ...query, cursor })).next_cursor
    }
    const warm: Record<Depth, number[]> = { first: [], anywhere: [], deep: [] }
    for (const depth of DEPTHS) {
      for (const query of requested[depth]) warm[depth].push((await ask(api, list, query)).ms)
      requestsMade += 2 * requested[depth].length
      if (warm[depth].length < 10) continue
      const label = `${list}, ${name}, ${PAGE_NAMES[depth]}`
      rows.push(line(`${label}, for the first time, p50`, quantile(cold[depth], 0.5), 'ms'))
      rows.push(line(`${label}, for the first time, p95`, quantile(cold[depth], 0.95), 'ms'))
      rows.push(line(`${label}, p50`, quantile(warm[depth], 0.5), 'ms'))
      rows.push(line(`${label}, p95`, quantile(warm[depth], 0.95), 'ms', question.extra ? undefined : P95_MS))
    }
    if (name === 'no filter' && warm.anywhere.length > 0) {
      const ratio = quantile(warm.anywhere, 0.5) / quantile(warm.first, 0.5)
      rows.push(line(`${list}, any page to the first`, ratio, 'times', DEPTH_RATIO))
    }
  }
  // The statistics of a connection are written when it has been idle for a moment.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  const busy = (await activeTime(sql)) - activeBefore
  rows.push(line('time of the database per request, mean', busy / Math.max(1, requestsMade), 'ms', MEAN_MS))
  return rows
}

/** The questions, or those whose name holds the text of `--only`. */
function asked(): Question[] {
  return questions.filter(({ list, name }) => `${list}, ${name}`.includes(values.only ?? ''))
}

function line(check: string, value: number, unit: string, at_most?: number): Row {
  const ok = at_most === undefined || value <= at_most
  console.log(
    `  ${ok ? 'ok   ' : 'SHORT'} ${check}: ${value.toFixed(2)} ${unit}${at_most === undefined ? '' : ` (at most ${at_most})`}`,
  )
  return {
    check,
    value: Math.round(value * 100) / 100,
    unit,
    ...(at_most === undefined ? {} : { at_most }),
    ok,
  }
}

/** The cursor after so many pages of 50, walked as a customer would; undefined when the list ends before. */
async function walk(
  api: Api,
  list: string,
  query: Record<string, string>,
  pages: number,
): Promise<string | null> {
  const LARGEST = 500
  let cursor: string | null = null
  for (let seen = 0; seen < (pages - 1) * PAGE; seen += LARGEST) {
    const { page } = await ask(api, list, { ...query, limit: String(LARGEST), ...(cursor ? { cursor } : {}) })
    cursor = page.next_cursor
    if (cursor === null) return null
  }
  return cursor
}

/** What a cursor of the list belongs to: its parameters as the routes read them. */
function scopeOf(api: Api, list: 'filings' | 'signals', query: Record<string, string>) {
  const lists = new Set([
    'cik',
    'form_type',
    'item_code',
    'amends',
    'signal_type',
    'extractor',
    'status',
    'direction',
    'ticker',
    'extractor_version',
    'accession_number',
    'include',
  ])
  const filter = Object.fromEntries(
    Object.entries({ sort: '-accepted_at', ...query })
      .filter(([name]) => name !== 'limit' && name !== 'include')
      .map(([name, value]) => [name, lists.has(name) ? value.split(',') : value]),
  )
  return {
    account: { organisation_id: api.organisation_id, dataset: 'live' as const },
    operationId: list === 'filings' ? 'listFilings' : 'listSignals',
    filter,
  }
}

/** Milliseconds that Postgres spent on statements of this database. */
async function activeTime(sql: Sql): Promise<number> {
  const [row] = await sql<{ ms: number }[]>`
    select active_time as ms from pg_stat_database where datname = current_database()`
  return row?.ms ?? 0
}

function quantile(taken: number[], share: number): number {
  const sorted = [...taken].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number
}
