import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import { natureFootnotes } from '@sec-latent/core/insider-transactions/holding-key'
import type {
  InsiderHoldingReadStore,
  InsiderHolding as StoredHolding,
} from '@sec-latent/core/insider-transactions/holdings-read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { companyScope } from '../filings/scope.ts'
import { OWNERSHIP_FORMS } from '../insider-transactions/schema.ts'
import { pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { InsiderHolding, InsiderHoldingList, InsiderHoldingQuery } from './schema.ts'

export interface InsiderHoldingServices {
  insiderHoldings: InsiderHoldingReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const insiderHoldingRoutes: FastifyPluginAsyncTypebox<InsiderHoldingServices> = async (
  app,
  services,
) => {
  const { insiderHoldings, entities, coverage, cursors } = services
  for (const schema of [InsiderHolding, InsiderHoldingList]) app.addSchema(schema)

  app.get(
    '/insider-holdings',
    {
      config: access({ scopes: ['ownership:read'], example: { query: { ticker: 'TWTI', limit: 2 } } }),
      schema: {
        operationId: 'listInsiderHoldings',
        summary: 'List what insiders hold',
        description:
          'The latest balance that Forms 3, 4 and 5 state, for each owner, security and way of holding. Corrected rows do not count. By issuer, owner and security.',
        tags: ['Ownership'],
        querystring: InsiderHoldingQuery,
        response: { 200: named(InsiderHoldingList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik } = await companyScope(query, page.view.dataset, entities)
      const owner_cik = query.owner_cik?.map((owner) => parseCik(owner) as string)
      const [issuer, owner, holding_key] = (page.after ?? []) as string[]
      const after =
        issuer && owner && holding_key ? { issuer_cik: issuer, owner_cik: owner, holding_key } : undefined
      const rows =
        cik?.length === 0
          ? []
          : await insiderHoldings.list(
              page.view,
              { issuer_cik: cik, owner_cik, table: query.table, include_zero: query.include_zero },
              { limit: page.limit, after },
            )
      const scope = { cik: cik ?? owner_cik, form_type: [...OWNERSHIP_FORMS] }
      const { data, ...envelope } = page.finish(rows, (row) => [
        row.issuer_cik,
        row.owner_cik,
        row.holding_key,
      ])
      return {
        ...envelope,
        data: data.map(served),
        coverage: await coverage(page.view, {
          scope,
          empty: rows.length === 0,
          extractors: ['insider_transactions'],
        }),
      }
    },
  )
}

function served({ row, holding_key: _, ...holding }: StoredHolding) {
  return {
    object: 'insider_holding' as const,
    ...holding,
    table: row.table,
    security_title: row.security_title,
    shares: row.shares_owned_following,
    value: row.value_owned_following,
    direct_or_indirect: row.direct_or_indirect,
    nature_of_ownership: row.nature_of_ownership,
    nature_footnotes: natureFootnotes(row),
    underlying_security_title: row.underlying_security_title,
    underlying_shares: row.underlying_shares,
    exercise_price: row.exercise_price,
    expiration_date: row.expiration_date,
    stated_in: row.row_kind,
  }
}
