import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { workOf } from '@sec-latent/core/customer-jobs/announcement'
import { type CustomerJob, customerJobStore } from '@sec-latent/core/customer-jobs/store'
import type { Queryable } from '@sec-latent/core/db'
import { parseAccessionNumber } from '@sec-latent/core/edgar/accession-number'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { ExportFilter, Export as StoredExport } from '@sec-latent/core/exports/export'
import { resources } from '@sec-latent/core/exports/resources'
import { exportStore } from '@sec-latent/core/exports/store'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { announce } from '@sec-latent/core/outbox/store'
import { canonicalJson } from '@sec-latent/core/signals/fingerprint'
import type { Static } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { readFormTypes } from '../filings/form-types.ts'
import { accountOf, momentOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import {
  Export,
  ExportFileContent,
  ExportFileParams,
  ExportList,
  ExportParams,
  ExportQuery,
  ExportRequest,
} from './schema.ts'

export interface ExportServices {
  writing: Writing
  cursors: CursorCodec
  objects: ObjectStore
}

/** Unfinished exports of an organisation. */
const MAX_OPEN = 5
const POLL_SECONDS = 5
const MEDIA_TYPES = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
}

export const exportRoutes: FastifyPluginAsyncTypebox<ExportServices> = async (app, services) => {
  const { writing, cursors, objects } = services
  app.addSchema(Export)
  app.addSchema(ExportList)

  app.post(
    '/exports',
    {
      config: access({
        scopes: ['exports:write'],
        sessions: true,
        cost: 10,
        problems: ['limit_of_objects_reached'],
        answers: { 202: 'The export is being made; `Location` is its job.' },
      }),
      schema: {
        operationId: 'createExport',
        summary: 'Create an export',
        description:
          'Writes all rows that match, as of one moment, into files that can be downloaded for a week: at most 1,000,000 rows, 10,000 per file. The manifest names every file with its SHA-256; the same request at the same `as_of` gives the same bytes.',
        tags: ['Delivery'],
        body: ExportRequest,
        response: { 202: named(Export) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const { organisation_id, dataset } = accountOf(request)
        const { resource, format } = request.body
        const jobs = customerJobStore(tx)
        if ((await jobs.countOpen()) >= MAX_OPEN) {
          throw new ProblemError('limit_of_objects_reached', {
            detail: `At most ${MAX_OPEN} exports of an organisation can be under way at once.`,
          })
        }
        const filter = filterOf(request.body)
        const job = await jobs.create(organisation_id, 'export')
        const made = await exportStore(tx).create({
          ...{ organisation_id, job_id: job.id, dataset, resource, format, filter },
          as_of: momentOf(request.body.as_of),
        })
        await announce(tx, [workOf(job)])
        return {
          status: 202,
          body: served(made, job),
          headers: { location: `/v1/jobs/${job.id}`, 'retry-after': String(POLL_SECONDS) },
          audit: {
            action: 'export.created',
            target_type: 'export',
            target_id: made.id,
            before: null,
            after: { resource, format, filter: made.filter as Record<string, unknown>, as_of: made.as_of },
          },
        }
      }),
  )

  app.get(
    '/exports',
    {
      config: access({ scopes: ['exports:read'], sessions: true }),
      schema: {
        operationId: 'listExports',
        summary: 'List exports',
        description: 'Exports of the organisation, latest first.',
        tags: ['Delivery'],
        querystring: ExportQuery,
        response: { 200: named(ExportList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after?.[0] as string | undefined
      const rows = await writing.read(request, async (tx) => {
        const made = await exportStore(tx).list({ after, limit: page.limit })
        return await Promise.all(made.map(async (one) => served(one, await jobOf(tx, one))))
      })
      reply.header('cache-control', 'no-store')
      return { ...page.finish(rows, (one) => [one.id]), coverage: ownRecords(rows.length === 0) }
    },
  )

  app.get(
    '/exports/:export_id',
    {
      config: access({ scopes: ['exports:read'], sessions: true, problems: ['export_not_found'] }),
      schema: {
        operationId: 'getExport',
        summary: 'Get an export',
        description: 'An export with its files, when they are made.',
        tags: ['Delivery'],
        params: ExportParams,
        response: { 200: named(Export) },
      },
    },
    async (request, reply) => {
      const [one, job] = await find(request, request.params.export_id)
      reply.header('cache-control', 'no-store')
      return served(one, job)
    },
  )

  app.get(
    '/exports/:export_id/files/:name',
    {
      config: access({
        scopes: ['exports:read'],
        sessions: true,
        problems: ['export_not_found', 'job_not_finished', 'object_unavailable'],
        alternatives: {
          'application/x-ndjson': 'A file of an export in NDJSON.',
          'text/csv': 'A file of an export in CSV.',
          'application/vnd.apache.parquet': 'A file of an export in Parquet.',
        },
      }),
      schema: {
        operationId: 'downloadExportFile',
        summary: 'Download a file of an export',
        description:
          'The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.',
        tags: ['Delivery'],
        params: ExportFileParams,
        response: { 200: ExportFileContent },
      },
    },
    async (request, reply) => {
      const { export_id, name } = request.params
      const [one, job] = await find(request, export_id)
      if (job.status === 'queued' || job.status === 'running') {
        throw new ProblemError('job_not_finished', { headers: { 'retry-after': String(POLL_SECONDS) } })
      }
      const file = one.manifest?.files.find((each) => each.name === name)
      const expired = Date.parse(one.expires_at) <= Date.now()
      if (!one.manifest || expired || (!file && name !== 'manifest.json'))
        throw new ProblemError('export_not_found')
      const bytes = file ? await objects.get(file.sha256) : Buffer.from(canonicalJson(one.manifest as never))
      if (!bytes) throw new ProblemError('object_unavailable')
      const digest = Buffer.from(file?.sha256 ?? one.manifest_sha256 ?? '', 'hex').toString('base64')
      reply.header('content-type', file ? MEDIA_TYPES[one.format] : 'application/json; charset=utf-8')
      reply.header('cache-control', 'no-store').header('repr-digest', `sha-256=:${digest}:`)
      reply.header('content-disposition', `attachment; filename="${one.id}-${name}"`)
      return reply.send(bytes)
    },
  )

  async function find(
    request: Parameters<Writing['read']>[0],
    id: string,
  ): Promise<[StoredExport, CustomerJob]> {
    return await writing.read(request, async (tx) => {
      const one = await exportStore(tx).find(id)
      if (!one) throw new ProblemError('export_not_found')
      return [one, await jobOf(tx, one)]
    })
  }
}

async function jobOf(tx: Queryable, { job_id }: StoredExport): Promise<CustomerJob> {
  const job = await customerJobStore(tx).find(job_id)
  if (!job) throw new Error(`the export has no job ${job_id}`)
  return job
}

function filterOf({ resource, filter = {} }: Static<typeof ExportRequest>): ExportFilter {
  const { accepted_at_gte, accepted_at_lt, cik, accession_number, form_type, ...rest } = filter
  const wanted: ExportFilter = {
    ...rest,
    ...(cik ? { cik: cik.map((one) => parseCik(one) as string) } : {}),
    ...(accession_number
      ? { accession_number: accession_number.map((one) => parseAccessionNumber(one) as string) }
      : {}),
    ...(form_type ? { form_type: readFormTypes(form_type) as string[] } : {}),
    ...(accepted_at_gte || accepted_at_lt
      ? { accepted_at: { gte: accepted_at_gte, lt: accepted_at_lt } }
      : {}),
  }
  const known = resources[resource].filters
  const unknown = (Object.keys(wanted) as (keyof ExportFilter)[]).filter((name) => !known.includes(name))
  if (unknown.length === 0) return wanted
  throw new ProblemError('invalid_field', {
    detail: `${resource} cannot be filtered by ${unknown.join(', ')}.`,
    errors: unknown.map((name) => ({
      pointer: `/filter/${name}`,
      code: 'invalid_field' as const,
      detail: `${resource} cannot be filtered by ${name}.`,
      allowed: [...known],
    })),
  })
}

/** An export as it is served. */
function served({ organisation_id: _, dataset: __, manifest, ...one }: StoredExport, job: CustomerJob) {
  const { accepted_at, ...filter } = one.filter
  return {
    object: 'export' as const,
    ...one,
    filter: {
      ...filter,
      ...(accepted_at?.gte ? { accepted_at_gte: accepted_at.gte } : {}),
      ...(accepted_at?.lt ? { accepted_at_lt: accepted_at.lt } : {}),
    },
    status: job.status,
    rows: manifest?.rows ?? null,
    files: (manifest?.files ?? []).map((file) => ({
      ...file,
      url: `/v1/exports/${one.id}/files/${file.name}`,
    })),
    columns: manifest?.columns ?? [],
  }
}
