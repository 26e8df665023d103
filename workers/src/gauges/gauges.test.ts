import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { PICO_PER_USD } from '@sec-latent/core/claude/prices'
import { makeCertificate } from '@sec-latent/core/egress/testing/certificate'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { seedFiling } from '@sec-latent/core/testing/seed-filing'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workerConfig } from '../config.ts'
import { publishFiling } from '../filings/publish.ts'
import { startHealthServer } from '../health.ts'
import { failIntake } from '../intake/fail.ts'
import { formLabel } from '../metrics.ts'
import { openServices } from '../services.ts'
import { certificateGauge } from './certificates.ts'
import { secBudget } from './sec-budget.ts'

let database: TestDatabase
let redis: TestRedis
let services: ReturnType<typeof openServices>
let health: Awaited<ReturnType<typeof startHealthServer>>

beforeAll(async () => {
  ;[database, redis] = await Promise.all([testDatabase(), testRedis({ own: true })])
  services = openServices(
    workerConfig({
      DATABASE_URL: database.url,
      REDIS_QUEUE_URL: redis.url,
      REDIS_CACHE_URL: redis.url,
      OBJECT_STORE_URL: 'file:///tmp/latent-gauges-of-a-test',
      EDGAR_BASE_URL: 'http://127.0.0.1:1',
      DISCOVERY_SCOPE: 'all',
      CLAUDE_USD_PER_DAY: '8',
      HEALTH_PORT: '0',
      LOG_LEVEL: 'silent',
    }),
    'workers',
  )
  health = await startHealthServer(services)
})
afterAll(async () => {
  await health.close()
  await services.close()
  await Promise.all([database.close(), redis.close()])
})

/** Every sample by its name and labels, as Prometheus reads them. */
async function scrape(): Promise<Map<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${health.port}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}

test('queue depths by state, and how long the oldest job has waited', async () => {
  const queue = services.queues.queueOf('fetch-filing')
  const fetch = (id: number, more = {}) =>
    queue.add('fetch-filing', { dataset: 'live', accession_number: `x-${id}` }, { jobId: `j${id}`, ...more })
  await fetch(1, { timestamp: Date.now() - 90_000 })
  for (const id of [2, 3, 4]) await fetch(id)
  for (const id of [5, 6]) await fetch(id, { priority: 10 })
  await fetch(7, { delay: 600_000 })
  const samples = await scrape()
  const depth = (state: string) => samples.get(`queue_jobs{queue="fetch-filing",state="${state}"}`)
  expect(['waiting', 'prioritized', 'delayed', 'active', 'failed'].map(depth)).toEqual([4, 2, 1, 0, 0])
  const age = samples.get('queue_oldest_job_age_seconds{queue="fetch-filing"}') ?? 0
  expect(age).toBeGreaterThanOrEqual(90)
  expect(samples.get('queue_oldest_job_age_seconds{queue="publish-filing"}')).toBe(0)
  await queue.obliterate({ force: true })
})

