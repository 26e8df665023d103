import { nextJob } from '@sec-latent/core/intake/intake'
import { answerDue, settleAnswers } from '@sec-latent/core/signals/extract-filing'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { comparesWords, countsEarlier, countsWords } from '../testing/invented-rules.ts'
import { fetchInvented, type InventedFiling, inventedServices } from '../testing/invented-services.ts'
import { settleAndGoOn } from './answer-filing.ts'
import { extractSignals } from './extract.ts'
import { parseFiling } from './parse.ts'
import { publishFiling } from './publish.ts'

let database: TestDatabase
let redis: TestRedis
let invented: Awaited<ReturnType<typeof inventedServices>>
let extractions: string[] = []
const rules = [
  countsEarlier('1.0.0', ({ accession_number }) => extractions.push(accession_number)),
  comparesWords(),
  countsWords(),
]

beforeAll(async () => {
  ;[database, redis] = await Promise.all([testDatabase(), testRedis()])
  invented = await inventedServices({ databaseUrl: database.url, redisUrl: redis.url }, rules)
})
afterAll(async () => {
  await invented?.close()
  await Promise.all([database?.close(), redis?.close()])
})
let company = 0
beforeEach(() => {
  company++
  extractions = []
})

function report(year: number, words: number, form = '10-K'): InventedFiling {
  const cik = String(9_990_100_000 + company)
  return {
    accession_number: `${cik}-${String(year % 100).padStart(2, '0')}-${form === '10-K' ? '000001' : '000002'}`,
    cik,
    form_type: form,
    accepted_at: `${year}-02-15T21:30:00Z`,
    period_of_report: `${year - 1}-12-31`,
    text: `Annual report. ${'word '.repeat(words)}`,
  }
}

const payload = ({ accession_number }: InventedFiling) => ({ dataset: 'test' as const, accession_number })

async function parse(filing: InventedFiling) {
  await fetchInvented(filing, invented.services)
  await parseFiling.run(payload(filing), invented.services)
}
const extract = (filing: InventedFiling) => extractSignals.run(payload(filing), invented.services)
async function takeIn(filing: InventedFiling) {
  await parse(filing)
  await extract(filing)
  await publishFiling.run(payload(filing), invented.services)
}

