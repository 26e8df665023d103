import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { summarize } from '@sec-latent/core/intake/summary'
import { writeSampleCorpus } from '@sec-latent/core/sample-corpus/write'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { tableHashes } from '@sec-latent/core/testing/table-hash'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMirror } from './edgar-mirror/mirror.ts'
import { requestFullIndex, startPipeline, untilDone, untilFilings } from './testing/pipeline.ts'

/** Without anything moving. */
const PATIENCE_MS = 120_000
/** On a machine that others keep busy. */
const RUN_MS = 900_000

/** One run of the sample corpus through the real processes on stores of its own, disturbed as told. */
async function run(
  mirrorUrl: string,
  disturb: (
    pipeline: ReturnType<typeof startPipeline>,
    stores: { database: TestDatabase; redis: TestRedis },
  ) => Promise<void>,
) {
  const [programs, database, redis] = await Promise.all([
    testPrograms(),
    testDatabase(),
    testRedis({ own: true }),
  ])
  const objects = await mkdtemp(join(tmpdir(), 'pipeline-objects-'))
  const pipeline = startPipeline({
    programs,
    databaseUrl: database.url,
    redisUrl: redis.url,
    objectStoreUrl: pathToFileURL(objects).href,
    mirrorUrl,
  })
  try {
    pipeline.startScheduler()
    pipeline.startWorker()
    await requestFullIndex(database.sql, mirrorUrl)
    await disturb(pipeline, { database, redis })
    await untilDone(database.sql, PATIENCE_MS)
    return { hashes: await tableHashes(database.sql), summary: await summarize(database.sql, 'test') }
  } finally {
    await pipeline.stopAll()
    await Promise.all([database.close(), redis.close(), rm(objects, { recursive: true, force: true })])
  }
}

describe('the pipeline on the sample corpus', () => {
  let mirror: Awaited<ReturnType<typeof startMirror>>
  let directory: string
  let undisturbed: Awaited<ReturnType<typeof run>>

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sample-corpus-'))
    await writeSampleCorpus(directory)
    mirror = await startMirror({ directory })
    undisturbed = await run(mirror.url, async () => {})
  }, RUN_MS)

  afterAll(async () => {
    await mirror?.close()
    await rm(directory, { recursive: true, force: true })
  })

  test('every filing the index names is published', () => {
    const totals = undisturbed.summary.reduce(
      (sum, row) => ({
        discovered: sum.discovered + row.discovered,
        published: sum.published + row.published,
      }),
      { discovered: 0, published: 0 },
    )
    expect(totals.discovered).toBeGreaterThan(60)
    expect(totals.published).toBe(totals.discovered)
    expect(undisturbed.hashes.signals?.rows).toBeGreaterThan(totals.discovered)
  })

  test(
    'kill -9 of the worker and FLUSHALL in the middle leave the same tables',
    async () => {
      const disturbed = await run(mirror.url, async (pipeline, { database, redis }) => {
        for (const done of [2, 15, 30]) {
          await untilFilings(database.sql, done, PATIENCE_MS)
          await pipeline.stop('worker', 'SIGKILL')
          await redis.redis.flushall()
          pipeline.startWorker()
        }
      })
      expect(disturbed.hashes).toEqual(undisturbed.hashes)
    },
    RUN_MS,
  )

  test(
    'four workers that are killed in turn do the work of one',
    async () => {
      const disturbed = await run(mirror.url, async (pipeline, { database }) => {
        for (const name of ['second', 'third', 'fourth']) pipeline.startWorker(name)
        await untilFilings(database.sql, 10, PATIENCE_MS)
        await pipeline.stop('second', 'SIGKILL')
        await pipeline.stop('third', 'SIGTERM')
      })
      expect(disturbed.hashes).toEqual(undisturbed.hashes)
    },
    RUN_MS,
  )
})
