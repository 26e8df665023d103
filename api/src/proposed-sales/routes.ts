import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { ProposedSaleReadStore } from '@sec-latent/core/proposed-sales/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { PROPOSED_SALE_FORMS, ProposedSale, ProposedSaleList, ProposedSaleQuery } from './schema.ts'

export interface ProposedSaleServices {
  proposedSales: ProposedSaleReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const proposedSaleRoutes: FastifyPluginAsyncTypebox<ProposedSaleServices> = async (app, services) => {
  const { proposedSales, entities, coverage, cursors } = services
  for (const schema of [ProposedSale, ProposedSaleList]) app.addSchema(schema)

  app.get(
    '/proposed-sales',
    {
      config: access({ scopes: ['ownership:read'], example: { query: { ticker: 'TWTI', limit: 2 } } }),
      schema: {
        operationId: 'listProposedSales',
        summary: 'List proposed sales',
        description:
          'Notices of proposed sale (Form 144) of affiliates: what they mean to sell, how they came to it, and what they sold in the past three months.',
        tags: ['Ownership'],
        querystring: ProposedSaleQuery,
        response: { 200: named(ProposedSaleList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik, form_type } = await companyScope(query, page.view.dataset, entities)
      const seller_cik = query.seller_cik?.map((seller) => parseCik(seller) as string)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, document_id] = (page.after ?? []) as [string?, string?]
      const rows =
        cik?.length === 0
          ? []
          : await proposedSales.list(
              page.view,
              {
                issuer_cik: cik,
                seller_cik,
                form_type,
                accession_number,
                accepted_at: rangeOf(query, 'accepted_at'),
                notice_date: rangeOf(query, 'notice_date'),
              },
              {
                limit: page.limit,
                order: query.sort === 'accepted_at' ? 'asc' : 'desc',
                after: accepted_at && document_id ? { accepted_at, document_id } : undefined,
              },
            )
      const scope = {
        cik: cik ?? seller_cik,
        form_type: form_type ?? [...PROPOSED_SALE_FORMS],
        accession_number,
      }
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'proposed_sale' as const, ...row })),
          (row) => [row.accepted_at, row.document_id],
        ),
        coverage: await coverage(page.view, {
          scope,
          empty: rows.length === 0,
          extractors: ['proposed_sales'],
        }),
      }
    },
  )
}
