import { nextJob } from '@sec-latent/core/intake/intake'
import { countOpenWork } from '@sec-latent/core/intake/summary'
import { announce } from '@sec-latent/core/outbox/store'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCarrier } from '../intake/carrier.ts'
import { startWorker } from '../job.ts'
import type { Services } from '../services.ts'
import { countsEarlier } from '../testing/invented-rules.ts'
import { fetchInvented, type InventedFiling, inventedServices } from '../testing/invented-services.ts'
import { extractSignals } from './extract.ts'
import { parseFiling } from './parse.ts'
import { publishFiling } from './publish.ts'

const FILINGS = Number(process.env.LATE_ARRIVALS ?? 120)

/** Filings of one company, each of which every later one rests on. */
function history(cik: number): InventedFiling[] {
  return Array.from({ length: FILINGS }, (_, index) => ({
    accession_number: `${cik}-23-${String(index + 1).padStart(6, '0')}`,
    cik: String(cik),
    form_type: '8-K',
    accepted_at: new Date(Date.UTC(2023, 0, 2, 20) + index * 3_600_000).toISOString().replace('.000Z', 'Z'),
    period_of_report: '2023-01-02',
    text: `Event ${index}. ${'word '.repeat(30)}`,
  }))
}

describe('the history of a company that arrives in any order', () => {
  let database: TestDatabase
  let redis: TestRedis
  let invented: Awaited<ReturnType<typeof inventedServices>>
  let services: Services
  let readings = 0

  beforeAll(async () => {
    ;[database, redis] = await Promise.all([testDatabase(), testRedis()])
    const rules = [countsEarlier('1.0.0', () => readings++)]
    invented = await inventedServices({ databaseUrl: database.url, redisUrl: redis.url }, rules)
    services = invented.services
  })
  afterAll(async () => {
    await invented?.close()
    await Promise.all([database?.close(), redis?.close()])
  })

  async function takeIn(filings: InventedFiling[]): Promise<{ readings: number; ms: number }> {
    readings = 0
    for (const filing of filings) await fetchInvented(filing, services)
    const started = performance.now()
    const carrier = startCarrier(services)
    const workers = [parseFiling, extractSignals, publishFiling].map((job) =>
      startWorker(job as typeof parseFiling, services),
    )
    try {
      const jobs = filings.map(({ accession_number }) =>
        nextJob({ dataset: 'test', accession_number }, 'fetched'),
      )
      await services.sql.begin((tx) => announce(tx, jobs))
      const deadline = Date.now() + 100_000
      while ((await countOpenWork(services.sql, 'test')).open > 0) {
        if (Date.now() > deadline) throw new Error('not done in time')
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      return { readings, ms: Math.round(performance.now() - started) }
    } finally {
      await carrier.stop()
      await Promise.all(workers.map((worker) => worker.close()))
    }
  }

  test('ends with the same answers, and is read a few times over, not once for every filing of it', async () => {
    const forwards = await takeIn(history(9_990_300_000))
    const backwards = await takeIn(history(9_990_300_001).reverse())
    const shuffled = await takeIn(history(9_990_300_002).sort((a, b) => hash(a) - hash(b)))
    console.info(FILINGS, { forwards, backwards, shuffled })
    for (const run of [forwards, backwards, shuffled]) expect(run.readings).toBeLessThan(FILINGS * 8)
    const counts = await database.sql`
        select cik, count(*)::int as signals, sum((value)::int)::int as sum from signals where superseded_at is null
        group by cik order by cik`
    const expected = { signals: FILINGS - 1, sum: (FILINGS * (FILINGS - 1)) / 2 }
    expect(counts).toMatchObject([expected, expected, expected])
  }, 300_000)
})

function hash({ accession_number }: InventedFiling): number {
  return (Number(accession_number.slice(-6)) * 7_919) % 10_007
}
