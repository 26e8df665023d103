import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { backfillProgress } from '@sec-latent/core/intake/backfill-progress'
import { type DiscoveryRequest, discoveryStore } from '@sec-latent/core/intake/discovery-store'
import { testDatabase } from '@sec-latent/core/testing/database'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { testRedis } from '@sec-latent/core/testing/redis'
import { expect, test } from 'vitest'
import { layDown } from '../edgar-mirror/invented-filings.ts'
import { startMirror } from '../edgar-mirror/mirror.ts'
import { startPipeline, untilDone, untilFilings } from '../testing/pipeline.ts'
import { progressText } from './progress-text.ts'

const PATIENCE_MS = 120_000
const RUN_MS = 600_000
const DAYS = ['2024-01-10', '2024-01-11', '2024-01-12']
const OF_A_DAY = 25
/** Archives bring their filings at once; the rest of the quarter is fetched one by one, slowly enough to be disturbed. */
const REST = 60
const ALL = DAYS.length * OF_A_DAY + REST
const dataset = 'test' as const
const WANTED: DiscoveryRequest[] = [
  ...DAYS.map((key) => ({ dataset, source: 'feed_archive' as const, key })),
  { dataset, source: 'full_index', key: '2024-Q1' },
]

test(
  'a backfill whose worker is killed and whose queue is emptied goes on: no filing twice, none lost',
  async () => {
    const edgar = await mkdtemp(join(tmpdir(), 'resume-edgar-'))
    const objects = await mkdtemp(join(tmpdir(), 'resume-objects-'))
    for (let n = 0; n < ALL; n++) {
      const day = DAYS[Math.floor(n / OF_A_DAY)] ?? '2024-02-20'
      layDown(edgar, {
        accession_number: `0001234567-24-${String(n + 1).padStart(6, '0')}`,
        filed: day.replaceAll('-', ''),
        text: `${n} `.repeat(500),
      })
    }
    const [programs, database, redis, mirror] = await Promise.all([
      testPrograms(),
      testDatabase(),
      testRedis({ own: true }),
      startMirror({ directory: edgar }),
    ])
    const pipeline = startPipeline({
      programs,
      databaseUrl: database.url,
      redisUrl: redis.url,
      objectStoreUrl: pathToFileURL(objects).href,
      mirrorUrl: mirror.url,
      env: { EDGAR_MAX_REQUESTS_PER_SECOND: '8' },
    })
    const { sql } = database
    const discovery = discoveryStore(sql)
    /** What the command does, whenever it is given. */
    const ask = async () => {
      const unread = await discovery.unread(WANTED)
      for (const request of unread) await discovery.request(request)
      return unread.length
    }
    try {
      // The second archive comes in two halves.
      mirror.script([{ kind: 'reset_body', at: 1_000, path: '*20240111.nc.tar.gz', count: 1 }])
      pipeline.startScheduler()
      pipeline.startWorker()
      expect(await ask()).toBe(WANTED.length)
      for (const share of [0.3, 0.6]) {
        await untilFilings(sql, Math.floor(ALL * share), PATIENCE_MS)
        await pipeline.stop('worker', 'SIGKILL')
        await redis.redis.flushall()
        expect((await backfillProgress(sql, dataset)).sources.length).toBeGreaterThan(0)
        await ask()
        pipeline.startWorker()
      }
      await untilDone(sql, PATIENCE_MS)
      const [kept] = await sql`
        select (select count(*)::int from intake where stage = 'published') as published,
          (select count(*)::int from filings where available_at <= now()) as filings,
          (select count(*)::int from documents) as documents,
          (select count(*)::int from changes where change_type = 'filing.published') as told`
      expect(kept).toEqual({ published: ALL, filings: ALL, documents: ALL, told: ALL })
      expect(await ask()).toBe(0)
      const progress = await backfillProgress(sql, dataset)
      expect(progress).toMatchObject({
        waiting: { live: 0, missed: 0, history: 0 },
        history_done_lately: ALL,
        minutes_left: 0,
      })
      const text = progressText(progress)
      expect(text).toMatch(/feed_archive\t3\t3\t0\t75/)
      expect(text).toContain('0 of history')
    } finally {
      await pipeline.stopAll()
      await Promise.all([
        mirror.close(),
        redis.close(),
        database.close(),
        ...[edgar, objects].map((folder) => rm(folder, { recursive: true, force: true })),
      ])
    }
  },
  RUN_MS,
)
