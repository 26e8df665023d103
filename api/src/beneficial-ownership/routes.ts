import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { BeneficialOwnershipReadStore } from '@sec-latent/core/beneficial-ownership/read-store'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import {
  BENEFICIAL_OWNERSHIP_FORMS,
  BeneficialOwnership,
  BeneficialOwnershipList,
  BeneficialOwnershipQuery,
  ReportingPerson,
} from './schema.ts'

export interface BeneficialOwnershipServices {
  beneficialOwnership: BeneficialOwnershipReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const beneficialOwnershipRoutes: FastifyPluginAsyncTypebox<BeneficialOwnershipServices> = async (
  app,
  services,
) => {
  const { beneficialOwnership, entities, coverage, cursors } = services
  for (const schema of [ReportingPerson, BeneficialOwnership, BeneficialOwnershipList]) app.addSchema(schema)

  app.get(
    '/beneficial-ownership',
    {
      config: access({
        scopes: ['ownership:read'],
        example: { query: { ticker: 'TWTI', view: 'latest', include: 'items' } },
      }),
      schema: {
        operationId: 'listBeneficialOwnership',
        summary: 'List Schedules 13D and 13G',
        description:
          'Who owns more than five per cent of a class, from 1993 on: filed in XML since December 2024, read from the cover pages before. A number that a schedule does not state is null, with the reason.',
        tags: ['Ownership'],
        querystring: BeneficialOwnershipQuery,
        response: { 200: named(BeneficialOwnershipList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik, form_type } = await companyScope(query, page.view.dataset, entities)
      const person_cik = query.person_cik?.map((person) => parseCik(person) as string)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, document_id] = (page.after ?? []) as [string?, string?]
      const rows =
        cik?.length === 0
          ? []
          : await beneficialOwnership.list(
              page.view,
              {
                issuer_cik: cik,
                person_cik,
                person_name: query.person_name,
                form_type,
                accession_number,
                percent_gte: query.percent_of_class_gte,
                percent_lte: query.percent_of_class_lte,
                accepted_at: rangeOf(query, 'accepted_at'),
                event_date: rangeOf(query, 'event_date'),
                latest: query.view === 'latest',
              },
              {
                limit: page.limit,
                order: query.sort === 'accepted_at' ? 'asc' : 'desc',
                after: accepted_at && document_id ? { accepted_at, document_id } : undefined,
                with_items: query.include?.includes('items'),
              },
            )
      const scope = { cik, form_type: form_type ?? [...BENEFICIAL_OWNERSHIP_FORMS], accession_number }
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'beneficial_ownership' as const, ...row })),
          (row) => [row.accepted_at, row.document_id],
        ),
        coverage: await coverage(page.view, {
          scope,
          empty: rows.length === 0,
          extractors: ['beneficial_ownership'],
        }),
      }
    },
  )
}
