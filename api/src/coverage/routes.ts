import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { CoverageStore } from '@sec-latent/core/processing/coverage-store'
import { companyScope } from '../filings/scope.ts'
import { viewOf, wholeList } from '../listing.ts'
import { access, named } from '../openapi.ts'
import type { CoverageReader } from './coverage.ts'
import { CoverageList, CoverageQuery, CoverageRow } from './schema.ts'

export interface CoverageServices {
  coverageStore: CoverageStore
  entities: EntityReadStore
  coverage: CoverageReader
}

export const coverageRoutes: FastifyPluginAsyncTypebox<CoverageServices> = async (app, services) => {
  const { coverageStore, entities, coverage } = services
  app.addSchema(CoverageRow)
  app.addSchema(CoverageList)

  app.get(
    '/coverage',
    {
      config: access({ scopes: ['coverage:read'], example: { query: { cik: '0009990001' } } }),
      schema: {
        operationId: 'listCoverage',
        summary: 'List what is covered',
        description:
          'Filings by form and by how far they are, over everything or for companies and forms. With a company, `coverage.extractors` has the answers of each extractor.',
        tags: ['Change'],
        querystring: CoverageQuery,
        response: { 200: named(CoverageList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const view = viewOf(request, reply, query.as_of)
      const scope = await companyScope(query, view.dataset, entities)
      const nobody = scope.cik?.length === 0
      const rows = nobody ? [] : await coverageStore.byForm(view, scope)
      const covered = scope.cik && !nobody ? await coverageStore.knownCompanies(view.dataset, scope.cik) : []
      return {
        ...wholeList(
          view,
          rows.map(({ later: _, ...row }) => ({ object: 'coverage_row' as const, ...row })),
          await coverage(view, { scope, empty: rows.length === 0, extractors: 'all' }),
        ),
        entities: (scope.cik ?? []).map((cik) => ({
          cik,
          status: covered.includes(cik) ? ('covered' as const) : ('not_covered' as const),
        })),
      }
    },
  )
}