test('what the record says: dead work, the outbox, webhooks, the audit log, backups and the budget of Claude', async () => {
  const before = await scrape()
  expect(before.get('failed_work{kind="intake"}')).toBe(0)
  expect([...before.keys()].filter((key) => key.startsWith('dead_jobs'))).toEqual([])
  // Nothing is known of these yet, which is not zero.
  for (const name of ['audit_faults', 'restore_drill_succeeded', 'wal_archived_timestamp_seconds']) {
    expect([name, before.get(name)]).toEqual([name, undefined])
  }
  expect(before.get('claude_budget_used_ratio')).toBe(0)
  const { sql } = database
  const intake = (number: number, stage: string, age: string) => sql`
    insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage, reason, stage_changed_at)
    values (${`0009900002-25-00000${number}`}, 'live', '0009900002', '4', '2025-02-02', 'latest_filings', ${stage},
      ${stage === 'failed' ? 'not_found' : null}, now() - ${age}::interval)`
  await intake(1, 'failed', '23 hours')
  await intake(2, 'failed', '25 hours')
  await intake(3, 'fetched', '1 hour')
  await sql`insert into dead_jobs
      (job_name, job_id, payload, payload_sha256, payload_bytes, reason, message, attempts, deaths, first_at, redriven_at)
    values ('parse-filing', 'a', '{}', 'x', 2, 'worker_died', '', 1, 2, now(), null),
      ('parse-filing', 'b', '{}', 'x', 2, 'worker_died', '', 1, 2, now(), null),
      ('fetch-filing', 'c', '{}', 'x', 2, 'internal_error', '', 6, 0, now(), now())`
  await sql`insert into outbox (job_name, job_id, payload, created_at)
    values ('fetch-filing', 'a', '{}', now() - interval '40 seconds'), ('fetch-filing', 'b', '{}', now())`
  await sql`insert into audit_verifications (started_at, finished_at, organisations, events, fault_count, faults)
    values (now(), '2025-01-01T00:00:00Z', 1, 10, 0, '[]'), (now(), '2025-01-02T00:00:00Z', 1, 10, 3, '[]')`
  await sql`insert into backups (id, kind, source, started_at, finished_at, outcome) values
    ('b1', 'database', 'primary', '2025-01-01T00:00:00Z', '2025-01-01T00:10:00Z', 'succeeded'),
    ('b2', 'database', 'primary', '2025-01-02T00:00:00Z', '2025-01-02T00:10:00Z', 'succeeded'),
    ('b3', 'database', 'primary', '2025-01-03T00:00:00Z', '2025-01-03T00:10:00Z', 'failed'),
    ('b4', 'redis', 'queue', '2025-01-04T00:00:00Z', null, null)`
  await sql`insert into restore_drills (id, started_at, finished_at, outcome, checks)
    values ('d1', '2025-01-01T00:00:00Z', '2025-01-01T00:01:00Z', 'succeeded', '[]'),
      ('d2', '2025-01-02T00:00:00Z', '2025-01-02T00:01:00Z', 'failed', '[]')`
  await sql`insert into claude_budgets (scope, key, committed_picousd)
    values ('day', to_char(now() at time zone 'utc', 'YYYY-MM-DD'), ${2 * PICO_PER_USD})`
  // What was read is kept for a few seconds.
  await expect
    .poll(async () => (await scrape()).get('failed_work{kind="intake"}'), { timeout: 20_000 })
    .toBe(1)
  const samples = await scrape()
  expect(samples.get('dead_jobs{queue="parse-filing"}')).toBe(2)
  expect([...samples.keys()].filter((key) => key.startsWith('dead_jobs'))).toHaveLength(1)
  expect(samples.get('ingest_pending_filings{dataset="live"}')).toBe(1)
  expect(samples.get('outbox_rows')).toBe(2)
  expect(samples.get('outbox_oldest_age_seconds')).toBeGreaterThanOrEqual(40)
  expect(samples.get('webhook_deliveries_due')).toBe(0)
  expect(samples.get('audit_faults')).toBe(3)
  expect(samples.get('audit_verified_timestamp_seconds')).toBe(Date.UTC(2025, 0, 2) / 1000)
  expect(samples.get('backup_last_success_timestamp_seconds{kind="database",source="primary"}')).toBe(
    Date.UTC(2025, 0, 2, 0, 10) / 1000,
  )
  expect([...samples.keys()].filter((key) => key.startsWith('backup_last'))).toHaveLength(1)
  expect(samples.get('restore_drill_succeeded')).toBe(0)
  expect(samples.get('claude_budget_used_ratio')).toBe(0.25)
  expect(samples.get('claude_budget_usd')).toBe(8)
})

test('a filing is counted once, by form and outcome, and its way is measured from its acceptance', async () => {
  const { sql } = database
  const before = await scrape()
  const now = Date.now()
  const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()
  const add = async (number: string, form: string, dataset: 'live' | 'test') => {
    await seedFiling(sql, {
      accession_number: number,
      form_type: form,
      dataset,
      accepted_at: ago(25),
      available_at: null,
    })
    await sql`insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage, first_seen_at)
      values (${number}, ${dataset}, '0009990001', ${form}, '2025-02-02', 'latest_filings', 'extracted', ${ago(17)})`
  }
  await add('0009900003-25-000001', '8-K', 'live')
  await add('0009900003-25-000002', 'N-8F NTC', 'live')
  await add('0009900003-25-000003', '8-K', 'test')
  await add('0009900003-25-000004', '8-K', 'live')
  for (const number of [1, 2, 3]) {
    const payload = { dataset: 'live' as const, accession_number: `0009900003-25-00000${number}` }
    await Promise.all([publishFiling.run(payload, services), publishFiling.run(payload, services)])
    await failIntake(payload, 'not_found', services)
  }
  await failIntake({ accession_number: '0009900003-25-000004' }, 'not_found', services)
  await failIntake({ accession_number: '0009900003-25-000004' }, 'not_found', services)
  const samples = await scrape()
  const grown = (key: string) => (samples.get(key) ?? 0) - (before.get(key) ?? 0)
  expect(grown('filings_total{form="8-K",outcome="published"}')).toBe(2)
  expect(grown('filings_total{form="other",outcome="published"}')).toBe(1)
  expect(grown('filings_total{form="8-K",outcome="failed"}')).toBe(1)
  const lag = (stage: string, part: string) => grown(`ingest_lag_seconds_${part}{stage="${stage}"}`)
  expect(lag('published', 'count')).toBe(2)
  expect(lag('discovered', 'count')).toBe(2)
  // Known eight seconds after acceptance, as was written down above.
  expect(lag('discovered', 'sum')).toBeCloseTo(16)
  expect(lag('published', 'sum')).toBeGreaterThan(50)
})

