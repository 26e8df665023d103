import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Sql } from '@sec-latent/core/db'
import { Redis } from 'ioredis'
import { openQueues } from '../../workers/src/queue/queues.ts'
import type { Ground } from './invariant.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const LOCK_MS = 2_000

/** Worker processes whose jobs may be poisonous, started again whenever they end, as a platform does. */
export async function poisonedWorkers(ground: Ground, processes: number) {
  const { url: databaseUrl, sql } = await ground.database()
  const { url: redisUrl } = await ground.redis()
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const queues = openQueues(redisUrl)
  const children: ChildProcess[] = []
  let deaths = 0
  let stopped = false

  function start(index: number): void {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'workers/src/testing/poisoned-worker-main.ts'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          PATH: process.env.PATH ?? '',
          DATABASE_URL: databaseUrl,
          REDIS_QUEUE_URL: redisUrl,
          REDIS_CACHE_URL: redisUrl,
          OBJECT_STORE_URL: `file://${ground.folder('objects')}`,
          JOB_LOCK_MS: String(LOCK_MS),
          LOG_LEVEL: 'warn',
          NODE_OPTIONS: '--max-old-space-size=256',
        },
      },
    )
    child.stderr?.resume()
    children[index] = child
    child.once('exit', () => {
      if (stopped) return
      deaths += 1
      start(index)
    })
  }

  return {
    sql: sql as Sql,
    redis,
    queues,
    deaths: () => deaths,
    start(): void {
      for (let index = 0; index < processes; index++) start(index)
    },
    /** Announces jobs by their names: the part before the dash says what they do. */
    async add(names: string[]): Promise<void> {
      await queues.add(
        names.map((accession_number) => ({
          job_name: 'parse-filing' as const,
          job_id: accession_number,
          payload: { dataset: 'test' as const, accession_number },
        })),
      )
    },
    async count(state: 'done' | 'failed' | 'begun', names: string[]): Promise<number> {
      const values = await redis.mget(names.map((name) => `${state}:${name}`))
      return values.filter((value) => value !== null).length
    },
    async close(): Promise<void> {
      stopped = true
      for (const child of children) child.kill('SIGKILL')
      await queues.close()
      redis.disconnect()
    },
  }
}
