import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ChangeReadStore } from '@sec-latent/core/changes/read-store'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { Change, ChangeList, ChangeQuery } from './schema.ts'

export interface ChangeServices {
  changes: ChangeReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const changeRoutes: FastifyPluginAsyncTypebox<ChangeServices> = async (app, services) => {
  const { changes, coverage, cursors } = services
  app.addSchema(Change)
  app.addSchema(ChangeList)

  app.get(
    '/changes',
    {
      config: access({ scopes: ['changes:read'], example: { query: { limit: 3 } } }),
      schema: {
        operationId: 'listChanges',
        summary: 'List changes',
        description:
          'What became visible, in the order in which it did. A reader that has seen a position is never shown a smaller one later: keep `last_position` and ask with `after` to get every change exactly once.',
        tags: ['Change'],
        querystring: ChangeQuery,
        response: { 200: named(ChangeList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const after = Number(page.after?.[0] ?? query.after ?? 0)
      const filter = {
        change_type: query.change_type,
        cik: query.cik?.map((cik) => parseCik(cik) as string),
        accession_number: query.accession_number?.map(accessionOf),
      }
      const rows = await changes.list(page.view.dataset, filter, { after, limit: page.limit })
      const envelope = page.finish(rows, (row) => [row.position])
      return {
        ...envelope,
        data: envelope.data.map((row) => ({ object: 'change' as const, ...row })),
        last_position: envelope.data.at(-1)?.position ?? after,
        coverage: await coverage(page.view, {
          scope: { cik: filter.cik, accession_number: filter.accession_number },
          empty: rows.length === 0,
        }),
      }
    },
  )
}
