import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Queryable } from '@sec-latent/core/db'
import { bundlePlace } from '@sec-latent/core/privacy/serve'
import {
  cancelPrivacyRequest,
  findPrivacyRequest,
  insertPrivacyRequest,
  isMember,
  listPrivacyRequests,
  type PrivacyKind,
  type PrivacyRequest,
  sealedBundle,
} from '@sec-latent/core/privacy/store'
import type { Sealer } from '@sec-latent/core/secrets/seal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import {
  Erasure,
  ErasureList,
  ErasureParams,
  ExportParams,
  NewErasure,
  NewPrivacyExport,
  PrivacyBundle,
  PrivacyExport,
  PrivacyExportList,
  PrivacyQuery,
} from './schema.ts'

export interface PrivacyServices {
  writing: Writing
  sealer: Sealer
  cursors: CursorCodec
}

/** The law gives a month. */
const EXPORT_DUE_DAYS = 30
const GRACE_DAYS = 7

export const privacyRoutes: FastifyPluginAsyncTypebox<PrivacyServices> = async (
  app,
  { writing, sealer, cursors },
) => {
  for (const schema of [PrivacyExport, PrivacyExportList, Erasure, ErasureList, PrivacyBundle])
    app.addSchema(schema)
  const READ = { scopes: ['privacy:admin'] as ['privacy:admin'], sessions: true }

  app.post(
    '/privacy/exports',
    {
      config: access({
        ...READ,
        cost: 10,
        problems: ['member_not_found'],
        answers: { 202: 'The request; the bundle follows.' },
      }),
      schema: {
        operationId: 'createPrivacyExport',
        summary: 'Ask for all data about somebody',
        description:
          'Everything that is held about the organisation or one of its people, as one JSON document, usually within a minute. It can be downloaded for seven days.',
        tags: ['Account'],
        body: NewPrivacyExport,
        response: { 202: named(PrivacyExport) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const made = await insert(tx, request, 'export', EXPORT_DUE_DAYS)
        return {
          status: 202,
          body: toExport(made),
          headers: { location: `/v1/privacy/exports/${made.id}` },
          audit: changed('privacy_export.requested', made),
        }
      }),
  )

  app.get(
    '/privacy/exports',
    {
      config: access(READ),
      schema: {
        operationId: 'listPrivacyExports',
        summary: 'List exports of personal data',
        description: 'The exports that were asked for, and whether they are there.',
        tags: ['Account'],
        querystring: PrivacyQuery,
        response: { 200: named(PrivacyExportList) },
      },
    },
    async (request, reply) => await list(request, reply, 'export', toExport),
  )

  app.get(
    '/privacy/exports/:privacy_export_id',
    {
      config: access({ ...READ, problems: ['privacy_request_not_found'] }),
      schema: {
        operationId: 'getPrivacyExport',
        summary: 'Get an export of personal data',
        description: 'Whether the bundle is there, and until when.',
        tags: ['Account'],
        params: ExportParams,
        response: { 200: named(PrivacyExport) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return toExport(await found(request, 'export', request.params.privacy_export_id))
    },
  )

  app.get(
    '/privacy/exports/:privacy_export_id/bundle',
    {
      config: access({ ...READ, problems: ['privacy_request_not_found', 'job_not_finished'] }),
      schema: {
        operationId: 'downloadPrivacyExport',
        summary: 'Download an export of personal data',
        description: 'The bundle itself.',
        tags: ['Account'],
        params: ExportParams,
        response: { 200: named(PrivacyBundle) },
      },
    },
    async (request, reply) => {
      const { id, status, organisation_id } = await found(request, 'export', request.params.privacy_export_id)
      if (status === 'pending')
        throw new ProblemError('job_not_finished', { headers: { 'retry-after': '30' } })
      const sealed = await writing.read(request, (tx) => sealedBundle(tx, organisation_id, id))
      if (sealed === undefined) throw new ProblemError('privacy_request_not_found')
      reply.header('cache-control', 'no-store')
      reply.header('content-disposition', `attachment; filename="${id}.json"`)
      return JSON.parse(sealer.open(sealed, bundlePlace(id)))
    },
  )

  app.post(
    '/privacy/erasures',
    {
      config: access({
        ...READ,
        problems: ['member_not_found'],
        answers: { 202: 'The request; it is done when its grace is over.' },
      }),
      schema: {
        operationId: 'createErasure',
        summary: 'Erase the organisation or a person',
        description:
          'Ends what is held about the organisation, or about one of its people, after a time of grace. Rows are removed; what is personal in the audit log becomes unreadable, because its key is destroyed, and the chain still verifies. A person who belongs to other organisations keeps the account there.',
        tags: ['Account'],
        body: NewErasure,
        response: { 202: named(Erasure) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const made = await insert(tx, request, 'erasure', request.body.grace_days ?? GRACE_DAYS)
        return {
          status: 202,
          body: toErasure(made),
          headers: { location: `/v1/privacy/erasures/${made.id}` },
          audit: changed('privacy_erasure.requested', made),
        }
      }),
  )

  app.get(
    '/privacy/erasures',
    {
      config: access(READ),
      schema: {
        operationId: 'listErasures',
        summary: 'List erasures',
        description: 'The erasures that were asked for, and how far they are.',
        tags: ['Account'],
        querystring: PrivacyQuery,
        response: { 200: named(ErasureList) },
      },
    },
    async (request, reply) => await list(request, reply, 'erasure', toErasure),
  )

  app.get(
    '/privacy/erasures/:erasure_id',
    {
      config: access({ ...READ, problems: ['privacy_request_not_found'] }),
      schema: {
        operationId: 'getErasure',
        summary: 'Get an erasure',
        description: 'How far an erasure is, and what it removed.',
        tags: ['Account'],
        params: ErasureParams,
        response: { 200: named(Erasure) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return toErasure(await found(request, 'erasure', request.params.erasure_id))
    },
  )

  app.delete(
    '/privacy/erasures/:erasure_id',
    {
      config: access({
        ...READ,
        problems: ['privacy_request_not_found'],
        answers: { 204: 'The erasure is cancelled.' },
      }),
      schema: {
        operationId: 'cancelErasure',
        summary: 'Cancel an erasure',
        description:
          'Takes an erasure back while its grace lasts. One that was done or cancelled is not found.',
        tags: ['Account'],
        params: ErasureParams,
        response: { 204: Type.Null({ description: 'Nothing more to say.' }) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const { organisation_id } = accountOf(request)
        const cancelled = await cancelPrivacyRequest(tx, organisation_id, request.params.erasure_id)
        if (!cancelled) throw new ProblemError('privacy_request_not_found')
        return {
          status: 204,
          body: undefined as never,
          audit: changed('privacy_erasure.cancelled', cancelled),
        }
      }),
  )

  async function found(request: FastifyRequest, kind: PrivacyKind, id: string): Promise<PrivacyRequest> {
    const { organisation_id } = accountOf(request)
    const row = await writing.read(request, (tx) => findPrivacyRequest(tx, organisation_id, kind, id))
    if (!row) throw new ProblemError('privacy_request_not_found')
    return row
  }

  async function list<R>(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: PrivacyKind,
    to: (row: PrivacyRequest) => R & { id: string },
  ) {
    const page = pageOf(request, reply, request.query as { limit?: number; cursor?: string }, cursors)
    const before = page.after?.[0] as string | undefined
    const { organisation_id } = accountOf(request)
    const rows = await writing.read(request, (tx) =>
      listPrivacyRequests(tx, organisation_id, kind, { limit: page.limit, before }),
    )
    reply.header('cache-control', 'no-store')
    return { ...page.finish(rows.map(to), ({ id }) => [id]), coverage: ownRecords(rows.length === 0) }
  }
}

/** Writes the request down. A person must be a member of the organisation that asks. */
async function insert(
  tx: Queryable,
  request: FastifyRequest,
  kind: PrivacyKind,
  days: number,
): Promise<PrivacyRequest> {
  const { organisation_id, actor } = accountOf(request)
  const { subject_type, user_id } = request.body as {
    subject_type: 'organisation' | 'user'
    user_id?: string
  }
  if (subject_type === 'user' && (user_id === undefined || !(await isMember(tx, organisation_id, user_id)))) {
    throw new ProblemError('member_not_found', {
      detail: 'The organisation has no member with this `user_id`.',
    })
  }
  const subject_id = subject_type === 'user' ? (user_id as string) : organisation_id
  return await insertPrivacyRequest(
    tx,
    { organisation_id, kind, subject_type, subject_id, requested_by: actor.id },
    days,
  )
}

function changed(action: string, { id, kind, subject_type, subject_id, due_at }: PrivacyRequest) {
  return {
    action,
    target_type: `privacy_${kind}`,
    target_id: id,
    before: null,
    after: { subject_type, subject_id, due_at },
  }
}

function toExport({ organisation_id: _, kind: _kind, result: _result, ...row }: PrivacyRequest) {
  return { object: 'privacy_export' as const, ...row, status: row.status as 'pending' | 'completed' }
}

function toErasure({ organisation_id: _, kind: _kind, bundle_expires_at: _expiry, ...row }: PrivacyRequest) {
  return { object: 'erasure' as const, ...row }
}