test('forms that are seldom are one label', () => {
  expect(['10-K', 'SC 13D/A', 'DEF 14A', 'NT 10-Q', '13F-HR'].map(formLabel)).toEqual([
    '10-K',
    'SC 13D/A',
    'DEF 14A',
    'NT 10-Q',
    '13F-HR',
  ])
  expect([undefined, 'N-8F NTC', 'SC', ''].map(formLabel)).toEqual(Array(4).fill('other'))
})

test('EDGAR: the breaker, its use of the budget, and whether filings are expected', async () => {
  const state = async () => (await scrape()).get('sec_breaker_state{dataset="live"}')
  expect(await state()).toBe(0)
  expect([0, 1]).toContain((await scrape()).get('ingest_expected'))
  const { metrics } = services
  const before = (await scrape()).get('sec_budget_used_ratio') ?? 0
  for (let sent = 0; sent < 8; sent++) metrics.secBudget.spend()
  // Eight of eighty.
  expect(((await scrape()).get('sec_budget_used_ratio') ?? 0) - before).toBeCloseTo(0.1)
  const throttle = services.edgarOf('live')
  await redis.redis.hset('edgar-throttle:live', {
    pause_until: String((Date.now() + 60_000) * 1000),
    probe: '1',
  })
  expect((await throttle?.throttleState())?.state).toBe('paused')
  expect(await state()).toBe(2)
  await redis.redis.hset('edgar-throttle:live', { pause_until: '0' })
  expect(await state()).toBe(1)
})

test('of the last ten seconds every request counts, and none of those before', () => {
  let now = 100_500
  const budget = secBudget(8, () => now)
  for (let sent = 0; sent < 40; sent++) budget.spend()
  expect(budget.usedRatio()).toBe(0.5)
  now += 9_000
  budget.spend()
  expect(budget.usedRatio()).toBe(41 / 80)
  now += 1_000
  expect(budget.usedRatio()).toBe(1 / 80)
  now += 3_600_000
  expect(budget.usedRatio()).toBe(0)
})

test('until when the certificate of an address is valid, also when it is over or nobody vouches for it', async () => {
  const notAfter = new Date(Date.UTC(2025, 5, 1))
  const { cert, key } = makeCertificate({ names: ['localhost'], notBefore: new Date(0), notAfter })
  const server = createServer({ cert, key })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const registry = new Registry()
  certificateGauge(registry, [
    `https://localhost:${port}/path`,
    'https://localhost:1',
    'http://localhost',
    undefined,
  ])
  const metric = await registry.getSingleMetric('tls_certificate_expiry_timestamp_seconds')?.get()
  expect(metric?.values).toMatchObject([
    { labels: { host: `localhost:${port}` }, value: notAfter.getTime() / 1000 },
  ])
  await new Promise((resolve) => server.close(resolve))
})

test('accuracy as it was measured, and at most 2,000 series', async () => {
  const samples = await scrape()
  expect(samples.get('signal_eval_precision{type="event_8k",version="1.0.0"}')).toBeGreaterThan(0.9)
  expect(samples.get('signal_eval_recall{type="event_8k",version="1.0.0"}')).toBeGreaterThan(0.9)
  expect(samples.get('database_up')).toBe(1)
  expect(samples.get('db_pool_max{pool="worker"}')).toBe(10)
  expect(samples.get('disk_size_bytes{volume="objects"}')).toBeGreaterThan(0)
  const { jobSeconds, jobs, filings, ingestLag } = services.metrics
  for (const [queue] of Object.entries(await services.queues.depths())) {
    jobSeconds.observe({ queue }, 0.1)
    for (const outcome of ['done', 'failed']) jobs.inc({ queue, outcome })
  }
  for (const form of `${'x '.repeat(500)}10-K 10-Q 8-K 4 3 5 144 D 20-F 6-K S-1 S-8`.split(' ')) {
    for (const outcome of ['published', 'failed']) filings.inc({ form: formLabel(form), outcome })
  }
  ingestLag.observe({ stage: 'published' }, 1)
  expect((await scrape()).size).toBeLessThanOrEqual(2_000)
})
