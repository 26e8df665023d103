import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { csvHeader, csvRow, exportLine } from '@sec-latent/core/audit/export'
import {
  chainProof,
  type AuditEvent as Event,
  listAuditEvents,
  readChain,
  stretchBetween,
} from '@sec-latent/core/audit/read-store'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import { AuditEvent, AuditEventList, AuditEventQuery, AuditExportQuery, AuditProof } from './schema.ts'

export interface AuditEventServices {
  writing: Writing
  cursors: CursorCodec
}

const EVENTS_AT_ONCE = 1_000
const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' }

export const auditEventRoutes: FastifyPluginAsyncTypebox<AuditEventServices> = async (
  app,
  { writing, cursors },
) => {
  app.addSchema(AuditEvent)
  app.addSchema(AuditEventList)
  app.addSchema(AuditProof)

  app.get(
    '/audit-events',
    {
      config: access({ scopes: ['audit:read'], sessions: true }),
      schema: {
        operationId: 'listAuditEvents',
        summary: 'List audit events',
        description:
          'Every change of the state of the organisation: who did what to what, from where, and what it was before. Nothing is ever changed or removed within seven years.',
        tags: ['Account'],
        querystring: AuditEventQuery,
        response: { 200: named(AuditEventList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      refuseEmptyRange(query)
      const page = pageOf(request, reply, query, cursors)
      const beforeSeq = page.after?.[0] as number | undefined
      const rows = await writing.read(request, (tx) =>
        listAuditEvents(tx, accountOf(request).organisation_id, query, { limit: page.limit, beforeSeq }),
      )
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(toAuditEvent), ({ seq }) => [seq]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/audit-events/proof',
    {
      config: access({ scopes: ['audit:read'], sessions: true }),
      schema: {
        operationId: 'getAuditProof',
        summary: 'Get the proof of the audit log',
        description:
          'Where the chain of hashes ends, and where it ended each time that was signed. Every export in NDJSON has the same in its last line.',
        tags: ['Account'],
        response: { 200: named(AuditProof) },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return await proofFor(request)
    },
  )

  app.get(
    '/audit-events/export',
    {
      config: access({
        scopes: ['audit:read'],
        cost: 10,
        priority: 'low',
        sessions: true,
        alternatives: {
          'application/x-ndjson': 'One event per line with its record, and the proof in the last line.',
          'text/csv':
            'One event per row; cells that a spreadsheet would take for formulas begin with an apostrophe.',
        },
      }),
      schema: {
        operationId: 'downloadAuditEvents',
        summary: 'Download the audit log',
        description:
          'Every event of a stretch of time in its order, with the record its hash covers, so that anybody can check without us that nothing is missing and nothing was altered. An export without its last line was cut off.',
        tags: ['Account'],
        querystring: AuditExportQuery,
        response: {
          200: {
            description: 'The events.',
            content: {
              'application/x-ndjson': { schema: Type.String({ description: 'One JSON object per line.' }) },
              'text/csv': { schema: Type.String({ description: 'A table with a header row.' }) },
            },
          } as never,
        },
      },
    },
    async (request, reply) => {
      const { format = 'ndjson' } = request.query
      refuseEmptyRange(request.query)
      const lines = format === 'csv' ? csvLines(request) : ndjsonLines(request)
      return reply
        .header('cache-control', 'no-store')
        .header('content-type', `${MEDIA_TYPES[format]}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="audit-events.${format}"`)
        .send(Readable.from(lines, { objectMode: false }) as never)
    },
  )

  async function* ndjsonLines(request: FastifyRequest): AsyncGenerator<string> {
    for await (const events of stretchOf(request)) yield events.map(exportLine).join('')
    yield `${JSON.stringify(await proofFor(request))}\n`
  }

  async function* csvLines(request: FastifyRequest): AsyncGenerator<string> {
    yield csvHeader()
    for await (const events of stretchOf(request)) yield events.map(csvRow).join('')
  }

  /** The events a request asks for, some at a time and each time in a transaction of its own: downloads may be slow. */
  async function* stretchOf(request: FastifyRequest) {
    const { organisation_id } = accountOf(request)
    const range = request.query as { from?: string; to?: string }
    const stretch = await writing.read(request, (tx) => stretchBetween(tx, organisation_id, range))
    if (!stretch) return
    let afterSeq = stretch.first - 1
    while (afterSeq < stretch.last) {
      const page = { afterSeq, toSeq: stretch.last, limit: EVENTS_AT_ONCE }
      const events = await writing.read(request, (tx) => readChain(tx, organisation_id, page))
      if (events.length === 0) return
      yield events
      afterSeq = events.at(-1)?.event.seq ?? stretch.last
    }
  }

  async function proofFor(request: FastifyRequest) {
    const { organisation_id } = accountOf(request)
    const proof = await writing.read(request, (tx) => chainProof(tx, organisation_id))
    return { object: 'audit_proof' as const, organisation_id, ...proof }
  }
}

function refuseEmptyRange({ from, to }: { from?: string; to?: string }): void {
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)) {
    throw ProblemError.parameter('from', 'from must be before to.')
  }
}

function toAuditEvent(event: Event) {
  return { object: 'audit_event' as const, ...event }
}
