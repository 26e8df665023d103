import { type JobName, jobs } from '@sec-latent/core/jobs'
import { LIVE, PROMOTED } from '@sec-latent/core/outbox/priority'
import type { Announcement } from '@sec-latent/core/outbox/store'
import { redisOptions } from '@sec-latent/core/redis'
import { type Job, type JobsOptions, Queue } from 'bullmq'

const ATTEMPTS = 6
/** The states that say something here: nothing is kept of jobs that ended. */
const STATES = ['waiting', 'prioritized', 'active', 'delayed', 'failed'] as const
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
 * with a priority comes after all that have none; one that follows from history comes after the history itself.
 */
const AGAIN_DELAY_MS = 2_000
const AGAIN_PRIORITY = 10

/** The connection settings BullMQ needs: it waits for Redis instead of failing. */
export function queueConnection(url: string) {
  return { ...redisOptions(url), maxRetriesPerRequest: null }
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
        const jobs = await queueOf(name).addBulk(
          group.map(({ payload, job_id, traceparent, priority }) => ({
            name,
            data: payload,
            opts: { ...optionsOf(payload, job_id, priority), ...traceOf(traceparent) },
          })),
        )
        const promoted = jobs.filter((_, place) => group[place]?.priority === PROMOTED)
        await Promise.all(promoted.map(toTheFront))
      }
    },
    async depths(): Promise<Record<string, Record<string, number>>> {
      const entries = [...queues].map(
        async ([name, queue]) => [name, await queue.getJobCounts(...STATES)] as const,
      )
      return Object.fromEntries(await Promise.all(entries))
    },
    /** How long the job that waits longest in each queue has been there, in seconds. */
    async oldestAges(): Promise<Record<string, number>> {
      const now = Date.now()
      const entries = [...queues].map(async ([name, queue]) => {
        const [oldest] = await queue.getWaiting(0, 0)
        return [name, oldest ? Math.max(0, now - oldest.timestamp) / 1000 : 0] as const
      })
      return Object.fromEntries(await Promise.all(entries))
    },
    async close(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}

export type Queues = ReturnType<typeof openQueues>

function optionsOf(payload: object, jobId: string, priority: number = LIVE): JobsOptions {
  const again = 'again' in payload && payload.again === true
  if (again) {
    const options = { delay: AGAIN_DELAY_MS, priority: Math.max(AGAIN_PRIORITY, priority + 1) }
    return { ...JOB_OPTIONS, jobId, ...options }
  }
  return { ...JOB_OPTIONS, jobId, ...(priority > PROMOTED ? { priority } : {}) }
}

/** A job that waits among history no longer does. One that ended meanwhile needs nothing. */
async function toTheFront(job: Job): Promise<void> {
  try {
    await job.changePriority({ priority: 0 })
  } catch (error) {
    if (!/Missing key for job/i.test((error as Error).message)) throw error
  }
}

/** Where BullMQ itself would keep it: beside the payload, which stays what the job is about. */
function traceOf(traceparent: string | null | undefined): JobsOptions {
  return traceparent ? { telemetry: { metadata: traceparent } } : {}
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
