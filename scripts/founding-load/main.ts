import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { runMain } from '@sec-latent/core/run-main'
import { bundlePrograms } from '../../api/src/bench/bundle.ts'
import { seedFilings } from '../../api/src/bench/ground.ts'
import { load, startChild } from '../../api/src/bench/processes.ts'
import { seeder } from '../../api/src/testing/seed.ts'
import { type Cluster, startCluster } from '../cluster/cluster.ts'
import { mirrorControl } from '../faults/mirror-control.ts'
import { startPublisher } from '../faults/publisher.ts'
import type { Row } from '../invariants/invariant.ts'
import { makeWriters } from '../invariants/key-writes.ts'
import { randomOf } from '../invariants/random.ts'
import { atLeast, atMost } from '../invariants/webhook-ground.ts'
import { momentsOf, watchMoments } from './moments.ts'
import { growth, type Sample, watchGrowth } from './watch.ts'
import { mixedWorkload } from './workload.ts'

// npm run load:founding -- [--minutes M] [--soak] [--users N] [--rate N] [--json]
// What the founding document promises of six replicas, asked of two on this machine: 5,000 connections and 1,000 requests a second
// through nginx and PgBouncer, each counted from when it should have been sent, while filings come in. --soak goes on for
// thirty minutes and looks at what must not grow.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '3' },
    soak: { type: 'boolean', default: false },
    users: { type: 'string', default: '5000' },
    rate: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})
const SOAK_MINUTES = 30
const FILINGS = 600
const ORGANISATIONS = 100
/** 100 an hour are promised; this is thirty-six times as many. */
const FILINGS_PER_SECOND = 1
const WARM_UP_SECONDS = 15
const METRICS_TOKEN = 'a-token-for-the-founding-load'
/** What may come on top in half an hour: caches fill, and the heap is not emptied at once. */
const GROWTH = 1.15
const SOME_CONNECTIONS = 5
const SOME_JOBS = 20

await runMain(async () => {
  const cluster = await startCluster({
    faults: false,
    apiEnv: { METRICS_TOKEN, DATABASE_POOL: '10' },
    say: (line) => console.log(line),
  })
  try {
    report(await measure(cluster))
  } finally {
    await cluster.close()
  }
})

async function measure(cluster: Cluster): Promise<Row[]> {
  const [users, rate] = [Number(values.users), Number(values.rate)]
  const seconds = (values.soak ? SOAK_MINUTES : Number(values.minutes)) * 60
  const sql = cluster.sql()
  await seedFilings({ seed: seeder(sql, openObjectStore(cluster.objectsUrl)) }, FILINGS)
  const keys = (await makeWriters(sql, ORGANISATIONS)).map(({ authorization }) =>
    authorization.slice('Bearer '.length),
  )
  const requests = mixedWorkload(keys, FILINGS, Number(values.seed))
  const edgar = mirrorControl(cluster.mirror.url)
  const publisher = startPublisher(edgar, randomOf(Number(values.seed)), FILINGS_PER_SECOND)
  const programs = await bundlePrograms(['load-main'])
  const generator = await startChild(join(programs, 'load-main.js'), { core: 1 })
  const moments = watchMoments(cluster)
  const watch = watchGrowth(cluster, () => waiting(cluster))
  try {
    console.log(`${users} connections, ${rate} requests a second for ${seconds} s`)
    // A system that has just started compiles itself, and its caches are empty: neither is what is measured here.
    const where = { port: cluster.nginx.port, ca: cluster.nginx.ca, requests }
    await load(generator, { ...where, connections: 200, seconds: WARM_UP_SECONDS, rate })
    const before = await countersOf(cluster)
    const result = await load(generator, {
      ...where,
      connections: users,
      seconds,
      rate,
      warmUpSeconds: WARM_UP_SECONDS,
    })
    const after = await countersOf(cluster)
    const samples = await watch.stop()
    const looks = await moments.stop()
    await publisher.stop()
    const drained = await drain(cluster, [...edgar.shown.keys()])
    const answers = Object.values(result.statuses).reduce((sum, count) => sum + count, 0)
    const wrong = Object.entries(result.statuses).reduce(
      (sum, [status, count]) => (/^[23]/.test(status) ? sum : sum + count),
      0,
    )
    console.log(`answers: ${JSON.stringify(result.statuses)}`)
    console.log(momentsOf(result, looks))
    const requestsSeen = after.cacheAll - before.cacheAll
    const queries = after.queries - before.queries
    const hourly = (drained.published / drained.seconds) * 3_600
    return [
      { check: 'connections', value: users, unit: 'connections', ok: true },
      atLeast('answers', Math.round(answers / result.seconds), Math.floor(rate * 0.98), 'a second'),
      atMost('error rate', Math.round((100_000 * wrong) / Math.max(1, answers)) / 1_000, 0.1, '%'),
      { check: 'p50', value: result.p50, unit: 'ms', ok: true },
      atMost('p95 (founding)', result.p95, 500, 'ms'),
      atMost('p95 (ours)', result.p95, 50, 'ms'),
      { check: 'p99', value: result.p99, unit: 'ms', ok: true },
      atLeast('cache hits (founding)', percent(after.cacheHits - before.cacheHits, requestsSeen), 80, '%'),
      atMost(
        'database time on average (founding)',
        Math.round((after.queryUs - before.queryUs) / Math.max(1, queries) / 10) / 100,
        50,
        'ms',
      ),
      {
        check: 'statements of the database for 100 requests',
        value: percent(queries, requestsSeen),
        unit: 'statements',
        ok: true,
      },
      atLeast('filings published meanwhile', Math.round(hourly), 100, 'an hour'),
      ...(values.soak ? growthRows(samples) : []),
    ]
  } finally {
    // Also when the measurement failed: neither may ask a cluster that is gone.
    await Promise.allSettled([moments.stop(), watch.stop(), generator.stop()])
  }
}

