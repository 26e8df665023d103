import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { KeyChange } from '@sec-latent/core/accounts/key-change-store'
import type { KeyProvider } from '@sec-latent/core/accounts/key-provider'
import { EXPLORER_UNITS } from '@sec-latent/core/accounts/key-store'
import { grants, type Scope } from '@sec-latent/core/accounts/scopes'
import { audited } from '../keys/routes.ts'
import { accountOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import type { Account } from '../plugins/auth.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import { ExplorerKey } from './schema.ts'

export interface ExplorerKeyServices {
  keys: KeyProvider
  writing: Writing
}

const LIFETIME_SECONDS = 15 * 60
/** Explorer keys are not metered; an organisation has only so many at a time. */
const MAX_EXPLORER_KEYS = 10

/** What a visitor of the explorer may try. */
const EXPLORER_SCOPES: readonly Scope[] = [
  'entities:read',
  'filings:read',
  'facts:read',
  'search:read',
  'ownership:read',
  'signals:read',
  'evidence:verify',
  'coverage:read',
  'changes:read',
]

export const explorerKeyRoutes: FastifyPluginAsyncTypebox<ExplorerKeyServices> = async (
  app,
  { keys, writing },
) => {
  app.addSchema(ExplorerKey)

  app.post(
    '/explorer-keys',
    {
      config: access({
        scopes: ['keys:read'],
        sessions: true,
        problems: ['limit_of_objects_reached'],
        answers: { 201: 'The key, shown this once.' },
      }),
      schema: {
        operationId: 'createExplorerKey',
        summary: 'Create an explorer key',
        description:
          'A key for trying requests in the API explorer: 15 minutes, reading only, one request a second, 200 units in all. For people who are signed in, and for admin keys.',
        tags: ['Account'],
        response: { 201: named(ExplorerKey) },
      },
    },
    async (request, reply) => {
      const account = accountOf(request)
      requireVisitor(account)
      let change: KeyChange | undefined
      const body = await writing.run(request, reply, async (tx) => {
        if ((await keys.count(tx, account.organisation_id, ['explorer'])) >= MAX_EXPLORER_KEYS) {
          throw new ProblemError('limit_of_objects_reached', {
            detail: `An organisation has at most ${MAX_EXPLORER_KEYS} explorer keys at a time; each lasts 15 minutes.`,
          })
        }
        const made = await keys.create(tx, {
          organisation_id: account.organisation_id,
          name: 'API explorer',
          mode: 'explorer',
          scopes: EXPLORER_SCOPES.filter((scope) => grants(account.scopes, scope)),
          expiresInSeconds: LIFETIME_SECONDS,
          created_by: account.actor.id,
        })
        change = made.change
        const { id, scopes, created_at, expires_at } = made.record
        return {
          status: 201,
          body: {
            object: 'explorer_key' as const,
            id,
            key: made.key,
            scopes,
            created_at,
            expires_at: expires_at as string,
            units: EXPLORER_UNITS,
            requests_per_second: 1,
          },
          audit: audited('explorer_key.created', null, made.record),
        }
      })
      keys.announce(change)
      return body
    },
  )
}

/** A person, whatever their role, or an admin key. */
function requireVisitor(account: Account): void {
  if (account.actor.type === 'user') return
  if (account.mode === 'admin' && grants(account.scopes, 'keys:admin')) return
  throw new ProblemError('insufficient_scope', {
    detail: 'Explorer keys are made by people who are signed in, or with an admin key.',
    extensions: { required: ['keys:admin'], granted: account.scopes },
  })
}
