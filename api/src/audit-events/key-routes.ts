import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { AuditPublicKey } from '@sec-latent/core/audit/public-keys'
import { named, publicAccess } from '../openapi.ts'
import { AuditKeySet } from './schema.ts'

const MAX_AGE_SECONDS = 3_600

/**
 * Whose signature an export must bear. The keys come from the settings and not from the database: whoever could change the
 * log there could change the keys there as well.
 */
export const auditKeyRoutes: FastifyPluginAsyncTypebox<{ auditKeys: readonly AuditPublicKey[] }> = async (
  app,
  { auditKeys },
) => {
  app.addSchema(AuditKeySet)

  app.get(
    '/.well-known/audit-keys.json',
    {
      config: publicAccess(),
      schema: {
        operationId: 'listAuditKeys',
        summary: 'Public keys of the audit log',
        description:
          'The keys that verify the signed heads in the proof of an audit log. Keep a copy of your own: with it an export is checked without asking us.',
        tags: ['Account'],
        response: { 200: named(AuditKeySet) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', `public, max-age=${MAX_AGE_SECONDS}`)
      return { keys: [...auditKeys] }
    },
  )
}
