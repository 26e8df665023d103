import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { summarize } from '@sec-latent/core/intake/summary'
import { faultsOf } from '@sec-latent/core/logs/line'
import { writeSampleCorpus } from '@sec-latent/core/sample-corpus/write'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { tableHashes } from '@sec-latent/core/testing/table-hash'
import { inTrace } from '@sec-latent/core/traces/current'
import { startCollector } from '@sec-latent/core/traces/testing/collector'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMirror } from './edgar-mirror/mirror.ts'
import { requestFullIndex, startPipeline, untilDone, untilFilings } from './testing/pipeline.ts'

/** Without anything moving. */
const PATIENCE_MS = 120_000
/** On a machine that others keep busy. */
const RUN_MS = 900_000

/** The step that asks for everything. */
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736'
const ORIGIN = `00-${TRACE_ID}-00f067aa0ba902b7-01`

/** One run of the sample corpus through the real processes on stores of its own, disturbed as told. */
async function run(
  mirrorUrl: string,
  disturb: (
    pipeline: ReturnType<typeof startPipeline>,
    stores: { database: TestDatabase; redis: TestRedis },
  ) => Promise<void>,
  env: Record<string, string> = {},
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
    env,
  })
  try {
    pipeline.startScheduler()
    pipeline.startWorker()
    await inTrace(ORIGIN, () => requestFullIndex(database.sql, mirrorUrl))
    await disturb(pipeline, { database, redis })
    await untilDone(database.sql, PATIENCE_MS)
    // Asked to end, so that all is written and sent that they have to tell.
    await Promise.all(['worker', 'scheduler'].map((name) => pipeline.stop(name, 'SIGTERM')))
    return {
      hashes: await tableHashes(database.sql),
      summary: await summarize(database.sql, 'test'),
      changes: await database.sql<{ traceparent: string | null }[]>`select traceparent from changes`,
      lines: pipeline.lines,
    }
  } finally {
    await pipeline.stopAll()
    await Promise.all([database.close(), redis.close(), rm(objects, { recursive: true, force: true })])
  }
}

describe('the pipeline on the sample corpus', () => {
  let mirror: Awaited<ReturnType<typeof startMirror>>
  let directory: string
  let undisturbed: Awaited<ReturnType<typeof run>>
  let collector: Awaited<ReturnType<typeof startCollector>>

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sample-corpus-'))
    await writeSampleCorpus(directory)
    mirror = await startMirror({ directory })
    collector = await startCollector()
    // Nothing is announced again here: every job is the one that was asked for.
    undisturbed = await run(mirror.url, async () => {}, {
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      RECONCILE_AFTER_MS: '600000',
    })
  }, RUN_MS)

  afterAll(async () => {
    await mirror?.close()
    await collector?.close()
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

  test('every line that workers and scheduler write keeps the schema', () => {
    const { lines } = undisturbed
    expect(lines.length).toBeGreaterThan(300)
    expect(lines.flatMap(faultsOf).slice(0, 5)).toEqual([])
    const services = new Set(lines.map((line) => JSON.parse(line).service))
    expect(services).toEqual(new Set(['workers', 'scheduler']))
  })

  test('every job on a filing, its place in the feed and its span belong to the trace that asked for the filings', () => {
    const jobs = undisturbed.lines
      .map((line) => JSON.parse(line))
      .filter(({ metadata }) => metadata.job_id && metadata.accession_number)
    expect(jobs.length).toBeGreaterThan(150)
    const torn = jobs.filter(({ trace_id }) => trace_id !== TRACE_ID)
    expect(torn.length / jobs.length, JSON.stringify(torn.slice(0, 3))).toBeLessThan(0.001)
    expect(undisturbed.changes.length).toBeGreaterThan(60)
    expect(undisturbed.changes.filter(({ traceparent }) => !traceparent?.includes(TRACE_ID))).toEqual([])
    const spans = new Set(
      collector.spans
        .filter(({ trace_id, name }) => trace_id === TRACE_ID && name.startsWith('process '))
        .map(({ attributes }) => attributes['messaging.message.id']),
    )
    expect(jobs.filter(({ metadata }) => !spans.has(metadata.job_id))).toEqual([])
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
