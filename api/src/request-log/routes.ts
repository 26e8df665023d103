import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { REQUEST_LOG_DAYS } from '@sec-latent/core/metering/delivery-store'
import { requestLogStore } from '@sec-latent/core/metering/request-log-store'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { formatInstant, parseInstant } from '../instants.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import { LoggedRequest, LoggedRequestList, RequestIdParams, RequestLogQuery } from './schema.ts'

export interface RequestLogServices {
  writing: Writing
  cursors: CursorCodec
}

const DAY_MS = 86_400_000

export const requestLogRoutes: FastifyPluginAsyncTypebox<RequestLogServices> = async (
  app,
  { writing, cursors },
) => {
  app.addSchema(LoggedRequest)
  app.addSchema(LoggedRequestList)

  app.get(
    '/usage/requests',
    {
      config: access({ scopes: ['usage:read'], sessions: true }),
      schema: {
        operationId: 'listRequests',
        summary: 'List requests',
        description:
          'The requests of the organisation in the last 30 days, latest first, a few seconds behind. Requests without a valid key belong to nobody and are not in it.',
        tags: ['Account'],
        querystring: RequestLogQuery,
        response: { 200: named(LoggedRequestList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      // The moment of the first page holds for all: what is answered while somebody pages does not move the rows.
      const to = query.to === undefined ? Date.parse(page.view.as_of) + 1 : (parseInstant(query.to) as number)
      const from =
        query.from === undefined ? to - REQUEST_LOG_DAYS * DAY_MS : (parseInstant(query.from) as number)
      if (from >= to) throw ProblemError.parameter('from', 'from must be before to.')
      const [answered_at, request_id] = (page.after ?? []) as [string?, string?]
      const after =
        answered_at === undefined || request_id === undefined ? undefined : { answered_at, request_id }
      const filter = {
        organisation_id: accountOf(request).organisation_id,
        from: formatInstant(from),
        to: formatInstant(to),
        status: query.status?.map(Number),
        key_id: query.key_id,
        operation_id: query.operation_id,
      }
      const rows = await writing.read(request, (tx) =>
        requestLogStore(tx).list(filter, { after, limit: page.limit }),
      )
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'request' as const, ...row })),
          (row) => [row.answered_at, row.request_id],
        ),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/usage/requests/:request_id',
    {
      config: access({ scopes: ['usage:read'], sessions: true, problems: ['request_not_found'] }),
      schema: {
        operationId: 'getRequest',
        summary: 'Get a request',
        description:
          'What became of one request of the organisation in the last 30 days. It is found some seconds after it was answered.',
        tags: ['Account'],
        params: RequestIdParams,
        response: { 200: named(LoggedRequest) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      const found = await writing.read(request, (tx) =>
        requestLogStore(tx).find(organisation_id, request.params.request_id),
      )
      if (!found) throw new ProblemError('request_not_found')
      reply.header('cache-control', 'no-store')
      return { object: 'request' as const, ...found }
    },
  )
}
