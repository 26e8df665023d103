import { BACKFILL, LIVE, MISSED, PROMOTED } from '@sec-latent/core/outbox/priority'
import type { Announcement } from '@sec-latent/core/outbox/store'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { Worker } from 'bullmq'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQueues, type Queues, queueConnection } from './queues.ts'

let redis: TestRedis
let queues: Queues
beforeAll(async () => {
  redis = await testRedis()
  queues = openQueues(redis.url)
})
afterAll(async () => {
  await queues.close()
  await redis.close()
})

const job = (name: string, priority: number): Announcement => ({
  job_name: 'fetch-filing',
  job_id: `fetch-filing.${name}`,
  payload: { dataset: 'test', accession_number: name },
  priority,
})

/** The names of so many jobs in the order in which a worker gets them. */
async function taken(count: number): Promise<string[]> {
  const names: string[] = []
  let enough = () => {}
  const all = new Promise<void>((done) => {
    enough = done
  })
  const worker = new Worker(
    'fetch-filing',
    async ({ data }) => {
      if (names.push(data.accession_number) === count) enough()
      if (names.length >= count) await worker.pause(true)
    },
    { connection: queueConnection(redis.url), concurrency: 1 },
  )
  await all
  await worker.close()
  return names.slice(0, count)
}

test('what is new overtakes thousands that wait as history, and so does history that turns out to be new', async () => {
  const history = Array.from({ length: 3_000 }, (_, n) => job(`old-${n}`, BACKFILL))
  await queues.add(history)
  await queues.add([job('missed', MISSED), job('new', LIVE), job('old-2999', PROMOTED)])
  // Announced again as what it was: it stays in front.
  await queues.add([job('old-2999', BACKFILL)])
  expect(await taken(4)).toEqual(['new', 'old-2999', 'missed', 'old-0'])
  const { prioritized, waiting } = (await queues.depths())['fetch-filing'] ?? {}
  expect([prioritized, waiting]).toEqual([2_998, 0])
})

test('a job that ended or runs meanwhile may be promoted', async () => {
  await queues.queueOf('fetch-filing').obliterate({ force: true })
  await queues.add([job('gone', PROMOTED)])
  expect(await taken(1)).toEqual(['gone'])
  await queues.add([job('gone', PROMOTED), job('other', BACKFILL)])
  expect(await taken(2)).toEqual(['gone', 'other'])
})
