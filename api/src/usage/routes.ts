import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  type UsageFilter,
  type UsagePlace,
  type UsageRow,
  usageStore,
} from '@sec-latent/core/metering/usage-store'
import type { Static } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { formatInstant, parseInstant } from '../instants.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import { exportFormatOf, MEDIA_TYPES, rowsAsText } from './export.ts'
import { Usage, UsageList, UsageQuery } from './schema.ts'

export interface UsageServices {
  writing: Writing
  cursors: CursorCodec
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DEFAULT_DAYS = 30
const MAX_DAYS = 400
const EXPORT_PAGE = 1_000
const COLUMNS = [
  'period_start',
  'operation_id',
  'key_id',
  'status',
  'requests',
  'units',
  'errors',
  'finalized',
] as const

export const usageRoutes: FastifyPluginAsyncTypebox<UsageServices> = async (app, { writing, cursors }) => {
  app.addSchema(Usage)
  app.addSchema(UsageList)

  app.get(
    '/usage',
    {
      config: access({
        priority: 'critical',
        scopes: ['usage:read'],
        sessions: true,
        alternatives: {
          [MEDIA_TYPES.csv]: 'All rows of the period with a header row.',
          [MEDIA_TYPES.ndjson]: 'All rows of the period, one JSON object per line.',
        },
      }),
      schema: {
        operationId: 'listUsage',
        summary: 'List usage',
        description:
          'Requests, billed units and errors of the organisation by hour, day or month, optionally by operation, key and status. A few seconds behind. Rows that are `finalized` no longer change and are what invoices are made of.',
        tags: ['Account'],
        querystring: UsageQuery,
        response: { 200: named(UsageList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const filter = filterOf(accountOf(request).organisation_id, query, page.view.as_of)
      const read = (after: UsagePlace | undefined, limit: number) =>
        writing.read(request, (tx) => usageStore(tx).list(filter, { after, limit }))
      reply.header('cache-control', 'no-store')
      const format = exportFormatOf(query.format, request.headers.accept)
      if (format !== 'json') {
        reply.type(MEDIA_TYPES[format])
        // The serialiser of the list is for JSON; a stream passes it by.
        return Readable.from(rowsAsText(everyRow(read), COLUMNS, format)) as never
      }
      const [period_start, operation_id, key_id, status] = (page.after ?? []) as [
        string?,
        string?,
        string?,
        number?,
      ]
      const after =
        period_start === undefined
          ? undefined
          : { period_start, operation_id: operation_id ?? '', key_id: key_id ?? '', status: status ?? 0 }
      const rows = await read(after, page.limit)
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'usage' as const, ...row })),
          (row) => Object.values(placeOf(row)),
        ),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )
}

function filterOf(organisation_id: string, query: Static<typeof UsageQuery>, asOf: string): UsageFilter {
  const to = query.to === undefined ? Date.parse(asOf) + HOUR_MS : (parseInstant(query.to) as number)
  const from = query.from === undefined ? to - DEFAULT_DAYS * DAY_MS : (parseInstant(query.from) as number)
  if (from >= to) throw ProblemError.parameter('from', 'from must be before to.')
  if (to - from > MAX_DAYS * DAY_MS) {
    throw ProblemError.parameter('from', `from and to may be at most ${MAX_DAYS} days apart.`)
  }
  return {
    organisation_id,
    from: formatInstant(Math.floor(from / HOUR_MS) * HOUR_MS),
    to: formatInstant(to),
    granularity: query.granularity ?? 'day',
    by_operation: query.group_by?.includes('operation') ?? false,
    by_key: query.group_by?.includes('key') ?? false,
    by_status: query.group_by?.includes('status') ?? false,
    key_id: query.key_id,
    operation_id: query.operation_id,
    status: query.status?.map(Number),
  }
}

/** Page after page, so that neither memory nor a transaction grows with the length of the answer. */
async function* everyRow(
  read: (after: UsagePlace | undefined, limit: number) => Promise<UsageRow[]>,
): AsyncGenerator<UsageRow> {
  let after: UsagePlace | undefined
  for (;;) {
    const rows = await read(after, EXPORT_PAGE)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < EXPORT_PAGE) return
    after = placeOf(last)
  }
}

function placeOf({ period_start, operation_id, key_id, status }: UsageRow): UsagePlace {
  return { period_start, operation_id: operation_id ?? '', key_id: key_id ?? '', status: status ?? 0 }
}