/** Announcements and filings that wait. */
async function waiting(cluster: Cluster): Promise<number> {
  const [row] = await cluster.sql()<{ count: number }[]>`
    select ((select count(*) from outbox) + (select count(*) from intake where stage not in ('published', 'failed')))::int as count`
  return row?.count ?? -1
}

/** How many of the filings EDGAR showed were published, and in what time. */
async function drain(cluster: Cluster, shown: string[]): Promise<{ published: number; seconds: number }> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const [row] = await cluster.sql()<{ published: number; seconds: number }[]>`
      select count(*) filter (where stage = 'published')::int as published,
        greatest(1, extract(epoch from max(stage_changed_at) - min(first_seen_at)))::float8 as seconds
      from intake where accession_number = any(${shown})`
    const found = { published: row?.published ?? 0, seconds: row?.seconds ?? 1 }
    if (found.published >= shown.length || Date.now() > deadline) return found
    await sleep(1_000)
  }
}

async function countersOf(cluster: Cluster) {
  const texts = await Promise.all(
    cluster.apis.map(({ port }) =>
      fetch(`http://127.0.0.1:${port}/metrics`, {
        headers: { authorization: `Bearer ${METRICS_TOKEN}` },
      }).then((answer) => answer.text()),
    ),
  )
  const results = texts.flatMap((text) =>
    [...text.matchAll(/^cache_requests_total\{result="(\w+)"\} (\S+)$/gm)].map(
      ([, result, count]) => [result as string, Number(count)] as const,
    ),
  )
  const sum = (wanted: (result: string) => boolean) =>
    results.reduce((total, [result, count]) => (wanted(result) ? total + count : total), 0)
  const { queries, queryUs } = await cluster.pgbouncer.totals()
  return { cacheAll: sum(() => true), cacheHits: sum((result) => result !== 'miss'), queries, queryUs }
}

function growthRows(samples: readonly Sample[]): Row[] {
  const memory = growth(samples, ({ memoryMb }) => memoryMb)
  const connections = growth(samples, ({ connections: count }) => count)
  const depth = growth(samples, ({ queueDepth }) => queueDepth)
  return [
    atMost(
      'memory at the end, of what it was',
      Math.round((1_000 * memory.last) / memory.first) / 1_000,
      GROWTH,
      'times',
    ),
    atMost(
      'more connections to Postgres at the end',
      Math.round(connections.last - connections.first),
      SOME_CONNECTIONS,
      'connections',
    ),
    atMost('more jobs waiting at the end', Math.round(depth.last - depth.first), SOME_JOBS, 'jobs'),
  ]
}

function percent(part: number, whole: number): number {
  return Math.round((10_000 * part) / Math.max(1, whole)) / 100
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
  if (values.json) console.log(JSON.stringify({ name: 'load:founding', rows }))
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
}
