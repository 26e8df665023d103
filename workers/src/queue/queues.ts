import { type JobName, jobs } from '@sec-latent/core/jobs'
import type { Announcement } from '@sec-latent/core/outbox/store'
import { type JobsOptions, Queue } from 'bullmq'

const ATTEMPTS = 6
const FIRST_RETRY_MS = 1_000

/**
 * Postgres remembers what became of every filing, so the queue keeps nothing of a job that ended: a job id is free again
 * at once, and the reconciler may announce the same work any time.
 */
export const JOB_OPTIONS: JobsOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: FIRST_RETRY_MS, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: true,
}

/**
 * Work on a filing that was answered before and must be answered again. While it waits, further reasons for it change
 * nothing, so a company whose history arrives in any order is read a few times over, not once for every filing of it. A job
 * with a priority comes after all that have none.
 */
const AGAIN: JobsOptions = { delay: 2_000, priority: 10 }

/** The connection settings BullMQ needs: it waits for Redis instead of failing, and finds hosts of either IP family. */
export function queueConnection(url: string) {
  const { hostname, port, username, password, pathname, protocol } = new URL(url)
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    db: Number(pathname.slice(1) || 0),
    family: 0,
    maxRetriesPerRequest: null,
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  }
}

/** One queue per job name. */
export function openQueues(redisUrl: string) {
  const connection = queueConnection(redisUrl)
  const names = Object.keys(jobs) as JobName[]
  const queues = new Map(names.map((name) => [name, new Queue(name, { connection })]))
  for (const queue of queues.values()) queue.on('error', () => {})

  const queueOf = (name: JobName): Queue => {
    const queue = queues.get(name)
    if (!queue) throw new Error(`no queue is named ${name}`)
    return queue
  }

  return {
    queueOf,
    /** Adds jobs; one that waits or runs under the same id already is not added again. */
    async add(announcements: Announcement[]): Promise<void> {
      for (const [name, group] of groupByName(announcements)) {
        await queueOf(name).addBulk(
          group.map(({ payload, job_id }) => ({ name, data: payload, opts: optionsOf(payload, job_id) })),
        )
      }
    },
    async depths(): Promise<Record<string, Record<string, number>>> {
      const entries = [...queues].map(async ([name, queue]) => [name, await queue.getJobCounts()] as const)
      return Object.fromEntries(await Promise.all(entries))
    },
    async close(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}

export type Queues = ReturnType<typeof openQueues>

function optionsOf(payload: object, jobId: string): JobsOptions {
  const again = 'again' in payload && payload.again === true
  return { ...JOB_OPTIONS, jobId, ...(again ? AGAIN : {}) }
}

function groupByName(announcements: Announcement[]): Map<JobName, Announcement[]> {
  const groups = new Map<JobName, Announcement[]>()
  for (const one of announcements) {
    const group = groups.get(one.job_name)
    if (group) group.push(one)
    else groups.set(one.job_name, [one])
  }
  return groups
}
