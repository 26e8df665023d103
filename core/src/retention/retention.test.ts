import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../db.ts'
import { openObjectStore } from '../objects/open.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { testObjectStore } from '../testing/object-store.ts'
import { retentionPolicies } from './policies.ts'

const DAY_MS = 86_400_000
/** The moment that rows are written at; the clock is moved on from it. */
const WRITTEN = new Date('2026-03-10T12:00:00Z')

let database: TestDatabase
let worker: TestDatabase['sql']
let store: Awaited<ReturnType<typeof testObjectStore>>

beforeAll(async () => {
  database = await testDatabase()
  store = await testObjectStore()
  worker = openDatabase(database.url, { max: 3, role: 'latent_worker' })
})
afterAll(async () => {
  await worker.end({ timeout: 5 })
  await database.close()
  await store.close()
})

/** Writes two rows: one at the moment, one a day later. */
const write: Record<string, (at: string, n: number) => Promise<unknown>> = {
  'answers kept for an Idempotency-Key': (at, n) => database.sql`
    insert into idempotency_keys ${database.sql({
      ...{ organisation_id: 'org_a', dataset: 'live', operation: 'POST /v1/keys' },
      ...{ key_sha256: Buffer.alloc(32, n), request_sha256: Buffer.alloc(32), status: 201 },
      ...{ headers: database.sql.json({}) as never, sealed_body: '', request_id: 'req_1', created_at: at },
    })}`,
  'jobs that were given up': (at, n) => database.sql`
    insert into dead_jobs (job_name, job_id, payload_sha256, payload_bytes, reason, message, attempts, deaths, first_at, last_at)
    values ('a', ${String(n)}, 'x', 1, 'internal_error', '', 1, 0, ${at}, ${at})`,
  async 'deliveries of webhooks with their attempts'(at, n) {
    const { sql } = database
    await sql`insert into organisations (id, name, plan) values ('org_w', 'w', 'free') on conflict do nothing`
    await sql`
      insert into webhook_endpoints (id, organisation_id, dataset, url, description, event_types, ciks, form_types,
        signal_types, secret_sealed, public_key, created_at, updated_at)
      values ('whk_1', 'org_w', 'live', 'https://a.example', '', '{webhook.test}', '{}', '{}', '{}', '', '', ${at}, ${at})
      on conflict do nothing`
    await sql`
      insert into webhook_deliveries (id, organisation_id, endpoint_id, event_id, event_type, payload, occurred_at, status,
        created_at, completed_at)
      values (${`dlv_${n}`}, 'org_w', 'whk_1', ${`evt_${n}`}, 'webhook.test', '{}', ${at}, 'succeeded', ${at}, ${at})`
  },
  'deployments and scaling events': (at) => database.sql`
    insert into operations_events (kind, service, happened_at, details) values ('deployment', 'api', ${at}, '{}')`,
}

test.each(
  retentionPolicies.filter(({ what }) => what in write).map((policy) => [policy.what, policy] as const),
)(
  '%s: removed is exactly what was said to be due, on the day and not before',
  async (what, { days, due, remove }) => {
    const objects = openObjectStore(store.url)
    const later = new Date(WRITTEN.getTime() + DAY_MS)
    await write[what]?.(WRITTEN.toISOString(), 1)
    await write[what]?.(later.toISOString(), 2)
    const ends = WRITTEN.getTime() + days * DAY_MS
    const at = (ms: number) => new Date(ms)
    for (const [now, count] of [
      [at(ends - DAY_MS), 0],
      [at(ends - 1_000), 0],
      // A day after the first one's time; a second before the second one's.
      [at(ends + DAY_MS - 1_000), 1],
      [at(ends + DAY_MS + 1_000), 1],
    ] as const) {
      expect(await due(worker, now), now.toISOString()).toBe(count)
      expect(await due(worker, now), 'to look changes nothing').toBe(count)
      expect(await remove(worker, objects, now)).toBe(count)
      expect(await due(worker, now)).toBe(0)
    }
  },
)

test('a month of the audit log is due seven years after its last day; who removes it before is refused by the database', async () => {
  const audit = retentionPolicies.at(-1) as (typeof retentionPolicies)[number]
  const objects = openObjectStore(store.url)
  await database.sql`select create_audit_partition('2016-02-01')`
  const ends = Date.parse('2016-03-01T00:00:00Z') + audit.days * DAY_MS
  expect(audit.days).toBe(2_557)
  expect(await audit.due(worker, new Date(ends - 1_000))).toBe(0)
  expect(await audit.due(worker, new Date(ends))).toBe(1)
  expect(await audit.remove(worker, objects, new Date(ends - 1_000))).toBe(0)
  expect(await audit.remove(worker, objects, new Date(ends))).toBe(1)
  expect(await audit.due(worker, new Date(ends))).toBe(0)
  // A clock that runs ahead opens nothing: the database goes by its own.
  await expect(audit.remove(worker, objects, new Date('2099-01-01'))).rejects.toMatchObject({ code: '42501' })
})
