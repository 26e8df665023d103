import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type CustomerJob, customerJobStore } from '@sec-latent/core/customer-jobs/store'
import type { Queryable } from '@sec-latent/core/db'
import { exportStore } from '@sec-latent/core/exports/store'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import { Job, JobList, JobParams, JobQuery } from './schema.ts'

export interface JobServices {
  writing: Writing
  cursors: CursorCodec
}

const POLL_SECONDS = 5

export const jobRoutes: FastifyPluginAsyncTypebox<JobServices> = async (app, { writing, cursors }) => {
  app.addSchema(Job)
  app.addSchema(JobList)

  app.get(
    '/jobs',
    {
      config: access({ scopes: ['jobs:read'], sessions: true }),
      schema: {
        operationId: 'listJobs',
        summary: 'List jobs',
        description: 'What was asked for and outlasts a request, latest first.',
        tags: ['Delivery'],
        querystring: JobQuery,
        response: { 200: named(JobList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after?.[0] as string | undefined
      const rows = await writing.read(request, async (tx) => {
        const jobs = await customerJobStore(tx).list({ after, limit: page.limit })
        return await Promise.all(jobs.map((job) => served(tx, job)))
      })
      reply.header('cache-control', 'no-store')
      return { ...page.finish(rows, (job) => [job.id]), coverage: ownRecords(rows.length === 0) }
    },
  )

  app.get(
    '/jobs/:job_id',
    {
      config: access({ scopes: ['jobs:read'], sessions: true, problems: ['job_not_found'] }),
      schema: {
        operationId: 'getJob',
        summary: 'Get a job',
        description: 'How far a job is. While it is not finished `Retry-After` says when to ask again.',
        tags: ['Delivery'],
        params: JobParams,
        response: { 200: named(Job) },
      },
    },
    async (request, reply) => {
      const job = await writing.read(request, async (tx) => {
        const found = await customerJobStore(tx).find(request.params.job_id)
        return found && (await served(tx, found))
      })
      if (!job) throw new ProblemError('job_not_found')
      if (job.finished_at === null) reply.header('retry-after', String(POLL_SECONDS))
      reply.header('cache-control', 'no-store')
      return job
    },
  )

  app.delete(
    '/jobs/:job_id',
    {
      config: access({ scopes: ['jobs:write'], sessions: true, problems: ['job_not_found'] }),
      schema: {
        operationId: 'cancelJob',
        summary: 'Cancel a job',
        description: 'Ends a job before its time. One that has ended already stays as it is.',
        tags: ['Delivery'],
        params: JobParams,
        response: { 200: named(Job) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const jobs = customerJobStore(tx)
        const before = await jobs.find(request.params.job_id)
        if (!before) throw new ProblemError('job_not_found')
        const after = (await jobs.cancel(before.id)) ?? before
        return {
          status: 200,
          body: await served(tx, after),
          audit:
            after === before
              ? []
              : {
                  action: 'job.cancelled',
                  target_type: 'job',
                  target_id: before.id,
                  before: { status: before.status },
                  after: { status: after.status },
                },
        }
      }),
  )
}

/** A job as it is served. */
export async function served(tx: Queryable, { organisation_id: _, ...job }: CustomerJob) {
  const made = await exportStore(tx).findByJob(job.id)
  return { object: 'job' as const, ...job, result_url: made ? `/v1/exports/${made.id}` : null }
}
