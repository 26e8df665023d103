import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { AccountStore, ApiKey } from '@sec-latent/core/accounts/store'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { Key, KeyList, KeyQuery } from './schema.ts'

export interface KeyServices {
  accounts: AccountStore
  cursors: CursorCodec
}

export const keyRoutes: FastifyPluginAsyncTypebox<KeyServices> = async (app, { accounts, cursors }) => {
  app.addSchema(Key)
  app.addSchema(KeyList)

  app.get(
    '/keys',
    {
      config: access({ scopes: ['keys:read'] }),
      schema: {
        operationId: 'listKeys',
        summary: 'List API keys',
        description: 'The keys of the organisation, by their beginning and last four characters only.',
        tags: ['Account'],
        querystring: KeyQuery,
        response: { 200: named(KeyList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after ? { id: page.after[0] as string } : undefined
      const rows = await accounts.listKeys(accountOf(request).organisation_id, { limit: page.limit, after })
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(toKey), (key) => [key.id]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )
}

function toKey({ organisation_id: _, key_start, ...key }: ApiKey) {
  return { object: 'key' as const, start: key_start, ...key }
}
