import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { openDatabase } from '@sec-latent/core/db'
import { migrate } from '@sec-latent/core/migrate'
import { runMain } from '@sec-latent/core/run-main'
import { type Cluster, startCluster } from '../cluster/cluster.ts'
import type { Row } from '../invariants/invariant.ts'
import { atLeast, atMost } from '../invariants/webhook-ground.ts'
import { percentile, steadyLoad } from '../rolling-restart/steady-load.ts'
import { watchLocks } from './lock-watch.ts'
import { oldBuild } from './old-build.ts'

// npm run migration:load -- [--before 0030_backups.sql] [--json]
// Old programs on the old schema under load; the schema moves on beneath them; new programs begin beside the old; the old ones
// end; a rehearsal then expands and contracts the busiest tables. No request may fail, and no lock may be held for long.
const { values } = parseArgs({
  options: {
    /** The first migration that the old programs do not know. */
    before: { type: 'string', default: '0030_backups.sql' },
    json: { type: 'boolean', default: false },
  },
})
const CLIENTS = 12
const PAUSE_MS = 30
const STEADY_MS = 8_000
const STEP_MS = 5_000
const LONGEST_LOCK_MS = 1_000
const STEPS = pathToFileURL(`${join(import.meta.dirname, 'steps')}/`)
/** Readers who take their time, in whose way a migration must not stand for long. */
const SLOW_READ_SECONDS = 3

await runMain(async () => {
  const old = await oldBuild(values.before)
  console.log(`the old programs are those of ${old.commit}, before ${values.before}`)
  let cluster: Cluster | undefined
  try {
    cluster = await startCluster({
      apis: 2,
      workers: 0,
      scheduler: false,
      faults: false,
      migrations: old.migrations,
      programs: old.programs,
      apiEnv: { DRAIN_SECONDS: '2' },
      say: (line) => console.log(line),
    })
    report(await rehearse(cluster))
  } finally {
    await cluster?.close()
    old.remove()
  }
})

async function rehearse(cluster: Cluster): Promise<Row[]> {
  const url = cluster.postgres.url(cluster.database)
  const dispatcher = cluster.nginx.agent({ connections: CLIENTS })
  const load = await steadyLoad({
    sql: cluster.sql(),
    url: cluster.nginx.url,
    dispatcher,
    clients: CLIENTS,
    pauseMs: PAUSE_MS,
  })
  const slow = slowReaders(url)
  await sleep(STEADY_MS)
  const before = load.answers.length
  const watch = watchLocks(url, 'migrate')
  const admin = openDatabase(url, { max: 1, applicationName: 'migrate' })
  const tell = (what: string) =>
    console.log(`${what}: ${load.answers.length} requests, ${load.failed().length} failed`)

  const done = await migrate(admin)
  tell(`old programs on the new schema, after ${done.length} migrations`)
  await sleep(STEP_MS)
  // One by one, as a platform replaces them: old and new side by side behind nginx.
  for (const [index, api] of cluster.apis.entries()) {
    await api.stop()
    await cluster.replaceApi(index)
    await sleep(STEP_MS)
    tell(index === 0 ? 'old and new side by side' : 'new programs only')
  }
  const steps = await migrate(admin, STEPS)
  tell(`expanded and contracted in ${steps.length} steps`)
  await sleep(STEP_MS)

  const locks = await watch.stop()
  await slow.stop()
  await load.stop()
  await dispatcher.close()
  await admin.end({ timeout: 2 })
  for (const { method, status, error } of load.failed().slice(0, 10))
    console.log(`${method} ${status} ${error}`)
  const durations = load.answers.map(({ durationMs }) => durationMs)
  return [
    atLeast('requests', load.answers.length, 1_000, 'requests'),
    atMost('failed', load.failed().length, 0, 'requests'),
    atLeast('migrations beneath old programs', done.length, 1, 'migrations'),
    atLeast('steps on tables in use', steps.length, 4, 'steps'),
    atLeast('exclusive locks seen', locks.locks, 1, 'locks'),
    { check: 'times a migration was seen waiting for its lock', value: locks.waits, unit: 'times', ok: true },
    atMost(`longest exclusive lock (${locks.longest})`, locks.longestMs, LONGEST_LOCK_MS, 'ms'),
    {
      check: 'p99 before',
      value: Math.round(percentile(durations.slice(0, before), 0.99)),
      unit: 'ms',
      ok: true,
    },
    {
      check: 'p99 meanwhile',
      value: Math.round(percentile(durations.slice(before), 0.99)),
      unit: 'ms',
      ok: true,
    },
  ]
}

/** Transactions that hold a light lock on busy tables for seconds, with pauses shorter than they are. */
function slowReaders(url: string) {
  const sql = openDatabase(url, { max: 1, applicationName: 'slow-reader' })
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      await sql.begin(async (tx) => {
        await tx`select 1 from api_keys limit 1`
        await tx`select 1 from filings limit 1`
        await tx`select pg_sleep(${SLOW_READ_SECONDS})`
      })
      await sleep(1_000)
    }
  })()
  return {
    async stop(): Promise<void> {
      stopped = true
      await running
      await sql.end({ timeout: 1 })
    },
  }
}

function report(rows: Row[]): void {
  for (const { ok, check, value, unit, at_least, at_most } of rows) {
    const bound =
      at_most !== undefined
        ? ` (at most ${at_most})`
        : at_least !== undefined
          ? ` (at least ${at_least})`
          : ''
    console.log(`${ok ? 'ok   ' : 'SHORT'} ${check}: ${value} ${unit}${bound}`)
  }
  if (values.json) console.log(JSON.stringify({ name: 'migration:load', rows }))
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
}
