import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { backfillProgress } from '@sec-latent/core/intake/backfill-progress'
import { BACKFILL, LIVE, MISSED } from '@sec-latent/core/outbox/priority'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { workerConfig } from '../config.ts'
import { inventedSubmission, layDown } from '../edgar-mirror/invented-filings.ts'
import { type Mirror, startMirror } from '../edgar-mirror/mirror.ts'
import { daysBefore } from '../intake/poll.ts'
import { openServices, type Services } from '../services.ts'
import { discoverFilings, discoverHistory } from './discover.ts'
import { takeInFeedEntry } from './feed-entry.ts'
import { fetchFiling } from './fetch.ts'

const DAY = '2024-01-11'
const ARCHIVE = '/Archives/edgar/Feed/*'
const numbers = Array.from({ length: 30 }, (_, n) => `0001234567-24-${String(n + 1).padStart(6, '0')}`)
const [first = ''] = numbers
const folder = mkdtempSync(join(tmpdir(), 'feed-entry-'))
const objects = mkdtempSync(join(tmpdir(), 'feed-entry-objects-'))
const archive = { dataset: 'test', source: 'feed_archive', key: DAY } as const
const index = { dataset: 'test', source: 'daily_index', key: DAY } as const

let database: TestDatabase
let redis: TestRedis
let mirror: Mirror
let services: Services
beforeAll(async () => {
  for (const [n, accession_number] of numbers.entries())
    layDown(folder, { accession_number, filed: '20240111', text: `${n} `.repeat(2_000 + n) })
  ;[database, redis, mirror] = await Promise.all([
    testDatabase(),
    testRedis(),
    startMirror({ directory: folder }),
  ])
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
})
afterAll(async () => {
  await services.close()
  await Promise.all([mirror.close(), redis.close(), database.close()])
  for (const each of [folder, objects]) rmSync(each, { recursive: true, force: true })
})
beforeEach(async () => {
  await database.sql`truncate intake, outbox, discovery_sources`
  mirror.clearFaults()
  mirror.forgetRequests()
})

const stages = async () =>
  Object.fromEntries(
    (await database.sql`select stage, count(*)::int as count from intake group by stage`).map((row) => [
      row.stage,
      row.count,
    ]),
  )
const announced = async () =>
  (await database.sql`select job_id, priority from outbox order by id`).map((row) => [
    row.job_id,
    row.priority,
  ])

test('a day takes one request; its index says afterwards what the archive lacked', async () => {
  await services.discovery.request(archive)
  await discoverHistory.run(archive, services)
  expect(await stages()).toEqual({ fetched: 30 })
  expect(mirror.requests()).toHaveLength(1)
  const jobs = await announced()
  expect(jobs.filter(([id]) => String(id).startsWith('parse-filing.'))).toEqual(
    numbers.map((number) => [`parse-filing.${number}`, BACKFILL]),
  )
  expect(jobs.at(-1)).toEqual([`discover-filings.test.daily_index.${DAY}`, LIVE])
  const late = '0001234567-24-000999'
  mirror.publish(Buffer.from(inventedSubmission({ accession_number: late, filed: '20240111' })))
  await discoverFilings.run(index, services)
  expect(await stages()).toEqual({ fetched: 30, discovered: 1 })
  const progress = await backfillProgress(database.sql, 'test')
  expect(progress.waiting).toEqual({ live: 0, missed: 0, history: 31 })
  expect(progress.sources).toMatchObject([
    { source: 'daily_index', read: 1, filings_seen: 31 },
    { source: 'feed_archive', asked: 1, read: 1, given_up: 0, filings_seen: 30 },
  ])
  mirror.catalogue.submissions.delete(late)
})

test('an archive that breaks off anywhere goes on next time: none twice, none lost', async () => {
  const whole = await (
    await fetch(`${mirror.url}/Archives/edgar/Feed/2024/QTR1/20240111.nc.tar.gz`)
  ).arrayBuffer()
  for (const share of [0.2, 0.5, 0.9]) {
    mirror.script([{ kind: 'reset_body', at: Math.floor(whole.byteLength * share), path: ARCHIVE, count: 1 }])
    await expect(discoverHistory.run(archive, services)).rejects.toThrow()
  }
  await discoverHistory.run(archive, services)
  expect(await stages()).toEqual({ fetched: 30 })
  const ids = (await announced()).map(([id]) => id).filter((id) => String(id).startsWith('parse'))
  expect([ids.length, new Set(ids).size]).toEqual([30, 30])
})

