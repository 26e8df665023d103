import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { UsageStore } from '@sec-latent/core/accounts/usage-store'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { formatInstant, parseInstant } from '../instants.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { Usage, UsageList, UsageQuery } from './schema.ts'

export interface UsageServices {
  usageStore: UsageStore
  cursors: CursorCodec
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DEFAULT_DAYS = 30
const MAX_DAYS = 400

export const usageRoutes: FastifyPluginAsyncTypebox<UsageServices> = async (app, { usageStore, cursors }) => {
  app.addSchema(Usage)
  app.addSchema(UsageList)

  app.get(
    '/usage',
    {
      config: access({ scopes: ['usage:read'] }),
      schema: {
        operationId: 'listUsage',
        summary: 'List usage',
        description:
          'Requests, units and errors of the organisation by hour or day, optionally by operation and key. At most a few seconds behind.',
        tags: ['Account'],
        querystring: UsageQuery,
        response: { 200: named(UsageList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const to =
        query.to === undefined ? Date.parse(page.view.as_of) + HOUR_MS : (parseInstant(query.to) as number)
      const from =
        query.from === undefined ? to - DEFAULT_DAYS * DAY_MS : (parseInstant(query.from) as number)
      if (from >= to) throw ProblemError.parameter('from', 'from must be before to.')
      if (to - from > MAX_DAYS * DAY_MS) {
        throw ProblemError.parameter('from', `from and to may be at most ${MAX_DAYS} days apart.`)
      }
      const [period_start, operation_id, key_id] = (page.after ?? []) as string[]
      const after =
        period_start === undefined
          ? undefined
          : { period_start, operation_id: operation_id ?? '', key_id: key_id ?? '' }
      const rows = await usageStore.list(
        {
          organisation_id: accountOf(request).organisation_id,
          from: formatInstant(Math.floor(from / HOUR_MS) * HOUR_MS),
          to: formatInstant(to),
          granularity: query.granularity ?? 'day',
          by_operation: query.group_by?.includes('operation') ?? false,
          by_key: query.group_by?.includes('key') ?? false,
          key_id: query.key_id,
          operation_id: query.operation_id,
        },
        { limit: page.limit, after },
      )
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'usage' as const, ...row })),
          (row) => [row.period_start, row.operation_id ?? '', row.key_id ?? ''],
        ),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )
}
