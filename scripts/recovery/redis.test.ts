import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openBackupStore } from '@sec-latent/core/recovery/backup-store'
import {
  expireRedisSnapshots,
  listRedisSnapshots,
  readRedisSnapshot,
  takeRedisSnapshot,
} from '@sec-latent/core/recovery/redis-snapshot'
import type { Backups } from '@sec-latent/core/recovery/settings'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { redisFailover } from './redis-scenario.ts'
import { restoredRedis, type WatchedRedis, watchedRedis } from './redis-trio.ts'

let folder: string
let watched: WatchedRedis
let backups: Backups
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sec-latent-redis-'))
  watched = await watchedRedis(folder)
  backups = {
    store: openBackupStore(pathToFileURL(join(folder, 'store')).href),
    keys: [{ key_id: 'b1', key: Buffer.alloc(32, 3) }],
  }
})
afterAll(async () => {
  await watched?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a snapshot that the Sentinels led to comes back in an empty Redis, and after a week it is gone', async () => {
  const redis = new Redis(watched.urlOf(watched.primary))
  await redis.mset({ one: '1', two: '2', large: 'x'.repeat(300_000) })
  redis.disconnect()
  const snapshot = await takeRedisSnapshot(backups, { url: watched.url, source: 'queue' })
  expect(await listRedisSnapshots(backups, 'queue')).toEqual([
    { name: snapshot.name, source: 'queue', finished_at: snapshot.finished_at },
  ])
  const restored = await restoredRedis(join(folder, 'restored'), readRedisSnapshot(backups, snapshot.name))
  try {
    const again = new Redis(restored.url)
    expect(await again.mget('one', 'two')).toEqual(['1', '2'])
    expect(await again.strlen('large')).toBe(300_000)
    // From now on it keeps what it is told, as a queue must.
    expect(await again.config('GET', 'appendonly')).toEqual(['appendonly', 'yes'])
    again.disconnect()
  } finally {
    await restored.close()
  }
  const later = (days: number) => new Date(Date.parse(snapshot.finished_at) + days * 86_400_000)
  await takeRedisSnapshot(backups, { url: watched.url, source: 'queue' })
  expect(await expireRedisSnapshots(backups, 'queue', later(6.9))).toBe(0)
  expect(await expireRedisSnapshots(backups, 'queue', later(7.1))).toBe(1)
  expect(await listRedisSnapshots(backups, 'queue')).toHaveLength(1)
})

test('a Redis that gives no snapshot is an error, and leaves nothing that could be taken for one', async () => {
  const url = watched.urlOf(watched.primary).replace('a-password', 'another-password')
  await expect(takeRedisSnapshot(backups, { url, source: 'refused' })).rejects.toThrow(/gives no snapshot: /)
  expect(await listRedisSnapshots(backups, 'refused')).toEqual([])
})

test('when the primary is killed, writers and queue find the new one by the address of the Sentinels', async () => {
  const found = await redisFailover(watched, { writes: 50, jobs: 100 })
  expect(found.isOnReplica).toBe(true)
  expect(found.acknowledged).toBeGreaterThanOrEqual(100)
  expect(found.jobsDone).toBeGreaterThan(0)
})
