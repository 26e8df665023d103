import { type JobName, type JobPayload, jobs } from '@sec-latent/core/jobs'
import { DelayedError, type Job, Worker } from 'bullmq'
import { Value } from 'typebox/value'
import { PermanentFailure } from './permanent-failure.ts'
import { queueConnection } from './queue/queues.ts'
import type { Services } from './services.ts'

export { PermanentFailure }

/** The work must wait for a moment that is known; the wait is not an attempt. */
export class WaitUntil extends Error {
  override name = 'WaitUntil'
  readonly moment: number
  constructor(moment: number, detail: string) {
    super(detail)
    this.moment = moment
  }
}

export interface JobDefinition<N extends JobName = JobName> {
  name: N
  concurrency: (services: Services) => number
  run(payload: JobPayload<N>, services: Services): Promise<void>
  /** Writes down that the work failed for good. */
  fail(payload: JobPayload<N>, reason: string, services: Services): Promise<void>
}

export function defineJob<N extends JobName>(definition: JobDefinition<N>): JobDefinition<N> {
  return definition
}

/**
 * A worker for one kind of job. A payload is checked on arrival; errors go to the queue, which retries; after the last
 * attempt, or at once for a permanent failure, the reason is written to Postgres and the job is done with.
 */
export function startWorker<N extends JobName>(definition: JobDefinition<N>, services: Services): Worker {
  const { config, log } = services
  const worker = new Worker(
    definition.name,
    async (job: Job, token?: string) => {
      const started = performance.now()
      const payload = Value.Parse(jobs[definition.name], job.data) as JobPayload<N>
      const metadata = { job_id: job.id, attempt: job.attemptsMade + 1, ...(payload as object) }
      try {
        await definition.run(payload, services)
        services.metrics.jobs.inc({ job: definition.name, outcome: 'done' })
        log.debug({ action: definition.name, trace_id: job.id, duration_ms: elapsed(started), metadata })
      } catch (error) {
        if (error instanceof WaitUntil) {
          await job.moveToDelayed(error.moment, token)
          throw new DelayedError()
        }
        const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1)
        const permanent = error instanceof PermanentFailure
        if (!permanent && !lastAttempt) throw error
        const reason = reasonOf(error)
        await definition.fail(payload, reason, services)
        services.metrics.jobs.inc({ job: definition.name, outcome: 'failed' })
        log.warn({
          action: definition.name,
          status: 'failed',
          trace_id: job.id,
          duration_ms: elapsed(started),
          message: String((error as Error).message).slice(0, 500),
          metadata: { ...metadata, reason },
        })
      } finally {
        services.metrics.jobSeconds.observe({ job: definition.name }, (performance.now() - started) / 1000)
      }
    },
    {
      connection: queueConnection(config.REDIS_QUEUE_URL),
      concurrency: definition.concurrency(services),
      lockDuration: config.JOB_LOCK_MS,
      stalledInterval: Math.max(1_000, Math.floor(config.JOB_LOCK_MS / 3)),
      // A job that outlives its worker is a worker that was killed; Postgres says whether the work is still due.
      maxStalledCount: 10,
      drainDelay: 1,
    },
  )
  worker.on('error', (error) => log.warn({ action: 'queue', status: 'error', message: error.message }))
  return worker
}

/** A permanent word for the ledger: the reason an error carries, else `internal_error`. */
function reasonOf(error: unknown): string {
  const { reason } = error as { reason?: unknown }
  return typeof reason === 'string' ? reason : 'internal_error'
}

function elapsed(started: number): number {
  return Math.round(performance.now() - started)
}
