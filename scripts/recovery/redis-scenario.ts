import { setTimeout as sleep } from 'node:timers/promises'
import { redisOptions } from '@sec-latent/core/redis'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { WatchedRedis } from './redis-trio.ts'

const WAIT_MS = 60_000

/** Kills the primary with -9 under a writer and under a queue; both find the new one by the address of the Sentinels. */
export async function redisFailover(watched: WatchedRedis, options: { writes: number; jobs: number }) {
  const connection = { ...redisOptions(watched.url), maxRetriesPerRequest: null }
  const redis = new Redis({
    ...redisOptions(watched.url),
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
  })
  const queue = new Queue('drill', { connection })
  const done = new Set<string>()
  const worker = new Worker('drill', async (job) => void done.add(String(job.id)), {
    connection,
    concurrency: 4,
  })
  redis.on('error', () => {})
  queue.on('error', () => {})
  worker.on('error', () => {})
  const acknowledged: { number: number; at: number }[] = []
  let over = false
  const writing = (async () => {
    for (let number = 0; !over; number++) {
      try {
        await redis.set(`drill:${number}`, '1')
        acknowledged.push({ number, at: performance.now() })
      } catch {
        await sleep(10)
      }
      await sleep(1)
    }
  })()
  const asked: string[] = []
  const adding = (async () => {
    for (let number = 0; number < options.jobs && !over; number++) {
      const jobId = `job-${number}`
      await queue.add('work', {}, { jobId, attempts: 5, removeOnComplete: true }).then(
        () => asked.push(jobId),
        () => {},
      )
      await sleep(2)
    }
  })()
  const until = async (what: string, reached: () => boolean) => {
    const deadline = Date.now() + WAIT_MS
    while (!reached()) {
      if (Date.now() > deadline) throw new Error(`${what} did not come within a minute`)
      await sleep(10)
    }
  }
  try {
    await until('the first writes', () => acknowledged.length >= options.writes && done.size > 0)
    await watched.primary.program.kill()
    const killedAt = performance.now()
    const after = () => acknowledged.filter(({ at }) => at > killedAt + 1)
    await until('writes after the failover', () => after().length >= options.writes)
    const doneBefore = done.size
    await adding
    await until('jobs after the failover', () => done.size > doneBefore || done.size === asked.length)
    over = true
    await writing
    const kept = await redis.exists(...acknowledged.map(({ number }) => `drill:${number}`))
    const address = await redis
      .call('INFO', 'server')
      .then((text) => Number(/tcp_port:(\d+)/.exec(String(text))?.[1]))
    return {
      acknowledged: acknowledged.length,
      /** Allowed: replication does not wait. What a queue loses is announced again from Postgres. */
      lost: acknowledged.length - kept,
      gapMs: (after()[0]?.at ?? Number.POSITIVE_INFINITY) - killedAt,
      jobsAsked: asked.length,
      jobsDone: done.size,
      isOnReplica: address === watched.replica.port,
    }
  } finally {
    over = true
    await Promise.allSettled([writing, adding])
    await worker.close().catch(() => {})
    await queue.close().catch(() => {})
    redis.disconnect()
  }
}
