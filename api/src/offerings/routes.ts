import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { OfferingReadStore } from '@sec-latent/core/offerings/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { OFFERING_FORMS, Offering, OfferingList, OfferingQuery } from './schema.ts'

export interface OfferingServices {
  offerings: OfferingReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const offeringRoutes: FastifyPluginAsyncTypebox<OfferingServices> = async (app, services) => {
  const { offerings, entities, coverage, cursors } = services
  app.addSchema(Offering)
  app.addSchema(OfferingList)

  app.get(
    '/offerings',
    {
      config: access({ scopes: ['filings:read'], example: { query: { ticker: 'VGLS', limit: 2 } } }),
      schema: {
        operationId: 'listOfferings',
        summary: 'List offerings of securities',
        description:
          'Offerings exempt from registration (Forms D, C and 1-A with what follows them) and those made by prospectus, with the amounts each document states.',
        tags: ['Events'],
        querystring: OfferingQuery,
        response: { 200: named(OfferingList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik, form_type } = await companyScope(query, page.view.dataset, entities)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, document_id] = (page.after ?? []) as [string?, string?]
      const rows =
        cik?.length === 0
          ? []
          : await offerings.list(
              page.view,
              {
                cik,
                form_type,
                accession_number,
                offering_type: query.offering_type,
                stage: query.stage,
                exemption: query.exemption,
                total_amount_gte: query.total_amount_gte,
                total_amount_lte: query.total_amount_lte,
                accepted_at: rangeOf(query, 'accepted_at'),
              },
              {
                limit: page.limit,
                order: query.sort === 'accepted_at' ? 'asc' : 'desc',
                after: accepted_at && document_id ? { accepted_at, document_id } : undefined,
              },
            )
      const scope = { cik, form_type: form_type ?? [...OFFERING_FORMS], accession_number }
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'offering' as const, ...row })),
          (row) => [row.accepted_at, row.document_id],
        ),
        coverage: await coverage(page.view, { scope, empty: rows.length === 0, extractors: ['offerings'] }),
      }
    },
  )
}
