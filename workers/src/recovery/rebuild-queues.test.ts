import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedServices } from '../testing/invented-services.ts'
import { rebuildQueues } from './rebuild-queues.ts'

let database: TestDatabase
let redis: TestRedis
let opened: Awaited<ReturnType<typeof inventedServices>>
beforeAll(async () => {
  ;[database, redis] = await Promise.all([testDatabase(), testRedis({ own: true })])
  opened = await inventedServices({ databaseUrl: database.url, redisUrl: redis.url }, [])
})
afterAll(async () => {
  await opened?.close()
  await Promise.all([database.close(), redis.close()])
})

test('every unfinished piece of work is in the queue again after FLUSHALL, once, however many there are', async () => {
  const stages = { discovered: 6_000, fetched: 40, parsed: 30, extracted: 20, published: 10, failed: 10 }
  let number = 0
  for (const [stage, count] of Object.entries(stages)) {
    await database.sql`
      insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage, reason,
        submission_sha256, submission_source)
      select '0009990001-24-' || lpad((${number} + n)::text, 6, '0'), 'test', '0009990001', '10-K', '2024-01-01', 'full_index',
        ${stage}, ${stage === 'failed' ? 'not_found' : null}, ${stage === 'discovered' ? null : '0'.repeat(64)},
        ${stage === 'discovered' ? null : 'full_submission'}
      from generate_series(1, ${count}) n`
    number += count
  }
  await database.sql`insert into discovery_sources (dataset, source, key, requested_at) values ('test', 'full_index', '2024-Q1', now())`
  await redis.redis.flushall()
  const { queues } = opened.services
  // What is history waits in the order of its priority.
  const depth = (name: Parameters<typeof queues.queueOf>[0]) =>
    queues.queueOf(name).getJobCountByTypes('wait', 'prioritized')
  expect(await rebuildQueues(opened.services)).toEqual({
    filings: 6_090,
    answers: 0,
    sources: 1,
    customer_jobs: 0,
  })
  const inQueue = async () => ({
    discover: await depth('discover-history'),
    fetch: await depth('fetch-filing'),
    parse: await depth('parse-filing'),
    extract: await depth('extract-signals'),
    publish: await depth('publish-filing'),
  })
  const expected = { discover: 1, fetch: 6_000, parse: 40, extract: 30, publish: 20 }
  expect(await inQueue()).toEqual(expected)
  await rebuildQueues(opened.services)
  expect(await inQueue()).toEqual(expected)
})