async function row(filing: InventedFiling, extractor: string) {
  const [found] = await database.sql`
    select status, reason, generation, input_sha256, last_answer from processing
    where accession_number = ${filing.accession_number} and extractor = ${extractor}`
  return found
}
async function value(filing: InventedFiling, type: string) {
  const rows = await database.sql<{ value: number }[]>`
    select value from signals where accession_number = ${filing.accession_number} and signal_type = ${type}
      and superseded_at is null`
  return rows.map((one) => one.value)
}
async function announced(filing: InventedFiling) {
  const { job_id } = nextJob(payload(filing), 'parsed')
  const [found] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from outbox where job_id = ${job_id}`
  return found?.count ?? 0
}

describe('a filing that arrives late', () => {
  test('has later ones that rest on it read again, and leaves the others alone', async () => {
    const [later, earlier] = [report(2024, 30), report(2023, 20)]
    await takeIn(later)
    expect(await row(later, 'compares_words')).toMatchObject({ status: 'not_applicable', generation: 0 })
    const before = await announced(later)
    await takeIn(earlier)
    expect(await row(later, 'compares_words')).toMatchObject({ status: 'pending', generation: 1 })
    expect(await row(later, 'counts_earlier')).toMatchObject({ status: 'pending', generation: 1 })
    expect(await row(later, 'counts_words')).toMatchObject({ status: 'ok_found', generation: 0 })
    expect(await announced(later)).toBe(before + 1)
    await extract(later)
    expect(await value(later, 'words_more')).toEqual([10])
    expect(await value(later, 'earlier_count')).toEqual([1])
    const [visible] = await database.sql`
      select available_at from signals where accession_number = ${later.accession_number} and signal_type = 'words_more'`
    expect(visible?.available_at).not.toBeNull()
  })

  test('that does not matter to a rule asks nothing of it', async () => {
    const [later, other] = [report(2024, 30), { ...report(2023, 20, '8-K') }]
    await takeIn(later)
    await takeIn(other)
    expect(await row(later, 'compares_words')).toMatchObject({ status: 'not_applicable', generation: 0 })
    expect(await row(later, 'counts_earlier')).toMatchObject({ status: 'pending', generation: 1 })
  })

  test('too early for a need, or of another company, reopens nothing', async () => {
    const later = report(2024, 30)
    await takeIn(later)
    await takeIn(report(2020, 20))
    company++
    await takeIn(report(2023, 20))
    expect(await row(later, 'counts_earlier')).toMatchObject({ status: 'ok_none', generation: 0 })
  })

  test('and comes while a later one is being answered makes that answer count for nothing', async () => {
    const [later, earlier] = [report(2024, 30), report(2023, 20)]
    await parse(later)
    const { services } = invented
    const stale = await answerDue(later.accession_number, rules, services)
    await takeIn(earlier)
    expect(await row(later, 'compares_words')).toMatchObject({ status: 'pending', generation: 1 })
    const all = await services.sql.begin((tx) => settleAnswers(tx, later.accession_number, stale))
    expect(all.complete).toBe(false)
    expect(await row(later, 'compares_words')).toMatchObject({ status: 'pending' })
    expect(await row(later, 'counts_words')).toMatchObject({ status: 'ok_found' })
    await extract(later)
    expect(await value(later, 'words_more')).toEqual([10])
  })

  test('shows a visible one what could be settled, in the round in which it was', async () => {
    const [later, earlier] = [report(2024, 30), report(2023, 20)]
    const { services } = invented
    await takeIn(later)
    await takeIn(earlier)
    // A row whose answer stays the same is asked for, and once more while all of them are being answered.
    const unchanged = [{ accession_number: later.accession_number, extractor: 'counts_words' }]
    await database.sql.begin((tx) => services.processing.reopen(tx, unchanged))
    const answers = await answerDue(later.accession_number, rules, services)
    await database.sql`update processing set generation = generation + 1
      where accession_number = ${later.accession_number} and extractor = 'counts_words'`
    expect(await settleAndGoOn(later.accession_number, answers, services)).toBe(false)
    await extract(later)
    const unseen = await database.sql`
      select s.signal_type from signals s
      where s.accession_number = ${later.accession_number} and s.superseded_at is null
        and (s.available_at is null
          or not exists (select 1 from changes c where c.change_type = 'signal.created' and c.object_id = s.id))`
    expect(unseen).toEqual([])
    expect(await value(later, 'words_more')).toEqual([10])
    expect(await value(later, 'earlier_count')).toEqual([1])
  })

  test('whichever of two filings is read first, at once, or both together, the answers are the same', async () => {
    for (let round = 0; round < 12; round++) {
      company++
      const [later, earlier] = [report(2024, 30), report(2023, 20)]
      const order = round % 2 === 0 ? [later, earlier] : [earlier, later]
      await Promise.all(order.map(takeIn))
      for (const filing of order) await extract(filing)
      expect(await value(later, 'words_more')).toEqual([10])
      expect(await value(later, 'earlier_count')).toEqual([1])
    }
  })
})

describe('a row that is asked for again', () => {
  test('keeps its answer without running the rule when its inputs are the same', async () => {
    const filing = report(2024, 30)
    await takeIn(filing)
    const before = await row(filing, 'counts_earlier')
    const signals =
      await database.sql`select * from signals where accession_number = ${filing.accession_number}`
    expect(extractions).toEqual([filing.accession_number])
    const rows = [{ accession_number: filing.accession_number, extractor: 'counts_earlier' }]
    const { processing, sql } = invented.services
    expect(await sql.begin((tx) => processing.reopen(tx, rows))).toEqual(rows)
    expect(await sql.begin((tx) => processing.reopen(tx, rows))).toEqual([])
    expect(await row(filing, 'counts_earlier')).toMatchObject({ status: 'pending', generation: 2 })
    await extract(filing)
    expect(extractions).toEqual([filing.accession_number])
    expect(await row(filing, 'counts_earlier')).toEqual({ ...before, generation: 2 })
    expect(
      await database.sql`select * from signals where accession_number = ${filing.accession_number}`,
    ).toEqual(signals)
  })

  test('is announced again by the reconciler when the queue has lost it', async () => {
    const filing = report(2024, 30)
    await takeIn(filing)
    await database.sql`update filings set available_at = now() where accession_number = ${filing.accession_number}`
    await database.sql`
      update processing set status = 'pending', updated_at = now() - interval '1 hour'
      where accession_number = ${filing.accession_number} and extractor = 'counts_words'`
    const names = rules.map(({ name }) => name)
    const waiting = await invented.services.processing.reopened(1_000, 10, names)
    expect(waiting.map(({ accession_number }) => accession_number)).toContain(filing.accession_number)
    expect(await invented.services.processing.reopened(1_000, 10, ['another'])).toEqual([])
  })
})

test('filings are published while they are answered again, and neither stands in the way of the other', async () => {
  const filings = Array.from({ length: 8 }, () => {
    company++
    return report(2024, 30)
  })
  const { services } = invented
  for (const filing of filings) {
    await parse(filing)
    await extract(filing)
  }
  await database.sql`update intake set stage = 'extracted' where cik in ${database.sql(filings.map(({ cik }) => cik))}`
  const rows = filings.map(({ accession_number }) => ({ accession_number, extractor: 'counts_words' }))
  await database.sql.begin((tx) => services.processing.reopen(tx, rows))
  const answers = await Promise.all(
    filings.map(({ accession_number }) => answerDue(accession_number, rules, services)),
  )
  const all = await Promise.allSettled(
    filings.flatMap((filing, index) => [
      settleAndGoOn(filing.accession_number, answers[index] ?? [], services),
      publishFiling.run(payload(filing), services),
    ]),
  )
  expect(all.filter(({ status }) => status === 'rejected')).toEqual([])
  for (const filing of filings) {
    expect(await row(filing, 'counts_words')).toMatchObject({ status: 'ok_found' })
    expect(await services.intake.find(filing.accession_number)).toMatchObject({ stage: 'published' })
  }
})
