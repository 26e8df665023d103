import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Pepper } from '@sec-latent/core/accounts/key-format'
import { grants, type Scope } from '@sec-latent/core/accounts/scopes'
import {
  MAX_SERVICE_ACCOUNTS,
  type ServiceAccount as ServiceAccountRow,
  serviceAccountStore,
} from '@sec-latent/core/identity/service-account-store'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import type { Identity } from '../identity/identity.ts'
import { matchVersion, versionTag } from '../if-match.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import { faultOfPublicKeys } from './public-keys.ts'
import {
  NewServiceAccount,
  SecretRotation,
  ServiceAccount,
  ServiceAccountChange,
  ServiceAccountList,
  ServiceAccountParams,
  ServiceAccountQuery,
  ServiceAccountWithSecret,
} from './schema.ts'

const DEFAULT_OVERLAP_SECONDS = 86_400

export interface ServiceAccountServices {
  writing: Writing
  cursors: CursorCodec
  identity: Identity
}

export const serviceAccountRoutes: FastifyPluginAsyncTypebox<ServiceAccountServices> = async (
  app,
  services,
) => {
  const { writing, cursors, identity } = services
  const pepper = identity.peppers[0] as Pepper
  for (const schema of [ServiceAccount, ServiceAccountWithSecret, ServiceAccountList]) app.addSchema(schema)

  app.get(
    '/service-accounts',
    {
      config: access({ scopes: ['keys:read'], sessions: true }),
      schema: {
        operationId: 'listServiceAccounts',
        summary: 'List service accounts',
        description: 'The programs of the organisation that sign in with client credentials.',
        tags: ['Account'],
        querystring: ServiceAccountQuery,
        response: { 200: named(ServiceAccountList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after ? { id: page.after[0] as string } : undefined
      const { organisation_id } = accountOf(request)
      const rows = await writing.read(request, (tx) =>
        serviceAccountStore(tx).list(organisation_id, { limit: page.limit, after }),
      )
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(toServiceAccount), (account) => [account.id]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/service-accounts/:service_account_id',
    {
      config: access({ scopes: ['keys:read'], sessions: true, problems: ['service_account_not_found'] }),
      schema: {
        operationId: 'getServiceAccount',
        summary: 'Get a service account',
        description: 'One service account, without its secrets.',
        tags: ['Account'],
        params: ServiceAccountParams,
        response: { 200: named(ServiceAccount) },
      },
    },
    async (request, reply) => {
      const row = await writing.read(request, (tx) =>
        serviceAccountStore(tx).find(accountOf(request).organisation_id, request.params.service_account_id),
      )
      if (!row) throw new ProblemError('service_account_not_found')
      reply.header('cache-control', 'no-store').header('etag', versionTag(row.id, row.version))
      return toServiceAccount(row)
    },
  )

  app.post(
    '/service-accounts',
    {
      config: access({
        scopes: ['keys:admin'],
        sessions: true,
        problems: ['limit_of_objects_reached', 'insufficient_scope'],
        answers: { 201: 'The service account, with its secret: it is never shown again.' },
      }),
      schema: {
        operationId: 'createServiceAccount',
        summary: 'Create a service account',
        description:
          'Makes an account for a program. It gets tokens at `POST /oauth/token` with its secret, or with an assertion signed by one of its keys. It can be given no scope that its maker lacks.',
        tags: ['Account'],
        body: NewServiceAccount,
        response: { 201: named(ServiceAccountWithSecret) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      const { name, scopes, public_keys = [] } = request.body
      const granted = scopesToGrant(request, scopes)
      refusePublicKeys(public_keys)
      return await writing.run(request, reply, async (tx) => {
        const accounts = serviceAccountStore(tx)
        if ((await accounts.count(organisation_id)) >= MAX_SERVICE_ACCOUNTS) {
          throw new ProblemError('limit_of_objects_reached', {
            detail: `An organisation has at most ${MAX_SERVICE_ACCOUNTS} service accounts.`,
          })
        }
        const { account, secret } = await accounts.create(
          organisation_id,
          { name, scopes: granted, public_keys },
          pepper,
        )
        return {
          status: 201 as const,
          body: { ...toServiceAccount(account), client_secret: secret },
          headers: { location: `/v1/service-accounts/${account.id}` },
          etag: versionTag(account.id, account.version),
          audit: change('service_account.created', account.id, null, described(account)),
        }
      })
    },
  )

  app.patch(
    '/service-accounts/:service_account_id',
    {
      config: access({
        scopes: ['keys:admin'],
        sessions: true,
        requireIfMatch: true,
        problems: ['service_account_not_found'],
      }),
      schema: {
        operationId: 'updateServiceAccount',
        summary: 'Change a service account',
        description:
          'Changes name, scopes or keys, or stops the account. Tokens given out before stop working within five seconds; programs get new ones by themselves.',
        tags: ['Account'],
        params: ServiceAccountParams,
        body: ServiceAccountChange,
        response: { 200: named(ServiceAccount) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      const { scopes, public_keys, ...rest } = request.body
      const granted = scopes && scopesToGrant(request, scopes)
      refusePublicKeys(public_keys ?? [])
      const body = await writing.run(request, reply, async (tx) => {
        const accounts = serviceAccountStore(tx)
        const before = await accounts.lock(organisation_id, request.params.service_account_id)
        if (!before) throw new ProblemError('service_account_not_found')
        matchVersion(request, versionTag(before.id, before.version))
        refuseAccountAbove(request, before)
        const changes = {
          ...rest,
          ...(granted ? { scopes: granted } : {}),
          ...(public_keys ? { public_keys } : {}),
        }
        const after = await accounts.update(organisation_id, before, changes)
        return {
          status: 200 as const,
          body: toServiceAccount(after),
          etag: versionTag(after.id, after.version),
          audit: change('service_account.updated', after.id, described(before), described(after)),
        }
      })
      identity.tokens.forget(request.params.service_account_id)
      return body
    },
  )

  app.post(
    '/service-accounts/:service_account_id/rotate',
    {
      config: access({
        scopes: ['keys:admin'],
        sessions: true,
        problems: ['service_account_not_found', 'insufficient_scope'],
        answers: { 200: 'The service account with its new secret: it is never shown again.' },
      }),
      schema: {
        operationId: 'rotateServiceAccount',
        summary: 'Rotate the secret of a service account',
        description:
          'Gives the account a new secret. The previous one works on for `overlap_seconds`; older ones stop at once.',
        tags: ['Account'],
        params: ServiceAccountParams,
        body: SecretRotation,
        response: { 200: named(ServiceAccountWithSecret) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      const { overlap_seconds = DEFAULT_OVERLAP_SECONDS } = request.body
      const body = await writing.run(request, reply, async (tx) => {
        const accounts = serviceAccountStore(tx)
        const before = await accounts.lock(organisation_id, request.params.service_account_id)
        if (!before) throw new ProblemError('service_account_not_found')
        refuseAccountAbove(request, before)
        const { account, secret } = await accounts.rotateSecret(
          organisation_id,
          before,
          overlap_seconds,
          pepper,
        )
        return {
          status: 200 as const,
          body: { ...toServiceAccount(account), client_secret: secret },
          etag: versionTag(account.id, account.version),
          audit: change('service_account.rotated', account.id, null, { overlap_seconds }),
        }
      })
      identity.tokens.forget(request.params.service_account_id)
      return body
    },
  )

  app.delete(
    '/service-accounts/:service_account_id',
    {
      config: access({
        scopes: ['keys:admin'],
        sessions: true,
        problems: ['service_account_not_found'],
        answers: { 204: 'The account is gone.' },
      }),
      schema: {
        operationId: 'deleteServiceAccount',
        summary: 'Delete a service account',
        description: 'Removes the account with its secrets. Its tokens stop working within five seconds.',
        tags: ['Account'],
        params: ServiceAccountParams,
        response: { 204: Type.Null({ description: 'Nothing.' }) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      const body = await writing.run(request, reply, async (tx) => {
        const accounts = serviceAccountStore(tx)
        const before = await accounts.lock(organisation_id, request.params.service_account_id)
        if (!before) throw new ProblemError('service_account_not_found')
        await accounts.remove(organisation_id, before.id)
        return {
          status: 204 as const,
          body: null,
          audit: change('service_account.deleted', before.id, described(before), null),
        }
      })
      identity.tokens.forget(request.params.service_account_id)
      return body
    },
  )
}

/** The scopes asked for, and none that the one who asks lacks: nobody makes themselves more than they are. */
function scopesToGrant(request: FastifyRequest, wanted: readonly Scope[]): Scope[] {
  const own = accountOf(request).scopes
  const lacking = wanted.filter((scope) => !grants(own, scope))
  if (lacking.length > 0) {
    throw new ProblemError('insufficient_scope', {
      detail: `Only what one may do oneself can be granted; ${lacking.join(', ')} is missing.`,
      extensions: { required: lacking, granted: own },
    })
  }
  return [...new Set(wanted)]
}

/** Who gets hold of an account's secret, or adds a key to it, can do what it can: so they must be able to already. */
function refuseAccountAbove(request: FastifyRequest, account: ServiceAccountRow): void {
  scopesToGrant(request, account.scopes as Scope[])
}

function refusePublicKeys(keys: Parameters<typeof faultOfPublicKeys>[0]): void {
  const fault = faultOfPublicKeys(keys)
  if (!fault) return
  const pointer = `/public_keys/${fault.index}`
  throw new ProblemError('invalid_field', {
    detail: fault.detail,
    errors: [{ pointer, code: 'invalid_field', detail: fault.detail }],
  })
}

function change(
  action: string,
  id: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
) {
  return { action, target_type: 'service_account', target_id: id, before, after }
}

function described({ name, scopes, public_keys, disabled_at }: ServiceAccountRow): Record<string, unknown> {
  return { name, scopes, public_keys: public_keys.map((key) => key.kid), disabled: disabled_at !== null }
}

function toServiceAccount({ version: _, ...account }: ServiceAccountRow) {
  return { object: 'service_account' as const, client_id: account.id, ...account }
}
