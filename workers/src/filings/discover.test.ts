import type { DiscoveredFiling } from '@sec-latent/core/edgar/discovered-filing'
import { intakeStore } from '@sec-latent/core/intake/store'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Services } from '../services.ts'
import { discoverFilings } from './discover.ts'

const PAGE = 100

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const filing = (n: number): DiscoveredFiling =>
  ({
    accession_number: `0009990002-24-${String(n).padStart(6, '0')}`,
    cik: '0009990002',
    form_type: '8-K',
    filing_date: '2024-05-01',
  }) as DiscoveredFiling

/** A feed of so many filings, the latest first, whose connection breaks when `breaks` says so. */
function servicesWith(filings: DiscoveredFiling[], breaks: (call: string) => boolean): Services {
  const intake = intakeStore(database.sql)
  const gateway = {
    async fetchLatestFilings({ start }: { start: number }) {
      if (breaks(`page ${start / PAGE}`)) throw new Error('broken')
      return { filings: filings.slice(start, start + PAGE) }
    },
  }
  return {
    config: { DISCOVERY_SCOPE: 'all' },
    edgarOf: () => ({ gateway }),
    discovery: { complete: async () => {} },
    intake: {
      ...intake,
      async record(...given: Parameters<typeof intake.record>) {
        if (breaks(`record ${given[2][0]?.accession_number}`)) throw new Error('broken')
        return await intake.record(...given)
      },
    },
  } as unknown as Services
}

const read = (services: Services) =>
  discoverFilings.run({ dataset: 'live', source: 'latest_filings', key: 'latest' }, services)

async function recorded(): Promise<number> {
  const [row] = await database.sql`select count(*)::int as count from intake where dataset = 'live'`
  return Number(row?.count)
}

test('a reading of the feed that breaks anywhere leaves nothing behind that the next one does not find', async () => {
  const filings = Array.from({ length: 450 }, (_, n) => filing(1_000 - n))
  const calls: string[] = []
  await read(servicesWith(filings, (call) => calls.push(call) < 0))
  expect(await recorded()).toBe(450)
  for (const at of calls) {
    await database.sql`truncate intake, outbox`
    await expect(read(servicesWith(filings, (call) => call === at))).rejects.toThrow('broken')
    await read(servicesWith(filings, () => false))
    expect([at, await recorded()]).toEqual([at, 450])
  }
})

test('a feed whose latest page is known is read no further', async () => {
  const filings = Array.from({ length: 450 }, (_, n) => filing(5_000 - n))
  await read(servicesWith(filings, () => false))
  const pages: string[] = []
  await read(servicesWith(filings, (call) => call.startsWith('page') && pages.push(call) < 0))
  expect(pages).toEqual(['page 0'])
})
