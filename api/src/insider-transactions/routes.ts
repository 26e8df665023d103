import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { InsiderTransactionReadStore } from '@sec-latent/core/insider-transactions/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import {
  InsiderTransaction,
  InsiderTransactionList,
  InsiderTransactionQuery,
  OWNERSHIP_FORMS,
  ReportingOwner,
} from './schema.ts'

export interface InsiderTransactionServices {
  transactions: InsiderTransactionReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const insiderTransactionRoutes: FastifyPluginAsyncTypebox<InsiderTransactionServices> = async (
  app,
  services,
) => {
  const { transactions, entities, coverage, cursors } = services
  for (const schema of [ReportingOwner, InsiderTransaction, InsiderTransactionList]) app.addSchema(schema)

  app.get(
    '/insider-transactions',
    {
      config: access({
        scopes: ['ownership:read'],
        example: { query: { ticker: 'TWTI', view: 'net', limit: 2 } },
      }),
      schema: {
        operationId: 'listInsiderTransactions',
        summary: 'List insider transactions',
        description:
          'Rows of Forms 3, 4 and 5: transactions and holdings of officers, directors and ten percent owners, as filed or net of amendments.',
        tags: ['Ownership'],
        querystring: InsiderTransactionQuery,
        response: { 200: named(InsiderTransactionList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik, form_type } = await companyScope(query, page.view.dataset, entities)
      const owners = query.owner_cik?.map((owner) => parseCik(owner) as string)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, document_id, position] = (page.after ?? []) as [string?, string?, number?]
      const after =
        accepted_at && document_id && position !== undefined
          ? { accepted_at, document_id, position }
          : undefined
      const rows =
        cik?.length === 0
          ? []
          : await transactions.list(
              page.view,
              {
                issuer_cik: cik,
                owner_cik: owners,
                form_type,
                accession_number,
                transaction_code: query.transaction_code?.map((code) => code.toUpperCase()),
                acquired_disposed: query.acquired_disposed,
                accepted_at: rangeOf(query, 'accepted_at'),
                transaction_date: rangeOf(query, 'transaction_date'),
                view: query.view,
              },
              { limit: page.limit, order: query.sort === 'accepted_at' ? 'asc' : 'desc', after },
            )
      const scope = { cik: cik ?? owners, form_type: form_type ?? [...OWNERSHIP_FORMS], accession_number }
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'insider_transaction' as const, ...row })),
          (row) => [row.accepted_at, row.document_id, row.position],
        ),
        coverage: await coverage(page.view, {
          scope,
          empty: rows.length === 0,
          extractors: ['insider_transactions'],
        }),
      }
    },
  )
}
