import { openDatabase, type Sql } from '@sec-latent/core/db'
import { createLogger } from '@sec-latent/core/log'
import { deliveryStore } from '@sec-latent/core/metering/delivery-store'
import { newEpoch } from '@sec-latent/core/metering/epoch'
import { served } from '@sec-latent/core/metering/testing/served'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Services } from '../services.ts'
import { keepRequestLog, rollUpUsage } from './usage-jobs.ts'

let database: TestDatabase
let sql: Sql
let services: Services
const lines: string[] = []
beforeAll(async () => {
  database = await testDatabase()
  sql = openDatabase(database.url, { max: 2, role: 'latent_worker' })
  services = { sql, log: createLogger('workers', 'info', (line) => lines.push(line)) } as Services
})
afterAll(async () => {
  await sql.end({ timeout: 5 })
  await database.close()
})

it('an hour that is over is summed and made final, and running the job again changes nothing', async () => {
  const store = deliveryStore(database.sql)
  const epoch = newEpoch()
  const at = Date.now() - 3 * 3_600_000
  await store.openEpoch(epoch, new Date(at), 0)
  const one = served({ at, cost: 3 })
  const { organisation_id, key_id, operation_id, status, units } = one
  await store.deliver({
    epoch,
    first_seq: 1,
    last_seq: 1,
    requests: [one],
    cells: [
      { organisation_id, key_id, operation_id, status, units, requests: 1, hour: at - (at % 3_600_000) },
    ],
  })
  const rows = () => database.sql`select requests, units, finalized_at from usage_hours`
  await rollUpUsage.run({}, services)
  expect(lines.join('')).toContain(epoch)
  expect(await rows()).toEqual([{ requests: 1, units: 3, finalized_at: null }])
  await store.endEpoch(epoch, 'closed')
  await rollUpUsage.run({}, services)
  const final = await rows()
  expect(final).toMatchObject([{ requests: 1, units: 3, finalized_at: expect.any(String) }])
  await rollUpUsage.run({}, services)
  expect(await rows()).toEqual(final)
})

it('the request log has its days ready for a week, and none that is over 30 days old', async () => {
  const dayOf = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  for (const days of [-40, -31, -30])
    await database.sql`select ensure_request_log_partition(${dayOf(days)}::date)`
  await keepRequestLog.run({}, services)
  await keepRequestLog.run({}, services)
  const partitions = await database.sql<{ name: string }[]>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'request_log'::regclass order by 1`
  const named = (days: number) => `request_log_${dayOf(days).replaceAll('-', '')}`
  const names = partitions.map(({ name }) => name)
  expect(names).not.toContain(named(-31))
  expect(names).toEqual(expect.arrayContaining([-30, 0, 1, 7].map(named)))
})
