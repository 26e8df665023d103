import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCustody } from '@sec-latent/core/custody/store'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { seedFiling } from '@sec-latent/core/testing/seed-filing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workerConfig } from '../config.ts'
import { inventedSubmission, layDown } from '../edgar-mirror/invented-filings.ts'
import { type Mirror, startMirror } from '../edgar-mirror/mirror.ts'
import { openServices, type Services } from '../services.ts'
import { recheckFiling } from './recheck.ts'

const accession_number = '0001234567-24-000001'
const payload = { dataset: 'test' as const, accession_number }
const filing = { accession_number, cik: '0001234567', text: 'As it was first.' }
const folder = mkdtempSync(join(tmpdir(), 'custody-'))
const objects = mkdtempSync(join(tmpdir(), 'custody-objects-'))

let database: TestDatabase
let redis: TestRedis
let mirror: Mirror
let services: Services
let file: string

beforeAll(async () => {
  database = await testDatabase()
  redis = await testRedis()
  file = join(folder, layDown(folder, filing))
  mirror = await startMirror({ directory: folder })
  services = openServices(
    workerConfig({
      DATABASE_URL: database.url,
      REDIS_QUEUE_URL: redis.url,
      REDIS_CACHE_URL: redis.url,
      OBJECT_STORE_URL: pathToFileURL(objects).href,
      EDGAR_TEST_BASE_URL: mirror.url,
      EDGAR_MAX_REQUESTS_PER_SECOND: '500',
      LOG_LEVEL: 'silent',
    }),
    'test',
  )
  await services.intake.record('test', 'full_index', [
    {
      accession_number,
      cik: '0001234567',
      form_type: '8-K',
      filing_date: '2024-01-02',
      company_name: 'EXAMPLE HOLDINGS INC',
    },
  ])
  await seedFiling(database.sql, { accession_number, available_at: '2024-01-03T00:00:00Z' })
  const submission_sha256 = await services.objects.put(Buffer.from(inventedSubmission(filing)))
  await database.sql`update filings set submission_sha256 = ${submission_sha256}`
})
afterAll(async () => {
  await services.close()
  await mirror.close()
  await redis.close()
  await database.close()
  for (const each of [folder, objects]) rmSync(each, { recursive: true, force: true })
})

const custody = async () => {
  const [row] = await database.sql<{ submission_sha256: string; first_seen_at: string }[]>`
    select submission_sha256, first_seen_at from filings`
  const { submission_sha256, first_seen_at } = row as { submission_sha256: string; first_seen_at: string }
  const view = { dataset: 'test' as const, as_of: new Date(Date.now() + 10_000).toISOString() }
  return await readCustody(database.sql, view, { accession_number, submission_sha256, first_seen_at })
}
const feed = async () =>
  (await database.sql`select change_type, object_id from changes order by position`).map((row) => [
    row.change_type,
    row.object_id,
  ])

test('the same bytes again are noted and nobody is told', async () => {
  await recheckFiling.run(payload, services)
  expect(await custody()).toMatchObject({ state: 'unchanged', events: [] })
  expect((await custody()).last_checked_at).not.toBeNull()
  expect(await feed()).toEqual([])
})

test('other bytes are kept beside the first ones, and the feed names what changed', async () => {
  const first = (await custody()).submission_sha256
  writeFileSync(file, inventedSubmission({ ...filing, text: 'As it was corrected.' }))
  await recheckFiling.run(payload, services)
  await recheckFiling.run(payload, services)
  const now = await custody()
  expect(now).toMatchObject({ state: 'changed', submission_sha256: first, events: [{ kind: 'changed' }] })
  const [event] = now.events
  expect((await services.objects.get(event?.submission_sha256 as string))?.toString()).toContain('corrected')
  expect((await services.objects.get(first))?.toString()).toContain('first')
  expect(await feed()).toEqual([
    ['filing.changed', `${accession_number}@1`],
    ['document.changed', `${accession_number}:1@1`],
  ])
})

test('a filing that is gone twice in a row is withdrawn, once', async () => {
  mirror.script([{ kind: 'status', status: 404 }])
  await recheckFiling.run(payload, services)
  expect((await custody()).state).toBe('changed')
  await recheckFiling.run(payload, services)
  await recheckFiling.run(payload, services)
  expect(await custody()).toMatchObject({ state: 'withdrawn', events: [{}, { kind: 'withdrawn' }] })
  expect((await feed()).slice(2)).toEqual([['filing.withdrawn', `${accession_number}@2`]])
})

test('one that comes back as it was first is unchanged', async () => {
  mirror.clearFaults()
  writeFileSync(file, inventedSubmission(filing))
  await recheckFiling.run(payload, services)
  expect(await custody()).toMatchObject({ state: 'unchanged', events: [{}, {}, { kind: 'restored' }] })
})

test('an error page in its place says nothing about the filing', async () => {
  mirror.script([{ kind: 'html' }])
  await expect(recheckFiling.run(payload, services)).rejects.toThrow()
  expect((await custody()).events).toHaveLength(3)
})

test('only filings of the last months that were not looked at for a while are due', async () => {
  const due = () => services.custody.due('test', { acceptedWithinDays: 36_500, everyDays: 7, limit: 10 })
  expect(await due()).toEqual([])
  await database.sql`update custody_checks set last_checked_at = now() - interval '8 days'`
  expect(await due()).toEqual([accession_number])
  expect(await services.custody.due('test', { acceptedWithinDays: 1, everyDays: 7, limit: 10 })).toEqual([])
})

test('a filing out of the archive of a day is compared by its documents, whose header is another', async () => {
  mirror.clearFaults()
  await database.sql`truncate custody_events, custody_checks, changes`
  writeFileSync(file, inventedSubmission(filing))
  const whole = inventedSubmission(filing)
  const documents = whole.slice(whole.indexOf('<DOCUMENT>'), whole.indexOf('</SEC-DOCUMENT>'))
  const entry = `<SUBMISSION>\n<ACCESSION-NUMBER>${accession_number}\n<TYPE>8-K\n<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>EXAMPLE\n<CIK>0001234567\n</COMPANY-DATA>\n</FILER>\n${documents}</SUBMISSION>\n`
  const submission_sha256 = await services.objects.put(Buffer.from(entry))
  await database.sql`update filings set submission_sha256 = ${submission_sha256}, submission_source = 'feed_archive'`
  await recheckFiling.run(payload, services)
  expect(await custody()).toMatchObject({ state: 'unchanged', events: [] })
  writeFileSync(file, inventedSubmission({ ...filing, text: 'As it was corrected.' }))
  await recheckFiling.run(payload, services)
  expect(await custody()).toMatchObject({ state: 'changed', events: [{ kind: 'changed' }] })
  mirror.script([{ kind: 'status', status: 404 }])
  await recheckFiling.run(payload, services)
  await recheckFiling.run(payload, services)
  expect((await custody()).state).toBe('withdrawn')
  mirror.clearFaults()
  writeFileSync(file, inventedSubmission(filing))
  await recheckFiling.run(payload, services)
  expect(await custody()).toMatchObject({
    state: 'unchanged',
    events: [{}, {}, { kind: 'restored', submission_sha256 }],
  })
  const due = { acceptedWithinDays: 100_000, everyDays: -1, limit: 10 }
  expect(await services.custody.due('test', due)).toEqual([accession_number])
})
