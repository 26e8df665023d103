import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { intakeStore } from '@sec-latent/core/intake/store'
import { testDatabase } from '@sec-latent/core/testing/database'
import { testRedis } from '@sec-latent/core/testing/redis'
import { expect, test } from 'vitest'
import { openQueues } from './queue/queues.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FILINGS = 40
const PATIENCE_MS = 90_000

test(
  'a filing that kills the worker each time is given up; every other one is done',
  async () => {
    const [database, redis] = await Promise.all([testDatabase(), testRedis({ own: true })])
    const accessions = Array.from(
      { length: FILINGS },
      (_, n) => `0009990001-24-${String(n).padStart(6, '0')}`,
    )
    const queues = openQueues(redis.url)
    let worker: ChildProcess | undefined
    let deaths = 0
    let running = true
    const start = () => {
      worker = spawn(process.execPath, ['--import', 'tsx', 'workers/src/testing/poison-worker.ts'], {
        cwd: ROOT,
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH ?? '',
          DATABASE_URL: database.url,
          REDIS_QUEUE_URL: redis.url,
          REDIS_CACHE_URL: redis.url,
          OBJECT_STORE_URL: 'file:///nowhere',
          JOB_LOCK_MS: '1000',
          LOG_LEVEL: 'silent',
        },
      })
      worker.once('exit', (code) => {
        if (code === 9) deaths += 1
        if (running) start()
      })
    }
    try {
      await intakeStore(database.sql).record(
        'test',
        'full_index',
        accessions.map((accession_number) => ({
          accession_number,
          cik: '0009990001',
          form_type: '8-K',
          filing_date: '2024-05-01',
          company_name: null,
        })),
      )
      await queues.add(
        accessions.map((accession_number) => ({
          job_name: 'parse-filing' as const,
          job_id: `parse-filing.${accession_number}`,
          payload: { dataset: 'test' as const, accession_number },
        })),
      )
      start()
      const ended = async () => {
        const rows = await database.sql<{ company_name: string | null }[]>`
        select company_name from intake order by accession_number`
        return rows.map((row) => row.company_name?.trim() ?? null)
      }
      const deadline = Date.now() + PATIENCE_MS
      while ((await ended()).includes(null) && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      const [poison, ...others] = await ended()
      expect(poison).toBe('worker_died')
      for (const other of others) expect(other).toMatch(/^done/)
      expect(deaths).toBeLessThanOrEqual(4)
    } finally {
      running = false
      worker?.kill('SIGKILL')
      if (worker && worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit')
      await queues.close()
      await Promise.all([database.close(), redis.close()])
    }
  },
  PATIENCE_MS + 30_000,
)
