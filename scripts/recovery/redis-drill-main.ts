import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { openBackupStore } from '@sec-latent/core/recovery/backup-store'
import { readRedisSnapshot, takeRedisSnapshot } from '@sec-latent/core/recovery/redis-snapshot'
import type { Backups } from '@sec-latent/core/recovery/settings'
import { runMain } from '@sec-latent/core/run-main'
import { rebuildQueues } from '@sec-latent/workers/recovery/rebuild-queues'
import { inventedServices } from '@sec-latent/workers/testing/invented-services'
import { Redis } from 'ioredis'
import { ownServers } from '../services/own-servers.ts'
import { atLeast, atMost, report } from './figures.ts'
import { redisFailover } from './redis-scenario.ts'
import { restoredRedis, watchedRedis } from './redis-trio.ts'

// npm run redis:drill -- [--filings N] [--json]
// Kills the primary of a watched Redis under writers, empties it and fills every queue again from Postgres, and brings a
// snapshot back in an empty server.
const { values } = parseArgs({
  options: { filings: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false } },
})
const filings = Number(values.filings)

await runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-redis-'))
  const watched = await watchedRedis(folder)
  const servers = await ownServers()
  try {
    const found = await redisFailover(watched, { writes: 1_000, jobs: 2_000 })

    const { url, sql } = await servers.database()
    await sql`
      insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage)
      select '0009990001-24-' || lpad(n::text, 6, '0'), 'test', '0009990001', '10-K', '2024-01-01', 'full_index', 'discovered'
      from generate_series(1, ${filings}) n`
    const { services, close } = await inventedServices({ databaseUrl: url, redisUrl: watched.url }, [])
    const redis = new Redis(watched.urlOf(watched.replica))
    await redis.flushall()
    const began = performance.now()
    await rebuildQueues(services)
    const rebuiltMs = performance.now() - began
    const { wait } = await services.queues.queueOf('fetch-filing').getJobCounts('wait')

    const backups: Backups = {
      store: openBackupStore(pathToFileURL(join(folder, 'store')).href),
      keys: [{ key_id: 'drill', key: Buffer.alloc(32, 3) }],
    }
    const snapshot = await takeRedisSnapshot(backups, { url: watched.url, source: 'queue' })
    const restoring = performance.now()
    const restored = await restoredRedis(join(folder, 'restored'), readRedisSnapshot(backups, snapshot.name))
    const restoredMs = performance.now() - restoring
    const again = new Redis(restored.url)
    const [before, after] = await Promise.all([redis.dbsize(), again.dbsize()])
    again.disconnect()
    redis.disconnect()
    await restored.close()
    await close()

    console.log(
      `of ${found.acknowledged} acknowledged writes the failover lost ${found.lost}: what a queue loses is announced again`,
    )
    report(
      'redis-drill',
      [
        atMost('kill -9 of the primary: pause in writes', found.gapMs / 1_000, 's', 5),
        atLeast('jobs done of those that were taken in', found.jobsDone / found.jobsAsked, 'share', 0.99),
        atMost(
          `FLUSHALL: until all ${filings} unfinished filings are in the queue again`,
          rebuiltMs / 1_000,
          's',
          60,
        ),
        atMost('unfinished filings that are not in the queue', filings - (wait ?? 0), 'filings', 0),
        atMost(
          `snapshot of ${snapshot.plain_bytes} bytes: until an empty Redis has loaded it`,
          restoredMs / 1_000,
          's',
          900,
        ),
        atMost('keys of the snapshot that did not come back', before - after, 'keys', 0),
      ],
      values.json,
    )
  } finally {
    await servers.close()
    await watched.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

// The queue's client goes on calling Sentinels that are gone by now.
process.exit()