test('a day without an archive, or with one broken for good, is read by its index', async () => {
  for (const reason of ['not_found', 'bad_gzip']) {
    await database.sql`truncate discovery_sources, outbox`
    await services.discovery.request(archive)
    await discoverHistory.fail(archive, reason, services)
    expect((await announced()).at(-1)).toEqual([`discover-filings.test.daily_index.${DAY}`, LIVE])
    expect((await backfillProgress(database.sql, 'test')).sources).toMatchObject([
      { source: 'daily_index', asked: 1, read: 0 },
      { source: 'feed_archive', given_up: 1, reasons: { [reason]: 1 } },
    ])
  }
  // The same command again asks for what may have passed, and not for what EDGAR has not.
  expect(await services.discovery.unread([archive, { ...archive, key: '2024-01-10' }])).toHaveLength(2)
  await services.discovery.giveUp(archive, 'not_found')
  expect(await services.discovery.unread([archive, { ...archive, key: '2024-01-10' }])).toHaveLength(1)
})

test('what is new is fetched by itself, because that names the time of acceptance; history is not fetched twice', async () => {
  const named = { cik: '0001234567', form_type: '8-K', filing_date: DAY, company_name: null }
  const [, second = ''] = numbers
  await services.intake.record('test', 'latest_filings', [{ ...named, accession_number: first }])
  await services.intake.record('test', 'full_index', [{ ...named, accession_number: second }])
  await discoverHistory.run(archive, services)
  expect(await stages()).toEqual({ discovered: 1, fetched: 29 })
  mirror.forgetRequests()
  await fetchFiling.run({ dataset: 'test', accession_number: second }, services)
  expect(mirror.requests()).toEqual([])
  await fetchFiling.run({ dataset: 'test', accession_number: first }, services)
  expect((await services.intake.find(first))?.submission_source).toBe('full_submission')
  expect((await services.intake.find(second))?.submission_source).toBe('feed_archive')
})

test('an entry that is something else than it says is left to be fetched by itself', async () => {
  const into = { dataset: 'test', date: DAY, followed: null } as const
  const cut = Buffer.from(`<SUBMISSION>\n<ACCESSION-NUMBER>${first}\n<TYPE>8-K\n`)
  const other = Buffer.from(
    '<SUBMISSION>\n<ACCESSION-NUMBER>0009999999-24-000001\n<TYPE>8-K\n<FILER>\n<COMPANY-DATA>\n<CIK>0001234567\n</COMPANY-DATA>\n</FILER>\n</SUBMISSION>\n',
  )
  for (const bytes of [null, Buffer.alloc(0), Buffer.from('<html>'), cut, other])
    expect(await takeInFeedEntry({ accession_number: first, bytes }, into, services)).toBe('unreadable')
  expect(await stages()).toEqual({})
})

test('no further history is asked for while enough of it is on its way', async () => {
  expect(await services.intake.historyWaits(1)).toBe(false)
  await discoverHistory.run(archive, services)
  expect([await services.intake.historyWaits(30), await services.intake.historyWaits(31)]).toEqual([
    true,
    false,
  ])
})

test('a filing that waits as history and shows up in the feed is moved to the front, where its next stages stay', async () => {
  const filing = { accession_number: first, cik: '0001234567', form_type: '8-K', company_name: null }
  const today = new Date().toISOString().slice(0, 10)
  await services.intake.record('test', 'full_index', [{ ...filing, filing_date: today }])
  await services.intake.record('test', 'daily_index', [{ ...filing, filing_date: today }])
  expect((await services.intake.find(first))?.priority).toBe(MISSED)
  await services.intake.record('test', 'latest_filings', [{ ...filing, filing_date: today }])
  await fetchFiling.run({ dataset: 'test', accession_number: first }, services)
  expect((await announced()).at(-1)).toEqual([`parse-filing.${first}`, LIVE])
})

test('of the last days those are asked for whose index was not read since it was complete', async () => {
  const days = daysBefore(7, Date.parse('2024-03-12T03:00:00Z'))
  expect([days[0], days[6]]).toEqual(['2024-03-10', '2024-03-04'])
  const asked = { ...index, key: days[2] as string }
  await services.discovery.request(asked)
  await services.discovery.complete(asked, 5)
  const early = { ...index, key: days[3] as string }
  await services.discovery.request(early)
  await database.sql`update discovery_sources set last_completed_at = '2024-03-07T20:00:00Z' where key = ${early.key}`
  const broken = { ...index, key: days[4] as string }
  await services.discovery.request(broken)
  await services.discovery.giveUp(broken, 'server_error')
  const none = { ...index, key: days[5] as string }
  await services.discovery.request(none)
  await services.discovery.giveUp(none, 'not_found')
  const missing = await services.discovery.indexesMissing('test', days)
  expect(missing).toEqual([days[0], days[1], days[3], days[4], days[6]])
})
