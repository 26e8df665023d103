import { deadJobStore } from '@sec-latent/core/dead-jobs/store'
import { type JobName, type JobPayload, jobs } from '@sec-latent/core/jobs'
import { isObjectStoreFull } from '@sec-latent/core/objects/store'
import { currentTraceId } from '@sec-latent/core/traces/current'
import { type Span, type SpanOptions, traced } from '@sec-latent/core/traces/tracer'
import { DelayedError, type Job, Worker } from 'bullmq'
import { Value } from 'typebox/value'
import { PermanentFailure, WaitUntil } from './job-errors.ts'
import { type Isolation, JobDied } from './queue/isolation.ts'
import { queueConnection } from './queue/queues.ts'
import type { Services } from './services.ts'

export { PermanentFailure, WaitUntil }

const STORE_FULL_MS = 5_000

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

/** No count of deaths ends a job: what stalls is tried alone, and there it is known what it did. */
const STALLED_WITHOUT_END = 1_000_000

/**
 * A worker for one kind of job. A payload is checked on arrival; errors go to the queue, which retries; after the last
 * attempt, or at once for a permanent failure, the reason is written to Postgres and the job is done with. A job whose process
 * died while it had it is done alone from then on, if there is an `isolation`: one that kills that process too is given up,
 * and those that were only its neighbours are done.
 */
export function startWorker<N extends JobName>(
  definition: JobDefinition<N>,
  services: Services,
  isolation?: Isolation,
): Worker {
  const { config, log, tracer } = services
  async function work(job: Job, token: string | undefined, span: Span | undefined): Promise<void> {
    const started = performance.now()
    const metadata = { job_id: job.id, attempt: job.attemptsMade + 1, deaths: job.stalledCounter }
    try {
      const payload = parsed(definition, job.data)
      if (job.stalledCounter > 0 && isolation) await isolation.run(definition.name, payload)
      else await definition.run(payload, services)
      services.metrics.jobs.inc({ queue: definition.name, outcome: 'done' })
      log.debug({
        action: definition.name,
        trace_id: span?.trace_id ?? currentTraceId() ?? job.id,
        duration_ms: elapsed(started),
        metadata: { ...metadata, ...payload },
      })
    } catch (error) {
      if (isObjectStoreFull(error)) {
        log.warn({ action: 'object-store', status: 'full', message: (error as Error).message })
      }
      const moment = waitOf(error)
      if (moment !== undefined) {
        await job.moveToDelayed(moment, token)
        throw new DelayedError()
      }
      const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1)
      const known = error instanceof PermanentFailure
      if (!known && !lastAttempt && !(error instanceof JobDied) && !(error instanceof BadPayload)) throw error
      const reason = reasonOf(error)
      if (!known) await bury(job, reason, error as Error, services)
      if (!(error instanceof BadPayload)) await definition.fail(job.data as JobPayload<N>, reason, services)
      services.metrics.jobs.inc({ queue: definition.name, outcome: 'failed' })
      span?.set({ 'error.type': reason })
      log.warn({
        action: definition.name,
        status: 'failed',
        trace_id: span?.trace_id ?? currentTraceId() ?? job.id,
        duration_ms: elapsed(started),
        message: String((error as Error).message).slice(0, 500),
        metadata: { ...metadata, reason, ...(error instanceof BadPayload ? {} : (job.data as object)) },
        error: known ? undefined : error,
      })
    } finally {
      services.metrics.jobSeconds.observe({ queue: definition.name }, (performance.now() - started) / 1000)
    }
  }

  const worker = new Worker(
    definition.name,
    async (job: Job, token?: string) => {
      const delayed = await traced(tracer, `process ${definition.name}`, stepOf(job), (span) =>
        work(job, token, span).catch((error: unknown) => {
          // To wait for its moment is no failure.
          if (error instanceof DelayedError) return error
          throw error
        }),
      )
      if (delayed) throw delayed
    },
    {
      connection: queueConnection(config.REDIS_QUEUE_URL),
      concurrency: definition.concurrency(services),
      lockDuration: config.JOB_LOCK_MS,
      stalledInterval: Math.max(1_000, Math.floor(config.JOB_LOCK_MS / 3)),
      maxStalledCount: STALLED_WITHOUT_END,
      drainDelay: 1,
    },
  )
  worker.on('error', (error) => log.warn({ action: 'queue', status: 'error', message: error.message }))
  return worker
}

/** The step that a job is, which follows from whatever announced it. */
function stepOf(job: Job): SpanOptions {
  return {
    kind: 'consumer',
    parent: job.opts.telemetry?.metadata,
    attributes: {
      'messaging.system': 'bullmq',
      'messaging.operation.type': 'process',
      'messaging.destination.name': job.queueName,
      'messaging.message.id': job.id ?? '',
      'latent.attempt': job.attemptsMade + 1,
    },
  }
}

/** What came is no payload of this job: a newer version wrote it, or nobody of ours did. Trying again makes it no better. */
class BadPayload extends Error {
  override name = 'BadPayload'
  readonly reason = 'bad_payload'
}

function parsed<N extends JobName>({ name }: JobDefinition<N>, data: unknown): JobPayload<N> {
  try {
    return Value.Parse(jobs[name], data) as JobPayload<N>
  } catch (cause) {
    throw new BadPayload(`the payload of ${name} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

/** Nobody knows why it failed, or it took a process with it: somebody must look, and can have it done again. */
async function bury(job: Job, reason: string, error: Error, { sql }: Services): Promise<void> {
  await deadJobStore(sql).bury({
    job_name: job.name,
    job_id: job.id ?? '',
    payload: job.data,
    reason,
    error,
    attempts: job.attemptsMade + 1,
    deaths: job.stalledCounter + (error instanceof JobDied ? 1 : 0),
    trace_id: currentTraceId() ?? job.id ?? null,
    first_at: new Date(job.timestamp),
  })
}

/** Until when the work waits without this being an attempt. A full disk may last for hours, and says nothing about a filing. */
function waitOf(error: unknown): number | undefined {
  if (error instanceof WaitUntil) return error.moment
  return isObjectStoreFull(error) ? Date.now() + STORE_FULL_MS : undefined
}

/** A permanent word for the ledger: the reason an error carries, else `internal_error`. */
function reasonOf(error: unknown): string {
  const { reason } = error as { reason?: unknown }
  return typeof reason === 'string' ? reason : 'internal_error'
}

function elapsed(started: number): number {
  return Math.round(performance.now() - started)
}
