import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Sql } from '../db.ts'
import { newId } from '../ids.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { countRows, noFutureRows, rowCounts } from './restored-checks.ts'
import { recoveryStore } from './store.ts'

let database: TestDatabase
let worker: Sql
beforeAll(async () => {
  database = await testDatabase()
  worker = openDatabase(database.url, { max: 1, role: 'latent_worker' })
})
afterAll(async () => {
  await worker.end({ timeout: 5 })
  await database.close()
})

test('a drill fails when a table has other rows than it had', async () => {
  await recoveryStore(worker).mark()
  const counts = await countRows(database.sql)
  expect(counts.recovery_marks).toBe(1)
  expect(await rowCounts(database.sql, counts)).toMatchObject({ ok: true })
  await recoveryStore(worker).mark()
  expect(await rowCounts(database.sql, counts)).toMatchObject({
    ok: false,
    found: 'recovery_marks has 2 instead of 1',
  })
  expect(await rowCounts(database.sql, { gone: 5 })).toMatchObject({ ok: false })
})

test('a drill fails when something is from after the moment; a filing is written a little ahead', async () => {
  const moment = new Date(Date.now() + 1_000)
  await seedFiling(database.sql, {
    accession_number: '0009990001-24-000001',
    available_at: new Date(moment.getTime() + 2_000).toISOString(),
  })
  expect(await noFutureRows(database.sql, moment)).toMatchObject({ ok: true })
  await seedFiling(database.sql, {
    accession_number: '0009990001-24-000002',
    available_at: new Date(moment.getTime() + 60_000).toISOString(),
  })
  expect(await noFutureRows(database.sql, moment)).toMatchObject({ ok: false, found: '1 of filings' })
  expect(await noFutureRows(database.sql, new Date(0))).toMatchObject({ ok: false })
})

test('what was backed up and restored is told by the last that succeeded', async () => {
  const store = recoveryStore(worker)
  const lost = await store.beginBackup('database', 'primary')
  await store.failBackup(lost, new Error('the disk is full'))
  expect(await store.latestBackups()).toEqual([])
  const done = await store.beginBackup('database', 'primary')
  await store.succeedBackup(done, { stored_bytes: 5_000_000_000, plain_bytes: 7, start_wal: '0'.repeat(24) })
  expect(await store.latestBackups()).toMatchObject([{ kind: 'database', source: 'primary' }])
  expect(
    await database.sql`select outcome, error, stored_bytes from backups where id in ${database.sql([lost, done])} order by outcome`,
  ).toEqual([
    { outcome: 'failed', error: 'the disk is full', stored_bytes: null },
    { outcome: 'succeeded', error: null, stored_bytes: 5_000_000_000 },
  ])
  expect(await store.latestDrill()).toBeUndefined()
  await store.recordDrill({
    started_at: new Date().toISOString(),
    outcome: 'failed',
    backup_id: newId('bkp'),
    checks: [{ check: 'row counts', ok: false, found: 'none' }],
    error: 'x'.repeat(5_000),
  })
  expect(await store.latestDrill()).toMatchObject({
    outcome: 'failed',
    checks: [{ check: 'row counts', ok: false, found: 'none' }],
    error: 'x'.repeat(1_000),
  })
})
