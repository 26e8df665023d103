import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { SubsidiaryReadStore } from '@sec-latent/core/subsidiaries/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { SUBSIDIARY_FORMS, Subsidiary, SubsidiaryList, SubsidiaryQuery } from './schema.ts'

export interface SubsidiaryServices {
  subsidiaries: SubsidiaryReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const subsidiaryRoutes: FastifyPluginAsyncTypebox<SubsidiaryServices> = async (app, services) => {
  const { subsidiaries, entities, coverage, cursors } = services
  app.addSchema(Subsidiary)
  app.addSchema(SubsidiaryList)

  app.get(
    '/subsidiaries',
    {
      config: access({ scopes: ['entities:read'], example: { query: { ticker: 'TWTI', limit: 2 } } }),
      schema: {
        operationId: 'listSubsidiaries',
        summary: 'List subsidiaries',
        description:
          'Subsidiaries out of Exhibit 21, year by year, each with its row in the text of the exhibit.',
        tags: ['Entities'],
        querystring: SubsidiaryQuery,
        response: { 200: named(SubsidiaryList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik, form_type } = await companyScope(query, page.view.dataset, entities)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, document_id, position] = (page.after ?? []) as [string?, string?, number?]
      const after =
        accepted_at && document_id && position !== undefined
          ? { accepted_at, document_id, position }
          : undefined
      const { name, jurisdiction } = query
      const rows =
        cik?.length === 0
          ? []
          : await subsidiaries.list(
              page.view,
              {
                cik,
                form_type,
                accession_number,
                name,
                jurisdiction,
                accepted_at: rangeOf(query, 'accepted_at'),
              },
              { limit: page.limit, order: query.sort === 'accepted_at' ? 'asc' : 'desc', after },
            )
      const scope = { cik, form_type: form_type ?? [...SUBSIDIARY_FORMS], accession_number }
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'subsidiary' as const, ...row })),
          (row) => [row.accepted_at, row.document_id, row.position],
        ),
        coverage: await coverage(page.view, {
          scope,
          empty: rows.length === 0,
          extractors: ['subsidiaries'],
        }),
      }
    },
  )
}
