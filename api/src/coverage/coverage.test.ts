import { coverageStore } from '@sec-latent/core/processing/coverage-store'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { coverageReader } from './coverage.ts'

const NOW = Date.parse('2026-03-02T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function see(number: number, minutes: number, stage: string, form_type = '10-K') {
  await db.sql`insert into intake ${db.sql({
    accession_number: `0000000009-26-${String(number).padStart(6, '0')}`,
    dataset: 'live',
    cik: '0000000001',
    form_type,
    filing_date: '2026-03-02',
    discovered_by: 'feed',
    stage,
    reason: stage === 'failed' ? 'not_found' : null,
    first_seen_at: minutesAgo(minutes),
  })}`
}

test('what waits at a moment is what was seen by then, however long ago, and however it was counted', async () => {
  await see(1, 3 * 24 * 60, 'failed')
  await see(2, 120, 'discovered')
  await see(3, 60, 'fetched')
  await see(4, 60, 'published')
  await see(5, 1, 'discovered')
  await see(6, 1, 'discovered', '8-K')
  let now = NOW
  const read = coverageReader(coverageStore(db.sql), { now: () => now })
  const waiting = async (minutes: number, scope: { form_type?: string[] } = {}) => {
    const { filings } = await read({ dataset: 'live', as_of: minutesAgo(minutes) }, { scope, empty: false })
    return [filings.pending, filings.failed]
  }
  expect(await waiting(0)).toEqual([4, 1])
  expect(await waiting(30)).toEqual([2, 1])
  expect(await waiting(90)).toEqual([1, 1])
  expect(await waiting(180)).toEqual([0, 1])
  expect(await waiting(2 * 24 * 60)).toEqual([0, 1])
  expect(await waiting(4 * 24 * 60)).toEqual([0, 0])
  expect(await waiting(0, { form_type: ['8-K'] })).toEqual([1, 0])
  expect(await waiting(30, { form_type: ['8-K'] })).toEqual([0, 0])

  // What was read of the backlog counts for five seconds and no longer, also for a moment that is asked for late.
  await see(7, 119, 'discovered')
  await see(8, 95, 'discovered')
  expect(await waiting(95)).toEqual([2, 1])
  expect(await waiting(0)).toEqual([4, 1])
  now = NOW + 4_900
  expect(await waiting(100)).toEqual([1, 1])
  now = NOW + 5_001
  expect(await waiting(95)).toEqual([3, 1])
  expect(await waiting(100)).toEqual([2, 1])
  expect(await waiting(0)).toEqual([6, 1])
  await db.sql`update intake set stage = 'published', reason = null`
  now = NOW + 10_002
  expect(await waiting(95)).toEqual([0, 0])
})
