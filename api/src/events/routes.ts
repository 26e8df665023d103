import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { EventReadStore } from '@sec-latent/core/events/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { EVENT_FORMS, Event, EventList, EventQuery } from './schema.ts'

export interface EventServices {
  events: EventReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const eventRoutes: FastifyPluginAsyncTypebox<EventServices> = async (app, services) => {
  const { events, entities, coverage, cursors } = services
  app.addSchema(Event)
  app.addSchema(EventList)

  app.get(
    '/events',
    {
      config: access({ scopes: ['filings:read'], example: { query: { ticker: 'TWTI', limit: 2 } } }),
      schema: {
        operationId: 'listEvents',
        summary: 'List events of current reports',
        description:
          'Items of Form 8-K as typed events, each with the section in which the company tells it. The type follows the item number alone; what was filed under the wrong item is a matter of signals.',
        tags: ['Events'],
        querystring: EventQuery,
        response: { 200: named(EventList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik, form_type } = await companyScope(query, page.view.dataset, entities)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, accession, position] = (page.after ?? []) as [string?, string?, number?]
      const after =
        accepted_at && accession && position !== undefined
          ? { accepted_at, accession_number: accession, position }
          : undefined
      const rows =
        cik?.length === 0
          ? []
          : await events.list(
              page.view,
              {
                cik,
                form_type,
                accession_number,
                event_type: query.event_type,
                item_code: query.item_code,
                event_date: rangeOf(query, 'event_date'),
                accepted_at: rangeOf(query, 'accepted_at'),
              },
              { limit: page.limit, order: query.sort === 'accepted_at' ? 'asc' : 'desc', after },
            )
      const scope = { cik, form_type: form_type ?? [...EVENT_FORMS], accession_number }
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'event' as const, ...row })),
          (row) => [row.accepted_at, row.accession_number, row.position],
        ),
        coverage: await coverage(page.view, { scope, empty: rows.length === 0, extractors: ['events'] }),
      }
    },
  )
}
