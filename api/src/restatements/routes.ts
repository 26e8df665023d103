import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import { xbrlFactReader } from '@sec-latent/core/facts/reader'
import type { FactHistory, RestatementReadStore } from '@sec-latent/core/restatements/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { findEntity } from '../entities/find.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { StatementParams } from '../statements/schema.ts'
import { FactVintage, Restatement, RestatementList, RestatementQuery } from './schema.ts'

export interface RestatementServices {
  restatements: RestatementReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const restatementRoutes: FastifyPluginAsyncTypebox<RestatementServices> = async (app, services) => {
  const { restatements, entities, coverage, cursors } = services
  for (const schema of [FactVintage, Restatement, RestatementList]) app.addSchema(schema)

  app.get(
    '/entities/:cik/restatements',
    {
      config: access({
        scopes: ['facts:read'],
        problems: ['entity_not_found'],
        example: { path: { cik: '0009990001' }, query: { limit: 2 } },
      }),
      schema: {
        operationId: 'listRestatements',
        summary: 'List restated facts',
        description:
          'Facts that a later filing of the company states otherwise than an earlier one, with every vintage. A difference that rounding explains is none.',
        tags: ['Numbers'],
        params: StatementParams,
        querystring: RestatementQuery,
        response: { 200: named(RestatementList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik } = await findEntity(entities, page.view, request.params.cik)
      const [restated_at, sort_key] = (page.after ?? []) as [string?, string?]
      const rows = await restatements.list(
        page.view,
        {
          cik,
          taxonomy: query.taxonomy,
          tag: query.tag,
          unit: query.unit,
          dimensions: query.dimensions ?? 'none',
          unchanged: query.status === 'all',
          restated_at: rangeOf(query, 'restated_at'),
        },
        {
          limit: page.limit,
          after: sort_key === undefined ? undefined : { restated_at: restated_at || null, sort_key },
        },
      )
      const { data, ...envelope } = page.finish(rows, (row) => [row.restated_at ?? '', row.sort_key])
      return {
        ...envelope,
        data: data.map(restatementOf),
        coverage: await coverage(page.view, {
          scope: { cik: [cik] },
          empty: rows.length === 0,
          extractors: [xbrlFactReader.name],
        }),
      }
    },
  )
}

function restatementOf({ sort_key: _, vintages, ...history }: FactHistory) {
  const first_value = vintages[0]?.value ?? 0
  const latest_value = vintages.at(-1)?.value ?? 0
  return {
    object: 'restatement' as const,
    ...history,
    status: history.restated_at === null ? ('unchanged' as const) : ('restated' as const),
    first_value,
    latest_value,
    difference: latest_value - first_value,
    vintages,
  }
}
