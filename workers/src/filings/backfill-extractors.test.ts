import type { DeterministicExtractor } from '@sec-latent/core/signals/extractor'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import type { Worker } from 'bullmq'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startCarrier } from '../intake/carrier.ts'
import { startWorker } from '../job.ts'
import type { Services } from '../services.ts'
import { countsEarlier, countsWords } from '../testing/invented-rules.ts'
import { fetchInvented, type InventedFiling, inventedServices } from '../testing/invented-services.ts'
import { backfillExtractors } from './backfill-extractors.ts'
import { extractSignals } from './extract.ts'
import { parseFiling } from './parse.ts'
import { publishFiling } from './publish.ts'

const OLD = 24
const FRESH = 12

function invent(number: number): InventedFiling {
  const cik = String(9_990_200_000 + number)
  return {
    accession_number: `${cik}-24-000001`,
    cik,
    form_type: '8-K',
    accepted_at: '2024-02-15T21:30:00Z',
    period_of_report: '2024-02-15',
    text: `Report of an event. ${'word '.repeat(number + 20)}`,
  }
}
const payload = ({ accession_number }: InventedFiling) => ({ dataset: 'test' as const, accession_number })

describe('a rule that changed', () => {
  let database: TestDatabase
  let redis: TestRedis
  let invented: Awaited<ReturnType<typeof inventedServices>>
  let services: Services
  const old = Array.from({ length: OLD }, (_, index) => invent(index))

  const release = (...rules: DeterministicExtractor[]) => {
    services = { ...invented.services, rules, extractors: rules }
  }
  async function takeIn(filing: InventedFiling) {
    await fetchInvented(filing, services)
    await parseFiling.run(payload(filing), services)
    await extractSignals.run(payload(filing), services)
    await publishFiling.run(payload(filing), services)
  }
  /** One tick of the backfill after the other until there is nothing left to do. */
  async function finish() {
    for (let tick = 0; tick < 20; tick++) {
      await backfillExtractors.run({}, services)
      const states = await services.backfills.latest()
      if (states.every(({ state }) => state !== 'running')) return
    }
    throw new Error('the backfill does not end')
  }
  const signals = () => database.sql<
    { extractor_version: string; value: number; current: boolean; supersedes: string | null }[]
  >`select extractor_version, value, superseded_at is null as current, supersedes from signals
    where extractor_name = 'counts_words'`

  beforeAll(async () => {
    ;[database, redis] = await Promise.all([testDatabase(), testRedis()])
    invented = await inventedServices({ databaseUrl: database.url, redisUrl: redis.url }, [])
    release(countsWords('1.0.0'))
    await services.backfills.plan(services.rules)
    for (const filing of old) await takeIn(filing)
    await database.sql`delete from outbox`
  })
  afterAll(async () => {
    await invented?.close()
    await Promise.all([database?.close(), redis?.close()])
  })
  afterEach(() => database.sql`delete from outbox`)

  test('begins a backfill once, and none where nothing was read before', async () => {
    expect(await services.backfills.latest()).toMatchObject([{ state: 'done', total: 0 }])
    release(countsWords('2.0.0'))
    expect(await services.backfills.plan(services.rules)).toBe(OLD)
    expect(await services.backfills.plan(services.rules)).toBe(0)
    expect(await services.backfills.latest('counts_words')).toMatchObject([
      { to_version: '2.0.0', from_versions: ['1.0.0'], state: 'running', total: OLD, done: 0 },
    ])
  })

  test('is paused and goes on where it was; old answers stand meanwhile', async () => {
    await backfillExtractors.run({}, services)
    const [half] = await services.backfills.latest('counts_words')
    expect(half?.done).toBeGreaterThan(0)
    expect(half?.done).toBeLessThan(OLD)
    await services.backfills.pause('counts_words')
    await backfillExtractors.run({}, services)
    expect(await services.backfills.latest('counts_words')).toMatchObject([
      { state: 'paused', done: half?.done },
    ])
    const current = (await signals()).filter((one) => one.current)
    expect(current).toHaveLength(OLD)
    expect(current.filter((one) => one.extractor_version === '1.0.0')).toHaveLength(OLD - (half?.done ?? 0))
    await services.backfills.resume()
    await finish()
    expect(await services.backfills.latest('counts_words')).toMatchObject([
      { state: 'done', total: OLD, done: OLD },
    ])
  })

  test('supersedes every answer and rewrites none', async () => {
    const all = await signals()
    expect(all.filter((one) => one.extractor_version === '1.0.0' && !one.current)).toHaveLength(OLD)
    const after = all.filter((one) => one.current)
    expect(after).toHaveLength(OLD)
    expect(after.every((one) => one.extractor_version === '2.0.0' && one.supersedes !== null)).toBe(true)
    const [row] = await database.sql`
      select count(*)::int as count from processing where extractor = 'counts_words' and extractor_version = '2.0.0'
        and status = 'ok_found'`
    expect(row?.count).toBe(OLD)
  })

  test('when it is new, opens a row for every filing; repeating changes nothing', async () => {
    release(countsWords('2.0.0'), countsEarlier())
    await finish()
    const ledger = () => database.sql`select * from processing order by accession_number, extractor`
    const before = await ledger()
    expect(before.filter((row) => row.extractor === 'counts_earlier')).toHaveLength(OLD)
    expect(before.every((row) => row.status !== 'pending')).toBe(true)
    await finish()
    expect(await ledger()).toEqual(before)
  })

  test('is read again by one process at a time', async () => {
    release(countsWords('3.0.0'), countsEarlier())
    await services.backfills.plan(services.rules)
    const [one, other] = await Promise.all([
      services.backfills.take(5, 60_000),
      services.backfills.take(5, 60_000),
    ])
    expect([one, other].filter((batch) => batch !== null)).toHaveLength(1)
    await database.sql`update extractor_backfills set leased_until = '-infinity'`
    await finish()
  })

  test('waits while fresh filings come in: they are all answered before the next old one', async () => {
    const answered: string[] = []
    release(
      countsWords('3.0.0'),
      countsEarlier('2.0.0', ({ accession_number }) => answered.push(accession_number)),
    )
    const fresh = Array.from({ length: FRESH }, (_, index) => invent(500 + index))
    const names = new Set(fresh.map(({ accession_number }) => accession_number))
    const workers: Worker[] = []
    let carrier: ReturnType<typeof startCarrier> | undefined
    try {
      workers.push(
        startWorker(extractSignals, services),
        startWorker(publishFiling, services),
        startWorker(backfillExtractors, services),
      )
      await services.queues.add([
        { job_name: 'backfill-extractors', job_id: 'backfill-extractors.begin', payload: {} },
      ])
      await until(() => answered.length >= 2)
      for (const filing of fresh) {
        await fetchInvented(filing, services)
        await parseFiling.run(payload(filing), services)
      }
      // All of them are announced at once: between fresh filings that come slowly, old ones have their turn.
      carrier = startCarrier(services)
      await until(() => answered.filter((name) => names.has(name)).length === FRESH)
      const first = answered.findIndex((name) => names.has(name))
      const last = answered.findLastIndex((name) => names.has(name))
      const between = answered.slice(first, last).filter((name) => !names.has(name))
      // The one that was being read when the first fresh filing came.
      expect(between.length).toBeLessThanOrEqual(1)
      expect(answered.length).toBeLessThan(OLD + FRESH)
      await until(async () => (await services.backfills.latest('counts_earlier'))[0]?.state === 'done')
      expect(new Set(answered).size).toBe(OLD + FRESH)
    } finally {
      await carrier?.stop()
      await Promise.all(workers.map((worker) => worker.close()))
    }
  })

  test('and no longer reads a form ends its answers about it', async () => {
    release({ ...countsWords('4.0.0'), applies: () => false })
    await finish()
    expect((await signals()).filter((one) => one.current)).toEqual([])
    const rows = await database.sql`
      select distinct status, reason, extractor_version from processing where extractor = 'counts_words'`
    expect(rows).toEqual([{ status: 'not_applicable', reason: 'form_type', extractor_version: '4.0.0' }])
  })

  async function until(done: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 25_000
    while (!(await done())) {
      if (Date.now() > deadline) throw new Error('waited too long')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
})
