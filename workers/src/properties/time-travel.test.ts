import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedServices } from '../testing/invented-services.ts'
import { histories } from './history.ts'
import { liveThrough } from './time-travel.ts'

// npm run signals:properties -- --runs 1000 is the long form.
const RUNS = 40

describe('whatever happens to filings, and in whatever order', () => {
  const databases: TestDatabase[] = []
  const invented: Awaited<ReturnType<typeof inventedServices>>[] = []
  let redis: TestRedis
  beforeAll(async () => {
    redis = await testRedis()
    for (let index = 0; index < 2; index++) {
      const database = await testDatabase()
      databases.push(database)
      invented.push(await inventedServices({ databaseUrl: database.url, redisUrl: redis.url }, []))
    }
  })
  afterAll(async () => {
    await Promise.all(invented.map((one) => one.close()))
    await Promise.all([...databases.map((one) => one.close()), redis?.close()])
  })

  test('no answer about the past changes, the last signals are the same, and no job does anything twice', async () => {
    const [disturbed, inOrder] = invented.map((one) => one.services)
    if (!disturbed || !inOrder) throw new Error('two databases are open')
    let runs = 0
    let questions = 0
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const cik = String(9_991_000_000 + runs++)
        questions += (await liveThrough(history, cik, disturbed, inOrder)).questions
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(questions).toBeGreaterThan(RUNS)
  }, 120_000)
})
